"""Why: asking, showing and refreshing the list is one flow: question, ids, rows, counters."""

import time
from array import array
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from msgspec import structs
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from qpost.models.account import ShopId
from qpost.models.errors import QpostError
from qpost.models.events import InquiriesChanged
from qpost.models.inbox import InboxRow
from qpost.models.inquiry import InquiryId
from qpost.models.search import InquiryQuery, SortOrder
from qpost.services.inbox import Inbox
from qpost.ui.errors import describe
from qpost.ui.i18n import Retranslated
from qpost.ui.inquiries.filter_bar import FilterBar
from qpost.ui.inquiries.list_model import InquiryListModel
from qpost.ui.inquiries.list_reading import (
    ListHead,
    WholeList,
    marked_words,
    read_head,
    read_list,
    read_merged,
)
from qpost.ui.inquiries.list_view import InquiryListView
from qpost.ui.jobs import Ticket
from qpost.ui.kit import Kit
from qpost.ui.tokens import SPACE_S
from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.layouts import column, row, surface
from qpost.ui.widgets.notice import Notice

_GATHER_MS = 120
_HEAD = 100
"""Rows read at once when something else is asked; the rest of the list follows."""
_REST_AFTER_TYPING_MS = 200
_FEW = 50
_SHARE_OF_TIME = 4
"""After reading a whole list anew, so many times as long is spent on other things."""
_CLOCK_MS = 30_000
_HISTORY = 50


