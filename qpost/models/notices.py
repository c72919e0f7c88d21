"""Why: what a seller is told of, when, and how often is decided here, without clock, disk or window."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from qpost.models.account import ShopId
from qpost.models.inquiry import Author, Inquiry, InquiryId, Message, MessageId, Source, Status
from qpost.models.settings import MINUTES_A_DAY, NoticeSettings

LONGEST_TEXT = 120
"""So many characters of a stranger's words travel with a notice."""
SETTLING = timedelta(seconds=2)
"""What arrives this soon after the first is told together with it."""
TOAST_GAP = timedelta(seconds=15)
"""Two notices are never closer than this, whatever arrives."""
GRACE = timedelta(minutes=5)
"""The first alarm after a start leaves the seller this long to look for herself."""
LONGEST_WAITING = 3
MOST_ASKED = 2
_MORNING_HOUR = 8
_NIGHT_ENDS_HOUR = 5


class News(Struct, frozen=True):
    """An inquiry whose customer wrote something the seller has not seen; texts are cut, never cleaned."""

    shop_id: ShopId
    inquiry_id: InquiryId
    number: str
    customer: str
    title: str
    preview: str
    at: datetime
    messages: tuple[MessageId, ...]


class Notice(Struct, frozen=True):
    """All news of one moment: in how many inquiries, of which shops, and the newest of them."""

    count: int
    shops: tuple[ShopId, ...]
    newest: News

    @property
    def leads_to(self) -> InquiryId | None:
        """The inquiry it is about, None when it is about several."""
        return self.newest.inquiry_id if self.count == 1 else None


class Waiting(Struct, frozen=True):
    """A customer who has been waiting since ``since``; texts are cut."""

    shop_id: ShopId
    inquiry_id: InquiryId
    customer: str
    title: str
    since: datetime


class AskedItem(Struct, frozen=True):
    """An item and how many of the inquiries that wait are about it; the name is cut."""

    number: str
    name: str
    count: int


class Alarm(Struct, frozen=True):
    """How many customers wait, those waiting longest first, and the items asked about most."""

    count: int
    longest: tuple[Waiting, ...]
    items: tuple[AskedItem, ...]


class Told(Struct, frozen=True):
    """What a shop's seller was told: nothing until ``since`` is news, nor are the messages ``ids``.

    ``pending`` are inquiries with news that wait for a quiet time to end.
    """

    since: datetime
    ids: tuple[MessageId, ...] = ()
    pending: tuple[InquiryId, ...] = ()


class Snooze(StrEnum):
    """How long a seller wants to hear nothing."""

    HOUR = "hour"
    TOMORROW = "tomorrow"
    OFF = "off"


MOST_TOLD = 500
"""So many messages are remembered one by one; older ones are remembered by their date."""


# -- what is news


def untold(inquiry: Inquiry, told: Told, *, own: str = "") -> tuple[Message, ...]:
    """Return what the customer wrote last and the seller was not told of.

    Nothing for what the first synchronisation brought, for what somebody answered since or settled, for what
    a colleague (whose label is not ``own``) had open when it came, and for what Qoo10 or the shop wrote.
    """
    if inquiry.source != Source.CUSTOMER or inquiry.status == Status.ANSWERED:
        return ()
    if inquiry.hidden or any(mark.extension not in ("", own) for mark in inquiry.presence):
        return ()
    known = frozenset(told.ids)
    found: list[Message] = []
    for message in reversed(inquiry.messages or ()):
        if message.author != Author.CUSTOMER:
            break
        if message.at > told.since and message.id not in known:
            found.append(message)
    return tuple(reversed(found))


def news_of(shop: ShopId, inquiry: Inquiry, told: Told, *, own: str = "") -> News | None:
    """Return the news in ``inquiry``, None when there is none."""
    messages = untold(inquiry, told, own=own)
    if not messages:
        return None
    newest = messages[-1]
    return News(
        shop_id=shop,
        inquiry_id=inquiry.id,
        number=inquiry.number,
        customer=inquiry.customer.name[:LONGEST_TEXT],
        title=(inquiry.title or newest.title)[:LONGEST_TEXT],
        preview=newest.body[:LONGEST_TEXT],
        at=newest.at,
        messages=tuple(message.id for message in messages),
    )


def notice_of(news: Iterable[News]) -> Notice | None:
    """Put all news into one notice, an inquiry counted once; None when there is none."""
    by_inquiry = {each.inquiry_id: each for each in sorted(news, key=lambda each: each.at)}
    if not by_inquiry:
        return None
    newest = max(by_inquiry.values(), key=lambda each: each.at)
    shops = tuple(dict.fromkeys(each.shop_id for each in by_inquiry.values()))
    return Notice(count=len(by_inquiry), shops=shops, newest=newest)


