"""Why: grade, service points and their conversion, as contract.md words them, and the rules of a row."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from msgspec import Struct

from qpost.models.conversion import ConversionState
from qpost.models.decimals import check_scores, total
from qpost.models.open_enum import OpenEnum
from qpost.models.periods import Period

CategoryId = NewType("CategoryId", str)

CANCEL_WEIGHT = -3
NOT_RECEIVED_WEIGHT = -2
RECOMMENDED_WEIGHT = 1
NEUTRAL_WEIGHT = 0
NOT_RECOMMENDED_WEIGHT = -1
"""What a complaint or a review counts (domain.md 3)."""

SCORING_CHANGED = date(2019, 7, 1)
"""The current page knows days from here on, the page of past points those before."""
_LAST_OF_PAST = date(2019, 6, 30)


class SellerGrade(OpenEnum):
    """The marketplace's grade of a seller."""

    POWER = "power"
    GOOD = "good"
    NORMAL = "normal"


class PointsPeriod(StrEnum):
    """Which page of points by item is asked for."""

    CURRENT = "current"
    PAST = "past"


class Transactions(Period, frozen=True):
    """Deals of a period and their ``amount`` in yen."""

    count: int
    amount: int


class TransactionsThisMonth(Transactions, frozen=True):
    """Deals so far, with the change against the whole last month in percent.

    None where last month had none, or where this month has no day yet (on the 1st).
    """

    count_change: Decimal | None = None
    amount_change: Decimal | None = None


class TransactionFigures(Struct, frozen=True):
    """The transaction card."""

    this_month: TransactionsThisMonth
    last_12_months: Transactions
    last_month: Transactions


class Points(Period, frozen=True):
    """The points of a period."""

    points: Decimal

    def __post_init__(self) -> None:
        Period.__post_init__(self)
        check_scores(self.points)


class PointFigures(Struct, frozen=True):
    """The card of service points or of shipping points."""

    this_month: Points
    last_30_days: Points
    last_month: Points


class Grade(Struct, frozen=True):
    """``GET .../grade``: everything "My grade & score" shows; ``as_of`` is the last day counted."""

    grade: SellerGrade
    as_of: date
    transactions: TransactionFigures
    service_points: PointFigures
    shipping_points: PointFigures


class Converted(Struct, frozen=True):
    """What this month's conversion gave."""

    points: int
    qcash: int
    at: datetime


class Conversion(Struct, frozen=True, omit_defaults=True):
    """``GET .../service-points/conversion``; ``month`` ("2026-11") is the one the window belongs to.

    Once converted, ``convertible`` reads 0 (domain.md 3); what it was stands in ``converted``.
    """

    month: str
    last_month_points: Decimal
    convertible: int
    remainder: Decimal
    state: ConversionState
    closes_at: datetime
    converted: Converted | None = None

    def __post_init__(self) -> None:
        check_scores(self.last_month_points, self.remainder)


class ConversionResult(Struct, frozen=True):
    """``POST .../service-points/conversion``: ``balance`` is the Qcash afterwards."""

    points: int
    qcash: int
    balance: int
    at: datetime


class Complaints(Struct, frozen=True):
    """Complaints of an item: how many of each, and what they cost."""

    cancel_return: int
    not_received: int
    score: Decimal

    def __post_init__(self) -> None:
        check_scores(self.score)


class Reviews(Struct, frozen=True):
    """Reviews of an item: how many of each, and what they bring."""

    recommended: int
    neutral: int
    not_recommended: int
    score: Decimal

    def __post_init__(self) -> None:
        check_scores(self.score)


class ItemPoints(Struct, frozen=True, omit_defaults=True):
    """A row of points by item; ``amount`` in yen.

    ``service_score`` is the total of shipping, complaints and reviews; ``total`` says the same at the row's
    end, as the guides' table does.
    """

    item_no: str
    item_name: str
    transactions: int
    amount: int
    service_score: Decimal
    shipping_score: Decimal
    complaints: Complaints
    reviews: Reviews
    total: Decimal
    category: str = ""
    image_url: str | None = None

    def __post_init__(self) -> None:
        check_scores(self.service_score, self.shipping_score, self.total)


class PointsTotals(Struct, frozen=True):
    """The sums over all rows of a query, not only those of a page."""

    rows: int
    transactions: int
    amount: int
    service_score: Decimal
    shipping_score: Decimal
    complaint_score: Decimal
    review_score: Decimal

    def __post_init__(self) -> None:
        check_scores(self.service_score, self.shipping_score, self.complaint_score, self.review_score)


class ItemPointsPage(Struct, frozen=True, omit_defaults=True):
    """One page of points by item; ``next_cursor`` is None at the end, ``totals`` on the first page only."""

    items: tuple[ItemPoints, ...]
    next_cursor: str | None
    totals: PointsTotals | None = None


class ItemQuery(Struct, frozen=True):
    """What points by item are asked for: days in Japan, both included; ``category`` with all below it."""

    page: PointsPeriod
    first: date
    last: date
    category: CategoryId | None = None
    item_no: str = ""
    item_name: str = ""


class MonthPoints(Struct, frozen=True):
    """The service points of a whole ``month``, named by its 1st."""

    month: date
    points: Decimal

    def __post_init__(self) -> None:
        check_scores(self.points)


class Category(Struct, frozen=True):
    """A node of the category tree (large, medium, small)."""

    id: CategoryId
    name: str
    children: tuple["Category", ...] = ()


CategoryTree = tuple[Category, ...]
"""``GET /v1/categories``: the large categories with all below them."""


class AllowedDays(Struct, frozen=True):
    """The days a page knows; None is no limit on that side."""

    first: date | None
    last: date | None

    def allows(self, first: date, last: date) -> bool:
        """Tell whether all days from ``first`` to ``last`` may be asked for."""
        return (self.first is None or self.first <= first) and (self.last is None or last <= self.last)


def complaints(*, cancel_return: int, not_received: int) -> Complaints:
    """Return the complaints with what they cost."""
    score = CANCEL_WEIGHT * cancel_return + NOT_RECEIVED_WEIGHT * not_received
    return Complaints(cancel_return, not_received, Decimal(score))


def reviews(*, recommended: int, neutral: int, not_recommended: int) -> Reviews:
    """Return the reviews with what they bring."""
    score = (
        RECOMMENDED_WEIGHT * recommended + NEUTRAL_WEIGHT * neutral + NOT_RECOMMENDED_WEIGHT * not_recommended
    )
    return Reviews(recommended, neutral, not_recommended, Decimal(score))


def service_score(shipping: Decimal, complained: Complaints, reviewed: Reviews) -> Decimal:
    """Return shipping, complaint and review points together."""
    return total((shipping, complained.score, reviewed.score))


def allowed_days(page: PointsPeriod, *, today: date) -> AllowedDays:
    """Return the days ``page`` answers for: before 2019-07-01, or from then to ``today`` in Japan."""
    if page is PointsPeriod.PAST:
        return AllowedDays(first=None, last=_LAST_OF_PAST)
    return AllowedDays(first=SCORING_CHANGED, last=today)


def with_descendants(tree: Iterable[Category], category: CategoryId) -> frozenset[CategoryId]:
    """Return ``category`` and all below it; empty when the tree does not have it."""
    waiting = [(node, False) for node in tree]
    found: set[CategoryId] = set()
    while waiting:
        node, is_below = waiting.pop()
        is_inside = is_below or node.id == category
        if is_inside:
            found.add(node.id)
        waiting.extend((child, is_inside) for child in node.children)
    return frozenset(found)
