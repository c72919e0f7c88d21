"""Why: an old file is brought up to date with every row, after a backup, or left exactly as it was."""

import shutil
import threading
from pathlib import Path

import pytest

from qpost.models.errors import StoreFault
from qpost.store.backups import backups_of
from qpost.store.database import Database
from qpost.store.migrations import MIGRATIONS
from tests.store.letters import KEY, draft_bodies, make_draft, make_entry, open_store, reply_bodies

OLD = Path(__file__).parent / "files" / "format-1.db"
"""A file as the first format wrote it, under ``KEY``; it is never written again."""

NEXT = (*MIGRATIONS, "CREATE TABLE extra (x); INSERT INTO extra VALUES (1)", "ALTER TABLE extra ADD COLUMN y")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A copy of the old file."""
    return Path(shutil.copy(OLD, tmp_path / "a.db"))


def _version(database: Database) -> int:
    return database.read(lambda c: int(c.pragma("user_version")))


def test_the_first_format_is_read_with_every_row(path: Path) -> None:
    store = open_store(path)
    assert store.recovered is None
    assert draft_bodies(store) == {f"i{n}": make_draft(n).body for n in range(4)}
    assert list(reply_bodies(store)) == [make_entry(n).row.id for n in range(3)]
    assert store.outbox.get(make_entry(999).row.id) is not None
    assert store.database.read(lambda c: c.execute("SELECT count(*) FROM inquiry").get) == 3
    assert _version(store.database) == len(MIGRATIONS)
    store.close()


def test_the_old_file_is_kept_encrypted_beside_the_new_one(path: Path) -> None:
    Database(path, KEY, migrations=MIGRATIONS).close()
    before = Database(path, KEY, migrations=MIGRATIONS).read(
        lambda c: c.execute("SELECT * FROM draft").fetchall()
    )
    Database(path, KEY, migrations=NEXT).close()
    (backup,) = backups_of(path)
    assert not backup.read_bytes().startswith(b"SQLite format 3")
    kept = Database(backup, KEY, migrations=MIGRATIONS)
    assert kept.read(lambda c: c.execute("SELECT * FROM draft").fetchall()) == before
    kept.close()
    with pytest.raises(StoreFault):
        Database(backup, bytes(32), migrations=MIGRATIONS)


def test_only_the_last_backup_stays(path: Path) -> None:
    for count in range(len(MIGRATIONS), len(NEXT) + 1):
        Database(path, KEY, migrations=NEXT[:count]).close()
    assert [file.name for file in backups_of(path)] == [f"a.db.format-{len(NEXT) - 1}"]


def test_a_new_file_needs_no_backup(tmp_path: Path) -> None:
    Database(tmp_path / "b.db", KEY, migrations=NEXT).close()
    assert backups_of(tmp_path / "b.db") == []


def test_a_run_that_fails_halfway_changes_nothing(path: Path) -> None:
    Database(path, KEY, migrations=MIGRATIONS).close()
    with pytest.raises(Exception, match="nowhere"):
        Database(path, KEY, migrations=(*NEXT, "INSERT INTO nowhere VALUES (1)"))
    database = Database(path, KEY, migrations=MIGRATIONS)
    assert _version(database) == len(MIGRATIONS)
    assert database.read(lambda c: c.execute("SELECT count(*) FROM draft").get) == 4
    database.close()


def test_two_starts_at_once_migrate_once(path: Path) -> None:
    opened: list[Database] = []
    threads = [
        threading.Thread(target=lambda: opened.append(Database(path, KEY, migrations=NEXT))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert [_version(database) for database in opened] == [len(NEXT)] * 4
    assert opened[0].read(lambda c: c.execute("SELECT count(*) FROM extra").get) == 1
    for database in opened:
        database.close()


def test_a_newer_file_is_refused_by_name_and_left_alone(path: Path) -> None:
    Database(path, KEY, migrations=NEXT).close()
    before = path.read_bytes()
    with pytest.raises(StoreFault) as caught:
        open_store(path)
    assert (caught.value.code, caught.value.file) == (StoreFault.NEWER, str(path))
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.damaged-*"))
