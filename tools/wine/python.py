"""Why: a Windows Python is made from what a package index has, so that Linux can freeze for Windows.

It is for looking at the program; releases are built by the same command on Windows with python.org's Python.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from tools.checkout import LOCK, PYTHON
from tools.wine.prefix import COMPILER, SOURCES, Prefix, WineFailed

FOLDER = "Python311"
_MADE_FOR = (3, 11)
_LEFT_OUT = frozenset(
    {
        "__pycache__",
        "site-packages",
        "lib-dynload",
        "test",
        "tests",
        "turtledemo",
        "idlelib",
        "lib2to3",
        "tkinter",
    }
)
_FROM_THE_SYSTEM = ("api-ms-", "vcruntime", "tcl", "tk", "_tkinter")
_RUNTIME = re.compile(r"PySide6/(vcruntime140(_1)?|msvcp140)\.dll")


def make_python(prefix: Prefix, project: Path) -> None:
    """Put CPython onto the prefix's drive and a ``.venv`` of it into ``project``; raises ``WineFailed``."""
    if sys.version_info[:2] != _MADE_FOR:
        raise WineFailed(
            "Building for Windows takes Python 3.11 here, whose pure modules are copied; "
            f"this is {sys.version_info[0]}.{sys.version_info[1]}."
        )
    target = prefix.drive / FOLDER
    with tempfile.TemporaryDirectory(prefix="qpost-wine-") as place:
        _download(Path(place))
        _copy_library(target / "Lib")
        _unpack(Path(place), target)
        _write_stable_abi(target, Path(place))
        _compile_launchers(target, Path(place))
        _make_venv(prefix, target, project / ".venv", wheels=Path(place))
    ended = prefix.run(
        project / ".venv" / "Scripts" / "python.exe", "-c", "import pip, ssl, ctypes, sqlite3, lzma"
    )
    if ended.code:
        raise WineFailed(f"the Python made for Windows does not run: {ended.output}")


def _download(folder: Path) -> None:
    """Fetch the wheels Windows' files are taken from, each checked against its hash."""
    wanted, python = folder / "wanted.txt", (SOURCES / "requirements.txt").read_text(encoding="utf-8")
    wanted.write_text(python + _locked("pyside6-essentials") + _locked("pip"), encoding="utf-8")
    command = [PYTHON, "-m", "pip", "--quiet", "--disable-pip-version-check", "download", "--no-deps"]
    command += ["--require-hashes", "--only-binary=:all:", "--platform=win_amd64", "--python-version=3.11"]
    command += ["--implementation=cp", "--dest", folder, "--requirement", wanted]
    _run(command)


def _locked(name: str) -> str:
    """Return the lines of one package in the lock, hashes included."""
    kept: list[str] = []
    for line in LOCK.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.startswith(f"{name}==") or (kept and line.startswith("    --hash=")):
            kept.append(line)
        elif kept:
            break
    return "".join(kept)


def _copy_library(target: Path) -> None:
    """Copy the standard library as far as it is Python; it is the same on every system."""

    def ignored(folder: str, names: list[str]) -> set[str]:
        foreign = {name for name in names if name.endswith(".so") or name.startswith("config-3")}
        return foreign | (_LEFT_OUT & set(names))

    shutil.copytree(sysconfig.get_paths()["stdlib"], target, ignore=ignored, dirs_exist_ok=True)


def _unpack(wheels: Path, target: Path) -> None:
    (target / "DLLs").mkdir(parents=True, exist_ok=True)
    for wheel in wheels.glob("panda3d-*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            for entry in archive.infolist():
                name = entry.filename.removeprefix("deploy_libs/")
                if name == entry.filename or "/" in name or name.lower().startswith(_FROM_THE_SYSTEM):
                    continue
                folder = target if name == "python311.dll" else target / "DLLs"
                (folder / name).write_bytes(archive.read(entry))
    for wheel in wheels.glob("[Pp]y[Ss]ide6_*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            for entry in archive.infolist():
                if _RUNTIME.fullmatch(entry.filename):
                    (target / Path(entry.filename).name).write_bytes(archive.read(entry))


def _make_venv(prefix: Prefix, python: Path, venv: Path, *, wheels: Path) -> None:
    """Make by hand what ``python -m venv`` makes: Debian's standard library brings no pip to put into it."""
    scripts, packages = venv / "Scripts", venv / "Lib" / "site-packages"
    for folder in (scripts, packages):
        folder.mkdir(parents=True, exist_ok=True)
    for path in (*python.glob("*.exe"), *python.glob("*.dll")):
        shutil.copy2(path, scripts)
    home = f"home = {prefix.windows_path(python)}\n"
    (venv / "pyvenv.cfg").write_text(
        home + "include-system-site-packages = false\nversion = 3.11.9\n", encoding="utf-8"
    )
    for wheel in wheels.glob("pip-*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(packages)


def _write_stable_abi(target: Path, work: Path) -> None:
    """Write python3.dll, which forwards everything to python311.dll; wheels for abi3 are linked to it."""
    described = _run(["gendef", "-", target / "python311.dll"])
    lines = ["LIBRARY python3.dll", "EXPORTS"]
    for line in described.split("EXPORTS", 1)[1].splitlines():
        name, *rest = line.split() or [""]
        if name.startswith(("Py", "_Py")):
            lines.append(f"  {name} = python311.{name}{' DATA' if 'DATA' in rest else ''}")
    definition = work / "python3.def"
    definition.write_text("\n".join(lines) + "\n", encoding="ascii")
    _run([COMPILER, "-shared", "-nostdlib", "-s", "-Wl,--entry=0", "-o", target / "python3.dll", definition])


def _compile_launchers(target: Path, work: Path) -> None:
    script, resource = work / "launcher.rc", work / "launcher.res"
    script.write_text(f'1 24 "{SOURCES / "python.manifest"}"\n', encoding="utf-8")
    _run(["x86_64-w64-mingw32-windres", script, "-O", "coff", "-o", resource])
    for name, words in (("python", ()), ("pythonw", ("-mwindows", "-DWINDOWED"))):
        flags = ("-O2", "-s", "-municode", *words)
        _run([COMPILER, *flags, "-o", target / f"{name}.exe", SOURCES / "launcher.c", resource])


def _run(command: Sequence[object]) -> str:
    ended = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, errors="replace", check=False
    )
    if ended.returncode:
        raise WineFailed(f"{command[0]} ended with {ended.returncode}: {ended.stdout}{ended.stderr}")
    return ended.stdout
