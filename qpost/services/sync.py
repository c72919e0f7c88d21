"""Why: the local store follows the service (architecture.md, Sync)."""

import logging
import threading
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from msgspec import structs

from qpost.models.account import Shop, ShopId
from qpost.models.errors import (
    CursorExpired,
    QpostError,
    Refused,
    ServerFault,
    SignInRejected,
    StoreFault,
    TryLater,
)
from qpost.models.events import InquiriesChanged, LinkState
from qpost.models.inquiry import ChangesPage, InquiryId
from qpost.models.outbox_rules import backoff_s
from qpost.services.link import Link
from qpost.services.loop import Loop
from qpost.services.offer import Offer
from qpost.services.publisher import Publisher
from qpost.store.account_store import AccountStore
from qpost.store.inquiry_writes import Written
from qpost.store.shops import Feed

PAGE_SIZE = 500
POLL_S = 60.0
POLL_WITH_EVENTS_S = 300.0
REFRESH_AFTER = timedelta(minutes=30)
"""Shops, templates and courtesy texts change rarely: idle, a minute brings one request or less."""

_log = logging.getLogger(__name__)


class Sync:
    """Follows every shop's change feed, at once when woken and regularly otherwise.

    ``chance`` yields numbers from 0 to 1 that spread the delays. ``refresh`` is called with the shops
    after they were read; ``came_online`` when the service answers after it did not.
    """

    def __init__(
        self,
        *,
        store: AccountStore,
        offer: Offer,
        link: Link,
        publisher: Publisher,
        now: Callable[[], datetime],
        chance: Callable[[], float],
        refresh: Callable[[tuple[Shop, ...]], None] = lambda shops: None,
        came_online: Callable[[], None] = lambda: None,
    ) -> None:
        self._store = store
        self._offer = offer
        self._link = link
        self._publisher = publisher
        self._now = now
        self._chance = chance
        self._refresh = refresh
        self._came_online = came_online
        self._loop = Loop("qpost-sync", self._turn)
        self._due_lock = threading.Lock()
        self._due: set[ShopId] | None = None
        self._pass_lock = threading.Lock()
        self._failures = 0
        self._has_events = False
        self._was_offline = True
        self._refreshed_at: datetime | None = None

    def start(self) -> None:
        """Follow on an own thread from now on."""
        self._loop.start()

    def ask_to_stop(self) -> None:
        """Begin no further page."""
        self._loop.ask_to_stop()

    def stop(self, *, within_s: float = 1.0) -> None:
        """End the thread within a second."""
        self._loop.stop(within_s=within_s)

    def wake(self, shop: ShopId | None = None) -> None:
        """Read the changes now: of ``shop``, or of all (Query was pressed, or the machine woke up)."""
        with self._due_lock:
            if shop is None:
                self._due = None
            elif self._due is not None:
                self._due.add(shop)
        self._loop.wake()

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
            refusal: Refused | None = None
            for done, shop in enumerate(wanted):
                try:
                    self._follow(shop.id, share=(done, len(wanted)))
                except SignInRejected:
                    raise
                except Refused as error:  # one shop is closed to us: the others go on
                    refusal = error
                if self._loop.is_stopping:
                    return
            self._link.report(LinkState.ONLINE)
            was_offline, self._was_offline = self._was_offline, False
            if was_offline:
                self._came_online()
            if is_full:
                self._refresh(known)
                self._refreshed_at = self._now()
            if refusal is not None:
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
        except QpostError as error:
            if self._loop.is_stopping:
                return None
            return self._after(error)
        self._failures = 0
        with self._due_lock:
            if self._due is None or self._due:
                return 0.0
        interval_s = POLL_WITH_EVENTS_S if self._has_events else POLL_S
        return interval_s * (0.9 + 0.2 * self._chance())

    def _after(self, error: QpostError) -> float:
        self._failures += 1
        with self._due_lock:
            self._due = None
        log = _log.warning if isinstance(error, StoreFault) else _log.info
        log("sync waits after %s: %s", error.code, error.detail)
        if not isinstance(error, Refused):
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

    def _follow(self, shop: ShopId, *, share: tuple[int, int]) -> None:
        feed = self._store.shops.feed(shop)
        first: datetime | None = None
        while not self._loop.is_stopping:
            try:
                page = self._read_page(shop, feed)
            except CursorExpired:
                if feed.cursor is None:
                    raise
                _log.info("the change feed is read from the beginning")
                feed = structs.replace(feed, cursor=None, generation=feed.generation + 1, rebuilding=True)
                self._store.shops.set_feed(shop, feed)
                continue
            is_long = page.has_more or not feed.complete or feed.rebuilding
            feed = self._keep(shop, feed, page)
            if is_long and page.items:
                first = first or page.items[0].updated_at
                self._report_progress(page.items[-1].updated_at, first, share)
            if not page.has_more:
                return

    def _read_page(self, shop: ShopId, feed: Feed) -> ChangesPage:
        page = self._link.call(lambda backend: backend.changes(shop, cursor=feed.cursor, limit=PAGE_SIZE))
        if page.has_more and page.next_cursor == feed.cursor:
            raise ServerFault(
                request_id=None, detail="the change feed does not advance", may_have_arrived=False
            )
        return page

    def _keep(self, shop: ShopId, feed: Feed, page: ChangesPage) -> Feed:
        """Store a page and its cursor in one transaction, then tell what changed."""
        is_last = not page.has_more
        after = structs.replace(
            feed,
            cursor=page.next_cursor,
            rebuilding=feed.rebuilding and not is_last,
            complete=feed.complete or is_last,
        )

        def work(_: object) -> tuple[Written, frozenset[InquiryId]]:
            written = self._store.inquiry_writes.put(shop, page.items, force=feed.rebuilding)
            gone = self._store.inquiry_writes.delete(page.deleted)
            if feed.rebuilding and is_last:
                gone |= self._store.inquiry_writes.delete_unseen(shop, generation=feed.generation)
            self._store.shops.set_feed(shop, after)
            return written, gone

        written, gone = self._store.database.write(work)
        changed = written.changed | gone
        if changed:
            is_news = feed.complete and not feed.rebuilding
            self._publisher.publish(
                InquiriesChanged(
                    shop_id=shop,
                    ids=changed,
                    arrived=written.arrived - gone if is_news else frozenset(),
                )
            )
        return after

    def _report_progress(self, reached: datetime, first: datetime, share: tuple[int, int]) -> None:
        """Tell how far the feed was read, judged by the age of its changes."""
        whole = (self._now() - first).total_seconds()
        part = min(max((reached - first).total_seconds() / whole, 0.0), 1.0) if whole > 0 else 1.0
        done, shops = share
        self._link.report(LinkState.SYNCING, progress=round((done + part) / shops, 3))
