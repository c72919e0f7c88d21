"""Why: lines of a chart are sharp at every scaling: straight edges lie on whole pixels of the screen."""

from collections.abc import Iterator
from itertools import groupby, pairwise
from math import ceil, floor

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from qpost.ui.charts.plot import Plot
from qpost.ui.charts.series import Shape
from qpost.ui.tokens import RADIUS_CONTROL, SPACE_L, SPACE_M, SPACE_S, SPACE_XS, Tokens

_LINE_PX = 2.0
_DOT_PX = 4.0
_RING_PX = 2.0


class Grid:
    """The screen's pixels under a painter: snaps logical coordinates to them."""

    def __init__(self, painter: QPainter) -> None:
        device = painter.deviceTransform()
        self._scale = device.m11() or 1.0
        self._x0, self._y0 = device.dx(), device.dy()
        self.hairline = max(1, int(self._scale)) / self._scale

    def x(self, x: float) -> float:
        """Return the nearest pixel edge."""
        return (round(x * self._scale + self._x0) - self._x0) / self._scale

    def y(self, y: float) -> float:
        """Return the nearest pixel edge."""
        return (round(y * self._scale + self._y0) - self._y0) / self._scale

    def rect(self, left: float, top: float, right: float, bottom: float) -> QRectF:
        """Return the rectangle between the nearest pixel edges."""
        return QRectF(QPointF(self.x(left), self.y(top)), QPointF(self.x(right), self.y(bottom)))

    def inside(self, bounds: QRectF) -> QRectF:
        """Return the whole pixels within ``bounds``."""
        left = (ceil(bounds.left() * self._scale + self._x0) - self._x0) / self._scale
        top = (ceil(bounds.top() * self._scale + self._y0) - self._y0) / self._scale
        right = (floor(bounds.right() * self._scale + self._x0) - self._x0) / self._scale
        bottom = (floor(bounds.bottom() * self._scale + self._y0) - self._y0) / self._scale
        return QRectF(QPointF(left, top), QPointF(right, bottom))

    def across(self, left: float, right: float, y: float) -> QRectF:
        """Return a hairline from left to right."""
        return QRectF(self.x(left), self.y(y), self.x(right) - self.x(left), self.hairline)

    def down(self, x: float, top: float, bottom: float) -> QRectF:
        """Return a hairline from top to bottom."""
        return QRectF(self.x(x), self.y(top), self.hairline, self.y(bottom) - self.y(top))


def draw_axes(painter: QPainter, plot: Plot, tokens: Tokens, *, is_ticked: bool) -> None:
    """Draw gridlines and the texts of both axes in the painter's font; ``is_ticked`` marks each date."""
    grid, metrics = Grid(painter), QFontMetricsF(painter.font())
    for tick in plot.ticks:
        ink = tokens.line_strong if tick.value == 0 else tokens.line
        painter.fillRect(grid.across(plot.area.left(), plot.area.right(), tick.y), QColor(ink))
    for label in plot.labels if is_ticked else ():
        mark = grid.down(label.mark, plot.area.bottom(), plot.area.bottom() + SPACE_XS)
        painter.fillRect(mark, QColor(tokens.line_strong))
    painter.setPen(QColor(tokens.ink2))
    for tick in plot.ticks:
        left = plot.area.left() - SPACE_S - metrics.horizontalAdvance(tick.text)
        painter.drawText(QPointF(left, tick.y + (metrics.ascent() - metrics.descent()) / 2), tick.text)
    for label in plot.labels:
        painter.drawText(QPointF(label.left, plot.labels_top + metrics.ascent()), label.text)


def draw_figures(painter: QPainter, plot: Plot, tokens: Tokens, *, shape: Shape, marked: int | None) -> None:
    """Draw the series; the ``marked`` bar is drawn stronger."""
    if shape is Shape.BARS:
        _draw_bars(painter, plot, tokens, marked)
    elif len(plot.xs) == 1:
        _draw_dot(painter, QPointF(plot.xs[0], plot.ys[0]), tokens)
    elif shape is Shape.STEP:
        _draw_steps(painter, plot, tokens)
    else:
        _draw_line(painter, plot, tokens)


def draw_marker(painter: QPainter, plot: Plot, tokens: Tokens, *, shape: Shape, marked: int) -> None:
    """Draw the crosshair through the marked point."""
    grid, x, y = Grid(painter), plot.xs[marked], plot.ys[marked]
    ink = QColor(tokens.ink3)
    if shape is Shape.BARS:
        left, right = x - plot.bar_width / 2, x + plot.bar_width / 2
        top, bottom = min(y, plot.zero_y), max(y, plot.zero_y)
        for edge in (plot.area.top(), bottom):
            until = top if edge == plot.area.top() else plot.area.bottom()
            painter.fillRect(grid.down((left + right) / 2, edge, until), ink)
        return
    painter.fillRect(grid.down(x, plot.area.top(), plot.area.bottom()), ink)
    painter.fillRect(grid.across(plot.area.left(), plot.area.right(), y), QColor(tokens.line_strong))
    _draw_dot(painter, QPointF(x, y), tokens)


