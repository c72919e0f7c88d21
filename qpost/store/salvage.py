"""Why: from a damaged file every letter that can still be read is read, row by row, and none is read wrongly.

Every page carries a code that authenticates it (ChaCha20-Poly1305), so that a damaged page is an error and
never another text.
"""

import logging
from collections.abc import Iterable
from pathlib import Path

import apsw
import msgspec
from msgspec import Struct, structs

from qpost.models.outbox import OutboxState
from qpost.models.outbox_rules import Entry
from qpost.store.connecting import Connection, connect, format_of
from qpost.store.letters import TABLES, Row, Rows, Table, Value, rows_of, serial_of, state_of

_log = logging.getLogger(__name__)
_decode_entry = msgspec.msgpack.Decoder(Entry).decode

Key = tuple[Value, ...]


class Found(Struct):
    """What could be read of one file; ``serial`` None when that is unknown, ``format`` 0 likewise.

    ``is_whole``: not one letter was missed. ``sent``: outbox rows that are over and done with.
    """

    rows: Rows
    serial: int | None = None
    format: int = 0
    is_whole: bool = False
    sent: list[Row] = []


class Letters(Struct):
    """What is put into the new file; ``is_complete`` False when something may be missing from it."""

    rows: Rows
    sent: list[Row]
    serial: int
    format: int
    is_complete: bool


def read_letters(path: Path, key: bytes | None, *, hints: Rows | None = None, is_copy: bool = False) -> Found:
    """Read what can be read of a damaged database or of its second file; never raises, changes nothing.

    ``hints`` are rows of the other file: their keys are asked for where the tables cannot be walked.
    """
    found = Found({table.name: [] for table in TABLES})
    if not path.exists():
        return found
    try:
        connection = connect(path, key, writing=False)
    except apsw.Error as error:
        _log.warning("%s cannot be opened: %s", path.name, type(error).__name__)
        return found
    try:
        _read_state(connection, found, is_copy=is_copy)
        found.is_whole = found.serial is not None
        for table in TABLES:
            rows, is_whole = _read_table(connection, table, (hints or {}).get(table.name, ()))
            found.rows[table.name] = rows
            found.is_whole &= is_whole
        if not is_copy:
            sent = structs.replace(_OUTBOX, where="state = 'sent'")
            found.sent, _ = _read_table(connection, sent, ())
    finally:
        connection.close()
    return found


def merged(main: Found, copy: Found, *, was_copy_lost: bool) -> Letters:
    """Join what two files hold: the newer one is right, the older one fills its gaps.

    ``was_copy_lost``: the copy is unreadable and the database may lack its last transactions.
    """
    if main.serial is not None and (
        main.serial > (copy.serial or 0) or (main.serial == copy.serial and main.is_whole)
    ):
        newer, older = main, copy
    elif copy.serial is not None:
        newer, older = copy, main
    else:
        newer, older = main, copy
    rows = newer.rows
    if not newer.is_whole:
        is_same_state = newer.serial is not None and newer.serial == older.serial
        rows = {table.name: _union(table, newer, older, is_doubtful=not is_same_state) for table in TABLES}
    known = {row["id"] for row in rows["outbox"]}
    return Letters(
        rows=rows,
        sent=[row for row in main.sent if row["id"] not in known],
        serial=max(main.serial or 0, copy.serial or 0),
        format=max(main.format, copy.format),
        is_complete=newer.is_whole and not (newer is main and was_copy_lost),
    )


_OUTBOX = next(table for table in TABLES if table.name == "outbox")


def _read_state(connection: Connection, found: Found, *, is_copy: bool) -> None:
    try:
        if is_copy:
            state = state_of(connection)
            if state is not None:
                found.serial, found.format = state.serial, state.format
            return
        found.format = format_of(connection)
        if found.format:
            found.serial = serial_of(connection)
    except (apsw.Error, msgspec.MsgspecError):
        return


def _read_table(connection: Connection, table: Table, hints: Iterable[Row]) -> tuple[list[Row], bool]:
    try:
        return rows_of(connection, table), True
    except apsw.SQLError:  # the table is not there: nothing was ever kept in it
        return [], False
    except apsw.Error:
        pass
    keys = _walked(connection, table) | {tuple(row[column] for column in table.key) for row in hints}
    rows: list[Row] = []
    for key in sorted(keys, key=repr):
        try:
            rows += rows_of(connection, table, table.by_key, key)
        except apsw.Error:
            continue
    if table.name == "outbox":
        rows += _by_place(connection, table, {row["id"] for row in rows})
    return rows, False


def _walked(connection: Connection, table: Table) -> set[Key]:
    """Return the keys that a walk from either end comes across before a damaged page stops it."""
    keys: set[Key] = set()
    columns = ", ".join(table.key)
    for way in ("ASC", "DESC"):
        order = ", ".join(f"{column} {way}" for column in table.key)
        try:
            for row in connection.execute(f"SELECT {columns} FROM {table.name} ORDER BY {order}"):  # noqa: S608
                keys.add(tuple(row))
        except apsw.Error:
            continue
    return keys


def _by_place(connection: Connection, table: Table, known: set[Value]) -> list[Row]:
    """Return outbox rows by their place, whose pages are others than those of the index of their ids."""
    try:
        last = max((int(seq) for (seq,) in connection.execute("SELECT seq FROM sqlite_sequence")), default=0)
    except apsw.Error:
        return []
    rows: list[Row] = []
    for seq in range(1, last + 1):
        try:
            rows += [row for row in rows_of(connection, table, "seq = ?", (seq,)) if row["id"] not in known]
        except apsw.Error:
            continue
    return rows


def _union(table: Table, newer: Found, older: Found, *, is_doubtful: bool) -> list[Row]:
    rows = {tuple(row[column] for column in table.key): row for row in newer.rows[table.name]}
    done = {row["id"] for row in newer.sent}
    for row in older.rows[table.name]:
        key = tuple(row[column] for column in table.key)
        if key in rows or (table is _OUTBOX and row["id"] in done):
            continue
        rows[key] = _unconfirmed(row) if is_doubtful and table is _OUTBOX else row
    return list(rows.values())


def _unconfirmed(row: Row) -> Row:
    """Return an outbox row of an older state: it may have been sent since, so it is made sure of first."""
    data = row["data"]
    if not isinstance(data, bytes):
        return row
    entry = _decode_entry(data)
    version = entry.sent_version
    if version is None and all(file.attachment_id for file in entry.row.files):
        version = entry.row.expected_version
    changed = structs.replace(
        entry, row=structs.replace(entry.row, state=OutboxState.UNCONFIRMED), sent_version=version
    )
    return row | {"state": OutboxState.UNCONFIRMED.value, "data": msgspec.msgpack.encode(changed)}
