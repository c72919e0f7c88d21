"""Why: the tour sees of the application only what it walks through."""

from typing import Protocol

from PySide6.QtWidgets import QWidget

from qpost.api.backend import Backend
from qpost.models.settings import Connection
from qpost.ui.kit import Kit
from qpost.ui.tray.tray import Tray


class Stage(Protocol):
    """The application, as far as the tour needs it."""

    kit: Kit
    tray: Tray | None

    @property
    def window(self) -> QWidget | None:
        """The window on show."""

    def start(self) -> None:
        """Show the first window."""

    def backend_of(self, connection: Connection) -> Backend:
        """Open a connection."""
