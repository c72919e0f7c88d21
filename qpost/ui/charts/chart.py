"""Why: sellers see at a glance how points and Qcash went, and read any exact figure by mouse or keyboard."""

from PySide6.QtCore import QEvent, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from qpost.ui.charts.drawing import FRAME_PX, draw_axes, draw_figures, draw_focus, draw_marker, draw_tip
from qpost.ui.charts.plot import Plot, make_plot
from qpost.ui.charts.series import Series, Shape
from qpost.ui.fonts import make_font, tabular
from qpost.ui.i18n import Retranslated
from qpost.ui.theme import Theme
from qpost.ui.tokens import TYPE_TINY
from qpost.ui.widgets.announce import announce

_HINT_PX = QSize(480, 200)
_LINES_TALL, _LETTERS_WIDE = 8, 22


class Chart(Retranslated):
    """One series, drawn; a marker follows the mouse, and the keys Left, Right, Home and End.

    Escape takes the marker away. Every value the marker reaches by key is announced.
    """

    marker_moved = Signal(object)
    """The number of the marked point, or None."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._series: Series | None = None
        self._plot: Plot | None = None
        self._is_laid_out = False
        self._marker: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._font = tabular(make_font(theme.language, size_px=TYPE_TINY))
        theme.changed.connect(self._on_theme_changed)

    # -- what is shown

    @property
    def series(self) -> Series | None:
        """What is shown; None before anything was."""
        return self._series

    def show_series(self, series: Series) -> None:
        """Show ``series`` in place of the one before; the marker stays while the figures are the same."""
        is_same = self._series is not None and self._series.points == series.points
        self._series = series
        if not is_same:
            self._move_to(None)
        self.retranslate()

    def retranslate(self) -> None:
        """Word axes and description in the language of now."""
        self._is_laid_out = False
        if self._series is not None:
            self.setAccessibleName(self._series.name)
            self.setAccessibleDescription(self._summary(self._series))
        self.update()

    # -- the marker

    @property
    def marker(self) -> int | None:
        """The number of the marked point; None when there is no marker."""
        return self._marker

    @property
    def marked_text(self) -> str:
        """When and how much, at the marker; empty without one."""
        if self._series is None or self._marker is None:
            return ""
        when, figure = self._tip_lines()
        return self.tr("{when}: {figure}").format(when=when, figure=figure)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the marker; what is no such key goes on to the window."""
        count = len(self._series.points) if self._series else 0
        at = self._marker
        moves = {
            int(Qt.Key.Key_Left): count - 1 if at is None else max(0, at - 1),
            int(Qt.Key.Key_Right): 0 if at is None else min(count - 1, at + 1),
            int(Qt.Key.Key_Home): 0,
            int(Qt.Key.Key_End): count - 1,
        }
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not count:
            super().keyPressEvent(event)
        elif event.key() in moves:
            self._move_to(moves[event.key()])
            announce(self, self.marked_text)
        elif event.key() == Qt.Key.Key_Escape and at is not None:
            self._move_to(None)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the point under the mouse."""
        plot = self._laid_out()
        if plot is not None:
            self._move_to(plot.nearest(event.position().x() - FRAME_PX))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark as hovering does, for a touch has no hover."""
        self.mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Keep the marker only for the keyboard."""
        if not self.hasFocus():
            self._move_to(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take focus and marker away, unless it is only the window that lost it."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._move_to(None)
        self.update()

    def _move_to(self, marker: int | None) -> None:
        if marker != self._marker:
            self._marker = marker
            self.update()
            self.marker_moved.emit(marker)

    # -- painting

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return _HINT_PX.expandedTo(self.minimumSizeHint())

    def minimumSizeHint(self) -> QSize:
        """Leave room for two gridlines and a date at any text size."""
        metrics = QFontMetricsF(self._font)
        return QSize(int(metrics.averageCharWidth() * _LETTERS_WIDE), int(metrics.height() * _LINES_TALL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew when painted next."""
        self._is_laid_out = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint axes, figures, and the marker with its value."""
        painter, tokens = QPainter(self), self._theme.tokens
        painter.setFont(self._font)
        plot, series = self._laid_out(), self._series
        if plot is None or series is None:
            self._paint_nothing(painter)
        else:
            painter.translate(FRAME_PX, FRAME_PX)
            draw_axes(painter, plot, tokens, is_ticked=series.shape is not Shape.BARS)
            draw_figures(painter, plot, tokens, shape=series.shape, marked=self._marker)
            if self._marker is not None:
                draw_marker(painter, plot, tokens, shape=series.shape, marked=self._marker)
                draw_tip(painter, plot, tokens, marked=self._marker, lines=self._tip_lines())
            painter.translate(-FRAME_PX, -FRAME_PX)
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), tokens)
        painter.end()

    def _paint_nothing(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._theme.tokens.ink2))
        painter.setFont(make_font(self._theme.language))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(self.rect()), int(flags), self._nothing())

    def _laid_out(self) -> Plot | None:
        if not self._is_laid_out:
            size = QSizeF(self.width() - 2 * FRAME_PX, self.height() - 2 * FRAME_PX)
            metrics = QFontMetricsF(self._font, self)
            self._plot = make_plot(self._series, size, metrics) if self._series else None
            self._is_laid_out = True
        return self._plot

    def _on_theme_changed(self) -> None:
        self._font = tabular(make_font(self._theme.language, size_px=TYPE_TINY))
        self._is_laid_out = False
        self.updateGeometry()
        self.update()

    # -- words

    def _nothing(self) -> str:
        return self.tr("There are no figures for this period.")

    def _tip_lines(self) -> tuple[str, str]:
        if self._series is None or self._marker is None:
            return "", ""
        point = self._series.points[self._marker]
        when = self._series.when(point)
        if self._series.shape is not Shape.BARS:
            when = self.tr("{day} (JST)").format(day=when)
        return when, self._series.figure(point)

    def _summary(self, series: Series) -> str:
        """Tell what the picture shows at a glance."""
        if not series.points:
            return self._nothing()
        kind = self.tr("Bar chart") if series.shape is Shape.BARS else self.tr("Line chart")
        lowest = min(series.points, key=lambda point: point.value)
        highest = max(series.points, key=lambda point: point.value)
        last = series.points[-1]
        return self.tr(
            "{kind}, {first} to {last} (JST). Lowest: {lowest}, {lowest_when}. Highest: {highest}, "
            "{highest_when}. Latest: {latest}. Left and Right move from value to value."
        ).format(
            kind=kind,
            first=series.when(series.points[0]),
            last=series.when(last),
            lowest=series.figure(lowest),
            lowest_when=series.when(lowest),
            highest=series.figure(highest),
            highest_when=series.when(highest),
            latest=series.figure(last),
        )
