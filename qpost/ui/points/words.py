"""Why: grades, periods and refusals are worded alike on cards, in tables, dialogs and files."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from qpost.models.errors import Refused
from qpost.models.periods import last_month
from qpost.models.points import AllowedDays, PointsPeriod, SellerGrade
from qpost.models.shipping_score import Era, GoodsKind, ShippingGrade, weight_of
from qpost.ui.amounts import number_text
from qpost.ui.dates import day_text, short_day, short_month

translate = QCoreApplication.translate

_SHIPPING_GRADES = {
    ShippingGrade.QUICK_START_FAST: "Quick Start (fast lane)",
    ShippingGrade.QUICK_START: "Quick Start",
    ShippingGrade.GOOD_START: "Good Start",
    ShippingGrade.NORMAL_START: "Normal Start",
    ShippingGrade.BEST: "Best",
    ShippingGrade.GOOD: "Good",
    ShippingGrade.NOT_BAD: "Not Bad",
    ShippingGrade.SLOW: "Slow",
    ShippingGrade.VERY_SLOW: "Very Slow",
    ShippingGrade.AUTO_COMPLETED: "Auto Completed",
}
"""The marketplace's own names; its seller pages show them in English in every language."""


def grade_word(grade: SellerGrade) -> str:
    """Name the seller's grade; one that is new to us stands as it came."""
    known = {
        SellerGrade.POWER: translate("PointsWords", "Power seller"),
        SellerGrade.GOOD: translate("PointsWords", "Good seller"),
        SellerGrade.NORMAL: translate("PointsWords", "Regular seller"),
    }
    return known.get(grade, str(grade))


def shipping_grade_word(grade: ShippingGrade) -> str:
    """Name a grade of delivery as the marketplace does."""
    return _SHIPPING_GRADES.get(grade, str(grade))


def era_of_weight(goods: GoodsKind, grade: ShippingGrade, weight: object) -> str:
    """Say when ``weight`` counted, where the grade has or had another one; else nothing."""
    weights = {era: weight_of(goods, grade, era) for era in Era}
    if weights[Era.UNTIL_2019_08] == weights[Era.FROM_2019_09]:
        return ""
    if weight == weights[Era.UNTIL_2019_08]:
        return translate("PointsWords", "until {day}").format(day=day_text(date(2019, 8, 31)))
    if weight == weights[Era.FROM_2019_09]:
        return translate("PointsWords", "from {day}").format(day=day_text(date(2019, 9, 1)))
    return ""


def weight_text(weight: int) -> str:
    """Say what one of a kind counts, as the head of a column does."""
    return translate("PointsWords", "{weight} each").format(weight=number_text(weight, is_signed=True))


def days_text(first: date, last: date) -> str:
    """Return the days from ``first`` to ``last`` as briefly as they allow."""
    if first == last:
        return short_day(first)
    pattern = translate("PointsWords", "{first} – {last}")
    return pattern.format(first=short_day(first), last=short_day(last))


def full_days_text(first: date, last: date) -> str:
    """Return the days from ``first`` to ``last`` with their years."""
    if first == last:
        return day_text(first)
    pattern = translate("PointsWords", "{first} – {last}")
    return pattern.format(first=day_text(first), last=day_text(last))


def months_text(first: date, last: date) -> str:
    """Return the months from that of ``first`` to that of ``last``."""
    pattern = translate("PointsWords", "{first} – {last}")
    return pattern.format(first=short_month(first), last=short_month(last))


def page_word(page: PointsPeriod) -> str:
    """Name a page of points by item."""
    if page is PointsPeriod.PAST:
        return translate("PointsWords", "Past service points")
    return translate("PointsWords", "Points by item")


def refusal_text(page: PointsPeriod, allowed: AllowedDays) -> str:
    """Say which days ``page`` knows, and where the others are."""
    if page is PointsPeriod.PAST:
        text = translate("PointsWords", "Past service points can be looked up until {last}.")
        other = translate("PointsWords", "Later days are under “Points by item”.")
    else:
        text = translate("PointsWords", "Points by item can be looked up from {first} to {last}.")
        other = translate("PointsWords", "Earlier days are under “Past service points”.")
    first = day_text(allowed.first) if allowed.first else ""
    last = day_text(allowed.last) if allowed.last else ""
    return " ".join((text.format(first=first, last=last), other)).replace("。 ", "。")


def earned_month_day(month: str) -> date:
    """Return a day of the month whose points the window of ``month`` ("2026-11") converts: the one before."""
    return last_month(date.fromisoformat(f"{month}-01")).first


def refusal_from(error: Refused, page: PointsPeriod) -> str:
    """Word a ``date-out-of-range`` of the service, with the days it named."""
    return refusal_text(page, AllowedDays(_day(error.extra.get("min")), _day(error.extra.get("max"))))


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
