"""Why: a chart, its table and its screen reader's words show the same exact figures."""

from datetime import date
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct

from qpost.ui.amounts import Amount, Unit, amount_text
from qpost.ui.dates import day_text, month_text


class Shape(StrEnum):
    """How figures are drawn."""

    LINE = "line"
    STEP = "step"
    """A figure holds until the next one: a balance."""
    BARS = "bars"
    """A figure belongs to the month its day lies in."""


class Point(Struct, frozen=True, gc=False):
    """One exact figure of a day in Japan."""

    day: date
    value: Amount


class Series(Struct, frozen=True):
    """Figures in the order of their days, each day once; of bars, each month once.

    ``name`` is what they are, in the interface language. ``ValueError`` when the order does not hold.
    """

    name: str
    unit: Unit
    shape: Shape
    points: tuple[Point, ...]

    def __post_init__(self) -> None:
        places = [self.slot(point) for point in self.points]
        if any(later <= earlier for earlier, later in pairwise(places)):
            raise ValueError("a series holds one figure for each day or month, oldest first")

    def slot(self, point: Point) -> int:
        """Return where ``point`` lies on the time axis, in days or, of bars, in months."""
        if self.shape is Shape.BARS:
            return point.day.year * 12 + point.day.month - 1
        return point.day.toordinal()

    def when(self, point: Point) -> str:
        """Return the day or month of ``point`` in full."""
        return month_text(point.day) if self.shape is Shape.BARS else day_text(point.day)

    def figure(self, point: Point) -> str:
        """Return the figure of ``point`` with its unit."""
        return amount_text(point.value, self.unit)
