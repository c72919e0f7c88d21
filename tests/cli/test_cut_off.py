"""Why: killed or cut off at any point of a reply, the customer gets it exactly once after the next sync."""

import subprocess
from collections.abc import Callable, Iterator

import pytest

from tests.cli.conftest import MakeTerminal, Terminal
from tests.cli.proxy import Point, StrikingProxy
from tests.service_fixtures import MakeService, RunningService

POINTS = [
    (b"POST /v1/sessions", Point.BEFORE),
    (b"GET /inquiries/", Point.AFTER),
    (b"POST /replies", Point.BEFORE),
    (b"POST /replies", Point.WITHIN),
    (b"POST /replies", Point.AFTER),
]
IDS = [f"{words.decode()} {point.value}" for words, point in POINTS]

MakeProxy = Callable[..., StrikingProxy]


@pytest.fixture(scope="module")
def shared(make_shared_service: MakeService) -> RunningService:
    """One service for all points; each uses an inquiry of its own."""
    return make_shared_service()


@pytest.fixture
def make_proxy(shared: RunningService) -> Iterator[MakeProxy]:
    """A maker of proxies before the service; all are closed at the end."""
    made: list[StrikingProxy] = []

    def make(words: bytes, point: Point, strike: Callable[[], None]) -> StrikingProxy:
        port = int(shared.url.rpartition(":")[2])
        made.append(StrikingProxy(port, words=words, point=point, strike=strike))
        return made[-1]

    yield make
    for proxy in made:
        proxy.close()


def _sign_in_through(terminal: Terminal, proxy: StrikingProxy) -> None:
    """Sign in and synchronise under the proxy's address, before it strikes."""
    terminal.url = proxy.url
    proxy.has_struck.set()
    terminal.sign_in()
    proxy.has_struck.clear()


def _assert_arrived_once(terminal: Terminal, number: str, body: str) -> None:
    synced = terminal.run("sync")
    assert synced.code == 0, synced
    assert terminal.run("outbox").lines == []
    assert terminal.run("sync").code == 0
    assert terminal.shop_texts(number).count(body) == 1


@pytest.mark.parametrize(("words", "point"), POINTS, ids=IDS)
def test_a_cut_connection(
    make_terminal: MakeTerminal, shared: RunningService, make_proxy: MakeProxy, words: bytes, point: Point
) -> None:
    terminal = make_terminal(shared)
    proxy = make_proxy(words, point, lambda: None)
    _sign_in_through(terminal, proxy)
    (number,) = terminal.unanswered(1)
    body = f"切断 {words!r} {point}"
    outcome = terminal.run("reply", number, "--status", "answered", "--body-file", terminal.body(body))
    assert proxy.has_struck.is_set()
    assert outcome.code == 4, outcome
    assert [line["state"] for line in outcome.lines] == ["queued"]
    (waiting,) = terminal.run("outbox").lines
    assert waiting["reply"]["body"] == body
    _assert_arrived_once(terminal, number, body)


@pytest.mark.parametrize(("words", "point"), POINTS, ids=IDS)
def test_a_killed_program(
    make_terminal: MakeTerminal, shared: RunningService, make_proxy: MakeProxy, words: bytes, point: Point
) -> None:
    terminal = make_terminal(shared)
    processes: list[subprocess.Popen[bytes]] = []

    def kill() -> None:
        processes[0].kill()
        processes[0].wait()

    proxy = make_proxy(words, point, kill)
    _sign_in_through(terminal, proxy)
    (number,) = terminal.unanswered(1)
    body = f"強制終了 {words!r} {point}"
    line = _start_reply(terminal, number, body, processes)
    assert b'"queued"' in line
    assert processes[0].wait(60) == -9
    assert proxy.has_struck.is_set()
    _assert_arrived_once(terminal, number, body)


def test_killed_as_soon_as_the_row_is_printed(make_terminal: MakeTerminal, shared: RunningService) -> None:
    terminal = make_terminal(shared)
    terminal.sign_in()
    (number,) = terminal.unanswered(1)
    processes: list[subprocess.Popen[bytes]] = []
    _start_reply(terminal, number, "印字の直後", processes)
    processes[0].kill()
    processes[0].wait()
    _assert_arrived_once(terminal, number, "印字の直後")


def _start_reply(
    terminal: Terminal, number: str, body: str, processes: list[subprocess.Popen[bytes]]
) -> bytes:
    """Start a reply and return its first line, which is printed once the row is durable."""
    process = subprocess.Popen(
        terminal.command("reply", number, "--status", "answered", "--body-file", terminal.body(body)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=terminal.environment,
    )
    processes.append(process)
    assert process.stdout is not None
    with process.stdout as output:
        return output.readline()
