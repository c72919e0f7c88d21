"""Why: a choice of two to five is faster as visible segments than as a list to open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget


class Segments(QFrame):
    """A row of exclusive buttons, each standing for a value; arrows move between them."""

    chosen = Signal(object)

    def __init__(
        self, values: Sequence[object], parent: QWidget | None = None, *, stretch: bool = False
    ) -> None:
        super().__init__(parent)
        self.setProperty("segments", True)
        if not stretch:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._values = list(values)
        self._buttons: list[QPushButton] = []
        for number, _ in enumerate(values):
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("segment", True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            self._group.addButton(button, number)
            self._buttons.append(button)
            row.addWidget(button, 1 if stretch else 0)
        self._buttons[0].setChecked(True)
        self._group.idClicked.connect(self._on_clicked)

    @property
    def value(self) -> object:
        """The chosen value."""
        return self._values[self._group.checkedId()]

    def choose(self, value: object) -> None:
        """Show ``value`` as chosen, without a signal."""
        self._buttons[self._values.index(value)].setChecked(True)

    def button(self, value: object) -> QPushButton:
        """Return the button that stands for ``value``."""
        return self._buttons[self._values.index(value)]

    def set_text(self, value: object, text: str, *, name: str = "") -> None:
        """Label the button of ``value``; ``name`` is what a screen reader says instead."""
        button = self.button(value)
        button.setText(text)
        button.setAccessibleName(name or text)
        bold = button.font()
        bold.setBold(True)
        button.ensurePolished()
        width = button.fontMetrics().boundingRect(text).width()
        button.setMinimumWidth(int(width * 1.08) + 32)

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self._values[number])
