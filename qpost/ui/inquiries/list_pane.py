"""Why: asking, showing and refreshing the list is one flow: question, ids, rows, counters."""

from array import array
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from qpost.models.account import ShopId
from qpost.models.errors import QpostError
from qpost.models.events import InquiriesChanged
from qpost.models.inbox import InboxCounts, InboxRow
from qpost.models.inquiry import InquiryId
from qpost.models.search import InquiryQuery, SortOrder
from qpost.services.inbox import Inbox
from qpost.ui.errors import describe
from qpost.ui.i18n import Retranslated
from qpost.ui.inquiries.filter_bar import FilterBar
from qpost.ui.inquiries.list_model import InquiryListModel
from qpost.ui.inquiries.list_view import InquiryListView
from qpost.ui.jobs import Ticket
from qpost.ui.kit import Kit
from qpost.ui.tokens import SPACE_S
from qpost.ui.widgets.layouts import column, row, surface
from qpost.ui.widgets.notice import Notice

_GATHER_MS = 120
_CLOCK_MS = 30_000
_HISTORY = 50


class ListPane(Retranslated):
    """The list under a filter bar; ``opened`` carries the inquiry to read."""

    opened = Signal(str)
    listed = Signal(int)
    counted = Signal(object)

    def __init__(self, inbox: Inbox, bar: FilterBar, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inbox = inbox
        self._bar = bar
        self._kit = kit
        self._shop: ShopId | None = None
        self._asked: InquiryQuery | None = None
        self._asked_sort: SortOrder | None = None
        self._history: list[tuple[InquiryQuery, SortOrder | None]] = []
        self._ticket: Ticket | None = None
        self._stale: set[InquiryId] = set()
        self._is_list_stale = False
        self._is_reading_fresh = False
        self._is_first_sync = False
        self.model = InquiryListModel(self)
        self.stack = QStackedWidget(self)
        self.view = InquiryListView(self.model, kit, self.stack)
        self.notice = Notice(kit.assets, "inbox-empty", self.stack)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.notice)
        head = surface("panel", edge="bottom")
        row(head, margin=SPACE_S).addWidget(bar.tabs)
        lines = column(self, gap=0)
        lines.addWidget(head)
        lines.addWidget(self.stack, 1)
        self._gather_timer = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.model.rows_wanted.connect(self._on_rows_wanted)
        self.view.opened.connect(self._on_opened)
        self._bar.asked.connect(self._on_asked)
        self._bar.back_asked.connect(self.go_back)
        self._kit.bridge.inquiries_changed.connect(self._on_inquiries_changed)
        self._gather_timer.timeout.connect(self._on_gathered)
        self._clock.timeout.connect(self._on_clock)
        self._clock.start()

    # -- what the page uses

    def show_shop(self, shop: ShopId) -> None:
        """Ask the bar's question of ``shop``."""
        self._shop = shop
        self._history.clear()
        self._bar.set_can_go_back(False)
        self._asked, self._asked_sort = self._bar.query, self._bar.chosen_sort
        self._read(fresh=True)

    def go_back(self) -> None:
        """Ask the question before this one again."""
        if self._history:
            query, sort = self._history.pop()
            self._bar.show_query(query, sort=sort)
            self._bar.set_can_go_back(bool(self._history))
            self._asked, self._asked_sort = query, sort
            self._read(fresh=True)

    @property
    def question(self) -> InquiryQuery | None:
        """What the list on screen answers, None before the first was asked."""
        return self._asked

    def refresh_rows(self, inquiry_ids: Sequence[InquiryId]) -> None:
        """Read these inquiries' rows again; which inquiries match is left as it is."""
        self._stale.update(inquiry_ids)
        if not self._gather_timer.isActive():
            self._gather_timer.start()

    def set_first_sync(self, is_under_way: bool) -> None:
        """Word the empty list by whether more is still to come."""
        if is_under_way != self._is_first_sync:
            self._is_first_sync = is_under_way
            self.retranslate()

    def selected(self) -> list[InboxRow]:
        """Return the chosen rows that were read."""
        rows = (self.model.row_at(self.model.position(row_id)) for row_id in self.view.selected_row_ids())
        return [row for row in rows if row is not None]

    def choose(self, inquiry_id: InquiryId) -> None:
        """Move the cursor to ``inquiry_id`` when it is in the list."""
        self._kit.jobs.run(
            partial(self._inbox.row_ids, (inquiry_id,)),
            owner=self,
            done=lambda places: self.view.choose(places[inquiry_id]) if inquiry_id in places else None,
        )

    def retranslate(self) -> None:
        """Set all words."""
        self.view.setAccessibleName(self.tr("Inquiries"))
        if self._is_first_sync:
            self.notice.tell(
                self.tr("Reading your inquiries…"),
                self.tr("The newest come first. You can answer them while the rest arrives."),
                icon="clock",
            )
        else:
            self.notice.tell(
                self.tr("No inquiry matches"),
                self.tr("Change the filters above, or start over."),
                icon="inbox-empty",
                action=self.tr("Reset filters"),
                chosen=self._on_reset,
            )

    # -- inside

    def _on_reset(self) -> None:
        self._bar.show_query(InquiryQuery(source=self._bar.query.source), sort=None)
        self._on_asked(self._bar.query)

    def _on_asked(self, query: InquiryQuery) -> None:
        if self._asked is not None and query != self._asked:
            self._history.append((self._asked, self._asked_sort))
            del self._history[:-_HISTORY]
            self._bar.set_can_go_back(True)
        is_new = query != self._asked
        self._asked, self._asked_sort = query, self._bar.chosen_sort
        self._read(fresh=is_new)

    def _read(self, *, fresh: bool) -> None:
        shop, query = self._shop, self._asked
        if shop is None or query is None:
            return
        if self._ticket is not None:
            if not fresh:  # one reading at a time, however fast news comes in
                self._is_list_stale = True
                return
            self._ticket.drop()
        self._is_list_stale, self._is_reading_fresh = False, fresh
        self._ticket = self._kit.jobs.run(
            partial(_read_list, self._inbox, shop, query),
            owner=self,
            done=self._on_read,
            failed=self._on_not_read,
        )

    def _on_read(self, answer: "tuple[array[int], InboxCounts]") -> None:
        ids, counts = answer
        fresh, self._ticket = self._is_reading_fresh, None
        self.model.set_now(datetime.now().astimezone())
        if fresh:
            self.model.replace(ids)
            self.view.scrollToTop()
        else:
            self.model.show(ids)
        self.retranslate()
        self.stack.setCurrentWidget(self.view if len(ids) else self.notice)
        self._bar.show_counts(counts)
        self.counted.emit(counts)
        self.listed.emit(len(ids))
        if self._is_list_stale:
            self._read(fresh=False)

    def _on_not_read(self, error: QpostError) -> None:
        self._ticket = None
        self._on_failed(error)

    def _on_failed(self, error: QpostError) -> None:
        words = describe(error)
        self.notice.tell(
            words.text,
            words.advice,
            icon="warning",
            action=self.tr("Try again"),
            chosen=lambda: self._read(fresh=True),
        )
        self.stack.setCurrentWidget(self.notice)

    def _on_rows_wanted(self, row_ids: "array[int]") -> None:
        self._kit.jobs.run(
            partial(self._inbox.rows, row_ids),
            owner=self,
            done=partial(self.model.take_rows, row_ids),
            failed=self._on_failed,
        )

    def _on_opened(self, row_id: int) -> None:
        row = self.model.row_at(self.model.position(row_id))
        if row is not None:
            self.opened.emit(str(row.inquiry.id))
        else:
            self._kit.jobs.run(
                partial(self._inbox.rows, array("q", [row_id])), owner=self, done=self._on_opened_rows
            )

    def _on_opened_rows(self, rows: Sequence[InboxRow]) -> None:
        if rows and self.view.current_row_id == rows[0].row_id:
            self.opened.emit(str(rows[0].inquiry.id))

    def _on_inquiries_changed(self, event: InquiriesChanged) -> None:
        if event.shop_id == self._shop:
            self._stale |= event.ids
            self._is_list_stale = True
            if not self._gather_timer.isActive():
                self._gather_timer.start()

    def _on_gathered(self) -> None:
        stale, self._stale = self._stale, set()
        self._kit.jobs.run(
            partial(self._inbox.row_ids, tuple(stale)),
            owner=self,
            done=lambda places: self.model.forget_rows(list(places.values())),
        )
        if self._is_list_stale:
            self._read(fresh=False)

    def _on_clock(self) -> None:
        self.model.set_now(datetime.now().astimezone())


def _read_list(inbox: Inbox, shop: ShopId, query: InquiryQuery) -> "tuple[array[int], InboxCounts]":
    return inbox.ids(shop, query), inbox.counts(shop, query)
