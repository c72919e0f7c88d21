"""Why: what was read before is on screen at once, and what the service says now follows when it comes."""

from collections.abc import Callable
from datetime import datetime, timedelta

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from qpost.models.account import ShopId
from qpost.models.errors import QpostError
from qpost.models.points import CategoryTree, Conversion, Grade
from qpost.services.kept import Kept
from qpost.services.service_points import MonthPoints, ServicePoints
from qpost.ui.dates import utc_now
from qpost.ui.jobs import Jobs, Lane

FRESH_FOR = timedelta(minutes=5)
"""Figures change once a day, so a page shown again within this time does not ask anew."""


class Figures(Struct, frozen=True):
    """Everything the local store has of one shop; None was never read. ``doubt``: see ``ServicePoints``."""

    grade: Kept[Grade] | None = None
    conversion: Kept[Conversion] | None = None
    months: Kept[tuple[MonthPoints, ...]] | None = None
    categories: Kept[CategoryTree] | None = None
    doubt: datetime | None = None

    @property
    def read_at(self) -> datetime | None:
        """When the oldest of the figures was read; None when none was."""
        known = [kept.read_at for kept in (self.grade, self.conversion, self.months) if kept is not None]
        return min(known, default=None)


class FiguresReader(QObject):
    """Reads the kept figures of one shop, refreshes them, and reads again whatever changed.

    ``failed`` brings why a refresh did not succeed; the kept figures stay.
    """

    changed = Signal()
    failed = Signal(object)

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
        self._asked_at: datetime | None = None
        self._turn = 0
        self.figures = Figures()
        self.is_refreshing = False
        self.error: QpostError | None = None

    def show_shop(self, shop: ShopId) -> None:
        """Read what is kept of ``shop``; what was shown of another is let go at once."""
        self._turn += 1
        self._shop = shop
        self._asked_at = None
        self.is_refreshing = False
        self.error = None
        self.figures = Figures()
        self.changed.emit()
        self.read_kept()

    def read_kept(self) -> None:
        """Read the local store again."""
        shop, turn = self._shop, self._turn
        if shop is None:
            return
        self._jobs.run(
            lambda: self._kept(shop),
            owner=self,
            done=lambda figures: self._on_kept(turn, figures),
            failed=lambda error: self._on_failed(turn, error),
        )

    def refresh(self, *, is_urgent: bool = True) -> None:
        """Ask the service now; unless ``is_urgent`` only when it was not asked lately."""
        shop, turn, now = self._shop, self._turn, self._now()
        is_fresh = self._asked_at is not None and now - self._asked_at < FRESH_FOR and self.error is None
        if shop is None or self.is_refreshing or (is_fresh and not is_urgent):
            return
        self._asked_at = now
        self.is_refreshing = True
        self.changed.emit()
        self._jobs.run(
            lambda: self._points.refresh(shop),
            owner=self,
            done=lambda _: self._on_refreshed(turn),
            failed=lambda error: self._on_failed(turn, error),
            lane=Lane.NET,
        )

    def _kept(self, shop: ShopId) -> Figures:
        points = self._points
        return Figures(
            grade=points.grade(shop),
            conversion=points.conversion(shop),
            months=points.months(shop),
            categories=points.categories(),
            doubt=points.doubt(shop),
        )

    def _on_kept(self, turn: int, figures: Figures) -> None:
        if turn == self._turn:
            self.figures = figures
            self.changed.emit()

    def _on_refreshed(self, turn: int) -> None:
        if turn == self._turn:
            self.is_refreshing = False
            self.error = None
            self.read_kept()

    def _on_failed(self, turn: int, error: QpostError) -> None:
        if turn == self._turn:
            self.is_refreshing = False
            self.error = error
            self.changed.emit()
            self.failed.emit(error)
