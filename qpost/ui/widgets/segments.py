"""Why: a choice of two to five is faster as visible segments than as a list to open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

_BESIDE_PX, _BESIDE_TIGHT_PX = 32, 20
"""What a button keeps free beside its text: padding, border and margin of the style sheet, both sides."""


class Segments(QFrame):
    """A row of exclusive buttons, each standing for a value; arrows move between them.

    With ``stretch`` they share the width there is, so they need less room of their own.
    """

    chosen = Signal(object)

    def __init__(
        self, values: Sequence[object], parent: QWidget | None = None, *, stretch: bool = False
    ) -> None:
        super().__init__(parent)
        self.setProperty("segments", True)
        if not stretch:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._beside_px = _BESIDE_TIGHT_PX if stretch else _BESIDE_PX
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
            button.setProperty("tight", stretch)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            self._group.addButton(button, number)
            self._buttons.append(button)
            row.addWidget(button, 1 if stretch else 0)
        self._buttons[0].setChecked(True)
        self._group.idClicked.connect(self._on_clicked)

    @property
    def value(self) -> object:
        """The chosen value; None after :meth:`clear`."""
        number = self._group.checkedId()
        return None if number < 0 else self._values[number]

    def choose(self, value: object) -> None:
        """Show ``value`` as chosen, without a signal."""
        self._buttons[self._values.index(value)].setChecked(True)

    def clear(self) -> None:
        """Show none as chosen, without a signal."""
        self._group.setExclusive(False)
        for button in self._buttons:
            button.setChecked(False)
        self._group.setExclusive(True)

    def button(self, value: object) -> QPushButton:
        """Return the button that stands for ``value``."""
        return self._buttons[self._values.index(value)]

    def set_text(self, value: object, text: str, *, name: str = "") -> None:
        """Label the button of ``value``; ``name`` is what a screen reader says instead."""
        button = self.button(value)
        button.setText(text)
        button.setAccessibleName(name or text)
        button.ensurePolished()
        chosen = QFont(button.font())
        chosen.setWeight(QFont.Weight.DemiBold)
        button.setMinimumWidth(QFontMetrics(chosen).horizontalAdvance(text) + self._beside_px)

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self._values[number])
