"""Why: everything that reads inquiries: the list, one thread, the counters and the delta feed."""

from datetime import date, datetime, timedelta
from typing import Annotated, Literal

from litestar import Response, get
from litestar.params import FromQuery, QueryParameter
from sqlalchemy import Connection, and_, bindparam, func, select

from qpost.models.account import Shop, ShopId
from qpost.models.inquiry import CustomerCounts, HotItem, Qoo10Counts, Summary
from qpost.server.cursors import decode_feed_place, decode_place, encode_cursor
from qpost.server.database import deleted_inquiries, inquiries, items, reading, shops
from qpost.server.ids import INQUIRY, SHOP, public_id, to_us
from qpost.server.inquiry_rows import load_inquiry, select_inquiries, to_inquiries
from qpost.server.list_query import ListFilter, list_query
from qpost.server.problems import Problem
from qpost.server.service import (
    InjectedService,
    PathId,
    ServiceRequest,
    inquiry_row_number,
    owned_shop,
    tagged,
    written,
)
from qpost.server.wire import ChangesAnswer, InquiryOut, InquiryPage, ShopList

WINDOW_DAYS = 30
HOT_DAYS = 7
_HOT_ITEMS = 5
_HOT_FROM = 2

Limit = Annotated[int, QueryParameter(name="limit", ge=1, le=500)]
Cursor = Annotated[str, QueryParameter(name="cursor", max_length=1000)]
Text = Annotated[str, QueryParameter(max_length=200)]
_CHANGED = (
    select_inquiries(inquiries.c.shop_id == bindparam("shop"), inquiries.c.seq > bindparam("after"))
    .order_by(inquiries.c.seq)
    .limit(bindparam("rows"))
)


@get("/v1/shops", sync_to_thread=True)
def list_shops(*, service: InjectedService, request: ServiceRequest) -> Response[ShopList]:
    """List the account's shops with their unanswered customer inquiries."""
    open_inquiries = (
        select(func.count())
        .where(
            inquiries.c.shop_id == shops.c.id,
            inquiries.c.source == "customer",
            inquiries.c.status == "unanswered",
        )
        .scalar_subquery()
    )
    query = (
        select(shops, open_inquiries.label("unanswered"))
        .where(shops.c.account_id == request.user.account_id)
        .order_by(shops.c.id)
    )
    with reading(service.engine) as connection:
        rows = connection.execute(query).all()
    found = tuple(
        Shop(
            id=ShopId(public_id(SHOP, row.id)),
            name=row.name,
            code=row.code,
            country=row.country,
            inquiry_email=row.inquiry_email,
            unanswered=row.unanswered,
        )
        for row in rows
    )
    return tagged(request, ShopList(items=found))


@get("/v1/shops/{shop:str}/inquiries", sync_to_thread=True)
def list_inquiries(
    *,
    shop: PathId,
    service: InjectedService,
    request: ServiceRequest,
    source: FromQuery[Literal["", "customer", "qoo10"]] = "",
    date_field: FromQuery[Literal["received", "replied"]] = "received",
    date_from: FromQuery[date] = date.min,
    date_to: FromQuery[date] = date.max,
    status: FromQuery[list[Literal["unanswered", "answering", "answered"]] | None] = None,
    item_no: Text = "",
    order_no: Text = "",
    q: Text = "",
    limit: Limit = 100,
    cursor: Cursor = "",
) -> Response[InquiryPage]:
    """List inquiries, newest first. Dates are days in Japan, both ends included."""
    query, values = list_query(
        ListFilter(
            date_field=date_field,
            date_from=date_from,
            date_to=date_to,
            source=source,
            status=tuple(status or ()),
            item_no=item_no,
            order_no=order_no,
            text=q,
            place=None if not cursor else decode_place(cursor),
        )
    )
    with reading(service.engine) as connection:
        owner = owned_shop(connection, shop, request.user)
        rows = connection.execute(query, values | {"shop": owner.id, "rows": limit + 1}).all()
        page = rows[:limit]
        found = to_inquiries(connection, page, caller=request.user, now=service.now(), with_messages=False)
    last = page[-1] if len(rows) > limit else None
    next_cursor = None if last is None else encode_cursor(last.received_us, last.id)
    return written(InquiryPage(items=found, next_cursor=next_cursor))


