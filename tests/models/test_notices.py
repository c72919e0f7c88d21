"""Nothing is told twice, nothing own, nothing old; bursts become one; quiet hours hold over midnight."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from qpost.models.account import ShopId
from qpost.models.inquiry import (
    Author,
    Customer,
    Inquiry,
    InquiryId,
    Message,
    MessageId,
    Presence,
    Source,
    Status,
    Visibility,
)
from qpost.models.notices import (
    GRACE,
    LONGEST_TEXT,
    MOST_TOLD,
    SETTLING,
    TOAST_GAP,
    AskedItem,
    News,
    Snooze,
    Told,
    Waiting,
    alarm_due,
    alarm_of,
    is_quiet,
    news_of,
    notice_due,
    notice_of,
    remember,
    silent_for,
    snooze_end,
    untold,
)
from qpost.models.settings import LEAST_REPEAT_MIN, MINUTES_A_DAY, NoticeSettings

SHOP = ShopId("s1")
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
BEFORE = Told(since=NOON - timedelta(days=1))
MINUTES = st.integers(0, MINUTES_A_DAY - 1)


def message(number: int, author: Author = Author.CUSTOMER, *, body: str = "いつ届きますか。") -> Message:
    return Message(
        id=MessageId(f"m{number}"),
        author=author,
        author_name="山田",
        title="配送",
        body=body,
        at=NOON + timedelta(minutes=number),
    )


def inquiry(messages: Sequence[Message], **changes: object) -> Inquiry:
    basic = Inquiry(
        id=InquiryId("i1"),
        number="1001",
        source=Source.CUSTOMER,
        visibility=Visibility.PRIVATE,
        kind="order",
        category="shipping",
        status=Status.UNANSWERED,
        hidden=False,
        title="配送について",
        customer=Customer("山田"),
        received_at=NOON,
        updated_at=NOON,
        version=1,
        message_count=len(messages),
        last_message_preview="",
        messages=tuple(messages),
    )
    return structs.replace(basic, **changes)


def news(number: int, *, inquiry_id: str = "i1", shop: str = "s1") -> News:
    return News(
        shop_id=ShopId(shop),
        inquiry_id=InquiryId(inquiry_id),
        number="1001",
        customer="山田",
        title="配送",
        preview="",
        at=NOON + timedelta(minutes=number),
        messages=(MessageId(f"m{number}"),),
    )


def ids(found: Sequence[Message]) -> list[str]:
    return [str(each.id) for each in found]


def test_what_the_customer_wrote_last_is_news() -> None:
    thread = [message(1), message(2, Author.SHOP), message(3), message(4)]
    assert ids(untold(inquiry(thread), BEFORE)) == ["m3", "m4"]
    assert ids(untold(inquiry(thread), structs.replace(BEFORE, ids=(MessageId("m3"),)))) == ["m4"]


@pytest.mark.parametrize("author", [Author.SHOP, Author.SYSTEM, Author.QOO10])
def test_what_others_wrote_is_none(author: Author) -> None:
    assert untold(inquiry([message(1), message(2, author)]), BEFORE) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"status": Status.ANSWERED},
        {"source": Source.QOO10},
        {"hidden": True},
        {"presence": (Presence("B2", "viewing"),)},
        {"messages": None},
        {"messages": ()},
    ],
)
def test_what_is_settled_read_elsewhere_or_not_a_customers_is_none(changes: dict[str, object]) -> None:
    assert news_of(SHOP, structs.replace(inquiry([message(1)]), **changes), BEFORE, own="A") is None


def test_ones_own_mark_does_not_silence() -> None:
    marked = inquiry([message(1)], presence=(Presence("A", "viewing"),))
    assert news_of(SHOP, marked, BEFORE, own="A") is not None


def test_what_the_first_reading_brought_is_none() -> None:
    assert untold(inquiry([message(1)]), Told(since=NOON + timedelta(minutes=1))) == ()


def test_a_strangers_texts_are_cut() -> None:
    long = "長" * 1_000_000
    found = news_of(SHOP, inquiry([message(1, body=long)], title=long, customer=Customer(long)), BEFORE)
    assert found is not None
    assert {len(text) for text in (found.customer, found.title, found.preview)} == {LONGEST_TEXT}


def test_one_inquiry_leads_to_itself_and_a_burst_to_none_in_particular() -> None:
    alone = notice_of([news(1), news(2)])
    assert alone is not None
    assert (alone.count, alone.leads_to, alone.newest.at) == (1, InquiryId("i1"), news(2).at)
    burst = notice_of([news(5, inquiry_id="i2", shop="s2"), news(1)])
    assert burst is not None
    assert (burst.count, burst.leads_to, burst.shops) == (2, None, (ShopId("s1"), ShopId("s2")))
    assert burst.newest.inquiry_id == "i2"
    assert notice_of([]) is None


@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.sampled_from([Author.CUSTOMER, Author.SHOP]), st.booleans()),
        max_size=40,
    )
)
def test_whatever_happens_in_whatever_order_a_message_is_told_at_most_once(
    steps: list[tuple[int, Author, bool]],
) -> None:
    threads: dict[int, list[Message]] = {number: [] for number in range(6)}
    told, seen = BEFORE, list[str]()
    for count, (number, author, looks) in enumerate(steps):
        threads[number].append(message(count, author))
        if not looks:
            continue
        found = [
            each
            for key, thread in threads.items()
            if (each := news_of(SHOP, inquiry(thread, id=InquiryId(f"i{key}")), told)) is not None
        ]
        told = remember(told, found, most=6)
        seen += [message_id for each in found for message_id in each.messages]
        assert len(told.ids) <= 6
        for key, thread in threads.items():
            assert news_of(SHOP, inquiry(thread, id=InquiryId(f"i{key}")), told) is None
    assert len(seen) == len(set(seen))
    own = {str(each.id) for thread in threads.values() for each in thread if each.author == Author.SHOP}
    assert own.isdisjoint(seen)


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=30, unique=True))
def test_a_message_that_comes_late_is_told_while_what_was_told_is_remembered(order: list[int]) -> None:
    told, seen = BEFORE, 0
    for number in order:
        found = news_of(SHOP, inquiry([message(number)], id=InquiryId(str(number))), told)
        assert found is not None
        told = remember(told, [found])
        seen += 1
    assert seen == len(order) <= MOST_TOLD


def test_what_was_told_waits_no_longer() -> None:
    waiting = structs.replace(BEFORE, pending=(InquiryId("i1"), InquiryId("i2")))
    assert remember(waiting, [news(1)]).pending == (InquiryId("i2"),)


# -- quiet hours and snooze


@pytest.mark.parametrize(
    ("minute", "first", "end", "quiet"),
    [
        (23 * 60, 22 * 60, 8 * 60, True),
        (7 * 60 + 59, 22 * 60, 8 * 60, True),
        (8 * 60, 22 * 60, 8 * 60, False),
        (12 * 60, 22 * 60, 8 * 60, False),
        (12 * 60, 12 * 60, 13 * 60, True),
        (0, 0, 0, False),
        (0, 23 * 60, 0, False),
    ],
)
def test_quiet_hours_may_go_over_midnight(minute: int, first: int, end: int, quiet: bool) -> None:
    assert is_quiet(minute, first=first, end=end) is quiet


@given(MINUTES, MINUTES)
def test_quiet_hours_are_as_long_as_they_are_said_to_be(first: int, end: int) -> None:
    quiet = [minute for minute in range(MINUTES_A_DAY) if is_quiet(minute, first=first, end=end)]
    assert len(quiet) == (end - first) % MINUTES_A_DAY
    assert end not in quiet


class _Berlin(tzinfo):
    """Central Europe in March 2026: the clock jumps from 2:00 to 3:00 on the 29th."""

    _CHANGE = datetime(2026, 3, 29, 1, 0)

    def utcoffset(self, moment: datetime | None) -> timedelta:
        assert moment is not None
        wall = moment.replace(tzinfo=None)
        return timedelta(hours=2 if wall >= self._CHANGE + timedelta(hours=2) else 1)

    def dst(self, moment: datetime | None) -> timedelta:
        return self.utcoffset(moment) - timedelta(hours=1)

    def tzname(self, moment: datetime | None) -> str:
        return "CE(S)T"

    def fromutc(self, moment: datetime) -> datetime:
        naive = moment.replace(tzinfo=None)
        return (naive + timedelta(hours=2 if naive >= self._CHANGE else 1)).replace(tzinfo=self)


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=9)), _Berlin()])
@given(offset_min=st.integers(0, 3 * MINUTES_A_DAY), first=MINUTES, end=MINUTES)
def test_looking_again_when_told_to_ends_a_silence_at_its_hour(
    zone: tzinfo, offset_min: int, first: int, end: int
) -> None:
    settings = NoticeSettings(is_quiet_kept=True, quiet_from=first, quiet_to=end)
    now = datetime(2026, 3, 28, 0, 0, tzinfo=UTC) + timedelta(minutes=offset_min)
    for _ in range(200):
        wall = now.astimezone(zone)
        left = silent_for(settings, now=now, wall=wall)
        minute = wall.hour * 60 + wall.minute
        assert (left is not None) is is_quiet(minute, first=first, end=end)
        if left is None:
            return
        assert left > timedelta(0)
        now += min(left, timedelta(minutes=15))
    pytest.fail("the silence did not end")


def test_a_snooze_silences_until_its_end_and_the_later_end_counts() -> None:
    settings = NoticeSettings(
        is_quiet_kept=True,
        quiet_from=11 * 60,
        quiet_to=13 * 60,
        snoozed_until=NOON + timedelta(minutes=10),
    )
    assert silent_for(settings, now=NOON, wall=NOON) == timedelta(hours=1)
    evening = NOON + timedelta(hours=2)
    assert silent_for(settings, now=evening, wall=evening) is None
    longer = structs.replace(settings, snoozed_until=NOON + timedelta(hours=5))
    assert silent_for(longer, now=NOON, wall=NOON) == timedelta(hours=5)


def test_snooze_ends_after_an_hour_or_in_the_morning() -> None:
    assert snooze_end(Snooze.HOUR, now=NOON, wall=NOON) == NOON + timedelta(hours=1)
    assert snooze_end(Snooze.OFF, now=NOON, wall=NOON) is None
    evening, night = datetime(2026, 3, 2, 23, 0), datetime(2026, 3, 3, 2, 0)
    morning = datetime(2026, 3, 3, 8, 0)
    assert snooze_end(Snooze.TOMORROW, now=NOON, wall=evening) == morning
    assert snooze_end(Snooze.TOMORROW, now=NOON, wall=night) == morning
    assert snooze_end(Snooze.TOMORROW, now=NOON, wall=datetime(2026, 12, 31, 9)) == datetime(2027, 1, 1, 8)


# -- pace


@given(st.lists(st.floats(0, 120), min_size=1, max_size=60))
def test_however_much_arrives_two_notices_are_never_closer_than_the_gap(pauses: list[float]) -> None:
    now, first, told = NOON, None, list[datetime]()
    for pause_s in pauses:
        arrival = now + timedelta(seconds=pause_s)
        while first is not None:
            wait = notice_due(now=now, first_heard=first, last_told=told[-1] if told else None)
            if now + wait > arrival:
                break
            now, first = now + wait, None
            told.append(now)
        now = max(now, arrival)
        first = first or now
    gaps = [later - earlier for earlier, later in pairwise(told)]
    assert all(gap >= TOAST_GAP for gap in gaps)


def test_a_clock_set_back_holds_nothing_up() -> None:
    later = NOON + timedelta(days=1)
    assert notice_due(now=NOON, first_heard=later, last_told=later) == timedelta(0)
    assert notice_due(now=NOON, first_heard=NOON, last_told=None) == SETTLING


def test_the_alarm_comes_every_interval_and_not_in_the_first_minutes() -> None:
    hour = timedelta(hours=1)
    assert alarm_due(now=NOON, repeat_min=60, started=NOON, last_told=None) == hour
    assert alarm_due(now=NOON + hour, repeat_min=60, started=NOON, last_told=None) == timedelta(0)
    assert alarm_due(now=NOON, repeat_min=60, started=NOON, last_told=NOON - 5 * hour) == GRACE
    assert alarm_due(now=NOON, repeat_min=60, started=NOON, last_told=NOON - hour / 4) == hour * 3 / 4
    assert alarm_due(now=NOON, repeat_min=0, started=NOON, last_told=None) is None
    assert alarm_due(now=NOON, repeat_min=60, started=NOON + hour, last_told=NOON + hour) == hour


def test_an_alarm_names_three_who_wait_longest_and_two_items() -> None:
    waiting = [
        Waiting(SHOP, InquiryId(str(number)), "山田", "配送", NOON - timedelta(hours=number))
        for number in (3, 1, 5, 2)
    ]
    items = [AskedItem("1", "a", 4), AskedItem("2", "b", 6), AskedItem("3", "c", 5), AskedItem("1", "a", 3)]
    alarm = alarm_of([10, 5], waiting, items)
    assert alarm is not None
    assert (alarm.count, [each.inquiry_id for each in alarm.longest]) == (15, ["5", "3", "2"])
    assert [(item.number, item.count) for item in alarm.items] == [("1", 7), ("2", 6)]
    assert alarm_of([0, 0], [], []) is None


# -- settings


@given(st.integers(), st.integers(), st.integers())
def test_numbers_no_clock_shows_are_brought_into_range(first: int, end: int, repeat: int) -> None:
    settings = NoticeSettings(quiet_from=first, quiet_to=end, repeat_min=repeat)
    assert 0 <= settings.quiet_from < MINUTES_A_DAY
    assert 0 <= settings.quiet_to < MINUTES_A_DAY
    assert settings.repeat_min == 0 or LEAST_REPEAT_MIN <= settings.repeat_min <= MINUTES_A_DAY
    assert NoticeSettings(snoozed_until=datetime(2026, 3, 2)).snoozed_until is None
