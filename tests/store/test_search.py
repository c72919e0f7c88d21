"""Why: the index finds exactly what reading every text would find, whatever happened to the rows before."""

from array import array
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from qpost.models.inquiry import Customer, Inquiry, InquiryId, ItemRef, MessageId, Status
from qpost.models.jst import business_date
from qpost.models.search import InquiryQuery, SortOrder
from qpost.models.search_fold import fold
from qpost.models.search_words import search_words
from qpost.store import search, search_head
from qpost.store.account_store import AccountStore
from qpost.store.database import Connection, Database
from qpost.store.migrations import MIGRATIONS
from qpost.store.search_index import fold_before, searchable
from qpost.store.times import to_ms
from tests.services.marketplace import SHOP, START, inquiry

NAMES = ("山田 花子", "ﾀﾅｶ", "Kim", "王小明")
NARROW_BITS = 3
BODIES = (
    "配送はいつですか？",
    "ｻｲｽﾞを変更したい",
    "Where is my ORDER?",
    "배송 언제 오나요",
    "請問有貨嗎",
    "靴",
)


def _one(number: int, *, body: str | None = None, version: int = 1) -> Inquiry:
    plain = inquiry(number)
    (message,) = plain.messages or ()
    at = START - timedelta(hours=5 * number)
    said = structs.replace(message, body=body or f"{BODIES[number % len(BODIES)]} {number}", at=at)
    return structs.replace(
        plain,
        version=version,
        received_at=at,
        status=(Status.UNANSWERED, Status.ANSWERING, Status.ANSWERED)[number % 3],
        customer=Customer(NAMES[number % len(NAMES)]),
        order_no=f"77{number:04d}",
        item=ItemRef(f"55{number % 7:04d}", ("レザー・サンダル", "ワンピース")[number % 2], "", ""),
        messages=(said, structs.replace(said, id=MessageId(f"m{number}-2"), body="ありがとうございます")),
    )


INQUIRIES = [_one(number) for number in range(90)]


@pytest.fixture(scope="module")
def store() -> Iterator[AccountStore]:
    """A store in memory with 90 inquiries."""
    store = AccountStore(None, None, now=START)
    store.inquiry_writes.put(SHOP, INQUIRIES)
    store.database.write(_make_bands_narrow)
    yield store
    store.close()


def _is_hit(one: Inquiry, text: str) -> bool:
    asked, said = search_words(text), searchable(one, one.messages or ())
    day = business_date(one.received_at)
    return (
        all(fold(word) in said.folded for word in asked.words)
        and all(fold(name) in fold(one.customer.name) for name in asked.senders)
        and all(fold(item) in said.item for item in asked.items)
        and all((one.order_no or "").startswith(order) for order in asked.orders)
        and (not asked.statuses or one.status in asked.statuses)
        and (asked.before is None or day < asked.before)
        and (asked.since is None or day >= asked.since)
    )


def _make_bands_narrow(connection: Connection) -> None:
    """Divide what a band holds, as a store with many more rows is divided."""
    connection.execute("DELETE FROM search_band")
    connection.execute(
        "INSERT INTO search_band SELECT row_id >> ?, max(received_at), min(received_at)"
        " FROM search_row GROUP BY 1",
        (NARROW_BITS,),
    )


def _found(store: AccountStore, text: str, sort: SortOrder = SortOrder.NEWEST) -> list[str]:
    query = InquiryQuery(text=text, sort=sort)
    ids = store.inquiries.ids(SHOP, query)
    assert store.inquiries.head(SHOP, query, limit=10) == ids[:10]
    return [row.inquiry.id for row in store.inquiries.rows(ids)]


def _expected(inquiries: list[Inquiry], text: str) -> list[str]:
    newest = sorted(inquiries, key=lambda one: one.received_at, reverse=True)
    return [one.id for one in newest if _is_hit(one, text)]


