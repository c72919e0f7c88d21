"""Why: what the demo's items did, day by day: sold, delivered fast or late, complained about, praised."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from qpost.models.periods import Period, last_month, month_of
from qpost.models.points import (
    CANCEL_WEIGHT,
    NEUTRAL_WEIGHT,
    NOT_RECEIVED_WEIGHT,
    NOT_RECOMMENDED_WEIGHT,
    RECOMMENDED_WEIGHT,
)
from qpost.models.shipping_score import Era, GoodsKind, ShippingGrade, Side, era_of, weight_of
from qpost.server.simulator.catalogue import Draw, SoldItem, pick

HISTORY_MONTHS = 18
OLD_DAYS = Period(date(2019, 4, 1), date(2019, 10, 31))
"""Days of both scorings and of both eras of weights, so that the old pages have something to show."""

_GRADES = tuple(ShippingGrade)
_STARTS = (
    (ShippingGrade.QUICK_START_FAST, 18),
    (ShippingGrade.QUICK_START, 34),
    (ShippingGrade.GOOD_START, 24),
    (ShippingGrade.NORMAL_START, 24),
)
_ENDS = (
    (ShippingGrade.BEST, 52),
    (ShippingGrade.GOOD, 27),
    (ShippingGrade.NOT_BAD, 12),
    (ShippingGrade.SLOW, 5),
    (ShippingGrade.VERY_SLOW, 2),
    (ShippingGrade.AUTO_COMPLETED, 2),
)
_BAD_ENDS = (
    (ShippingGrade.NOT_BAD, 30),
    (ShippingGrade.SLOW, 30),
    (ShippingGrade.VERY_SLOW, 25),
    (ShippingGrade.AUTO_COMPLETED, 15),
)


class ShopTrade(NamedTuple):
    """How much a shop sells: about ``per_day`` items a day, and up to ``most_parcels`` of each.

    ``was_late``: last month's deliveries were bad; ``target_tenths``: what last month comes to, exactly.
    """

    per_day: int
    most_parcels: int = 5
    was_late: bool = False
    target_tenths: int | None = None


class ItemDay:
    """A row of ``item_days`` while it is made; both scores grow with every count."""

    __slots__ = (
        "amount",
        "complaints",
        "day",
        "goods",
        "grades",
        "item",
        "reviews",
        "service_tenths",
        "shipping_tenths",
        "side",
        "transactions",
        "weights",
    )

    def __init__(self, item: SoldItem, day: date, *, goods: GoodsKind, side: Side) -> None:
        self.item = item
        self.day = day
        self.goods = goods
        self.side = side
        self.weights = _TENTHS[goods, era_of(day)]
        self.grades = [0] * len(self.weights)
        self.complaints = [0, 0]  # cancelled or sent back, not received
        self.reviews = [0, 0, 0]  # strongly recommended, neutral, not recommended
        self.transactions = self.amount = self.shipping_tenths = self.service_tenths = 0

    def deliver(self, grade: int, count: int = 1) -> None:
        """Count parcels of one grade, by its place in the table; one these goods do not use is left out."""
        weight = self.weights[grade]
        if weight is not None:
            self.grades[grade] += count
            self.shipping_tenths += weight * count
            self.service_tenths += weight * count

    def complain(self, kind: int) -> None:
        """Count a complaint."""
        self.complaints[kind] += 1
        self.service_tenths += _COMPLAINT_TENTHS[kind]

    def review(self, kind: int) -> None:
        """Count a review."""
        self.reviews[kind] += 1
        self.service_tenths += _REVIEW_TENTHS[kind]

    def row(self, shop_row: int) -> tuple[object, ...]:
        """Return the row in the order of the table's columns."""
        return (
            shop_row,
            self.item.number,
            self.day.toordinal(),
            self.goods.value,
            self.side.value,
            self.transactions,
            self.amount,
            *self.complaints,
            *self.reviews,
            *self.grades,
            self.shipping_tenths,
            self.service_tenths,
        )


def history(draw: Draw, goods: Sequence[SoldItem], trade: ShopTrade, *, today: date) -> list[ItemDay]:
    """Return every day of the last eighteen months up to yesterday, and of :data:`OLD_DAYS`."""
    first = _months_before(today, HISTORY_MONTHS)
    recent = Period(first, today - timedelta(days=1))
    rows = list(_days(draw, goods, OLD_DAYS, trade._replace(per_day=2), bad=None))
    bad = last_month(today) if trade.was_late else None
    rows += _days(draw, goods, recent, trade, bad=bad)
    if trade.target_tenths is not None:
        month = [row for row in rows if row.day in last_month(today)]
        _bring_to(draw, month, trade.target_tenths)
    return rows


