"""Why: gridlines stand at round figures, and dates under a chart never run into each other."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal, localcontext
from itertools import pairwise

from msgspec import Struct

from qpost.ui.amounts import Amount

_MULTIPLES = (1, 2, 5)
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50)
_PRECISION = 60


class Label(Struct, frozen=True, gc=False):
    """A text under the axis: where its mark stands and where it is written, in logical pixels."""

    text: str
    mark: float
    left: float
    width: float


def value_ticks(low: Amount, high: Amount, *, most: int, is_whole: bool) -> tuple[Decimal, ...]:
    """Return round figures (1, 2 or 5 x 10^n apart) from at most ``low`` to at least ``high``, zero included.

    At most ``most`` steps (2 or more) lie between them; with ``is_whole`` no step is below 1.
    """
    with localcontext() as exact:
        exact.prec = _PRECISION
        bottom, top = min(Decimal(low), Decimal(0)), max(Decimal(high), Decimal(0))
        if bottom == top:
            return (Decimal(0),)
        for step in _steps((top - bottom) / most, is_whole=is_whole):
            first, last = _floor(bottom, step), -_floor(-top, step)
            if last - first <= most:
                return tuple(step * number for number in range(first, last + 1))
    raise AssertionError("steps grow without end")


def date_labels(
    first: date,
    last: date,
    *,
    place: Callable[[date], float],
    texts: tuple[Callable[[date], str], Callable[[date], str]],
    width: Callable[[str], float],
    room: tuple[float, float],
    gap: float,
) -> tuple[Label, ...]:
    """Return the densest labels between ``first`` and ``last`` that stay within ``room`` and ``gap`` apart.

    ``texts`` words a day and a month; ``place`` and ``width`` tell pixels.
    """
    day_words, month_words = texts
    for days, words in _choices(first, last, day_words, month_words):
        if not days or (len(days) - 1) * width(words(days[0])) > room[1] - room[0]:
            continue
        labels = [_label(words(day), place(day), width, room) for day in days]
        if _fit(labels, room, gap):
            return tuple(labels)
    alone = _label(day_words(last), place(last), width, room)
    return (alone,) if alone.width <= room[1] - room[0] else ()


def month_labels(
    months: Sequence[date],
    *,
    place: Callable[[date], float],
    words: Callable[[date], str],
    width: Callable[[str], float],
    room: tuple[float, float],
    gap: float,
) -> tuple[Label, ...]:
    """Return the densest labels for bars, every n-th counted back from the newest."""
    for stride in range(1, len(months) + 1):
        chosen = months[::-1][::stride][::-1]
        labels = [_label(words(month), place(month), width, room) for month in chosen]
        if _fit(labels, room, gap):
            return tuple(labels)
    return ()


def _steps(least: Decimal, *, is_whole: bool) -> Iterator[Decimal]:
    exponent = least.adjusted()
    while True:
        for multiple in _MULTIPLES:
            step = Decimal(multiple).scaleb(exponent)
            if step >= least and (step >= 1 or not is_whole):
                yield step
        exponent += 1


def _floor(value: Decimal, step: Decimal) -> int:
    quotient = value / step
    whole = int(quotient)
    return whole - 1 if quotient < whole else whole


def _choices(
    first: date, last: date, day_words: Callable[[date], str], month_words: Callable[[date], str]
) -> Iterator[tuple[list[date], Callable[[date], str]]]:
    span = (last - first).days
    for step in _DAY_STEPS:
        if span <= step * 40:
            days = [last - timedelta(days=back) for back in range(0, span + 1, step)]
            yield days[::-1], day_words
    for step in _MONTH_STEPS + tuple(12 * years for years in _YEAR_STEPS):
        months = list(_month_starts(first, last, step))
        if len(months) > 1:
            yield months, month_words
    yield ([first, last] if span else [last]), day_words


def _month_starts(first: date, last: date, step: int) -> Iterator[date]:
    number = first.year * 12 + first.month - 1
    number += first.day > 1
    number += -number % step
    while number <= last.year * 12 + last.month - 1:
        yield date(number // 12, number % 12 + 1, 1)
        number += step


def _label(text: str, mark: float, width: Callable[[str], float], room: tuple[float, float]) -> Label:
    """Centre ``text`` under its mark, pushed back inside ``room`` at the ends."""
    size = width(text)
    left = max(room[0], min(mark - size / 2, room[1] - size))
    return Label(text=text, mark=mark, left=left, width=size)


def _fit(labels: Sequence[Label], room: tuple[float, float], gap: float) -> bool:
    """True when every label has its room and none comes near the next."""
    return all(label.width <= room[1] - room[0] for label in labels) and all(
        former.left + former.width + gap <= latter.left for former, latter in pairwise(labels)
    )