@get("/v1/shops/{shop:str}/inquiries/summary", sync_to_thread=True)
def summarise(*, shop: PathId, service: InjectedService, request: ServiceRequest) -> Response[Summary]:
    """Count the open inquiries of the last 30 days.

    A note from Qoo10 is "unconfirmed" while it is being answered but not yet settled.
    """
    since_us = to_us(service.now() - timedelta(days=WINDOW_DAYS))
    with reading(service.engine) as connection:
        owner = owned_shop(connection, shop, request.user)
        rows = connection.execute(
            select(inquiries.c.source, inquiries.c.status, func.count().label("number"))
            .where(inquiries.c.shop_id == owner.id, inquiries.c.received_us >= since_us)
            .group_by(inquiries.c.source, inquiries.c.status)
        ).all()
        hot = _hot_items(connection, owner.id, since=service.now() - timedelta(days=HOT_DAYS))
    counts = {(row.source, row.status): int(row.number) for row in rows}
    summary = Summary(
        customer=CustomerCounts(
            unanswered=counts.get(("customer", "unanswered"), 0),
            answering=counts.get(("customer", "answering"), 0),
        ),
        qoo10=Qoo10Counts(
            unanswered=counts.get(("qoo10", "unanswered"), 0),
            unconfirmed=counts.get(("qoo10", "answering"), 0),
        ),
        window_days=WINDOW_DAYS,
        hot_items=hot,
    )
    return tagged(request, summary)


@get("/v1/shops/{shop:str}/inquiries/changes", sync_to_thread=True)
def list_changes(
    *,
    shop: PathId,
    service: InjectedService,
    request: ServiceRequest,
    limit: Limit = 100,
    cursor: Cursor = "",
) -> Response[ChangesAnswer]:
    """Read what changed since ``cursor``, oldest change first; without a cursor from the beginning."""
    place = None if not cursor else decode_feed_place(cursor)
    with reading(service.engine) as connection:
        owner = owned_shop(connection, shop, request.user)
        feed, after = place or (owner.feed, 0)
        if feed != owner.feed or after > owner.last_seq or (place and after < owner.oldest_seq):
            raise Problem("cursor-expired")
        rows = connection.execute(_CHANGED, {"shop": owner.id, "after": after, "rows": limit + 1}).all()
        page = rows[:limit]
        has_more = len(rows) > limit
        last = page[-1].seq if has_more else owner.last_seq
        gone = connection.execute(
            select(deleted_inquiries.c.inquiry_id)
            .where(
                deleted_inquiries.c.shop_id == owner.id,
                deleted_inquiries.c.seq > after,
                deleted_inquiries.c.seq <= last,
            )
            .order_by(deleted_inquiries.c.seq)
        ).scalars()
        deleted = tuple(public_id(INQUIRY, number) for number in gone)
        found = to_inquiries(connection, page, caller=request.user, now=service.now(), with_messages=True)
    return written(
        ChangesAnswer(items=found, deleted=deleted, next_cursor=encode_cursor(feed, last), has_more=has_more)
    )


@get("/v1/shops/{shop:str}/inquiries/{inquiry:str}", sync_to_thread=True)
def read_inquiry(
    *, shop: PathId, inquiry: PathId, service: InjectedService, request: ServiceRequest
) -> Response[InquiryOut]:
    """Read one inquiry with its messages."""
    with reading(service.engine) as connection:
        owner = owned_shop(connection, shop, request.user)
        found = load_inquiry(
            connection,
            shop_id=owner.id,
            inquiry_id=inquiry_row_number(inquiry),
            caller=request.user,
            now=service.now(),
        )
    return tagged(request, found)


def asked_lately(connection: Connection, shop_id: int, item_no: str, *, now: datetime) -> int:
    """Count the customers' inquiries about an item in the last seven days."""
    return int(
        connection.execute(
            select(func.count()).where(
                inquiries.c.shop_id == shop_id,
                inquiries.c.item_no == item_no,
                inquiries.c.source == "customer",
                inquiries.c.received_us >= to_us(now - timedelta(days=HOT_DAYS)),
            )
        ).scalar_one()
    )


def _hot_items(connection: Connection, shop_id: int, *, since: datetime) -> tuple[HotItem, ...]:
    number = func.count().label("number")
    query = (
        select(inquiries.c.item_no, func.max(items.c.name).label("name"), number)
        .join(items, and_(items.c.shop_id == inquiries.c.shop_id, items.c.number == inquiries.c.item_no))
        .where(
            inquiries.c.shop_id == shop_id,
            inquiries.c.received_us >= to_us(since),
            inquiries.c.source == "customer",
        )
        .group_by(inquiries.c.item_no)
        .having(func.count() >= _HOT_FROM)
        .order_by(number.desc(), inquiries.c.item_no)
        .limit(_HOT_ITEMS)
    )
    return tuple(
        HotItem(item_no=row.item_no, item_name=row.name, inquiries_7d=row.number)
        for row in connection.execute(query)
    )
