"""Why: answers become models here, strictly when they keep the contract and row by row when they do not."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Generic, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from qpost.models.account import Health, Shop
from qpost.models.inquiry import Attachment, ChangesPage, Inquiry, InquiryId, Item, Message, Order, Summary
from qpost.models.jst import to_utc
from qpost.models.template import Template

T = TypeVar("T")
S = TypeVar("S", bound=Struct)

_INT64 = 2**63
_ID_LIMIT = 512
_UNREADABLE = (ValueError, RecursionError, OverflowError)
"""What decoding hostile bytes may raise (msgspec's errors and ``UnicodeError`` are ``ValueError``)."""


class Unreadable(Struct, frozen=True):
    """Rows of an answer that had to be left out; ``reason`` quotes no content."""

    what: str
    count: int
    reason: str


class Garbled(ValueError):
    """The whole answer is unreadable."""


class Page(Struct, Generic[T], frozen=True):
    """Rows of a list, where it continues, and what could not be read."""

    items: tuple[T, ...]
    next_cursor: str | None = None
    unreadable: Unreadable | None = None


class _ListAnswer(Struct, Generic[T], frozen=True):
    items: tuple[T, ...]
    next_cursor: str | None = None


class _WriteAnswer(Struct, frozen=True):
    inquiry: Inquiry


class _AutoReplyAnswer(Struct, frozen=True):
    body: str


_changes = msgspec.json.Decoder(ChangesPage)
_written = msgspec.json.Decoder(_WriteAnswer)
_inquiries = msgspec.json.Decoder(_ListAnswer[Inquiry])
_shops = msgspec.json.Decoder(_ListAnswer[Shop])
_templates = msgspec.json.Decoder(_ListAnswer[Template])


def changes_page(body: bytes) -> tuple[ChangesPage, Unreadable | None]:
    """Read a page of the delta feed; a row that breaks the contract is left out and told of."""
    try:
        page = _changes.decode(body)
        items = tuple([_settled_inquiry(row) for row in page.items])
        return replace(page, items=items), None
    except _UNREADABLE:
        pass
    members = _members(body)
    rows, unreadable = _rows(members, "inquiries", _loose_inquiry)
    deleted = members.get("deleted", [])
    next_cursor, has_more = members.get("next_cursor"), members.get("has_more", False)
    if not isinstance(deleted, list) or not isinstance(next_cursor, str) or not isinstance(has_more, bool):
        raise Garbled("the page's frame")
    ids = tuple(InquiryId(each) for each in deleted if isinstance(each, str))
    return ChangesPage(items=rows, deleted=ids, next_cursor=next_cursor, has_more=has_more), unreadable


def written_inquiry(body: bytes) -> Inquiry:
    """Read ``{inquiry}``, the answer to a write."""
    try:
        return _settled_inquiry(_written.decode(body).inquiry)
    except _UNREADABLE:
        return _guarded(lambda: _loose_inquiry(_members(body).get("inquiry")))


def single_inquiry(body: bytes) -> Inquiry:
    """Read an *Inquiry* with its messages."""
    return _guarded(lambda: _loose_inquiry(_members(body)), first=lambda: _strict_inquiry(body))


def inquiry_page(body: bytes) -> Page[Inquiry]:
    """Read a page of inquiries without messages; a row that breaks the contract is left out and told of."""
    return _page(body, "inquiries", _inquiries, _loose_inquiry, _settled_inquiry)


def shop_page(body: bytes) -> Page[Shop]:
    """Read the account's shops."""
    return _page(body, "shops", _shops, _plain_row(Shop))


def template_page(body: bytes) -> Page[Template]:
    """Read a page of templates, their times in UTC."""
    return _page(body, "templates", _templates, _plain_row(Template), _settled_template)


def order(body: bytes) -> Order:
    """Read an order, its times in UTC."""
    row = plain(body, Order)

    def settled() -> Order:
        return replace(
            row,
            paid_at=_utc_or_none(row.paid_at),
            shipped_at=_utc_or_none(row.shipped_at),
            delivered_at=_utc_or_none(row.delivered_at),
        )

    return _guarded(settled)


def auto_reply_body(body: bytes) -> str:
    """Read the courtesy text."""
    return plain(body, _AutoReplyAnswer).body


def health(body: bytes) -> Health:
    """Read the service's state and capabilities."""
    return plain(body, Health)


def summary(body: bytes) -> Summary:
    """Read the 30-day counters."""
    return plain(body, Summary)


def item(body: bytes) -> Item:
    """Read an item."""
    return plain(body, Item)


def attachment(body: bytes) -> Attachment:
    """Read what an upload became."""
    return plain(body, Attachment)


def plain(body: bytes, kind: type[S]) -> S:
    """Read one struct; nulls and unpaired surrogates are forgiven, wrong types are not."""

    def loose() -> S:
        return msgspec.convert(_members(body), kind)

    return _guarded(loose, first=lambda: msgspec.json.decode(body, type=kind))


def encoded(value: object) -> bytes:
    """Write a request's body; raises ``UnicodeEncodeError`` for text that is not Unicode."""
    return msgspec.json.encode(value)


def _strict_inquiry(body: bytes) -> Inquiry:
    return _settled_inquiry(msgspec.json.decode(body, type=Inquiry))


def _guarded(read: Callable[[], T], *, first: Callable[[], T] | None = None) -> T:
    if first is not None:
        try:
            return first()
        except _UNREADABLE:
            pass
    try:
        return read()
    except _UNREADABLE as error:
        raise Garbled(_reason(error)) from None


def _page(
    body: bytes,
    what: str,
    decoder: msgspec.json.Decoder[_ListAnswer[S]],
    row: Callable[[object], S],
    settle: Callable[[S], S] = lambda row: row,
) -> Page[S]:
    try:
        answer = decoder.decode(body)
        return Page(tuple(map(settle, answer.items)), answer.next_cursor)
    except _UNREADABLE:
        pass
    members = _members(body)
    rows, unreadable = _rows(members, what, lambda each: settle(row(each)))
    next_cursor = members.get("next_cursor")
    if next_cursor is not None and not isinstance(next_cursor, str):
        raise Garbled("the page's frame")
    return Page(rows, next_cursor, unreadable)


def _plain_row(kind: type[S]) -> Callable[[object], S]:
    return lambda row: msgspec.convert(row, kind)


def _rows(
    members: dict[str, object], what: str, read: Callable[[object], T]
) -> tuple[tuple[T, ...], Unreadable | None]:
    items = members.get("items")
    if not isinstance(items, list):
        raise Garbled("the page's frame")
    rows: list[T] = []
    reason = ""
    for item in items:
        try:
            rows.append(read(item))
        except _UNREADABLE as error:
            reason = reason or _reason(error)
    lost = len(items) - len(rows)
    return tuple(rows), Unreadable(what, lost, reason) if lost else None


def _loose_inquiry(row: object) -> Inquiry:
    """Read an inquiry that broke the contract; unreadable messages are left out of its thread."""
    if isinstance(row, dict):
        messages = row.get("messages")
        if isinstance(messages, list):
            row = {**row, "messages": [each for each in messages if _is_message(each)]}
    return _settled_inquiry(msgspec.convert(row, Inquiry))


def _is_message(row: object) -> bool:
    try:
        to_utc(msgspec.convert(row, Message).at)
    except _UNREADABLE:
        return False
    return True


def _members(body: bytes) -> dict[str, object]:
    """Read any JSON object, forgiving what the strict reader does not: nulls, lone surrogates, a BOM."""
    try:
        value = _scrubbed(json.loads(body.decode("utf-8-sig", "replace")))
    except _UNREADABLE as error:
        raise Garbled(_reason(error)) from None
    if not isinstance(value, dict):
        raise Garbled("not an object")
    return value


def _scrubbed(value: object) -> object:
    if isinstance(value, str):
        return (
            value if value.isascii() else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        )
    if isinstance(value, list):
        return [_scrubbed(each) for each in value]
    if isinstance(value, dict):
        return {str(_scrubbed(name)): _scrubbed(each) for name, each in value.items() if each is not None}
    return value


def _settled_inquiry(row: Inquiry) -> Inquiry:
    """Bring all times to UTC and refuse numbers and ids no store could hold."""
    if not (0 <= row.version < _INT64 and 0 <= row.message_count < _INT64 and 0 < len(row.id) <= _ID_LIMIT):
        raise msgspec.ValidationError("id, version or message count out of range")
    messages = row.messages
    if messages is not None and not all([_is_settled(each) for each in messages]):
        messages = tuple([_settled_message(each) for each in messages])
    received, updated, replied = row.received_at, row.updated_at, row.replied_at
    if (
        messages is row.messages
        and received.tzinfo is UTC
        and updated.tzinfo is UTC
        and (replied is None or replied.tzinfo is UTC)
    ):
        return row
    return replace(
        row,
        received_at=to_utc(received),
        updated_at=to_utc(updated),
        replied_at=_utc_or_none(replied),
        messages=messages,
    )


def _is_settled(message: Message) -> bool:
    return message.at.tzinfo is UTC and all(0 <= each.size < _INT64 for each in message.attachments)


def _settled_message(message: Message) -> Message:
    files = tuple(each for each in message.attachments if 0 <= each.size < _INT64)
    return replace(message, at=to_utc(message.at), attachments=files)


def _settled_template(row: Template) -> Template:
    return replace(row, updated_at=to_utc(row.updated_at))


def _utc_or_none(moment: datetime | None) -> datetime | None:
    return None if moment is None else to_utc(moment)


def _reason(error: BaseException) -> str:
    """Name what is wrong without quoting content: only our own and msgspec's words are known not to."""
    if isinstance(error, msgspec.ValidationError | Garbled):
        return str(error)[:200]
    return type(error).__name__
