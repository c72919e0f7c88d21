"""Why: turns rows into the contract's inquiries, a page at a time and never one query per inquiry."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, select

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
from qpost.server.accounts import Caller
from qpost.server.database import (
    attachments,
    inquiries,
    items,
    message_attachments,
    messages,
    presence,
)
from qpost.server.ids import ATTACHMENT, INQUIRY, from_us, message_id, public_id, to_us
from qpost.server.problems import Problem
from qpost.server.wire import InquiryOut


def select_inquiries(*where: ColumnElement[bool]) -> Select[Any]:
    """Return the query for inquiries with what their item is called."""
    return (
        select(
            inquiries,
            items.c.name.label("item_name"),
            items.c.category.label("item_category"),
            items.c.url.label("item_url"),
        )
        .select_from(
            inquiries.outerjoin(
                items, and_(items.c.shop_id == inquiries.c.shop_id, items.c.number == inquiries.c.item_no)
            )
        )
        .where(*where)
    )


def load_inquiry(
    connection: Connection, *, shop_id: int, inquiry_id: int, caller: Caller, now: datetime
) -> InquiryOut:
    """Read one inquiry with its messages; raises ``not-found``."""
    rows = connection.execute(
        select_inquiries(inquiries.c.id == inquiry_id, inquiries.c.shop_id == shop_id)
    ).all()
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
    return InquiryOut(
        id=InquiryId(public_id(INQUIRY, row.id)),
        number=row.number,
        source=Source(row.source),
        visibility=Visibility(row.visibility),
        kind=row.kind,
        category=row.category,
        status=Status(row.status),
        hidden=row.hidden,
        title=row.title,
        customer=Customer(name=row.customer_name, restricted=row.customer_restricted),
        received_at=from_us(row.received_us),
        updated_at=from_us(row.updated_us),
        version=row.version,
        message_count=row.message_count,
        last_message_preview=row.last_message_preview,
        item=_item(row),
        order_no=row.order_no,
        cart_no=row.cart_no,
        replied_at=None if row.replied_us is None else from_us(row.replied_us),
        handled_by=row.handled_by,
        presence=presence,
        messages=messages,
    )


def _item(row: Row[Any]) -> ItemRef | None:
    if row.item_no is None:
        return None
    return ItemRef(
        number=row.item_no,
        name=row.item_name or "",
        category=row.item_category or "",
        url=row.item_url or "",
    )


def _presence(
    connection: Connection, ids: Sequence[int], *, caller: Caller, now: datetime
) -> dict[int, tuple[Presence, ...]]:
    live = and_(presence.c.expires_us > to_us(now), presence.c.family != caller.family)
    marks = connection.execute(
        select(presence).where(presence.c.inquiry_id.in_(ids), live).order_by(presence.c.extension)
    )
    found: dict[int, tuple[Presence, ...]] = defaultdict(tuple)
    for mark in marks:
        found[mark.inquiry_id] += (Presence(extension=mark.extension, state=mark.state),)
    return found


def _threads(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[Message, ...]]:
    files = _files(connection, ids)
    found: dict[int, list[Message]] = defaultdict(list)
    ordered = (
        select(messages)
        .where(messages.c.inquiry_id.in_(ids))
        .order_by(messages.c.inquiry_id, messages.c.position)
    )
    for row in connection.execute(ordered):
        found[row.inquiry_id].append(
            Message(
                id=MessageId(message_id(row.inquiry_id, row.position)),
                author=Author(row.author),
                author_name=row.author_name,
                title=row.title,
                body=row.body,
                at=from_us(row.at_us),
                attachments=files.get((row.inquiry_id, row.position), ()),
                auto=row.auto,
                extension=row.extension,
            )
        )
    return {inquiry_id: tuple(thread) for inquiry_id, thread in found.items()}


def _files(connection: Connection, ids: Iterable[int]) -> dict[tuple[int, int], tuple[Attachment, ...]]:
    link = message_attachments
    query = (
        select(attachments, link.c.inquiry_id, link.c.position)
        .join(link, link.c.attachment_id == attachments.c.id)
        .where(link.c.inquiry_id.in_(ids))
        .order_by(link.c.inquiry_id, link.c.position, link.c.ordinal)
    )
    found: dict[tuple[int, int], tuple[Attachment, ...]] = defaultdict(tuple)
    for row in connection.execute(query):
        found[row.inquiry_id, row.position] += (to_attachment(row),)
    return found
