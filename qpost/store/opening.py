"""Why: whatever a crash, a full disk or a worn-out one left of an account's file, the program opens.

What cannot be had again (drafts, unsent replies) is read whole before use: a few rows. The cache, which
may be gigabytes, is only checked afterwards, on the side, and only when the program did not end properly.
"""

import logging
from datetime import datetime
from pathlib import Path

import apsw
from msgspec import Struct

from qpost.models.errors import StoreFault
from qpost.models.events import StoreRecovered
from qpost.store.connecting import Connection, connect, faults_mapped, format_of
from qpost.store.database import Database
from qpost.store.letters import TABLES, CopyState, LetterCopy, copy_path, rows_of, serial_of, state_of
from qpost.store.process_lock import OpenMark
from qpost.store.rebuild import finish, rebuild, suspect_path

WAIT_FOR_OTHERS_S = 10.0

_WALKS = (
    "SELECT * FROM outbox WHERE state <> 'sent'",
    "SELECT count(*) FROM outbox INDEXED BY outbox_inquiry",
    "SELECT count(*) FROM outbox INDEXED BY sqlite_autoindex_outbox_1",
    "SELECT * FROM sqlite_sequence",
    "SELECT sha256 FROM file_bytes",
    "SELECT length(content) FROM file_bytes NOT INDEXED",
)
"""What a check of these tables would do as well, without all the replies ever sent and the bytes of files."""

_log = logging.getLogger(__name__)


class Opened(Struct, frozen=True):
    """An open database; ``recovered`` when it had to be made anew.

    ``is_check_due``: the program did not end properly, so the cache deserves a look on the side.
    """

    database: Database
    mark: OpenMark
    recovered: StoreRecovered | None
    is_check_due: bool


def open_database(path: Path, key: bytes | None, *, now: datetime) -> Opened:
    """Open the account's file, made anew when it is damaged; raises ``StoreFault`` for all else."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StoreFault(StoreFault.READ_ONLY, error.strerror or "", file=str(path.parent)) from error
    mark = OpenMark(path.with_suffix(".open"))
    try:
        if not mark.is_alone:
            mark.share(within_s=WAIT_FOR_OTHERS_S)
            return Opened(_open_sound(path, key), mark, None, is_check_due=False)
        finish(path)
        was_unclean = _has_journal(path)
        database, recovered = _open_or_rebuild(path, key, now=now, was_unclean=was_unclean)
        mark.share(within_s=WAIT_FOR_OTHERS_S)
        return Opened(database, mark, recovered, is_check_due=was_unclean and recovered is None)
    except BaseException:
        mark.close()
        raise


def _open_or_rebuild(
    path: Path, key: bytes | None, *, now: datetime, was_unclean: bool
) -> tuple[Database, StoreRecovered | None]:
    if not suspect_path(path).exists():
        is_unsure = was_unclean and _is_unreadable(copy_path(path), key)
        try:
            database = _open_sound(path, key)
        except StoreFault as error:
            if error.code != StoreFault.DAMAGED:
                raise
            _log.warning("the store is damaged: %s", error.detail)
        else:
            return database, _unsure(database, path) if is_unsure else None
    recovered = rebuild(path, key, now=now, was_unclean=was_unclean)
    return _open_sound(path, key), recovered


def _open_sound(path: Path, key: bytes | None) -> Database:
    """Open a database whose letters are all readable and the newest there are; else ``store-damaged``."""
    database = Database(path, key)
    copy = LetterCopy(copy_path(path), key)
    try:
        database.write(lambda connection: _compare(connection, copy, path, key))
        copy.commit()
        with faults_mapped(path):
            database.write(copy.watch)
        database.accompany(copy)
    except BaseException:
        copy.close()
        database.close()
        raise
    return database


def _compare(connection: Connection, copy: LetterCopy, path: Path, key: bytes | None) -> None:
    """Read every letter once, under the writer's lock; make the copy anew when it does not agree."""
    _require_sound(connection, path)
    wanted = CopyState(serial_of(connection), format_of(connection))
    kept, is_whole = _copy_state(copy_path(path), key)
    if kept is not None and kept.serial > wanted.serial:
        raise StoreFault(
            StoreFault.DAMAGED, f"at {wanted.serial} although {kept.serial} was written", file=str(path)
        )
    if kept != wanted or not is_whole:
        copy.refill(connection)


def _require_sound(connection: Connection, path: Path) -> None:
    """Read whatever a letter is read or written by; raises ``store-damaged``, as SQLite may by itself."""
    for name in ("draft", "file_use", "document"):
        found = [str(line) for (line,) in connection.execute(f"PRAGMA quick_check('{name}')")]
        if found != ["ok"]:
            raise StoreFault(StoreFault.DAMAGED, "; ".join(found), file=str(path))
    for sql in _WALKS:
        for _ in connection.execute(sql):
            pass


def _copy_state(path: Path, key: bytes | None) -> tuple[CopyState | None, bool]:
    """Return the state of the second file, None when there is none, and whether every row can be read."""
    state: CopyState | None = None
    if not path.exists():
        return None, False
    try:
        connection = connect(path, key, writing=True)
        try:
            state = state_of(connection)
            if state is not None:
                for table in TABLES:
                    if table.name != "file_bytes":  # as large as the files are
                        rows_of(connection, table)
                connection.execute("SELECT length(content) FROM file_bytes").fetchall()
            return state, True
        finally:
            connection.close()
    except apsw.Error as error:
        _log.warning("the second copy of drafts and outbox is damaged: %s", type(error).__name__)
        return state, False


def _is_unreadable(path: Path, key: bytes | None) -> bool:
    return path.exists() and path.stat().st_size > 0 and _copy_state(path, key)[0] is None


def _has_journal(path: Path) -> bool:
    """Say whether the database was left without being closed."""
    journal = path.with_name(path.name + "-wal")
    return journal.exists() and journal.stat().st_size > 0


def _unsure(database: Database, path: Path) -> StoreRecovered:
    """Report that the last writes before a crash may be missing: the one witness of them is damaged."""
    drafts, replies = database.read(
        lambda c: (
            c.execute("SELECT count(*) FROM draft").get,
            c.execute("SELECT count(*) FROM outbox WHERE state <> 'sent'").get,
        )
    )
    return StoreRecovered(file=str(path), kept_as="", drafts=drafts, replies=replies, is_complete=False)
