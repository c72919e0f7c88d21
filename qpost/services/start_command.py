"""Why: the system keeps the line that starts this program in several places, each in its own writing."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_RESERVED = '"`$\\'
"""What the Desktop Entry Specification wants escaped inside a quoted argument."""


def start_command(*arguments: str) -> tuple[str, ...]:
    """Return how this very program is started with ``arguments``; frozen and installed alike."""
    if getattr(sys, "frozen", False):
        return (sys.executable, *arguments)
    python = Path(sys.executable)
    windowed = python.with_name("pythonw.exe")
    return (str(windowed if windowed.exists() else python), "-m", "qpost", *arguments)


def windows_line(command: Sequence[str]) -> str:
    """Write ``command`` as Windows reads it; the program stands in quotes, whatever its path."""
    return f'"{command[0]}" {subprocess.list2cmdline(command[1:])}'.rstrip()


def desktop_line(command: Sequence[str]) -> str:
    """Write ``command`` as the value of a desktop entry's ``Exec``."""
    return " ".join(_quoted(part) for part in command)


def is_outdated(line: str, wanted: str) -> bool:
    """Tell whether the kept ``line`` is to become ``wanted``.

    It is when its program is gone (it was moved) or is ours, started in another way (it was updated). A
    second Qpost, which is there and works, keeps its line.
    """
    if line == wanted:
        return False
    program = _program(line)
    is_ours = os.path.normcase(program) == os.path.normcase(_program(wanted))
    return is_ours or not program or shutil.which(program) is None


def _program(line: str) -> str:
    """Return the program a line starts, in either writing."""
    line = line.strip()
    if not line.startswith('"'):
        return line.partition(" ")[0].replace("%%", "%")
    program = line[1:].partition('" ')[0].removesuffix('"')
    if sys.platform == "win32":
        return program
    else:
        for char in _RESERVED:
            program = program.replace(f"\\\\{char}" if char != "\\" else "\\\\\\\\", char)
        return program.replace("%%", "%")


def _quoted(part: str) -> str:
    """Quote one argument as the Desktop Entry Specification demands, twice escaped for the file."""
    part = part.replace("%", "%%")
    if part == shlex.quote(part):
        return part
    escaped = "".join(f"\\{char}" if char in _RESERVED else char for char in part)
    return '"' + escaped.replace("\\", "\\\\") + '"'
