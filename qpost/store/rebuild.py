"""Why: a damaged database is put aside and made anew, with every letter that can still be read in it.

The new file is complete before the old one is moved, and its name tells how far that went: a start that
was cut off in between goes on where it was.
"""

import logging
from datetime import datetime
from pathlib import Path

import apsw

from qpost.models.errors import StoreFault
from qpost.models.events import StoreRecovered
from qpost.store.connecting import Connection, parts_of
from qpost.store.database import Database
from qpost.store.letters import TABLES, copy_path, insert, set_serial
from qpost.store.migrations import MIGRATIONS
from qpost.store.salvage import Letters, merged, read_letters

DAMAGED_KEPT = 2
"""So many damaged files are kept aside; older ones go."""

_log = logging.getLogger(__name__)


def rebuild(path: Path, key: bytes | None, *, now: datetime, was_unclean: bool) -> StoreRecovered:
    """Put the database at ``path`` aside and a new one, with its letters, in its place; nobody has it open.

    ``was_unclean``: it was not closed, so it may lack what was committed last. Raises ``StoreFault``, and
    then everything is as it was.
    """
    copy = copy_path(path)
    has_copy = copy.exists()
    main_found = read_letters(path, key)
    copy_found = read_letters(copy, key, hints=main_found.rows, is_copy=True)
    if not main_found.is_whole:
        main_found = read_letters(path, key, hints=copy_found.rows)
    is_copy_lost = has_copy and copy_found.serial is None
    letters = merged(main_found, copy_found, was_copy_lost=is_copy_lost and was_unclean)
    fresh = _new_path(path)
    _remove(fresh)
    try:
        is_complete = _write(fresh, key, letters)
    except BaseException:
        _remove(fresh)
        raise
    kept_as = _move_aside(path, now)
    finish(path)
    _prune(path)
    _log.warning("a damaged store was made anew; complete: %s", is_complete)
    unsent = [row for row in letters.rows["outbox"] if row["state"] != "sent"]
    return StoreRecovered(
        file=str(path),
        kept_as="" if kept_as is None else str(kept_as),
        drafts=len(letters.rows["draft"]),
        replies=len(unsent),
        is_complete=is_complete,
    )


def finish(path: Path) -> None:
    """Go on with a rebuild that was cut off: the new file takes its place, an unfinished one goes."""
    fresh = _new_path(path)
    if not fresh.exists():
        return
    if path.exists():  # the old one was never moved: the new one may be half written
        _remove(fresh)
        return
    try:
        fresh.replace(path)
    except OSError as error:
        raise StoreFault(StoreFault.READ_ONLY, error.strerror or "", file=str(path)) from error


def suspect_path(path: Path) -> Path:
    """Return the mark that says: damage was met in the database at ``path`` while it was used."""
    return path.with_suffix(".suspect")


def damaged_files(path: Path) -> list[Path]:
    """Return the damaged databases kept aside, the oldest first."""
    names = (file for file in path.parent.glob(f"{path.name}.damaged-*"))
    return sorted(file for file in names if not file.name.endswith(("-wal", "-shm", "-journal", ".letters")))


def _new_path(path: Path) -> Path:
    return path.with_name(f"{path.name}.new")


def _write(path: Path, key: bytes | None, letters: Letters) -> bool:
    steps = MIGRATIONS[: letters.format] if 0 < letters.format < len(MIGRATIONS) else MIGRATIONS
    database = Database(path, key, migrations=steps)
    try:
        return database.write(lambda connection: _insert_all(connection, letters))
    finally:
        database.close()


def _insert_all(connection: Connection, letters: Letters) -> bool:
    is_complete = letters.is_complete
    for table in TABLES:
        rows = letters.rows[table.name] + (letters.sent if table.name == "outbox" else [])
        for row in rows:
            try:
                insert(connection, table.name, row)
            except apsw.ConstraintError:  # the bytes of a file are lost, its name stays in the letter
                is_complete = False
    set_serial(connection, letters.serial + 1)
    return is_complete


def _move_aside(path: Path, now: datetime) -> Path | None:
    """Rename the database, its journals and its copy; the database first: it is what a start looks for."""
    stamp = f"{now:%Y%m%d-%H%M%S}"
    kept = path.with_name(f"{path.name}.damaged-{stamp}")
    number = 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{path.name}.damaged-{stamp}-{number}")
    answer = kept if path.exists() else None
    try:
        for part in reversed(parts_of(path)):
            if part.exists():
                part.replace(kept.with_name(kept.name + part.name.removeprefix(path.name)))
        for part in parts_of(copy_path(path)):
            if part.name.endswith(("-journal", ".letters")) and part.exists():
                part.replace(kept.with_name(f"{kept.name}{part.name.removeprefix(path.stem)}"))
        suspect_path(path).unlink(missing_ok=True)
    except PermissionError as error:  # Windows: another program has it open
        raise StoreFault(StoreFault.LOCKED, error.strerror or "", file=str(path)) from error
    except OSError as error:
        raise StoreFault(StoreFault.READ_ONLY, error.strerror or "", file=str(path)) from error
    return answer


def _prune(path: Path) -> None:
    for old in damaged_files(path)[:-DAMAGED_KEPT]:
        for part in path.parent.glob(f"{old.name}*"):
            part.unlink(missing_ok=True)


def _remove(path: Path) -> None:
    for part in parts_of(path):
        part.unlink(missing_ok=True)
