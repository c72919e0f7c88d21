"""Why: each way a store can be damaged has its way back, and what cannot be saved is said."""

import os
from datetime import timedelta
from pathlib import Path

import apsw
import pytest
from msgspec import structs

from qpost.models.errors import StoreFault
from qpost.models.outbox import OutboxState
from qpost.store.account_store import AccountStore
from qpost.store.connecting import connect
from qpost.store.letters import copy_path
from qpost.store.rebuild import damaged_files, suspect_path
from tests.store.letters import (
    KEY,
    START,
    draft_bodies,
    fill,
    make_draft,
    make_entry,
    make_inquiry,
    open_store,
    reply_bodies,
)

PAGE = 4096
DRAFTS = {f"i{number}": make_draft(number).body for number in range(6)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed store with six drafts, four replies and a cache."""
    path = tmp_path / "a.db"
    store = open_store(path)
    fill(store, drafts=6, replies=4, inquiries=120)
    store.close()
    return path


def _spoil(path: Path, *, page: int = 0) -> None:
    content = bytearray(path.read_bytes())
    content[page * PAGE + 200] ^= 0xFF
    path.write_bytes(content)


def _root_page(path: Path, table: str) -> int:
    """Return where the table begins (its root page's place in the file)."""
    store = open_store(path)
    number = store.database.read(
        lambda c: int(c.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).get)
    )
    store.close()
    return number - 1


def _assert_all_there(store: AccountStore) -> None:
    assert draft_bodies(store) == DRAFTS
    assert sorted(reply_bodies(store)) == [make_entry(number).row.id for number in range(4)]


def test_a_sound_store_is_opened_as_it_is(path: Path) -> None:
    store = open_store(path)
    assert store.recovered is None
    assert not store.is_check_due
    _assert_all_there(store)
    store.close()
    assert damaged_files(path) == []


@pytest.mark.parametrize("how", ["first page", "empty", "gone", "other bytes"])
def test_a_file_that_is_lost_altogether(path: Path, how: str) -> None:
    match how:
        case "first page":
            _spoil(path)
        case "empty":
            path.write_bytes(b"")
        case "gone":
            path.unlink()
        case _:
            path.write_bytes(os.urandom(100_000))
    store = open_store(path)
    assert store.recovered is not None
    assert (store.recovered.drafts, store.recovered.replies) == (6, 4)
    assert store.recovered.is_complete
    _assert_all_there(store)
    states = {entry.row.state for entry in store.outbox.unfinished()}
    assert states == {OutboxState.QUEUED}  # exactly as they were: no doubt about any of them
    store.close()
    again = open_store(path)
    assert again.recovered is None
    again.close()


@pytest.mark.parametrize("table", ["draft", "outbox", "file_use", "document"])
def test_a_damaged_page_of_a_letter(path: Path, table: str) -> None:
    _spoil(path, page=_root_page(path, table))
    store = open_store(path)
    assert store.recovered is not None
    assert store.recovered.is_complete
    _assert_all_there(store)
    store.close()
    (kept,) = damaged_files(path)
    assert kept.name == f"a.db.damaged-{START:%Y%m%d-%H%M%S}"


def test_a_damaged_copy_is_made_anew_without_a_word(path: Path) -> None:
    _spoil(copy_path(path))
    store = open_store(path)
    assert store.recovered is None
    store.close()
    _spoil(path)
    store = open_store(path)
    _assert_all_there(store)
    store.close()


def test_without_a_copy_the_damaged_file_gives_what_it_can(path: Path) -> None:
    page = _root_page(path, "outbox_unfinished")
    copy_path(path).unlink()
    _spoil(path, page=page)
    store = open_store(path)
    assert store.recovered is not None
    assert not store.recovered.is_complete
    assert store.recovered.drafts == 6
    _assert_all_there(store)
    store.close()


def test_both_lost_is_said(path: Path) -> None:
    _spoil(path)
    _spoil(copy_path(path))
    store = open_store(path)
    assert store.recovered is not None
    assert not store.recovered.is_complete
    assert draft_bodies(store) == {}
    store.drafts.save(make_draft(1))
    store.close()


def test_the_key_is_gone(path: Path) -> None:
    store = AccountStore(path, bytes(32), now=START)
    assert store.recovered is not None
    assert not store.recovered.is_complete
    store.close()
    kept = Path(store.recovered.kept_as)
    connection = apsw.Connection(str(kept))  # put aside as it was: with the key it can still be read
    connection.execute("PRAGMA cipher='chacha20'")
    connection.execute(f'PRAGMA key="raw:{KEY.hex()}"')
    assert connection.execute("SELECT count(*) FROM draft").get == 6
    connection.close()


def test_two_damaged_files_are_kept_and_no_more(path: Path) -> None:
    for day in range(4):
        _spoil(path)
        store = AccountStore(path, KEY, now=START + timedelta(days=day))
        _assert_all_there(store)
        store.close()
    names = [file.name for file in damaged_files(path)]
    assert names == ["a.db.damaged-20261003-090000", "a.db.damaged-20261004-090000"]
    for file in path.parent.glob("*damaged*"):
        assert file.name.startswith(tuple(names))


def test_damage_to_the_cache_is_told_when_met_and_mended_by_the_next_start(path: Path) -> None:
    _spoil(path, page=_root_page(path, "thread"))
    store = open_store(path)
    assert store.recovered is None
    told: list[bool] = []
    store.on_damage(lambda: told.append(True))
    for _ in range(2):
        with pytest.raises(StoreFault) as caught:
            store.database.read(lambda c: c.execute("SELECT * FROM thread").fetchall())
        assert caught.value.code == StoreFault.DAMAGED
        assert caught.value.file == str(path)
    assert told == [True]
    store.drafts.save(make_draft(0))  # letters go on meanwhile
    store.close()
    store = open_store(path)
    assert store.recovered is not None
    assert store.recovered.is_complete
    _assert_all_there(store)
    assert not suspect_path(path).exists()
    store.close()


def test_after_an_unclean_end_the_cache_is_checked_on_the_side(path: Path, tmp_path: Path) -> None:
    place = _root_page(path, "inquiry_number")
    store = open_store(path)
    store.drafts.save(make_draft(0))
    killed = tmp_path / "killed"
    killed.mkdir()
    for file in list(tmp_path.glob("a.*")):
        (killed / file.name).write_bytes(file.read_bytes())
    store.close()
    store = open_store(killed / "a.db")
    assert store.is_check_due
    assert store.check()
    store.drafts.save(make_draft(0))
    for file in list(killed.glob("a.*")):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    store.close()
    _spoil(path, page=place)
    store = open_store(path)
    assert store.is_check_due
    assert not store.check()
    store.close()
    store = open_store(path)
    assert store.recovered is not None
    _assert_all_there(store)
    store.close()


def test_a_start_cut_off_between_two_files_goes_on(path: Path) -> None:
    path.rename(path.with_name("a.db.new"))
    store = open_store(path)
    assert store.recovered is None
    _assert_all_there(store)
    store.close()
    path.with_name("a.db.new").write_bytes(b"half written")
    store = open_store(path)
    _assert_all_there(store)
    store.close()
    assert not path.with_name("a.db.new").exists()


def test_a_store_somebody_else_has_open_is_not_put_aside(path: Path) -> None:
    first = open_store(path)
    suspect_path(path).touch()
    second = open_store(path)
    assert second.recovered is None
    second.close()
    first.close()
    third = open_store(path)
    assert third.recovered is not None
    third.close()


def test_an_older_row_is_made_sure_of_before_it_is_sent_again(path: Path) -> None:
    """The database lost its last writes, and the copy lost a page: what is left may have been sent since."""
    older = path.read_bytes()
    store = open_store(path)
    entry = store.outbox.unfinished()[0]
    sending = entry.moved(OutboxState.SENDING, sent_version=1)
    store.outbox.move(entry, sending)
    store.outbox.move(sending, sending.moved(OutboxState.SENT))
    store.close()
    path.write_bytes(older)
    copy = connect(copy_path(path), KEY, writing=False)
    place = int(copy.execute("SELECT rootpage FROM sqlite_master WHERE name = 'outbox'").get) - 1
    copy.close()
    _spoil(copy_path(path), page=place)
    store = open_store(path)
    assert store.recovered is not None
    assert not store.recovered.is_complete
    states = {kept.row.id: kept.row.state for kept in store.outbox.unfinished()}
    assert len(states) == 4
    assert set(states.values()) == {OutboxState.UNCONFIRMED}
    assert draft_bodies(store) == DRAFTS
    store.close()


def test_the_files_of_a_reply_are_kept_twice_as_well(path: Path) -> None:
    content = os.urandom(300_000)
    store = open_store(path)
    file = store.files.add(content, "写真.jpg", now=START)
    store.drafts.save(structs.replace(make_draft(1), files=(file,)))
    store.close()
    _spoil(path)
    store = open_store(path)
    assert store.recovered is not None
    assert store.recovered.is_complete
    (draft,) = [draft for draft in store.drafts.all() if draft.files]
    assert store.files.content(draft.files[0]) == content
    store.drafts.discard(draft.inquiry_id)
    store.close()
    copy = connect(copy_path(path), KEY, writing=False)
    assert copy.execute("SELECT count(*) FROM file_bytes").get == 0
    copy.close()


def test_letters_outlive_the_inquiries_they_belong_to(path: Path) -> None:
    store = open_store(path)
    failed = store.outbox.unfinished()[0]
    store.outbox.move(failed, failed.moved(OutboxState.SENDING).moved(OutboxState.FAILED, reason="not-found"))
    store.inquiry_writes.delete([make_inquiry(number).id for number in range(120)])
    store.close()
    store = open_store(path)
    assert store.database.read(lambda c: c.execute("SELECT count(*) FROM inquiry").get) == 0
    _assert_all_there(store)
    store.close()


def test_clearing_a_draft_and_queueing_its_reply_stay_one_step(path: Path) -> None:
    """Killed within the step, either the draft or the row is there, in both files."""
    store = open_store(path)

    def send(_: object) -> None:
        store.outbox.add(make_entry(77))
        store.drafts.discard(make_draft(3).inquiry_id)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.database.write(send)
    store.close()
    for is_spoilt in (False, True):
        if is_spoilt:
            _spoil(path)
        store = open_store(path)
        _assert_all_there(store)
        store.close()


def test_a_second_copy_that_cannot_be_written_holds_nothing_up(path: Path) -> None:
    store = open_store(path)
    copy_path(path).unlink()
    copy_path(path).mkdir()
    store.close()
    store = open_store(path)
    store.drafts.save(make_draft(9))
    store.close()
    copy_path(path).rmdir()
    store = open_store(path)
    assert store.recovered is None
    assert draft_bodies(store) == DRAFTS | {"i9": make_draft(9).body}
    store.close()
    _spoil(path)
    store = open_store(path)
    assert draft_bodies(store) == DRAFTS | {"i9": make_draft(9).body}
    store.close()
