"""Why: the tray is there before the pages are; it must not be what imports them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QWidget

if TYPE_CHECKING:
    from qpost.ui.shell import Shell


def main_window(window: QWidget | None) -> Shell | None:
    """Return ``window`` when it is the main one, which has been imported by then."""
    if not isinstance(window, QMainWindow):
        return None
    from qpost.ui.shell import Shell

    return window if isinstance(window, Shell) else None
