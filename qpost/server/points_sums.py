"""Why: every figure of service points is a sum over ``item_days``, taken by the database in whole tenths."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select

from qpost.models.decimals import change_percent, plain
from qpost.models.periods import Period, last_12_months, last_30_days, last_month, this_month
from qpost.models.points import (
    Grade,
    ItemPoints,
    PointFigures,
    Points,
    PointsTotals,
    SellerGrade,
    TransactionFigures,
    Transactions,
    TransactionsThisMonth,
    complaints,
    reviews,
    service_score,
)
from qpost.models.shipping_score import (
    Era,
    GoodsKind,
    ItemShipping,
    ShippingGrade,
    ShippingTable,
    Side,
    eras_in,
    shipping_table,
)
from qpost.server.database import items
from qpost.server.money_tables import item_categories, item_days, shop_books

_DAYS = item_days.c
_SUMMED = (
    "transactions",
    "amount",
    "cancel_return",
    "not_received",
    "recommended",
    "neutral",
    "not_recommended",
    "shipping_tenths",
)


class ShopSums(Struct, frozen=True):
    """What a shop did in a period; scores in tenths."""

    transactions: int
    amount: int
    shipping_tenths: int
    service_tenths: int


class ItemFilter(Struct, frozen=True):
    """Which items of a shop; "" and None mean all, ``name`` is a part of it (escaped for LIKE by "/")."""

    number: str = ""
    name: str = ""
    categories: tuple[int, ...] | None = None


def from_tenths(tenths: int) -> Decimal:
    """Return the score that the database keeps as whole tenths."""
    return plain(Decimal(int(tenths)).scaleb(-1))


def shop_sums(connection: Connection, shop_id: int, period: Period) -> ShopSums:
    """Add up a shop's days of ``period``."""
    columns = (_DAYS.transactions, _DAYS.amount, _DAYS.shipping_tenths, _DAYS.service_tenths)
    row = connection.execute(
        select(*(func.coalesce(func.sum(column), 0) for column in columns)).where(_in(shop_id, period))
    ).one()
    return ShopSums(*(int(figure) for figure in row))


def grade_of(connection: Connection, shop_id: int, *, today: date) -> Grade:
    """Return all of "My grade & score" as it stands on the morning of ``today`` in Japan."""
    periods = {
        "this_month": this_month(today),
        "last_30_days": last_30_days(today),
        "last_month": last_month(today),
        "last_12_months": last_12_months(today),
    }
    sums = {name: shop_sums(connection, shop_id, period) for name, period in periods.items()}
    grade = connection.execute(
        select(shop_books.c.grade).where(shop_books.c.shop_id == shop_id)
    ).scalar_one_or_none()

    def figures(tenths: str) -> PointFigures:
        made = {
            name: Points(periods[name].first, periods[name].last, from_tenths(getattr(sums[name], tenths)))
            for name in ("this_month", "last_30_days", "last_month")
        }
        return PointFigures(**made)

    return Grade(
        grade=SellerGrade(grade or SellerGrade.NORMAL),
        as_of=today - timedelta(days=1),
        transactions=_transactions(periods, sums),
        service_points=figures("service_tenths"),
        shipping_points=figures("shipping_tenths"),
    )


def _transactions(periods: dict[str, Period], sums: dict[str, ShopSums]) -> TransactionFigures:
    now, before = sums["this_month"], sums["last_month"]
    has_begun = not periods["this_month"].is_empty

    def plain_figures(name: str) -> Transactions:
        period, found = periods[name], sums[name]
        return Transactions(period.first, period.last, found.transactions, found.amount)

    return TransactionFigures(
        this_month=TransactionsThisMonth(
            periods["this_month"].first,
            periods["this_month"].last,
            now.transactions,
            now.amount,
            change_percent(now.transactions, before.transactions) if has_begun else None,
            change_percent(now.amount, before.amount) if has_begun else None,
        ),
        last_12_months=plain_figures("last_12_months"),
        last_month=plain_figures("last_month"),
    )


def item_page(
    connection: Connection, shop_id: int, wanted: ItemFilter, period: Period, *, after: str, rows: int
) -> list[ItemPoints]:
    """Return up to ``rows`` items in the order of their numbers, from after ``after`` on, sold or not."""
    chosen = connection.execute(
        _chosen(shop_id, wanted, items.c.number, items.c.name, items.c.category, items.c.image_url)
        .where(items.c.number > after)
        .order_by(items.c.number)
        .limit(rows)
    ).all()
    sums = {
        row.item_no: row
        for row in connection.execute(
            select(_DAYS.item_no, *(func.sum(_DAYS[name]).label(name) for name in _SUMMED))
            .where(
                _DAYS.shop_id == shop_id,
                _DAYS.item_no.in_([row.number for row in chosen]),
                _DAYS.day.between(*_ends(period)),
            )
            .group_by(_DAYS.item_no)
        )
    }
    return [_item(row, sums.get(row.number)) for row in chosen]


