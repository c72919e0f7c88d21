"""Why: when inquiries arrive: denser lately, in waves over the Japanese day, never in the future."""

from collections.abc import Iterator

from qpost.server.simulator.catalogue import Draw

SECOND_US = 1_000_000
MINUTE_US = 60 * SECOND_US
HOUR_US = 60 * MINUTE_US
DAY_US = 24 * HOUR_US
_JST_OFFSET_US = 9 * HOUR_US

HISTORY_DAYS = 730
RECENT_DAYS = 30
_BUSY_HOURS = (3, 2, 1, 1, 1, 1, 2, 4, 6, 8, 9, 9, 11, 10, 8, 8, 8, 8, 9, 10, 13, 15, 14, 8)
"""How many buyers write in each hour of the Japanese day, relative to each other."""
_JUST_NOW_MINUTES = (4, 9, 16, 27, 41)
"""Minutes before now at which the newest inquiries of a larger demo came in."""


def hour_in_japan(moment_us: int) -> int:
    """Return the hour of the day in Japan, 0 to 23."""
    return (moment_us + _JST_OFFSET_US) % DAY_US // HOUR_US


def recent_share(count: int) -> float:
    """Return the part of ``count`` inquiries that fall in the last 30 days: a third up to 4 000."""
    if count <= 4_000:
        return 1 / 3
    return (4_000 / 3 + (count - 4_000) / 14) / count


def arrivals(draw: Draw, *, count: int, now_us: int) -> Iterator[int]:
    """Yield ``count`` ascending times of arrival within 24 months before ``now_us``."""
    just_now = [now_us - minutes * MINUTE_US - int(draw() * MINUTE_US) for minutes in _JUST_NOW_MINUTES]
    just_now = just_now[: count // 40]
    spread = count - len(just_now)
    weights = _hourly_weights(count, now_us)
    factor = spread / sum(weights)
    due = 0.0
    done = 0
    for age, weight in zip(range(len(weights) - 1, -1, -1), weights, strict=True):
        due += weight * factor
        number = (spread if age == 0 else min(spread, int(due + 0.5))) - done
        done += number
        start = now_us - (age + 1) * HOUR_US
        times = [start + int(draw() * HOUR_US) for _ in range(number)]
        yield from sorted(times if age else times + just_now)


def _hourly_weights(count: int, now_us: int) -> list[float]:
    """Return the weight of every hour, oldest first."""
    share = recent_share(count)
    hours = range(HISTORY_DAYS * 24 - 1, -1, -1)
    shape = [_busyness(now_us - hour * HOUR_US - HOUR_US // 2) * _density(hour / 24) for hour in hours]
    split = len(shape) - RECENT_DAYS * 24
    old, recent = sum(shape[:split]), sum(shape[split:])
    return [value * (1 - share) / old for value in shape[:split]] + [
        value * share / recent for value in shape[split:]
    ]


def _busyness(moment_us: int) -> float:
    weekday = ((moment_us + _JST_OFFSET_US) // DAY_US + 3) % 7  # day 0 was a Thursday
    return _BUSY_HOURS[hour_in_japan(moment_us)] * (1.2 if weekday >= 5 else 1.0)


def _density(age_days: float) -> float:
    if age_days < RECENT_DAYS:
        return 1.5 - age_days / (2 * RECENT_DAYS)
    return 1.3 - age_days / HISTORY_DAYS


def next_working_time(moment_us: int, draw: Draw) -> int:
    """Return ``moment_us``, moved to the next morning when shops are closed (19:00 to 9:00 JST)."""
    hour = hour_in_japan(moment_us)
    if 9 <= hour < 19:
        return moment_us
    midnight = moment_us - (moment_us + _JST_OFFSET_US) % DAY_US
    opening = midnight + 9 * HOUR_US + (DAY_US if hour >= 19 else 0)
    return opening + int(draw() * 90 * MINUTE_US)
