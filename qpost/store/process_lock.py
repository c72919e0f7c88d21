"""Why: two programs on one account (desktop and qpost-cli) must not deliver the same outbox at once."""

import os
import sys
import time
from collections.abc import Callable, Iterator
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
        self._kept = -1

    @contextmanager
    def held(self, *, within_s: float) -> Iterator[bool]:
        """Hold the lock; yields False when another process kept it for ``within_s`` seconds."""
        if self._path is None:
            yield True
            return
        descriptor = _opened(self._path)
        try:
            yield _succeeds_within(within_s, _take, descriptor)
        finally:
            os.close(descriptor)

    def keep(self) -> bool:
        """Take the lock until this process ends or :meth:`give_up`; False when another process has it."""
        if self._path is None or self._kept >= 0:
            return True
        descriptor = _opened(self._path)
        if _take(descriptor):
            self._kept = descriptor
            return True
        os.close(descriptor)
        return False

    def give_up(self) -> None:
        """Let others have the lock that was kept."""
        descriptor, self._kept = self._kept, -1
        if descriptor >= 0:
            os.close(descriptor)


class OpenMark:
    """Says that this process has a database open, so that nobody puts the file aside meanwhile.

    The system takes the mark away when its process ends, however it ends.
    """

    def __init__(self, path: Path) -> None:
        self._descriptor = _opened(path)
        self.is_alone = _take(self._descriptor)
        """True when nobody else had it open; until :meth:`share` nobody else gets in."""

    def share(self, *, within_s: float) -> None:
        """Let others in; raises ``StoreFault`` (locked) when another keeps it to itself for so long."""
        if not _succeeds_within(within_s, _join, self._descriptor):
            raise StoreFault(StoreFault.LOCKED, "another program is at the store")
        self.is_alone = False

    def close(self) -> None:
        """Take the mark away."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StoreFault(StoreFault.READ_ONLY, error.strerror or "", file=str(path)) from error


def _succeeds_within(within_s: float, attempt: Callable[[int], bool], descriptor: int) -> bool:
    deadline = time.monotonic() + within_s
    while not attempt(descriptor):
        if time.monotonic() >= deadline:
            return False
        time.sleep(_RETRY_S)
    return True


if sys.platform == "win32":
    import msvcrt

    _SEATS = 32

    def _take(descriptor: int) -> bool:
        return _lock(descriptor, 0, _SEATS)

    def _join(descriptor: int) -> bool:
        """Windows' locks are exclusive here: everybody who has it open takes a seat of their own."""
        _unlock(descriptor)
        return any(_lock(descriptor, seat, 1) for seat in range(_SEATS))

    def _lock(descriptor: int, first: int, count: int) -> bool:
        os.lseek(descriptor, first, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, count)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, _SEATS)
        except OSError:  # it was not ours
            return

else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _join(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
