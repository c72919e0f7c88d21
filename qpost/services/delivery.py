"""Why: an outbox row reaches the service once, whatever happens on the way (architecture.md, Sending)."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from qpost.models.errors import StoreFault
from qpost.models.outbox import OPEN_STATES, OutboxRow
from qpost.models.outbox_rules import DELIVERABLE, Entry, is_due
from qpost.services.background import Background
from qpost.services.courier import Courier
from qpost.services.exchange import Exchange
from qpost.services.link import Link
from qpost.services.publisher import Publisher
from qpost.store.account_store import AccountStore
from qpost.store.process_lock import ProcessLock

PAUSE_AFTER_STORE_FAULT_S = 30.0
OTHER_PROCESS_S = 2.0
LONGEST_WAIT_S = 30.0
"""While something waits the clock is looked at this often: it may have been set."""
ROUNDS_IN_A_PASS = 4
CLOCK_TOLERANCE = timedelta(seconds=5)

_log = logging.getLogger(__name__)


class Delivery(Background):
    """Works through the outbox, first in first out for each inquiry.

    ``chance`` yields numbers from 0 to 1 that spread the delays; ``lost`` is called when the connection
    failed, so that somebody watches for its return.
    """

    def __init__(
        self,
        *,
        store: AccountStore,
        link: Link,
        exchange: Exchange,
        publisher: Publisher,
        now: Callable[[], datetime],
        chance: Callable[[], float],
        process_lock: ProcessLock,
        lost: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__("qpost-delivery")
        self._store = store
        self._link = link
        self._now = now
        self._courier = Courier(
            store=store, link=link, exchange=exchange, publisher=publisher, now=now, chance=chance
        )
        self._process_lock = process_lock
        self._lost = lost
        self._pass_lock = threading.Lock()
        self._resume_at: datetime | None = None
        self._seen_at: datetime | None = None

    def wake(self) -> None:
        """Look at the outbox now."""
        self._loop.wake()

    def hasten(self) -> None:
        """The service can be reached again: what waited for that is due now; what came too fast waits on."""
        self._store.outbox.hasten(now=self._now(), spared_reason="rate-limited")
        self._resume_at = None
        self._loop.wake()

    def deliver_due(self, *, within_s: float = 0.0) -> tuple[OutboxRow, ...]:
        """Make one pass over what is due and return the rows it moved, in their newest form.

        Another process at the same outbox is waited for up to ``within_s`` seconds. Raises
        ``StoreFault``; everything else is written into the rows.
        """
        with self._pass_lock, self._process_lock.held(within_s=within_s) as is_ours:
            if not is_ours:
                return ()
            self._heed_clock()
            self._resume_at = None
            moved: dict[str, OutboxRow] = {}
            for entry in self._store.outbox.orphaned():
                self._courier.orphaned(entry)
            turns: dict[str, int] = {}
            while (entry_due := self._next_due(turns)) is not None and not self._loop.is_stopping:
                turns[entry_due.row.id] = turns.get(entry_due.row.id, 0) + 1
                pause_s = self._courier.deliver(entry_due)
                after = self._store.outbox.get(entry_due.row.id)
                if after is not None:
                    moved[after.row.id] = after.row
                if pause_s is not None:
                    self._resume_at = self._now() + timedelta(seconds=pause_s)
                    self._lost()
                    break
            return tuple(moved.values())

    def _turn(self) -> float | None:
        if self._link.is_signed_out:
            return None
        try:
            with self._process_lock.held(within_s=0.0) as is_free:
                pass
            if not is_free:
                return OTHER_PROCESS_S
            self.deliver_due()
            return self._next_delay_s()
        except StoreFault as error:
            if self._loop.is_stopping:
                return None
            _log.warning("delivery waits for the store: %s", error.code)
            return PAUSE_AFTER_STORE_FAULT_S

    def _heads(self) -> list[Entry]:
        """Return the oldest open row of each inquiry; only these may go."""
        heads: dict[str, Entry] = {}
        for entry in self._store.outbox.unfinished():
            if entry.row.state in OPEN_STATES:
                heads.setdefault(entry.row.inquiry_id, entry)
        return [entry for entry in heads.values() if entry.row.state in DELIVERABLE]

    def _next_due(self, turns: dict[str, int]) -> Entry | None:
        now = self._now()
        due = (
            entry
            for entry in self._heads()
            if is_due(entry.row, now) and turns.get(entry.row.id, 0) < ROUNDS_IN_A_PASS
        )
        return min(due, key=lambda entry: entry.seq, default=None)

    def _next_delay_s(self) -> float | None:
        if self._link.is_signed_out:
            return None
        moments = [entry.row.not_before for entry in self._heads()]
        if not moments:
            return None
        earliest = min(moments)
        if self._resume_at is not None:
            earliest = max(earliest, self._resume_at)
        return min(max((earliest - self._now()).total_seconds(), 0.05), LONGEST_WAIT_S)

    def _heed_clock(self) -> None:
        """After the clock was set back nothing waits for moments it named before."""
        now = self._now()
        before, self._seen_at = self._seen_at, now
        if before is not None and now < before - CLOCK_TOLERANCE:
            _log.info("the clock was set back: what waits is due now")
            self._store.outbox.hasten(now=now)
            self._resume_at = None
