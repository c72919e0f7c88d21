"""Why: the file is encrypted, durable, refused when newer, and its faults have names."""

import gc
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest

from qpost.models.account import ShopId
from qpost.models.errors import StoreFault
from qpost.store.account_store import AccountStore
from qpost.store.database import Connection, Database
from qpost.store.migrations import MIGRATIONS
from qpost.store.process_lock import ProcessLock
from qpost.store.shops import Feed

KEY = bytes(range(32))
NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
STEPS = ("CREATE TABLE note (text TEXT)",)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database goes; the folder does not exist yet."""
    return tmp_path / "accounts" / "a.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    """A database with one table."""
    database = Database(path, KEY, migrations=STEPS)
    yield database
    database.close()


def _add(database: Database, text: str) -> None:
    database.write(lambda c: c.execute("INSERT INTO note VALUES (?)", (text,)))


def _notes(connection: Connection) -> list[str]:
    return [text for (text,) in connection.execute("SELECT text FROM note")]


def test_what_was_written_is_there_again_and_cannot_be_read_without_the_key(
    database: Database, path: Path
) -> None:
    _add(database, "秘密の問い合わせ")
    stored = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert "秘密".encode() not in stored
    assert not stored.startswith(b"SQLite format 3")
    database.close()
    again = Database(path, KEY, migrations=STEPS)
    assert again.read(_notes) == ["秘密の問い合わせ"]
    again.close()
    with pytest.raises(StoreFault) as caught:
        Database(path, bytes(32), migrations=STEPS)
    assert caught.value.code == StoreFault.DAMAGED


def test_a_failed_write_leaves_nothing(database: Database) -> None:
    def work(connection: Connection) -> None:
        connection.execute("INSERT INTO note VALUES ('half')")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.write(work)
    assert database.read(_notes) == []
    _add(database, "whole")
    assert database.read(_notes) == ["whole"]


def test_a_write_within_a_write_is_one_transaction(database: Database) -> None:
    def outer(_: Connection) -> None:
        _add(database, "inner")
        assert database.read(_notes) == ["inner"]
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.write(outer)
    assert database.read(_notes) == []


def test_readers_do_not_wait_for_the_writer_and_see_the_old_state(database: Database) -> None:
    is_writing, may_end = threading.Event(), threading.Event()

    def slow(connection: Connection) -> None:
        connection.execute("INSERT INTO note VALUES ('new')")
        is_writing.set()
        may_end.wait(20)

    thread = threading.Thread(target=lambda: database.write(slow))
    thread.start()
    assert is_writing.wait(20)
    assert database.read(_notes) == []
    may_end.set()
    thread.join(20)
    assert database.read(_notes) == ["new"]


@pytest.mark.parametrize("is_in_memory", [False, True])
def test_many_threads_at_once(path: Path, is_in_memory: bool) -> None:
    database = Database(None if is_in_memory else path, KEY, migrations=STEPS)
    faults: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for turn in range(20):
                _add(database, f"{number}-{turn}")
                database.read(_notes)
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert faults == []
    assert len(database.read(_notes)) == 80
    database.close()


def test_a_newer_file_is_refused_and_left_alone(database: Database, path: Path) -> None:
    _add(database, "kept")
    database.close()
    Database(path, KEY, migrations=(*STEPS, "CREATE TABLE more (x)")).close()
    with pytest.raises(StoreFault) as caught:
        Database(path, KEY, migrations=STEPS)
    assert caught.value.code == StoreFault.NEWER
    newest = Database(path, KEY, migrations=(*STEPS, "CREATE TABLE more (x)"))
    assert newest.read(_notes) == ["kept"]
    newest.close()


def test_a_step_that_fails_changes_nothing(database: Database, path: Path) -> None:
    database.close()
    broken = (*STEPS, "CREATE TABLE more (x); INSERT INTO nowhere VALUES (1)")
    with pytest.raises(Exception, match="nowhere"):
        Database(path, KEY, migrations=broken)
    Database(path, KEY, migrations=(*STEPS, "CREATE TABLE more (x)")).close()


def test_after_closing_it_says_so(database: Database) -> None:
    database.close()
    for call in (lambda: _add(database, "x"), lambda: database.read(_notes)):
        with pytest.raises(StoreFault):
            call()


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreFault) as caught:
        Database(tmp_path / "file" / "a.db", KEY, migrations=STEPS)
    assert caught.value.code == StoreFault.READ_ONLY


def test_a_full_disk_is_named_and_keeps_what_was_there(database: Database) -> None:
    _add(database, "kept")

    def limit(connection: Connection) -> int:
        pages = connection.pragma("page_count")
        return int(connection.pragma("max_page_count", pages))

    database.write(limit)
    with pytest.raises(StoreFault) as caught:
        _add(database, "x" * 100_000)
    assert caught.value.code == StoreFault.FULL
    assert database.read(_notes) == ["kept"]


def test_the_real_steps_apply_in_memory() -> None:
    database = Database(None, None)
    assert database.read(lambda c: c.pragma("user_version")) == len(MIGRATIONS)
    database.close()


def test_a_lock_between_processes(tmp_path: Path) -> None:
    lock, other = ProcessLock(tmp_path / "lock"), ProcessLock(tmp_path / "lock")
    with lock.held(within_s=0) as is_first, other.held(within_s=0) as is_second:
        assert (is_first, is_second) == (True, False)
    with other.held(within_s=0) as is_second:
        assert is_second
    with ProcessLock(None).held(within_s=0) as is_free:
        assert is_free


def test_no_write_leaves_a_cursor_behind(tmp_path: Path) -> None:
    store = AccountStore(tmp_path / "account.db", KEY, now=NOW)
    shop = ShopId("s1")

    def work() -> None:
        store.documents.put("kind", "name", {"a": 1}, read_at=NOW)
        store.documents.forget("kind", ("name",))
        store.shops.set_feed(shop, Feed(cursor="c"))
        store.files.add(b"content", "file.txt", now=NOW)
        store.files.remove_orphans(now=NOW)

    def alive() -> int:
        gc.collect()
        return sum(isinstance(each, apsw.Cursor) for each in gc.get_objects())

    work()
    before = alive()
    for _ in range(20):
        work()
    assert alive() == before
    store.close()
