"""Gridlines are round and cover the figures; dates never touch."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from qpost.ui.amounts import Unit
from qpost.ui.charts.axis import value_ticks
from qpost.ui.charts.plot import make_plot
from qpost.ui.charts.series import Point, Series, Shape
from qpost.ui.fonts import make_font

FIGURES = st.integers(-(10**15), 10**15) | st.decimals(-(10**6), 10**6, places=2)
DAYS = st.dates(date(2012, 1, 1), date(2031, 12, 31))


@given(low=FIGURES, high=FIGURES, most=st.integers(2, 8), is_whole=st.booleans())
def test_gridlines_are_round_and_cover_all(
    low: int | Decimal, high: int | Decimal, most: int, is_whole: bool
) -> None:
    low, high = min(low, high), max(low, high)
    ticks = value_ticks(low, high, most=most, is_whole=is_whole)
    assert ticks[0] <= low or low > 0
    assert ticks[-1] >= high or high < 0
    assert 0 in ticks
    assert len(ticks) <= most + 1
    steps = {later - earlier for earlier, later in pairwise(ticks)}
    assert len(steps) <= 1
    for step in steps:
        assert step.normalize().as_tuple().digits in {(1,), (2,), (5,)}
        assert step >= 1 or not is_whole


def as_decimals(*values: int) -> tuple[Decimal, ...]:
    return tuple(Decimal(value) for value in values)


def test_a_few_points_are_not_split_into_fractions() -> None:
    assert value_ticks(0, 3, most=5, is_whole=True) == as_decimals(0, 1, 2, 3)
    assert value_ticks(0, 1, most=5, is_whole=False)[1] == Decimal("0.2")
    assert value_ticks(0, 0, most=5, is_whole=True) == as_decimals(0)
    assert value_ticks(-300, 14_000, most=5, is_whole=True) == as_decimals(-5000, 0, 5000, 10_000, 15_000)


@given(
    first=DAYS,
    span=st.integers(0, 4000),
    width=st.integers(60, 1600),
    shape=st.sampled_from(Shape),
    size_px=st.sampled_from((11, 22)),
)
def test_dates_stay_apart_and_inside(
    qapp: QApplication, first: date, span: int, width: int, shape: Shape, size_px: int
) -> None:
    last = first + timedelta(days=span)
    ends = {(day.year, day.month) if shape is Shape.BARS else day: day for day in (first, last)}
    points = tuple(Point(day, 1000) for day in ends.values())
    series = Series(name="", unit=Unit.POINTS, shape=shape, points=points)
    plot = make_plot(series, QSizeF(width, 200), QFontMetricsF(make_font("en", size_px=size_px)))
    assert plot is not None
    for former, latter in pairwise(plot.labels):
        assert former.left + former.width < latter.left
        assert former.mark < latter.mark
    for label in plot.labels:
        assert label.left >= plot.area.left()
        assert label.left + label.width <= plot.area.right() + 0.001
        assert plot.area.left() <= label.mark <= plot.area.right()


@pytest.mark.parametrize("width", [300, 600, 1200])
def test_eighteen_months_are_dated_at_any_width(qapp: QApplication, width: int) -> None:
    points = tuple(Point(date(2025, 6, 1) + timedelta(days=day), day) for day in range(540))
    series = Series(name="", unit=Unit.POINTS, shape=Shape.LINE, points=points)
    plot = make_plot(series, QSizeF(width, 200), QFontMetricsF(make_font("en", size_px=11)))
    assert plot is not None
    assert 3 <= len(plot.labels) <= 18
    assert 3 <= len(plot.ticks) <= 6


def test_the_nearest_point_is_found(qapp: QApplication) -> None:
    points = tuple(Point(date(2026, 1, 1) + timedelta(days=day), day) for day in (0, 1, 10))
    series = Series(name="", unit=Unit.POINTS, shape=Shape.LINE, points=points)
    plot = make_plot(series, QSizeF(500, 200), QFontMetricsF(make_font("en", size_px=11)))
    assert plot is not None
    middle = (plot.xs[1] + plot.xs[2]) / 2
    nearest = [plot.nearest(x) for x in (-100, plot.xs[1], middle - 1, middle + 1, 9000)]
    assert nearest == [0, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("shape", "days"),
    [
        (Shape.LINE, (date(2026, 1, 2), date(2026, 1, 1))),
        (Shape.STEP, (date(2026, 1, 1), date(2026, 1, 1))),
        (Shape.BARS, (date(2026, 1, 1), date(2026, 1, 31))),
    ],
)
def test_figures_out_of_order_are_refused(shape: Shape, days: tuple[date, date]) -> None:
    with pytest.raises(ValueError, match="oldest first"):
        Series(name="", unit=Unit.YEN, shape=shape, points=tuple(Point(day, 1) for day in days))
