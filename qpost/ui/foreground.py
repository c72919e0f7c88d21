"""Why: one window is shown at a time, each in the place of the one before, with the news above it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from qpost.models.errors import QpostError
from qpost.ui.errors import describe
from qpost.ui.opening import place
from qpost.ui.widgets.notice_bar import NoticeBar


class Foreground(QObject):
    """Shows the program's windows one after the other; ``geometry`` is where the last run left its own.

    ``window`` is on the screen already, when there is one.
    While it is hidden windows take each other's place unseen, and closing one does not end the program.
    """

    window_changed = Signal(object)

    def __init__(self, parent: QObject, *, geometry: str = "", window: QWidget | None = None) -> None:
        super().__init__(parent)
        self._geometry = geometry
        self.window = window
        self.notice = None if window is None else NoticeBar(window)
        self._is_hidden = False

    def exchange(self, window: QWidget) -> None:
        """Show ``window`` in the very place of the one before."""
        old, self.window = self.window, window
        if old is not None:
            window.setGeometry(old.geometry())
            window.setWindowState(old.windowState())
            if not self._is_hidden:
                window.show()
            if old.isActiveWindow():
                window.activateWindow()
        else:
            place(window, self._geometry)
            if not self._is_hidden:
                window.show()
        self.notice = NoticeBar(window)
        if old is not None:
            old.close()
            old.deleteLater()
        self.window_changed.emit(window)

    @property
    def is_hidden(self) -> bool:
        """True while no window is on the screen though the program runs."""
        return self._is_hidden

    def hide(self) -> None:
        """Take the window off the screen, or bring none up; the program goes on."""
        self._is_hidden = True
        QGuiApplication.setQuitOnLastWindowClosed(False)
        if self.window is not None:
            self.window.hide()

    def raise_window(self) -> None:
        """Bring the window before all others, wherever it was."""
        window = self.window
        if window is None:
            return
        self._is_hidden = False
        QGuiApplication.setQuitOnLastWindowClosed(True)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        (QApplication.activeModalWidget() or window).activateWindow()

    def show_minimised(self) -> None:
        """Show the window as an icon on the taskbar: there is nothing else to bring it back by."""
        if self._is_hidden and self.window is not None:
            self._is_hidden = False
            QGuiApplication.setQuitOnLastWindowClosed(True)
            self.window.showMinimized()

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
