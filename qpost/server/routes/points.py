"""Why: grade, service points by item, and their conversion into Qcash, once a month."""

from datetime import date, datetime
from typing import Any, Literal

from litestar import Response, get, post
from litestar.params import FromQuery, JSONBody
from msgspec.structs import replace
from sqlalchemy import Connection, Row, insert, select

from qpost.models.conversion import conversion_state, conversion_window, earned_month, split
from qpost.models.jst import business_date
from qpost.models.periods import Period, last_month, month_of
from qpost.models.points import (
    Category,
    CategoryId,
    Conversion,
    ConversionResult,
    Converted,
    Grade,
    ItemPointsPage,
    PointsPeriod,
    allowed_days,
    with_descendants,
)
from qpost.models.qcash import EntryKind
from qpost.models.shipping_score import ItemShipping
from qpost.server.cursors import decode_number, encode_cursor
from qpost.server.database import items, reading
from qpost.server.ids import CATEGORY, from_us, public_id, row_number, to_us
from qpost.server.journal import Movement, balance, book
from qpost.server.keyed import write_once
from qpost.server.list_query import escaped
from qpost.server.money_tables import ISSUING, QCASH, categories, conversions
from qpost.server.points_sums import (
    ItemFilter,
    from_tenths,
    grade_of,
    item_page,
    item_shipping,
    item_totals,
    shop_sums,
)
from qpost.server.problems import Problem, invalid
from qpost.server.routes.inquiries import Cursor, Limit, Text
from qpost.server.routes.replies import Key
from qpost.server.service import (
    InjectedService,
    PathId,
    ServiceRequest,
    absolute,
    owned_shop,
    tagged,
    written,
)
from qpost.server.wire import ConversionBody

CONVERTED_TEXT = "サービスポイントからのQキャッシュ"


@get("/v1/shops/{shop:str}/grade", sync_to_thread=True)
def read_grade(*, shop: PathId, service: InjectedService, request: ServiceRequest) -> Response[Grade]:
    """Read the seller's grade and the figures it rests on, up to yesterday in Japan."""
    with reading(service.engine) as connection:
        owner = owned_shop(connection, shop, request.user)
        found = grade_of(connection, owner.id, today=business_date(service.now()))
    return tagged(request, found)


@get("/v1/shops/{shop:str}/service-points/conversion", sync_to_thread=True)
def read_conversion(
    *, shop: PathId, service: InjectedService, request: ServiceRequest
) -> Response[Conversion]:
    """Read what of last month's points can be converted this month, or was."""
    with reading(service.engine) as connection:
        owner = owned_shop(connection, shop, request.user)
        found = _conversion(connection, owner.id, now=service.now())
    return tagged(request, found)


@post("/v1/shops/{shop:str}/service-points/conversion", sync_to_thread=True)
def convert(
    *,
    shop: PathId,
    data: JSONBody[ConversionBody],
    key: Key,
    service: InjectedService,
    request: ServiceRequest,
) -> Response[ConversionResult]:
    """Turn all that can be converted into Qcash, once a month."""

    def write(connection: Connection) -> ConversionResult:
        owner = owned_shop(connection, shop, request.user)
        return _convert(connection, owner.id, data, now=service.now())

    return write_once(
        service,
        caller=request.user,
        key=key,
        route="conversion",
        payload=(shop, data),
        status=201,
        write=write,
    )


@get("/v1/shops/{shop:str}/service-points/items", sync_to_thread=True)
def list_items(
    *,
    shop: PathId,
    service: InjectedService,
    request: ServiceRequest,
    period: FromQuery[Literal["current", "past"]] = "current",
    date_from: FromQuery[date] = date.min,
    date_to: FromQuery[date] = date.max,
    category: Text = "",
    item_no: Text = "",
    item_name: Text = "",
    limit: Limit = 100,
    cursor: Cursor = "",
) -> Response[ItemPointsPage]:
    """List the shop's items by number with their points; dates are days in Japan, both ends included.

    Without dates: this month on the current page, June 2019 on the past one. The first page has the sums of
    all rows.
    """
    page_of = PointsPeriod(period)
    today = business_date(service.now())
    asked = _given(request, "date_from", date_from), _given(request, "date_to", date_to)
    days = _asked_days(page_of, *asked, today=today)
    after = decode_number(cursor) if cursor else ""
    with reading(service.engine) as connection:
        owner = owned_shop(connection, shop, request.user)
        wanted = ItemFilter(
            number=item_no.replace("\x00", ""),
            name=escaped(item_name.replace("\x00", "")),
            categories=_category_rows(connection, category) if category else None,
        )
        rows = item_page(connection, owner.id, wanted, days, after=after, rows=limit + 1)
        totals = None if cursor else item_totals(connection, owner.id, wanted, days)
    page = tuple(replace(row, image_url=absolute(request, row.image_url)) for row in rows[:limit])
    next_cursor = encode_cursor(page[-1].item_no, 0) if len(rows) > limit else None
    return written(ItemPointsPage(items=page, next_cursor=next_cursor, totals=totals))


