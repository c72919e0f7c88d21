"""Why: a disk that is full or read-only is named as such, costs nothing that was saved, and may be mended."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from qpost.models.errors import StoreFault
from qpost.store.backups import backups_of
from qpost.store.database import Database
from qpost.store.migrations import MIGRATIONS
from tests.store.letters import KEY, draft_bodies, fill, make_draft, make_entry, open_store, reply_bodies
from tests.store.small_disk import SmallDisk
from tests.store.test_migrations import NEXT, OLD


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A disk of 4 MiB."""
    disk = SmallDisk(tmp_path / "disk", size_kib=4096)
    yield disk
    disk.close()


@pytest.fixture
def path(disk: SmallDisk) -> Path:
    """A closed store on the small disk."""
    path = disk.folder / "accounts" / "a.db"
    store = open_store(path)
    fill(store, drafts=3, replies=2, inquiries=20)
    store.close()
    return path


def _spoil(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(200)
        file.write(b"spoilt")


def test_a_full_disk_is_named_and_saving_works_again_with_room(disk: SmallDisk, path: Path) -> None:
    store = open_store(path)
    disk.fill()
    for write in (
        lambda: store.drafts.save(make_draft(7, text="長い" * 50_000)),
        lambda: [store.outbox.add(make_entry(number)) for number in range(10, 500)],
    ):
        with pytest.raises(StoreFault) as caught:
            write()
        assert (caught.value.code, caught.value.file) == (StoreFault.FULL, str(path))
    assert draft_bodies(store) == {f"i{n}": make_draft(n).body for n in range(3)}
    disk.free()
    store.drafts.save(make_draft(7))
    store.close()
    store = open_store(path)
    assert store.recovered is None
    assert draft_bodies(store)["i7"] == make_draft(7).body
    store.close()


@pytest.mark.parametrize("leave_kib", range(0, 200, 20))
def test_what_was_said_to_be_saved_is_there_wherever_the_room_ended(
    disk: SmallDisk, path: Path, leave_kib: int
) -> None:
    store = open_store(path)
    disk.fill(leave_bytes=leave_kib * 1024)
    saved = dict(draft_bodies(store))
    for number in range(10, 400):
        try:
            store.drafts.save(make_draft(number))
        except StoreFault as error:
            assert error.code == StoreFault.FULL  # noqa: PT017 - the loop goes on to the first fault
            break
        saved[f"i{number}"] = make_draft(number).body
    assert draft_bodies(store) == saved
    disk.free()
    store.drafts.save(make_draft(500))
    saved["i500"] = make_draft(500).body
    store.close()
    _spoil(path)  # the second copy is in step again, too
    store = open_store(path)
    assert store.recovered is not None
    assert store.recovered.is_complete
    assert draft_bodies(store) == saved
    store.close()


def test_a_start_on_a_full_disk_says_so_and_harms_nothing(disk: SmallDisk, path: Path) -> None:
    disk.fill()
    with pytest.raises(StoreFault) as caught:
        open_store(path).close()
    assert caught.value.code == StoreFault.FULL
    disk.free()
    store = open_store(path)
    assert store.recovered is None
    assert len(draft_bodies(store)) == 3
    store.close()


def test_a_backup_without_room_refuses_the_migration_and_leaves_the_file(disk: SmallDisk) -> None:
    path = Path(shutil.copy(OLD, disk.folder / "old.db"))
    Database(path, KEY, migrations=MIGRATIONS).close()
    before, room = path.read_bytes(), 100 * 1024  # enough to open it, not for a second one
    for backup in backups_of(path):
        backup.unlink()
    disk.fill(leave_bytes=room)
    with pytest.raises(StoreFault) as caught:
        Database(path, KEY, migrations=NEXT)
    assert caught.value.code == StoreFault.FULL
    assert backups_of(path) == []
    assert path.read_bytes() == before
    old = Database(path, KEY, migrations=MIGRATIONS)  # the version before still opens it
    assert old.read(lambda c: c.execute("SELECT count(*) FROM draft").get) == 4
    old.close()
    disk.free()
    Database(path, KEY, migrations=NEXT).close()
    assert len(backups_of(path)) == 1


def test_a_damaged_store_on_a_full_disk_waits_for_room(disk: SmallDisk, path: Path) -> None:
    _spoil(path)
    before = path.read_bytes()
    disk.fill()
    with pytest.raises(StoreFault) as caught:
        open_store(path)
    assert caught.value.code == StoreFault.FULL
    assert path.read_bytes() == before
    assert not path.with_name("a.db.new").exists()
    disk.free()
    store = open_store(path)
    assert store.recovered is not None
    assert store.recovered.is_complete
    assert len(draft_bodies(store)) == 3
    assert len(reply_bodies(store)) == 2
    store.close()


def test_a_read_only_folder_is_named(disk: SmallDisk, path: Path) -> None:
    disk.remount("ro")
    with pytest.raises(StoreFault) as caught:
        open_store(path)
    assert caught.value.code == StoreFault.READ_ONLY
    assert str(path.parent) in caught.value.file
    disk.remount("rw")
    store = open_store(path)
    assert store.recovered is None
    assert len(draft_bodies(store)) == 3
    store.close()
