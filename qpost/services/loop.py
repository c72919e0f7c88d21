"""Why: background work needs a thread that can be woken, never spins, and survives its own bugs."""

import logging
import threading
from collections.abc import Callable

_log = logging.getLogger(__name__)

LONGEST_WAIT_S = 3600.0
BUG_DELAY_S = 30.0


class Loop:
    """Runs ``turn`` on a daemon thread, again after as many seconds as it returns, or when woken.

    ``turn`` returning None waits until it is woken. What it raises is a bug: logged with its traceback,
    and tried again after ``BUG_DELAY_S``.
    """

    def __init__(self, name: str, turn: Callable[[], float | None]) -> None:
        self._name = name
        self._turn = turn
        self._condition = threading.Condition()
        self._is_woken = False
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def is_stopping(self) -> bool:
        """True once :meth:`stop` was called; a long turn looks at it between its steps."""
        return self._stopping.is_set()

    def start(self) -> None:
        """Start the thread and take the first turn at once."""
        if self._thread is not None:
            return
        self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """Take the next turn now, or right after the one under way."""
        with self._condition:
            self._is_woken = True
            self._condition.notify_all()

    def ask_to_stop(self) -> None:
        """Take no further turn."""
        with self._condition:
            self._stopping.set()
            self._condition.notify_all()

    def stop(self, *, within_s: float = 1.0) -> bool:
        """End the thread; False when it is still stuck in a call after ``within_s`` (it is a daemon)."""
        self.ask_to_stop()
        if self._thread is None:
            return True
        self._thread.join(within_s)
        return not self._thread.is_alive()

    def pause(self, delay_s: float) -> bool:
        """Wait within a turn; True when the loop is to stop."""
        with self._condition:
            self._condition.wait_for(self._stopping.is_set, timeout=delay_s)
            return self._stopping.is_set()

    def _run(self) -> None:
        while True:
            with self._condition:
                if self._stopping.is_set():
                    return
                self._is_woken = False
            try:
                delay_s = self._turn()
            except Exception:  # a bug must not end sync or delivery for the rest of the day
                if self._stopping.is_set():
                    return
                _log.exception("%s failed and goes on", self._name)
                delay_s = BUG_DELAY_S
            timeout = LONGEST_WAIT_S if delay_s is None else min(max(delay_s, 0.0), LONGEST_WAIT_S)
            with self._condition:
                self._condition.wait_for(lambda: self._is_woken or self._stopping.is_set(), timeout=timeout)
