"""Why: the one owner of the SQLite driver: opening, encryption, transactions and its errors."""

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import apsw

from qpost.models.errors import StoreFault
from qpost.store.migrations import MIGRATIONS

Connection = apsw.Connection
"""What repositories speak SQL to; they get it from :meth:`Database.read` and :meth:`Database.write`."""

BUSY_TIMEOUT_MS = 5000
CACHE_KIB = 8192
_IN_MEMORY = ":memory:"

_Answer = TypeVar("_Answer")
_log = logging.getLogger(__name__)

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
    (apsw.ConnectionClosedError, StoreFault.FAILED),
)


@contextmanager
def _faults_mapped() -> Iterator[None]:
    """Turn what a machine does to a database into ``StoreFault``; wrong SQL stays the bug it is."""
    try:
        yield
    except apsw.Error as error:
        for kind, code in _FAULTS:
            if isinstance(error, kind):
                raise StoreFault(code, str(error)) from error
        raise


class Database:
    """One encrypted file, or memory when ``path`` is None; safe to use from any thread.

    ``key`` is 32 raw bytes; None leaves the file plain (memory, tests). A commit is on the disk when
    :meth:`write` returns. Raises ``StoreFault``: ``store-newer`` for a file a later version wrote,
    ``store-damaged`` also for a wrong key.
    """

    def __init__(
        self, path: Path | None, key: bytes | None, *, migrations: Sequence[str] = MIGRATIONS
    ) -> None:
        self._path = path
        self._key = key
        self._writer_lock = threading.RLock()
        self._writer_thread: int | None = None
        self._idle_lock = threading.Lock()
        self._idle: list[Connection] = []
        self._closed = False
        with _faults_mapped():
            if path is not None:
                _make_folder(path.parent)
            self._writer = self._open(writing=True)
            try:
                _migrate(self._writer, migrations)
            except BaseException:
                self._writer.close()
                raise

    @property
    def path(self) -> Path | None:
        """Where the file is; None in memory."""
        return self._path

    def write(self, work: Callable[[Connection], _Answer]) -> _Answer:
        """Run ``work`` in one transaction: all of it is on the disk, or nothing happened.

        Called again within ``work`` it joins the transaction already under way.
        """
        with _faults_mapped(), self._writer_lock:
            self._require_open()
            if self._writer_thread is not None:
                return work(self._writer)
            self._writer_thread = threading.get_ident()
            try:
                self._writer.execute("BEGIN IMMEDIATE")
                try:
                    answer = work(self._writer)
                    self._writer.execute("COMMIT")
                except BaseException:
                    if self._writer.in_transaction:
                        self._writer.execute("ROLLBACK")
                    raise
                return answer
            finally:
                self._writer_thread = None

    def read(self, work: Callable[[Connection], _Answer]) -> _Answer:
        """Run ``work`` on one consistent state; within :meth:`write` it sees what was written so far."""
        if self._path is None or self._writer_thread == threading.get_ident():
            with _faults_mapped(), self._writer_lock:
                self._require_open()
                return work(self._writer)
        with _faults_mapped():
            connection = self._borrow()
            try:
                connection.execute("BEGIN")
                try:
                    return work(connection)
                finally:
                    connection.execute("ROLLBACK")
            finally:
                self._give_back(connection)

    def close(self) -> None:
        """Close the file once the write under way is done; later calls raise ``StoreFault``."""
        with _faults_mapped(), self._writer_lock:
            with self._idle_lock:
                if self._closed:
                    return
                self._closed = True
                idle, self._idle = self._idle, []
            for connection in idle:
                connection.close()
            self._writer.close()

    def _require_open(self) -> None:
        if self._closed:
            raise StoreFault(StoreFault.FAILED, "the store is closed")

    def _borrow(self) -> Connection:
        with self._idle_lock:
            self._require_open()
            if self._idle:
                return self._idle.pop()
        return self._open(writing=False)

    def _give_back(self, connection: Connection) -> None:
        with self._idle_lock:
            if not self._closed:
                self._idle.append(connection)
                return
        connection.close()

    def _open(self, *, writing: bool) -> Connection:
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE if writing else apsw.SQLITE_OPEN_READONLY
        connection = apsw.Connection(_IN_MEMORY if self._path is None else str(self._path), flags=flags)
        try:
            if self._key is not None and self._path is not None:
                connection.execute("PRAGMA cipher='chacha20'")
                connection.execute(f'PRAGMA key="raw:{self._key.hex()}"')
            connection.set_busy_timeout(BUSY_TIMEOUT_MS)
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()  # a wrong key shows here
            connection.execute("PRAGMA temp_store=MEMORY")
            connection.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
            connection.execute("PRAGMA foreign_keys=ON")
            if writing:
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("PRAGMA synchronous=FULL")
        except BaseException:
            connection.close()
            raise
        return connection


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StoreFault(StoreFault.READ_ONLY, error.strerror or "") from error


def _migrate(connection: Connection, migrations: Sequence[str]) -> None:
    """Apply the missing steps, each in its own transaction."""
    if _version(connection) > len(migrations):
        raise StoreFault(
            StoreFault.NEWER, f"format {_version(connection)}, this version knows {len(migrations)}"
        )
    for number, step in enumerate(migrations, start=1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if _version(connection) < number:  # another start may have been faster
                connection.execute(step)
                connection.execute(f"PRAGMA user_version={number}")
                _log.info("the store is at format %d", number)
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def _version(connection: Connection) -> int:
    version: int = connection.pragma("user_version")
    return version
