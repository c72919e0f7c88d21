"""Why: points that could have been Qcash are lost at the month's end; the rules must not be off by one."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpost.models.conversion import (
    UNIT,
    ConversionState,
    Reminder,
    ReminderDay,
    conversion_state,
    conversion_window,
    days_left,
    earned_month,
    reminders_due,
    split,
    time_left,
)
from qpost.models.jst import JST
from tests.models.golden import golden

_GOLDEN = golden("conversion.json")
points = st.decimals(min_value=-(10**9), max_value=10**9, places=1)
moments = st.datetimes(min_value=datetime(2005, 1, 1), max_value=datetime(2090, 1, 1), timezones=st.just(UTC))


@pytest.mark.parametrize("case", _GOLDEN["cases"], ids=lambda case: str(case["last_month_points"]))
def test_what_can_be_converted_is_as_in_the_guides(case: dict[str, object]) -> None:
    made = split(Decimal(str(case["last_month_points"])))
    assert made.convertible == case["convertible"]
    assert str(made.remainder) == case["remainder"]


@pytest.mark.parametrize("case", _GOLDEN["window"], ids=lambda case: str(case["now"]))
def test_the_window_is_the_month_in_japan(case: dict[str, object]) -> None:
    now = datetime.fromisoformat(str(case["now"]).replace("Z", "+00:00"))
    window = conversion_window(now)
    assert window.month == case["month"]
    assert window.is_open(now) is case["open"]
    assert window.closes_at.isoformat() == case["closes_at"]


@given(points)
def test_convertible_is_whole_hundreds_and_never_above_the_points(earned: Decimal) -> None:
    made = split(earned)
    assert made.convertible % UNIT == 0
    assert 0 <= made.remainder < UNIT
    assert made.convertible + made.remainder == max(earned, Decimal(0))


@given(moments)
def test_there_is_always_exactly_one_window(now: datetime) -> None:
    window = conversion_window(now)
    assert window.is_open(now)
    assert not window.is_open(window.opens_at - timedelta(microseconds=1))
    follower = conversion_window(window.closes_at + timedelta(seconds=1))
    assert follower.opens_at == window.closes_at + timedelta(seconds=1)
    assert earned_month(follower.opens_at) == window.month
    assert timedelta(0) < time_left(now) <= timedelta(days=31)
    assert days_left(now) == (time_left(now) - timedelta(microseconds=1)) // timedelta(days=1)


def test_days_left_are_those_of_japan() -> None:
    assert days_left(datetime(2026, 11, 30, 14, 59, 59, tzinfo=UTC)) == 0
    assert days_left(datetime(2026, 11, 30, 15, tzinfo=UTC)) == 30
    assert time_left(datetime(2026, 11, 30, 23, 59, 59, tzinfo=JST)) == timedelta(seconds=1)


def test_a_converted_month_is_converted_and_few_points_are_nothing() -> None:
    assert conversion_state(Decimal(12352), is_converted=True) is ConversionState.CONVERTED
    assert conversion_state(Decimal(100), is_converted=False) is ConversionState.OPEN
    assert conversion_state(Decimal("99.9"), is_converted=False) is ConversionState.NOTHING


@pytest.mark.parametrize(
    ("day", "due"),
    [(1, ""), (22, ""), (23, "7"), (26, "7"), (27, "3 7"), (28, "3 7"), (29, "1 3 7"), (30, "1 3 7")],
)
def test_reminders_are_due_from_their_day_on(day: int, due: str) -> None:
    now = datetime(2026, 11, day, tzinfo=JST)
    found = reminders_due(now, convertible=100, told=frozenset())
    assert [reminder.day.value for reminder in found] == due.split()
    assert {reminder.month for reminder in found} <= {"2026-11"}


@given(moments, st.integers(min_value=0, max_value=10**6))
def test_what_was_told_is_not_told_again_and_nothing_is_due_without_points(now: datetime, have: int) -> None:
    due = reminders_due(now, convertible=have, told=frozenset())
    assert reminders_due(now, convertible=have, told=frozenset(due)) == ()
    assert have >= UNIT or due == ()
    assert all(days_left(now) <= one.day.days for one in due)


def test_another_months_reminder_does_not_count() -> None:
    told = frozenset({Reminder("2026-10", ReminderDay.DAYS_7)})
    now = datetime(2026, 11, 23, tzinfo=JST)
    assert reminders_due(now, convertible=100, told=told) == (Reminder("2026-11", ReminderDay.DAYS_7),)


def test_the_last_reminder_of_a_leap_february_comes_on_the_28th() -> None:
    due = reminders_due(datetime(2028, 2, 28, tzinfo=JST), convertible=100, told=frozenset())
    assert due[0] == Reminder("2028-02", ReminderDay.DAY_1)
    before = reminders_due(datetime(2028, 2, 27, 23, 59, 59, tzinfo=JST), convertible=100, told=frozenset())
    assert ReminderDay.DAY_1 not in {one.day for one in before}
