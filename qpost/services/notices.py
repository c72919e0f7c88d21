"""Why: the seller hears of what customers wrote and of who still waits: once, together, at the right time."""

import logging
import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial

from msgspec import structs

from qpost.models.account import ShopId
from qpost.models.errors import StoreFault
from qpost.models.events import AlarmDue, Event, InquiriesChanged, LinkChanged, LinkState, NewsArrived
from qpost.models.inquiry import InquiryId
from qpost.models.notices import (
    LONGEST_WAITING,
    MOST_ASKED,
    TOAST_GAP,
    Alarm,
    News,
    Told,
    alarm_due,
    alarm_of,
    news_of,
    notice_due,
    notice_of,
    remember,
    silent_for,
    waiting_of,
)
from qpost.models.settings import NoticeSettings
from qpost.services.background import Background
from qpost.services.inbox import COUNTER_WINDOW
from qpost.services.kept import Shelf
from qpost.services.publisher import Publisher
from qpost.store.account_store import AccountStore

LOOK_AGAIN_S = 900.0
"""A silence is judged again after so long: clocks change to summer time and back."""
_SYNC_LIMIT_S = 60.0
_RETRY_S = 60.0
_CATCH_UP = 200
_FIRST_READING = 5000
_TICK = timedelta(milliseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_log = logging.getLogger(__name__)


def wall_clock(moment: datetime) -> datetime:
    """Return ``moment`` as the computer's own clock shows it."""
    return moment.astimezone()


class Notices(Background):
    """Publishes ``NewsArrived`` and ``AlarmDue``; what was told is kept and told no more, over restarts.

    ``settings`` is asked at every look; ``own`` is the seller's own staff label; ``wall`` the computer's
    clock. It is to be started before what it listens to.
    """

    def __init__(
        self,
        *,
        store: AccountStore,
        publisher: Publisher,
        settings: Callable[[], NoticeSettings],
        now: Callable[[], datetime],
        own: str = "",
        wall: Callable[[datetime], datetime] = wall_clock,
    ) -> None:
        super().__init__("qpost-notices")
        self._store = store
        self._publisher = publisher
        self._settings = settings
        self._now = now
        self._own = own
        self._wall = wall
        self._told_shelf = Shelf(store.documents, "notices-told", Told, now=now)
        self._alarm_shelf = Shelf(store.documents, "alarm-told", datetime, now=now)
        self._lock = threading.Lock()
        self._heard: dict[ShopId, frozenset[InquiryId]] = {}
        self._on_screen: InquiryId | None = None
        self._syncing_since: datetime | None = None
        self._told: dict[ShopId, Told] = {}
        self._started = now()
        self._first_heard: datetime | None = None
        self._last_notice: datetime | None = None
        self._last_alarm: datetime | None = None
        self._has_read_alarm = False
        self._unsubscribe: Callable[[], None] = lambda: None

    def listen(self) -> None:
        """Hear the publisher from now on."""
        self._unsubscribe()
        self._unsubscribe = self._publisher.subscribe(self._hear)

    def start(self) -> None:
        """Listen, and look at once for what came while the program did not run."""
        self.listen()
        super().start()

    def ask_to_stop(self) -> None:
        """Hear and tell nothing more."""
        self._unsubscribe()
        super().ask_to_stop()

    def wake(self) -> None:
        """Look now: the settings changed, or the machine slept."""
        self._loop.wake()

    def set_on_screen(self, inquiry_id: InquiryId | None) -> None:
        """Know what the seller has before her eyes: nobody is told of what she sees arrive."""
        with self._lock:
            self._on_screen = inquiry_id

    @property
    def on_screen(self) -> InquiryId | None:
        """What the seller has before her eyes."""
        with self._lock:
            return self._on_screen

    def counts(self) -> dict[ShopId, int]:
        """Return how many customers of the last 30 days wait, by shop; from an index."""
        since = self._now() - COUNTER_WINDOW
        return {
            shop.id: self._store.notices.waiting(shop.id, since=since) for shop in self._store.shops.list()
        }

    def look(self) -> float | None:
        """Tell what is due; return the seconds until something else may be, None when nothing is in sight."""
        self._take_heard()
        settings, now = self._settings(), self._now()
        silence = silent_for(settings, now=now, wall=self._wall(now))
        if silence is not None:
            return min(silence.total_seconds(), LOOK_AGAIN_S)
        waits = [
            wait for wait in (self._look_at_news(now), self._look_at_alarm(settings, now)) if wait is not None
        ]
        return min(waits) if waits else None

    def _turn(self) -> float | None:
        try:
            return self.look()
        except StoreFault as error:
            if not self._loop.is_stopping:
                _log.warning("notices wait for the store: %s", error.code)
            return _RETRY_S

    # -- hearing

    def _hear(self, event: Event) -> None:
        """Note what changed; called on the thread that changed it, so it only notes."""
        if isinstance(event, InquiriesChanged):
            with self._lock:
                before = self._heard.get(event.shop_id, frozenset())
                if event.shop_id not in self._told and len(before) > _FIRST_READING:
                    before = frozenset()  # of a first reading only the end matters
                self._heard[event.shop_id] = before | event.ids
        elif isinstance(event, LinkChanged):
            with self._lock:
                is_syncing = event.state is LinkState.SYNCING
                self._syncing_since = (self._syncing_since or self._now()) if is_syncing else None
            if is_syncing:
                return
        else:
            return
        self._loop.wake()

    def _take_heard(self) -> None:
        """Find what is news in what was heard of, and have it wait to be told."""
        with self._lock:
            heard, self._heard = self._heard, {}
            on_screen = self._on_screen
        try:
            self._sort_out(heard, on_screen)
        except StoreFault:
            with self._lock:  # it is looked at again
                shops = heard.keys() | self._heard.keys()
                nothing = frozenset[InquiryId]()
                self._heard = {
                    shop: heard.get(shop, nothing) | self._heard.get(shop, nothing) for shop in shops
                }
            raise

    def _sort_out(self, heard: Mapping[ShopId, frozenset[InquiryId]], on_screen: InquiryId | None) -> None:
        for shop in self._store.shops.list():
            ids = heard.get(shop.id, frozenset())
            told = self._told.get(shop.id)
            if told is None:
                told = self._begin(shop.id, ids)
                if told is None:
                    continue
                ids |= self._missed(shop.id, told)
            news = self._judge(shop.id, told, ids)
            seen = [each for each in news if each.inquiry_id == on_screen]
            waiting = (each.inquiry_id for each in news if each.inquiry_id != on_screen)
            pending = tuple(dict.fromkeys((*told.pending, *waiting)))
            self._keep(shop.id, remember(structs.replace(told, pending=pending), seen))
        if self._first_heard is None and any(told.pending for told in self._told.values()):
            self._first_heard = self._now()

    def _begin(self, shop: ShopId, just_read: Iterable[InquiryId]) -> Told | None:
        """Return what was told earlier; a shop read for the first time has nothing to tell up to here.

        None while that first reading is under way.
        """
        kept = self._told_shelf.get(shop)
        if kept is not None:
            told = kept.value
        elif not self._store.shops.feed(shop).complete:
            return None
        else:
            newest = self._store.notices.newest_moment(shop, tuple(just_read))
            told = Told(since=_EPOCH if newest is None else newest + _TICK)
            self._told_shelf.put(told, shop)
        with self._lock:
            self._told[shop] = told
        return told

    def _missed(self, shop: ShopId, told: Told) -> frozenset[InquiryId]:
        """Return what was stored and perhaps never told: the program ended in between."""
        newest = self._store.notices.newest_waiting(shop, since=told.since, limit=_CATCH_UP)
        return frozenset(newest) | frozenset(told.pending)

    def _judge(self, shop: ShopId, told: Told, ids: Iterable[InquiryId]) -> list[News]:
        wanted = tuple(ids)
        if not wanted:
            return []
        found = self._store.notices.open_among(shop, wanted, changed_after=told.since)
        judged = (news_of(shop, inquiry, told, own=self._own) for inquiry in found)
        return [news for news in judged if news is not None]

    def _keep(self, shop: ShopId, told: Told) -> None:
        """Remember for this run, and for the next when the disk takes it: a full one silences nothing."""
        if told != self._told.get(shop):
            with self._lock:
                self._told[shop] = told
            _write(partial(self._told_shelf.put, told, shop))

    # -- telling

    def _look_at_news(self, now: datetime) -> float | None:
        if self._first_heard is None:
            return None
        with self._lock:
            syncing_since, on_screen = self._syncing_since, self._on_screen
        if syncing_since is not None:
            left_s = _SYNC_LIMIT_S - (now - syncing_since).total_seconds()
            if 0 < left_s <= _SYNC_LIMIT_S:
                return left_s
        wait = notice_due(now=now, first_heard=self._first_heard, last_told=self._last_notice)
        if wait > timedelta(0):
            return wait.total_seconds()
        judged = [
            (shop, told, self._judge(shop, told, told.pending))  # some were answered meanwhile
            for shop, told in tuple(self._told.items())
        ]
        self._first_heard = None
        for shop, told, news in judged:
            self._keep(shop, structs.replace(remember(told, news), pending=()))
        fresh = [each for _, _, news in judged for each in news if each.inquiry_id != on_screen]
        notice = notice_of(fresh)
        if notice is not None:
            self._last_notice = now
            self._publisher.publish(NewsArrived(notice))
        return None

    def _look_at_alarm(self, settings: NoticeSettings, now: datetime) -> float | None:
        if not self._has_read_alarm:
            kept = self._alarm_shelf.get()
            self._last_alarm = None if kept is None else kept.value
            self._has_read_alarm = True
        wait = alarm_due(
            now=now, repeat_min=settings.repeat_min, started=self._started, last_told=self._last_alarm
        )
        if wait is None:
            return None
        if self._last_notice is not None and self._last_notice <= now:
            wait = max(wait, self._last_notice + TOAST_GAP - now)
        if wait > timedelta(0):
            return wait.total_seconds()
        alarm = self.alarm()
        self._last_alarm = now
        if alarm is not None:
            self._last_notice = now
            self._publisher.publish(AlarmDue(alarm))
            _write(partial(self._alarm_shelf.put, now))
        return settings.repeat_min * 60.0

    def alarm(self) -> Alarm | None:
        """Return who waits in all shops and what most ask about; None when nobody waits."""
        since, store = self._now() - COUNTER_WINDOW, self._store.notices
        shops = [shop for shop, count in self.counts().items() if count]
        return alarm_of(
            (store.waiting(shop, since=since) for shop in shops),
            (
                each
                for shop in shops
                for each in waiting_of(shop, store.longest_waiting(shop, since=since, limit=LONGEST_WAITING))
            ),
            # an item may come second in every shop and first in all: some more of each are added up
            (item for shop in shops for item in store.asked_items(shop, since=since, limit=10 * MOST_ASKED)),
        )


def _write(put: Callable[[], object]) -> None:
    try:
        put()
    except StoreFault as error:
        _log.warning("what was told is remembered for this run only: %s", error.code)