def draw_tip(painter: QPainter, plot: Plot, tokens: Tokens, *, marked: int, lines: tuple[str, str]) -> None:
    """Write when and how much beside the marked point, always inside the chart's area."""
    metrics, grid = QFontMetricsF(painter.font()), Grid(painter)
    line = metrics.height()
    width = max(metrics.horizontalAdvance(text) for text in lines) + 2 * SPACE_M
    height = 2 * line + 2 * SPACE_S
    bounds, x = plot.area, plot.xs[marked]
    left = x + SPACE_L if x + SPACE_L + width <= bounds.right() else x - SPACE_L - width
    left = max(bounds.right() - width if left < 0 else left, 0.0)
    top = max(0.0, min(plot.ys[marked] - height - SPACE_S, bounds.bottom() - height))
    box = grid.rect(left, top, left + width, top + height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = grid.hairline / 2
    painter.setPen(QPen(QColor(tokens.line_strong), grid.hairline))
    painter.setBrush(QColor(tokens.panel))
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), RADIUS_CONTROL, RADIUS_CONTROL)
    for number, (text, ink) in enumerate(zip(lines, (tokens.ink2, tokens.ink), strict=True)):
        painter.setPen(QColor(ink))
        baseline = box.top() + SPACE_S + number * line + metrics.ascent()
        painter.drawText(QPointF(box.left() + SPACE_M, baseline), text)
    painter.restore()


def draw_focus(painter: QPainter, bounds: QRectF, tokens: Tokens) -> None:
    """Frame the chart the keyboard is at."""
    grid = Grid(painter)
    thick = 2 * grid.hairline
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.accent), thick))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = grid.inside(bounds).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    painter.drawRoundedRect(inner, RADIUS_CONTROL, RADIUS_CONTROL)
    painter.restore()


def _draw_bars(painter: QPainter, plot: Plot, tokens: Tokens, marked: int | None) -> None:
    grid, half = Grid(painter), plot.bar_width / 2
    for number, (x, y) in enumerate(zip(plot.xs, plot.ys, strict=True)):
        ink = tokens.accent if y <= plot.zero_y else tokens.red
        if number == marked:
            ink = tokens.ink
        bar = grid.rect(x - half, min(y, plot.zero_y), x + half, max(y, plot.zero_y))
        if bar.height() <= 0 and y != plot.zero_y:  # a figure too small for one pixel is still no zero
            bar.setHeight(grid.hairline)
        painter.fillRect(bar, QColor(ink))


def _draw_line(painter: QPainter, plot: Plot, tokens: Tokens) -> None:
    points = [QPointF(x, y) for x, y in _thinned(plot)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _fill_below(painter, points, Grid(painter).y(plot.zero_y), tokens)
    pen = QPen(QColor(tokens.accent), _LINE_PX)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    # Thousands of points as one joined stroke took 2.6 x as long as single lines with round ends.
    painter.drawLines([QLineF(former, latter) for former, latter in pairwise(points)])
    painter.restore()


def _draw_steps(painter: QPainter, plot: Plot, tokens: Tokens) -> None:
    grid = Grid(painter)
    thick = 2 * grid.hairline
    corners: list[QPointF] = []
    for x, y in _thinned(plot):
        corner = QPointF(grid.x(x), grid.y(y))
        if not corners:
            corners.append(corner)
        elif corner.y() != corners[-1].y():
            corners += QPointF(corner.x(), corners[-1].y()), corner
    corners.append(QPointF(grid.x(plot.area.right()), corners[-1].y()))  # the last holds to its day's end
    _fill_below(painter, corners, grid.y(plot.zero_y), tokens)
    ink = QColor(tokens.accent)
    for former, latter in pairwise(corners):
        edge = QRectF(former, latter).normalized().adjusted(-thick / 2, -thick / 2, thick / 2, thick / 2)
        painter.fillRect(edge, ink)


def _fill_below(painter: QPainter, points: list[QPointF], base: float, tokens: Tokens) -> None:
    ground = QPainterPath()
    ends = QPointF(points[0].x(), base), QPointF(points[-1].x(), base)
    ground.addPolygon(QPolygonF([ends[0], *points, ends[1]]))
    painter.fillPath(ground, QColor(tokens.accent_soft))


def _draw_dot(painter: QPainter, centre: QPointF, tokens: Tokens) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.panel), _RING_PX))
    painter.setBrush(QColor(tokens.accent))
    painter.drawEllipse(centre, _DOT_PX + _RING_PX / 2, _DOT_PX + _RING_PX / 2)
    painter.restore()


def _thinned(plot: Plot) -> Iterator[tuple[float, float]]:
    """Yield the points; where several fall on one pixel, first, lowest, highest and last of them."""
    both = zip(plot.xs, plot.ys, strict=True)
    if len(plot.xs) <= plot.area.width():
        yield from both
        return
    for _, group in groupby(both, key=lambda point: int(point[0])):
        points = list(group)
        kept = {0, len(points) - 1}
        kept.add(min(range(len(points)), key=lambda number: points[number][1]))
        kept.add(max(range(len(points)), key=lambda number: points[number][1]))
        yield from (points[number] for number in sorted(kept))


FRAME_PX = SPACE_XS
"""What a chart keeps free around its drawing, for the focus frame."""
