"""Why: a migration that turns out wrong must not cost what was there before it."""

import logging
from pathlib import Path

import apsw

from qpost.models.errors import StoreFault
from qpost.store.connecting import Connection, faults_mapped, format_of, parts_of, unlock

_log = logging.getLogger(__name__)


def back_up(source: Connection, path: Path, key: bytes | None) -> Path:
    """Copy the committed state of the database at ``path`` beside it, under the same key.

    The copy is named after the format it holds and replaces those of older formats. Raises ``StoreFault``
    (full or read-only) and leaves nothing half done; the database is only read.
    """
    target = path.with_name(f"{path.name}.format-{format_of(source)}")
    part = target.with_name(f"{target.name}.part")
    with faults_mapped(path):
        try:
            _remove(part)
            _copy(source, part, key)
            part.replace(target)
        except OSError as error:
            raise StoreFault(StoreFault.READ_ONLY, error.strerror or "", file=str(target)) from error
        finally:
            _remove(part)
    for older in backups_of(path):
        if older != target:
            _remove(older)
    _log.info("the store was backed up as %s", target.name)
    return target


def backups_of(path: Path) -> list[Path]:
    """Return the backups of the database at ``path``."""
    return sorted(path.parent.glob(f"{path.name}.format-*"))


def _copy(source: Connection, target: Path, key: bytes | None) -> None:
    connection = apsw.Connection(str(target))
    try:
        unlock(connection, key)
        with connection.backup("main", source, "main") as backup:
            backup.step(-1)
        connection.execute("PRAGMA journal_mode=DELETE")
        if format_of(connection) != format_of(source):
            raise StoreFault(StoreFault.FAILED, "the backup cannot be read", file=str(target))
    finally:
        connection.close()


def _remove(path: Path) -> None:
    for part in parts_of(path):
        part.unlink(missing_ok=True)
