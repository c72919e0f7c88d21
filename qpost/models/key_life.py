"""Why: both keys of Qoo10's API end a year after they were made, and nobody else tells the seller in time."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from qpost.models.jst import business_date
from qpost.models.settings import KeyKind, KeyLife, KeyTold

LIFE = timedelta(days=365)
STEPS_DAYS = (30, 14, 7, 3, 1)
"""So many days before its end a key is mentioned."""
_ENDED = 0


def life_of(kind: KeyKind, *, login: str, made_at: datetime) -> KeyLife:
    """Return the life of a key made at ``made_at``."""
    return KeyLife(login, kind, business_date(made_at + LIFE))


def days_left(life: KeyLife, now: datetime) -> int:
    """Return the days to the end, 0 or less from that day on."""
    return (life.ends_on - business_date(now)).days


def due(lives: Iterable[KeyLife], *, told: Sequence[KeyTold], now: datetime) -> tuple[KeyTold, ...]:
    """Return what is to be mentioned now: each step once, on its day or soon after, and daily after the end.

    ``told`` is what was mentioned before.
    """
    today = business_date(now)
    steps = ((life, _step(days_left(life, now))) for life in lives)
    return tuple(
        KeyTold(life, step, today)
        for life, step in steps
        if step is not None and not _is_told(life, step, told=told, today=today)
    )


def still_told(told: Iterable[KeyTold], *, now: datetime) -> tuple[KeyTold, ...]:
    """Leave out what concerns keys that ended long ago, so that the list does not grow for ever."""
    return tuple(each for each in told if days_left(each.life, now) > -STEPS_DAYS[0])


def _step(left: int) -> int | None:
    if left <= 0:
        return _ENDED
    return min((step for step in STEPS_DAYS if step >= left), default=None)


def _is_told(life: KeyLife, step: int, *, told: Sequence[KeyTold], today: date) -> bool:
    return any(
        each.life == life and (each.step < step or (each.step == step and (step or each.day >= today)))
        for each in told
    )
