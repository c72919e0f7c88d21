"""Why: ``dev.py verify`` shows on the built program, not on its sources, that it does what it should."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from qpost import __version__
from tools import building, checkout
from tools.checkout import ROOT
from tools.secret_service import secret_service
from tools.trial.computer import Computer, ThisWindows, files_below
from tools.trial.keeper import demo_service, keeper_of
from tools.trial.screen import framed, shown_windows
from tools.trial.typing import Desk
from tools.trial.updating import Maker, update_itself
from tools.trial.windows import OLDER_VERSION, Trial, TrialFailed, expect, older_copy, wait_until
from tools.wine.prefix import PACKAGES, Prefix, WineFailed, wine_program

TRIALS = ROOT / "build" / "trial"
_STARTED_WITHIN_S = 60.0
_TYPED, _TYPED_LAST = "typed while an update was under way", "typed before signing out"
_OTHER_SETUP = 6
"""What a setup ends with while another one runs (docs/windows-setup.md)."""
_ASKED = "the session is to end"
"""What the program's log says then."""
_USER = "山田 花子"
"""A name with a blank, and with letters that an English code page lacks."""


def verify(arguments: Sequence[str]) -> int:
    """Freeze and try: ``linux`` has it test itself, ``windows`` installs, updates and removes it too."""
    options = argparse.ArgumentParser(prog="dev.py verify", description=verify.__doc__)
    options.add_argument("target", choices=["linux", "windows"])
    options.add_argument("--setup", type=Path, metavar="FILE", help="try this setup and build none")
    options.add_argument("--without-tour", action="store_true", help="leave out the longest step")
    options.add_argument(
        "--without-update", action="store_true", help="freeze no older program that updates itself"
    )
    chosen = options.parse_args(arguments)
    if chosen.target == "linux":
        return verify_linux()
    try:
        setup = chosen.setup or building.build_for_windows(None)
    except building.BuildFailed as error:
        print(error)
        return 1
    with_tour, with_update = not chosen.without_tour, not chosen.without_update
    return verify_windows(setup.resolve(), with_tour=with_tour, with_update=with_update)


def setup_in_dist() -> Path:
    """Return where ``dev.py build windows`` leaves the setup of this version."""
    return building.DIST / f"Qpost-{__version__}-setup.exe"


def wine_path_lacks() -> str:
    """Say what keeps a test run from trying a setup under Wine; empty when nothing does.

    It takes Wine and a finished setup of these very sources: an older one would prove nothing about them.
    """
    if os.name == "nt" or wine_program() is None:
        return "no Wine"
    setup = setup_in_dist()
    if not setup.exists():
        return "no setup in dist (dev.py build windows)"
    stamp = building.stamp_of(setup)
    made_of = stamp.read_text(encoding="ascii").strip() if stamp.exists() else ""
    return (
        ""
        if made_of == building.sources()
        else "the setup in dist is of other sources (dev.py build windows)"
    )


def verify_linux(*, dist: Path = building.DIST) -> int:
    """Freeze for this system and have the result test itself, with a keyring and a screen of its own."""
    packages = (*checkout.WINDOW_LIBRARIES, *checkout.SECRET_SERVICE)
    checkout.set_up(packages=packages)
    code = building.freeze(dist=dist)
    return code or selftest_of(dist / "Qpost" / "Qpost")


def selftest_of(program: Path) -> int:
    """Run a frozen program's self-test and print its report; return its exit code."""
    with secret_service() as environment:
        frozen = {**environment, "QT_QPA_PLATFORM": "offscreen"}
        return subprocess.run([str(program), "--selftest"], env=frozen, check=False).returncode


def verify_windows(setup: Path, *, with_tour: bool = True, with_update: bool = True) -> int:
    """Install, run, update and remove ``setup``; return 0 when every effect was as it should be."""
    shutil.rmtree(TRIALS, ignore_errors=True)
    TRIALS.mkdir(parents=True)
    checkout.set_up(packages=() if os.name == "nt" else (*checkout.WINDOW_LIBRARIES, *PACKAGES))
    frozen = building.DIST / ("Qpost" if os.name == "nt" else "windows/Qpost")
    computer: Computer = ThisWindows() if os.name == "nt" else Prefix(TRIALS / "prefix", user=_USER)
    if isinstance(computer, Prefix):
        computer.make()
    trial: Trial | None = None
    try:
        with _older(computer, frozen, updates_itself=with_update) as older, computer.switched_on():
            place = (
                computer.local_path(r"C:\qpost-trial") if isinstance(computer, Prefix) else TRIALS / "place"
            )
            place.mkdir(parents=True, exist_ok=True)
            trial = Trial(computer, setup, frozen, place=place)
            _try_all(trial, older, with_tour=with_tour)
    except (TrialFailed, WineFailed, building.BuildFailed) as error:
        print(error)
        return 1
    finally:
        steps = [] if trial is None else trial.steps
        (TRIALS / "report.json").write_text(json.dumps(steps, ensure_ascii=False, indent=2) + "\n", "utf-8")
    print(f"{len(steps)} steps, all ok; report: {TRIALS / 'report.json'}")
    return 0


class _Older(NamedTuple):
    """An older version: its frozen folder, its setup, and who signs the releases it believes."""

    folder: Path
    setup: Path
    maker: Maker | None


