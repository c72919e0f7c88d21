"""Why: the desktop and qpost-cli may have one database open at the same time: both write, nothing is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import apsw
import pytest

from qpost.models.errors import StoreFault
from qpost.store.letters import copy_path
from qpost.store.process_lock import OpenMark
from tests.store.letters import draft_bodies, make_draft, make_entry, open_store, reply_bodies

ROUNDS = 60

_WRITER = """
import sys
from pathlib import Path
from tests.store.letters import make_draft, make_entry, open_store
first, rounds = int(sys.argv[2]), int(sys.argv[3])
store = open_store(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
for number in range(first, first + rounds):
    store.drafts.save(make_draft(number))
    store.outbox.add(make_entry(number))
print("recovered" if store.recovered else "sound", flush=True)
sys.stdin.readline()
store.close()
"""


def _start(path: Path, first: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path), str(first), str(ROUNDS)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _say(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def _hear(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.mark.parametrize("is_killed", [False, True])
def test_two_programs_write_at_once_and_nothing_is_lost(tmp_path: Path, is_killed: bool) -> None:
    path = tmp_path / "a.db"
    writers = [_start(path, first) for first in (0, 1000, 2000)]
    for writer in writers:
        assert _hear(writer) == "open"
    for writer in writers:
        _say(writer)
    for writer in writers:
        assert _hear(writer) == "sound"
    for writer in writers:
        if is_killed:
            writer.kill()
        else:
            _say(writer)
        writer.communicate(timeout=60)
    numbers = [first + place for first in (0, 1000, 2000) for place in range(ROUNDS)]
    drafts = {f"i{number}": make_draft(number).body for number in numbers}
    with_copy = path.read_bytes(), copy_path(path).read_bytes()
    for is_spoilt in (False, True):  # and the second copy is as complete as the first
        if is_spoilt:
            path.write_bytes(b"")
        store = open_store(path)
        assert draft_bodies(store) == drafts, json.dumps([len(part) for part in with_copy])
        assert sorted(reply_bodies(store)) == sorted(make_entry(number).row.id for number in numbers)
        assert (store.recovered is not None) is is_spoilt
        assert store.check()
        store.close()


def test_a_program_that_holds_the_writers_lock_too_long_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qpost.store.connecting.BUSY_TIMEOUT_S", 0.05)
    path = tmp_path / "a.db"
    first = open_store(path)
    second = open_store(path)

    def meanwhile(_: apsw.Connection) -> None:
        with pytest.raises(StoreFault) as caught:
            second.drafts.save(make_draft(1))
        assert caught.value.code == StoreFault.LOCKED

    first.database.write(meanwhile)
    second.drafts.save(make_draft(1))
    assert draft_bodies(first) == {"i1": make_draft(1).body}
    second.close()
    first.close()


def test_a_mark_is_shared_and_says_who_is_alone(tmp_path: Path) -> None:
    first = OpenMark(tmp_path / "open")
    assert first.is_alone
    second = OpenMark(tmp_path / "open")
    assert not second.is_alone
    with pytest.raises(StoreFault) as caught:
        second.share(within_s=0.1)
    assert caught.value.code == StoreFault.LOCKED
    first.share(within_s=0.1)
    second.share(within_s=0.1)
    third = OpenMark(tmp_path / "open")
    assert not third.is_alone
    for mark in (first, second, third):
        mark.close()
    last = OpenMark(tmp_path / "open")
    assert last.is_alone
    last.close()