def remember(told: Told, news: Collection[News], *, most: int = MOST_TOLD) -> Told:
    """Return ``told`` with the messages of ``news``; beyond ``most``, the older half is told by its date."""
    ids = (*told.ids, *(message for each in news for message in each.messages))
    gone = frozenset(each.inquiry_id for each in news)
    pending = tuple(each for each in told.pending if each not in gone)
    if len(ids) <= most or not news:
        return Told(since=told.since, ids=ids, pending=pending)
    return Told(
        since=max(told.since, max(each.at for each in news)),
        ids=ids[-(most // 2) :],
        pending=pending,
    )


# -- when it is told


def is_quiet(minute: int, *, first: int, end: int) -> bool:
    """Tell whether ``minute`` of a day lies in the quiet hours from ``first`` up to ``end``, not included.

    They may go over midnight; hours that end where they begin are none.
    """
    return (minute - first) % MINUTES_A_DAY < (end - first) % MINUTES_A_DAY


def silent_for(settings: NoticeSettings, *, now: datetime, wall: datetime) -> timedelta | None:
    """Return how long nothing is to be told, None when it may be told now.

    ``wall`` is ``now`` as the computer's own clock shows it. Over a change to or from summer time the quiet
    hours end by that clock: what is returned is to be asked for again after at most a quarter of an hour.
    """
    snoozed = timedelta(0) if settings.snoozed_until is None else settings.snoozed_until - now
    minute = wall.hour * 60 + wall.minute
    quiet = timedelta(0)
    if settings.is_quiet_kept and is_quiet(minute, first=settings.quiet_from, end=settings.quiet_to):
        left_min = (settings.quiet_to - minute) % MINUTES_A_DAY
        quiet = timedelta(minutes=left_min, seconds=-wall.second)
    longest = max(snoozed, quiet)
    return longest if longest > timedelta(0) else None


def snooze_end(choice: Snooze, *, now: datetime, wall: datetime) -> datetime | None:
    """Return when ``choice``, made now, is over: aware after an hour, else a time on the computer's clock.

    "Until tomorrow" is the next morning at eight; before five, still the night, that of the same day.
    """
    match choice:
        case Snooze.HOUR:
            return now + timedelta(hours=1)
        case Snooze.TOMORROW:
            day = wall.date() + timedelta(days=0 if wall.hour < _NIGHT_ENDS_HOUR else 1)
            return datetime(day.year, day.month, day.day, _MORNING_HOUR)
        case Snooze.OFF:
            return None


def notice_due(*, now: datetime, first_heard: datetime, last_told: datetime | None) -> timedelta:
    """Return how long a notice still waits for company and for its distance from the one before."""
    waits = [first_heard + SETTLING - now if first_heard <= now else timedelta(0)]
    if last_told is not None and last_told <= now:  # a clock set back must not hold anything up
        waits.append(last_told + TOAST_GAP - now)
    return max(*waits, timedelta(0))


def alarm_due(
    *, now: datetime, repeat_min: int, started: datetime, last_told: datetime | None
) -> timedelta | None:
    """Return how long until the next alarm, None when none is wanted.

    It comes an interval after the last one, over restarts too, but not in the first minutes of a run.
    """
    if repeat_min <= 0:
        return None
    interval = timedelta(minutes=repeat_min)
    started = min(started, now)
    if last_told is None or last_told > now:
        return max(started + interval - now, timedelta(0))
    return max(last_told + interval - now, started + min(GRACE, interval) - now, timedelta(0))


# -- what an alarm says


def alarm_of(counts: Iterable[int], waiting: Iterable[Waiting], items: Iterable[AskedItem]) -> Alarm | None:
    """Put what waits in all shops into one alarm; None when nobody waits."""
    count = sum(counts)
    if count <= 0:
        return None
    longest = sorted(waiting, key=lambda each: each.since)[:LONGEST_WAITING]
    by_number: dict[str, AskedItem] = {}
    for item in items:
        before = by_number.get(item.number)
        total = item.count + (0 if before is None else before.count)
        by_number[item.number] = AskedItem(item.number, (before or item).name, total)
    most = sorted(by_number.values(), key=lambda each: (-each.count, each.number))[:MOST_ASKED]
    return Alarm(count=count, longest=tuple(longest), items=tuple(most))


def waiting_of(shop: ShopId, inquiries: Sequence[Inquiry]) -> list[Waiting]:
    """Return those who wait, with their words cut."""
    return [
        Waiting(
            shop_id=shop,
            inquiry_id=inquiry.id,
            customer=inquiry.customer.name[:LONGEST_TEXT],
            title=inquiry.title[:LONGEST_TEXT],
            since=inquiry.received_at,
        )
        for inquiry in inquiries
    ]