WORDS = st.sampled_from(
    [
        "い",
        "靴",
        "さいず",
        "サイズを変更",
        "order",
        "ORDER 1",
        "배송",
        "請",
        "1",
        "12",
        "です",
        "山田",
        "ん",
        "無",
    ]
)
OPERATORS = st.sampled_from(
    [
        "from:花子",
        "from:たなか",
        "item:さんだる",
        "item:550003",
        "order:77000",
        "status:answered",
        "status:unprocessed status:answering",
        "before:2026-02-25",
        "after:2026-02-20",
        'from:"山田 花子"',
        '"where is"',
    ]
)


@pytest.mark.parametrize(("walked_rows", "rare_hits"), [(1, 1), (5, 8), (30, 1), (1, 2_000), (500, 2_000)])
@given(parts=st.lists(WORDS | OPERATORS, min_size=1, max_size=3))
@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_index_finds_what_reading_everything_finds(
    store: AccountStore, walked_rows: int, rare_hits: int, parts: list[str]
) -> None:
    text = " ".join(parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_head, "_BAND_BITS", NARROW_BITS)
        patch.setattr(search_head, "_WALKED_ROWS", walked_rows)
        patch.setattr(search_head, "_RARE_HITS", rare_hits)
        assert _found(store, text) == _expected(INQUIRIES, text)
        waiting = _found(store, text, sort=SortOrder.LONGEST_WAITING)
    assert sorted(waiting) == sorted(_expected(INQUIRIES, text))
    counts = store.inquiries.counts(SHOP, InquiryQuery(text=text), since_ms=0).matching
    assert sum(counts.values()) == len(waiting)


def test_a_text_that_makes_no_sense_is_not_asked(store: AccountStore) -> None:
    with pytest.raises(ValueError, match="no-day"):
        store.inquiries.ids(SHOP, InquiryQuery(text="before:xyz"))


def test_a_rare_word_is_found_by_the_index_and_not_by_reading(store: AccountStore) -> None:
    def plan(connection: Connection) -> list[str]:
        question = search.question_of(connection, 1, InquiryQuery(text="靴"))
        ((sql, values),) = search.id_statements(question)
        return [line[3] for line in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]

    lines = store.database.read(plan)
    assert any("VIRTUAL TABLE" in line for line in lines), lines
    assert not any("search_text" in line or "inquiry" in line for line in lines), lines


def test_a_middling_word_is_searched_in_no_more_bands_than_needed(
    store: AccountStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_head, "_BAND_BITS", NARROW_BITS)
    monkeypatch.setattr(search_head, "_WALKED_ROWS", 1)
    monkeypatch.setattr(search_head, "_RARE_HITS", 1)
    asked: list[str] = []

    def trace(_: object, sql: str, __: object) -> bool:
        asked.append(sql)
        return True

    def read(connection: Connection) -> list[int]:
        connection.exec_trace = trace
        try:
            question = search.question_of(connection, 1, InquiryQuery(text="靴"))
            return search_head.head_ids(connection, question, 2)
        finally:
            connection.exec_trace = None

    assert store.database.read(read) == list(store.inquiries.ids(SHOP, InquiryQuery(text="靴"))[:2])
    assert 1 <= sum("f.rowid BETWEEN" in sql for sql in asked) <= 3


def test_the_bounds_of_a_band_follow_what_is_stored() -> None:
    store = AccountStore(None, None, now=START)
    store.inquiry_writes.put(SHOP, [_one(2), _one(1)])
    store.inquiry_writes.put(SHOP, [structs.replace(_one(1), received_at=START, version=2), _one(5)])
    bands = store.database.read(lambda c: c.execute("SELECT * FROM search_band").fetchall())
    assert bands == [(0, to_ms(START), to_ms(START - timedelta(hours=25)))]


