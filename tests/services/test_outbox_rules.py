"""Why: whatever the network does, and in whatever order, a write happens once and the text is somewhere."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from qpost.models.errors import Conflict, QpostError, Refused, ServerFault, SignInRejected, TryLater
from qpost.models.inquiry import Author, InquiryId, Status
from qpost.models.outbox import Draft, OutboxKind, OutboxRow, OutboxState
from qpost.models.outbox_rules import (
    DISCARDABLE,
    RECALLABLE,
    TRANSITIONS,
    Entry,
    backoff_s,
    returned_draft,
    verdict,
)
from qpost.models.reply import ReplyText
from tests.services.desk import Desk, new_key
from tests.services.marketplace import SHOP, START, Marketplace, When, offline

I1 = InquiryId("i1")

ERRORS: list[QpostError] = [
    offline(may_have_arrived=True),
    offline(may_have_arrived=False),
    ServerFault(request_id=None),
    ServerFault(request_id=None, may_have_arrived=False),
    TryLater("unavailable", retry_after_s=3),
    SignInRejected("token-expired"),
    Refused("forbidden"),
    Conflict(current_version=None),
]


def _honest(error: QpostError) -> list[When]:
    """Return where an error may strike: only an uncertain one may hide that the write took effect."""
    hides = getattr(error, "may_have_arrived", False)
    return [When.BEFORE, When.AFTER] if hides else [When.BEFORE]


FAULTS = st.one_of(
    [st.tuples(st.just("reply"), st.just(error), st.sampled_from(_honest(error))) for error in ERRORS]
    + [
        st.tuples(st.just(call), st.just(error), st.just(When.BEFORE))
        for call in ("inquiry", "upload")
        for error in ERRORS[:6]
    ]
)
TROUBLES = st.lists(
    st.one_of(FAULTS, st.sampled_from(["forget keys", "customer writes", "colleague writes", "crash"])),
    max_size=3,
)
DECISIONS = st.lists(st.sampled_from(["undo", "retry", "discard", "sync"]), max_size=1)
TURNS = st.builds(
    lambda troubles, sends, more, decisions: [
        *(troubles + ["send"] * sends),
        *("deliver", *more, "wait", "deliver", *decisions),
    ],
    TROUBLES,
    st.integers(0, 2),
    TROUBLES,
    DECISIONS,
)
DEEDS = st.lists(TURNS, max_size=4).map(lambda turns: [deed for turn in turns for deed in turn])


class Story:
    """Plays deeds on a desk and remembers what the seller asked for."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.sent: dict[str, OutboxRow] = {}
        self.count = 0

    def play(self, deed: str | tuple[str, QpostError, When]) -> None:
        """Do one deed."""
        if isinstance(deed, tuple):
            self.desk.market.stage(*deed)
            return
        getattr(self, "do_" + deed.replace(" ", "_"))()

    def do_send(self) -> None:
        draft = self.desk.store.drafts.get(I1)
        if draft is not None:  # the seller drops what returned, to keep the texts of this story apart
            self.sent = {body: row for body, row in self.sent.items() if body not in draft.body}
            self.desk.replies.discard_draft(I1)
        self.count += 1
        body = f"本文{self.count}。"
        self.sent[body] = self.desk.send(body=body, files=(self.desk.replies.attach(b"x", "x.txt"),))

    def do_deliver(self) -> None:
        self.desk.delivery.deliver_due()

    def do_crash(self) -> None:
        self.desk.reopen()

    def do_wait(self) -> None:
        self.desk.clock.forward(400)

    def do_sync(self) -> None:
        try:
            self.desk.workspace.sync.sync_once()
        except QpostError:
            return

    def do_forget_keys(self) -> None:
        self.desk.market.answers.clear()

    def do_customer_writes(self) -> None:
        self.desk.market.say(I1, "追記です", Author.CUSTOMER)

    def do_colleague_writes(self) -> None:
        self.desk.market.say(I1, "同僚の返信", Author.SHOP, extension="B")

    def do_undo(self) -> None:
        for row in self.desk.replies.waiting():
            if row.state in RECALLABLE:
                self.desk.replies.undo(row.id)

    def do_retry(self) -> None:
        for row in self.desk.replies.waiting():
            if row.state is OutboxState.FAILED:
                self.desk.replies.retry(row.id)

    def do_discard(self) -> None:
        for row in self.desk.replies.waiting():
            if row.state in DISCARDABLE:
                self.desk.replies.discard(row.id)

    def check(self) -> None:
        """Every text arrived at most once, and is in the thread, the outbox or the draft.

        ``sent`` is never claimed for one that did not arrive, ``failed`` never for one that did.
        """
        arrived = self.desk.market.shop_messages(I1)
        kept = [row.reply.body for row in self.desk.replies.waiting() if row.reply is not None]
        draft = self.desk.store.drafts.get(I1)
        for body, row in self.sent.items():
            assert arrived.count(body) <= 1
            where = (body in arrived, body in kept, draft is not None and body in draft.body)
            assert any(where), body
            current = self.desk.replies.row(row.id)
            if current is not None and current.state is OutboxState.SENT:
                assert body in arrived
            if current is not None and current.state is OutboxState.FAILED:
                assert body not in arrived  # or a retry would send it twice


