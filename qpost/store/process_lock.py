"""Why: two programs on one account (desktop and qpost-cli) must not deliver the same outbox at once."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qpost.models.errors import StoreFault

_RETRY_S = 0.05


class ProcessLock:
    """A lock between processes on a file; the system frees it when its holder ends, however it ends.

    ``path`` None locks nothing (a store in memory belongs to one process).
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path

    @contextmanager
    def held(self, *, within_s: float) -> Iterator[bool]:
        """Hold the lock; yields False when another process kept it for ``within_s`` seconds."""
        if self._path is None:
            yield True
            return
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StoreFault(StoreFault.READ_ONLY, error.strerror or "") from error
        try:
            yield _taken_within(descriptor, within_s)
        finally:
            os.close(descriptor)


def _taken_within(descriptor: int, within_s: float) -> bool:
    deadline = time.monotonic() + within_s
    while not _take(descriptor):
        if time.monotonic() >= deadline:
            return False
        time.sleep(_RETRY_S)
    return True


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