def test_the_index_follows_changes_and_deletions() -> None:
    store = AccountStore(None, None, now=START)
    store.inquiry_writes.put(SHOP, [_one(1, body="赤い傘"), _one(2, body="青い傘"), _one(3, body="傘")])
    assert _found(store, "傘") == ["i1", "i2", "i3"]
    store.inquiry_writes.put(SHOP, [_one(1, body="赤い帽子", version=2)])
    assert _found(store, "傘") == ["i2", "i3"]
    assert _found(store, "帽子") == ["i1"]
    store.inquiry_writes.put(
        SHOP, [structs.replace(_one(2, body="青い傘"), status=Status.ANSWERED, version=2)]
    )
    assert _found(store, "傘 status:answered") == ["i2"]
    store.inquiry_writes.delete([InquiryId("i3")])
    assert _found(store, "傘") == ["i2"]
    store.inquiry_writes.put(SHOP, [_one(4, body="何もない")])
    assert _found(store, "傘") == ["i2"]
    left = store.database.read(lambda c: c.execute("SELECT count(*) FROM search_row").fetchall()[0][0])
    assert left == 3
    store.close()


def test_the_parts_of_the_index_are_merged_afterwards() -> None:
    store = AccountStore(None, None, now=START)
    for number in range(14):
        store.inquiry_writes.put(SHOP, [_one(number)])
    parts = "SELECT count(DISTINCT segid) FROM search_index_idx"
    before = store.database.read(lambda c: c.execute(parts).get)
    steps = 0
    while store.search_backlog.work_off():
        steps += 1
    assert steps > 0
    assert store.database.read(lambda c: c.execute(parts).get) < before
    assert len(_found(store, "ありがとう")) == 14
    store.close()


def test_more_words_than_the_index_is_asked_for_must_all_be_there() -> None:
    words = [first + second for first in "あいうえお" for second in "かきくけこさ"]
    store = AccountStore(None, None, now=START)
    store.inquiry_writes.put(SHOP, [_one(1, body=" ".join(words[:24])), _one(2, body=" ".join(words))])
    query = InquiryQuery(text=" ".join(words))
    assert _found(store, query.text) == ["i2"]
    assert sum(store.inquiries.counts(SHOP, query, since_ms=0).matching.values()) == 1
    store.close()


@pytest.mark.parametrize(
    "query",
    [
        InquiryQuery(text="order:７７０００３"),
        InquiryQuery(order_no=" ７７０００３"),
        InquiryQuery(item_no="５５０００３", order_no="７７０００３"),
    ],
)
def test_a_number_may_be_typed_in_full_width(store: AccountStore, query: InquiryQuery) -> None:
    rows = store.inquiries.rows(store.inquiries.ids(SHOP, query))
    assert [row.inquiry.id for row in rows] == ["i3"]


def test_a_snippet_shows_what_the_line_does_not(store: AccountStore) -> None:
    query = InquiryQuery(text="配送")
    rows = store.inquiries.rows(store.inquiries.ids(SHOP, query), words=["配送"])
    assert rows
    assert all("配送はいつですか" in row.snippet for row in rows)
    named = store.inquiries.rows(store.inquiries.ids(SHOP, InquiryQuery(text="Kim")), words=["Kim"])
    assert {row.snippet for row in named} == {""}


# -- a store an earlier version made


def _copy(source: Database, target: Database, table: str) -> None:
    rows = source.read(lambda c: c.execute(f"SELECT * FROM {table}").fetchall())  # noqa: S608
    marks = ", ".join("?" * len(rows[0]))
    sql = f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608
    target.write(lambda c: c.executemany(sql, rows))


def _earlier_store(path: Path, inquiries: list[Inquiry]) -> None:
    """Make a store as the first format had it."""
    AccountStore(path, None, now=START).close()
    path.unlink()
    database = Database(path, None, migrations=MIGRATIONS[:1])
    source = AccountStore(None, None, now=START)
    source.inquiry_writes.put(SHOP, inquiries)
    for table in ("shop_key", "inquiry", "thread"):
        _copy(source.database, database, table)
    texts = [
        (row_id, fold_before(f"{one.title}\n{one.customer.name}\n{(one.messages or ())[0].body}"))
        for row_id, one in enumerate(inquiries, 1)
    ]
    database.write(lambda c: c.executemany("INSERT INTO search_text VALUES (?, ?)", texts))
    database.close()
    source.close()


