"""Why: what was read before is on screen at once, and what the service says now follows when it comes."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from qpost.models.account import ShopId
from qpost.models.errors import QpostError
from qpost.ui.dates import utc_now
from qpost.ui.jobs import Jobs, Lane

_Held = TypeVar("_Held")


class KeptReader(QObject, Generic[_Held]):
    """Holds what is kept of one shop, refreshes it, and reads again whatever changed.

    ``read`` reads the local store, ``ask`` the service; ``nothing`` is held of a shop never read. A refresh
    that is not urgent is left out within ``fresh_for``. ``changed`` brings what was held before, ``failed``
    why a refresh did not succeed; what is held stays then.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        *,
        read: Callable[[ShopId], _Held],
        ask: Callable[[ShopId], object],
        nothing: _Held,
        fresh_for: timedelta,
        parent: QObject,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._read = read
        self._ask = ask
        self._nothing = nothing
        self._fresh_for = fresh_for
        self._now = now
        self._asked_at: datetime | None = None
        self._turn = 0
        self.shop: ShopId | None = None
        self.held = nothing
        self.is_refreshing = False
        self.error: QpostError | None = None

    def show_shop(self, shop: ShopId) -> None:
        """Read what is kept of ``shop``; what was held of another is let go at once."""
        self._turn += 1
        self.shop, self._asked_at = shop, None
        self.is_refreshing, self.error = False, None
        self._hold(self._nothing)
        self.read_kept()

    def read_kept(self) -> None:
        """Read the local store again."""
        if self.shop is not None:
            self._jobs.run(
                partial(self._read, self.shop),
                owner=self,
                done=partial(self._on_kept, self._turn),
                failed=partial(self._on_failed, self._turn),
            )

    def refresh(self, *, is_urgent: bool = True) -> None:
        """Ask the service now; unless ``is_urgent`` only when it was not asked lately."""
        now = self._now()
        is_fresh = (
            self._asked_at is not None and now - self._asked_at < self._fresh_for and self.error is None
        )
        if self.shop is None or self.is_refreshing or (is_fresh and not is_urgent):
            return
        self._asked_at, self.is_refreshing = now, True
        self._hold(self.held)
        self._jobs.run(
            partial(self._ask, self.shop),
            owner=self,
            done=partial(self._on_refreshed, self._turn),
            failed=partial(self._on_failed, self._turn),
            lane=Lane.NET,
        )

    def _hold(self, held: _Held) -> None:
        before, self.held = self.held, held
        self.changed.emit(before)

    def _on_kept(self, turn: int, held: _Held) -> None:
        if turn == self._turn:
            self._hold(held)

    def _on_refreshed(self, turn: int, _: object) -> None:
        if turn == self._turn:
            self.is_refreshing, self.error = False, None
            self.read_kept()

    def _on_failed(self, turn: int, error: QpostError) -> None:
        if turn == self._turn:
            self.is_refreshing, self.error = False, error
            self._hold(self.held)
            self.failed.emit(error)
