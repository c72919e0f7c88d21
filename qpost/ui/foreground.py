"""Why: one window is shown at a time, each in the place of the one before, with the news above it."""

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtWidgets import QWidget

from qpost.models.errors import QpostError
from qpost.ui.errors import describe
from qpost.ui.widgets.notice_bar import NoticeBar

_FIRST_SIZE_PX = (1360, 860)


class Foreground(QObject):
    """Shows the program's windows one after the other; ``geometry`` is where the last run left its own."""

    window_changed = Signal(object)

    def __init__(self, parent: QObject, *, geometry: str = "", is_minimised: bool = False) -> None:
        super().__init__(parent)
        self._geometry = geometry
        self._is_minimised = is_minimised
        self.window: QWidget | None = None
        self.notice: NoticeBar | None = None

    def exchange(self, window: QWidget) -> None:
        """Show ``window`` in the very place of the one before."""
        old, self.window = self.window, window
        if old is not None:
            window.setGeometry(old.geometry())
            window.setWindowState(old.windowState())
            window.show()
            if old.isActiveWindow():
                window.activateWindow()
        else:
            self._show_first(window)
        self.notice = NoticeBar(window)
        if old is not None:
            old.close()
            old.deleteLater()
        self.window_changed.emit(window)

    def tell(self, error: Exception) -> None:
        """Say quietly at the top of the window what went wrong; the work goes on."""
        if self.notice is not None:
            words = describe(error)
            tone = "amber" if isinstance(error, QpostError) else "red"
            self.notice.say(words.whole, tone=tone, details=words.details)

    def close(self) -> None:
        """Take the window away, for good."""
        window, self.window, self.notice = self.window, None, None
        if window is not None:
            window.close()
            window.deleteLater()

    def _show_first(self, window: QWidget) -> None:
        window.resize(*_FIRST_SIZE_PX)
        if self._geometry:
            window.restoreGeometry(QByteArray.fromBase64(self._geometry.encode()))
        if self._is_minimised:
            window.showMinimized()
        else:
            window.show()
