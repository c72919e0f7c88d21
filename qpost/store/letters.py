"""Why: what only this machine has (drafts, unsent replies) lies in two files: damage to one costs nothing.

The database is the truth; the second file follows it, transaction by transaction, and is read again only
when the database is damaged or has lost what was committed to it. A number that grows with every
such transaction stands in both and says which of them is the newer.
"""

import logging
from collections.abc import Iterable, Sequence
from pathlib import Path

import apsw
import msgspec
from msgspec import Struct

from qpost.store.connecting import Connection, connect, format_of, parts_of

Value = str | int | float | bytes | None
Row = dict[str, Value]
Rows = dict[str, list[Row]]

_log = logging.getLogger(__name__)


class Table(Struct, frozen=True):
    """A table whose rows are kept twice: by ``key``, as far as ``where`` holds."""

    name: str
    key: tuple[str, ...]
    where: str = "1"

    @property
    def by_key(self) -> str:
        """The condition that finds one row."""
        return " AND ".join(f"{column} = ?" for column in self.key)


_DOCUMENTS = (
    "kind NOT IN ('order', 'item', 'letters', 'item-points', 'item-shipping', 'ledger', 'charge-history')"
)
TABLES = (
    Table("document", ("kind", "name"), _DOCUMENTS),
    Table("draft", ("inquiry_id",)),
    Table("outbox", ("id",), "state <> 'sent'"),
    Table("file_bytes", ("sha256",)),
    Table("file_use", ("owner", "sha256")),
)
"""Drafts and unsent writes with their files; templates, shops and the like besides, for the offline hours."""

_SERIAL = ("letters", "serial")


def copy_path(database: Path) -> Path:
    """Return where the second file of the database at ``database`` is."""
    return database.with_suffix(".letters")


def serial_of(connection: Connection) -> int:
    """Return the number of the last transaction that changed a letter; 0 when there was none."""
    for (data,) in connection.execute("SELECT data FROM document WHERE kind = ? AND name = ?", _SERIAL):
        return msgspec.msgpack.decode(data, type=int)
    return 0


def set_serial(connection: Connection, serial: int) -> None:
    """Keep the number of the transaction under way."""
    connection.execute(
        "INSERT OR REPLACE INTO document VALUES (?, ?, ?, 0)", (*_SERIAL, msgspec.msgpack.encode(serial))
    )


def rows_of(
    connection: Connection, table: Table, where: str = "1", values: Sequence[Value] = ()
) -> list[Row]:
    """Return the rows of ``table`` that are kept twice and match, columns by name."""
    sql = f"SELECT * FROM {table.name} WHERE ({table.where}) AND ({where})"  # noqa: S608
    names: list[str] = []
    found: list[Row] = []
    cursor = connection.cursor()
    for row in cursor.execute(sql, tuple(values)):
        names = names or [column[0] for column in cursor.get_description()]
        found.append(dict(zip(names, row, strict=True)))
    return found


def all_rows(connection: Connection) -> Rows:
    """Return everything that is kept twice."""
    return {table.name: rows_of(connection, table) for table in TABLES}


def insert(connection: Connection, table: str, row: Row) -> None:
    """Put a row in the place of the one with the same key."""
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    connection.execute(f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))  # noqa: S608


class CopyState(Struct, frozen=True):
    """Which state of a database a copy holds."""

    serial: int
    format: int


def state_of(copy: Connection) -> CopyState | None:
    """Return what the second file holds; None for one that was never filled."""
    if not copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'copy_state'").fetchall():
        return None
    for serial, number in copy.execute("SELECT serial, format FROM copy_state"):
        return CopyState(serial, number)
    return None


