"""Why: what is kept for the offline hours is exact, and does not grow without end."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from qpost.models.points import MonthPoints
from qpost.services.kept import Kept, Shelf
from qpost.store.account_store import AccountStore
from qpost.store.letters import copy_path

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
KEY = bytes(range(32))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AccountStore]:
    store = AccountStore(tmp_path / "desk.db", KEY, now=NOW)
    yield store
    store.close()


@pytest.mark.parametrize("points", ["12.6", "-0.2", "0", "999999999999999999.999999"])
def test_a_decimal_is_kept_exactly(store: AccountStore, points: str) -> None:
    shelf = Shelf(store.documents, "month-points", MonthPoints, now=lambda: NOW)
    kept = shelf.put(MonthPoints(date(2026, 10, 1), Decimal(points)), "s1")
    assert shelf.get("s1") == kept == Kept(MonthPoints(date(2026, 10, 1), Decimal(points)), NOW)
    assert str(kept.value.points) == points


def test_no_two_questions_share_an_answer(store: AccountStore) -> None:
    shelf = Shelf(store.documents, "ledger", str, now=lambda: NOW)
    names: list[tuple[str | None, ...]] = [
        ("a", "b"), ("a\n=b",), ("a", None), ("a", ""), ("a", "-"), ("a",), (None, "a"), ("", "a"),
    ]  # fmt: skip
    for name in names:
        shelf.put(repr(name), *name)
    assert [shelf.get(*name) for name in names] == [Kept(repr(name), NOW) for name in names]


def test_the_oldest_go_first_and_only_of_their_kind(store: AccountStore) -> None:
    moment = [NOW]
    other = Shelf(store.documents, "grade", int, now=lambda: NOW - timedelta(days=900))
    other.put(1, "s1")
    shelf = Shelf(store.documents, "ledger", int, now=lambda: moment[0], limit=8)
    for number in range(30):
        moment[0] += timedelta(minutes=1)
        shelf.put(number, "s1", str(number))
        kept = [each for each in range(30) if shelf.get("s1", str(each)) is not None]
        assert kept == list(range(max(0, number + 1 - len(kept)), number + 1))
        assert min(number + 1, 8) <= len(kept) <= 10
    assert other.get("s1") is not None


def test_large_pages_are_in_one_file_only(store: AccountStore, tmp_path: Path) -> None:
    small = copy_path(tmp_path / "desk.db")
    before = small.stat().st_size
    shelf = Shelf(store.documents, "item-points", str, now=lambda: NOW, limit=60)
    for number in range(5):
        shelf.put("x" * 200_000, "s1", str(number))
    assert sum(path.stat().st_size for path in tmp_path.glob(f"{small.name}*")) - before < 100_000


def test_what_another_version_kept_is_read_again(store: AccountStore) -> None:
    Shelf(store.documents, "grade", str, now=lambda: NOW).put("old", "s1")
    assert Shelf(store.documents, "grade", MonthPoints, now=lambda: NOW).get("s1") is None
