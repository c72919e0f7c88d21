"""Why: a password typed with Caps Lock on is wrong for a reason the seller cannot see."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class CapsLock:
    """Knows whether Caps Lock is on: from the system where it tells, else from what keys produce."""

    def __init__(self) -> None:
        self.is_on = False
        self._is_known = False

    def look(self) -> bool:
        """Ask the system, if it can be asked, and return whether Caps Lock is on."""
        state = _system_state()
        if state is not None:
            self.is_on, self._is_known = state, True
        return self.is_on

    def watch(self, event: QKeyEvent) -> bool:
        """Learn from a key press and return whether Caps Lock is on."""
        if event.key() == Qt.Key.Key_CapsLock:
            if self._is_known:
                self.is_on = not self.is_on
        elif len(event.text()) == 1 and event.text().isascii() and event.text().isalpha():
            has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.is_on = event.text().isupper() is not has_shift
            self._is_known = True
        return self.look()


if sys.platform == "win32":

    def _system_state() -> bool | None:
        import ctypes

        key_state: int = ctypes.windll.user32.GetKeyState(0x14)
        return bool(key_state & 1)

else:

    def _system_state() -> bool | None:
        return None