def test_an_earlier_store_can_be_searched_while_it_is_indexed_and_across_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "account.db"
    inquiries = [_one(number) for number in range(450)]
    _earlier_store(path, inquiries)
    store = AccountStore(path, None, now=START)
    assert _found(store, "ORDER") == _expected(inquiries, "ORDER")
    assert _found(store, "from:ﾀﾅｶ 靴") == _expected(inquiries, "from:ﾀﾅｶ 靴")
    assert store.search_backlog.work_off() is True
    newer = _one(900, body="サイズ 900")
    store.inquiry_writes.put(SHOP, [newer])
    assert _found(store, "ORDER") == _expected(inquiries, "ORDER")
    store.close()
    store = AccountStore(path, None, now=START)
    steps = 1
    while store.search_backlog.work_off():
        steps += 1
    assert steps >= 2
    assert store.search_backlog.work_off() is False
    everything = [*inquiries, newer]
    for text in ("さいず", "サイズ を変更", "靴", "item:サンダル", "from:たなか", "status:answered order"):
        assert _found(store, text) == _expected(everything, text)
    store.inquiry_writes.delete([newer.id])
    assert _found(store, "900") == []
    store.close()


# -- a list that is kept up to date

CHANGES = st.lists(
    st.tuples(st.integers(0, 30), st.sampled_from(list(Status)), st.integers(0, 40), st.booleans()),
    min_size=1,
    max_size=5,
)
QUERIES = st.builds(
    InquiryQuery,
    statuses=st.sampled_from([frozenset(), frozenset({Status.UNANSWERED}), frozenset({Status.ANSWERED})]),
    text=st.sampled_from(["", "さ", "status:answered", "傘"]),
    sort=st.sampled_from(SortOrder),
)


@given(changes=CHANGES, query=QUERIES)
@settings(deadline=None, max_examples=150)
def test_a_merged_list_is_the_list_read_anew(
    changes: list[tuple[int, Status, int, bool]], query: InquiryQuery
) -> None:
    store = AccountStore(None, None, now=START)
    store.inquiry_writes.put(SHOP, INQUIRIES[:25])
    before = store.inquiries.ids(SHOP, query)
    kept = array("q", before)
    touched = set()
    for version, (number, status, hours, is_umbrella) in enumerate(changes, 2):
        one = _one(number, body="傘" if is_umbrella else None, version=version)
        received_at = START - timedelta(hours=hours)
        store.inquiry_writes.put(SHOP, [structs.replace(one, status=status, received_at=received_at)])
        touched.add(one.id)
    merged = store.inquiries.merged(SHOP, query, before, touched)
    assert before == kept
    assert merged == store.inquiries.ids(SHOP, query)
    store.close()


def test_a_list_that_lost_an_inquiry_is_read_anew() -> None:
    store = AccountStore(None, None, now=START)
    store.inquiry_writes.put(SHOP, INQUIRIES[:5])
    ids = store.inquiries.ids(SHOP, InquiryQuery())
    store.inquiry_writes.delete([InquiryId("i2")])
    assert store.inquiries.merged(SHOP, InquiryQuery(), ids, [InquiryId("i2")]) is None
    store.inquiry_writes.delete([InquiryId("i3")])
    store.inquiry_writes.put(SHOP, [_one(3, version=9)])
    stale = store.inquiries.merged(SHOP, InquiryQuery(), ids, [InquiryId("i3")])
    assert stale is None or stale == store.inquiries.ids(SHOP, InquiryQuery())
    store.close()
