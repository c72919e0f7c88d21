"""Why: an export is there whole or not at all, for any length, on any disk."""

import csv
import errno
import os
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec import structs

from qpost.models.account import Shop, ShopId
from qpost.models.csv_rows import ENGLISH, Column
from qpost.models.errors import FileFault, StoreFault
from qpost.models.inquiry import Inquiry, Status
from qpost.models.search import InquiryQuery, SortOrder
from qpost.services.export import Course, Export, Saved, Stopped, replaced
from qpost.services.inbox import Inbox
from qpost.store.account_store import AccountStore
from tests.services.marketplace import SHOP, START, inquiry

AKARI = Shop(id=SHOP, code="akari", name="あかり", country="JP", inquiry_email="a@example.com", unanswered=0)
OTHER = Shop(
    id=ShopId("s2"), code="nishi", name="にし", country="JP", inquiry_email="n@example.com", unanswered=0
)
HEADS = [ENGLISH.heads[column] for column in Column]


def names_in(folder: Path) -> list[str]:
    """Return the names of everything in ``folder``."""
    return [path.name for path in folder.iterdir()]


@pytest.fixture
def store() -> Iterator[AccountStore]:
    """A store in memory: 250 inquiries in one shop, 3 in the other."""
    store = AccountStore(None, None, now=START)
    store.inquiry_writes.put(SHOP, [inquiry(number) for number in range(250)])
    store.inquiry_writes.put(OTHER.id, [inquiry(number) for number in range(900, 903)])
    yield store
    store.close()


@pytest.fixture
def export(store: AccountStore) -> Export:
    """The export of that store."""
    return Export(Inbox(store, now=lambda: START), now=lambda: START)


def table(path: Path) -> list[dict[str, str]]:
    """Read a table as a spreadsheet does."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def to_file(export: Export, target: Path, course: Course | None = None) -> Saved | None:
    """Export the first shop's list."""
    return export.list_to_csv([AKARI], InquiryQuery(), target, words=ENGLISH, course=course or Course())


def test_a_list_is_written_in_its_order(export: Export, store: AccountStore, tmp_path: Path) -> None:
    target, course = tmp_path / "list.csv", Course()
    query = InquiryQuery(sort=SortOrder.OLDEST, statuses=frozenset({Status.UNANSWERED}))
    store.inquiry_writes.put(SHOP, [structs.replace(inquiry(7), status=Status.ANSWERED, version=2)])
    saved = export.list_to_csv([AKARI, OTHER], query, target, words=ENGLISH, course=course)
    assert saved == Saved(target, 252)
    assert (course.done, course.total) == (252, 252)
    rows = table(target)
    expected = [str(1000 + number) for number in (*range(250), 900, 901, 902) if number != 7]
    assert [row["Number"] for row in rows] == expected
    assert [rows[0]["Shop"], rows[-1]["Shop"]] == ["あかり", "にし"]
    assert list(rows[0]) == HEADS
    assert names_in(tmp_path) == ["list.csv"]


def test_a_limit_counts_over_the_shops(export: Export, tmp_path: Path) -> None:
    target = tmp_path / "list.csv"
    for limit, of_akari in ((252, 250), (5, 5), (0, 0)):
        saved = export.list_to_csv(
            [AKARI, OTHER], InquiryQuery(), target, words=ENGLISH, course=Course(), limit=limit
        )
        assert saved == Saved(target, limit)
        assert [row["Shop"] for row in table(target)].count("あかり") == of_akari


def test_rows_are_written_as_chosen_and_what_is_gone_is_left_out(
    export: Export, store: AccountStore, tmp_path: Path
) -> None:
    ids = store.inquiries.ids(SHOP, InquiryQuery())
    chosen = array("q", [ids[4], ids[1], ids[9]])
    store.inquiry_writes.delete([store.inquiries.rows([ids[1]])[0].inquiry.id])
    numbers = [row.inquiry.number for row in store.inquiries.rows([ids[4], ids[9]])]
    target = tmp_path / "rows.csv"
    saved = export.rows_to_csv(AKARI, chosen, target, words=ENGLISH, course=Course())
    assert saved == Saved(target, 2)
    assert [row["Number"] for row in table(target)] == numbers