def first_sales(draw: Draw, goods: Sequence[SoldItem], *, today: date) -> Iterator[ItemDay]:
    """Yield one day within the last thirty for each of ``goods``: a catalogue far larger than the trade."""
    for index, item in enumerate(goods):
        row = ItemDay(item, today - timedelta(days=1 + index % 30), goods=GoodsKind.GENERAL, side=Side.LOCAL)
        _sell(draw, row, parcels=1, ends=_GOOD_ENDS)
        yield row


def _days(
    draw: Draw, goods: Sequence[SoldItem], period: Period, trade: ShopTrade, *, bad: Period | None
) -> Iterator[ItemDay]:
    for number in range(period.days):
        day = period.first + timedelta(days=number)
        ends = _BAD_CHOICES if bad is not None and day in bad else _GOOD_ENDS
        busy = trade.per_day * (0.7 + 0.6 * draw()) * (1.25 if day.weekday() >= 5 else 1.0)
        most = trade.most_parcels
        sold: set[int] = set()
        for _ in range(max(1, int(busy + draw()))):
            luck = draw()
            sold.add(int(luck * luck * len(goods)))  # few items sell often, most now and then
        for index in sold:
            row = ItemDay(goods[index], day, goods=_goods_kind(index, day), side=_side(index, number))
            _sell(draw, row, parcels=1 + int(draw() ** 3 * most), ends=ends)
            yield row


def _sell(draw: Draw, row: ItemDay, *, parcels: int, ends: Sequence[int]) -> None:
    row.transactions = parcels
    row.amount = parcels * row.item.price
    for _ in range(parcels):
        row.deliver(_START_CHOICES[int(draw() * 100)])
        row.deliver(ends[int(draw() * len(ends))])
        luck = draw()
        if luck < 0.12:
            row.review(_RECOMMENDED)
        elif luck < 0.18:
            row.review(_NEUTRAL)
        elif luck < 0.20:
            row.review(_NOT_RECOMMENDED)
        elif luck < 0.22:
            row.complain(_CANCELLED)
        elif luck < 0.227:
            row.complain(_NOT_RECEIVED)


def _bring_to(draw: Draw, month: Sequence[ItemDay], target: int) -> None:
    """Let complaints and reviews of the month bring its score to ``target`` tenths, exactly."""
    general = next(row for row in month if row.goods is GoodsKind.GENERAL)
    missing = target - sum(row.service_tenths for row in month)
    while missing <= -30:
        pick(draw, month).complain(_CANCELLED)
        missing += 30
    while missing < 0:
        pick(draw, month).review(_NOT_RECOMMENDED)
        missing += 10
    while missing >= 10:
        pick(draw, month).review(_RECOMMENDED)
        missing -= 10
    general.deliver(_GRADES.index(ShippingGrade.NORMAL_START), missing)


def _goods_kind(index: int, day: date) -> GoodsKind:
    is_preorder = index % 17 == 3 or (index % 10 == 0 and day.day <= 12)
    return GoodsKind.PREORDER if is_preorder else GoodsKind.GENERAL


def _side(index: int, number: int) -> Side:
    is_overseas = index % 5 == 4 or (index % 7 == 2 and number % 2 == 0)
    return Side.OVERSEAS if is_overseas else Side.LOCAL


def _months_before(day: date, months: int) -> date:
    first = day.replace(day=1)
    for _ in range(months):
        first = month_of(first - timedelta(days=1)).first
    return first


def _spread(shares: Sequence[tuple[ShippingGrade, int]]) -> tuple[int, ...]:
    return tuple(_GRADES.index(grade) for grade, share in shares for _ in range(share))


_START_CHOICES, _GOOD_ENDS, _BAD_CHOICES = _spread(_STARTS), _spread(_ENDS), _spread(_BAD_ENDS)
_TENTHS = {
    (goods, era): tuple(
        None if (weight := weight_of(goods, grade, era)) is None else int(weight * 10) for grade in _GRADES
    )
    for goods in GoodsKind
    for era in Era
}
_CANCELLED, _NOT_RECEIVED = 0, 1
_COMPLAINT_TENTHS = (10 * CANCEL_WEIGHT, 10 * NOT_RECEIVED_WEIGHT)
_RECOMMENDED, _NEUTRAL, _NOT_RECOMMENDED = 0, 1, 2
_REVIEW_TENTHS = (10 * RECOMMENDED_WEIGHT, 10 * NEUTRAL_WEIGHT, 10 * NOT_RECOMMENDED_WEIGHT)
