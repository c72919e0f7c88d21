"""Why: whatever is written, sent, undone, failed or crashed, in any order, each text is in one place."""

import os
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from qpost.models.errors import Conflict, QpostError, Refused, ServerFault, TryLater
from qpost.models.events import OutboxChanged
from qpost.models.inquiry import Author, InquiryId, Status
from qpost.models.outbox import Draft, OutboxKind, OutboxRow, OutboxState
from qpost.models.outbox_rules import DISCARDABLE, RECALLABLE
from qpost.models.reply import HideRequest
from tests.services.desk import Desk, new_key
from tests.services.marketplace import SHOP, Marketplace, When, offline

EXAMPLES = int(os.environ.get("QPOST_MACHINE_EXAMPLES", "40"))
DAY_S = 86_400.0
NAMES = st.sampled_from([InquiryId("i1"), InquiryId("i2")])
PASSES = st.sampled_from([1, 2, 3, 0])
PLACES = st.integers(0, 7)
HONEST = [
    (error, when)
    for error in (offline(may_have_arrived=True), ServerFault(request_id=None))
    for when in (When.BEFORE, When.AFTER)
] + [
    (error, When.BEFORE)
    for error in (
        offline(may_have_arrived=False),
        TryLater("unavailable", retry_after_s=30),
        TryLater("rate-limited", retry_after_s=None),
        Conflict(current_version=None),
        Refused("forbidden"),
    )
]
"""Errors as the contract allows them: only an uncertain one may hide that the write took effect."""


class PowerCut(BaseException):
    """The program ends in the middle of a request."""


