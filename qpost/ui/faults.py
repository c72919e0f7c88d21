"""Why: a bug in a slot or on a thread is logged and told, and the program goes on."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

_log = logging.getLogger(__name__)
_qt_log = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class FaultCatcher(QObject):
    """Catches what nobody caught; ``caught`` is emitted on the interface thread."""

    caught = Signal(object)
    _found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found.connect(self.caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the hooks of the interpreter, its threads and Qt's messages."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(self._on_qt_message)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("an unexpected error", exc_info=(kind, error, trace))
        self._found.emit(error)

    def _on_thread_exception(self, caught: threading.ExceptHookArgs) -> None:
        error = caught.exc_value
        if error is None or issubclass(caught.exc_type, SystemExit):
            return
        _log.critical(
            "an unexpected error on a thread", exc_info=(caught.exc_type, error, caught.exc_traceback)
        )
        self._found.emit(error)

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        _qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s", message)
