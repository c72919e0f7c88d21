"""Why: what the seller asks for goes before what the network is doing, and neither waits for the other."""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol


class Closes(Protocol):
    """Something that waits for the network, and stops waiting when it is closed."""

    def close(self) -> None:
        """Cut what is under way, from any thread."""
        ...


class Errands:
    """Requests to a working thread, in order; one of them may cut what that thread waits for.

    Between such a request and :meth:`do_all`, whatever the thread opens is closed at once.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asked: deque[Callable[[], None]] = deque()
        self._open: Closes | None = None
        self._is_interrupted = False

    @property
    def is_interrupted(self) -> bool:
        """True from an interrupting request until it is done."""
        return self._is_interrupted

    @property
    def is_empty(self) -> bool:
        """True when nothing is left to do."""
        return not self._asked

    def ask(self, errand: Callable[[], None], *, interrupts: bool = False) -> None:
        """Have ``errand`` done by the thread, after those asked for before."""
        with self._lock:
            self._asked.append(errand)
            self._is_interrupted = self._is_interrupted or interrupts
            found = self._open if interrupts else None
        if found is not None:
            found.close()

    def do_all(self) -> None:
        """Do everything asked for; for the working thread."""
        while True:
            with self._lock:
                if not self._asked:
                    self._is_interrupted = False
                    return
                errand = self._asked.popleft()
            errand()

    @contextmanager
    def interruptible(self, opened: Closes) -> Iterator[None]:
        """Let requests close ``opened`` meanwhile; it is closed in the end."""
        with self._lock:
            self._open = opened
            is_late = self._is_interrupted
        try:
            if is_late:
                opened.close()
            yield
        finally:
            with self._lock:
                self._open = None
            opened.close()
