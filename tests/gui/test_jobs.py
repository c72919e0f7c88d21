"""Work runs off the interface thread and answers on it."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from qpost.models.errors import QpostError, StoreFault
from qpost.ui.jobs import Jobs, Lane

_MANY_SIGNALS = """
import qpost.ui
from PySide6.QtCore import QObject, Signal
class Source(QObject):
    told = Signal(int)
source = Source()
for number in range(20_000):
    source.told.emit(number)
print("alive")
"""


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.mark.parametrize("lane", list(Lane))
def test_work_is_done_elsewhere_and_answered_here(qtbot: QtBot, jobs: Jobs, lane: Lane) -> None:
    here, seen = threading.get_ident(), []
    jobs.run(
        threading.get_ident,
        owner=jobs,
        done=lambda there: seen.append((there, threading.get_ident())),
        lane=lane,
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] != here
    assert seen[0][1] == here


def test_error_goes_to_failed_else_to_unhandled(qtbot: QtBot, jobs: Jobs) -> None:
    def work() -> None:
        raise StoreFault(StoreFault.FULL)

    failures: list[QpostError] = []
    jobs.run(work, owner=jobs, failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    with qtbot.waitSignal(jobs.unhandled) as told:
        jobs.run(work, owner=jobs)
    assert told.args is not None
    assert told.args[0].code == StoreFault.FULL


def test_bug_is_told_and_the_lane_goes_on(qtbot: QtBot, jobs: Jobs) -> None:
    failures: list[QpostError] = []
    with qtbot.waitSignal(jobs.bug_found) as told:
        jobs.run(lambda: 1 // 0, owner=jobs, failed=failures.append)
    assert told.args is not None
    assert isinstance(told.args[0], ZeroDivisionError)
    assert [failure.code for failure in failures] == ["internal"], "who waits must hear of the end"
    answers: list[int] = []
    jobs.run(lambda: 7, owner=jobs, done=answers.append)
    qtbot.waitUntil(lambda: answers == [7])


def test_answer_to_a_closed_window_is_dropped(qtbot: QtBot, jobs: Jobs) -> None:
    owner, gate, answers = QObject(), threading.Event(), list[bool]()
    jobs.run(lambda: gate.wait(10), owner=owner, done=answers.append)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete.value)
    gate.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert answers == []


def test_dropped_ticket_is_not_answered(qtbot: QtBot, jobs: Jobs) -> None:
    gate, answers = threading.Event(), list[object]()
    ticket = jobs.run(lambda: gate.wait(10), owner=jobs, done=answers.append)
    ticket.drop()
    gate.set()
    jobs.run(lambda: "later", owner=jobs, done=answers.append, lane=Lane.NET)
    qtbot.waitUntil(lambda: answers == ["later"])


def test_writes_keep_their_order_and_survive_the_end(qtbot: QtBot) -> None:
    jobs, gate, written = Jobs(), threading.Event(), list[int]()
    jobs.run(lambda: gate.wait(10), owner=jobs, lane=Lane.WRITE)
    for number in range(20):
        jobs.run(partial(written.append, number), owner=jobs, lane=Lane.WRITE)
    jobs.close()
    gate.set()
    jobs.finish_writes()
    assert written == list(range(20))


def test_closing_does_not_wait_and_later_work_is_ignored(qtbot: QtBot) -> None:
    jobs, gate, answers = Jobs(), threading.Event(), list[object]()
    jobs.run(lambda: gate.wait(10), owner=jobs, done=answers.append, lane=Lane.NET)
    jobs.close()
    jobs.run(lambda: "too late", owner=jobs, done=answers.append)
    gate.set()
    assert jobs.is_idle
    assert answers == []


def test_many_signals_do_not_end_the_program() -> None:
    ended = subprocess.run([sys.executable, "-c", _MANY_SIGNALS], capture_output=True, text=True, check=False)
    assert ended.stdout.strip() == "alive", ended.stderr
