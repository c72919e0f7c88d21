"""Why: the demo must be the same every time, complete, and never contradict itself."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

import pytest
from sqlalchemy import Engine, Table, func, insert, inspect, select

from qpost.models.inquiry import Author
from qpost.models.reply import BODY_LIMIT, TITLE_LIMIT
from qpost.server.changes import NewMessage, create_inquiry, preview
from qpost.server.database import (
    accounts,
    attachment_contents,
    attachments,
    create_schema,
    inquiries,
    items,
    message_attachments,
    messages,
    open_engine,
    orders,
    reading,
    shops,
    sqlite_url,
    templates,
    writing,
)
from qpost.server.ids import to_us
from qpost.server.passwords import is_password
from qpost.server.simulator import DemoSeller, populate

NOW = datetime(2026, 3, 17, 5, 10, tzinfo=UTC)
COUNT = 4_000
DATA = (items, orders, inquiries, messages, attachments, attachment_contents, message_attachments, templates)


def new_engine(folder: Path) -> Engine:
    folder.mkdir(parents=True, exist_ok=True)
    engine = open_engine(sqlite_url(folder / "service.db"))
    create_schema(engine)
    return engine


def rows(engine: Engine, table: Table) -> list[Any]:
    with reading(engine) as connection:
        return list(connection.execute(select(table).order_by(*table.primary_key.columns)).all())


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, DemoSeller]]:
    engine = new_engine(tmp_path_factory.mktemp("demo"))
    yield engine, populate(engine, seed=1, inquiries=COUNT, now=NOW)
    engine.dispose()


@pytest.mark.parametrize("count", [0, 1, 37, 400])
def test_same_seed_number_and_time_give_the_same_rows(tmp_path: Path, count: int) -> None:
    engines = [new_engine(tmp_path / name) for name in ("one", "two", "other")]
    for engine, seed in zip(engines, (5, 5, 6), strict=True):
        populate(engine, seed=seed, inquiries=count, now=NOW)
    contents = [[rows(engine, table) for table in DATA] for engine in engines]
    assert contents[0] == contents[1]
    assert contents[0] != contents[2]
    assert len(rows(engines[0], inquiries)) == count
    for engine in engines:
        engine.dispose()


def test_seller_can_sign_in_and_owns_three_shops(demo: tuple[Engine, DemoSeller]) -> None:
    engine, seller = demo
    (account,) = rows(engine, accounts)
    assert (account.login, account.email) == (seller.login, seller.email)
    assert is_password(seller.password, account.password_hash)
    owned = rows(engine, shops)
    assert [shop.name for shop in owned] == [shop.name for shop in seller.shops]
    assert len({shop.country for shop in owned}) == 3
    for shop in owned:
        newest = max(row.seq for row in rows(engine, inquiries) if row.shop_id == shop.id)
        assert shop.last_seq == newest


def test_every_source_status_visibility_and_kind_occurs(demo: tuple[Engine, DemoSeller]) -> None:
    found = rows(demo[0], inquiries)
    assert {(row.source, row.status) for row in found} == {
        (source, status)
        for source in ("customer", "qoo10")
        for status in ("unanswered", "answering", "answered")
    }
    assert {(row.source, row.visibility) for row in found} == {
        ("customer", "public"),
        ("customer", "private"),
        ("qoo10", "private"),
    }
    kinds = {row.kind for row in found}
    assert kinds == {"一般", "商品Q&A", "ヘルプ", "お知らせ", "クレーム仲裁", "配送遅延警告", "確認依頼"}
    assert len({row.category for row in found}) >= 12
    assert any(row.hidden for row in found)
    assert any(row.customer_restricted for row in found)
    authors = {row.author for row in rows(demo[0], messages)}
    assert authors == {"customer", "shop", "qoo10", "system"}


def test_threads_have_1_to_30_messages(demo: tuple[Engine, DemoSeller]) -> None:
    lengths = Counter(row.message_count for row in rows(demo[0], inquiries))
    assert set(lengths) == set(range(1, 31))


def test_columns_agree_with_the_thread(demo: tuple[Engine, DemoSeller]) -> None:
    threads = defaultdict(list)
    for message in rows(demo[0], messages):
        threads[message.inquiry_id].append(message)
    for row in rows(demo[0], inquiries):
        thread = threads[row.id]
        replies = [message for message in thread if message.author == "shop"]
        assert row.message_count == len(thread)
        assert [message.position for message in thread] == list(range(1, len(thread) + 1))
        assert row.last_message_preview == preview(thread[-1].body)
        assert row.title == thread[0].title
        assert row.version >= len(thread)
        assert row.replied_us == (replies[-1].at_us if replies else None)
        assert row.handled_by == (replies[-1].extension if replies else None)
        assert (thread[0].at_us, thread[-1].at_us) == (row.received_us, row.updated_us)
        times = [message.at_us for message in thread]
        assert times == sorted(times)
        if row.status == "answered":
            assert thread[-1].author == "shop"
        if row.status == "unanswered":
            assert thread[-1].author != "shop"
        if row.visibility == "public":
            assert row.item_no is not None
        if row.hidden:
            assert row.visibility == "public"
            assert replies


def test_texts_are_filled_in_and_within_the_limits(demo: tuple[Engine, DemoSeller]) -> None:
    for message in rows(demo[0], messages):
        assert 1 <= len(message.body.strip()) <= BODY_LIMIT
        assert 1 <= len(message.title.strip()) <= TITLE_LIMIT
        assert "{" not in message.body + message.title


def test_nothing_lies_in_the_future_and_the_present_is_busy(demo: tuple[Engine, DemoSeller]) -> None:
    now_us, engine = to_us(NOW), demo[0]
    found = rows(engine, inquiries)
    assert max(row.updated_us for row in found) <= now_us
    assert min(row.received_us for row in found) >= to_us(NOW - timedelta(days=731))
    for order in rows(engine, orders):
        moments = [order.paid_us, order.shipped_us, order.delivered_us]
        known = [moment for moment in moments if moment is not None]
        assert known == sorted(known)
        assert known[-1] <= now_us
        assert (order.shipped_us is None) is (order.tracking_no is None) is (order.on_time is None)
    recent = [row for row in found if row.received_us > to_us(NOW - timedelta(days=30))]
    assert 0.28 < len(recent) / COUNT < 0.38
    waiting = [
        row for row in found if row.shop_id == 1 and row.source == "customer" and row.status == "unanswered"
    ]
    assert 12 <= len(waiting) <= 40
    assert max(row.received_us for row in waiting) > to_us(NOW - timedelta(minutes=45))
    assert min(row.received_us for row in waiting) < to_us(NOW - timedelta(days=1))


def test_references_lead_somewhere_and_recur(demo: tuple[Engine, DemoSeller]) -> None:
    engine = demo[0]
    found = rows(engine, inquiries)
    goods = {(row.shop_id, row.number) for row in rows(engine, items)}
    placed = {(row.shop_id, row.number) for row in rows(engine, orders)}
    assert {(row.shop_id, row.item_no) for row in found if row.item_no} <= goods
    assert {(row.shop_id, row.order_no) for row in found if row.order_no} <= placed
    for column in ("item_no", "order_no", "customer_email"):
        counts = Counter(getattr(row, column) for row in found if getattr(row, column))
        assert max(counts.values()) >= 3


def test_attachments_are_what_they_say(demo: tuple[Engine, DemoSeller]) -> None:
    engine = demo[0]
    contents = {row.sha256: row.content for row in rows(engine, attachment_contents)}
    starts = {"image/png": b"\x89PNG\r\n\x1a\n", "application/pdf": b"%PDF-1.4", "text/plain": b"\xe3"}
    found = rows(engine, attachments)
    assert {row.media_type for row in found} == set(starts)
    for row in found:
        content = contents[row.sha256]
        assert content.startswith(starts[row.media_type])
        assert len(content) == row.size_bytes
    assert len(rows(engine, message_attachments)) == len(found)


def test_a_screenful_does_not_look_cloned(demo: tuple[Engine, DemoSeller]) -> None:
    first = [row.body for row in rows(demo[0], messages) if row.position == 1 and row.author == "customer"]
    for start in range(0, len(first) - 30, 30):
        assert len(set(first[start : start + 30])) >= 28
    assert any(len(body) > 250 for body in first)
    assert any("https://" in body for body in first)


def test_templates_are_offered_in_folders_with_variables(demo: tuple[Engine, DemoSeller]) -> None:
    found = [row for row in rows(demo[0], templates) if row.shop_id == 1]
    assert 6 <= len(found) <= 10
    assert len({row.folder for row in found}) >= 3
    assert all("{customer}" in row.body for row in found)


def test_a_second_call_changes_nothing(tmp_path: Path) -> None:
    engine = new_engine(tmp_path)
    first = populate(engine, seed=1, inquiries=60, now=NOW)
    before = [rows(engine, table) for table in DATA]
    assert populate(engine, seed=2, inquiries=90, now=NOW) == first
    assert [rows(engine, table) for table in DATA] == before
    engine.dispose()


def test_a_run_that_was_cut_off_is_done_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = new_engine(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("qpost.server.simulator.population._finish", _power_cut)
        with pytest.raises(InterruptedError):
            populate(engine, seed=1, inquiries=60, now=NOW)
    seller = populate(engine, seed=1, inquiries=50, now=NOW)
    assert len(rows(engine, inquiries)) == 50
    assert len(seller.shops) == 3
    engine.dispose()


def _power_cut(_connection: object) -> None:
    raise InterruptedError


def test_another_sellers_database_is_refused(tmp_path: Path) -> None:
    engine = new_engine(tmp_path)
    stranger = {"login": "x", "email": "x@example.jp", "display_name": "x", "password_hash": "x"}
    with writing(engine) as connection:
        connection.execute(insert(accounts).values(**stranger))
    with pytest.raises(ValueError, match="another seller"):
        populate(engine, seed=1, inquiries=10, now=NOW)
    with reading(engine) as connection:
        assert connection.execute(select(func.count()).select_from(shops)).scalar_one() == 0
    engine.dispose()


def test_a_negative_number_is_refused(tmp_path: Path) -> None:
    engine = new_engine(tmp_path)
    with pytest.raises(ValueError, match="fewer than no"):
        populate(engine, seed=1, inquiries=-1, now=NOW)
    engine.dispose()


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = new_engine(tmp_path_factory.mktemp("large"))
    populate(engine, seed=1, inquiries=22_000, now=NOW)
    yield engine
    engine.dispose()


def test_a_large_demo_keeps_the_same_promises(large: Engine) -> None:
    threads = defaultdict(list)
    for message in rows(large, messages):
        threads[message.inquiry_id].append(message)
        assert "{" not in message.body + message.title + message.author_name
    found = rows(large, inquiries)
    assert [row.id for row in found] == list(range(1, 22_001))
    received = [row.received_us for row in found]
    assert received == sorted(received)
    for row in found:
        thread = threads[row.id]
        replies = [message for message in thread if message.author == "shop"]
        assert row.message_count == len(thread) <= row.version
        assert (thread[0].at_us, thread[-1].at_us) == (row.received_us, row.updated_us)
        assert row.last_message_preview == preview(thread[-1].body)
        assert row.title == thread[0].title
        assert row.replied_us == (replies[-1].at_us if replies else None)
        assert "{" not in row.title + row.customer_name + row.customer_email
        assert row.updated_us <= to_us(NOW)
    placed = {(row.shop_id, row.number) for row in rows(large, orders)}
    assert {(row.shop_id, row.order_no) for row in found if row.order_no} <= placed
    for shop_id in (1, 2, 3):
        assert [row.seq for row in found if row.shop_id == shop_id] == list(
            range(1, sum(row.shop_id == shop_id for row in found) + 1)
        )


def test_a_large_demo_has_its_files_and_its_indexes(large: Engine) -> None:
    known = {row.id for row in rows(large, attachments)}
    links = rows(large, message_attachments)
    present = {(row.inquiry_id, row.position) for row in rows(large, messages)}
    assert {row.attachment_id for row in links} <= known
    assert {(row.inquiry_id, row.position) for row in links} <= present
    built = {index["name"] for index in inspect(large).get_indexes("inquiries")}
    assert {index.name for index in inquiries.indexes} <= built


class NewDatabases(Protocol):
    """A PostgreSQL server of the test run."""

    def new_database(self) -> str: ...


@pytest.mark.postgresql
def test_postgresql_holds_the_same_demo(postgres: NewDatabases, large: Engine) -> None:
    engine = open_engine(postgres.new_database())
    create_schema(engine)
    populate(engine, seed=1, inquiries=22_000, now=NOW)
    for table in (inquiries, messages, items, message_attachments):
        assert [tuple(row) for row in rows(engine, table)] == [tuple(row) for row in rows(large, table)]
    with writing(engine) as connection:
        found = connection.execute(select(shops.c.id, shops.c.last_seq).order_by(shops.c.id)).all()
        now = NOW + timedelta(minutes=1)
        message = NewMessage(Author.CUSTOMER, "佐藤 葵", "質問", "こんにちは。")
        values = {"number": "99000000", "source": "customer", "visibility": "private", "kind": "一般"}
        more = {"category": "商品", "status": "unanswered", "title": "質問", "customer_name": "佐藤 葵"}
        created = create_inquiry(connection, shop_id=found[0].id, now=now, message=message, **values, **more)
    assert created > 22_000
    engine.dispose()
