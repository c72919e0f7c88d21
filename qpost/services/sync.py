"""Why: the local store follows the service (architecture.md, Sync)."""

import logging
import threading
from collections import deque
from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from functools import partial

from qpost.models.account import Shop, ShopId
from qpost.models.errors import QpostError, Refused, SignInRejected, StoreFault, TryLater
from qpost.models.events import LinkState
from qpost.models.inquiry import InquiryId
from qpost.models.outbox_rules import backoff_s
from qpost.services.background import Background
from qpost.services.exchange import Exchange
from qpost.services.feed import POLL_S
from qpost.services.link import Link
from qpost.services.offer import Offer
from qpost.store.account_store import AccountStore

SHOPS_AT_ONCE = 3
REFRESH_AFTER = timedelta(minutes=30)
"""Shops, templates and courtesy texts change rarely: idle, a minute brings one request or less."""

_log = logging.getLogger(__name__)


class Sync(Background):
    """Follows every shop, at once when woken and regularly otherwise.

    ``chance`` yields numbers from 0 to 1 that spread the delays. ``refresh`` is called with the shops
    after they were read; ``came_online`` when the service answers after it did not.
    """

    def __init__(
        self,
        *,
        store: AccountStore,
        offer: Offer,
        link: Link,
        exchange: Exchange,
        now: Callable[[], datetime],
        chance: Callable[[], float],
        refresh: Callable[[tuple[Shop, ...]], None] = lambda shops: None,
        came_online: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__("qpost-sync")
        self._store = store
        self._offer = offer
        self._link = link
        self._now = now
        self._chance = chance
        self._refresh = refresh
        self._came_online = came_online
        self._due_lock = threading.Lock()
        self._due: set[ShopId] | None = None
        self._pass_lock = threading.Lock()
        self._failures = 0
        self._has_events = False
        self._was_offline = True
        self._refreshed_at: datetime | None = None
        self._refusals: dict[ShopId, QpostError] = {}
        self._exchange = exchange

    def wake(self, shop: ShopId | None = None) -> None:
        """Read the changes now: of ``shop``, or of all (Query was pressed, or the machine woke up)."""
        with self._due_lock:
            if shop is None:
                self._due = None
            elif self._due is not None:
                self._due.add(shop)
        self._loop.wake()

    def complete(self, shop: ShopId, inquiry_id: InquiryId) -> None:
        """Read the messages of an inquiry that is only listed yet; raises what the connection raises."""
        self._exchange.complete(shop, inquiry_id)

    def set_has_events(self, has_events: bool) -> None:
        """Poll rarely while the event stream is alive."""
        self._has_events = has_events

    def sync_once(self, shops: Collection[ShopId] | None = None) -> None:
        """Read the changes of all shops, or of those named, to the end; now and then the shops as well.

        Raises what the connection raises; what was read until then is kept.
        """
        with self._pass_lock:
            known = self._store.shops.list()
            is_full = not known or (shops is None and self._is_refresh_due())
            if is_full:
                known = self._read_shops()
            wanted = [shop for shop in known if shops is None or shop.id in shops]
            pass_ = _Pass(self._exchange, [shop.id for shop in wanted], self._link)
            pass_.run()
            if self._loop.is_stopping:
                return
            for shop in wanted:
                self._refusals.pop(shop.id, None)
            self._refusals |= pass_.refusals
            self._link.report(LinkState.ONLINE, refusals=self._refusals)
            was_offline, self._was_offline = self._was_offline, False
            if was_offline:
                self._came_online()
            if is_full:
                self._refresh(known)
                self._refreshed_at = self._now()
            for refusal in pass_.refusals.values():
                raise refusal

    def _is_refresh_due(self) -> bool:
        return self._refreshed_at is None or not (
            timedelta(0) <= self._now() - self._refreshed_at < REFRESH_AFTER
        )

    def _turn(self) -> float | None:
        with self._due_lock:
            shops, self._due = self._due, set()
        if shops is not None and not shops:
            shops = None  # the polling interval is over
        try:
            self.sync_once(shops)
        except SignInRejected:
            return None
        except (
            Refused
        ) as error:  # a shop is closed to us; the others were read, and asking sooner opens nothing
            _log.info("sync was refused: %s", error.code)
        except QpostError as error:
            if self._loop.is_stopping:
                return None
            return self._after(error)
        self._failures = 0
        with self._due_lock:
            if self._due is None or self._due:
                return 0.0
        return self._exchange.pause_s(has_events=self._has_events) * (0.9 + 0.2 * self._chance())

    def _after(self, error: QpostError) -> float:
        self._failures += 1
        with self._due_lock:
            self._due = None
        log = _log.warning if isinstance(error, StoreFault) else _log.info
        log("sync waits after %s: %s", error.code, error.detail)
        self._was_offline = True
        self._link.report(LinkState.OFFLINE, error=error)
        delay_s = min(POLL_S, backoff_s(self._failures, chance=self._chance()))
        if isinstance(error, TryLater) and error.retry_after_s is not None:
            delay_s = max(delay_s, error.retry_after_s)
        return delay_s

    def _read_shops(self) -> tuple[Shop, ...]:
        shops, offered = self._link.call(lambda backend: (backend.shops(), backend.capabilities))
        self._store.shops.replace(shops, read_at=self._now())
        self._offer.keep(offered, read_at=self._now())
        return shops


class _Pass:
    """One reading of some shops, several at once; ``refusals`` are the shops that are closed to us."""

    def __init__(self, exchange: Exchange, shops: Sequence[ShopId], link: Link) -> None:
        self._exchange = exchange
        self._link = link
        self._waiting = deque(shops)
        self._lock = threading.Lock()
        self._parts = dict.fromkeys(shops, 0.0)
        self._errors: list[BaseException] = []
        self.refusals: dict[ShopId, QpostError] = {}

    def run(self) -> None:
        """Read all; raises what ended it, a rejected sign-in before anything else."""
        helpers = [
            threading.Thread(target=self._work, name=f"qpost-sync-{number}", daemon=True)
            for number in range(1, min(SHOPS_AT_ONCE, len(self._waiting)))
        ]
        for helper in helpers:
            helper.start()
        self._work()
        for helper in helpers:
            helper.join()
        for error in sorted(self._errors, key=lambda each: not isinstance(each, SignInRejected)):
            raise error

    def _work(self) -> None:
        while not self._errors:
            try:
                shop = self._waiting.popleft()
            except IndexError:
                return
            try:
                self._exchange.follow(shop, told=partial(self._tell, shop))
            except Exception as error:  # carried over to the thread that called run()
                if isinstance(error, Refused) and not isinstance(error, SignInRejected):
                    self.refusals[shop] = error  # one shop is closed to us: the others go on
                else:
                    self._errors.append(error)

    def _tell(self, shop: ShopId, part: float) -> None:
        with self._lock:
            self._parts[shop] = part
            progress = round(sum(self._parts.values()) / len(self._parts), 3)
            self._link.report(LinkState.SYNCING, progress=progress)
