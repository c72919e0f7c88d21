"""Why: a long title must neither widen the window nor be cut without a sign."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from qpost.models.search_fold import hits
from qpost.ui.widgets.plain_tip import plain_tip

_LONGEST = 1_000
"""Characters handed to the text layout; a hostile title may have a million."""


class ElidedLabel(QLabel):
    """One line of plain text, shortened with "…" to the room there is; the tooltip has it whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Sequence[str] = ()
        self._mark = QColor()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show ``text``, line breaks as spaces."""
        super().setText(" ".join(text[:_LONGEST].split()))
        self.setToolTip("")

    def mark(self, words: Sequence[str], colour: QColor) -> None:
        """Lay ``colour`` behind ``words`` wherever they stand."""
        self._words, self._mark = words, colour
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Allow any width."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as fits."""
        metrics, area = self.fontMetrics(), self.contentsRect()
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        self.setToolTip(plain_tip(self.text()) if shown != self.text() else "")
        painter = QPainter(self)
        for start, end in hits(shown, self._words) if self._words else ():
            left, right = (metrics.horizontalAdvance(shown[:place]) for place in (start, end))
            painter.fillRect(area.left() + left, area.top(), right - left, area.height(), self._mark)
        self.style().drawItemText(
            painter,
            area,
            int(self.alignment()),
            self.palette(),
            True,
            shown,
            self.foregroundRole(),
        )