class Seller(RuleBasedStateMachine):
    """What seller, colleagues, customers, network and power do; texts are made of letters like 〔7〕."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.market = Marketplace(inquiries=2)
        self.desk = Desk(self.market, self.folder / "store.db")
        self.desk.workspace.sync.sync_once()
        self.count = 0
        self.typed: dict[str, InquiryId] = {}
        self.doubtful: set[str] = set()
        self.decided: dict[str, int] = {}
        self.delayed: set[str] = set()
        self.sent: dict[str, OutboxRow] = {}
        self.autos = 0
        self.gone: set[InquiryId] = set()

    def teardown(self) -> None:
        for row in {row.id: row for row in self._rows_told()}.values():
            event(f"{row.kind} {row.state}")
        try:
            self._quieten()
        finally:
            self.desk.close()
            shutil.rmtree(self.folder)

    # the seller

    @rule(name=NAMES, has_file=st.booleans())
    def types(self, name: InquiryId, has_file: bool) -> None:
        self._type(name, has_file=has_file)

    def _type(self, name: InquiryId, *, has_file: bool) -> None:
        self.count += 1
        letter = f"〔{self.count}〕"
        before = self.desk.store.drafts.get(name)
        files = () if before is None else before.files
        if has_file:
            files = (*files, self.desk.replies.attach(letter.encode(), f"{self.count}.txt"))
        body = letter if before is None else before.body + letter
        self.desk.replies.save_draft(
            Draft(name, "[Re] 件名", body, Status.ANSWERED, files, self.desk.clock())
        )
        self.typed[letter] = name

    @rule(name=NAMES)
    def throws_away(self, name: InquiryId) -> None:
        draft = self.desk.store.drafts.get(name)
        self.desk.replies.discard_draft(name)
        if draft is not None:
            self._forget(draft.body)

    @rule(name=NAMES, hold_s=st.sampled_from([0.0, 5.0]), twice=st.booleans(), passes=PASSES)
    def sends(self, name: InquiryId, hold_s: float, twice: bool, passes: int) -> None:
        if self.desk.store.drafts.get(name) is None:
            self._type(name, has_file=twice)
        draft = self.desk.store.drafts.get(name)
        assert draft is not None
        key = new_key()
        try:
            for _ in range(1 + twice):
                row = self.desk.send(name, body=draft.body, key=key, hold_s=hold_s, files=draft.files)
                assert row.id == key
        except (AssertionError, Refused):
            assert name in self.gone  # not stored any more: the draft stays
            return
        self.count += 1
        self.decided |= dict.fromkeys(_letters(draft.body), self.count)
        self._deliver(passes)

    @rule(place=PLACES)
    def takes_back(self, place: int) -> None:
        row = self._pick(place, RECALLABLE)
        if row is not None:
            self.desk.replies.undo(row.id)

    @rule(place=PLACES)
    def gives_up(self, place: int) -> None:
        row = self._pick(place, DISCARDABLE)
        if row is not None:
            self._doubt(row)
            self.desk.replies.discard(row.id)

    @rule(place=PLACES)
    def deletes(self, place: int) -> None:
        row = self._pick(place, RECALLABLE | DISCARDABLE)
        if row is not None:
            self._doubt(row)
            self.desk.replies.delete(row.id)
            if row.reply is not None:
                self._forget(row.reply.body)

    @rule(place=PLACES)
    def tries_again(self, place: int) -> None:
        row = self._pick(place, frozenset({OutboxState.FAILED, OutboxState.UNCONFIRMED, OutboxState.QUEUED}))
        if row is not None:
            self.desk.replies.retry(row.id)
            self._deliver(1)

    @rule(name=NAMES, passes=PASSES)
    def auto_replies(self, name: InquiryId, passes: int) -> None:
        thread = self.desk.workspace.inbox.thread(name)
        if thread is None:
            return
        key = new_key()
        row = self.desk.replies.auto_reply(
            key=key, shop=SHOP, inquiry_id=name, expected_version=thread.inquiry.version
        )
        self.autos += row.id == key
        self._deliver(passes)

    @rule(name=NAMES, passes=PASSES)
    def hides(self, name: InquiryId, passes: int) -> None:
        thread = self.desk.workspace.inbox.thread(name)
        if thread is None or thread.inquiry.replied_at is None:
            return
        self.desk.replies.hide(
            key=new_key(),
            shop=SHOP,
            inquiry_id=name,
            request=HideRequest("題", "理由", "a@x.test", restrict_customer=False),
            expected_version=thread.inquiry.version,
        )
        self._deliver(passes)

    # the others

    @rule(name=NAMES, author=st.sampled_from([Author.CUSTOMER, Author.SHOP, Author.SYSTEM]))
    def somebody_writes(self, name: InquiryId, author: Author) -> None:
        if name not in self.gone:
            self.market.say(name, "誰かの言葉", author, extension="B" if author is Author.SHOP else None)

    @precondition(lambda self: not self.gone)
    @rule(dice=st.integers(0, 9))
    def service_deletes(self, dice: int) -> None:
        if dice == 0:
            self.gone.add(InquiryId("i2"))
            self.market.delete(InquiryId("i2"))

    @rule()
    def service_forgets_keys(self) -> None:
        self.market.answers.clear()

    # network, power and clock

    @rule(
        call=st.sampled_from(["inquiry", "upload", "changes"]),
        error=st.sampled_from([e for e, _ in HONEST[:7]]),
    )
    def network_fails_reading(self, call: str, error: QpostError) -> None:
        self._stage(call, error)

    @rule(call=st.sampled_from(["reply", "reply", "auto_reply", "hide"]), fault=st.sampled_from(HONEST))
    def network_fails_writing(self, call: str, fault: tuple[QpostError, When]) -> None:
        self._stage(call, *fault)

    @rule(is_down=st.booleans())
    def network_goes_or_comes(self, is_down: bool) -> None:
        self.market.is_down = is_down

    @rule(
        call=st.sampled_from(["inquiry", "upload", "reply", "auto_reply", "hide"]), when=st.sampled_from(When)
    )
    def power_fails_while_sending(self, call: str, when: When) -> None:
        self._stage(call, PowerCut(), when)

    @rule()
    def program_crashes(self) -> None:
        self.desk.reopen()

    @rule(seconds=st.sampled_from([3.0, 400.0, DAY_S, -60.0, -DAY_S]))
    def clock_moves(self, seconds: float) -> None:
        self.desk.clock.forward(seconds)

    @rule(passes=PASSES)
    def delivers(self, passes: int) -> None:
        self._deliver(passes)

    @rule()
    def syncs(self) -> None:
        self._alive(self.desk.workspace.sync.sync_once)

    # what must hold

    @invariant()
    def every_letter_is_in_one_place(self) -> None:
        rows = [row for row in self.desk.replies.waiting() if row.reply is not None]
        drafts = {draft.inquiry_id: draft for draft in self.desk.replies.drafts()}
        for row in rows:
            if row.state is OutboxState.FAILED and row.reply is not None:
                self.delayed |= _letters(row.reply.body)
        for letter, name in self.typed.items():
            if name in self.gone:
                arrived = []
            else:
                arrived = [text for text in self.market.shop_messages(name) if letter in text]
            own = [row for row in rows if row.reply is not None and letter in row.reply.body]
            drafted = name in drafts and letter in drafts[name].body
            where = (letter, len(arrived), [row.state for row in own], drafted)
            assert own or drafted or arrived or name in self.gone, where
            if letter in self.doubtful:
                continue
            is_open = any(row.state in (OutboxState.SENDING, OutboxState.UNCONFIRMED) for row in own)
            assert len(arrived) <= 1, where
            assert len(own) + drafted <= 1, where
            assert not arrived or not (own or drafted) or is_open, where

    @invariant()
    def what_is_sent_stays_as_it_is(self) -> None:
        for row in self.sent.values():
            assert self.desk.replies.row(row.id) == row
        for row in self._rows_told():
            if row.state is OutboxState.SENT:
                self.sent.setdefault(row.id, row)

    @invariant()
    def letters_arrive_in_order(self) -> None:
        for name in set(self.typed.values()) - self.gone:
            places = [
                self.decided[letter]
                for text in self.market.shop_messages(name)
                for letter in sorted(_letters(text))
                if letter in self.decided and letter not in self.delayed | self.doubtful
            ]
            assert places == sorted(places)

    @invariant()
    def nothing_is_said_twice(self) -> None:
        messages = [m for name in self.market.inquiries.values() for m in name.messages or ()]
        assert sum(message.auto for message in messages) <= self.autos

    # inside

    def _quieten(self) -> None:
        """The network is whole again: everything is settled or visibly failed, within hours."""
        self.market.faults.clear()
        self.market.is_down = False
        self.desk.workspace.sync.sync_once()  # as every start of the program does
        self.desk.deliver_until_quiet()
        self.every_letter_is_in_one_place()
        self.what_is_sent_stays_as_it_is()
        self.letters_arrive_in_order()
        self.nothing_is_said_twice()
        left = [row for row in self.desk.replies.waiting() if row.state is not OutboxState.FAILED]
        assert left == []
        autos = [row for row in self.sent.values() if row.kind is OutboxKind.AUTO_REPLY]
        heard = [m.auto for each in self.market.inquiries.values() for m in each.messages or ()]
        assert self.gone or sum(heard) >= len(autos)

    def _stage(self, call: str, error: BaseException, when: When = When.BEFORE) -> None:
        if len(self.market.faults) < 3:
            self.market.stage(call, error, when)

    def _deliver(self, passes: int) -> None:
        for _ in range(passes):
            self._alive(self.desk.delivery.deliver_due)
            self.desk.clock.forward(10)

    def _alive(self, work: Callable[[], object]) -> None:
        try:
            work()
        except PowerCut:
            self.desk.reopen()
        except QpostError:
            return

    def _rows_told(self) -> list[OutboxRow]:
        return [told.row for told in self.desk.events if isinstance(told, OutboxChanged)]

    def _pick(self, place: int, states: frozenset[OutboxState]) -> OutboxRow | None:
        rows = [row for row in self.desk.replies.waiting() if row.state in states]
        return rows[place % len(rows)] if rows else None

    def _doubt(self, row: OutboxRow) -> None:
        """Given up while it was not clear whether it had arrived: the seller takes the risk."""
        if row.state is OutboxState.UNCONFIRMED and row.reply is not None:
            self.doubtful |= _letters(row.reply.body)

    def _forget(self, body: str) -> None:
        for letter in _letters(body):
            self.typed.pop(letter, None)
            self.doubtful.discard(letter)


def _letters(body: str) -> set[str]:
    return set(re.findall("〔[0-9]+〕", body))


Seller.TestCase.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
test_each_text_in_exactly_one_place = Seller.TestCase
