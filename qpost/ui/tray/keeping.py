"""Why: a seller who closes the window still wants to hear of customers: it goes behind the tray's icon."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from qpost.ui.foreground import Foreground
from qpost.ui.main_window import main_window

_JUST_MS = 400
"""A click on the tray takes the window's activation away before it arrives."""


class Keeping(QObject):
    """Hides the main window when it is closed by hand while ``is_wanted``; a program's own close passes.

    ``hidden`` is emitted when it did, ``shown`` when any of the windows comes up.
    """

    hidden = Signal()
    shown = Signal()

    def __init__(self, front: Foreground, *, is_wanted: Callable[[], bool]) -> None:
        super().__init__(front)
        self._front = front
        self._is_wanted = is_wanted
        self._since_active = QElapsedTimer()
        front.window_changed.connect(self._watch)
        if front.window is not None:
            self._watch(front.window)

    def toggle(self) -> None:
        """Bring the window to the front, or away when it is there."""
        window = self._front.window
        if window is None:
            return
        was_active = self._since_active.isValid() and self._since_active.elapsed() < _JUST_MS
        is_in_front = window.isVisible() and not window.isMinimized()
        if is_in_front and (window.isActiveWindow() or was_active):
            self._hide(window)
        else:
            self._front.raise_window()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Catch the close of the main window."""
        if watched is self._front.window and isinstance(watched, QWidget):
            match event.type():
                case QEvent.Type.Close if self._stays(watched, event):
                    event.ignore()
                    self._hide(watched)
                    self.hidden.emit()
                    return True
                case QEvent.Type.WindowDeactivate:
                    self._since_active.start()
                case QEvent.Type.Show:
                    self.shown.emit()
        return super().eventFilter(watched, event)

    def _stays(self, window: QWidget, event: QEvent) -> bool:
        return event.spontaneous() and main_window(window) is not None and self._is_wanted()

    def _hide(self, window: QWidget) -> None:
        shell = main_window(window)
        if shell is not None:
            shell.put_away()
        self._front.hide()

    def _watch(self, window: QWidget) -> None:
        window.installEventFilter(self)
