"""Why: how far each inquiry has come: the newest are open, the old ones settled, some run long."""

from typing import NamedTuple

from qpost.server.simulator.catalogue import Draw
from qpost.server.simulator.timeline import DAY_US, HOUR_US, MINUTE_US, next_working_time

UNANSWERED, ANSWERING, ANSWERED = "unanswered", "answering", "answered"
LONGEST_THREAD = 30
_QUIET_US = 2 * MINUTE_US
"""Nothing is generated closer to now than this."""


class Progress(NamedTuple):
    """The state of one inquiry; ``length`` counts its messages, 1 to 30."""

    status: str
    length: int
    is_replied: bool
    ends_with_shop: bool


class Pace:
    """Decides how far inquiries have come; ``count`` is how many the whole demo has."""

    def __init__(self, draw: Draw, *, count: int, now_us: int) -> None:
        self._draw = draw
        self._now_us = now_us
        self._is_large = count > 20_000

    def progress(self, *, received_us: int, newer: float, backlog: float) -> Progress:
        """Decide for one inquiry: ``newer`` came after it in its shop, ``backlog`` scales the open ones."""
        draw = self._draw
        age_us = self._now_us - received_us
        longest = 2 if age_us < 6 * HOUR_US else 4 if age_us < DAY_US else LONGEST_THREAD
        luck = draw()
        rank = newer / backlog
        if luck < (0.92 if rank < 12 else 0.45 if rank < 36 else 0.08 if rank < 90 else 0.0):
            return self._open(longest)
        if age_us < 20 * MINUTE_US:
            return Progress(UNANSWERED, 1, is_replied=False, ends_with_shop=False)
        length = min(longest, self._settled_length())
        still_going = luck > (0.93 if age_us < 30 * DAY_US else 0.99 if age_us < 120 * DAY_US else 0.998)
        return Progress(ANSWERING if still_going else ANSWERED, length, is_replied=True, ends_with_shop=True)

    def _open(self, longest: int) -> Progress:
        luck = self._draw()
        wanted = 1 if luck < 0.8 else 2 if luck < 0.84 else 3 if luck < 0.93 else 5
        length = wanted if wanted <= longest else 1
        return Progress(UNANSWERED, length, is_replied=length > 2, ends_with_shop=False)

    def _settled_length(self) -> int:
        luck = self._draw()
        for limit, shortest, longest in _LARGE_LENGTHS if self._is_large else _LENGTHS:
            if luck < limit:
                return shortest + int(self._draw() * (longest - shortest + 1))
        return 2


_LENGTHS = ((0.60, 2, 2), (0.77, 3, 3), (0.89, 4, 4), (0.955, 5, 8), (1.0, 9, LONGEST_THREAD))
_LARGE_LENGTHS = ((0.72, 2, 2), (0.87, 3, 3), (0.96, 4, 4), (0.996, 5, 8), (1.0, 9, LONGEST_THREAD))


def message_times(draw: Draw, *, received_us: int, count: int, now_us: int) -> list[int]:
    """Return ascending times of ``count`` messages, the first at ``received_us``, none after now."""
    times = [received_us]
    moment = received_us
    for index in range(1, count):
        gap = draw()
        if index % 2:
            moment = next_working_time(moment + int(10 * MINUTE_US + gap * gap * 20 * HOUR_US), draw)
        else:
            moment += int(7 * MINUTE_US + gap * gap * 30 * HOUR_US)
        times.append(moment)
    end = now_us - _QUIET_US
    if count > 1 and moment > end:
        factor = max(end - received_us, count) / (moment - received_us)
        times = [received_us + int((time - received_us) * factor) for time in times]
    return times