@given(deeds=DEEDS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_once_or_not_at_all_and_never_lost(deeds: list[str | tuple[str, QpostError, When]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Marketplace(inquiries=1), Path(folder) / "store.db")
        try:
            desk.workspace.sync.sync_once()
            story = Story(desk)
            for deed in deeds:
                story.play(deed)
                story.check()
            desk.market.faults.clear()
            desk.deliver_until_quiet()
            story.check()
            open_rows = [row for row in desk.replies.waiting() if row.state is not OutboxState.FAILED]
            assert open_rows == [] or desk.link.is_signed_out
        finally:
            desk.close()


def _entry(state: OutboxState) -> Entry:
    row = OutboxRow(
        id=new_key(),
        shop_id=SHOP,
        inquiry_id=I1,
        kind=OutboxKind.REPLY,
        expected_version=1,
        state=state,
        created_at=START,
        not_before=START,
        reply=ReplyText(title="t", body="b", status=Status.ANSWERED),
    )
    return Entry(seq=1, row=row)


@pytest.mark.parametrize("before", OutboxState)
@pytest.mark.parametrize("after", OutboxState)
def test_only_the_ruled_transitions_happen(before: OutboxState, after: OutboxState) -> None:
    entry = _entry(before)
    if after in TRANSITIONS[before]:
        assert entry.moved(after).row.state is after
    else:
        with pytest.raises(ValueError, match="never becomes"):
            entry.moved(after)


def test_nothing_leaves_sent_and_nothing_sending_can_be_taken_back() -> None:
    assert TRANSITIONS[OutboxState.SENT] == frozenset()
    assert OutboxState.SENDING not in RECALLABLE | DISCARDABLE
    assert OutboxState.SENT not in RECALLABLE | DISCARDABLE


@pytest.mark.parametrize("error", [*ERRORS, QpostError()], ids=repr)
def test_a_doubt_is_never_dropped_by_a_silence(error: QpostError) -> None:
    judged = verdict(error, was_sending=True, was_uncertain=True)
    if isinstance(error, Refused) and not isinstance(error, SignInRejected):
        assert judged.state is OutboxState.FAILED  # an answer, which the courier settles by reading back
    else:
        assert (judged.state, judged.keeps_request) == (OutboxState.UNCONFIRMED, True)


def test_each_round_has_its_own_key() -> None:
    first = _entry(OutboxState.QUEUED)
    keys = {structs.replace(first, round=number).request_key for number in range(5)}
    assert len(keys) == 5
    assert first.request_key == first.row.id


@given(attempts=st.integers(0, 10_000), chance=st.floats(0, 1))
def test_delays_grow_to_a_limit(attempts: int, chance: float) -> None:
    assert 1.0 <= backoff_s(attempts, chance=chance) <= 300.0
    assert backoff_s(attempts + 1, chance=chance) >= backoff_s(attempts, chance=chance)


@given(current=st.none() | st.text(), body=st.text(min_size=1))
def test_a_returned_text_never_replaces_a_newer_draft(current: str | None, body: str) -> None:
    row = structs.replace(
        _entry(OutboxState.QUEUED).row, reply=ReplyText(title="t", body=body, status=Status.ANSWERED)
    )
    draft = None
    if current is not None:
        draft = Draft(I1, "neu", current, "answering", (), START)
    returned = returned_draft(row, draft, now=START)
    assert returned is not None
    assert body in returned.body
    if current is not None and current.strip():
        assert returned.body.startswith(current)
        assert (returned.title, returned.status) == ("neu", "answering")


def test_bytes_are_kept_as_long_as_somebody_needs_them(desk: Desk) -> None:
    file = desk.replies.attach(b"once", "a.txt")
    row = desk.send(files=(file,))
    draft = desk.replies.undo(row.id)
    assert draft is not None
    assert desk.store.files.content(draft.files[0]) == b"once"
    desk.replies.discard_draft(I1)
    (count,) = desk.store.database.read(lambda c: c.execute("SELECT count(*) FROM file_bytes").fetchall()[0])
    assert count == 0
