"""Why: killed or cut off at any point of a reply, the customer gets it exactly once after the next sync."""

import subprocess
import threading
from collections.abc import Iterator

import pytest

from tests.cli.conftest import Terminal
from tests.faults.fault_proxy import Fault, FaultProxy, reset_after, reset_before, reset_within
from tests.service_fixtures import KILLED, MakeService, RunningService

POINTS = [
    (b"POST /v1/sessions", reset_before),
    (b"GET /inquiries/", reset_after),
    (b"POST /replies", reset_before),
    (b"POST /replies", reset_within),
    (b"POST /replies", reset_after),
]
IDS = [f"{words.decode()} {fault.__name__}" for words, fault in POINTS]


@pytest.fixture(scope="module")
def shared(make_shared_service: MakeService) -> RunningService:
    """One service for all points; each uses an inquiry of its own."""
    return make_shared_service()


@pytest.fixture(scope="module")
def proxy(shared: RunningService) -> Iterator[FaultProxy]:
    """A proxy before the service."""
    proxy = FaultProxy(int(shared.url.rpartition(":")[2]))
    yield proxy
    proxy.close()


@pytest.fixture(scope="module")
def terminal(shared: RunningService, proxy: FaultProxy, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A terminal that has signed in and synchronised through the proxy."""
    terminal = Terminal(tmp_path_factory.mktemp("terminal"), shared)
    terminal.url = proxy.url
    terminal.sign_in()
    return terminal


def _assert_arrived_once(terminal: Terminal, number: str, body: str) -> None:
    synced = terminal.run("sync")
    assert synced.code == 0, synced
    assert terminal.run("outbox").lines == []
    assert terminal.shop_texts(number).count(body) == 1


@pytest.mark.parametrize(("words", "fault"), POINTS, ids=IDS)
def test_a_cut_connection(terminal: Terminal, proxy: FaultProxy, words: bytes, fault: Fault) -> None:
    (number,) = terminal.unanswered(1)
    body = f"切断 {number}"
    proxy.arm(words, fault, times=1)
    outcome = terminal.run("reply", number, "--status", "answered", "--body-file", terminal.body(body))
    assert proxy.has_struck.is_set()
    assert outcome.lines[0]["state"] == "queued"
    if outcome.code != 0:  # a read that was cut may have been repeated at once
        assert outcome.code == 4, outcome
        (waiting,) = terminal.run("outbox").lines
        assert waiting["reply"]["body"] == body
    _assert_arrived_once(terminal, number, body)


@pytest.mark.parametrize(("words", "fault"), POINTS, ids=IDS)
def test_a_killed_program(terminal: Terminal, proxy: FaultProxy, words: bytes, fault: Fault) -> None:
    (number,) = terminal.unanswered(1)
    body = f"強制終了 {number}"
    processes: list[subprocess.Popen[bytes]] = []
    is_started = threading.Event()

    def kill() -> None:
        is_started.wait(60)
        processes[0].kill()
        processes[0].wait()

    proxy.arm(words, fault, times=1, strike=kill)
    processes.append(_started_reply(terminal, number, body))
    is_started.set()
    assert b'"queued"' in _first_line(processes[0])
    assert processes[0].wait(60) == KILLED
    assert proxy.has_struck.is_set()
    _assert_arrived_once(terminal, number, body)


def test_killed_as_soon_as_the_row_is_printed(terminal: Terminal) -> None:
    (number,) = terminal.unanswered(1)
    process = _started_reply(terminal, number, "印字の直後")
    _first_line(process)
    process.kill()
    process.wait()
    _assert_arrived_once(terminal, number, "印字の直後")


def _started_reply(terminal: Terminal, number: str, body: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        terminal.command("reply", number, "--status", "answered", "--body-file", terminal.body(body)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=terminal.environment,
    )


def _first_line(process: "subprocess.Popen[bytes]") -> bytes:
    """Return what is printed once the row is durable."""
    assert process.stdout is not None
    with process.stdout as output:
        return output.readline()
