"""Why: money and points are worded exactly and alike on every page: grouped, signed, with their unit."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale

Amount = int | Decimal
"""An exact figure; a binary float is refused wherever one is worded."""

MINUS = "\N{MINUS SIGN}"
NO_FIGURE = "-"
"""Stands where there is nothing to compare with."""

_GROUP = 3
_TENTH = Decimal("0.1")


class Unit(StrEnum):
    """What is counted."""

    YEN = "yen"
    QCASH = "qcash"
    POINTS = "points"
    TRANSACTIONS = "transactions"


def number_text(value: Amount, *, is_signed: bool = False, places: int = 0) -> str:
    """Return ``value`` as it is, grouped by the locale, with a true minus; ``is_signed`` adds a plus.

    Nothing is rounded: a fraction is written out without its closing zeros, with at least ``places`` digits.
    ``TypeError`` for a float, ``ValueError`` for a figure that is not finite.
    """
    return _sign(value, is_signed=is_signed) + _digits(value, places)


def plain_figure(figure: Amount) -> str:
    """Return ``figure`` as a spreadsheet takes it for a number: no groups, a point, a plain minus."""
    text = format(Decimal(figure), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount_text(value: Amount, unit: Unit, *, is_signed: bool = False) -> str:
    """Return ``value`` with its unit, as a sentence of the interface language would have it."""
    translate = QCoreApplication.translate
    form = 1 if abs(value) == 1 else 2
    pattern = {
        Unit.YEN: translate("AmountWords", "{sign}¥{number}"),
        Unit.QCASH: translate("AmountWords", "{sign}{number} Qcash"),
        Unit.POINTS: translate("AmountWords", "{sign}{number} point(s)", None, form),
        Unit.TRANSACTIONS: translate("AmountWords", "{sign}{number} transaction(s)", None, form),
    }[unit]
    return pattern.format(sign=_sign(value, is_signed=is_signed), number=_digits(value, 0))


def unit_word(unit: Unit) -> str:
    """Name the unit, as a column's heading does."""
    translate = QCoreApplication.translate
    return {
        Unit.YEN: translate("AmountWords", "yen"),
        Unit.QCASH: translate("AmountWords", "Qcash"),
        Unit.POINTS: translate("AmountWords", "points"),
        Unit.TRANSACTIONS: translate("AmountWords", "transactions"),
    }[unit]


def change_text(percent: Amount | None) -> str:
    """Return a change such as "↑ +12.4%"; ``NO_FIGURE`` when there was no base to compare with.

    Arrow and sign tell the direction without any colour. A triangle would not do: in Japanese accounts it
    means a minus. Percentages are the one figure that is rounded, to a tenth, halves away from zero.
    """
    if percent is None:
        return NO_FIGURE
    rounded = _to_tenth(percent)
    number = number_text(rounded, is_signed=True) + QLocale().percent()
    if rounded == 0:
        return number
    return f"↑ {number}" if rounded > 0 else f"↓ {number}"


def change_words(percent: Amount | None) -> str:
    """Say the change of ``change_text`` in words, for a screen reader."""
    translate = QCoreApplication.translate
    if percent is None:
        return translate("AmountWords", "nothing to compare with")
    rounded = _to_tenth(percent)
    number = number_text(abs(rounded)) + QLocale().percent()
    if rounded == 0:
        return translate("AmountWords", "unchanged")
    if rounded > 0:
        return translate("AmountWords", "up {percent}").format(percent=number)
    return translate("AmountWords", "down {percent}").format(percent=number)


def change_ink(percent: Amount | None) -> str:
    """Return the colour role of a change: green up, red down, grey when there is none."""
    rounded = Decimal(0) if percent is None else _to_tenth(percent)
    if rounded == 0:
        return "2"
    return "green" if rounded > 0 else "red"


def _to_tenth(percent: Amount) -> Decimal:
    _refuse_inexact(percent)
    with localcontext() as exact:
        exact.prec = 100
        return Decimal(percent).quantize(_TENTH, ROUND_HALF_UP)


def _sign(value: Amount, *, is_signed: bool) -> str:
    _refuse_inexact(value)
    if value < 0:
        return MINUS
    return "+" if is_signed and value > 0 else ""


def _digits(value: Amount, places: int) -> str:
    _refuse_inexact(value)
    whole, _, fraction = format(Decimal(value).copy_abs(), "f").partition(".")
    fraction = fraction.rstrip("0").ljust(places, "0")
    locale = QLocale()
    first = len(whole) % _GROUP or _GROUP
    groups = [whole[:first], *(whole[at : at + _GROUP] for at in range(first, len(whole), _GROUP))]
    return locale.groupSeparator().join(groups) + (locale.decimalPoint() + fraction if fraction else "")


def _refuse_inexact(value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError("an amount is an int or a Decimal")
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError("an amount is finite")
