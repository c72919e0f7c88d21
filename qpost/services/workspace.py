"""Why: everything one signed-in account needs, built once and closed once."""

import logging
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from qpost.models.account import Account, Capability, Shop, ShopId
from qpost.models.errors import QpostError, SignInRejected
from qpost.models.events import LinkChanged
from qpost.models.listing import ListingNotes
from qpost.models.settings import NoticeSettings
from qpost.services.awakening import Awakening
from qpost.services.background import Background
from qpost.services.context import Context
from qpost.services.delivery import Delivery
from qpost.services.event_stream import EventStream
from qpost.services.exchange import Exchange
from qpost.services.export import Export
from qpost.services.feed import FeedReader
from qpost.services.files import Files
from qpost.services.inbox import Inbox
from qpost.services.indexing import Indexing
from qpost.services.link import Link
from qpost.services.listing import ListingReader
from qpost.services.notices import Notices
from qpost.services.offer import Offer
from qpost.services.presence import PresenceService
from qpost.services.publisher import Publisher
from qpost.services.qcash_account import QcashAccount
from qpost.services.reminders import Reminders
from qpost.services.replies import Replies
from qpost.services.service_points import ServicePoints
from qpost.services.store_watch import StoreWatch
from qpost.services.sync import Sync
from qpost.services.templates import Templates
from qpost.store.account_store import AccountStore
from qpost.store.process_lock import ProcessLock

STOP_WITHIN_S = 1.0

_log = logging.getLogger(__name__)


