"""Why: the window is there at once while the keyring and the store are still being opened."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from qpost.ui.i18n import Retranslated
from qpost.ui.kit import Kit

RAIL_PX = 64
HEADER_PX = 52
_SLOW_MS = 400
_UNSEEN_MS = 150


class OpeningWindow(Retranslated):
    """The main window's outline; says what it waits for when that takes longer than a blink.

    ``shown`` is emitted once: after the first paint, or soon when nothing is painted (minimised).
    """

    shown = Signal()

    def __init__(self, kit: Kit, *, is_leaving: bool = False) -> None:
        super().__init__()
        self._theme = kit.theme
        self._is_leaving = is_leaving
        self._words = ""
        self._is_slow = False
        self._is_shown = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        kit.theme.changed.connect(self.update)
        self.retranslate()
        QTimer.singleShot(_SLOW_MS, self, self._on_slow)
        QTimer.singleShot(_UNSEEN_MS, self, self._on_shown)

    def retranslate(self) -> None:
        """Set every text."""
        self.setWindowTitle("Qpost")
        if self._is_leaving:
            self._words = self.tr("Signing out…")
        else:
            self._words = self.tr("Opening your inquiries…")
        self.setAccessibleName(self._words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint rail, header and ground where the main window has them."""
        tokens = self._theme.tokens
        QTimer.singleShot(0, self, self._on_shown)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.background))
        painter.fillRect(0, 0, self.width(), HEADER_PX, QColor(tokens.panel))
        painter.fillRect(0, 0, RAIL_PX, self.height(), QColor(tokens.panel))
        painter.fillRect(RAIL_PX, HEADER_PX - 1, self.width(), 1, QColor(tokens.line))
        painter.fillRect(RAIL_PX - 1, 0, 1, self.height(), QColor(tokens.line))
        if self._is_slow:
            painter.setPen(QColor(tokens.ink2))
            painter.drawText(
                self.rect().adjusted(RAIL_PX, HEADER_PX, 0, 0), Qt.AlignmentFlag.AlignCenter, self._words
            )

    def _on_shown(self) -> None:
        if not self._is_shown:
            self._is_shown = True
            self.shown.emit()

    def _on_slow(self) -> None:
        self._is_slow = True
        self.update()
