"""Why: the trend needs each full month's points, which no single call of the contract gives."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Protocol

from qpost.models.account import ShopId
from qpost.models.decimals import total
from qpost.models.errors import ServerFault
from qpost.models.periods import Period, last_12_months, months_in
from qpost.models.points import SCORING_CHANGED, ItemPointsPage, ItemQuery, MonthPoints, PointsPeriod

PAGE_ROWS = 500
PAGES_LIMIT = 400


class PointsReader(Protocol):
    """The one call of a connection this needs."""

    def item_points(
        self, shop: ShopId, query: ItemQuery, *, cursor: str | None, limit: int
    ) -> ItemPointsPage:
        """Read a page of points by item."""


def full_months(today: date) -> tuple[Period, ...]:
    """Return the twelve whole months before the one of ``today``, oldest first."""
    return tuple(months_in(last_12_months(today)))


def read_month(backend: PointsReader, shop: ShopId, month: Period) -> MonthPoints:
    """Read the service points of a whole month: the first page's totals, or all rows where there are none."""
    page = PointsPeriod.CURRENT if month.first >= SCORING_CHANGED else PointsPeriod.PAST
    query = ItemQuery(page=page, first=month.first, last=month.last)
    first = backend.item_points(shop, query, cursor=None, limit=1)
    if first.totals is not None:
        return MonthPoints(month.first, first.totals.service_score)
    return MonthPoints(month.first, total(_scores(backend, shop, query)))


def _scores(backend: PointsReader, shop: ShopId, query: ItemQuery) -> Iterator[Decimal]:
    cursor: str | None = None
    for _ in range(PAGES_LIMIT):
        page: ItemPointsPage = backend.item_points(shop, query, cursor=cursor, limit=PAGE_ROWS)
        yield from (row.service_score for row in page.items)
        cursor = page.next_cursor
        if cursor is None:
            return
    raise ServerFault(request_id=None, detail="a list without end", may_have_arrived=False)
