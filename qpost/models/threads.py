"""Why: rows that a service lists one by one become the threads that a seller reads (qapi.md).

Rows tell what customers wrote and how far the thread is, never what the shop answered. What this program
sent is therefore kept as it was sent, and an answer given elsewhere is a message without words.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from urllib.parse import quote, unquote

from msgspec import structs

from qpost.models.inquiry import (
    ELSEWHERE,
    Author,
    Customer,
    Inquiry,
    InquiryId,
    ItemRef,
    Message,
    MessageId,
    Source,
    Status,
    Visibility,
)
from qpost.models.listing import ListedRow, ListingStatus
from qpost.models.outbox import OutboxKind, OutboxState
from qpost.models.outbox_rules import Entry

_STATUSES: Mapping[str, Status] = {
    ListingStatus.UNPROCESSED: Status.UNANSWERED,
    ListingStatus.ANSWERING: Status.ANSWERING,
    ListingStatus.ANSWERED: Status.ANSWERED,
}
_HELP, _ITEM = "HELP", "ITEM"
_PREVIEW_CHARS = 100
_SENT = "sent"


class Target(NamedTuple):
    """What an answer is sent to: a customer's message, by the service's own words."""

    type: str
    question_no: str
    seq_no: str


def thread_of(row: ListedRow) -> InquiryId:
    """Return the id of the thread a row belongs to."""
    return InquiryId(_joined(row.type, row.question_no))


def message_of(row: ListedRow) -> MessageId:
    """Return the id of the message a row is."""
    return MessageId(_joined(row.type, row.question_no, row.seq_no))


def target_of(message: Message) -> Target:
    """Return what an answer to a customer's message is sent to."""
    return Target(*map(unquote, message.id.split("/")))


def newest_asked(inquiry: Inquiry) -> Message | None:
    """Return the newest message that came as a row."""
    asked = [message for message in inquiry.messages or () if message.author is not Author.SHOP]
    return asked[-1] if asked else None


def later(rows: Iterable[ListedRow]) -> tuple[ListedRow, ...]:
    """Return each message once: of a row listed under two statuses the one that is further along."""
    kept: dict[MessageId, ListedRow] = {}
    for row in rows:
        known = kept.get(message_of(row))
        if known is None or _progress(row.status) >= _progress(known.status):
            kept[message_of(row)] = row
    return tuple(kept.values())


def joined(
    before: Inquiry | None, rows: Sequence[ListedRow], *, now: datetime, ours: Sequence[Entry] = ()
) -> Inquiry:
    """Return a thread with what ``rows`` (of this thread, each once) tell; ``before`` itself if nothing new.

    ``ours`` are the thread's writes whose fate is open: when it is answered now, the answer is taken for the
    one that is unconfirmed, and for nobody's while one is being sent.
    """
    messages = {message.id: message for message in (before.messages or () if before else ())}
    messages |= {message_of(row): _message(row) for row in rows}
    asked = sorted(
        (message for message in messages.values() if message.author is not Author.SHOP), key=_order
    )
    newest = asked[-1]
    listed = {message_of(row): row for row in rows}
    status = before.status if before is not None else Status.UNANSWERED
    if newest.id in listed:
        word = listed[newest.id].status
        status = _STATUSES.get(word) or Status(word)
    whole = [*asked, *(message for message in messages.values() if message.author is Author.SHOP)]
    if status is Status.ANSWERED and not _is_answered(whole, newest):
        answer = _answer(newest, ours, now=now if before is not None else newest.at)
        whole += [] if answer is None else [answer]
    after = _inquiry(before, rows, tuple(sorted(whole, key=_order)), status)
    if before is not None and structs.replace(after, version=before.version) == before:
        return before
    return structs.replace(after, updated_at=max(now, newest.at))


def with_answer(inquiry: Inquiry, entry: Entry, *, to: Message, now: datetime) -> Inquiry:
    """Return a thread with the reply of ``entry`` to the question ``to``, which the service took in."""
    message = own_answer(to, entry, now=now)
    messages = inquiry.messages or ()
    if message.id in {each.id for each in messages}:
        return inquiry
    whole = (*messages, message)
    return structs.replace(
        inquiry,
        messages=whole,
        message_count=len(whole),
        status=Status.ANSWERED,
        version=inquiry.version + 1,
        replied_at=message.at,
        handled_by=entry.extension or None,
        updated_at=max(now, inquiry.updated_at),
        last_message_preview=_preview(whole),
    )


