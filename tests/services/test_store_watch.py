"""Why: after a crash the file is looked through on the side, and what is found is published once."""

import shutil
import threading
from pathlib import Path

from qpost.models.events import Event, StoreDamaged
from qpost.services.publisher import Publisher
from qpost.services.store_watch import StoreWatch
from qpost.store.account_store import AccountStore
from tests.store.letters import fill, make_draft, open_store


def _killed(tmp_path: Path) -> Path:
    """Return a store as ``kill -9`` leaves it."""
    store = open_store(tmp_path / "a.db")
    fill(store, drafts=3, replies=2, inquiries=200)
    store.close()
    store = open_store(tmp_path / "a.db")
    store.drafts.save(make_draft(5))
    folder = tmp_path / "killed"
    folder.mkdir()
    for file in tmp_path.glob("a.*"):
        shutil.copy2(file, folder)
    store.close()
    return folder / "a.db"


def _watched(path: Path) -> tuple[AccountStore, list[Event], threading.Event]:
    publisher, events, told = Publisher(), list[Event](), threading.Event()
    publisher.subscribe(events.append)
    publisher.subscribe(lambda _: told.set())
    store = open_store(path)
    StoreWatch(store=store, publisher=publisher).start()
    return store, events, told


def test_damage_after_a_crash_is_found_and_told_once(tmp_path: Path) -> None:
    path = _killed(tmp_path)
    store = open_store(tmp_path / "a.db")
    place = store.database.read(
        lambda c: int(c.execute("SELECT rootpage FROM sqlite_master WHERE name = 'inquiry_number'").get)
    )
    store.close()
    content = bytearray(path.read_bytes())
    content[(place - 1) * 4096 + 300] ^= 0xFF
    path.write_bytes(content)
    store, events, told = _watched(path)
    assert told.wait(30)
    assert events == [StoreDamaged(file=str(path))]
    store.close()
    store = open_store(path)
    assert store.recovered is not None
    assert store.recovered.is_complete
    store.close()


def test_a_sound_store_is_checked_without_a_word_and_closing_does_not_wait(tmp_path: Path) -> None:
    store, events, _ = _watched(_killed(tmp_path))
    store.close()
    assert events == []
