"""Why: where everything of a chart lies is computed once for each size, to be drawn and pointed at."""

from bisect import bisect_left
from datetime import date
from decimal import Decimal

from msgspec import Struct
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF

from qpost.ui.amounts import number_text
from qpost.ui.charts.axis import Label, date_labels, month_labels, value_ticks
from qpost.ui.charts.series import Series, Shape
from qpost.ui.dates import day_text, short_day, short_month
from qpost.ui.tokens import SPACE_L, SPACE_S, SPACE_XS

_LEAST_STEPS, _MOST_STEPS = 3, 5
_LINES_PER_STEP = 1.9
_BAR_SHARE = 0.62
_WIDEST_BAR_PX = 36.0
_GAP_PX = float(SPACE_L)


class Tick(Struct, frozen=True, gc=False):
    """A gridline: its figure as text and its height."""

    value: Decimal
    text: str
    y: float


class Plot(Struct, frozen=True):
    """Pixel positions of one series at one size; ``xs`` and ``ys`` are those of its points."""

    area: QRectF
    ticks: tuple[Tick, ...]
    labels: tuple[Label, ...]
    labels_top: float
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    zero_y: float
    bar_width: float

    def nearest(self, x: float) -> int:
        """Return the number of the point nearest to ``x``."""
        after = bisect_left(self.xs, x)
        if after == 0:
            return 0
        if after == len(self.xs):
            return after - 1
        return after if self.xs[after] - x < x - self.xs[after - 1] else after - 1


def make_plot(series: Series, size: QSizeF, metrics: QFontMetricsF) -> Plot | None:
    """Lay out ``series`` in ``size`` with texts of ``metrics``; None when there is nothing to draw."""
    if not series.points:
        return None
    line = metrics.height()
    top, bottom = line / 2 + SPACE_XS, size.height() - line * 1.5 - SPACE_XS
    values = [point.value for point in series.points]
    steps = int((bottom - top) / (line * _LINES_PER_STEP))
    figures = value_ticks(
        min(values),
        max(values),
        most=max(_LEAST_STEPS, min(_MOST_STEPS, steps)),
        is_whole=all(value == int(value) for value in values),
    )
    texts = [number_text(figure) for figure in figures]
    left = max(metrics.horizontalAdvance(text) for text in texts) + SPACE_XS + SPACE_S
    area = QRectF(left, top, max(1.0, size.width() - left - SPACE_XS), max(1.0, bottom - top))
    low, span = figures[0], (figures[-1] - figures[0]) or Decimal(1)
    ys = tuple(area.bottom() - float((Decimal(value) - low) / span) * area.height() for value in values)
    axis = _TimeAxis(series, area)
    return Plot(
        area=area,
        ticks=tuple(
            Tick(value=figure, text=text, y=area.bottom() - float((figure - low) / span) * area.height())
            for figure, text in zip(figures, texts, strict=True)
        ),
        labels=axis.labels(metrics),
        labels_top=area.bottom() + line / 2 + SPACE_XS / 2,
        xs=axis.xs,
        ys=ys,
        zero_y=area.bottom() + float(low / span) * area.height(),
        bar_width=axis.bar_width,
    )


class _TimeAxis:
    """Days or months from left to right; bars stand in the middle of their month."""

    def __init__(self, series: Series, area: QRectF) -> None:
        slots = [series.slot(point) for point in series.points]
        self._series = series
        self._area = area
        self._first = slots[0]
        self._is_bars = series.shape is Shape.BARS
        holds = series.shape is not Shape.LINE and (self._is_bars or len(slots) > 1)
        self._count = slots[-1] - slots[0] + holds
        share = area.width() * _BAR_SHARE / max(1, self._count)
        self.bar_width = max(1.0, min(_WIDEST_BAR_PX, share))
        self.xs = tuple(self._place(slot) for slot in slots)

    def labels(self, metrics: QFontMetricsF) -> tuple[Label, ...]:
        """Return the dates under the axis."""
        points, room = self._series.points, (self._area.left(), self._area.right())
        first, last = points[0].day, points[-1].day
        if self._is_bars:
            start, months = first.year * 12 + first.month - 1, range(self._count)
            return month_labels(
                [date((start + ahead) // 12, (start + ahead) % 12 + 1, 1) for ahead in months],
                place=lambda day: self._place(day.year * 12 + day.month - 1),
                words=short_month,
                width=metrics.horizontalAdvance,
                room=room,
                gap=_GAP_PX,
            )
        return date_labels(
            first,
            last,
            place=lambda day: self._place(day.toordinal()),
            texts=(short_day if (last - first).days and first.year == last.year else day_text, short_month),
            width=metrics.horizontalAdvance,
            room=room,
            gap=_GAP_PX,
        )

    def _place(self, slot: int) -> float:
        ahead = slot - self._first
        if self._is_bars:
            return self._area.left() + self._area.width() * (ahead + 0.5) / self._count
        if not self._count:
            return self._area.center().x()
        return self._area.left() + self._area.width() * ahead / self._count
