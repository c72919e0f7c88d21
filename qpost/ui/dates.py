"""Why: a business day or month reads alike on axes, in tables and in deadlines, in each language's order."""

from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from qpost.models.jst import JST


def utc_now() -> datetime:
    """Return the time now; what shows time takes a clock, and this is the real one."""
    return datetime.now(UTC)


def day_text(day: date) -> str:
    """Return the day with its year."""
    return _written(day, QCoreApplication.translate("DateWords", "d MMM yyyy"))


def short_day(day: date) -> str:
    """Return the day without its year, for where it is plain which one is meant."""
    return _written(day, QCoreApplication.translate("DateWords", "d MMM"))


def month_text(day: date) -> str:
    """Return the month of ``day``, with its year."""
    return _written(day, QCoreApplication.translate("DateWords", "MMMM yyyy"))


def short_month(day: date) -> str:
    """Return the month of ``day`` as briefly as its year allows."""
    return _written(day, QCoreApplication.translate("DateWords", "MMM yyyy"))


def moment_text(moment: datetime) -> str:
    """Return day, time and zone of an instant of this year, in Japan."""
    local = moment.astimezone(JST)
    pattern = QCoreApplication.translate("DateWords", "{day} {time} JST")
    return pattern.format(day=short_day(local.date()), time=f"{local:%H:%M}")


def full_moment_text(moment: datetime) -> str:
    """Return day, year, time to the second and zone of an instant, in Japan."""
    local = moment.astimezone(JST)
    pattern = QCoreApplication.translate("DateWords", "{day} {time} JST")
    return pattern.format(day=day_text(local.date()), time=f"{local:%H:%M:%S}")


def _written(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
