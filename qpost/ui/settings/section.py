"""Why: settings read as a few short groups: a name at the left edge, its choice right below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from qpost.ui.tokens import SPACE_L, SPACE_M, SPACE_XS
from qpost.ui.widgets.layouts import column, surface, wrapped

_CARD_MARGIN_PX = 20


class Section(QWidget):
    """A heading over a card; ``lines`` takes what belongs into it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = QLabel()
        self._heading.setProperty("type", "large")
        card = surface("card")
        self.lines: QVBoxLayout = column(card, margin=_CARD_MARGIN_PX, gap=SPACE_L)
        whole = column(self, gap=SPACE_M - SPACE_XS)
        whole.addWidget(self._heading)
        whole.addWidget(card)

    def set_heading(self, text: str) -> None:
        """Name the section."""
        self._heading.setText(text)
        self.setAccessibleName(text)


class Explained(QWidget):
    """A control with a quiet sentence below it."""

    def __init__(self, control: QWidget, *, indent_px: int = 0) -> None:
        super().__init__()
        self.control = control
        self._words = wrapped(QLabel())
        self._words.setProperty("ink", "2")
        self._words.setProperty("type", "small")
        self._words.setContentsMargins(indent_px, 0, 0, 0)
        lines = column(self, gap=SPACE_XS)
        lines.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self._words)

    def explain(self, text: str) -> None:
        """Say what the control does."""
        self._words.setText(text)
        self.control.setAccessibleDescription(text)
