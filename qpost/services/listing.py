"""Why: a service that only lists messages by time is followed so that nothing is missed (qapi.md).

First everything is read backwards from now, then each pass lists all that is open, what was answered lately,
and one more window of the past, so that whatever was missed once is met again.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import msgspec
from msgspec import Struct, structs

from qpost.models.account import ShopId
from qpost.models.errors import Conflict, QpostError, Refused, SignInRejected, Unsupported
from qpost.models.events import InquiriesChanged, ListingNoted
from qpost.models.inquiry import Inquiry, InquiryId, Message, Status
from qpost.models.jst import business_date, to_utc
from qpost.models.listing import Gap, ListedRow, ListingNotes, ListingStatus, OddRow
from qpost.models.outbox_rules import Entry
from qpost.models.search import InquiryQuery
from qpost.models.threads import joined, later, message_of, newest_asked, target_of, thread_of, with_answer
from qpost.models.time_windows import SECOND, Limits, Stretch, gaps_after
from qpost.services.link import Link
from qpost.services.publisher import Publisher
from qpost.services.windows import Found, StoppedError, Windows
from qpost.store.account_store import AccountStore
from qpost.store.inquiry_writes import Written
from qpost.store.shops import Feed

HISTORY = timedelta(days=2 * 365)
NEAR = timedelta(days=29)
OVERLAP = timedelta(hours=1)
AHEAD = timedelta(minutes=10)
"""The service's clock may be so far before ours."""
SHORTEST_PAUSE_S, LONGEST_PAUSE_S = 30.0, 300.0
_FIRST_LENGTH_S = 24 * 3600
_MOST_CHECKED = 20
_LOOK_AGAIN_AFTER = timedelta(hours=1)
_NEVER = datetime.min.replace(tzinfo=UTC)
_LAST = datetime.max.replace(tzinfo=UTC)
_ODD = "odd-rows"
_MOST_ODD = 200

_OPEN = (ListingStatus.UNPROCESSED, ListingStatus.ANSWERING)
_OPEN_STATUSES = frozenset({Status.UNANSWERED, Status.ANSWERING})
_log = logging.getLogger(__name__)


class Place(Struct, frozen=True):
    """How far the reading is; kept with the rows it brought, in one transaction.

    ``begun``: when the first reading began, which has reached back to ``reached`` for each status.
    ``read_to``: until then nothing answered is missing. ``swept``: how far the round over the past is.
    """

    begun: datetime
    reached: dict[str, datetime] = {}
    swept: dict[str, datetime] = {}
    length_s: dict[str, int] = {}
    limits: Limits = Limits()
    gaps: tuple[Gap, ...] = ()
    read_to: datetime | None = None