class Impatient(Course):
    """A course somebody cancels after some rows."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def check(self) -> None:
        """Cancel when it is time, then look."""
        if self.done == self._rows:
            self.cancel()
        super().check()


@pytest.mark.parametrize("rows", [0, 1, 120, 250])
def test_cancelled_leaves_what_was_there(export: Export, tmp_path: Path, rows: int) -> None:
    target = tmp_path / "list.csv"
    target.write_bytes(b"before")
    assert to_file(export, target, Impatient(rows)) is None
    assert target.read_bytes() == b"before"
    assert names_in(tmp_path) == ["list.csv"]


def test_cancelled_before_it_began_writes_nothing(export: Export, tmp_path: Path) -> None:
    course = Course()
    course.cancel()
    assert to_file(export, tmp_path / "list.csv", course) is None
    assert names_in(tmp_path) == []


def test_a_store_that_fails_leaves_nothing(export: Export, store: AccountStore, tmp_path: Path) -> None:
    class Closing(Course):
        def check(self) -> None:
            store.close()

    with pytest.raises(StoreFault):
        to_file(export, tmp_path / "list.csv", Closing())
    assert names_in(tmp_path) == []


@contextmanager
def small_disk(size_bytes: int) -> Iterator[None]:
    """Let no file of this process grow beyond ``size_bytes``: the nearest to a full disk without root."""
    resource = pytest.importorskip("resource", reason="Windows has no limit on file sizes to stage this with")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("size_bytes", [0, 4096, 20_000])
def test_a_full_disk_is_named_and_leaves_what_was_there(
    export: Export, tmp_path: Path, size_bytes: int
) -> None:
    target = tmp_path / "list.csv"
    target.write_bytes(b"before")
    with small_disk(size_bytes), pytest.raises(FileFault) as fault:
        to_file(export, target)
    assert (fault.value.code, fault.value.file_name) == (FileFault.FULL, "list.csv")
    assert target.read_bytes() == b"before"
    assert names_in(tmp_path) == ["list.csv"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_every_word_for_full_is_understood(tmp_path: Path, number: int) -> None:
    with pytest.raises(FileFault) as fault, replaced(tmp_path / "x.csv"):
        raise OSError(number, os.strerror(number))
    assert fault.value.code == FileFault.FULL


def test_a_folder_that_is_not_there_is_told(export: Export, tmp_path: Path) -> None:
    with pytest.raises(FileFault) as fault:
        to_file(export, tmp_path / "no" / "list.csv")
    assert fault.value.code == FileFault.UNWRITABLE


def test_a_target_that_is_a_folder_is_told(export: Export, tmp_path: Path) -> None:
    (tmp_path / "list.csv" / "inside").mkdir(parents=True)
    with pytest.raises(FileFault) as fault:
        to_file(export, tmp_path / "list.csv")
    assert fault.value.code == FileFault.UNWRITABLE
    assert names_in(tmp_path) == ["list.csv"]


def test_a_table_open_in_a_spreadsheet_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to replace a file another program holds open; nothing else can be made to."""
    target = tmp_path / "list.csv"
    target.write_bytes(b"before")

    def refuse(self: Path, other: Path) -> None:
        raise PermissionError(errno.EACCES, "sharing violation")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FileFault) as fault, replaced(target) as file:
        file.write(b"after")
    assert fault.value.code == FileFault.IN_USE
    assert names_in(tmp_path) == ["list.csv"]
    assert target.read_bytes() == b"before"


def test_stopping_within_leaves_nothing(tmp_path: Path) -> None:
    course = Course()
    course.cancel()
    with pytest.raises(Stopped), replaced(tmp_path / "x.csv"):
        course.check()
    assert names_in(tmp_path) == []


_RESIDENT = Path("/proc/self/statm")


def resident_bytes() -> int:
    """Return how much memory this process holds."""
    return int(_RESIDENT.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


class ManyInquiries(Inbox):
    """A local store of any size that notes how much is asked for, and held, while it is read."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.most_at_once = 0
        self.held: list[int] = []
        self._one = inquiry(1)

    def ids(self, shop: ShopId, query: InquiryQuery) -> "array[int]":
        """Return as many ids as there are."""
        return array("q", range(self.count))

    def with_messages(self, row_ids: Sequence[int]) -> Iterator[Inquiry]:
        """Hand out what was asked for."""
        self.most_at_once = max(self.most_at_once, len(row_ids))
        if row_ids[0] % 10_000 == 0:
            self.held.append(resident_bytes())
        for _ in row_ids:
            yield self._one


@pytest.mark.skipif(not _RESIDENT.exists(), reason="only Linux tells the memory of a process in /proc")
def test_a_long_list_does_not_stay_in_memory(tmp_path: Path) -> None:
    """A hundred thousand rows make a file of more than 15 MB; what is held is the ids and a few rows."""
    inbox = ManyInquiries(100_000)
    target = tmp_path / "list.csv"
    assert to_file(Export(inbox, now=lambda: START), target) == Saved(target, inbox.count)
    assert target.stat().st_size > 15_000_000
    assert max(inbox.held[1:]) - inbox.held[1] < 4_000_000
    assert len(inbox.held) == 10
    assert inbox.most_at_once <= 100
