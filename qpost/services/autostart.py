"""Why: the program may start together with the computer, when the seller wants it to."""

import os
import shlex
import sys
from pathlib import Path

from qpost.models.errors import StoreFault
from qpost.store.files import write_atomically

AUTOSTART_FAILED = "autostart-failed"
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_ENTRY_NAME = "Qpost"
_ENTRY_FILE = "qpost.desktop"
_RESERVED = '"`$\\'
"""What the Desktop Entry Specification wants escaped inside a quoted argument."""


class Autostart:
    """The system's own start-up entry for this user: Windows' Run key, or XDG autostart elsewhere."""

    def __init__(self, *, command: tuple[str, ...] = (), config_home: Path | None = None) -> None:
        self._command = command or program_command()
        self._folder = (config_home or _config_home()) / "autostart"

    def is_enabled(self) -> bool:
        """Tell whether the system starts Qpost; an entry nobody can read counts as none."""
        if sys.platform == "win32":
            return _registered() is not None
        else:
            try:
                lines = (self._folder / _ENTRY_FILE).read_text(encoding="utf-8").splitlines()
            except (OSError, UnicodeDecodeError):
                return False
            return "Hidden=true" not in lines and any(line.startswith("Exec=") for line in lines)

    def set_enabled(self, is_enabled: bool) -> None:
        """Add or remove the entry; raises ``StoreFault("autostart-failed")`` and then changes nothing."""
        try:
            if sys.platform == "win32":
                _register(self._command if is_enabled else None)
            elif is_enabled:
                write_atomically(self._folder / _ENTRY_FILE, self._entry().encode())
            else:
                (self._folder / _ENTRY_FILE).unlink(missing_ok=True)
        except OSError as error:
            raise StoreFault(AUTOSTART_FAILED, error.strerror or type(error).__name__) from error

    def _entry(self) -> str:
        command = " ".join(_quoted(part) for part in self._command)
        return (
            "[Desktop Entry]\nType=Application\nName=Qpost\nIcon=qpost\n"
            f"Exec={command}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n"
        )


def program_command() -> tuple[str, ...]:
    """Return how this very program is started, minimised; frozen and installed alike."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "--minimised")
    python = Path(sys.executable)
    windowed = python.with_name("pythonw.exe")
    return (str(windowed if windowed.exists() else python), "-m", "qpost", "--minimised")


def _config_home() -> Path:
    kept = os.environ.get("XDG_CONFIG_HOME", "")
    return Path(kept) if Path(kept).is_absolute() else Path.home() / ".config"


def _quoted(part: str) -> str:
    """Quote one argument as the Desktop Entry Specification demands, twice escaped for the file."""
    part = part.replace("%", "%%")
    if part == shlex.quote(part):
        return part
    escaped = "".join(f"\\{char}" if char in _RESERVED else char for char in part)
    return '"' + escaped.replace("\\", "\\\\") + '"'


if sys.platform == "win32":
    import subprocess
    import winreg

    def _registered() -> str | None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
                value, _ = winreg.QueryValueEx(key, _ENTRY_NAME)
        except OSError:
            return None
        return str(value)

    def _register(command: tuple[str, ...] | None) -> None:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
            if command is not None:
                winreg.SetValueEx(key, _ENTRY_NAME, 0, winreg.REG_SZ, subprocess.list2cmdline(command))
            elif _registered() is not None:
                winreg.DeleteValue(key, _ENTRY_NAME)
