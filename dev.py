#!/usr/bin/env python3
"""Set up this checkout and run it: demo, test, check, bench, build, verify, lock, translate."""

import sys

if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    sys.exit(
        "Qpost needs Python 3.11, 3.12 or 3.13; this is %d.%d (%s). Start dev.py with one of those."
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )

import argparse
import contextlib
import io
import itertools
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tools import catalogues, checkout, floors, screen
from tools.building import build
from tools.checkout import PYTHON, ROOT, SCRIPTS, run, script
from tools.verifying import verify, wine_path_lacks

DEFAULT_TOUR = ROOT / "build" / "tour"
COVERAGE_REPORT = ROOT / "build" / "coverage.json"
MOST_TEST_WORKERS = 4
MOST_FAULTS_SHOWN = 10


def demo(arguments: Sequence[str]) -> int:
    """Show the desktop with a demo shop; without a display, tour it and say where the pictures are."""
    options = argparse.ArgumentParser(prog="dev.py demo", description=demo.__doc__)
    options.add_argument(
        "--tour", metavar="DIR", type=Path, help="drive every window and write pictures to DIR"
    )
    chosen, passed_on = options.parse_known_args(arguments)
    if chosen.tour is None and screen.has_display():
        checkout.set_up()
        return run(PYTHON, "-m", "qpost", "--demo", *passed_on)
    if chosen.tour is None:
        print("There is no display here, so the tour runs on a screen in memory.", flush=True)
    folder = (chosen.tour or DEFAULT_TOUR).resolve()
    checkout.set_up(packages=(*checkout.WINDOW_LIBRARIES, *_screen_packages()))
    with _some_display() as environment:
        code = run(PYTHON, "-m", "qpost", "--tour", folder, *passed_on, environment=environment)
    pictures = len(list(folder.glob("*.png"))) if folder.is_dir() else 0
    print(f"The tour ended with exit code {code}; {pictures} pictures are in {folder}", flush=True)
    return code


def test(arguments: Sequence[str]) -> int:
    """Run every check and every test; more arguments go to pytest."""
    packages = (*checkout.WINDOW_LIBRARIES, *checkout.SCREEN_IN_MEMORY, *checkout.TEST_SERVICES)
    checkout.set_up(packages=packages)
    failed_checks = _failed_checks()
    COVERAGE_REPORT.parent.mkdir(exist_ok=True)
    COVERAGE_REPORT.unlink(missing_ok=True)
    workers = min(MOST_TEST_WORKERS, os.cpu_count() or 1)
    command = [PYTHON, "-m", "pytest", f"--numprocesses={workers}", "--dist=loadgroup"]
    command += ["--cov", "--cov-report=term:skip-covered", f"--cov-report=json:{COVERAGE_REPORT}"]
    with _quiet_environment() as environment:
        code, closing_line = _run_and_keep_last_line([*command, *arguments], environment)
    too_low = floors.below(COVERAGE_REPORT) if not arguments and COVERAGE_REPORT.exists() else []
    for sentence in (
        *too_low,
        *(f"check failed: {name}" for name in failed_checks),
        *_frozen_tried(arguments),
    ):
        print(sentence)
    print(closing_line, flush=True)
    return code or int(bool(failed_checks or too_low))


def _frozen_tried(arguments: Sequence[str]) -> list[str]:
    """Say how far the frozen program was tried in a run of all tests."""
    if arguments:
        return []
    linux = "frozen for Linux, --selftest run" if sys.platform.startswith("linux") else "not frozen here"
    lacks = wine_path_lacks()
    wine = f"left out: {lacks}" if lacks else "run with the setup in dist, made of these sources"
    return [f"frozen program: {linux}; Wine path {wine}"]


def check(arguments: Sequence[str]) -> int:
    """Run what judges the code without running it: format, lint, types, layers, translations."""
    argparse.ArgumentParser(prog="dev.py check", description=check.__doc__).parse_args(arguments)
    checkout.set_up()
    return int(bool(_failed_checks()))


def bench(arguments: Sequence[str]) -> int:
    """Measure NAME... with the scripts of benchmarks/; options after the names go to each of them."""
    names = list(itertools.takewhile(lambda argument: not argument.startswith("-"), arguments))
    passed_on = arguments[len(names) :]
    known = sorted(path.stem for path in (ROOT / "benchmarks").glob("[!_]*.py"))
    unknown = [name for name in names if name not in known]
    if not names or unknown:
        print(f"Name one or more of: {', '.join(known)}", file=sys.stderr)
        return 2
    packages = (*checkout.SECRET_SERVICE, *checkout.BENCH_FLOORS, *_screen_packages())
    checkout.set_up(packages=(*checkout.WINDOW_LIBRARIES, *packages))
    with _some_display() as environment:
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a start without bytecode is nobody's start
        codes = [
            run(PYTHON, "-m", f"benchmarks.{name}", *passed_on, environment=environment) for name in names
        ]
    return max(codes)


