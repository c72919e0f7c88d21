"""Why: the seller's choices outlive the program, and a broken file never keeps it from starting."""

import errno
import logging
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec

from qpost.models.errors import StoreFault
from qpost.models.settings import Settings
from qpost.store.files import write_atomically

_log = logging.getLogger(__name__)


class SettingsFile:
    """One JSON file of :class:`Settings`; only the first :meth:`load` waits for the disk."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._kept: Settings | None = None

    def load(self) -> Settings:
        """Return the settings as this program last read or saved them.

        A file nobody can read is moved aside and defaults are returned.
        """
        kept = self._kept
        return self._read() if kept is None else kept

    def save(self, settings: Settings) -> None:
        """Replace the file in one step; raises ``StoreFault`` (full or read-only) and keeps the old one."""
        with self._lock:
            try:
                write_atomically(self._path, msgspec.json.format(msgspec.json.encode(settings), indent=2))
            except OSError as error:
                full = error.errno in (errno.ENOSPC, errno.EDQUOT)
                raise StoreFault(
                    StoreFault.FULL if full else StoreFault.READ_ONLY, error.strerror or ""
                ) from error
            self._kept = settings

    def update(self, change: Callable[[Settings], Settings]) -> Settings:
        """Save what ``change`` makes of the saved settings, and return it; no other change comes between."""
        with self._lock:
            changed = change(self._read())
            self.save(changed)
            return changed

    def _read(self) -> Settings:
        with self._lock:
            try:
                settings = msgspec.json.decode(self._path.read_bytes(), type=Settings)
            except FileNotFoundError:
                settings = Settings()
            except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
                if isinstance(error, OSError) and self._kept is not None:
                    return self._kept  # locked by another program for a moment: nothing is wrong with it
                _log.warning("settings are unreadable and start anew: %s", type(error).__name__)
                self._move_aside()
                settings = Settings()
            self._kept = settings
            return settings

    def _move_aside(self) -> None:
        try:
            self._path.replace(self._path.with_name(self._path.name + ".bad"))
        except OSError as error:
            _log.warning("the unreadable settings could not be moved aside: %s", error.strerror)
