"""Why: what users download, what it takes on their disk, how fast it starts, against a frozen bare window.

Both are frozen and pruned alike, started in turn on a screen in memory, and timed until the window is mapped.
"""

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks._bare_program import TITLE
from benchmarks._report import Measured, median, report
from tools import building
from tools.checkout import PYTHON, ROOT, run
from tools.screen import screen_in_memory
from tools.verifying import setup_in_dist
from tools.wine.building import run_under_wine
from tools.wine.prefix import Prefix

_WORK = ROOT / "build" / "bench" / "frozen"
_LOOK_EVERY_S = 0.01
_SHOWN_WITHIN_S = 60.0
_REST_S = 3.0

Start = Callable[[Path, Sequence[str]], subprocess.Popen[bytes]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Freeze what is missing, weigh and start both, print the ratios."""
    parser = argparse.ArgumentParser(description="size, start and memory of the frozen program")
    parser.add_argument("--windows", action="store_true", help="measure the Windows build, under Wine")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--output", type=Path)
    asked = parser.parse_args(arguments)
    if not sys.platform.startswith("linux"):
        print("This measures on Linux: the Linux build, or with --windows the Windows build under Wine.")
        return 2
    system = "windows" if asked.windows else "linux"
    ours, bare = _frozen(system)
    cases = _sizes(ours, bare, system)
    with _starter(system) as (start, environment):
        cases += _starts(ours, bare, start, environment, asked.runs)
    report(
        f"frozen for {system}, against a frozen bare window",
        cases,
        packages=("PySide6-Essentials", "pyinstaller"),
        output=asked.output or Path(f"build/bench/frozen-{system}.json"),
    )
    return 0


def _frozen(system: str) -> tuple[Path, Path]:
    """Return the folders of both programs, made when they are not there."""
    ours = building.DIST / ("windows/Qpost" if system == "windows" else "Qpost")
    bare = _WORK / system / "Bare"
    words = ("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", "dist")
    spec = "benchmarks/bare.spec"
    if not ours.exists() and building.build([system] if system == "windows" else []):
        raise SystemExit(1)
    if not bare.exists() and system == "windows":
        project = run_under_wine(*words, spec)
        shutil.copytree(project / "dist" / "Bare", bare)
    elif not bare.exists():
        run(PYTHON, *words[:-1], bare.parent, "--workpath", _WORK / "work", spec)
    return ours, bare


def _sizes(ours: Path, bare: Path, system: str) -> list[Measured]:
    """Weigh the installed folders and, for Windows, the setups; megabytes of a million bytes."""
    cases = _pair("folder", "MB", [building.size_of(bare) / 1e6], [building.size_of(ours) / 1e6])
    if system == "windows":
        setup = building.make_setup(bare, _WORK / "bare-setup.exe")
        sizes = [path.stat().st_size / 1e6 for path in (setup, setup_in_dist())]
        cases += _pair("setup", "MB", sizes[:1], sizes[1:])
    return cases


def _starts(ours: Path, bare: Path, start: Start, environment: dict[str, str], runs: int) -> list[Measured]:
    """Start both in turn; the first pair warms the disk cache and is not counted."""
    name = "Qpost.exe" if (ours / "Qpost.exe").exists() else "Qpost"
    times: tuple[list[float], list[float]] = ([], [])
    weights: tuple[list[float], list[float]] = ([], [])
    for turn in range(runs + 1):
        for place, (folder, title) in enumerate(((bare, TITLE), (ours, "Qpost"))):
            with tempfile.TemporaryDirectory(prefix="qpost-bench-") as data:
                words = () if folder is bare else ("--data", data, "--language", "en")
                seconds, megabytes = _one_start(partial(start, folder / name, words), title, environment)
            if turn:
                times[place].append(seconds)
                weights[place].append(megabytes)
    return _pair("start to window", "s", *times) + _pair("memory at rest (PSS)", "MB", *weights)


def _one_start(
    launch: Callable[[], subprocess.Popen[bytes]], title: str, environment: dict[str, str]
) -> tuple[float, float]:
    begun = time.monotonic()
    process = launch()
    try:
        while not _is_shown(title, environment):
            if time.monotonic() - begun > _SHOWN_WITHIN_S or process.poll() is not None:
                raise SystemExit(f"no window named {title}")
            time.sleep(_LOOK_EVERY_S)
        seconds = time.monotonic() - begun
        time.sleep(_REST_S)
        return seconds, _pss_mb(process.pid)
    finally:
        process.kill()
        process.wait()


def _is_shown(title: str, environment: dict[str, str]) -> bool:
    command = ["xdotool", "search", "--onlyvisible", "--name", title]
    return bool(subprocess.run(command, env=environment, capture_output=True, check=False).stdout)


def _pss_mb(process: int) -> float:
    for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


@contextlib.contextmanager
def _starter(system: str) -> Iterator[tuple[Start, dict[str, str]]]:
    """Yield what starts a program, and the environment whose screen it shows on."""
    if system == "windows":
        computer = Prefix(_WORK / "prefix")
        if not computer.folder.exists():
            computer.make()
        with computer.switched_on():
            yield lambda program, words: computer.start(program, *words), computer.environment
        return
    with screen_in_memory() as display, tempfile.TemporaryDirectory(prefix="qpost-home-") as home:
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": home}
        quiet = subprocess.DEVNULL
        yield (
            lambda program, words: subprocess.Popen(
                [program, *words], env=environment, stdout=quiet, stderr=quiet
            ),
            environment,
        )


def _pair(what: str, unit: str, bare: Sequence[float], ours: Sequence[float]) -> list[Measured]:
    return [
        Measured(f"bare window: {what}", unit, bare, {"x_bare": 1.0}),
        Measured(f"Qpost: {what}", unit, ours, {"x_bare": median(ours) / median(bare)}),
    ]


if __name__ == "__main__":
    raise SystemExit(main())
