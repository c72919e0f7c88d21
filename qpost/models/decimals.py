"""Why: scores are exact decimals on the wire, in sums and on screen; binary floats are never among them."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal, DecimalException

ZERO = Decimal(0)
_LARGEST_DIGITS = 18
_SMALLEST_DIGITS = 6
_EXACT = Context(prec=_LARGEST_DIGITS + _SMALLEST_DIGITS + 12)
_HUNDREDTH = Decimal("0.01")


def plain(value: Decimal) -> Decimal:
    """Return the same number in its shortest form without an exponent: 12.60 as 12.6, 1E+2 as 100.

    So its text is what contract.md calls a decimal string, and -0 is 0.
    """
    if not value:
        return ZERO
    shortest = value.normalize(_EXACT)
    exponent = shortest.as_tuple().exponent
    is_scientific = isinstance(exponent, int) and exponent > 0
    return shortest.quantize(Decimal(1), context=_EXACT) if is_scientific else shortest


def total(parts: Iterable[Decimal]) -> Decimal:
    """Return the exact sum of ``parts``."""
    result = ZERO
    for part in parts:
        result = _EXACT.add(result, part)
    return plain(result)


def times(weight: Decimal, count: int) -> Decimal:
    """Return the exact product."""
    return plain(_EXACT.multiply(weight, Decimal(count)))


def check_scores(*scores: Decimal) -> None:
    """Raise ``ValueError`` for what no score can be: NaN, infinite, or beyond 18 digits and 6 places."""
    for score in scores:
        exponent = score.as_tuple().exponent
        if not isinstance(exponent, int):
            raise ValueError("a score is a finite number")
        if score and (score.adjusted() >= _LARGEST_DIGITS or exponent < -_SMALLEST_DIGITS):
            raise ValueError("a score has at most 18 digits and 6 places")
        if abs(exponent) > _LARGEST_DIGITS:
            raise ValueError("a score is written out")


def change_percent(now: int, before: int) -> Decimal | None:
    """Return by how many percent ``now`` differs from ``before``, to two places, half away from zero.

    None where there was nothing before: a change from zero has no percentage (the guides show "-%").
    """
    if before == 0:
        return None
    try:
        share = _EXACT.divide(Decimal(now - before) * 100, Decimal(abs(before)))
        return plain(share.quantize(_HUNDREDTH, rounding=ROUND_HALF_UP, context=_EXACT))
    except DecimalException:
        return None
