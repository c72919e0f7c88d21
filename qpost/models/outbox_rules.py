"""Why: what may happen to an outbox row is decided here, purely, so that every path can be tested.

The promise (architecture.md, Sending): a write happens once or not at all, and the text is never lost.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid5

from msgspec import Struct, structs

from qpost.models.errors import (
    FileFault,
    Offline,
    QpostError,
    Refused,
    ServerFault,
    SignInRejected,
    TryLater,
    Unsupported,
)
from qpost.models.inquiry import Author, Inquiry, Message, MessageId
from qpost.models.outbox import Draft, OutboxFile, OutboxId, OutboxKind, OutboxRow, OutboxState

CHANGED = "changed"
"""The reason of a row that was stopped because the inquiry moved on."""

FIRST_DELAY_S = 2.0
LONGEST_DELAY_S = 300.0
LONGEST_NAMED_DELAY_S = 3600.0
"""A service that names a longer time is asked again after this one all the same."""

_S = OutboxState
TRANSITIONS: dict[OutboxState, frozenset[OutboxState]] = {
    _S.HELD: frozenset({_S.QUEUED, _S.SENDING, _S.FAILED}),
    _S.QUEUED: frozenset({_S.QUEUED, _S.SENDING, _S.SENT, _S.FAILED}),
    _S.SENDING: frozenset({_S.SENT, _S.FAILED, _S.UNCONFIRMED, _S.QUEUED}),
    _S.UNCONFIRMED: frozenset({_S.UNCONFIRMED, _S.SENDING, _S.SENT, _S.FAILED, _S.QUEUED}),
    _S.FAILED: frozenset({_S.QUEUED}),
    _S.SENT: frozenset(),
}
"""Where each state may lead; undo and discard (below) take a row out of the outbox altogether."""

RECALLABLE = frozenset({_S.HELD, _S.QUEUED})
"""States in which the seller may still take a write back unheard."""

DISCARDABLE = frozenset({_S.FAILED, _S.UNCONFIRMED})
"""States in which the seller may give a write up."""

DELIVERABLE = frozenset({_S.HELD, _S.QUEUED, _S.UNCONFIRMED})
"""States a delivery picks up once ``not_before`` has come."""


class Entry(Struct, frozen=True):
    """An outbox row with what delivery has to remember about it.

    ``seen``: the messages the seller had before their eyes. ``sent_version``: the version an attempt was
    made with that may not be known to have failed; as long as it is set the very same request is
    repeated. ``round`` grows when an attempt is known to have changed nothing and a new request, with a
    key of its own, takes its place. ``extension``: the label the seller works under.
    """

    seq: int
    row: OutboxRow
    seen: frozenset[MessageId] = frozenset()
    sent_version: int | None = None
    round: int = 0
    extension: str = ""

    @property
    def request_key(self) -> OutboxId:
        """The idempotency key of the current round; the row's own id in the first."""
        if self.round == 0:
            return self.row.id
        return OutboxId(str(uuid5(UUID(self.row.id), f"round {self.round}")))

    def file_key(self, file: OutboxFile) -> str:
        """The idempotency key of uploading ``file``."""
        return str(uuid5(UUID(self.row.id), f"file {file.sha256} {file.file_name}"))

    def moved(self, state: OutboxState, **changes: object) -> "Entry":
        """Return the entry in another state; ``ValueError`` when no rule leads there."""
        if state not in TRANSITIONS[self.row.state]:
            raise ValueError(f"{self.row.state} never becomes {state}")
        own = {name: changes.pop(name) for name in ("sent_version", "round", "seen") if name in changes}
        row = structs.replace(self.row, state=state, **changes)
        return structs.replace(self, row=row, **own)


class Step(StrEnum):
    """What a delivery does next with a row whose inquiry was just read."""

    SEND = "send"
    CONFIRM = "confirm"
    STOP = "stop"
    ASK = "ask"


def next_step(entry: Entry, fresh: Inquiry, *, own: frozenset[MessageId]) -> Step:
    """Decide by the freshly read inquiry about an entry whose request is not simply repeated.

    ``own`` are messages of our earlier rows.
    """
    if entry.row.state is _S.UNCONFIRMED:
        return Step.CONFIRM if is_done(entry, fresh, own=own) else Step.ASK
    return Step.STOP if has_changed(entry, fresh, own=own) else Step.SEND


def has_changed(entry: Entry, fresh: Inquiry, *, own: frozenset[MessageId]) -> bool:
    """True when somebody else spoke (or hid it) since the seller looked."""
    if entry.row.kind is OutboxKind.HIDE and fresh.hidden:
        return True
    if not entry.seen and fresh.version == entry.row.expected_version:
        return False  # it was only listed when the seller decided, its messages yet to be read
    known = entry.seen | own
    return any(
        message.id not in known and message.author is not Author.SYSTEM for message in fresh.messages or ()
    )


