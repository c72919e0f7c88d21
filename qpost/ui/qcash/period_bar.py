"""Why: the stretch of the ledger is one click, or any days one likes (domain.md 4)."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from qpost.models.jst import business_date
from qpost.models.periods import LedgerPeriod, Period, ledger_period
from qpost.ui.i18n import Retranslated
from qpost.ui.kit import Kit
from qpost.ui.points.words import full_days_text
from qpost.ui.tokens import SPACE_M
from qpost.ui.widgets.date_popup import DatePopup
from qpost.ui.widgets.layouts import row
from qpost.ui.widgets.segments import Segments

_ICON = QSize(16, 16)


class PeriodBar(Retranslated):
    """Quick periods and a button for free dates; ``changed`` tells that ``period`` is another one."""

    changed = Signal()

    def __init__(self, kit: Kit, *, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._now = now
        self._free: Period | None = None
        self._popup: DatePopup | None = None
        self.quick = Segments(list(LedgerPeriod), self)
        self.quick.choose(LedgerPeriod.MONTH_1)
        self.dates = QPushButton(self)
        self.dates.setIconSize(_ICON)
        line = row(self, gap=SPACE_M)
        line.addWidget(self.quick)
        line.addWidget(self.dates)
        self.quick.chosen.connect(self._on_quick)
        self.dates.clicked.connect(self.open_dates)
        kit.theme.changed.connect(self._paint_icon)
        self.retranslate()
        self._paint_icon()

    @property
    def popup(self) -> DatePopup:
        """The window of free dates; it is built when first asked for."""
        if self._popup is None:
            self._popup = DatePopup(self)
            self._popup.answered.connect(self._on_dates)
        return self._popup

    @property
    def period(self) -> Period:
        """The days asked for, as of today in Japan."""
        if self._free is not None:
            return self._free
        return ledger_period(LedgerPeriod(str(self.quick.value)), business_date(self._now()))

    def open_dates(self) -> None:
        """Open the calendar fields with the days shown now."""
        self.popup.open_at(self.dates, self.period.first, self.period.last)

    def choose(self, period: Period) -> None:
        """Ask for any days."""
        self._free = period
        self.quick.clear()
        self.retranslate()
        self.changed.emit()

    def retranslate(self) -> None:
        """Set all words."""
        for choice, text in (
            (LedgerPeriod.DAYS_15, self.tr("15 days")),
            (LedgerPeriod.MONTH_1, self.tr("1 month")),
            (LedgerPeriod.MONTHS_2, self.tr("2 months")),
            (LedgerPeriod.MONTHS_3, self.tr("3 months")),
        ):
            self.quick.set_text(choice, text)
        self.quick.setAccessibleName(self.tr("Period"))
        period = self.period
        text = full_days_text(period.first, period.last)
        self.dates.setText(text)
        self.dates.setToolTip(self.tr("Choose other dates (Japan time)"))
        self.dates.setAccessibleName(self.tr("Dates in Japan: {dates}").format(dates=text))

    def _on_quick(self, _: object) -> None:
        self._free = None
        self.retranslate()
        self.changed.emit()

    def _on_dates(self, first: date, last: date) -> None:
        self.choose(Period(first, last))

    def _paint_icon(self) -> None:
        self.dates.setIcon(self._kit.assets.icon("calendar", size_px=16))
