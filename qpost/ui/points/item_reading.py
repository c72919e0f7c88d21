"""Why: items come page by page; who needs all of them says so, sees how far it is, and can stop it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from qpost.models.account import ShopId
from qpost.models.errors import QpostError
from qpost.models.points import ItemPointsPage, PointsTotals
from qpost.services.kept import Kept
from qpost.services.service_points import ItemQuery, ServicePoints
from qpost.ui.dates import utc_now
from qpost.ui.jobs import Jobs, Lane


class ItemReading(QObject):
    """Asks one question and reads its pages in turn, one request at a time.

    ``began`` a new question; ``arrived`` brings a page's items; ``changed`` whatever else can be seen here.
    ``totals`` are over all rows. ``error`` is why the last request failed; ``more`` tries it again.
    """

    began = Signal()
    arrived = Signal(object)
    changed = Signal()

    def __init__(
        self,
        points: ServicePoints,
        jobs: Jobs,
        *,
        parent: QObject,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._points = points
        self._jobs = jobs
        self._now = now
        self._shop: ShopId | None = None
        self._asked_at = now()
        self._turn = 0
        self._cursor: str | None = None
        self._reset()
        self.query: ItemQuery | None = None

    def _reset(self) -> None:
        self._cursor = None
        self._when_all: list[Callable[[], object]] = []
        self._kept: ItemPointsPage | None = None
        self.totals: PointsTotals | None = None
        self.read_at: datetime | None = None
        self.is_kept = False
        """True when what is shown was read before the question was asked: there was no answer now."""
        self.is_reading = False
        self.has_begun = False
        self.has_more = False
        self.error: QpostError | None = None

    @property
    def is_reading_all(self) -> bool:
        """True while somebody waits for all pages."""
        return bool(self._when_all)

    def forget(self) -> None:
        """Ask nothing any more."""
        self._turn += 1
        self._shop = self.query = None
        self._reset()
        self.began.emit()
        self.changed.emit()

    def ask(self, shop: ShopId, query: ItemQuery) -> None:
        """Ask ``query`` from its first page on; the answer to an earlier question is dropped."""
        self._turn += 1
        self._shop, self.query = shop, query
        self._reset()
        self._asked_at = self._now()
        self.began.emit()
        self._read()
        self._jobs.run(
            partial(self._points.kept_items, shop, query),
            owner=self,
            done=partial(self._on_kept, self._turn),
        )

    def more(self) -> None:
        """Read the next page, or again the one that failed."""
        if self.query is not None and not self.is_reading and (self.has_more or self.error is not None):
            self._read()

    def read_all(self, then: Callable[[], object]) -> None:
        """Read what is left, then call ``then``; it is not called when that fails or is stopped."""
        if self.query is None:
            return
        if not self.has_more and not self.is_reading and self.error is None:
            then()
            return
        self._when_all.append(then)
        self.changed.emit()
        self.more()

    def stop(self) -> None:
        """Read no further for :meth:`read_all`; what was read stays."""
        self._when_all = []
        self.changed.emit()

    def _read(self) -> None:
        shop, query = self._shop, self.query
        if shop is None or query is None:
            return
        self.is_reading = True
        self.error = None
        self.changed.emit()
        self._jobs.run(
            partial(self._points.items, shop, query, self._cursor),
            owner=self,
            done=partial(self._on_page, self._turn),
            failed=partial(self._on_failed, self._turn),
            lane=Lane.NET,
        )

    def _on_kept(self, turn: int, kept: Kept[ItemPointsPage] | None) -> None:
        """Show at once what was read earlier; nothing goes on from it but what the service says."""
        if turn == self._turn and kept is not None and not self.has_begun:
            self._kept = kept.value
            self.totals, self.read_at = kept.value.totals, kept.read_at
            self.arrived.emit(kept.value.items)
            self.changed.emit()

    def _on_page(self, turn: int, kept: Kept[ItemPointsPage]) -> None:
        if turn != self._turn:
            return
        page = kept.value
        kept_page, self._kept = self._kept, None
        if kept_page is not None:
            self.read_at = None
        is_news = kept_page is None or kept_page.items != page.items
        if is_news and kept_page is not None:
            self.began.emit()
        self.is_reading = False
        self.has_begun = True
        self._cursor = page.next_cursor
        self.has_more = page.next_cursor is not None
        self.totals = page.totals or self.totals
        self.read_at = kept.read_at if self.read_at is None else min(self.read_at, kept.read_at)
        self.is_kept = self.read_at < self._asked_at
        if is_news:
            self.arrived.emit(page.items)
        if not self.has_more:
            waiting, self._when_all = self._when_all, []
            for then in waiting:
                then()
        self.changed.emit()
        if self._when_all:
            self.more()

    def _on_failed(self, turn: int, error: QpostError) -> None:
        if turn != self._turn:
            return
        self.is_reading = False
        self._when_all = []
        self.error = error
        self.changed.emit()
