"""Why: one encrypted file for reading and writing from any thread: transactions, format, faults."""

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TypeVar

from qpost.models.errors import StoreFault
from qpost.store.backups import back_up
from qpost.store.connecting import Connection, connect, faults_mapped, format_of
from qpost.store.migrations import MIGRATIONS

__all__ = ["Companion", "Connection", "Database"]

_Answer = TypeVar("_Answer")
_log = logging.getLogger(__name__)


class Companion(Protocol):
    """Follows the writes of a database, in step with its transactions."""

    def prepare(self, connection: Connection) -> None:
        """Take up what the transaction changed, before it is committed."""

    def commit(self) -> None:
        """The transaction is on the disk; never raises."""

    def rollback(self) -> None:
        """The transaction did not happen; never raises."""

    def close(self) -> None:
        """No transaction follows."""


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
        self._checking: Connection | None = None
        self._companion: Companion | None = None
        self._damage_told = False
        self._on_damage: Callable[[], None] = lambda: None
        self._closed = False
        with faults_mapped(path):
            if path is not None:
                _make_folder(path.parent)
            self._writer = self._open(writing=True)
            try:
                self._migrate(migrations)
            except BaseException:
                self._writer.close()
                raise

    @property
    def path(self) -> Path | None:
        """Where the file is; None in memory."""
        return self._path

    def accompany(self, companion: Companion) -> None:
        """Have ``companion`` follow every write from now on; it is closed with the database."""
        with self._writer_lock:
            self._companion = companion

    def on_damage(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` once, on the thread that comes across it, when the file proves damaged.

        At once when it did already.
        """
        with self._idle_lock:
            self._on_damage = listener
            is_late = self._damage_told
        if is_late:
            listener()

    def write(self, work: Callable[[Connection], _Answer]) -> _Answer:
        """Run ``work`` in one transaction: all of it is on the disk, or nothing happened.

        Called again within ``work`` it joins the transaction already under way.
        """
        with self._faults_told(), self._writer_lock:
            self._require_open()
            if self._writer_thread is not None:
                return work(self._writer)
            self._writer_thread = threading.get_ident()
            try:
                return self._transaction(work)
            finally:
                self._writer_thread = None

    def execute(self, sql: str, values: Sequence[str | int | bytes] = ()) -> None:
        """Run one statement in a transaction; its cursor ends with it.

        While one lives on, each that ends leaves a reference to it behind for good (apsw 3.54).
        """

        def work(connection: Connection) -> None:
            connection.execute(sql, tuple(values))

        self.write(work)

    def read(self, work: Callable[[Connection], _Answer]) -> _Answer:
        """Run ``work`` on one consistent state; within :meth:`write` it sees what was written so far."""
        if self._path is None or self._writer_thread == threading.get_ident():
            with self._faults_told(), self._writer_lock:
                self._require_open()
                return work(self._writer)
        with self._faults_told():
            connection = self._borrow()
            try:
                connection.execute("BEGIN")
                try:
                    return work(connection)
                finally:
                    connection.execute("ROLLBACK")
            finally:
                self._give_back(connection)

    def quick_check(self) -> bool:
        """Read every page and return whether the file is sound; slow, and cut short by :meth:`close`.

        Damage is told as when it is met by chance.
        """
        with self._faults_told():
            connection = self._open(writing=False)
            try:
                with self._idle_lock:
                    self._require_open()
                    self._checking = connection
                found = [str(line) for (line,) in connection.execute("PRAGMA quick_check(1)")]
                if found != ["ok"]:
                    raise StoreFault(StoreFault.DAMAGED, "; ".join(found), file=str(self._path))
                return True
            except StoreFault as error:
                if error.code != StoreFault.DAMAGED:
                    raise
                self._tell_damage()
                return False
            finally:
                with self._idle_lock:
                    self._checking = None
                connection.close()

    def close(self) -> None:
        """Close the file once the write under way is done; later calls raise ``StoreFault``."""
        with faults_mapped(self._path), self._writer_lock:
            with self._idle_lock:
                if self._closed:
                    return
                self._closed = True
                idle, self._idle = self._idle, []
                if self._checking is not None:
                    self._checking.interrupt()
            for connection in idle:
                connection.close()
            if self._companion is not None:
                self._companion.close()
            self._writer.close()

    def _transaction(self, work: Callable[[Connection], _Answer]) -> _Answer:
        companion = self._companion
        self._writer.execute("BEGIN IMMEDIATE")
        try:
            answer = work(self._writer)
            if companion is not None:
                companion.prepare(self._writer)
            self._writer.execute("COMMIT")
        except BaseException:
            if companion is not None:
                companion.rollback()
            if self._writer.in_transaction:
                self._writer.execute("ROLLBACK")
            raise
        if companion is not None:
            companion.commit()
        return answer

    @contextmanager
    def _faults_told(self) -> Iterator[None]:
        try:
            with faults_mapped(self._path):
                yield
        except StoreFault as error:
            if error.code == StoreFault.DAMAGED:
                self._tell_damage()
            raise

    def _tell_damage(self) -> None:
        with self._idle_lock:
            if self._damage_told:
                return
            self._damage_told = True
            listener = self._on_damage
        _log.error("the store is damaged")
        listener()

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
        connection = connect(self._path, self._key, writing=writing)
        try:
            connection.execute("PRAGMA foreign_keys=ON")
            if writing:
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("PRAGMA synchronous=FULL")
        except BaseException:
            connection.close()
            raise
        return connection

    def _migrate(self, migrations: Sequence[str]) -> None:
        """Apply the missing steps, all or none, after a backup of what is there."""
        writer = self._writer
        if format_of(writer) == len(migrations):
            return
        writer.execute("BEGIN IMMEDIATE")
        try:
            before = format_of(writer)  # another start may have been faster
            if before > len(migrations):
                raise StoreFault(
                    StoreFault.NEWER,
                    f"format {before}, this version knows {len(migrations)}",
                    file=str(self._path),
                )
            if before > 0 and self._path is not None and before < len(migrations):
                source = self._open(writing=False)  # sees what was committed before
                try:
                    back_up(source, self._path, self._key)
                finally:
                    source.close()
            for number, step in enumerate(migrations[before:], start=before + 1):
                writer.execute(step)
                writer.execute(f"PRAGMA user_version={number}")
                _log.info("the store is brought to format %d", number)
            writer.execute("COMMIT")
        except BaseException:
            if writer.in_transaction:
                writer.execute("ROLLBACK")
            raise


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StoreFault(StoreFault.READ_ONLY, error.strerror or "", file=str(folder)) from error
