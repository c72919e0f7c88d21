"""Why: what the seller asks of the list is always visible, and one click away from something else."""

from datetime import date, datetime
from enum import StrEnum

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QPushButton, QWidget

from qpost.models.inbox import InboxCounts
from qpost.models.inquiry import Source, Status
from qpost.models.jst import JST
from qpost.models.search import DateField, InquiryQuery, SortOrder
from qpost.ui.i18n import Retranslated
from qpost.ui.inquiries.date_popup import DatePopup, DateRange
from qpost.ui.inquiries.words import sort_word, status_word
from qpost.ui.kit import Kit
from qpost.ui.tokens import SPACE_L, SPACE_S
from qpost.ui.widgets.layouts import row, surface
from qpost.ui.widgets.segments import Segments

_STATUSES: tuple[Status | None, ...] = (None, Status.UNANSWERED, Status.ANSWERING, Status.ANSWERED)
_ICON = QSize(16, 16)


class Detail(StrEnum):
    """Which number the detail field is about."""

    ALL = "all"
    ITEM = "item"
    ORDER = "order"


class FilterBar(Retranslated):
    """Status with counts, dates, item or order number, sort, Query, Reset, Back; ``tabs`` go to the list.

    ``asked`` carries the new ``InquiryQuery`` and whether it is only the same question again (Query).
    """

    asked = Signal(object)
    refresh_asked = Signal()
    back_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._counts = InboxCounts(last_30_days={}, matching={})
        self._dates = DateRange()
        self._text = ""
        self._sort: SortOrder | None = None
        frame = surface("panel", edge="bottom")
        outer = row(self)
        outer.addWidget(frame)
        line = row(frame, gap=SPACE_S)
        line.setContentsMargins(SPACE_L, 9, SPACE_L, 9)
        self._back = QPushButton()
        self._back.setProperty("role", "quiet")
        self._back.setIconSize(_ICON)
        self.tabs = Segments([Source.CUSTOMER, Source.QOO10], stretch=True)
        self._status = Segments(_STATUSES)
        self._date_button = QPushButton()
        self._date_button.setIconSize(_ICON)
        self._popup = DatePopup(self)
        self._detail = QComboBox()
        for detail in Detail:
            self._detail.addItem("", detail)
        self._number = QLineEdit()
        self._number.setClearButtonEnabled(True)
        self._number.setMinimumWidth(96)
        self._number.setMaximumWidth(150)
        self._reset = QPushButton()
        self._query = QPushButton()
        self._query.setProperty("role", "primary")
        self._sort_button = QPushButton()
        self._sort_button.setProperty("role", "quiet")
        self._sort_button.setIconSize(_ICON)
        self._sort_menu = QMenu(self)
        self._sort_group = QActionGroup(self)
        for order in SortOrder:
            action = self._sort_menu.addAction("")
            action.setCheckable(True)
            action.setData(order)
            self._sort_group.addAction(action)
        self._sort_button.setMenu(self._sort_menu)
        for widget in (
            self._back,
            self._status,
            self._date_button,
            self._detail,
            self._number,
            self._reset,
            self._query,
        ):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self._sort_button)
        self._number.hide()
        self._connect()
        self.set_can_go_back(False)
        self.retranslate()
        self._paint_icons()

    def _connect(self) -> None:
        self._kit.theme.changed.connect(self._paint_icons)
        self._back.clicked.connect(self.back_asked)
        self.tabs.chosen.connect(self._ask)
        self._status.chosen.connect(self._ask)
        self._date_button.clicked.connect(self._on_dates)
        self._popup.chosen.connect(self._on_dates_chosen)
        self._detail.activated.connect(self._on_detail)
        self._number.returnPressed.connect(self._ask)
        self._reset.clicked.connect(self._on_reset)
        self._query.clicked.connect(self._on_query)
        self._sort_group.triggered.connect(self._on_sort)

    # -- what the page uses

    @property
    def query(self) -> InquiryQuery:
        """The question as the bar shows it."""
        status = self._status.value
        detail, number = self._detail.currentData(), self._number.text().strip()
        return InquiryQuery(
            source=Source(str(self.tabs.value)),
            date_field=self._dates.field,
            date_from=self._dates.first,
            date_to=self._dates.last,
            statuses=frozenset() if status is None else frozenset({Status(str(status))}),
            item_no=number if detail == Detail.ITEM else "",
            order_no=number if detail == Detail.ORDER else "",
            text=self._text,
            sort=self.sort,
        )

    @property
    def sort(self) -> SortOrder:
        """The seller's order; until one is chosen, unprocessed ones are by waiting time."""
        if self._sort is not None:
            return self._sort
        is_waiting_list = self._status.value == Status.UNANSWERED
        return SortOrder.LONGEST_WAITING if is_waiting_list else SortOrder.NEWEST

    def show_query(self, query: InquiryQuery, *, sort: SortOrder | None) -> None:
        """Show ``query`` without asking it; ``sort`` None keeps the automatic order."""
        self.tabs.choose(query.source or Source.CUSTOMER)
        self._status.choose(next(iter(query.statuses), None))
        self._dates = DateRange(query.date_field, query.date_from, query.date_to)
        detail = Detail.ITEM if query.item_no else Detail.ORDER if query.order_no else Detail.ALL
        self._detail.setCurrentIndex(self._detail.findData(detail))
        self._number.setText(query.item_no or query.order_no)
        self._number.setVisible(detail is not Detail.ALL)
        self._text = query.text
        self._sort = sort
        self._reword()

    @property
    def chosen_sort(self) -> SortOrder | None:
        """The order the seller chose, None while it is automatic."""
        return self._sort

    def search(self, text: str) -> None:
        """Ask with ``text`` searched in all threads."""
        if text != self._text:
            self._text = text
            self._ask()

    def show_counts(self, counts: InboxCounts) -> None:
        """Put the numbers on tabs and status buttons."""
        self._counts = counts
        self._reword()

    def set_can_go_back(self, can: bool) -> None:
        """Offer Back only when there is an earlier question."""
        self._back.setVisible(can)

    def retranslate(self) -> None:
        """Set all words."""
        self._back.setToolTip(self.tr("Back to the previous list (Alt+Left)"))
        self._back.setAccessibleName(self.tr("Back"))
        for detail, text in (
            (Detail.ALL, self.tr("All numbers")),
            (Detail.ITEM, self.tr("Item no.")),
            (Detail.ORDER, self.tr("Order no.")),
        ):
            self._detail.setItemText(self._detail.findData(detail), text)
        self._detail.setAccessibleName(self.tr("Detail"))
        self._number.setAccessibleName(self.tr("Number to look for"))
        self._number.setPlaceholderText(self.tr("Starts with…"))
        self._reset.setText(self.tr("Reset"))
        self._query.setText(self.tr("Query"))
        self._query.setToolTip(self.tr("Ask the service for news and show the result (F5)"))
        for action in self._sort_group.actions():
            action.setText(sort_word(SortOrder(action.data())))
        self._reword()

    # -- inside

    def _reword(self) -> None:
        counts = self._counts
        for source, name, open_states in (
            (Source.CUSTOMER, self.tr("From customers"), (Status.UNANSWERED,)),
            (Source.QOO10, self.tr("From Qoo10"), (Status.UNANSWERED, Status.ANSWERING)),
        ):
            number = sum(counts.last_30_days.get((source, status), 0) for status in open_states)
            self.tabs.set_text(source, f"{name}  {number}" if number else name)
        self.tabs.setToolTip(self._counters_hint())
        self._status.set_text(None, self.tr("All"))
        for status in (Status.UNANSWERED, Status.ANSWERING, Status.ANSWERED):
            number = counts.matching.get(status, 0)
            word = status_word(status)
            with_count = number and status is not Status.ANSWERED
            self._status.set_text(status, f"{word}  {number}" if with_count else word)
        self._date_button.setText(self._date_text())
        self._sort_button.setText(sort_word(self.sort))
        for action in self._sort_group.actions():
            action.setChecked(action.data() == self.sort)

    def _counters_hint(self) -> str:
        numbers = self._counts.last_30_days
        return self.tr(
            "Last 30 days\nCustomers: {unanswered} unanswered, {answering} answering\n"
            "Qoo10: {qoo10_unanswered} unanswered, {unconfirmed} unconfirmed"
        ).format(
            unanswered=numbers.get((Source.CUSTOMER, Status.UNANSWERED), 0),
            answering=numbers.get((Source.CUSTOMER, Status.ANSWERING), 0),
            qoo10_unanswered=numbers.get((Source.QOO10, Status.UNANSWERED), 0),
            unconfirmed=numbers.get((Source.QOO10, Status.ANSWERING), 0),
        )

    def _date_text(self) -> str:
        kind = self.tr("Received") if self._dates.field is DateField.RECEIVED else self.tr("Replied")
        first, last = self._dates.first, self._dates.last
        if first is None and last is None:
            return self.tr("{kind}: any date").format(kind=kind)
        return f"{kind} {self._day(first)} – {self._day(last)}"

    @staticmethod
    def _day(day: date | None) -> str:
        if day is None:
            return ""
        this_year = datetime.now(JST).year
        return f"{day:%m/%d}" if day.year == this_year else f"{day:%Y/%m/%d}"

    def _paint_icons(self) -> None:
        assets = self._kit.assets
        self._back.setIcon(assets.icon("back", size_px=16))
        self._date_button.setIcon(assets.icon("calendar", size_px=16))
        self._sort_button.setIcon(assets.icon("sort", size_px=16))

    def _ask(self) -> None:
        self._reword()
        self.asked.emit(self.query)

    def _on_query(self) -> None:
        self._ask()
        self.refresh_asked.emit()

    def _on_dates(self) -> None:
        today = datetime.now(JST).date()
        self._popup.open_below(self._date_button, self._dates, today=today)

    def _on_dates_chosen(self, chosen: DateRange) -> None:
        self._dates = chosen
        self._ask()

    def _on_detail(self) -> None:
        is_all = self._detail.currentData() == Detail.ALL
        self._number.setVisible(not is_all)
        if is_all:
            self._number.clear()
            self._ask()
        else:
            self._number.setFocus()
            if self._number.text().strip():
                self._ask()

    def _on_sort(self) -> None:
        action = self._sort_group.checkedAction()
        self._sort = SortOrder(action.data())
        self._ask()

    def _on_reset(self) -> None:
        self.show_query(InquiryQuery(source=Source(str(self.tabs.value))), sort=None)
        self._ask()
