"""Why: the first instance has an address that only the same user can reach, and every start finds it."""

import hashlib
import logging
import os
import secrets
import stat
import sys
import tempfile
from pathlib import Path

from qpost.store.files import write_atomically

_ADDRESS_FILE = "instance"
_LONGEST_ADDRESS = 1000
_LONGEST_SOCKET_PATH = 90
"""In bytes: systems allow about 104, and Qt makes the socket in a folder of its own beside it first."""

_log = logging.getLogger(__name__)


def new_address(data_folder: Path) -> str | None:
    """Choose where the first instance of ``data_folder`` listens; None when no safe place is found.

    On Windows the name cannot be guessed, so nobody can wait there in our stead. Elsewhere it is a
    socket in a folder which belongs to this user and which nobody else can enter.
    """
    if sys.platform == "win32":
        return f"qpost-{secrets.token_hex(16)}"
    else:
        name = hashlib.sha256(os.fsencode(data_folder.resolve())).hexdigest()[:16]
        for folder in _private_folders():
            path = folder / name
            if len(os.fsencode(path)) <= _LONGEST_SOCKET_PATH and _is_made_private(folder):
                return str(path)
        return None


def publish_address(data_folder: Path, address: str) -> None:
    """Write down where the first instance listens; raises ``OSError``."""
    write_atomically(data_folder / _ADDRESS_FILE, os.fsencode(address))


def withdraw_address(data_folder: Path, address: str) -> None:
    """Nobody listens at ``address`` any more; what another instance wrote down stays. Raises ``OSError``."""
    if known_address(data_folder) == address:
        (data_folder / _ADDRESS_FILE).unlink(missing_ok=True)


def known_address(data_folder: Path) -> str | None:
    """Return where the first instance said it listens; it may be long gone."""
    try:
        with (data_folder / _ADDRESS_FILE).open("rb") as file:
            return os.fsdecode(file.read(_LONGEST_ADDRESS)) or None
    except (OSError, UnicodeDecodeError):
        return None


if sys.platform != "win32":

    def _private_folders() -> tuple[Path, ...]:
        own = os.environ.get("XDG_RUNTIME_DIR", "")
        shared = Path(tempfile.gettempdir()) / f"qpost-{os.getuid()}"
        return (Path(own) / "qpost", shared) if Path(own).is_absolute() else (shared,)

    def _is_made_private(folder: Path) -> bool:
        """Make ``folder`` unless it is there; True when it is ours and closed to everybody else."""
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            found = folder.lstat()
        except OSError as error:
            _log.info("%s cannot be used for the local socket: %s", folder, error.strerror)
            return False
        is_ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()
        return is_ours and not found.st_mode & 0o077
