"""Why: the same trial runs on a real Windows and under Wine; what both can do is named here."""

from __future__ import annotations

import contextlib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from tools.wine.prefix import Ended

_VALUE = re.compile(r"^\s{2,}(?P<name>.*?)\s{4}REG_\w+\s{4}(?P<data>.*)$")


class Computer(Protocol):
    """A Windows, real or Wine's."""

    def switched_on(self) -> contextlib.AbstractContextManager[None]:
        """Let programs run in it as long as the block lasts."""

    def run(self, *command: object, limit_s: float = 600.0, said: str = "") -> Ended:
        """Run a program to its end, ``said`` to its standard input."""

    def start(self, *command: object) -> subprocess.Popen[bytes]:
        """Start a program and do not wait for it."""

    def runs(self, program: str) -> bool:
        """Tell whether a program of that file name runs."""

    def windows_path(self, path: Path) -> str:
        """Return what its programs call ``path``."""

    def local_path(self, path: str) -> Path:
        """Return where we find what its programs call ``path``."""


class ThisWindows:
    """The very Windows this runs on; what is installed is installed for the user who runs it."""

    @contextlib.contextmanager
    def switched_on(self) -> Iterator[None]:
        """It is on."""
        yield

    def run(self, *command: object, limit_s: float = 600.0, said: str = "") -> Ended:
        """Run a program to its end, ``said`` to its standard input."""
        ended = subprocess.run(
            [str(part) for part in command],
            input=said,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=limit_s,
            text=True,
            errors="replace",
            check=False,
        )
        return Ended(ended.returncode, ended.stdout)

    def start(self, *command: object) -> subprocess.Popen[bytes]:
        """Start a program and do not wait for it."""
        quiet = subprocess.DEVNULL
        return subprocess.Popen([str(part) for part in command], stdin=quiet, stdout=quiet, stderr=quiet)

    def runs(self, program: str) -> bool:
        """Tell whether a program of that file name runs."""
        return program.lower() in self.run("tasklist.exe").output.lower()

    def windows_path(self, path: Path) -> str:
        """Return ``path`` as it is."""
        return str(path.resolve())

    def local_path(self, path: str) -> Path:
        """Return ``path`` as it is."""
        return Path(path)


def variable(computer: Computer, name: str) -> str:
    """Return a variable of the user's environment, such as LOCALAPPDATA."""
    return computer.run("cmd.exe", "/c", "echo", f"%{name}%").output.strip().strip('"')


def registry(computer: Computer, key: str) -> dict[str, str]:
    """Return the values of a key below HKEY_CURRENT_USER; empty when there is no such key."""
    answer = computer.run("reg.exe", "query", f"HKCU\\{key}")
    if answer.code:
        return {}
    found = (_VALUE.match(line) for line in answer.output.splitlines())
    return {value["name"]: value["data"] for value in found if value is not None}


def whole_registry(computer: Computer, key: str) -> set[str]:
    """Return every key and value below ``key`` of HKEY_CURRENT_USER, a line each."""
    section, lines = "", set[str]()
    for line in computer.run("reg.exe", "query", f"HKCU\\{key}", "/s").output.splitlines():
        if line.startswith("HKEY"):
            section = line.strip()
            lines.add(section)
        elif line.strip():
            lines.add(f"{section} {line.strip()}")
    return lines


def files_below(folder: Path) -> dict[str, int]:
    """Return the size of every file below ``folder``, by its path from there."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in folder.rglob("*")
        if path.is_file()
    }
