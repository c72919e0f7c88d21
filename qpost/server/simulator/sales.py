"""Why: what the demo's items did, day by day: sold, delivered fast or late, complained about, praised."""

from bisect import bisect_right
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
from qpost.models.shipping_score import Era, GoodsKind, ShippingGrade, Side, era_of, eras_in, weight_of
from qpost.server.simulator.catalogue import Draw, SoldItem, pick

HISTORY_MONTHS = 18
OLD_DAYS = Period(date(2019, 4, 1), date(2019, 10, 31))
"""Days of both scorings and of both eras of weights, so that the old pages have something to show."""

_DAY = timedelta(days=1)
_LIBRARY = 32
_MANNERS = 4
_WEEKEND = (6, 0)  # ordinals modulo 7: Saturday and Sunday
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


class Parcels(NamedTuple):
    """What a day's parcels of an item came to; ``counts`` are complaints, reviews and grades by column."""

    transactions: int
    counts: tuple[int, ...]
    shipping_tenths: int
    service_tenths: int


class ItemDay(NamedTuple):
    """A row of ``item_days``."""

    item: SoldItem
    day: int
    goods: GoodsKind
    side: Side
    parcels: Parcels

    def row(self, shop_row: int) -> tuple[object, ...]:
        """Return the row in the order of the table's columns."""
        item, day, goods, side, (transactions, counts, shipping, service) = self
        amount = transactions * item.price
        return (
            shop_row,
            item.number,
            day,
            goods._value_,
            side._value_,
            transactions,
            amount,
            *counts,
            shipping,
            service,
        )