def is_done(entry: Entry, fresh: Inquiry, *, own: frozenset[MessageId]) -> bool:
    """True when the inquiry shows that an earlier, unanswered attempt took effect."""
    if entry.row.kind is OutboxKind.HIDE:
        return fresh.hidden
    return own_message(entry, fresh, own=own) is not None


def own_message(entry: Entry, fresh: Inquiry, *, own: frozenset[MessageId]) -> MessageId | None:
    """Return the message this row became, None when it is not there."""
    known = entry.seen | own
    for message in fresh.messages or ():
        if message.id not in known and _is_of(entry.row, message, entry.extension):
            return message.id
    return None


def _is_of(row: OutboxRow, message: Message, extension: str) -> bool:
    if message.author is not Author.SHOP or (message.extension or "") != extension:
        return False
    if row.kind is OutboxKind.AUTO_REPLY:
        return message.auto
    return row.reply is not None and _plain(message.body) == _plain(row.reply.body)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


class Verdict(Struct, frozen=True):
    """What an error means for a row.

    ``keeps_request``: the same request, byte for byte, is the next one. ``retry_after_s``: when the
    service named a time.
    """

    state: OutboxState
    reason: str
    keeps_request: bool = False
    retry_after_s: float | None = None


def verdict(error: QpostError, *, was_sending: bool, was_uncertain: bool = False) -> Verdict:
    """Judge an error; ``was_sending`` is False while only reading or uploading.

    ``was_uncertain``: an earlier attempt may have taken effect, which no later silence can disprove.
    A ``Refused`` while sending is not final then: it is settled by reading the inquiry again, and so is
    every ``Conflict``.
    """
    if isinstance(error, Refused | Unsupported | FileFault) and not isinstance(error, SignInRejected):
        return Verdict(_S.FAILED, error.code)
    named_s = error.retry_after_s if isinstance(error, TryLater) else None
    unheard = isinstance(error, TryLater | SignInRejected) or (
        isinstance(error, Offline | ServerFault) and not error.may_have_arrived
    )
    if was_uncertain or (was_sending and not unheard):
        return Verdict(_S.UNCONFIRMED, error.code, keeps_request=True, retry_after_s=named_s)
    return Verdict(_S.QUEUED, error.code, keeps_request=not isinstance(error, Offline), retry_after_s=named_s)


def backoff_s(attempts: int, *, chance: float) -> float:
    """Return the delay before the next attempt: doubling, capped, spread by ``chance`` (0 to 1)."""
    base = min(LONGEST_DELAY_S, FIRST_DELAY_S * 2.0 ** min(max(attempts - 1, 0), 16))
    return base * (0.5 + 0.5 * chance)


def is_due(row: OutboxRow, now: datetime) -> bool:
    """True when a row's time has come, or was set by a clock that has been set back since.

    A wait longer than any there is, or one from before the row was made, is no wait: a reply must not
    lie for a day because the clock was a day ahead when it was written.
    """
    wait_s = (row.not_before - now).total_seconds()
    return wait_s <= 0 or wait_s > LONGEST_NAMED_DELAY_S or now < row.created_at <= row.not_before


def returned_draft(row: OutboxRow, current: Draft | None, *, now: datetime) -> Draft | None:
    """Return the draft that holds a reply's text again; None for a write without a text of the seller's.

    A draft written since stays on top and the returned text follows below it.
    """
    if row.reply is None or row.kind is OutboxKind.AUTO_REPLY:
        return None
    files = tuple(structs.replace(file, attachment_id=None) for file in row.files)
    if current is None:
        return Draft(
            inquiry_id=row.inquiry_id,
            title=row.reply.title,
            body=row.reply.body,
            status=row.reply.status,
            files=files,
            updated_at=now,
        )
    if not current.body.strip():
        body = row.reply.body
    elif row.reply.body in current.body:
        body = current.body
    else:
        body = f"{current.body}\n\n{row.reply.body}"
    return structs.replace(
        current,
        title=current.title if current.title.strip() else row.reply.title,
        body=body,
        files=_union(current.files, files),
        updated_at=now,
    )


def _union(first: Iterable[OutboxFile], second: Iterable[OutboxFile]) -> tuple[OutboxFile, ...]:
    files = {(file.sha256, file.file_name): file for file in first}
    for file in second:
        files.setdefault((file.sha256, file.file_name), file)
    return tuple(files.values())
