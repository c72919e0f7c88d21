"""The parts an update is made of keep their promises by themselves."""

import sys
import threading
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.signing import SigningKey

from qpost.models.errors import UpdateFault
from qpost.models.release import ReleaseFile
from qpost.models.release_keys import RELEASE_KEYS
from qpost.services.errands import Errands
from qpost.services.pace import Pace
from qpost.services.release_signature import is_signed
from qpost.services.setup import Setup, setup_of_this_system
from qpost.services.this_system import platform_name
from tests.releases import NOW

RFC_8032_PUBLIC = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
RFC_8032_SIGNATURE = bytes.fromhex(
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
)


class Thing:
    """Something that can be closed."""

    def __init__(self) -> None:
        self.closed = threading.Event()

    def close(self) -> None:
        self.closed.set()


def test_the_signature_is_that_of_the_standard() -> None:
    assert is_signed(b"\x72", RFC_8032_SIGNATURE, public=RFC_8032_PUBLIC)
    assert not is_signed(b"\x73", RFC_8032_SIGNATURE, public=RFC_8032_PUBLIC)


@given(st.binary(max_size=100), st.integers(0, 511))
def test_one_flipped_bit_is_seen(message: bytes, bit: int) -> None:
    key = SigningKey(bytes(range(32)))
    signature = bytearray(key.sign(message).signature)
    public = bytes(key.verify_key).hex()
    assert is_signed(message, bytes(signature), public=public)
    signature[bit // 8] ^= 1 << bit % 8
    assert not is_signed(message, bytes(signature), public=public)


def test_errands_are_done_in_order_and_an_interrupting_one_closes_what_is_open() -> None:
    errands, done, thing, late = Errands(), list[str](), Thing(), Thing()
    with errands.interruptible(thing):
        errands.ask(lambda: done.append("first"))
        assert not thing.closed.is_set()
        errands.ask(lambda: done.append("second"), interrupts=True)
        assert thing.closed.is_set()
        assert errands.is_interrupted
    with errands.interruptible(late):
        assert late.closed.is_set()
    errands.do_all()
    assert done == ["first", "second"]
    assert (errands.is_empty, errands.is_interrupted) == (True, False)


def test_whatever_was_opened_is_closed_in_the_end() -> None:
    thing = Thing()
    with pytest.raises(ValueError, match="x"), Errands().interruptible(thing):
        raise ValueError("x")
    assert thing.closed.is_set()


class Clock:
    """The time, moved by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


def test_the_pace_slows_down_with_every_failure_up_to_a_limit() -> None:
    clock = Clock()
    pace = Pace(now=clock, chance=lambda: 0.5, first=timedelta(minutes=1), longest=timedelta(minutes=10))
    assert pace.is_due
    waits = []
    for _ in range(6):
        pace.failed()
        waits.append(round(pace.wait_s))
    assert waits == [60, 120, 240, 480, 600, 600]
    pace.succeeded()
    assert round(pace.wait_s) == 600
    pace.failed()
    assert round(pace.wait_s) == 60


@given(st.floats(0, 1))
def test_pauses_are_spread_over_a_fifth(chance: float) -> None:
    pace = Pace(now=Clock(), chance=lambda: chance, first=timedelta(seconds=100), longest=timedelta(hours=1))
    pace.failed()
    assert 89.9 <= pace.wait_s <= 110.1


def test_a_clock_set_back_is_no_reason_to_wait() -> None:
    clock = Clock()
    pace = Pace(now=clock, chance=lambda: 0.5, first=timedelta(minutes=1), longest=timedelta(hours=1))
    pace.succeeded()
    assert not pace.is_due
    clock.now -= timedelta(days=400)
    assert (pace.is_due, pace.wait_s) == (True, 0.0)


@pytest.mark.parametrize(
    ("built_for", "name"),
    [
        ("win-amd64", "windows-x86_64"),
        ("win-arm64", "windows-arm64"),
        ("linux-x86_64", "linux-x86_64"),
        ("linux-aarch64", "linux-arm64"),
        ("macosx-11.0-arm64", "macos-arm64"),
        ("macosx-10.9-universal2", "macos-universal2"),
    ],
)
def test_platforms_have_one_name_each(built_for: str, name: str) -> None:
    assert platform_name(built_for) == name
    assert "-" in platform_name()


def test_a_program_run_from_its_sources_installs_nothing() -> None:
    assert setup_of_this_system() is None


@pytest.mark.parametrize(
    ("size", "sha256"),
    [(2, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), (3, "0" * 64)],
)
def test_a_setup_of_another_size_or_hash_is_not_started(tmp_path: Path, size: int, sha256: str) -> None:
    path = tmp_path / "setup.exe"
    path.write_bytes(b"abc")
    started: list[object] = []
    with pytest.raises(UpdateFault) as caught:
        Setup(run=lambda command, folder: started.append(command)).start(
            path, ReleaseFile(platform="windows-x86_64", url="setup.exe", size=size, sha256=sha256)
        )
    assert (caught.value.code, started) == (UpdateFault.DAMAGED, [])


def test_the_keys_the_program_is_built_with_are_keys() -> None:
    assert len({key.id for key in RELEASE_KEYS}) == len(RELEASE_KEYS)
    for key in RELEASE_KEYS:
        assert not is_signed(b"", bytes(64), public=key.public)
        assert key.expires.tzinfo is not None


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows keeps others away from a file")
def test_nobody_can_change_the_setup_while_it_is_started(tmp_path: Path) -> None:
    path = tmp_path / "日本 setup.exe"
    path.write_bytes(b"abc")
    (tmp_path / "other").write_bytes(b"xyz")
    refused: list[str] = []

    def attack(command: Sequence[str], folder: Path) -> None:
        attempts: dict[str, Callable[[], object]] = {
            "write": lambda: path.open("r+b"),
            "delete": path.unlink,
            "move": lambda: path.rename(tmp_path / "moved"),
            "replace": lambda: (tmp_path / "other").replace(path),
        }
        for name, attempt in attempts.items():
            try:
                attempt()
            except OSError:
                refused.append(name)

    sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    Setup(run=attack).start(
        path, ReleaseFile(platform="windows-x86_64", url="setup.exe", size=3, sha256=sha256)
    )
    assert refused == ["write", "delete", "move", "replace"]
    path.unlink()  # let go of afterwards