@get("/v1/shops/{shop:str}/service-points/items/{item_no:str}/shipping", sync_to_thread=True)
def read_shipping(
    *,
    shop: PathId,
    item_no: PathId,
    service: InjectedService,
    request: ServiceRequest,
    date_from: FromQuery[date] = date.min,
    date_to: FromQuery[date] = date.max,
) -> Response[ItemShipping]:
    """Read an item's deliveries by grade, with a line for each weight that counted within the days."""
    today = business_date(service.now())
    first = _given(request, "date_from", date_from) or today.replace(day=1)
    days = _days(first, _given(request, "date_to", date_to) or max(today, first))
    with reading(service.engine) as connection:
        owner = owned_shop(connection, shop, request.user)
        row = connection.execute(
            select(items.c.number, items.c.name).where(
                items.c.shop_id == owner.id, items.c.number == item_no.replace("\x00", "")
            )
        ).one_or_none()
        if row is None:
            raise Problem("not-found")
        found = item_shipping(connection, owner.id, item_no=row.number, item_name=row.name, period=days)
    return tagged(request, found)


@get("/v1/categories", sync_to_thread=True)
def list_categories(*, service: InjectedService, request: ServiceRequest) -> Response[list[Category]]:
    """Read the tree of categories: large, medium, small."""
    with reading(service.engine) as connection:
        tree = _tree(connection)
    return tagged(request, tree)


def _conversion(connection: Connection, shop_id: int, *, now: datetime) -> Conversion:
    window = conversion_window(now)
    points = from_tenths(shop_sums(connection, shop_id, last_month(business_date(now))).service_tenths)
    done = _done(connection, shop_id, window.month)
    parts = split(points)
    return Conversion(
        month=window.month,
        last_month_points=points,
        convertible=0 if done else parts.convertible,
        remainder=parts.remainder,
        state=conversion_state(points, is_converted=done is not None),
        closes_at=window.closes_at,
        converted=None if done is None else Converted(done.points, done.qcash, from_us(done.at_us)),
    )


def _convert(
    connection: Connection, shop_id: int, data: ConversionBody, *, now: datetime
) -> ConversionResult:
    found = _conversion(connection, shop_id, now=now)
    if data.month is not None and data.month != found.month:
        raise Problem("conversion-closed")
    if found.converted is not None:
        raise Problem("already-converted")
    if found.convertible == 0:
        raise Problem("nothing-to-convert")
    if data.expected_convertible != found.convertible:
        raise Problem("version-conflict", current_convertible=found.convertible)
    entry_id = book(
        connection,
        Movement(source=ISSUING, target=QCASH, amount=found.convertible),
        shop_id=shop_id,
        now=now,
        kind=EntryKind.CONVERSION,
        description=CONVERTED_TEXT,
        related=earned_month(now),
    )
    connection.execute(
        insert(conversions).values(
            shop_id=shop_id,
            month=found.month,
            points=found.convertible,
            qcash=found.convertible,
            at_us=to_us(now),
            entry_id=entry_id,
        )
    )
    return ConversionResult(
        points=found.convertible,
        qcash=found.convertible,
        balance=balance(connection, shop_id, QCASH),
        at=now,
    )


def _done(connection: Connection, shop_id: int, month: str) -> Row[Any] | None:
    return connection.execute(
        select(conversions).where(conversions.c.shop_id == shop_id, conversions.c.month == month)
    ).one_or_none()


def _asked_days(page: PointsPeriod, date_from: date | None, date_to: date | None, *, today: date) -> Period:
    """Return the days asked for; raises ``date-out-of-range`` with those the page has."""
    allowed = allowed_days(page, today=today)
    last = date_to or allowed.last or today
    first = date_from or month_of(last).first
    days = _days(first, last)
    if not allowed.allows(first, last):
        raise Problem("date-out-of-range", allowed=allowed)
    return days


def _given(request: ServiceRequest, name: str, day: date) -> date | None:
    """Return the day of a query's parameter, None where the client named none."""
    return day if name in request.query_params else None


def _days(first: date, last: date) -> Period:
    if last < first:
        raise invalid("date_to", "invalid", "The last day lies before the first.")
    return Period(first, last)


def _tree(connection: Connection) -> list[Category]:
    below: dict[int | None, list[Row[Any]]] = {}
    for row in connection.execute(select(categories).order_by(categories.c.id)):
        below.setdefault(row.parent_id, []).append(row)

    def children(parent: int | None) -> tuple[Category, ...]:
        return tuple(
            Category(CategoryId(public_id(CATEGORY, row.id)), row.name, children(row.id))
            for row in below.get(parent, ())
        )

    return list(children(None))


def _category_rows(connection: Connection, category: str) -> tuple[int, ...]:
    found = with_descendants(_tree(connection), CategoryId(category))
    if not found:
        raise invalid("category", "unknown", "There is no such category.")
    return tuple(number for one in found if (number := row_number(CATEGORY, one)) is not None)
