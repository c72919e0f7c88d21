"""What comes in at the local socket is a call, or is shown out; and strangers do not come in at all."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from qpost.models.call import ANSWER, LONGEST_CALL, Call, Verb, write_call
from qpost.ui.first_instance.address import known_address, new_address, publish_address, withdraw_address
from qpost.ui.first_instance.door import MOST_CALLERS, READ_LIMIT_MS, Door

SHOW = Call(Verb.SHOW)


class Caller:
    """A client of the socket that may say anything."""

    def __init__(self, qtbot: QtBot, address: str) -> None:
        self._qtbot = qtbot
        self.socket = QLocalSocket()
        self.socket.connectToServer(address)

    def say(self, words: bytes) -> None:
        """Send ``words``."""
        self.socket.write(words)
        self.socket.flush()

    def end(self, *, within_ms: int = READ_LIMIT_MS // 2) -> bytes:
        """Wait until the other side has hung up; return what it said."""
        self._qtbot.waitUntil(
            lambda: self.socket.state() is QLocalSocket.LocalSocketState.UnconnectedState, timeout=within_ms
        )
        return bytes(self.socket.readAll().data()) if self.socket.isOpen() else b""


def call_until_heard(qtbot: QtBot, address: str) -> None:
    """Call as a later start does: whoever is turned away tries again."""

    def is_heard() -> bool:
        caller = Caller(qtbot, address)
        caller.say(write_call(SHOW))
        return caller.end() == ANSWER

    qtbot.waitUntil(is_heard, timeout=3 * READ_LIMIT_MS)


@pytest.fixture
def heard() -> list[Call]:
    """The calls that came in."""
    return []


@pytest.fixture
def address(qtbot: QtBot, tmp_path: Path, heard: list[Call]) -> Iterator[str]:
    """Where a door is open."""
    address = new_address(tmp_path)
    assert address is not None
    owner = QObject()
    door = Door(owner)
    door.called.connect(heard.append)
    assert door.open(address)
    yield address
    door.close()


def test_a_call_is_answered_and_told(qtbot: QtBot, address: str, heard: list[Call]) -> None:
    caller = Caller(qtbot, address)
    line = write_call(Call(Verb.OPEN, link="qpost://inquiry/tokyo/1"))
    caller.say(line[:9])
    qtbot.wait(20)
    caller.say(line[9:])
    assert caller.end() == ANSWER
    assert heard == [Call(Verb.OPEN, link="qpost://inquiry/tokyo/1")]


@pytest.mark.parametrize(
    "words",
    [
        b"\n",
        b"\x00\xff\xfe\x80" * 20 + b"\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b'{"verb":"open","link":"https://example.com/"}\n',
        write_call(SHOW) * 2,
        b"a" * (LONGEST_CALL + 1),
        b"a" * 2_000_000,
    ],
)
def test_anything_else_is_shown_out_without_an_answer(
    qtbot: QtBot, address: str, heard: list[Call], words: bytes
) -> None:
    caller = Caller(qtbot, address)
    caller.say(words)
    assert caller.end() == b""
    assert heard == []


def test_whoever_dawdles_is_shown_out(qtbot: QtBot, address: str, heard: list[Call]) -> None:
    caller = Caller(qtbot, address)
    caller.say(b'{"verb":')
    with pytest.raises(Exception, match="waitUntil timed out"):
        caller.end(within_ms=READ_LIMIT_MS // 4)
    assert caller.end(within_ms=2 * READ_LIMIT_MS) == b""
    assert heard == []


def test_a_crowd_neither_gets_in_nor_keeps_others_out_for_long(
    qtbot: QtBot, address: str, heard: list[Call]
) -> None:
    crowd = [Caller(qtbot, address) for _ in range(MOST_CALLERS + 8)]
    for caller in crowd:
        caller.end(within_ms=3 * READ_LIMIT_MS)
    call_until_heard(qtbot, address)
    assert heard == [SHOW]


def test_whoever_hangs_up_at_once_is_forgotten(qtbot: QtBot, address: str, heard: list[Call]) -> None:
    for _ in range(3 * MOST_CALLERS):
        Caller(qtbot, address).socket.abort()
    call_until_heard(qtbot, address)
    assert heard == [SHOW]


def test_the_address_is_found_again_and_junk_is_not_followed(tmp_path: Path) -> None:
    assert known_address(tmp_path) is None
    publish_address(tmp_path, "somewhere")
    assert known_address(tmp_path) == "somewhere"
    (tmp_path / "instance").write_bytes(b"\xff" * 5_000_000)
    assert len(known_address(tmp_path) or "") <= 1000


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards the pipe with an access list")
def test_only_ones_own_address_is_withdrawn(tmp_path: Path) -> None:
    publish_address(tmp_path, "another instance's")
    withdraw_address(tmp_path, "ours")
    assert known_address(tmp_path) == "another instance's"
    withdraw_address(tmp_path, "another instance's")
    assert known_address(tmp_path) is None
    withdraw_address(tmp_path, "another instance's")


def test_only_the_owner_can_reach_the_socket(address: str) -> None:
    path = Path(address)
    assert stat.S_ISSOCK(path.lstat().st_mode)
    assert path.lstat().st_mode & 0o077 == 0
    assert path.parent.lstat().st_mode & 0o077 == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such folder")
@pytest.mark.parametrize("trap", ["open", "link", "file", "foreign"])
def test_a_folder_others_prepared_is_not_used(
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    runtime: Path,
    trap: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shared = tmp_path_factory.mktemp("tmp")  # a socket's path is short
    monkeypatch.setattr("tempfile.tempdir", str(shared))
    trapped = runtime / "qpost"
    if trap == "open":
        trapped.mkdir(mode=0o755)
    elif trap == "link":
        trapped.symlink_to(tmp_path)
    elif trap == "file":
        trapped.write_text("", encoding="utf-8")
    else:
        monkeypatch.setattr("os.getuid", lambda: 54321)
        trapped.mkdir(mode=0o700)
        assert new_address(tmp_path) is None, "neither folder is ours"
        return
    address = new_address(tmp_path)
    assert address is not None
    assert Path(address).parent == shared / f"qpost-{os.getuid()}"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows' names are short")
def test_a_folder_too_deep_for_a_socket_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("d" * 100)
    deep.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    monkeypatch.setattr("tempfile.tempdir", str(deep))
    assert new_address(tmp_path) is None
