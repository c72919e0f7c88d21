"""Why: turning last month's service points into Qcash: how much, until when, and when to remind of it."""

from collections.abc import Set
from datetime import datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from qpost.models.decimals import ZERO, plain
from qpost.models.jst import JST, business_date
from qpost.models.open_enum import OpenEnum
from qpost.models.periods import last_month, month_of, month_text

UNIT = 100
"""Points are converted in units of so many; one point becomes one Qcash (domain.md 3)."""


class ConversionState(OpenEnum):
    """Whether this month's conversion can be had, was had, or has nothing to give."""

    OPEN = "open"
    CONVERTED = "converted"
    NOTHING = "nothing"


class ReminderDay(StrEnum):
    """How long before the month's end unused points are mentioned."""

    DAYS_7 = "7"
    DAYS_3 = "3"
    DAY_1 = "1"

    @property
    def days(self) -> int:
        """The number of days before the month's last day."""
        return int(self.value)


class Split(Struct, frozen=True):
    """What of last month's points becomes Qcash, and the ``remainder`` that is lost."""

    convertible: int
    remainder: Decimal


class Window(Struct, frozen=True):
    """The ``month`` ("2026-11") in which the month before can be converted; times in JST.

    ``closes_at`` is the last second that counts; the next month's window opens one second later, so there is
    always exactly one.
    """

    month: str
    opens_at: datetime
    closes_at: datetime

    def is_open(self, now: datetime) -> bool:
        """Tell whether ``now`` lies within, the whole last second included."""
        return self.opens_at <= now < self.closes_at + timedelta(seconds=1)


class Reminder(Struct, frozen=True, order=True):
    """One mention of unused points: told once for each month and day."""

    month: str
    day: ReminderDay


def split(last_month_points: Decimal) -> Split:
    """Return what can be converted: whole hundreds; nothing, and nothing lost, at zero and below."""
    if last_month_points <= 0:
        return Split(convertible=0, remainder=ZERO)
    convertible = int(last_month_points // UNIT) * UNIT
    return Split(convertible=convertible, remainder=plain(last_month_points - convertible))


def conversion_window(now: datetime) -> Window:
    """Return the window that is open at ``now``, which needs an offset."""
    month = month_of(business_date(now))
    return Window(
        month=month_text(month.first),
        opens_at=datetime.combine(month.first, time.min, JST),
        closes_at=datetime.combine(month.last, time(23, 59, 59), JST),
    )


def earned_month(now: datetime) -> str:
    """Return the month whose points are converted at ``now``: the one before."""
    return month_text(last_month(business_date(now)).first)


def days_left(now: datetime) -> int:
    """Return how many days follow today until the month's end in Japan; 0 on the last day."""
    today = business_date(now)
    return (month_of(today).last - today).days


def time_left(now: datetime) -> timedelta:
    """Return how long the window stays open, its last second included."""
    return conversion_window(now).closes_at + timedelta(seconds=1) - now


def conversion_state(last_month_points: Decimal, *, is_converted: bool) -> ConversionState:
    """Return how this month's conversion stands."""
    if is_converted:
        return ConversionState.CONVERTED
    return ConversionState.OPEN if split(last_month_points).convertible else ConversionState.NOTHING


def reminders_due(now: datetime, *, convertible: int, told: Set[Reminder]) -> tuple[Reminder, ...]:
    """Return the reminders whose day has come in Japan and that were not told, the most urgent first.

    Show the first and record all of them as told: a program that starts two days before the end says so once,
    and does not bring up the seventh and the third day afterwards. Nothing is due without convertible points.
    """
    if convertible < UNIT:
        return ()
    left, month = days_left(now), conversion_window(now).month
    due = (Reminder(month=month, day=day) for day in ReminderDay if left <= day.days)
    return tuple(sorted((one for one in due if one not in told), key=lambda one: one.day.days))
