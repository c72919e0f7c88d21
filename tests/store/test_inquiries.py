"""Why: every filter, order and counter agrees with a plain reading of the rule, and reads from an index."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from qpost.models.inquiry import Inquiry, InquiryId, Source, Status
from qpost.models.jst import business_date
from qpost.models.search import DateField, InquiryQuery, SortOrder
from qpost.models.search_fold import fold
from qpost.store.account_store import AccountStore
from qpost.store.database import Connection
from qpost.store.search import id_statements, question_of
from qpost.store.search_index import searchable
from tests.services.marketplace import SHOP, START, inquiry

STATUSES = [Status.UNANSWERED, Status.ANSWERING, Status.ANSWERED, Status("parked")]


def _many(count: int) -> list[Inquiry]:
    made = []
    for number in range(count):
        at = START - timedelta(hours=number * 7)
        made.append(
            structs.replace(
                inquiry(number),
                source=[Source.CUSTOMER, Source.QOO10][number % 3 == 0],
                status=STATUSES[number % 4],
                received_at=at,
                replied_at=at + timedelta(hours=2) if number % 4 else None,
                item=None if number % 5 == 0 else inquiry(number % 7).item,
                order_no=None if number % 4 == 0 else f"77{number % 9:04d}",
                title=["ｻｲｽﾞについて", "Delivery", "返品"][number % 3],
            )
        )
    return made


INQUIRIES = _many(60)


@pytest.fixture(scope="module")
def store() -> Iterator[AccountStore]:
    """A store in memory with 60 inquiries."""
    store = AccountStore(None, None, now=START)
    store.inquiry_writes.put(SHOP, INQUIRIES)
    yield store
    store.close()


def _expected(query: InquiryQuery) -> list[str]:
    found = []
    for one in INQUIRIES:
        moment = one.received_at if query.date_field is DateField.RECEIVED else one.replied_at
        day = None if moment is None else business_date(moment)
        if (query.date_from or query.date_to) and day is None:
            continue
        keep = (
            query.source in (None, one.source)
            and (not query.statuses or one.status in query.statuses)
            and (query.date_from is None or (day is not None and day >= query.date_from))
            and (query.date_to is None or (day is not None and day <= query.date_to))
            and (not query.item_no or (one.item is not None and one.item.number.startswith(query.item_no)))
            and (not query.order_no or (one.order_no or "").startswith(query.order_no))
            and all(fold(word) in searchable(one, one.messages or ()).folded for word in query.text.split())
        )
        if keep:
            found.append(one)
    newest = sorted(found, key=lambda one: one.received_at, reverse=True)
    match query.sort:
        case SortOrder.NEWEST:
            ordered = newest
        case SortOrder.OLDEST:
            ordered = newest[::-1]
        case SortOrder.LONGEST_WAITING:
            waiting = [one for one in newest[::-1] if one.status != Status.ANSWERED]
            ordered = waiting + [one for one in newest if one.status == Status.ANSWERED]
    return [one.id for one in ordered]


DAYS = st.none() | st.dates(date(2026, 2, 10), date(2026, 3, 4))
QUERIES = st.builds(
    InquiryQuery,
    source=st.sampled_from([None, Source.CUSTOMER, Source.QOO10]),
    date_field=st.sampled_from(DateField),
    date_from=DAYS,
    date_to=DAYS,
    statuses=st.frozensets(st.sampled_from(STATUSES), max_size=3),
    item_no=st.sampled_from(["", "55", "550003", "9"]),
    order_no=st.sampled_from(["", "77", "770001", "%", "_"]),
    text=st.sampled_from(["", "サイズ", "DELIVERY", "質問 1", "問", "山田", "770002", "いの"]),
    sort=st.sampled_from(SortOrder),
)


@given(query=QUERIES)
@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_every_query_finds_what_the_rule_says(store: AccountStore, query: InquiryQuery) -> None:
    ids = store.inquiries.ids(SHOP, query)
    assert [row.inquiry.id for row in store.inquiries.rows(ids)] == _expected(query)
    assert store.inquiries.head(SHOP, query, limit=7) == ids[:7]
    counts = store.inquiries.counts(SHOP, query, since_ms=0).matching
    for status in STATUSES:
        alone = structs.replace(query, statuses=frozenset({status}), sort=SortOrder.NEWEST)
        assert counts.get(status, 0) == len(_expected(alone))


@pytest.mark.parametrize(
    "query",
    [
        InquiryQuery(),
        InquiryQuery(source=Source.CUSTOMER),
        InquiryQuery(source=Source.CUSTOMER, sort=SortOrder.OLDEST),
        InquiryQuery(source=Source.CUSTOMER, statuses=frozenset({Status.UNANSWERED})),
        InquiryQuery(source=Source.CUSTOMER, sort=SortOrder.LONGEST_WAITING),
    ],
    ids=repr,
)
def test_the_usual_lists_are_read_in_order_from_an_index(store: AccountStore, query: InquiryQuery) -> None:
    def plan(connection: Connection) -> list[str]:
        return [
            line[3]
            for sql, values in id_statements(question_of(connection, 1, query))
            for line in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)
        ]

    lines = store.database.read(plan)
    assert all("COVERING INDEX" in line for line in lines), lines
    assert not any("TEMP B-TREE" in line for line in lines)


@pytest.mark.parametrize("query", [InquiryQuery(item_no="55"), InquiryQuery(order_no="77")], ids=repr)
def test_number_prefixes_are_ranges_of_an_index(store: AccountStore, query: InquiryQuery) -> None:
    def plan(connection: Connection) -> list[str]:
        ((sql, values),) = id_statements(question_of(connection, 1, query))
        return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]

    lines = store.database.read(plan)
    assert any("_no>" in line for line in lines), lines


def test_counters_follow_every_change() -> None:
    store = AccountStore(None, None, now=START)
    store.inquiry_writes.put(SHOP, [inquiry(1), inquiry(2), inquiry(3)])
    store.inquiry_writes.put(SHOP, [inquiry(1, version=2, status=Status.ANSWERED)])
    store.inquiry_writes.delete([InquiryId("i2"), InquiryId("unknown")])
    assert store.inquiries.unanswered(SHOP) == 1
    counts = store.inquiries.counts(SHOP, InquiryQuery(), since_ms=0)
    assert counts.matching == {Status.UNANSWERED: 1, Status.ANSWERED: 1}
    assert counts.last_30_days == {
        (Source.CUSTOMER, Status.UNANSWERED): 1,
        (Source.CUSTOMER, Status.ANSWERED): 1,
    }
    store.close()


def test_what_was_seen_at_which_version_is_remembered() -> None:
    store = AccountStore(None, None, now=START)
    first = inquiry(1, version=3)
    assert first.messages is not None
    later = structs.replace(first.messages[0], id="m2")
    store.inquiry_writes.put(SHOP, [first])
    store.inquiry_writes.put(SHOP, [inquiry(1, version=5, messages=(*first.messages, later))])
    stored = store.inquiries.get(InquiryId("i1"))
    assert stored is not None
    assert stored.seen_at(2) == frozenset()
    assert stored.seen_at(4) == {"m1-1"}
    assert stored.seen_at(5) == {"m1-1", "m2"}
    store.close()


def test_words_of_a_newer_service_and_hostile_text_survive() -> None:
    store = AccountStore(None, None, now=START)
    strange = inquiry(1, title="\x00<b>'; DROP TABLE inquiry; --\u202e", status=Status("parked"), kind="")
    store.inquiry_writes.put(SHOP, [strange])
    (row,) = store.inquiries.rows(store.inquiries.ids(SHOP, InquiryQuery()))
    assert row.inquiry == structs.replace(strange, messages=None)
    assert not row.inquiry.status.is_known
    store.close()


def test_duplicate_ids_in_one_page_end_as_the_last() -> None:
    store = AccountStore(None, None, now=START)
    written = store.inquiry_writes.put(SHOP, [inquiry(1), inquiry(1, version=2, title="新")])
    assert written.changed == written.arrived == {"i1"}
    stored = store.inquiries.get(InquiryId("i1"))
    assert stored is not None
    assert stored.inquiry.title == "新"
    store.close()
