"""One desktop at a time: after a crash, at the same instant, and when the first one hangs."""

import os
import signal
import sys
from pathlib import Path

import pytest

from qpost.models.call import Call, Verb
from qpost.ui.first_instance.address import known_address
from qpost.ui.first_instance.claim import Claim, FirstInstance
from tests.gui.first_instance.programs import Desktops

AT_ONCE = 4


def test_a_later_start_brings_the_first_to_the_front_and_ends(desktops: Desktops) -> None:
    first = desktops.first()
    assert desktops.run() == (0, "")
    assert desktops.run("qpost://page/points") == (0, "")
    assert desktops.run("qpost://page/nonsense") == (0, "")
    desktops.wait(lambda: desktops.log().count("a later start asks: show") == 2)
    desktops.wait(lambda: desktops.log().count("a later start asks: open") == 1)
    assert first.poll() is None


def test_a_silent_start_disturbs_nobody(desktops: Desktops) -> None:
    desktops.first()
    assert desktops.run("--minimised") == (0, "")
    assert "asks: show" not in desktops.log()


def test_of_starts_at_the_same_instant_one_stays(desktops: Desktops) -> None:
    started = [desktops.start() for _ in range(AT_ONCE)]
    desktops.wait(lambda: sum(process.poll() is None for process in started) == 1)
    assert sorted(process.poll() or 0 for process in started) == [0] * AT_ONCE
    desktops.wait(desktops.answers)
    assert sum(process.poll() is None for process in started) == 1


def test_a_killed_first_is_followed_by_the_next_start(desktops: Desktops) -> None:
    killed = desktops.first()
    killed.kill()
    killed.wait()
    assert not desktops.answers()
    again = desktops.first()
    assert again.poll() is None
    assert desktops.run() == (0, "")


def test_quit_ends_the_one_that_runs_and_is_content_when_none_does(desktops: Desktops) -> None:
    assert desktops.run("--quit") == (0, "")
    assert not desktops.folder.exists(), "nothing is made by asking"
    first = desktops.first()
    assert desktops.run("--quit") == (0, "")
    assert first.wait(timeout=5) == 0
    assert known_address(desktops.folder / "data") is None, "nobody listens there any more"
    assert desktops.run("--quit") == (0, "")


def test_quit_reaches_one_that_is_just_starting(desktops: Desktops) -> None:
    first = desktops.start()
    desktops.wait(lambda: (desktops.folder / "data" / "instance.lock").exists())
    assert desktops.run("--quit") == (0, "")
    assert first.wait(timeout=5) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot stop a process that it will continue")
def test_a_first_that_hangs_is_said_and_never_doubled(desktops: Desktops) -> None:
    first = desktops.first()
    os.kill(first.pid, signal.SIGSTOP)
    try:
        code, said = desktops.run("--minimised")
        assert code == 1
        assert "does not answer" in said
        assert FirstInstance(desktops.folder / "data").end(within_s=1.0) is Claim.NO_ANSWER
    finally:
        os.kill(first.pid, signal.SIGCONT)
    assert first.wait(timeout=30) == 0, "the call to quit was waiting for it"


def test_other_files_are_another_matter(desktops: Desktops, tmp_path: Path) -> None:
    first = desktops.first()
    others = Desktops(tmp_path / "another seller")
    try:
        assert others.first().poll() is None
        assert others.run("--quit") == (0, "")
    finally:
        others.close()
    assert first.poll() is None
    assert desktops.answers()


def test_a_tour_does_not_join_whoever_has_the_files(desktops: Desktops, tmp_path: Path) -> None:
    desktops.first()
    code, said = desktops.run("--tour", str(tmp_path / "pictures"))
    assert code == 1
    assert "Another Qpost works on the files" in said
    assert "asks: show" not in desktops.log()


def test_the_lock_goes_from_one_to_the_next(tmp_path: Path) -> None:
    one, two = FirstInstance(tmp_path / "data"), FirstInstance(tmp_path / "data")
    assert one.claim(Call(Verb.SHOW)) is Claim.FIRST
    assert two.claim(Call(Verb.SHOW), within_s=0.0) is Claim.NO_ANSWER
    one.release()
    assert two.claim(Call(Verb.SHOW)) is Claim.FIRST
    two.release()


def test_files_nobody_can_write_do_not_keep_the_program_away(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder", encoding="utf-8")
    instance = FirstInstance(tmp_path / "data")
    assert instance.claim(Call(Verb.SHOW)) is Claim.FIRST
    instance.listen()
    instance.release()