def lock(arguments: Sequence[str]) -> int:
    """Write requirements.lock anew from pyproject.toml; --upgrade takes the newest versions."""
    checkout.set_up()
    command = [script("uv"), "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--all-extras"]
    command += ["--python-version", "3.11", "--no-emit-index-url", "--no-emit-find-links"]
    command += ["--custom-compile-command", "python3 dev.py lock", "--output-file", "requirements.lock"]
    return run(*command, *arguments, "pyproject.toml")


def translate(arguments: Sequence[str]) -> int:
    """Bring translations/*.ts up to date with the sources, compile them and tell what is unfinished."""
    argparse.ArgumentParser(prog="dev.py translate", description=translate.__doc__).parse_args(arguments)
    checkout.set_up(with_translations=False)
    catalogues.update(scripts=SCRIPTS)
    catalogues.compile_all(scripts=SCRIPTS)
    return int(_report_untranslated() > 0)


def _failed_checks() -> list[str]:
    """Run every check to its end; return the names of those that failed."""
    checks: dict[str, Callable[[], int]] = {
        "format": lambda: run(PYTHON, "-m", "ruff", "format", "--check", "--quiet", "."),
        "lint": lambda: run(PYTHON, "-m", "ruff", "check", "--quiet", "."),
        "types": lambda: run(PYTHON, "-m", "mypy", "--no-error-summary"),
        "layers": lambda: run(script("lint-imports"), "--no-logo"),
        "translations": _report_untranslated,
    }
    failed = []
    for name, judge in checks.items():
        print(f"check: {name}", flush=True)
        if judge():
            failed.append(name)
    print(f"check: failed: {', '.join(failed)}" if failed else "check: all passed", flush=True)
    return failed


def _report_untranslated() -> int:
    """Print the faults of the catalogues, at most a screen for each; return how many there are."""
    lists = [catalogues.loose_calls(), catalogues.stale(scripts=SCRIPTS)]
    lists += [catalogues.faults(path) for path in sorted(catalogues.CATALOGUES.glob("qpost_*.ts"))]
    for found in lists:
        print(*found[:MOST_FAULTS_SHOWN], sep="\n", end="\n" if found else "")
        if len(found) > MOST_FAULTS_SHOWN:
            print(f"... and {len(found) - MOST_FAULTS_SHOWN} more of this kind or in this catalogue")
    return sum(map(len, lists))


def _screen_packages() -> tuple[str, ...]:
    return () if screen.has_display() else checkout.SCREEN_IN_MEMORY


@contextlib.contextmanager
def _some_display() -> Iterator[dict[str, str]]:
    """Yield an environment in which windows can open: the user's own display, or a screen in memory."""
    if screen.has_display():
        yield dict(os.environ)
        return
    with screen.screen_in_memory() as display:
        yield {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", **_utf8_locale()}


@contextlib.contextmanager
def _quiet_environment() -> Iterator[dict[str, str]]:
    """Yield an environment that leaves the user's display, session bus and locale out of the tests."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "QT_STYLE_OVERRIDE", "LANGUAGE")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as runtime:
        Path(runtime).chmod(0o700)
        yield {**kept, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": runtime, **_utf8_locale()}


def _utf8_locale() -> dict[str, str]:
    return (
        {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"} if sys.platform.startswith("linux") else {"PYTHONUTF8": "1"}
    )


def _run_and_keep_last_line(command: Sequence[object], environment: dict[str, str]) -> tuple[int, str]:
    """Run ``command`` showing its output as it comes; return its exit code and its last written line."""
    last = ""
    with subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            last = line.rstrip() or last
    return process.returncode, last


COMMANDS = {
    command.__name__: command for command in (demo, test, check, bench, build, verify, lock, translate)
}


def main(arguments: Sequence[str]) -> int:
    """Run one command; return its exit code, 3 when a person has to run the printed command first."""
    if not arguments or arguments[0] not in COMMANDS:
        print("Usage: python3 dev.py COMMAND [...]\n")
        for name, command in COMMANDS.items():
            print(f"  {name:10} {command.__doc__}")
        return 0 if arguments and arguments[0] in {"-h", "--help"} else 2
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except checkout.SetUpRefused as refusal:
        print(refusal, file=sys.stderr)
        return checkout.CANNOT_SET_UP
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main(sys.argv[1:]))
