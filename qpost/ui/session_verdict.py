"""Why: Windows asks every program before the session ends, and only then says whether it does."""

from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QTimer

_END_SESSION = 0x0016
"""WM_ENDSESSION; its first parameter is 0 when the session goes on."""
_MESSAGES = (b"windows_generic_MSG", b"windows_dispatcher_MSG")


class SessionVerdict(QAbstractNativeEventFilter):
    """Calls ``goes_on`` when the session that was to end does not; listens between question and verdict only.

    Python would otherwise be called with every message of every window.
    """

    def __init__(self, goes_on: Callable[[], None]) -> None:
        super().__init__()
        self._goes_on = goes_on
        self._is_listening = False

    def listen(self) -> None:
        """Wait for the verdict."""
        qt = QCoreApplication.instance()
        if not self._is_listening and qt is not None:
            self._is_listening = True
            qt.installNativeEventFilter(self)

    def nativeEventFilter(
        self, event_type: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Hear the verdict; every window of the program gets it, and the first time counts."""
        if self._is_listening and QByteArray(event_type).data() in _MESSAGES:
            told = wintypes.MSG.from_address(int(message))
            if told.message == _END_SESSION:
                self._is_listening = False
                QTimer.singleShot(0, self._stop)  # not from within the very filter
                if not told.wParam:
                    self._goes_on()
        return False, 0

    def _stop(self) -> None:
        qt = QCoreApplication.instance()
        if not self._is_listening and qt is not None:
            qt.removeNativeEventFilter(self)