class Workspace:
    """One account's store and services; reads work at once, the network begins with :meth:`start`.

    ``is_kept`` is False when everything lives in memory for this run (no keyring). ``notice_settings`` says
    how the seller wants to hear of news, at any time. ``is_listing``: the service only lists
    messages by time.
    """

    def __init__(
        self,
        *,
        account: Account,
        extension: str,
        store: AccountStore,
        link: Link,
        publisher: Publisher,
        cache: Path,
        now: Callable[[], datetime],
        chance: Callable[[], float],
        notice_settings: Callable[[], NoticeSettings] = NoticeSettings,
        is_listing: bool = False,
    ) -> None:
        self.account = account
        self.extension = extension
        self.store = store
        self._link = link
        self._publisher = publisher
        self._now = now
        self._is_listing = is_listing
        self._offer = Offer(store)
        self.inbox = Inbox(store, now=now)
        self.export = Export(self.inbox, now=now)
        self.templates = Templates(store=store, link=link, publisher=publisher, now=now)
        self.files = Files(link=link, folder=cache)
        self.context = Context(store=store, link=link, now=now)
        self.presence = PresenceService(link=link, publisher=publisher, extension=extension)
        self._build_money(cache / "pictures")
        self._build_exchange(chance, is_listing=is_listing)
        self._indexing = Indexing(store)
        self._events = EventStream(link=link, sync=self.sync, presence=self.presence, chance=chance)
        self.notices = Notices(
            store=store, publisher=publisher, settings=notice_settings, now=now, own=extension
        )
        self._parts: tuple[Background, ...] = (
            self.notices,  # first: it hears what the others tell
            self.sync,
            self._events,
            self.delivery,
            self.presence,
            Awakening(wall_s=lambda: now().timestamp(), woke=self.look_again),
            StoreWatch(store=store, publisher=publisher),
            self._indexing,
            self.reminders,
        )

    def _build_money(self, pictures: Path) -> None:
        store, link, publisher, now = self.store, self._link, self._publisher, self._now
        self.qcash = QcashAccount(store=store, link=link, publisher=publisher, now=now)
        self.points = ServicePoints(
            store=store,
            link=link,
            publisher=publisher,
            cache=pictures,
            now=now,
            told_balance=self.qcash.note_balance,
        )
        self.reminders = Reminders(
            store=store,
            points=self.points,
            qcash=self.qcash,
            offered=self.capabilities,
            publisher=publisher,
            now=now,
        )

    def _build_exchange(self, chance: Callable[[], float], *, is_listing: bool) -> None:
        """Build what brings replies to the service and news from it."""
        store, link, publisher, now = self.store, self._link, self._publisher, self._now
        self._listing = ListingReader(
            store=store, link=link, publisher=publisher, now=now, is_stopping=lambda: self.sync.is_stopping
        )
        feed = FeedReader(
            store=store, link=link, publisher=publisher, now=now, is_stopping=lambda: self.sync.is_stopping
        )
        exchange: Exchange = self._listing if is_listing else feed
        path = store.database.path
        self.delivery = Delivery(
            store=store,
            link=link,
            exchange=exchange,
            publisher=publisher,
            now=now,
            chance=chance,
            process_lock=ProcessLock(None if path is None else path.with_suffix(".delivery")),
            lost=lambda: self.sync.wake(),
        )
        self.replies = Replies(
            store=store,
            link=link,
            publisher=publisher,
            now=now,
            extension=self.extension,
            queued=self.delivery.wake,
            has_own_courtesy=is_listing,
        )
        self.sync = Sync(
            store=store,
            offer=self._offer,
            link=link,
            exchange=exchange,
            now=now,
            chance=chance,
            refresh=self._refresh,
            came_online=self._came_online,
        )

    @property
    def is_kept(self) -> bool:
        """True when drafts and outbox outlive the program."""
        return self.store.is_kept

    def shops(self) -> tuple[Shop, ...]:
        """Return the account's shops as last read; sync refreshes them."""
        return self.store.shops.list()

    def capabilities(self) -> frozenset[Capability]:
        """Return what the connection offered when it was last asked."""
        return self._offer.current

    def listing_notes(self, shop: ShopId) -> ListingNotes:
        """Return what is known to be missing or unreadable, where the service only lists messages by time."""
        return self._listing.notes(shop) if self._is_listing else ListingNotes()

    def link(self) -> LinkChanged:
        """Return how the connection is doing right now."""
        return self._link.status

    def start(self) -> None:
        """Start sync, the event stream, delivery, presence, the watches and the search index on threads."""
        for part in self._parts:
            part.start()

    def look_again(self) -> None:
        """Ask the service and look at the outbox now: the machine woke up, or the network changed."""
        self.sync.wake()
        self.delivery.wake()
        self.reminders.wake()
        self.notices.wake()

    def stop(self) -> None:
        """Stop the threads and drop the connection; the store stays open. Takes about a second at most."""
        self._ask_to_stop()
        self._link.close()
        deadline_s = time.monotonic() + STOP_WITHIN_S
        for part in self._parts:
            part.stop(within_s=max(deadline_s - time.monotonic(), 0.0))

    def sign_out(self) -> None:
        """Stop the threads and end the session at the service, as far as it can be reached."""
        self._ask_to_stop()
        self._link.sign_out()
        self.stop()

    def close(self) -> None:
        """Stop the threads, drop the connection, close the store; later calls raise ``StoreFault``."""
        self.stop()
        self.store.close()

    def _ask_to_stop(self) -> None:
        for part in self._parts:
            part.ask_to_stop()

    def _came_online(self) -> None:
        self.delivery.hasten()
        self.reminders.wake()
        self._indexing.wake()  # what was read meanwhile came in many small parts

    def _refresh(self, shops: tuple[Shop, ...]) -> None:
        """Read again what changes rarely; not having it must not hold up the inquiries."""
        offered = self.capabilities()
        for shop in shops:
            try:
                if Capability.TEMPLATES in offered:
                    self.templates.refresh(shop.id)
                if Capability.AUTO_REPLY in offered and not self._is_listing:
                    self.replies.refresh_auto_reply_text(shop.id)
            except SignInRejected:
                raise
            except QpostError as error:
                _log.info("templates and courtesy text were not refreshed: %s", error.code)