def item_totals(connection: Connection, shop_id: int, wanted: ItemFilter, period: Period) -> PointsTotals:
    """Return the sums over every item that ``wanted`` names."""
    count = connection.execute(_chosen(shop_id, wanted, func.count())).scalar_one()
    summed = select(*(func.coalesce(func.sum(_DAYS[name]), 0).label(name) for name in _SUMMED))
    where = [_in(shop_id, period)]
    if wanted != ItemFilter():
        where.append(_DAYS.item_no.in_(_chosen(shop_id, wanted, items.c.number)))
    row = connection.execute(summed.where(*where)).one()
    made = _item(None, row)
    return PointsTotals(
        rows=int(count),
        transactions=made.transactions,
        amount=made.amount,
        service_score=made.service_score,
        shipping_score=made.shipping_score,
        complaint_score=made.complaints.score,
        review_score=made.reviews.score,
    )


def item_shipping(
    connection: Connection, shop_id: int, *, item_no: str, item_name: str, period: Period
) -> ItemShipping:
    """Return an item's deliveries by grade; without any, the empty table of general goods."""
    grades = [func.sum(_DAYS[grade.value]).label(grade.value) for grade in ShippingGrade]
    counts: dict[tuple[str, str], dict[Era, dict[ShippingGrade, int]]] = {}
    eras = eras_in(period)
    for era, part in eras:
        query = (
            select(_DAYS.goods, _DAYS.side, *grades)
            .where(_DAYS.shop_id == shop_id, _DAYS.item_no == item_no, _DAYS.day.between(*_ends(part)))
            .group_by(_DAYS.goods, _DAYS.side)
        )
        for row in connection.execute(query):
            found = {grade: int(row._mapping[grade.value]) for grade in ShippingGrade}
            counts.setdefault((row.goods, row.side), {})[era] = found
    tables: dict[GoodsKind, ShippingTable] = {}
    for goods in GoodsKind:
        sold = any(kind == goods for kind, _ in counts)
        if sold or (goods is GoodsKind.GENERAL and not counts):
            sides = {
                side.value: {era: counts.get((goods, side), {}).get(era, {}) for era, _ in eras}
                for side in Side
            }
            tables[goods] = shipping_table(goods, **sides)
    return ItemShipping(
        item_no=item_no,
        item_name=item_name,
        total=plain(sum((table.total for table in tables.values()), Decimal(0))),
        general=tables.get(GoodsKind.GENERAL),
        preorder=tables.get(GoodsKind.PREORDER),
    )


def _chosen(shop_id: int, wanted: ItemFilter, *columns: ColumnElement[Any]) -> Select[Any]:
    query = select(*columns).select_from(items).where(items.c.shop_id == shop_id)
    if wanted.number:
        query = query.where(items.c.number == wanted.number)
    if wanted.name:
        query = query.where(items.c.name.icontains(wanted.name, escape="/"))
    if wanted.categories is not None:
        inside = select(item_categories.c.item_no).where(
            item_categories.c.shop_id == shop_id, item_categories.c.category_id.in_(wanted.categories)
        )
        query = query.where(items.c.number.in_(inside))
    return query


def _item(row: Row[Any] | None, sums: Row[Any] | None) -> ItemPoints:
    figures = {name: 0 if sums is None else int(getattr(sums, name)) for name in _SUMMED}
    complained = complaints(cancel_return=figures["cancel_return"], not_received=figures["not_received"])
    reviewed = reviews(
        recommended=figures["recommended"],
        neutral=figures["neutral"],
        not_recommended=figures["not_recommended"],
    )
    shipping = from_tenths(figures["shipping_tenths"])
    score = service_score(shipping, complained, reviewed)
    return ItemPoints(
        item_no="" if row is None else row.number,
        item_name="" if row is None else row.name,
        transactions=figures["transactions"],
        amount=figures["amount"],
        service_score=score,
        shipping_score=shipping,
        complaints=complained,
        reviews=reviewed,
        total=score,
        category="" if row is None else row.category,
        image_url=None if row is None else row.image_url,
    )


def _ends(period: Period) -> tuple[int, int]:
    return period.first.toordinal(), period.last.toordinal()


def _in(shop_id: int, period: Period) -> ColumnElement[bool]:
    return and_(_DAYS.shop_id == shop_id, _DAYS.day.between(*_ends(period)))
