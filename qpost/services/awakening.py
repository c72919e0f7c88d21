"""Why: after a sleep, or when the clock was set, what was waited for is looked at again at once."""

from collections.abc import Callable

from qpost.services.background import Background

TICK_S = 15.0
SLEPT_S = 45.0
"""A gap this long between two ticks was no delay of the machine: it slept, or the clock was set ahead."""
SET_BACK_S = 5.0


class Awakening(Background):
    """Calls ``woke`` when the machine slept or its clock was set; ``wall_s`` is the clock in seconds."""

    def __init__(self, *, wall_s: Callable[[], float], woke: Callable[[], None]) -> None:
        super().__init__("qpost-awakening")
        self._wall_s = wall_s
        self._woke = woke
        self._last_s: float | None = None

    def look(self) -> None:
        """Compare the clock with the last look."""
        now_s = self._wall_s()
        before_s, self._last_s = self._last_s, now_s
        if before_s is not None and not -SET_BACK_S <= now_s - before_s <= SLEPT_S:
            self._woke()

    def _turn(self) -> float:
        self.look()
        return TICK_S
