"""Why: which date and which days are asked for is one decision, so it is one small window."""

from datetime import date, timedelta

from msgspec import Struct
from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QFrame, QGridLayout, QLabel, QPushButton, QWidget

from qpost.models.search import DateField
from qpost.ui.i18n import Retranslated
from qpost.ui.tokens import SPACE_L, SPACE_M
from qpost.ui.widgets.layouts import column, row
from qpost.ui.widgets.segments import Segments

PRESET_DAYS = (1, 7, 30, 90)
_EARLIEST = QDate(2005, 1, 1)


class DateRange(Struct, frozen=True):
    """Days in Japan, both ends included; None is open."""

    field: DateField = DateField.RECEIVED
    first: date | None = None
    last: date | None = None


def _to_date(chosen: QDate) -> date:
    return date(chosen.year(), chosen.month(), chosen.day())


class DatePopup(Retranslated):
    """Date kind, presets, and a free range with calendars; ``chosen`` brings the new range."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self._today = date.today()
        frame = QFrame(self)
        frame.setProperty("surface", "card")
        column(self).addWidget(frame)
        lines = column(frame, margin=SPACE_L, gap=SPACE_M)
        self.field = Segments(list(DateField), stretch=True)
        lines.addWidget(self.field)
        presets = row()
        self.presets: dict[int, QPushButton] = {}
        for days in PRESET_DAYS:
            button = QPushButton()
            button.clicked.connect(lambda _=False, days=days: self._on_preset(days))
            self.presets[days] = button
            presets.addWidget(button)
        lines.addLayout(presets)
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
        lines.addLayout(grid)
        self._fault = QLabel()
        self._fault.setProperty("ink", "red")
        self._fault.hide()
        lines.addWidget(self._fault)
        buttons = row()
        self.any_button, self.apply_button = QPushButton(), QPushButton()
        self.apply_button.setProperty("role", "primary")
        buttons.addWidget(self.any_button)
        buttons.addStretch(1)
        buttons.addWidget(self.apply_button)
        lines.addLayout(buttons)
        self.any_button.clicked.connect(self._on_any)
        self.apply_button.clicked.connect(self._on_apply)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        self.field.set_text(DateField.RECEIVED, self.tr("Received"))
        self.field.set_text(DateField.REPLIED, self.tr("Replied"))
        for days, button in self.presets.items():
            button.setText(self.tr("Today") if days == 1 else self.tr("{days} days").format(days=days))
        self._first_label.setText(self.tr("From (Japan time)"))
        self._last_label.setText(self.tr("To (Japan time)"))
        self.any_button.setText(self.tr("Any date"))
        self.apply_button.setText(self.tr("Apply"))
        self._fault.setText(self.tr("The first day lies after the last day."))

    def open_below(self, anchor: QWidget, current: DateRange, *, today: date) -> None:
        """Show the window under ``anchor`` with ``current``; presets end on ``today``."""
        self._today = today
        self.field.choose(current.field)
        first = current.first or today - timedelta(days=29)
        last = current.last or today
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
        field = self.field.value
        self.close()
        self.chosen.emit(DateRange(DateField(str(field)), first, last))

    def _on_preset(self, days: int) -> None:
        self._answer(self._today - timedelta(days=days - 1), self._today)

    def _on_any(self) -> None:
        self._answer(None, None)

    def _on_apply(self) -> None:
        first, last = _to_date(self.first.date()), _to_date(self.last.date())
        if first > last:
            self._fault.show()
            self.adjustSize()
            return
        self._answer(first, last)