class LetterCopy:
    """The second file. What goes wrong with it is logged, never raised: the database has it all."""

    def __init__(self, path: Path, key: bytes | None) -> None:
        self._path = path
        self._key = key
        self._copy: Connection | None = None

    def watch(self, connection: Connection) -> None:
        """Have every change of a letter made through ``connection`` remembered until its commit."""
        connection.execute(
            "CREATE TEMP TABLE letter_change (kept TEXT, first TEXT, second TEXT,"
            " PRIMARY KEY (kept, first, second)) WITHOUT ROWID"
        )
        for table in TABLES:
            for event, side in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old")):
                keys = [f"{side}.{column}" for column in table.key]
                second = keys[1] if len(keys) > 1 else "''"
                when = f"WHEN {side}.{_DOCUMENTS}" if table.name == "document" else ""
                connection.execute(
                    f"CREATE TEMP TRIGGER {table.name}_{event} AFTER {event} ON main.{table.name} {when}"  # noqa: S608
                    " BEGIN INSERT OR IGNORE INTO letter_change"
                    f" VALUES ('{table.name}', {keys[0]}, {second}); END"
                )

    def prepare(self, connection: Connection) -> None:
        """Bring the copy to what the transaction under way on ``connection`` will have made."""
        changes = connection.execute("SELECT kept, first, second FROM letter_change").fetchall()
        if not changes:
            return
        connection.execute("DELETE FROM letter_change")
        before = serial_of(connection)
        set_serial(connection, before + 1)
        after = CopyState(before + 1, format_of(connection))
        if self._state() == CopyState(before, after.format):
            self._apply(_changed(connection, changes), after)
        else:
            self._fill(connection, after)

    def refill(self, connection: Connection) -> None:
        """Make the copy anew from what ``connection`` sees, within its transaction."""
        self._fill(connection, CopyState(serial_of(connection), format_of(connection)))

    def commit(self) -> None:
        """Put on the disk what was prepared."""
        if self._copy is not None and self._copy.in_transaction:
            try:
                self._copy.execute("COMMIT")
            except apsw.Error as error:
                self._give_up(error)

    def rollback(self) -> None:
        """Forget what was prepared."""
        if self._copy is not None and self._copy.in_transaction:
            try:
                self._copy.execute("ROLLBACK")
            except apsw.Error as error:
                self._give_up(error)

    def close(self) -> None:
        """Close the file."""
        copy, self._copy = self._copy, None
        if copy is not None:
            copy.close()

    def _state(self) -> CopyState | None:
        try:
            return state_of(self._opened())
        except apsw.Error as error:
            self._give_up(error)
            return None

    def _opened(self) -> Connection:
        if self._copy is None:
            self._copy = connect(self._path, self._key, writing=True)
            self._copy.execute("PRAGMA journal_mode=PERSIST")  # a third of the waiting of DELETE
            self._copy.execute("PRAGMA synchronous=NORMAL")
        return self._copy

    def _apply(self, changed: Iterable[tuple[Table, tuple[Value, ...], list[Row]]], after: CopyState) -> None:
        try:
            copy = self._opened()
            copy.execute("BEGIN IMMEDIATE")
            for table, key, rows in changed:
                copy.execute(f"DELETE FROM {table.name} WHERE {table.by_key}", key)  # noqa: S608
                for row in rows:
                    insert(copy, table.name, row)
            copy.execute("UPDATE copy_state SET serial = ?", (after.serial,))
        except apsw.Error as error:
            self._give_up(error)

    def _fill(self, connection: Connection, after: CopyState) -> None:
        rows, names = all_rows(connection), ", ".join(f"'{table.name}'" for table in TABLES)
        tables = [
            str(sql)
            for (sql,) in connection.execute(
                f"SELECT sql FROM sqlite_master WHERE type = 'table' AND name IN ({names})"  # noqa: S608
            )
        ]
        for _ in range(2):  # the second time without the file that was in the way
            try:
                _write_all(self._opened(), tables, rows, after)
            except apsw.Error as error:
                self._give_up(error)
            else:
                return

    def _give_up(self, error: apsw.Error) -> None:
        """Remove the copy, which no longer follows: an old one must never pass for the newest."""
        _log.warning("the second copy of drafts and outbox is given up for now: %s", type(error).__name__)
        self.close()
        try:
            for part in parts_of(self._path):
                part.unlink(missing_ok=True)
        except OSError as stuck:
            _log.warning("the second copy could not be removed: %s", stuck.strerror)


def _write_all(copy: Connection, tables: Sequence[str], rows: Rows, state: CopyState) -> None:
    copy.execute("BEGIN IMMEDIATE")
    for name in ("copy_state", *rows):
        copy.execute(f"DROP TABLE IF EXISTS {name}")
    for sql in tables:
        copy.execute(sql)
    copy.execute("CREATE TABLE copy_state (serial INTEGER NOT NULL, format INTEGER NOT NULL)")
    copy.execute("INSERT INTO copy_state VALUES (?, ?)", (state.serial, state.format))
    for name, found in rows.items():
        for row in found:
            insert(copy, name, row)


def _changed(
    connection: Connection, changes: Iterable[tuple[Value, ...]]
) -> list[tuple[Table, tuple[Value, ...], list[Row]]]:
    tables = {table.name: table for table in TABLES}
    answer = []
    for name, *parts in changes:
        table = tables[str(name)]
        key = tuple(parts[: len(table.key)])
        answer.append((table, key, rows_of(connection, table, table.by_key, key)))
    return answer
