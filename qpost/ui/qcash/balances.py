"""Why: the chart shows what was there at the end of each day, from the entries read so far and no guess."""

from collections.abc import Sequence
from datetime import date, timedelta

from qpost.models.jst import business_date
from qpost.models.periods import Period
from qpost.models.qcash import LedgerEntry
from qpost.ui.charts.series import Point

_DAY = timedelta(days=1)


def daily_balances(
    entries: Sequence[LedgerEntry], period: Period, *, is_complete: bool, balance: int | None = None
) -> tuple[Point, ...]:
    """Return the balance at the end of each day of ``period``, oldest first.

    ``entries`` are newest first. When they are not all that the period has, it begins with the oldest day
    that was read: of that day the last entry is known. A period without entries shows ``balance``
    throughout, nothing when that is None.
    """
    if not entries:
        return () if balance is None or not is_complete else _filled({}, period, before=balance)
    ends: dict[date, int] = {}
    for entry in entries:
        ends.setdefault(business_date(entry.at), entry.balance_after)
    oldest = entries[-1]
    first = period.first if is_complete else max(period.first, business_date(oldest.at))
    return _filled(ends, Period(first, period.last), before=oldest.balance_after - oldest.amount)


def _filled(ends: dict[date, int], period: Period, *, before: int) -> tuple[Point, ...]:
    points, value = [], before
    for number in range(period.days):
        day = period.first + number * _DAY
        value = ends.get(day, value)
        points.append(Point(day, value))
    return tuple(points)
