"""Why: what each delivery counts, by the kind of goods and by the day (domain.md 3)."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from qpost.models.decimals import check_scores, times, total
from qpost.models.open_enum import OpenEnum
from qpost.models.periods import Period

WEIGHTS_CHANGED = date(2019, 9, 1)
"""From this day Quick Start (fast lane) exists and Auto Completed costs 2 instead of 0.2."""


class GoodsKind(StrEnum):
    """How an item was sold; one item may have been sold both ways."""

    GENERAL = "general"
    PREORDER = "preorder"


class Side(StrEnum):
    """Where the parcel left from."""

    LOCAL = "local"
    OVERSEAS = "overseas"


class Era(StrEnum):
    """Which weights apply."""

    UNTIL_2019_08 = "until_2019_08"
    FROM_2019_09 = "from_2019_09"


class ShippingGrade(OpenEnum):
    """How fast a parcel left and arrived, in the order of the table."""

    QUICK_START_FAST = "quick_start_fast"
    QUICK_START = "quick_start"
    GOOD_START = "good_start"
    NORMAL_START = "normal_start"
    BEST = "best"
    GOOD = "good"
    NOT_BAD = "not_bad"
    SLOW = "slow"
    VERY_SLOW = "very_slow"
    AUTO_COMPLETED = "auto_completed"


Counts = Mapping[ShippingGrade, int]
"""How many deliveries had each grade; a grade that is missing had none."""

_PREORDER = {
    ShippingGrade.BEST: Decimal(0),
    ShippingGrade.GOOD: Decimal(0),
    ShippingGrade.NOT_BAD: Decimal(0),
    ShippingGrade.SLOW: Decimal(-2),
    ShippingGrade.VERY_SLOW: Decimal(-3),
}
_GENERAL = {
    ShippingGrade.QUICK_START: Decimal(1),
    ShippingGrade.GOOD_START: Decimal("0.5"),
    ShippingGrade.NORMAL_START: Decimal("0.1"),
    ShippingGrade.BEST: Decimal(2),
    ShippingGrade.GOOD: Decimal(1),
    ShippingGrade.NOT_BAD: Decimal(0),
    ShippingGrade.SLOW: Decimal(-1),
    ShippingGrade.VERY_SLOW: Decimal(-2),
}
_WEIGHTS: Mapping[tuple[GoodsKind, Era], Mapping[ShippingGrade, Decimal]] = {
    (GoodsKind.GENERAL, Era.UNTIL_2019_08): _GENERAL | {ShippingGrade.AUTO_COMPLETED: Decimal("-0.2")},
    (GoodsKind.GENERAL, Era.FROM_2019_09): {ShippingGrade.QUICK_START_FAST: Decimal("1.5")}
    | _GENERAL
    | {ShippingGrade.AUTO_COMPLETED: Decimal(-2)},
    (GoodsKind.PREORDER, Era.UNTIL_2019_08): _PREORDER,
    (GoodsKind.PREORDER, Era.FROM_2019_09): _PREORDER,
}


class ScoreLine(Struct, frozen=True):
    """``count`` deliveries of one grade at one ``weight``; the grade may be one that is new to us."""

    grade: ShippingGrade
    weight: Decimal
    count: int

    def __post_init__(self) -> None:
        check_scores(self.weight)
        if self.count < 0:
            raise ValueError("deliveries cannot be fewer than none")

    @property
    def score(self) -> Decimal:
        """What the line adds."""
        return times(self.weight, self.count)


class ShippingTable(Struct, frozen=True):
    """One kind of goods: both sides and the ``total`` of all their lines, as the service counted it."""

    local: tuple[ScoreLine, ...]
    overseas: tuple[ScoreLine, ...]
    total: Decimal

    def __post_init__(self) -> None:
        check_scores(self.total)

    @property
    def sum_of_lines(self) -> Decimal:
        """The total worked out here; differs from ``total`` only where a service is wrong."""
        return lines_total((*self.local, *self.overseas))


class ItemShipping(Struct, frozen=True, omit_defaults=True):
    """The shipping score of one item; a table is absent when the item was not sold that way."""

    item_no: str
    item_name: str
    total: Decimal
    general: ShippingTable | None = None
    preorder: ShippingTable | None = None

    def __post_init__(self) -> None:
        check_scores(self.total)


def era_of(day: date) -> Era:
    """Return which weights a delivery of ``day`` gets."""
    return Era.UNTIL_2019_08 if day < WEIGHTS_CHANGED else Era.FROM_2019_09


def eras_in(period: Period) -> tuple[tuple[Era, Period], ...]:
    """Return the parts of ``period`` with their weights, in order; none when it is empty."""
    before, after = period.cut(WEIGHTS_CHANGED)
    parts = ((Era.UNTIL_2019_08, before), (Era.FROM_2019_09, after))
    return tuple((era, part) for era, part in parts if not part.is_empty)


def weight_of(goods: GoodsKind, grade: ShippingGrade, era: Era) -> Decimal | None:
    """Return what one delivery counts; None for a grade that these goods, then, do not use or we not know."""
    return _WEIGHTS[goods, era].get(grade)


def grades_of(goods: GoodsKind, era: Era) -> tuple[ShippingGrade, ...]:
    """Return the grades in use, in the order of the table."""
    return tuple(_WEIGHTS[goods, era])


def score_lines(goods: GoodsKind, counts: Mapping[Era, Counts]) -> tuple[ScoreLine, ...]:
    """Return one side of the table for the eras that ``counts`` names.

    Every grade in use has a line, with 0 where nothing was counted; a grade whose weight changed has one for
    each weight, the older first. Counts of grades without a weight are left out: they score nothing.
    """
    lines: dict[tuple[ShippingGrade, Decimal], int] = {}
    for grade in ShippingGrade:
        for era in Era:
            weight = weight_of(goods, grade, era)
            if weight is not None and era in counts:
                place = (grade, weight)
                lines[place] = lines.get(place, 0) + counts[era].get(grade, 0)
    return tuple(ScoreLine(grade, weight, count) for (grade, weight), count in lines.items())


def lines_total(lines: Iterable[ScoreLine]) -> Decimal:
    """Return the exact score of ``lines``."""
    return total(line.score for line in lines)


def score(goods: GoodsKind, era: Era, counts: Counts) -> Decimal:
    """Return the exact score of ``counts``, all of one kind and one era."""
    return lines_total(score_lines(goods, {era: counts}))


def shipping_table(
    goods: GoodsKind, *, local: Mapping[Era, Counts], overseas: Mapping[Era, Counts]
) -> ShippingTable:
    """Return the table of one kind of goods; both sides name the same eras."""
    sides = (score_lines(goods, local), score_lines(goods, overseas))
    return ShippingTable(local=sides[0], overseas=sides[1], total=lines_total((*sides[0], *sides[1])))