def own_answer(to: Message, entry: Entry, *, now: datetime) -> Message:
    """Return the message that the reply of ``entry`` to the question ``to`` is in its thread."""
    return Message(
        id=MessageId(f"{to.id}/{_SENT}/{entry.request_key}"),
        author=Author.SHOP,
        author_name="",
        title="",
        body="" if entry.row.reply is None else entry.row.reply.body,
        at=max(now, to.at),
        auto=entry.row.kind is OutboxKind.AUTO_REPLY,
        extension=entry.extension or None,
    )


def _inquiry(
    before: Inquiry | None, rows: Sequence[ListedRow], messages: tuple[Message, ...], status: Status
) -> Inquiry:
    first, last = rows[0], rows[-1]
    replies = [message for message in messages if message.author is Author.SHOP]
    asked = [message for message in messages if message.author is not Author.SHOP]
    item = _item(rows) or (before.item if before else None)
    order_no = next((row.order_no for row in rows if row.order_no), before.order_no if before else None)
    name = next(
        (row.customer for row in reversed(rows) if row.customer), before.customer.name if before else ""
    )
    return Inquiry(
        id=thread_of(first),
        number=last.question_no,
        source=Source.QOO10 if last.type == _HELP else Source.CUSTOMER,
        visibility=Visibility.PUBLIC if last.type == _ITEM else Visibility.PRIVATE,
        kind=last.type,
        category="",
        status=status,
        hidden=False,
        title=next((message.title for message in asked if message.title), ""),
        customer=Customer(name=name),
        received_at=asked[0].at,
        updated_at=asked[-1].at if before is None else before.updated_at,
        version=1 if before is None else before.version + 1,
        message_count=len(messages),
        last_message_preview=_preview(messages),
        item=item,
        order_no=order_no,
        replied_at=replies[-1].at if replies else None,
        handled_by=replies[-1].extension if replies else None,
        messages=messages,
    )


def _item(rows: Sequence[ListedRow]) -> ItemRef | None:
    for row in reversed(rows):
        if row.item_name or row.item_no:
            return ItemRef(number=row.item_no or "", name=row.item_name, category="", url="")
    return None


def _message(row: ListedRow) -> Message:
    return Message(
        id=message_of(row),
        author=Author.CUSTOMER,
        author_name=row.customer,
        title=row.title,
        body=row.body,
        at=row.at,
    )


def _is_answered(messages: Iterable[Message], newest: Message) -> bool:
    """Tell whether the thread shows an answer to its newest question: by its id, for the clocks differ."""
    return any(
        message.author is Author.SHOP and message.id.startswith(f"{newest.id}/") for message in messages
    )


def _answer(newest: Message, ours: Sequence[Entry], *, now: datetime) -> Message | None:
    """Return the answer to the newest question, as far as it is known who gave it."""
    if any(entry.row.state is OutboxState.SENDING for entry in ours):
        return None
    for entry in ours:
        is_unclear = entry.row.state is OutboxState.UNCONFIRMED and entry.row.reply is not None
        if is_unclear and newest.id in entry.seen:  # what was asked later, it cannot have answered
            return own_answer(newest, entry, now=now)
    return Message(
        id=MessageId(f"{newest.id}{ELSEWHERE}"),
        author=Author.SHOP,
        author_name="",
        title="",
        body="",
        at=max(now, newest.at),
    )


def _order(message: Message) -> tuple[datetime, bool, int, str]:
    number = message.id.rpartition("/")[2]
    return message.at, message.author is Author.SHOP, int(number) if number.isdecimal() else 0, message.id


def _preview(messages: Sequence[Message]) -> str:
    body = next((message.body for message in reversed(messages) if message.body), "")
    return " ".join(body.split())[:_PREVIEW_CHARS]


def _progress(status: str) -> int:
    known = list(_STATUSES)
    return known.index(ListingStatus(status)) if status in known else len(known)


def _joined(*words: str) -> str:
    return "/".join(quote(word, safe="") for word in words)
