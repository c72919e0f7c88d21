"""Why: the program may start together with the computer, when the seller wants it to."""

import logging
import sys
from pathlib import Path

from qpost.models.errors import StoreFault
from qpost.services.desktop_entry import read_group, read_text, with_value, xdg_config_home
from qpost.services.start_command import desktop_line, is_outdated, start_command, windows_line
from qpost.store.files import write_atomically

AUTOSTART_FAILED = "autostart-failed"
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED_KEY = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
"""Where Windows keeps what the user switched off in its own settings or its Task Manager."""
_ENTRY_NAME = "Qpost"
_ENTRY_FILE = "qpost.desktop"

_log = logging.getLogger(__name__)


class Autostart:
    """The system's own start-up entry for this user: Windows' Run key, or XDG autostart elsewhere."""

    def __init__(self, *, command: tuple[str, ...] = (), config_home: Path | None = None) -> None:
        self._command = command or start_command("--minimised")
        self._path = (config_home or xdg_config_home()) / "autostart" / _ENTRY_FILE

    def is_enabled(self) -> bool:
        """Tell whether the system really starts Qpost, which it does not when it was switched off there."""
        if sys.platform == "win32":
            return _registered() is not None and not _is_disapproved()
        else:
            entry = read_group(read_text(self._path) or "")
            is_off = entry.get("Hidden") == "true" or entry.get("X-GNOME-Autostart-enabled") == "false"
            return "Exec" in entry and not is_off

    def set_enabled(self, is_enabled: bool) -> None:
        """Add or remove the entry, and what the system was told against it.

        Raises ``StoreFault("autostart-failed")``.
        """
        try:
            if sys.platform == "win32":
                _register(windows_line(self._command) if is_enabled else None)
                _approve()
            elif is_enabled:
                write_atomically(self._path, self._entry().encode())
            else:
                self._path.unlink(missing_ok=True)
        except OSError as error:
            raise StoreFault(AUTOSTART_FAILED, error.strerror or type(error).__name__) from error

    def repair(self) -> bool:
        """Correct an entry that still names where the program was before; True when it did.

        An entry which is switched off stays so, and where there is none, none is made. Raises
        ``StoreFault("autostart-failed")``.
        """
        try:
            if sys.platform == "win32":
                wanted = windows_line(self._command)
                line = _registered()
                if line is None or not is_outdated(line, wanted):
                    return False
                _register(wanted)
            else:
                wanted = desktop_line(self._command)
                text = read_text(self._path)
                line = read_group(text or "").get("Exec")
                if text is None or line is None or not is_outdated(line, wanted):
                    return False
                write_atomically(self._path, with_value(text, "Exec", wanted).encode())
        except OSError as error:
            raise StoreFault(AUTOSTART_FAILED, error.strerror or type(error).__name__) from error
        _log.info("the start-up entry was corrected: it named another place")
        return True

    def _entry(self) -> str:
        return (
            "[Desktop Entry]\nType=Application\nName=Qpost\nIcon=qpost\n"
            f"Exec={desktop_line(self._command)}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n"
        )


if sys.platform == "win32":
    from qpost.services import registry

    def _registered() -> str | None:
        value = registry.read(RUN_KEY, _ENTRY_NAME)
        return value if isinstance(value, str) else None

    def _register(line: str | None) -> None:
        if line is None:
            registry.delete(RUN_KEY, _ENTRY_NAME)
        else:
            registry.write(RUN_KEY, _ENTRY_NAME, line)

    def _is_disapproved() -> bool:
        """Windows writes 02 or 06 for what starts and 03 or 07, with the time, for what was switched off."""
        value = registry.read(APPROVED_KEY, _ENTRY_NAME)
        return isinstance(value, bytes) and len(value) > 0 and value[0] % 2 == 1

    def _approve() -> None:
        """Take back what was said against it; Windows takes a missing value for consent."""
        registry.delete(APPROVED_KEY, _ENTRY_NAME)
