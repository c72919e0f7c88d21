"""Why: every group of figures stands in the same frame, with its title above and its actions beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from qpost.ui.tokens import SPACE_L, SPACE_S
from qpost.ui.widgets.elided import ElidedLabel
from qpost.ui.widgets.layouts import column, row, set_role, wrapped


class Card(QFrame):
    """A rounded frame: a title with actions at its right, and ``body`` for what belongs to it.

    A title too long is shortened, its whole in the tooltip; with ``wraps_title`` it takes more lines.
    """

    def __init__(self, parent: QWidget | None = None, *, wraps_title: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._title = wrapped(QLabel()) if wraps_title else ElidedLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("ink", "2")
        self._title.setProperty("type", "small")
        self.body = column(gap=SPACE_S)
        self._head = row(gap=SPACE_S)
        self._head.addWidget(self._title, 1)
        lines = column(self, margin=SPACE_L, gap=SPACE_S)
        lines.addLayout(self._head)
        lines.addLayout(self.body, 1)

    def set_title(self, text: str) -> None:
        """Name what the card holds."""
        self._title.setText(text)
        self.setAccessibleName(text)

    @property
    def title(self) -> str:
        """What the card holds."""
        return self._title.text()

    def add_action(self, widget: QWidget) -> None:
        """Put ``widget`` at the right of the title, after those already there."""
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def emphasize(self, is_emphasized: bool) -> None:
        """Frame the one card in which there is something to do."""
        set_role(self, "emphasis", is_emphasized)
