"""Why: business days, months and deadlines are counted in Japan, wherever the desktop stands."""

from datetime import UTC, date, datetime, time, timedelta, timezone

JST = timezone(timedelta(hours=9), "JST")
"""Japan Standard Time, UTC+9, which has no daylight saving (domain.md)."""


def to_utc(moment: datetime) -> datetime:
    """Return the same instant in UTC; a naive ``moment`` is a programming error (``ValueError``)."""
    if moment.tzinfo is None:
        raise ValueError("a timestamp without an offset has no meaning here")
    return moment.astimezone(UTC)


def business_date(moment: datetime) -> date:
    """Return the day in Japan on which ``moment`` falls."""
    return moment.astimezone(JST).date()


def day_bounds(first: date | None, last: date | None) -> tuple[datetime | None, datetime | None]:
    """Return UTC bounds ``[start, end)`` of the Japanese days ``first`` to ``last``, both included."""
    start = None if first is None else datetime.combine(first, time.min, JST).astimezone(UTC)
    end = (
        None if last is None else (datetime.combine(last, time.min, JST) + timedelta(days=1)).astimezone(UTC)
    )
    return start, end
