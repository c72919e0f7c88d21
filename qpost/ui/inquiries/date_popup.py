"""Why: inquiries have two dates, so the window for days asks as well which of them is meant."""

from datetime import date, timedelta

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from qpost.models.search import DateField
from qpost.ui.widgets.date_popup import DatePopup, Preset
from qpost.ui.widgets.segments import Segments

PRESET_DAYS = (1, 7, 30, 90)


class DateRange(Struct, frozen=True):
    """Days in Japan, both ends included; None is open."""

    field: DateField = DateField.RECEIVED
    first: date | None = None
    last: date | None = None


class InquiryDatePopup(DatePopup):
    """Date kind, presets, and a free range with calendars; ``chosen`` brings the new range."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        self.field = Segments(list(DateField), stretch=True)
        super().__init__(parent)
        self.lines.insertWidget(0, self.field)
        self.any_button.show()
        self.answered.connect(self._on_answered)

    def retranslate(self) -> None:
        """Set all words."""
        super().retranslate()
        self.field.set_text(DateField.RECEIVED, self.tr("Received"))
        self.field.set_text(DateField.REPLIED, self.tr("Replied"))

    @property
    def presets(self) -> dict[int, QPushButton]:
        """The buttons of the presets by their days, once the window was open."""
        return dict(zip(PRESET_DAYS, self.preset_buttons, strict=True))

    def open_below(self, anchor: QWidget, current: DateRange, *, today: date) -> None:
        """Show the window under ``anchor`` with ``current``; presets end on ``today``."""
        self.offer(
            [
                Preset(
                    text=self.tr("Today") if days == 1 else self.tr("{days} days").format(days=days),
                    first=today - timedelta(days=days - 1),
                    last=today,
                )
                for days in PRESET_DAYS
            ]
        )
        self.field.choose(current.field)
        self.open_at(anchor, current.first or today - timedelta(days=29), current.last or today)

    def _on_answered(self, first: date | None, last: date | None) -> None:
        self.chosen.emit(DateRange(DateField(str(self.field.value)), first, last))
