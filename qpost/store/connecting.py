"""Why: one way to open an encrypted file and to name what a machine does to it."""

import random
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from qpost.models.errors import StoreFault

Connection = apsw.Connection

BUSY_TIMEOUT_S = 5.0
_LONGEST_PAUSE_S = 0.02
CACHE_KIB = 8192
_IN_MEMORY = ":memory:"
_ROOM_BYTES = 256 * 1024
"""With less than this a file system is full for SQLite: even the index of its journal takes 32 KiB."""

_FAULTS: tuple[tuple[type[apsw.Error], str], ...] = (
    (apsw.FullError, StoreFault.FULL),
    (apsw.ReadOnlyError, StoreFault.READ_ONLY),
    (apsw.CantOpenError, StoreFault.READ_ONLY),
    (apsw.PermissionsError, StoreFault.READ_ONLY),
    (apsw.CorruptError, StoreFault.DAMAGED),
    (apsw.NotADBError, StoreFault.DAMAGED),
    (apsw.BusyError, StoreFault.LOCKED),
    (apsw.LockedError, StoreFault.LOCKED),
    (apsw.IOError, StoreFault.FAILED),
    (apsw.NoMemError, StoreFault.FAILED),
    (apsw.InterruptError, StoreFault.FAILED),
    (apsw.ConnectionClosedError, StoreFault.FAILED),
)


@contextmanager
def faults_mapped(path: Path | None) -> Iterator[None]:
    """Turn what a machine does to a database into ``StoreFault``; wrong SQL stays the bug it is."""
    try:
        yield
    except apsw.Error as error:
        for kind, code in _FAULTS:
            if isinstance(error, kind):
                told = _cause(code, path)
                raise StoreFault(told, str(error), file="" if path is None else str(path)) from error
        raise


def connect(path: Path | None, key: bytes | None, *, writing: bool) -> Connection:
    """Open a file (memory when None), made when ``writing`` and absent; a wrong key shows here."""
    flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE if writing else apsw.SQLITE_OPEN_READONLY
    connection = apsw.Connection(_IN_MEMORY if path is None else str(path), flags=flags)
    try:
        unlock(connection, None if path is None else key)
        connection.set_busy_handler(_Patience())
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
    except BaseException:
        connection.close()
        raise
    return connection


class _Patience:
    """Lets a connection try again for a while when another program or thread has the lock.

    SQLite's own timeout leaves the waiting to the system, and not every system wakes a waiter in time.
    """

    def __init__(self) -> None:
        self._since_s = 0.0

    def __call__(self, tries: int) -> bool:
        now_s = time.monotonic()
        if tries == 0:
            self._since_s = now_s
        time.sleep(random.uniform(_LONGEST_PAUSE_S / 10, _LONGEST_PAUSE_S))  # noqa: S311 - fairness
        return now_s - self._since_s < BUSY_TIMEOUT_S


def unlock(connection: Connection, key: bytes | None) -> None:
    """Give a fresh connection its key; None leaves the file plain."""
    if key is not None:
        connection.execute("PRAGMA cipher='chacha20'")
        connection.execute(f'PRAGMA key="raw:{key.hex()}"')


def format_of(connection: Connection) -> int:
    """Return how many migration steps the file has seen."""
    version: int = connection.pragma("user_version")
    return version


def parts_of(path: Path) -> tuple[Path, ...]:
    """Return the database file and the files SQLite keeps beside it, the journal first."""
    return tuple(path.with_name(path.name + suffix) for suffix in ("-wal", "-shm", "-journal", ""))


def _cause(code: str, path: Path | None) -> str:
    """Tell a full disk from other faults of reading and writing: SQLite names it only when it writes rows."""
    if code not in (StoreFault.FAILED, StoreFault.READ_ONLY) or path is None:
        return code
    try:
        is_full = shutil.disk_usage(path.parent).free < _ROOM_BYTES
    except OSError:
        return code
    return StoreFault.FULL if is_full else code
