"""Why: the window is there at once, before most of the program has been read from the disk.

Whatever this module imports is waited for before the first paint; ``Qt`` alone, with its hundred
enumerations, takes longer than all that is here.
"""

from PySide6.QtCore import QByteArray, QEventLoop, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from qpost.models.settings import Settings, Theme
from qpost.ui.tokens import DARK, LIGHT, Tokens

RAIL_PX = 64
HEADER_PX = 52
_FIRST_SIZE_PX = (1360, 860)
_SLOW_MS = 400
_UNSEEN_MS = 150


class OpeningWindow(QWidget):
    """The main window's outline; says what it waits for when that takes longer than a blink.

    ``shown`` is emitted once: after the first paint, or soon when nothing is painted (minimised).
    """

    shown = Signal()

    def __init__(self, tokens: Tokens, *, is_leaving: bool = False) -> None:
        super().__init__()
        self._tokens = tokens
        self._is_leaving = is_leaving
        self._is_slow = False
        self.is_shown = False
        self.setWindowTitle("Qpost")
        QTimer.singleShot(_SLOW_MS, self, self._on_slow)
        QTimer.singleShot(_UNSEEN_MS, self, self._on_shown)

    def wear(self, tokens: Tokens) -> None:
        """Paint in these colours from now on."""
        self._tokens = tokens
        self.update()

    def wait_until_shown(self) -> None:
        """Return once the seller sees it."""
        if not self.is_shown:
            loop = QEventLoop(self)
            self.shown.connect(loop.quit)
            loop.exec()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint rail, header and ground where the main window has them."""
        tokens = self._tokens
        QTimer.singleShot(0, self, self._on_shown)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.background))
        painter.fillRect(0, 0, self.width(), HEADER_PX, QColor(tokens.panel))
        painter.fillRect(0, 0, RAIL_PX, self.height(), QColor(tokens.panel))
        painter.fillRect(RAIL_PX, HEADER_PX - 1, self.width(), 1, QColor(tokens.line))
        painter.fillRect(RAIL_PX - 1, 0, 1, self.height(), QColor(tokens.line))
        if self._is_slow:
            from PySide6.QtCore import Qt

            painter.setPen(QColor(tokens.ink2))
            ground = self.rect().adjusted(RAIL_PX, HEADER_PX, 0, 0)
            painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, self.accessibleName())

    def _on_shown(self) -> None:
        if not self.is_shown:
            self.is_shown = True
            self.shown.emit()

    def _on_slow(self) -> None:
        self._is_slow = True
        self.setAccessibleName(
            self.tr("Signing out…") if self._is_leaving else self.tr("Opening your inquiries…")
        )
        self.update()


def is_resumed(saved: Settings) -> bool:
    """Tell whether a start goes straight to the last shop."""
    return saved.account_id is not None and saved.sign_in.save_login


def show_outline(saved: Settings, *, theme: Theme | None) -> OpeningWindow:
    """Put the outline where the last run left its window; ``theme`` goes before the saved one."""
    chosen = theme or saved.theme
    is_dark = QGuiApplication.palette().window().color().lightness() < 128  # the system's, so far
    if chosen is not Theme.SYSTEM:
        is_dark = chosen is Theme.DARK
    window = OpeningWindow(DARK if is_dark else LIGHT)
    place(window, saved.window)
    window.show()
    window.wait_until_shown()
    return window


def place(window: QWidget, geometry: str) -> None:
    """Put ``window`` where the last run left its own; with no ``geometry`` in the size of a first start."""
    window.resize(*_FIRST_SIZE_PX)
    if geometry:
        window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