@contextlib.contextmanager
def _older(computer: Computer, frozen: Path, *, updates_itself: bool) -> Iterator[_Older]:
    """Yield an older version; one that updates itself is frozen anew, under Wine only, in some minutes."""
    with tempfile.TemporaryDirectory(prefix="qpost-releases-") as place:
        maker = Maker(Path(place) / "maker") if updates_itself and isinstance(computer, Prefix) else None
        target = TRIALS / "older"
        folder = older_copy(frozen, target) if maker is None else maker.freeze_older(target)
        setup = building.make_setup(folder, TRIALS / "older-setup.exe", version=OLDER_VERSION, is_quick=True)
        yield _Older(folder, setup, maker)


def _try_all(trial: Trial, older: _Older, *, with_tour: bool) -> None:
    before = trial.remains()
    with trial.step("an older version is installed silently") as said:
        trial.install(older.setup)
        said.append(trial.look_at_installation(OLDER_VERSION, older.folder, starts=True))
    with trial.step("it tests itself") as said:
        said.append(trial.selftest())
    _update_while_running(trial)
    with trial.step("the new version tests itself") as said:
        said.append(trial.selftest())
    if with_tour:
        with trial.step("it walks through every window") as said:
            said.append(_tour(trial))
    if isinstance(trial.computer, Prefix):
        _sign_in_start(trial, trial.computer)
        _second_setup(trial, trial.computer)
    with trial.step("it is removed silently while it runs") as said:
        trial.computer.start(trial.program, "--minimised")
        wait_until(trial.runs, "the program runs", _STARTED_WITHIN_S)
        trial.uninstall()
        said.append(trial.expect_nothing_but_data(before))
    with trial.step("it is installed without a start at sign-in, and removed with its data") as said:
        trial.install(trial.setup, "/NOAUTOSTART")
        said.append(trial.look_at_installation(__version__, trial.frozen, starts=False))
        trial.uninstall("/REMOVEDATA")
        expect(not trial.data.exists(), f"{trial.data} is still there")
    if older.maker is not None and isinstance(trial.computer, Prefix):
        with trial.step("an older version updates itself when it is left") as said:
            said.append(update_itself(trial, trial.computer, older.maker, older.setup))
        with trial.step("and what came is removed with its data") as said:
            trial.uninstall("/REMOVEDATA")
            said.append(trial.expect_nothing_but_data(before))


def _update_while_running(trial: Trial) -> None:
    """Update over the running older version; under Wine a draft was typed into it a moment before."""
    with _desk(trial) as desk:
        with trial.step("the older version runs" + (" with a draft typed" if desk else "")):
            if desk is None:
                trial.computer.start(trial.program, "--minimised")
            else:
                desk.sign_in()
                desk.open()
                desk.type_draft(_TYPED)
            wait_until(trial.runs, "the program runs", _STARTED_WITHIN_S)
        with trial.step("the new version is installed over it") as said:
            trial.install(trial.setup)
            expect(not trial.runs(), "the older version still runs")
            said.append(trial.look_at_installation(__version__, trial.frozen, starts=True))
            if desk is not None:
                expect(_TYPED in desk.draft(), f"the draft is now {desk.draft()!r}")
                said.append("the draft is there")
        if desk is not None and isinstance(trial.computer, Prefix):
            _end_session(trial, trial.computer, desk)


def _end_session(trial: Trial, computer: Prefix, desk: Desk) -> None:
    with trial.step("the session ends while a reply is typed") as said:
        desk.open()
        desk.type_draft(_TYPED_LAST)
        expect(computer.end_session() == 0, "the end of the session was held up")
        wait_until(lambda: not trial.runs(), "the program ends", _STARTED_WITHIN_S)
        expect(_ASKED in trial.log(), "the program was not asked, or did not notice")
        computer.sign_in_anew()
        expect(_TYPED_LAST in desk.draft(), f"the draft is now {desk.draft()!r}")
        said.append("the draft is there")


@contextlib.contextmanager
def _desk(trial: Trial) -> Iterator[Desk | None]:
    """Yield a desk at a service on this side; None on a real Windows, whose keyboard is somebody's."""
    if not isinstance(trial.computer, Prefix):
        yield None
        return
    with demo_service(inquiries=40) as service:
        access = json.loads(service.start())
        with framed(trial.computer.environment):
            yield Desk(trial, access, trial.computer.environment)


def _tour(trial: Trial) -> str:
    with demo_service() as service, keeper_of(service) as address:
        return trial.tour(address)


def _sign_in_start(trial: Trial, computer: Prefix) -> None:
    with trial.step("it starts at sign-in, as an icon") as said:
        computer.sign_in_anew()
        wait_until(trial.runs, "the program runs", _STARTED_WITHIN_S)
        expect(not shown_windows(computer.environment), "a window came up")
        said.append("no window")


def _second_setup(trial: Trial, computer: Prefix) -> None:
    with trial.step("a second setup leaves while the first one asks") as said:
        before = files_below(trial.folder)
        first = computer.start(computer.windows_path(trial.setup))
        try:
            wait_until(
                lambda: bool(shown_windows(computer.environment)),
                "the first setup shows a page",
                _STARTED_WITHIN_S,
            )
            code = computer.run(computer.windows_path(trial.setup), "/S").code
            expect(code == _OTHER_SETUP, f"the second setup ended with {code}")
            expect(trial.runs() and files_below(trial.folder) == before, "the second setup changed something")
        finally:
            first.kill()
            first.wait()
        said.append(f"exit code {code}")
