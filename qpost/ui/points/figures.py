"""Why: everything the points page shows of one shop comes out of the local store together."""

from datetime import datetime, timedelta

from msgspec import Struct

from qpost.models.account import ShopId
from qpost.models.points import CategoryTree, Conversion, Grade
from qpost.services.kept import Kept
from qpost.services.service_points import MonthPoints, ServicePoints

FRESH_FOR = timedelta(minutes=5)
"""Figures change once a day."""


class Figures(Struct, frozen=True):
    """Everything the local store has of one shop; None was never read. ``doubt``: see ``ServicePoints``."""

    grade: Kept[Grade] | None = None
    conversion: Kept[Conversion] | None = None
    months: Kept[tuple[MonthPoints, ...]] | None = None
    categories: Kept[CategoryTree] | None = None
    doubt: datetime | None = None

    @property
    def read_at(self) -> datetime | None:
        """When the oldest of the figures was read; None when none was."""
        known = [kept.read_at for kept in (self.grade, self.conversion, self.months) if kept is not None]
        return min(known, default=None)


def read_figures(points: ServicePoints, shop: ShopId) -> Figures:
    """Read what is kept of ``shop``."""
    return Figures(
        grade=points.grade(shop),
        conversion=points.conversion(shop),
        months=points.months(shop),
        categories=points.categories(),
        doubt=points.doubt(shop),
    )