class ListingReader:
    """An ``Exchange`` over lists by time. ``is_stopping`` is asked between requests."""

    def __init__(
        self,
        *,
        store: AccountStore,
        link: Link,
        publisher: Publisher,
        now: Callable[[], datetime],
        is_stopping: Callable[[], bool],
    ) -> None:
        self._store = store
        self._link = link
        self._publisher = publisher
        self._now = now
        self._windows = Windows(link, is_stopping=is_stopping)
        self._looked_for: dict[InquiryId, datetime] = {}
        self._pause_s = SHORTEST_PAUSE_S

    def pause_s(self, *, has_events: bool) -> float:
        """Return a pause that grows while nothing happens."""
        return self._pause_s

    def notes(self, shop: ShopId) -> ListingNotes:
        """Return what is known to be missing, and how many rows could not be read."""
        place = _place_of(self._store.shops.feed(shop))
        return ListingNotes(gaps=() if place is None else place.gaps, odd=len(self.odd_rows(shop)))

    def odd_rows(self, shop: ShopId) -> tuple[OddRow, ...]:
        """Return the rows that could not be read, the newest last, for diagnostics."""
        kept = self._store.documents.get(_ODD, shop, tuple[OddRow, ...])
        return () if kept is None else kept[0]

    def follow(self, shop: ShopId, *, told: Callable[[float], None]) -> None:
        """Read what is new, the whole past first if that was not done; what was read is kept."""
        feed = self._store.shops.feed(shop)
        place = _place_of(feed) or Place(begun=_whole_seconds(self._now()))
        with suppress(StoppedError):
            if not feed.complete:
                if place.reached:  # cut short: news does not wait until the past can be read
                    place = self._read_news(shop, place)
                place = self._read_past(shop, place, told=told)
            place = self._read_news(shop, place, is_complete=True)
            self._sweep(shop, place)

    def complete(self, shop: ShopId, inquiry_id: InquiryId) -> None:
        """Read an inquiry anew; rows come whole, so that nothing was ever only listed."""
        self.read(shop, inquiry_id)

    def read(self, shop: ShopId, inquiry_id: InquiryId) -> Inquiry:
        """Read what came in lately, and the thread's newest message under every status."""
        stored, newest = self._asked(inquiry_id)
        place = _place_of(self._store.shops.feed(shop))
        if place is None:
            raise Refused("not-found")
        now = _whole_seconds(self._now())
        recent = Stretch(ListingStatus.UNPROCESSED, min(place.read_to or now, now) - OVERLAP, self._until())
        found, _ = self._windows.read(shop, recent, place.limits)
        rows = found.rows + self._under_each(shop, newest)
        self._publish(shop, self._store.database.write(lambda _: self._join(shop, rows)), is_news=True)
        return self._stored(inquiry_id) or stored

    def post(self, entry: Entry) -> Inquiry:
        """Answer the customer's newest message and look whether that settled it.

        Raises ``Conflict`` when that is one the seller has not seen.
        """
        row = entry.row
        if row.reply is None:
            raise Unsupported(row.kind.value)
        stored, newest = self._asked(row.inquiry_id)
        if row.reply.status is not Status.ANSWERED:
            raise Unsupported("answering")  # every answer settles the inquiry
        if newest.id not in entry.seen:  # another thread stored it after the last look
            raise Conflict(current_version=stored.version)
        target, text = target_of(newest), row.reply.body
        self._link.call(lambda backend: backend.answer(row.shop_id, **target._asdict(), text=text))
        self._look_after(row.shop_id, newest)
        stored = self._stored(row.inquiry_id) or stored  # a pass may have stored something meanwhile
        return with_answer(stored, entry, to=newest, now=_whole_seconds(self._now()))

    def _look_after(self, shop: ShopId, answered: Message) -> None:
        """Write into the log when the question just answered still counts as open."""
        try:
            rows = self._under_each(shop, answered)
        except QpostError as error:  # the answer was taken in, whatever can be read of it
            _log.info("an answer was not read back: %s", error.code)
            return
        if any(each.status in _OPEN for each in rows if message_of(each) == answered.id):
            _log.warning("an answer was taken in, and the inquiry still counts as open")

    # -- the whole past, once

    def _read_past(self, shop: ShopId, place: Place, *, told: Callable[[float], None]) -> Place:
        """Read backwards from ``place.begun``, always the status that is least far."""
        while (stretch := self._next_window(place, place.reached)) is not None:
            told((place.begun - min(place.reached.values(), default=place.begun)) / HISTORY)
            found, place = self._read_one(shop, place, stretch)
            place = structs.replace(place, reached=place.reached | {stretch.status: stretch.start})
            self._keep(shop, place, found)
        return place

    # -- what is new, again and again

    def _read_news(self, shop: ShopId, place: Place, *, is_complete: bool = False) -> Place:
        """Read what is open, and all that came since the last time, however long ago that is."""
        now = _whole_seconds(self._now())
        since = min(place.read_to or place.begun, now) - OVERLAP
        near = Found()
        for status in ListingStatus:
            first = min(since, now - NEAR) if status in _OPEN else since
            for start, end in _slices(first, self._until()):
                found, place = self._read_one(shop, place, Stretch(status, start, end), is_window=False)
                near += found
        near += self._settled(shop, place, near, since=now - NEAR)
        place = structs.replace(place, read_to=now)
        changed = self._keep(shop, place, near, is_complete=is_complete)
        self._pause_s = SHORTEST_PAUSE_S if changed else min(self._pause_s * 1.5, LONGEST_PAUSE_S)
        return place

    def _sweep(self, shop: ShopId, place: Place) -> None:
        """Read the next window of the round over the past; each round finds the limit out anew."""
        stretch = self._next_window(place, place.swept)
        if stretch is None:
            place = structs.replace(place, swept={}, limits=Limits())
            stretch = self._window(place, ListingStatus.UNPROCESSED, end=self._until())
        found, place = self._read_one(shop, place, stretch)
        place = structs.replace(place, swept=place.swept | {stretch.status: stretch.start})
        if self._keep(shop, place, found):
            self._pause_s = SHORTEST_PAUSE_S

    def _settled(self, shop: ShopId, place: Place, near: Found, *, since: datetime) -> Found:
        """Look for what was open and is not listed as such any more among what is answered."""
        listed = {thread_of(row) for row in near.rows}
        found = Found()
        query = InquiryQuery(statuses=_OPEN_STATUSES, date_from=business_date(since) + timedelta(days=1))
        row_ids = self._store.inquiries.ids(shop, query)
        gone = [row.inquiry.id for row in self._store.inquiries.rows(row_ids) if row.inquiry.id not in listed]
        now = self._now()
        due = [each for each in gone if abs(now - self._looked_for.get(each, _NEVER)) > _LOOK_AGAIN_AFTER]
        for inquiry_id in due[:_MOST_CHECKED]:
            _, newest = self._asked(inquiry_id)
            self._looked_for[inquiry_id] = now
            stretch = Stretch(ListingStatus.ANSWERED, newest.at, newest.at)
            found += self._windows.read(shop, stretch, place.limits)[0]
        return found

    # -- windows and the store

    def _next_window(self, place: Place, done: Mapping[str, datetime]) -> Stretch | None:
        """Return the window before what is ``done``, of the status that is least far; None at the end."""
        status = max(ListingStatus, key=lambda each: done.get(each, _LAST))
        if done.get(status, _LAST) <= place.begun - HISTORY:
            return None
        return self._window(place, status, end=done[status] - SECOND if status in done else self._until())

    def _window(self, place: Place, status: ListingStatus, *, end: datetime) -> Stretch:
        length = timedelta(seconds=place.length_s.get(status, _FIRST_LENGTH_S))
        return Stretch(status, max(end - length, place.begun - HISTORY), end)

    def _read_one(
        self, shop: ShopId, place: Place, stretch: Stretch, *, is_window: bool = True
    ) -> tuple[Found, Place]:
        """Read a stretch and write down what it taught; ``is_window``: it is one of many over the past.

        One that is refused while newer ones were not is a gap, and the next one's turn comes.
        """
        try:
            found, limits = self._windows.read(shop, stretch, place.limits)
        except Refused as error:
            if isinstance(error, SignInRejected) or not is_window or stretch.status not in place.reached:
                raise
            _log.info("a window of the past is refused: %s", error.detail)
            gap = Gap(status=stretch.status, start=stretch.start, end=stretch.end)
            found, limits = Found(gaps=(gap,)), place.limits
        place = structs.replace(place, limits=limits, gaps=gaps_after(place.gaps, stretch, found.gaps))
        if is_window:
            length_s = place.length_s.get(stretch.status, _FIRST_LENGTH_S)
            length_s = limits.next_length_s(length_s, len(found.known))
            place = structs.replace(place, length_s=place.length_s | {stretch.status: length_s})
        return found, place

    def _under_each(self, shop: ShopId, newest: Message) -> tuple[ListedRow, ...]:
        """Read the second in which a message came, under every status."""
        found = Found()
        for status in ListingStatus:
            found += self._windows.read(shop, Stretch(status, newest.at, newest.at), Limits())[0]
        return found.rows

    def _until(self) -> datetime:
        return _whole_seconds(self._now()) + AHEAD

    def _stored(self, inquiry_id: InquiryId) -> Inquiry | None:
        stored = self._store.inquiries.get(inquiry_id)
        return None if stored is None else stored.inquiry

    def _asked(self, inquiry_id: InquiryId) -> tuple[Inquiry, Message]:
        """Return what is stored of a thread, and its newest question."""
        stored = self._stored(inquiry_id)
        newest = None if stored is None else newest_asked(stored)
        if stored is None or newest is None:
            raise Refused("not-found")
        return stored, newest

    def _keep(self, shop: ShopId, place: Place, found: Found, *, is_complete: bool = False) -> bool:
        """Store rows and place in one transaction, then tell; True when an inquiry changed."""
        before = self._store.shops.feed(shop)
        cursor = msgspec.json.encode(place).decode()
        after = structs.replace(before, cursor=cursor, complete=before.complete or is_complete)

        def work(_: object) -> Written:
            self._store.shops.set_feed(shop, after)
            self._keep_odd(shop, found.odd)
            return self._join(shop, found.rows)

        written = self._store.database.write(work)
        self._publish(shop, written, is_news=before.complete)
        old = _place_of(before)
        if found.odd or (() if old is None else old.gaps) != place.gaps:
            self._publisher.publish(ListingNoted(shop_id=shop))
        return bool(written.changed)

    def _join(self, shop: ShopId, rows: Iterable[ListedRow]) -> Written:
        """Store the threads that ``rows`` change; called within a write."""
        threads: dict[InquiryId, list[ListedRow]] = {}
        for row in later(rows):
            threads.setdefault(thread_of(row), []).append(row)
        changed = []
        for inquiry_id, told in threads.items():
            before = self._stored(inquiry_id)
            ours = self._store.outbox.unfinished_of(inquiry_id) if before is not None else ()
            after = joined(before, told, now=_whole_seconds(self._now()), ours=ours)
            if after is not before:
                changed.append(after)
        return self._store.inquiry_writes.put(shop, changed)

    def _keep_odd(self, shop: ShopId, odd: tuple[OddRow, ...]) -> None:
        known = self.odd_rows(shop)
        kept = tuple(dict.fromkeys(known + odd))[-_MOST_ODD:]
        if kept != known:
            self._store.documents.put(_ODD, shop, kept, read_at=self._now())

    def _publish(self, shop: ShopId, written: Written, *, is_news: bool) -> None:
        if written.changed:
            arrived = written.arrived if is_news else frozenset[InquiryId]()
            self._publisher.publish(InquiriesChanged(shop_id=shop, ids=written.changed, arrived=arrived))


def _place_of(feed: Feed) -> Place | None:
    if feed.cursor is None:
        return None
    try:
        return msgspec.json.decode(feed.cursor, type=Place)
    except msgspec.DecodeError:  # of an earlier form: begin anew, nothing stored is lost
        _log.warning("the place in the lists is unreadable; they are read from the beginning")
        return None


def _whole_seconds(moment: datetime) -> datetime:
    return to_utc(moment).replace(microsecond=0)


def _slices(start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Yield where each stretch of at most a month begins and ends."""
    while start <= end:
        last = min(start + NEAR + AHEAD, end)
        yield start, last
        start = last + SECOND
