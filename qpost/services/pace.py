"""Why: what is tried again and again must not hammer a server, all at the same second, nor wait for ever."""

from collections.abc import Callable
from datetime import datetime, timedelta


class Pace:
    """When to try next: ``regular`` after a success; after failures ``first``, doubled up to ``longest``.

    Every pause is spread by ``chance`` (numbers from 0 to 1) over a fifth of its length. A clock that was set
    back holds nothing up. For one thread.
    """

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        chance: Callable[[], float],
        first: timedelta,
        longest: timedelta,
        regular: timedelta | None = None,
    ) -> None:
        self._now = now
        self._chance = chance
        self._first = first
        self._longest = longest
        self._regular = regular or longest
        self._failures = 0
        self._due_at = now()

    @property
    def is_due(self) -> bool:
        """True when it is time."""
        wait = self._due_at - self._now()
        return wait <= timedelta(0) or wait > 2 * max(self._regular, self._longest)

    @property
    def wait_s(self) -> float:
        """Seconds until it is time; 0 when it is."""
        return 0.0 if self.is_due else (self._due_at - self._now()).total_seconds()

    def begin(self, *, after: timedelta = timedelta(0)) -> None:
        """Forget earlier failures; the next try is due ``after`` about this."""
        self._failures = 0
        self._due_at = self._now() + self._spread(after)

    def succeeded(self) -> None:
        """Take it easy."""
        self.begin(after=self._regular)

    def failed(self) -> None:
        """Wait longer than the last time."""
        pause = min(self._first * (1 << min(self._failures, 16)), self._longest)
        self._failures += 1
        self._due_at = self._now() + self._spread(pause)

    def _spread(self, pause: timedelta) -> timedelta:
        return pause * (0.9 + 0.2 * self._chance())
