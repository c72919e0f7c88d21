"""Why: who waits and who wrote is found by index, in the shop and the days that are asked about."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from msgspec import structs

from qpost.models.account import ShopId
from qpost.models.inquiry import Inquiry, InquiryId, ItemRef, Source, Status
from qpost.store.account_store import AccountStore
from qpost.store.database import Connection
from tests.services.marketplace import SHOP, START, inquiry

OTHER = ShopId("s2")
ITEMS = (None, "A", "B", "B", "C", "C", "C")


def _waiting(number: int) -> Inquiry:
    name = ITEMS[number % len(ITEMS)]
    item = None if name is None else ItemRef(number=name, name=f"品 {name}", category="", url="")
    return structs.replace(inquiry(number), item=item)


@pytest.fixture(scope="module")
def store() -> Iterator[AccountStore]:
    """Fourteen who wait, one answered, one being answered, a note from Qoo10; another shop."""
    store = AccountStore(None, None, now=START)
    store.inquiry_writes.put(SHOP, [_waiting(number) for number in range(14)])
    store.inquiry_writes.put(
        SHOP,
        [
            inquiry(20, status=Status.ANSWERED),
            inquiry(21, status=Status.ANSWERING),
            inquiry(22, source=Source.QOO10),
        ],
    )
    store.inquiry_writes.put(OTHER, [inquiry(30)])
    yield store
    store.close()


def test_those_who_wait_are_counted_by_shop_and_date(store: AccountStore) -> None:
    notices = store.notices
    assert notices.waiting(SHOP, since=START) == 14
    assert notices.waiting(SHOP, since=START + timedelta(minutes=10)) == 4
    assert notices.waiting(OTHER, since=START) == 1
    assert notices.waiting(ShopId("unknown"), since=START) == 0


def test_the_longest_and_the_newest_are_the_ends_of_one_row(store: AccountStore) -> None:
    longest = store.notices.longest_waiting(SHOP, since=START, limit=3)
    assert [each.id for each in longest] == ["i0", "i1", "i2"]
    assert store.notices.newest_waiting(SHOP, since=START, limit=2) == ["i13", "i12"]
    late = START + timedelta(minutes=13)
    assert store.notices.newest_waiting(SHOP, since=late, limit=9) == ["i13"]


def test_the_items_asked_about_most_are_named(store: AccountStore) -> None:
    found = store.notices.asked_items(SHOP, since=START, limit=2)
    assert [(item.number, item.name, item.count) for item in found] == [("C", "品 C", 6), ("B", "品 B", 4)]


def test_only_open_customer_inquiries_of_the_shop_are_looked_at(store: AccountStore) -> None:
    everything = [InquiryId(f"i{number}") for number in range(31)]
    found = store.notices.open_among(SHOP, everything, changed_after=START + timedelta(minutes=12))
    assert sorted(each.id for each in found) == ["i13", "i21"]
    assert all(each.messages for each in found)


def test_the_newest_moment_is_the_services_own(store: AccountStore) -> None:
    assert store.notices.newest_moment(SHOP, []) == START + timedelta(minutes=22)
    assert store.notices.newest_moment(OTHER, [InquiryId("i5")]) == START + timedelta(minutes=30)
    assert store.notices.newest_moment(ShopId("unknown"), []) is None


def test_every_question_is_answered_from_an_index(store: AccountStore) -> None:
    asked: list[str] = []

    def trace(cursor: object, sql: str, values: object) -> bool:
        asked.append(sql)
        return True

    def set_trace(connection: Connection) -> None:
        connection.exec_trace = None if connection.exec_trace else trace

    notices = store.notices
    store.database.read(set_trace)
    notices.waiting(SHOP, since=START)
    notices.longest_waiting(SHOP, since=START, limit=3)
    notices.newest_waiting(SHOP, since=START, limit=3)
    notices.asked_items(SHOP, since=START, limit=2)
    notices.open_among(SHOP, [InquiryId("i1")], changed_after=START)
    notices.newest_moment(SHOP, [InquiryId("i1")])
    store.database.read(set_trace)

    def plan(connection: Connection) -> list[str]:
        return [
            line[3]
            for sql in asked
            for line in connection.execute(f"EXPLAIN QUERY PLAN {sql}", (None,) * sql.count("?"))
        ]

    lines = store.database.read(plan)
    assert sum("INDEX" in line for line in lines) >= len(asked) - 1
    assert any(line.startswith("SEARCH i USING INDEX sqlite_autoindex_inquiry_1 (id=?)") for line in lines)
    scans = [line for line in lines if line.startswith("SCAN")]
    assert {line.split()[1] for line in scans} <= {"counted", "(subquery-2)", "(subquery-1)"}, lines
