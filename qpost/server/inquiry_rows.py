"""Why: turns rows into the contract's inquiries, a page at a time and never one query per inquiry."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Row, Select, and_, bindparam, select

from qpost.models.inquiry import (
    Attachment,
    AttachmentId,
    Author,
    Customer,
    InquiryId,
    ItemRef,
    Message,
    MessageId,
    Presence,
    Source,
    Status,
    Visibility,
)
from qpost.server.callers import Caller
from qpost.server.database import (
    attachments,
    inquiries,
    items,
    message_attachments,
    messages,
    presence,
    shops,
)
from qpost.server.ids import ATTACHMENT, INQUIRY, from_us, message_id, public_id, to_us
from qpost.server.problems import Problem
from qpost.server.wire import InquiryOut

_COLUMNS = (
    inquiries.c.id,
    inquiries.c.number,
    inquiries.c.source,
    inquiries.c.visibility,
    inquiries.c.kind,
    inquiries.c.category,
    inquiries.c.status,
    inquiries.c.hidden,
    inquiries.c.title,
    inquiries.c.customer_name,
    inquiries.c.customer_restricted,
    inquiries.c.received_us,
    inquiries.c.updated_us,
    inquiries.c.version,
    inquiries.c.message_count,
    inquiries.c.last_message_preview,
    inquiries.c.item_no,
    items.c.name.label("item_name"),
    items.c.category.label("item_category"),
    items.c.url.label("item_url"),
    inquiries.c.order_no,
    inquiries.c.cart_no,
    inquiries.c.replied_us,
    inquiries.c.handled_by,
    inquiries.c.seq,
)
"""In the order in which :func:`_inquiry` takes them apart."""

_source, _visibility, _status, _author = cache(Source), cache(Visibility), cache(Status), cache(Author)


def select_inquiries(*where: ColumnElement[bool]) -> Select[Any]:
    """Return the query for inquiries with what their item is called."""
    return (
        select(*_COLUMNS)
        .select_from(
            inquiries.outerjoin(
                items, and_(items.c.shop_id == inquiries.c.shop_id, items.c.number == inquiries.c.item_no)
            )
        )
        .where(*where)
    )


_ONE = select_inquiries(inquiries.c.id == bindparam("inquiry"), inquiries.c.shop_id == bindparam("shop"))
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_LIVE_MARKS = (
    select(presence.c.inquiry_id, presence.c.extension, presence.c.state)
    .where(presence.c.expires_us > bindparam("now_us"), presence.c.family != bindparam("family"))
    .order_by(presence.c.extension)
)
_MARKS_OF_ONE = _LIVE_MARKS.where(presence.c.inquiry_id == bindparam("inquiry"))
_MARKS_OF_ALL = _LIVE_MARKS.join(inquiries, inquiries.c.id == presence.c.inquiry_id).where(
    inquiries.c.shop_id.in_(select(shops.c.id).where(shops.c.account_id == bindparam("account")))
)
"""Marks live a minute, so an account has few of them, far fewer than a page has inquiries."""
_THREADS = (
    select(
        messages.c.inquiry_id,
        messages.c.position,
        messages.c.author,
        messages.c.author_name,
        messages.c.title,
        messages.c.body,
        messages.c.at_us,
        messages.c.auto,
        messages.c.extension,
    )
    .where(messages.c.inquiry_id.in_(_IDS))
    .order_by(messages.c.inquiry_id, messages.c.position)
)
_FILES = (
    select(attachments, message_attachments.c.inquiry_id, message_attachments.c.position)
    .join(message_attachments, message_attachments.c.attachment_id == attachments.c.id)
    .where(message_attachments.c.inquiry_id.in_(_IDS))
    .order_by(message_attachments.c.inquiry_id, message_attachments.c.position, message_attachments.c.ordinal)
)


def load_inquiry(
    connection: Connection, *, shop_id: int, inquiry_id: int, caller: Caller, now: datetime
) -> InquiryOut:
    """Read one inquiry with its messages; raises ``not-found``."""
    rows = connection.execute(_ONE, {"inquiry": inquiry_id, "shop": shop_id}).all()
    if not rows:
        raise Problem("not-found")
    return to_inquiries(connection, rows, caller=caller, now=now, with_messages=True)[0]


def to_inquiries(
    connection: Connection,
    rows: Sequence[Row[Any]],
    *,
    caller: Caller,
    now: datetime,
    with_messages: bool,
) -> tuple[InquiryOut, ...]:
    """Return the inquiries of ``rows`` in their order; colleagues' marks leave out the caller's own."""
    ids = [row.id for row in rows]
    marks = _presence(connection, ids, caller=caller, now=now)
    threads = _threads(connection, ids) if with_messages else {}
    return tuple(
        _inquiry(
            row, presence=marks.get(row.id, ()), messages=threads.get(row.id, ()) if with_messages else None
        )
        for row in rows
    )


def to_attachment(row: Row[Any]) -> Attachment:
    """Return the description of a stored file."""
    return Attachment(
        id=AttachmentId(public_id(ATTACHMENT, row.id)),
        file_name=row.file_name,
        media_type=row.media_type,
        size=row.size_bytes,
        sha256=row.sha256,
    )


def _inquiry(
    row: Row[Any], *, presence: tuple[Presence, ...], messages: tuple[Message, ...] | None
) -> InquiryOut:
    (
        row_id, number, source, visibility, kind, category, status, hidden, title, customer, restricted,
        received_us, updated_us, version, message_count, last_preview,
        item_no, item_name, item_category, item_url,
        order_no, cart_no, replied_us, handled_by, _seq,
    ) = tuple(row)  # fmt: skip
    item = None
    if item_no is not None:
        item = ItemRef(number=item_no, name=item_name or "", category=item_category or "", url=item_url or "")
    return InquiryOut(
        id=InquiryId(public_id(INQUIRY, row_id)),
        number=number,
        source=_source(source),
        visibility=_visibility(visibility),
        kind=kind,
        category=category,
        status=_status(status),
        hidden=hidden,
        title=title,
        customer=Customer(name=customer, restricted=restricted),
        received_at=from_us(received_us),
        updated_at=from_us(updated_us),
        version=version,
        message_count=message_count,
        last_message_preview=last_preview,
        item=item,
        order_no=order_no,
        cart_no=cart_no,
        replied_at=None if replied_us is None else from_us(replied_us),
        handled_by=handled_by,
        presence=presence,
        messages=messages,
    )


def _presence(
    connection: Connection, ids: Sequence[int], *, caller: Caller, now: datetime
) -> dict[int, tuple[Presence, ...]]:
    given: dict[str, object] = {"now_us": to_us(now), "family": caller.family}
    if len(ids) == 1:
        marks = connection.execute(_MARKS_OF_ONE, given | {"inquiry": ids[0]})
    else:
        marks = connection.execute(_MARKS_OF_ALL, given | {"account": caller.account_id})
    found: dict[int, tuple[Presence, ...]] = defaultdict(tuple)
    for inquiry_id, extension, state in marks:
        found[inquiry_id] += (Presence(extension=extension, state=state),)
    return found


def _threads(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[Message, ...]]:
    files = _files(connection, ids)
    found: dict[int, list[Message]] = defaultdict(list)
    rows = connection.execute(_THREADS, {"ids": ids})
    for inquiry_id, position, author, author_name, title, body, at_us, auto, extension in rows:
        found[inquiry_id].append(
            Message(
                id=MessageId(message_id(inquiry_id, position)),
                author=_author(author),
                author_name=author_name,
                title=title,
                body=body,
                at=from_us(at_us),
                attachments=files.get((inquiry_id, position), ()),
                auto=auto,
                extension=extension,
            )
        )
    return {inquiry_id: tuple(thread) for inquiry_id, thread in found.items()}


def _files(connection: Connection, ids: Sequence[int]) -> dict[tuple[int, int], tuple[Attachment, ...]]:
    found: dict[tuple[int, int], tuple[Attachment, ...]] = defaultdict(tuple)
    for row in connection.execute(_FILES, {"ids": ids}):
        found[row.inquiry_id, row.position] += (to_attachment(row),)
    return found
