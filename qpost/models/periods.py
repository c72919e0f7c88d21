"""Why: the stretches of days that points and Qcash are counted over, each with its ends."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

_DAY = timedelta(days=1)


class Period(Struct, frozen=True, rename={"first": "from", "last": "to"}):
    """The days in Japan from ``first`` to ``last``, both included.

    A period without days ends the day before it begins: on the 1st, "this month to yesterday" is the 1st to
    the day before, counts 0 days, contains none, and is still followed by ``last`` + 1. Anything that ends
    earlier than that raises ``ValueError``.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last.toordinal() < self.first.toordinal() - 1:
            raise ValueError("a period cannot end before it begins")

    @property
    def days(self) -> int:
        """How many days it has; 0 when it is empty."""
        return self.last.toordinal() - self.first.toordinal() + 1

    @property
    def is_empty(self) -> bool:
        """True when no day belongs to it."""
        return self.days == 0

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def cut(self, border: date) -> tuple["Period", "Period"]:
        """Return what lies before ``border`` and what from it on; either may be empty, no day is lost.

        An empty part is the day before the other's beginning, or the other's end and nothing after it.
        """
        middle = min(max(border, self.first), self.last + _DAY)
        return Period(self.first, middle - _DAY), Period(middle, self.last)


class LedgerPeriod(StrEnum):
    """The quick choices above the Qcash ledger (domain.md 4)."""

    DAYS_15 = "15d"
    MONTH_1 = "1m"
    MONTHS_2 = "2m"
    MONTHS_3 = "3m"


_LEDGER_MONTHS = {LedgerPeriod.MONTH_1: 1, LedgerPeriod.MONTHS_2: 2, LedgerPeriod.MONTHS_3: 3}
_LEDGER_DAYS = 15


def month_of(day: date) -> Period:
    """Return the whole month in which ``day`` lies."""
    return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def month_text(day: date) -> str:
    """Return the month as contract.md writes it: "2026-11"."""
    return f"{day.year:04d}-{day.month:02d}"


def this_month(today: date) -> Period:
    """Return the 1st to yesterday; empty on the 1st."""
    return Period(today.replace(day=1), today - _DAY)


def last_30_days(today: date) -> Period:
    """Return the thirty days that end yesterday."""
    return Period(today - 30 * _DAY, today - _DAY)


def last_month(today: date) -> Period:
    """Return the whole month before this one."""
    return month_of(today.replace(day=1) - _DAY)


def last_12_months(today: date) -> Period:
    """Return the twelve whole months before this one."""
    return Period(today.replace(year=today.year - 1, day=1), last_month(today).last)


def ledger_period(choice: LedgerPeriod, today: date) -> Period:
    """Return the days of a quick choice, ending today.

    A month reaches back to the day after the same day of the month before (guide 000: 18 May to 17 June), the
    shorter month's last day standing in for days it lacks.
    """
    months = _LEDGER_MONTHS.get(choice)
    if months is None:
        return Period(today - (_LEDGER_DAYS - 1) * _DAY, today)
    return Period(_months_before(today, months) + _DAY, today)


def months_in(period: Period) -> Iterator[Period]:
    """Yield the parts of ``period`` by month, in order; they tile it."""
    first = period.first
    while first <= period.last:
        last = min(month_of(first).last, period.last)
        yield Period(first, last)
        first = last + _DAY


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