class ListPane(Retranslated):
    """The list under a filter bar; ``opened`` carries the inquiry to read.

    ``words_changed`` carries what was searched for, a tuple of words to be marked wherever they stand.
    """

    opened = Signal(str)
    listed = Signal(int)
    counted = Signal(object)
    words_changed = Signal(object)

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
        self._is_whole = False
        self._changed: set[InquiryId] = set()
        self._is_resting = False
        self._whole_again_at_s = 0.0
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
        self._hint_room = QWidget(self)
        self._hint_room.hide()
        self.hint = Banner(self._hint_room)
        column(self._hint_room, margin=SPACE_S).addWidget(self.hint)
        lines.addWidget(self._hint_room)
        lines.addWidget(self.stack, 1)
        self._gather_timer = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._rest_timer = QTimer(self, singleShot=True)
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.model.rows_wanted.connect(self._on_rows_wanted)
        self.view.opened.connect(self._on_opened)
        self._bar.asked.connect(self._on_asked)
        self._bar.back_asked.connect(self.go_back)
        self._bar.hinted.connect(self._on_hinted)
        self._kit.bridge.inquiries_changed.connect(self._on_inquiries_changed)
        self._gather_timer.timeout.connect(self._on_gathered)
        self._rest_timer.timeout.connect(self._read_rest)
        self._clock.timeout.connect(self._on_clock)
        self._clock.start()

    # -- what the page uses

    def show_shop(self, shop: ShopId) -> None:
        """Ask the bar's question of ``shop``."""
        self._shop = shop
        self._history.clear()
        self._bar.set_can_go_back(False)
        self._asked, self._asked_sort = self._bar.query, self._bar.chosen_sort
        self._read_head()

    def go_back(self) -> None:
        """Ask the question before this one again."""
        if self._history:
            query, sort = self._history.pop()
            self._bar.show_query(query, sort=sort)
            self._bar.set_can_go_back(bool(self._history))
            self._asked, self._asked_sort = query, sort
            self._read_head()

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

    @property
    def is_reading(self) -> bool:
        """True while the list or the rest of it is still to be read."""
        return self._ticket is not None or self._is_resting or self._rest_timer.isActive()

    @property
    def is_whole(self) -> bool:
        """True once all of the list is known, not only its beginning."""
        return self._is_whole

    def selected(self) -> list[InboxRow]:
        """Return the chosen rows that were read."""
        return [row for part in self.view.selected_parts() for row in self.model.rows_between(*part)]

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

    def _on_hinted(self, text: str) -> None:
        self._hint_room.setVisible(bool(text))
        if not text:
            self.hint.hide()
        elif text != self.hint.text:
            self.hint.tell(text)

    def _on_asked(self, query: InquiryQuery) -> None:
        asked = self._asked
        if asked is not None and query != asked:
            if not _is_typing_on(asked, query):
                self._history.append((asked, self._asked_sort))
                del self._history[:-_HISTORY]
            self._bar.set_can_go_back(bool(self._history))
        is_new = query != asked
        self._asked, self._asked_sort = query, self._bar.chosen_sort
        if is_new:
            self._read_head()
        else:
            self._read_news()

    def _read_head(self) -> None:
        """Show the beginning of the list at once, and the rest as soon as it is known."""
        shop, query = self._shop, self._asked
        if shop is None or query is None:
            return
        if self._ticket is not None:
            self._ticket.drop()
        self._is_whole, self._is_list_stale = False, False
        self._changed.clear()
        self._rest_timer.stop()
        self._ticket = self._kit.jobs.run(
            partial(read_head, self._inbox, shop, query, limit=_HEAD),
            owner=self,
            done=partial(self._on_head, shop, query),
            failed=self._on_not_read,
        )

    def _on_head(self, shop: ShopId, query: InquiryQuery, head: ListHead) -> None:
        self._ticket = None
        self.model.set_now(datetime.now().astimezone())
        self.model.replace(head.ids, rows=head.rows, words=marked_words(query), shop=shop)
        self.view.scrollToTop()
        self._show_count(len(head.ids))
        self.words_changed.emit(self.model.words)
        self._rest_timer.start(_REST_AFTER_TYPING_MS if query.text and len(head.ids) == _HEAD else 0)

    def _read_rest(self) -> None:
        """Read the whole list, one reading at a time: it may take a while, and so may the one before."""
        shop, query = self._shop, self._asked
        if shop is None or query is None or self._ticket is not None:
            return
        if self._is_resting:
            self._is_list_stale = True
            return
        self._is_resting, self._is_list_stale = True, False
        self._changed.clear()
        self._kit.jobs.run(
            partial(read_list, self._inbox, shop, query),
            owner=self,
            done=partial(self._on_whole, shop, query),
            failed=self._on_rest_not_read,
        )

    def _read_news(self) -> None:
        """Bring the list up to date: what changed is moved to its place, when that is little."""
        shop, query = self._shop, self._asked
        if shop is None or query is None or self._ticket is not None:
            return
        if self._is_resting:  # one reading at a time, however fast news comes in
            self._is_list_stale = True
            return
        changed, self._changed = self._changed, set()
        if not self._is_whole or not 0 < len(changed) <= _FEW:
            if not self._rest_timer.isActive():
                wait_s = self._whole_again_at_s - time.monotonic()
                self._rest_timer.start(max(0, int(wait_s * 1000)))
            return
        self._is_resting, self._is_list_stale = True, False
        self._kit.jobs.run(
            partial(read_merged, self._inbox, shop, query, ids=self.model.ids, changed=changed),
            owner=self,
            done=partial(self._on_whole, shop, query),
            failed=self._on_rest_not_read,
        )

    def _on_whole(self, shop: ShopId, query: InquiryQuery, answer: WholeList) -> None:
        self._is_resting = False
        if not answer.is_merged:
            self._whole_again_at_s = time.monotonic() + answer.took_s * _SHARE_OF_TIME
        if (shop, query) != (self._shop, self._asked) or self._ticket is not None:
            if self._ticket is None:
                self._read_rest()
            return
        self.model.set_now(datetime.now().astimezone())
        self.model.show(answer.ids)
        self._is_whole = True
        self._show_count(len(answer.ids))
        self._bar.show_counts(answer.counts)
        self.counted.emit(answer.counts)
        self.listed.emit(len(answer.ids))
        if self._is_list_stale and not self._gather_timer.isActive():
            self._gather_timer.start()

    def _show_count(self, count: int) -> None:
        self.retranslate()
        self.stack.setCurrentWidget(self.view if count else self.notice)

    def _on_not_read(self, error: QpostError) -> None:
        self._ticket = None
        self._on_failed(error)

    def _on_rest_not_read(self, error: QpostError) -> None:
        self._is_resting = False
        self._on_failed(error)

    def _on_failed(self, error: QpostError) -> None:
        words = describe(error)
        self.notice.tell(
            words.text,
            words.advice,
            icon="warning",
            action=self.tr("Try again"),
            chosen=self._read_head,
        )
        self.stack.setCurrentWidget(self.notice)

    def _on_rows_wanted(self, row_ids: "array[int]") -> None:
        self._kit.jobs.run(
            partial(self._inbox.rows, row_ids, words=self.model.words),
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
            self._changed |= event.ids
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
            self._read_news()

    def _on_clock(self) -> None:
        self.model.set_now(datetime.now().astimezone())


def _is_typing_on(before: InquiryQuery, after: InquiryQuery) -> bool:
    """True when only the search went on: Back is to leave the search, not a letter of it."""
    return bool(before.text and after.text) and structs.replace(before, text=after.text) == after
