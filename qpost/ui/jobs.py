"""Why: work that waits on disk or network runs off the interface thread and answers on it, by ticket."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import StrEnum
from functools import partial
from itertools import count
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from qpost.models.errors import QpostError
from qpost.ui.doorway import Doorway

_log = logging.getLogger(__name__)
Answer = TypeVar("Answer")


class Lane(StrEnum):
    """Where a job runs: ``DISK`` reads the local store, ``NET`` may wait for the network.

    ``WRITE`` has one worker, so what a seller does first is on disk first.
    """

    DISK = "disk"
    WRITE = "write"
    NET = "net"


class Ticket:
    """A claim on one answer. A dropped ticket's answer is thrown away."""

    def __init__(self, drop: Callable[[], None]) -> None:
        self._drop = drop

    def drop(self) -> None:
        """Stop caring for the answer; the work itself may still finish."""
        self._drop()


class _Claim:
    def __init__(
        self,
        owner: QObject,
        done: Callable[[Any], object] | None,
        failed: Callable[[QpostError], None] | None,
    ) -> None:
        self.owner = owner
        self.done = done
        self.failed = failed


def _nothing() -> None:
    """Mark a place in a lane."""


def _report(doorway: Doorway, number: int, ended: "Future[Any]") -> None:
    if ended.cancelled():
        return
    error = ended.exception()
    doorway.send(number, None if error else ended.result(), error)


class Jobs(QObject):
    """Runs plain functions on worker threads; callbacks stay on the interface thread.

    Workers never hold a Qt object: callbacks are kept here, by number, so that no widget can be
    destroyed on the wrong thread. An answer whose owner is gone is dropped. A ``QpostError`` goes to
    ``failed`` (or to ``unhandled``); anything else is a bug and goes to ``bug_found``, and ``failed``
    hears of it as a bare ``QpostError``, so that nothing stays locked.
    """

    unhandled = Signal(object)
    bug_found = Signal(object)
    _answered = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {
            Lane.DISK: ThreadPoolExecutor(2, thread_name_prefix="disk"),
            Lane.WRITE: ThreadPoolExecutor(1, thread_name_prefix="write"),
            Lane.NET: ThreadPoolExecutor(4, thread_name_prefix="net"),
        }
        self._is_closed = False
        self._numbers = count()
        self._claims: dict[int, _Claim] = {}
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._doorway = Doorway(self._answered.emit)

    def run(
        self,
        work: Callable[[], Answer],
        *,
        owner: QObject,
        done: Callable[[Answer], object] | None = None,
        failed: Callable[[QpostError], None] | None = None,
        lane: Lane = Lane.DISK,
    ) -> Ticket:
        """Run ``work`` off-thread, then ``done(answer)`` or ``failed(error)`` here; nothing once closed."""
        if self._is_closed:
            return Ticket(lambda: None)
        number = next(self._numbers)
        self._claims[number] = _Claim(owner, done, failed)
        future = self._lanes[lane].submit(work)
        future.add_done_callback(partial(_report, self._doorway, number))
        return Ticket(partial(self._forget, number))

    def after_writes(self, work: Callable[[], Answer]) -> Callable[[], Answer]:
        """Return ``work``, to run in another lane, preceded by a wait for every write asked for until now."""
        asked = self._lanes[Lane.WRITE].submit(_nothing)

        def wait_and_work() -> Answer:
            asked.result()
            return work()

        return wait_and_work

    def wait_for_writes(self, *, within_s: float) -> bool:
        """Wait here for every write asked for until now; False when that takes longer than ``within_s``.

        Their answers are still to come. For the moment before a window goes, and no other.
        """
        if self._is_closed:
            return True
        try:
            self._lanes[Lane.WRITE].submit(_nothing).result(within_s)
        except TimeoutError:
            return False
        return True

    @property
    def is_idle(self) -> bool:
        """True when no answer is awaited."""
        return not self._claims

    def close(self) -> None:
        """Drop all answers and stop taking work, without waiting; writes already asked for still happen."""
        self._is_closed = True
        self._doorway.close()
        self._claims.clear()
        for name, lane in self._lanes.items():
            lane.shutdown(wait=False, cancel_futures=name is not Lane.WRITE)

    def finish_writes(self) -> None:
        """Wait until every write asked for before :meth:`close` is done; for any thread but this one."""
        self._lanes[Lane.WRITE].shutdown(wait=True)

    def _forget(self, number: int) -> None:
        self._claims.pop(number, None)

    @Slot(int, object, object)
    def _on_answered(self, number: int, answer: object, error: BaseException | None) -> None:
        claim = self._claims.pop(number, None)
        if claim is None or not shiboken6.isValid(claim.owner):
            return
        if error is None:
            if claim.done:
                claim.done(answer)
        elif isinstance(error, QpostError):
            if claim.failed:
                claim.failed(error)
            else:
                self.unhandled.emit(error)
        else:
            _log.error("a job failed unexpectedly", exc_info=error)
            self.bug_found.emit(error)
            if claim.failed:
                claim.failed(QpostError(type(error).__name__))
