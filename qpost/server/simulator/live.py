"""Why: while the demo runs, customers keep writing and react to what the shop answers."""

import heapq
import logging
import random
import threading
from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from qpost.server.ids import to_us
from qpost.server.problems import Problem
from qpost.server.simulator.visitors import Reply, Visitors

REACTION_S = (10.0, 30.0)
_LOOK_S = 1.0
_RETRY_S = 5.0
_QUIET_SHARE = 0.15
"""How many replies no customer reacts to."""
_log = logging.getLogger(__name__)


def _utc_now() -> datetime:
    return datetime.now(UTC)


class LiveShop:
    """Lets new inquiries arrive and customers react, on a thread of its own.

    ``rate_per_s`` is the mean number of new inquiries a second; ``reaction_s`` the range of time in
    seconds from a reply to the reaction; ``quiet_share`` how many replies stay without one. ``wake`` is
    called after every change, from that thread. ``is_open`` is set once replies are noticed. A database
    without the demo seller stays as it is.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        seed: int,
        now: Callable[[], datetime] = _utc_now,
        wake: Callable[[], None] = lambda: None,
        rate_per_s: float = 1 / 30,
        reaction_s: tuple[float, float] = REACTION_S,
        quiet_share: float = _QUIET_SHARE,
    ) -> None:
        if rate_per_s < 0:
            raise ValueError("a rate cannot be negative")
        self._draw = random.Random(seed ^ 0x71).random  # noqa: S311 - a demo, not a secret
        self._visitors = Visitors(engine, self._draw, seed=seed, now=now)
        self._now = now
        self._wake = wake
        self._rate_per_s = rate_per_s
        self._reaction_s = reaction_s
        self._quiet_share = quiet_share
        self.is_open = threading.Event()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._due: list[tuple[float, int, Reply]] = []

    def start(self) -> None:
        """Open the shop; the second call changes nothing."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="live-shop", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Close it and wait for the change under way; it is not opened again."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                if not self._visitors.settle_in():
                    return
                self._keep_busy()
            except (DBAPIError, PoolTimeout):
                _log.warning("the demo's customers could not reach the database", exc_info=True)
                self._stopping.wait(_RETRY_S)

    def _keep_busy(self) -> None:
        arrival = self._seconds() + self._pause_s()
        self.is_open.set()
        while not self._stopping.is_set():
            self._note_replies()
            if self._rate_per_s and arrival <= self._seconds():
                arrival = max(arrival, self._seconds() - 1) + self._pause_s()
                self._visitors.write()
                self._wake()
            while self._due and self._due[0][0] <= self._seconds():
                self._react(heapq.heappop(self._due)[2])
            self._stopping.wait(self._rest_s(arrival))

    def _note_replies(self) -> None:
        for reply in self._visitors.new_replies():
            if self._draw() < self._quiet_share:
                continue
            shortest, longest = self._reaction_s
            delay = shortest + (longest - shortest) * self._draw()
            heapq.heappush(self._due, (self._seconds() + delay, reply.inquiry_id, reply))

    def _react(self, reply: Reply) -> None:
        try:
            if self._visitors.react(reply):
                self._wake()
        except Problem:
            _log.info("the inquiry a customer wanted to react to is gone")

    def _rest_s(self, arrival: float) -> float:
        look_s = min(_LOOK_S, max(self._reaction_s[0] / 2, 0.05))
        next_s = min([look_s, *(due[0] - self._seconds() for due in self._due[:1])])
        if self._rate_per_s:
            next_s = min(next_s, arrival - self._seconds())
        return max(next_s, 0.0)

    def _pause_s(self) -> float:
        return (2 / 3 + 2 / 3 * self._draw()) / self._rate_per_s if self._rate_per_s else 0.0

    def _seconds(self) -> float:
        return to_us(self._now()) / 1_000_000
