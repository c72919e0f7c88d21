"""Why: which days are asked for is one decision, so it is one small window wherever days are asked for."""

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct
from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QFrame, QGridLayout, QLabel, QPushButton, QWidget

from qpost.ui.i18n import Retranslated
from qpost.ui.tokens import SPACE_L, SPACE_M
from qpost.ui.widgets.layouts import column, row, wrapped

_EARLIEST = QDate(2005, 1, 1)

Refusal = Callable[[date, date], str]
"""Says why these days cannot be asked for; empty when they can."""


class Preset(Struct, frozen=True):
    """Days chosen by one click."""

    text: str
    first: date
    last: date


def _to_date(chosen: QDate) -> date:
    return date(chosen.year(), chosen.month(), chosen.day())


class DatePopup(Retranslated):
    """Presets and a free range with calendars; ``answered`` brings first and last day, None for any.

    What ``refusal`` objects to is told in the window, which stays open.
    """

    answered = Signal(object, object)

    def __init__(self, parent: QWidget, *, refusal: Refusal | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self._refusal = refusal
        frame = QFrame(self)
        frame.setProperty("surface", "card")
        column(self).addWidget(frame)
        self.lines = column(frame, margin=SPACE_L, gap=SPACE_M)
        self._presets = row()
        self.preset_buttons: list[QPushButton] = []
        self.lines.addLayout(self._presets)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_M)
        self.first, self.last = QDateEdit(), QDateEdit()
        self._first_label, self._last_label = QLabel(), QLabel()
        for place, (label, edit) in enumerate(
            ((self._first_label, self.first), (self._last_label, self.last))
        ):
            edit.setCalendarPopup(True)
            edit.setMinimumDate(_EARLIEST)
            edit.setDisplayFormat("yyyy/MM/dd")
            label.setBuddy(edit)
            label.setProperty("ink", "2")
            grid.addWidget(label, 0, place)
            grid.addWidget(edit, 1, place)
        self.lines.addLayout(grid)
        self._fault = wrapped(QLabel())
        self._fault.setProperty("ink", "red")
        self._fault.hide()
        self.lines.addWidget(self._fault)
        buttons = row()
        self.any_button, self.apply_button = QPushButton(), QPushButton()
        self.apply_button.setProperty("role", "primary")
        buttons.addWidget(self.any_button)
        buttons.addStretch(1)
        buttons.addWidget(self.apply_button)
        self.lines.addLayout(buttons)
        self.any_button.hide()
        self.any_button.clicked.connect(lambda: self._answer(None, None))
        self.apply_button.clicked.connect(self._on_apply)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        self._first_label.setText(self.tr("From (Japan time)"))
        self._last_label.setText(self.tr("To (Japan time)"))
        self.any_button.setText(self.tr("Any date"))
        self.apply_button.setText(self.tr("Apply"))

    @property
    def fault(self) -> str:
        """Why the days were refused; empty while they were not."""
        return "" if self._fault.isHidden() else self._fault.text()

    def offer(self, presets: Sequence[Preset]) -> None:
        """Put a button for each of ``presets`` above the free range."""
        while len(self.preset_buttons) < len(presets):
            button = QPushButton()
            place = len(self.preset_buttons)
            button.clicked.connect(lambda _=False, place=place: self._on_preset(place))
            self.preset_buttons.append(button)
            self._presets.addWidget(button)
        self._offered = tuple(presets)
        for number, button in enumerate(self.preset_buttons):
            button.setVisible(number < len(presets))
            if number < len(presets):
                button.setText(presets[number].text)

    def open_at(self, anchor: QWidget, first: date, last: date) -> None:
        """Show the window under ``anchor`` with the days ``first`` to ``last``."""
        self.first.setDate(QDate(first.year, first.month, first.day))
        self.last.setDate(QDate(last.year, last.month, last.day))
        self._fault.hide()
        self.adjustSize()
        self.move(anchor.mapToGlobal(anchor.rect().bottomLeft()))
        self.show()
        self.first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter applies."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_apply()
        else:
            super().keyPressEvent(event)

    def _answer(self, first: date | None, last: date | None) -> None:
        self.close()
        self.answered.emit(first, last)

    def _on_preset(self, place: int) -> None:
        preset = self._offered[place]
        self._answer(preset.first, preset.last)

    def _on_apply(self) -> None:
        first, last = _to_date(self.first.date()), _to_date(self.last.date())
        fault = self._refusal(first, last) if self._refusal is not None else ""
        if first > last:
            fault = self.tr("The first day lies after the last day.")
        if fault:
            self._fault.setText(fault)
            self._fault.show()
            self._fault.setMinimumHeight(self._fault.heightForWidth(self.width() - 2 * SPACE_L))
            self.adjustSize()
            return
        self._answer(first, last)