class Sales:
    """What the demo's shops sold up to the day before ``today``."""

    def __init__(self, draw: Draw, *, today: date) -> None:
        self._draw = draw
        self._today = today
        self._libraries: dict[tuple[GoodsKind, Era, int, bool], tuple[Parcels, ...]] = {}

    def history(self, goods: Sequence[SoldItem], trade: ShopTrade) -> list[ItemDay]:
        """Return every day of the last eighteen months up to yesterday, and of :data:`OLD_DAYS`."""
        month, yesterday = last_month(self._today), self._today - _DAY
        before = Period(first_day(self._today), month.first - _DAY)
        rows = self._days(goods, OLD_DAYS, trade._replace(per_day=max(1, trade.per_day // 3)))
        rows += self._days(goods, before, trade)
        rows += self._days(goods, month, trade, is_late=trade.was_late)
        rows += self._days(goods, Period(month.last + _DAY, yesterday), trade)
        if trade.target_tenths is not None:
            _bring_to(self._draw, rows, month, trade.target_tenths)
        return rows

    def first_sales(self, goods: Sequence[SoldItem]) -> Iterator[ItemDay]:
        """Yield one day within the last thirty for each of ``goods``: for a shop with far more of them."""
        era = era_of(self._today)
        for index, item in enumerate(goods):
            day = self._today.toordinal() - 1 - index % 30
            parcels = pick(self._draw, self._library(GoodsKind.GENERAL, era, most=2))
            yield ItemDay(item, day, GoodsKind.GENERAL, Side.LOCAL, parcels)

    def _days(
        self, goods: Sequence[SoldItem], period: Period, trade: ShopTrade, *, is_late: bool = False
    ) -> list[ItemDay]:
        draw, rows = self._draw, list[ItemDay]()
        manners = [[_manner(index, number) for index in range(len(goods))] for number in range(_MANNERS)]
        for era, part in eras_in(period):
            libraries = {
                kind: self._library(kind, era, most=trade.most_parcels, is_late=is_late) for kind in GoodsKind
            }
            for day in range(part.first.toordinal(), part.last.toordinal() + 1):
                busy = trade.per_day * (0.7 + 0.6 * draw()) * (1.25 if day % 7 in _WEEKEND else 1.0)
                # few items sell often, most now and then
                sold = {int(draw() ** 2 * len(goods)) for _ in range(max(1, int(busy + draw())))}
                manner = manners[day % _MANNERS]
                for index in sold:
                    kind, side = manner[index]
                    parcels = libraries[kind][int(draw() * _LIBRARY)]
                    rows.append(ItemDay(goods[index], day, kind, side, parcels))
        return rows

    def _library(
        self, goods: GoodsKind, era: Era, *, most: int, is_late: bool = False
    ) -> tuple[Parcels, ...]:
        """Return days to choose from: composing each for itself would take longer than all the rest."""
        draw, place = self._draw, (goods, era, most, is_late)
        if place not in self._libraries:
            weights, ends = _TENTHS[goods, era], _BAD_CHOICES if is_late else _GOOD_ENDS
            self._libraries[place] = tuple(
                _composed(draw, weights, 1 + int(draw() ** 3 * most), ends) for _ in range(_LIBRARY)
            )
        return self._libraries[place]


def _composed(draw: Draw, weights: Sequence[int | None], number: int, ends: Sequence[int]) -> Parcels:
    said = [0] * len(_SAID_TENTHS)
    grades = [0] * len(weights)
    for _ in range(number):
        for grade in (pick(draw, _START_CHOICES), pick(draw, ends)):
            if weights[grade] is not None:
                grades[grade] += 1
        kind = bisect_right(_SAID_UP_TO, draw())
        if kind < len(_SAID_ORDER):
            said[_SAID_ORDER[kind]] += 1
    return _parcels(number, said, grades, weights)


def _parcels(
    number: int, said: Sequence[int], grades: Sequence[int], weights: Sequence[int | None]
) -> Parcels:
    shipping = sum((weight or 0) * count for weight, count in zip(weights, grades, strict=True))
    service = shipping + sum(tenths * count for tenths, count in zip(_SAID_TENTHS, said, strict=True))
    return Parcels(number, (*said, *grades), shipping, service)


def _bring_to(draw: Draw, rows: list[ItemDay], month: Period, target: int) -> None:
    """Let complaints, reviews and starts of the month bring its score to ``target`` tenths, exactly."""
    first, last = month.first.toordinal(), month.last.toordinal()
    places = [
        place for place, row in enumerate(rows) if first <= row.day <= last and row.goods is GoodsKind.GENERAL
    ]
    missing = target - sum(row.parcels.service_tenths for row in rows if first <= row.day <= last)
    while missing:
        if missing <= -30:
            column = _CANCELLED
        elif missing < 0:
            column = _NOT_RECOMMENDED
        else:
            column = _RECOMMENDED if missing >= 10 else _NORMAL_START
        place = pick(draw, places)
        row = rows[place]
        counts = list(row.parcels.counts)
        counts[column] += 1
        split_at = len(_SAID_TENTHS)
        weights = _TENTHS[row.goods, era_of(month.first)]
        made = _parcels(row.parcels.transactions, counts[:split_at], counts[split_at:], weights)
        rows[place] = row._replace(parcels=made)
        missing += row.parcels.service_tenths - made.service_tenths


def _manner(index: int, number: int) -> tuple[GoodsKind, Side]:
    """Return how an item is sold and from where; some change it from time to time."""
    is_preorder = index % 17 == 3 or (index % 10 == 0 and number >= _MANNERS // 2)
    is_overseas = index % 5 == 4 or (index % 7 == 2 and number % 2 == 0)
    goods = GoodsKind.PREORDER if is_preorder else GoodsKind.GENERAL
    return goods, Side.OVERSEAS if is_overseas else Side.LOCAL


def first_day(today: date) -> date:
    """Return the day on which the history begins."""
    first = today.replace(day=1)
    for _ in range(HISTORY_MONTHS):
        first = month_of(first - _DAY).first
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
_CANCELLED, _NOT_RECEIVED, _RECOMMENDED, _NEUTRAL, _NOT_RECOMMENDED = range(5)
_NORMAL_START = 5 + _GRADES.index(ShippingGrade.NORMAL_START)
_SAID_TENTHS = tuple(
    10 * weight
    for weight in (
        CANCEL_WEIGHT,
        NOT_RECEIVED_WEIGHT,
        RECOMMENDED_WEIGHT,
        NEUTRAL_WEIGHT,
        NOT_RECOMMENDED_WEIGHT,
    )
)
_SAID_ORDER = (_RECOMMENDED, _NEUTRAL, _NOT_RECOMMENDED, _CANCELLED, _NOT_RECEIVED)
_SAID_UP_TO = (0.12, 0.18, 0.20, 0.22, 0.227)
"""What buyers say of a parcel, each with the share up to which it is said; most say nothing."""
