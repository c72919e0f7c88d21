"""Why: a machine that shuts down finds what was typed on disk; only a text no disk takes holds it up."""

import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from qpost.ui.foreground import Foreground

if TYPE_CHECKING:
    from qpost.ui.session_verdict import SessionVerdict

_log = logging.getLogger(__name__)


class SessionManager(Protocol):
    """What is asked of ``QSessionManager``."""

    def allowsInteraction(self) -> bool:
        """Say whether the seller may be asked something."""

    def cancel(self) -> None:
        """Stop the end of the session."""


class SessionEnd(QObject):
    """Answers the system's question whether the session may end (on Windows WM_QUERYENDSESSION).

    ``keeps_texts`` puts what was typed on disk before it returns; False when that failed, which the window
    then tells. The system ends the program right after a yes. ``asked`` comes first, ``called_off`` when the
    session goes on after all: we, another program or the user held it up.
    """

    asked = Signal()
    called_off = Signal()

    def __init__(self, qt: QGuiApplication, front: Foreground, *, keeps_texts: Callable[[], bool]) -> None:
        super().__init__(front)
        self._front = front
        self._keeps_texts = keeps_texts
        self._verdict: SessionVerdict | None = None
        qt.commitDataRequest.connect(self.answer)

    def answer(self, manager: SessionManager) -> None:
        """Let the session end, or bring up the text that would be lost."""
        _log.info("the session is to end")
        self.asked.emit()
        self._await_verdict()
        if self._front.window is not None:
            _give_reason(self._front.window, "")
        if self._keeps_texts() or self._front.window is None or not manager.allowsInteraction():
            return
        manager.cancel()
        if sys.platform != "win32":  # where our no is the verdict
            self.called_off.emit()
        self._front.raise_window()
        _give_reason(
            self._front.window,
            QCoreApplication.translate("SessionEnd", "A reply you wrote could not be saved yet."),
        )

    def _await_verdict(self) -> None:
        if sys.platform == "win32":
            from qpost.ui.session_verdict import SessionVerdict

            self._verdict = self._verdict or SessionVerdict(self.called_off.emit)
            self._verdict.listen()


def _give_reason(window: QWidget, reason: str) -> None:
    """Tell Windows what it shows beside the program that holds the end up; empty: nothing any more."""
    if sys.platform == "win32":
        import ctypes

        handle = ctypes.c_void_p(int(window.winId()))
        if reason:
            ctypes.windll.user32.ShutdownBlockReasonCreate(handle, ctypes.c_wchar_p(reason))
        else:
            ctypes.windll.user32.ShutdownBlockReasonDestroy(handle)
