"""Why: what the seller asks of the list is always visible, and one click away from something else."""

from datetime import date, datetime
from enum import StrEnum

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QWidget

from qpost.models.inbox import InboxCounts
from qpost.models.inquiry import Source, Status
from qpost.models.jst import JST
from qpost.models.search import DateField, InquiryQuery, SortOrder
from qpost.models.search_words import search_words
from qpost.ui.i18n import Retranslated
from qpost.ui.inquiries.date_popup import DateRange, InquiryDatePopup
from qpost.ui.inquiries.search_hints import hint_text
from qpost.ui.inquiries.words import sort_word, status_word
from qpost.ui.kit import Kit
from qpost.ui.tokens import SPACE_L, SPACE_S
from qpost.ui.widgets.clearable import ClearableEdit
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

    ``asked`` carries the ``InquiryQuery``; ``text_shown`` the text that belongs in the search field;
    ``hinted`` what of a search cannot be looked for, empty when all of it can.
    """

    asked = Signal(object)
    refresh_asked = Signal()
    back_asked = Signal()
    text_shown = Signal(str)
    hinted = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._counts = InboxCounts(last_30_days={}, matching={})
        self._range = DateRange()
        self._text = ""
        self._sort: SortOrder | None = None
        frame = surface("panel", edge="bottom")
        outer = row(self)
        outer.addWidget(frame)
        line = row(frame, gap=SPACE_S)
        line.setContentsMargins(SPACE_L, 9, SPACE_L, 9)
        self.back_button = QPushButton()
        self.back_button.setProperty("role", "quiet")
        self.back_button.setIconSize(_ICON)
        self.tabs = Segments([Source.CUSTOMER, Source.QOO10], stretch=True)
        self.status = Segments(_STATUSES)
        self.date_button = QPushButton()
        self.date_button.setIconSize(_ICON)
        self.dates = InquiryDatePopup(self)
        self.detail = QComboBox()
        self.detail.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for detail in Detail:
            self.detail.addItem("", detail)
        self.number = ClearableEdit(kit.assets)
        self.number.setMinimumWidth(96)
        self.number.setMaximumWidth(150)
        self.reset_button = QPushButton()
        self.query_button = QPushButton()
        self.query_button.setProperty("role", "primary")
        self.sort_button = QPushButton()
        self.sort_button.setProperty("role", "quiet")
        self.sort_button.setIconSize(_ICON)
        self._sort_menu = QMenu(self)
        self._sort_group = QActionGroup(self)
        for order in SortOrder:
            action = self._sort_menu.addAction("")
            action.setCheckable(True)
            action.setData(order)
            self._sort_group.addAction(action)
        self.sort_button.setMenu(self._sort_menu)
        for widget in (
            self.back_button,
            self.status,
            self.date_button,
            self.detail,
            self.number,
            self.reset_button,
            self.query_button,
        ):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.sort_button)
        self._line = line
        self.number.hide()
        self._connect()
        self.set_can_go_back(False)
        self.retranslate()
        self._paint_icons()

    def _connect(self) -> None:
        self._kit.theme.changed.connect(self._paint_icons)
        self.back_button.clicked.connect(self.back_asked)
        self.tabs.chosen.connect(self._ask)
        self.status.chosen.connect(self._ask)
        self.date_button.clicked.connect(self._on_dates)
        self.dates.chosen.connect(self._on_dates_chosen)
        self.detail.activated.connect(self._on_detail)
        self.number.returnPressed.connect(self._ask)
        self.reset_button.clicked.connect(self._on_reset)
        self.query_button.clicked.connect(self.ask_again)
        self._sort_group.triggered.connect(self._on_sort)

    # -- what the page uses

    @property
    def query(self) -> InquiryQuery:
        """The question as the bar shows it."""
        status = self.status.value
        detail, number = self.detail.currentData(), self.number.text().strip()
        return InquiryQuery(
            source=Source(str(self.tabs.value)),
            date_field=self._range.field,
            date_from=self._range.first,
            date_to=self._range.last,
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
        is_waiting_list = self.status.value == Status.UNANSWERED
        return SortOrder.LONGEST_WAITING if is_waiting_list else SortOrder.NEWEST

    def show_query(self, query: InquiryQuery, *, sort: SortOrder | None) -> None:
        """Show ``query`` without asking it; ``sort`` None keeps the automatic order."""
        self.tabs.choose(query.source or Source.CUSTOMER)
        self.status.choose(next(iter(query.statuses), None))
        self._range = DateRange(query.date_field, query.date_from, query.date_to)
        detail = Detail.ITEM if query.item_no else Detail.ORDER if query.order_no else Detail.ALL
        self.detail.setCurrentIndex(self.detail.findData(detail))
        self.number.setText(query.item_no or query.order_no)
        self.number.setVisible(detail is not Detail.ALL)
        self._text = query.text
        self._sort = sort
        self._reword()
        self.text_shown.emit(query.text)
        self.hinted.emit(hint_text(search_words(query.text)))

    def ask_again(self) -> None:
        """Ask for news, and the question as the bar shows it once more (Query, F5)."""
        self._ask()
        self.refresh_asked.emit()

    @property
    def sort_actions(self) -> dict[SortOrder, QAction]:
        """The entries of the sort menu."""
        return {SortOrder(action.data()): action for action in self._sort_group.actions()}

    @property
    def chosen_sort(self) -> SortOrder | None:
        """The order the seller chose, None while it is automatic."""
        return self._sort

    def search(self, text: str) -> None:
        """Ask with ``text`` searched in all threads; what makes no sense yet is hinted at and not asked."""
        words = search_words(text)
        self.hinted.emit(hint_text(words))
        if text != self._text and (not text or words.can_be_asked):
            self._text = text
            self._ask()

    def add_tool(self, button: QPushButton) -> None:
        """Place a button at the end of the bar."""
        self._line.addWidget(button)

    def show_counts(self, counts: InboxCounts) -> None:
        """Put the numbers on tabs and status buttons."""
        self._counts = counts
        self._reword()

    def set_can_go_back(self, can: bool) -> None:
        """Offer Back only when there is an earlier question."""
        self.back_button.setVisible(can)

    def retranslate(self) -> None:
        """Set all words."""
        self.back_button.setToolTip(self.tr("Back to the previous list (Alt+Left)"))
        self.back_button.setAccessibleName(self.tr("Back"))
        for detail, text in (
            (Detail.ALL, self.tr("All numbers")),
            (Detail.ITEM, self.tr("Item no.")),
            (Detail.ORDER, self.tr("Order no.")),
        ):
            self.detail.setItemText(self.detail.findData(detail), text)
        self.detail.setAccessibleName(self.tr("Detail"))
        self.number.setAccessibleName(self.tr("Number to look for"))
        self.number.setPlaceholderText(self.tr("Starts with…"))
        self.reset_button.setText(self.tr("Reset"))
        self.query_button.setText(self.tr("Query"))
        self.query_button.setToolTip(self.tr("Ask the service for news and show the result (F5)"))
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
        self.status.set_text(None, self.tr("All"))
        for status in (Status.UNANSWERED, Status.ANSWERING, Status.ANSWERED):
            number = counts.matching.get(status, 0)
            word = status_word(status)
            with_count = number and status is not Status.ANSWERED
            self.status.set_text(status, f"{word}  {number}" if with_count else word)
        self.date_button.setText(self._date_text())
        self.sort_button.setText(sort_word(self.sort))
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
        kind = self.tr("Received") if self._range.field is DateField.RECEIVED else self.tr("Replied")
        first, last = self._range.first, self._range.last
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
        self.number.repaint_icon()
        self.back_button.setIcon(assets.icon("back", size_px=16))
        self.date_button.setIcon(assets.icon("calendar", size_px=16))
        self.sort_button.setIcon(assets.icon("sort", size_px=16))

    def _ask(self) -> None:
        self._reword()
        self.asked.emit(self.query)

    def _on_dates(self) -> None:
        today = datetime.now(JST).date()
        self.dates.open_below(self.date_button, self._range, today=today)

    def _on_dates_chosen(self, chosen: DateRange) -> None:
        self._range = chosen
        self._ask()

    def _on_detail(self) -> None:
        is_all = self.detail.currentData() == Detail.ALL
        self.number.setVisible(not is_all)
        if is_all:
            self.number.clear()
            self._ask()
        else:
            self.number.setFocus()
            if self.number.text().strip():
                self._ask()

    def _on_sort(self) -> None:
        action = self._sort_group.checkedAction()
        self._sort = SortOrder(action.data())
        self._ask()

    def _on_reset(self) -> None:
        self.show_query(InquiryQuery(source=Source(str(self.tabs.value))), sort=None)
        self._ask()
