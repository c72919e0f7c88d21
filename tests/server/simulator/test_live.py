"""Why: in a live demo customers write and react by themselves, seen in the feed and the events."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, func, select

from qpost.models.inquiry import Author
from qpost.server.changes import NewMessage, change_inquiry, inquiry_for_change, lock_account
from qpost.server.database import (
    create_schema,
    events,
    inquiries,
    messages,
    open_engine,
    orders,
    reading,
    sqlite_url,
    writing,
)
from qpost.server.ids import to_us
from qpost.server.simulator import populate
from qpost.server.simulator.live import LiveShop

WAIT_S = 20.0


class Bell:
    """Lets a test wait until something holds, looking again whenever the shop changed."""

    def __init__(self) -> None:
        self._rung = threading.Condition()

    def ring(self) -> None:
        with self._rung:
            self._rung.notify_all()

    def wait_until(self, holds: Callable[[], bool]) -> bool:
        with self._rung:
            return self._rung.wait_for(holds, WAIT_S)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(sqlite_url(tmp_path / "service.db"))
    create_schema(engine)
    populate(engine, seed=3, inquiries=200, now=datetime.now(UTC))
    yield engine
    engine.dispose()


def count(engine: Engine) -> int:
    with reading(engine) as connection:
        return connection.execute(select(func.count()).select_from(inquiries)).scalar_one()


def newest(engine: Engine, inquiry_id: int) -> Any:
    with reading(engine) as connection:
        return connection.execute(select(inquiries).where(inquiries.c.id == inquiry_id)).one()


def answer(engine: Engine, *, auto: bool = False) -> int:
    """Reply to the newest open customer's inquiry as the service's route does."""
    open_one = (
        select(inquiries)
        .where(inquiries.c.status == "unanswered", inquiries.c.source == "customer")
        .order_by(inquiries.c.received_us.desc())
    )
    now = datetime.now(UTC)
    with writing(engine) as connection:
        lock_account(connection, 1)
        found = connection.execute(open_one).first()
        assert found is not None
        row = inquiry_for_change(connection, shop_id=found.shop_id, inquiry_id=found.id)
        message = NewMessage(Author.SHOP, "あかり雑貨店", "[Re] x", "承知いたしました。", auto=auto)
        change_inquiry(connection, row, now=now, message=message, status="answered", replied_us=to_us(now))
    return int(found.id)


def test_new_inquiries_arrive_with_events_and_a_place_in_the_feed(engine: Engine) -> None:
    bell = Bell()
    shop = LiveShop(engine, seed=3, wake=bell.ring, rate_per_s=60)
    shop.start()
    try:
        assert bell.wait_until(lambda: count(engine) >= 230)
    finally:
        shop.stop()
    with reading(engine) as connection:
        new = connection.execute(select(inquiries).where(inquiries.c.id > 200)).all()
        created = connection.execute(select(events.c.inquiry_id).where(events.c.type == "inquiry.created"))
        assert set(created.scalars()) == {row.id for row in new}
        placed = {tuple(row) for row in connection.execute(select(orders.c.shop_id, orders.c.number))}
        numbers = connection.execute(select(inquiries.c.number)).scalars().all()
    assert all((row.status, row.version, row.message_count) == ("unanswered", 1, 1) for row in new)
    assert {(row.shop_id, row.order_no) for row in new if row.order_no} <= placed
    assert len(numbers) == len(set(numbers))


def test_a_customer_reacts_to_a_reply(engine: Engine) -> None:
    bell = Bell()
    shop = LiveShop(engine, seed=3, wake=bell.ring, rate_per_s=0, reaction_s=(0.01, 0.05), quiet_share=0.0)
    before = {row.id: row for row in _all(engine)}
    shop.start()
    try:
        assert shop.is_open.wait(WAIT_S)
        inquiry_id = answer(engine)
        assert bell.wait_until(lambda: newest(engine, inquiry_id).version == before[inquiry_id].version + 2)
    finally:
        shop.stop()
    row = newest(engine, inquiry_id)
    with reading(engine) as connection:
        thread = connection.execute(
            select(messages).where(messages.c.inquiry_id == inquiry_id).order_by(messages.c.position)
        ).all()
    assert row.status == "unanswered"
    assert row.message_count == len(thread) == before[inquiry_id].message_count + 2
    assert [message.author for message in thread[-2:]] == ["shop", "customer"]
    assert "{" not in thread[-1].body


def _all(engine: Engine) -> list[Any]:
    with reading(engine) as connection:
        return list(connection.execute(select(inquiries)).all())


def test_nobody_reacts_to_a_courtesy_text_(engine: Engine) -> None:
    bell = Bell()
    shop = LiveShop(engine, seed=3, wake=bell.ring, rate_per_s=0, reaction_s=(0.01, 0.05), quiet_share=0.0)
    shop.start()
    try:
        assert shop.is_open.wait(WAIT_S)
        courteous = answer(engine, auto=True)
        after = newest(engine, courteous).version
        replied = answer(engine)
        version = newest(engine, replied).version
        assert bell.wait_until(lambda: newest(engine, replied).version > version)
    finally:
        shop.stop()
    assert newest(engine, courteous).version == after


def test_without_a_demo_seller_nothing_happens(tmp_path: Path) -> None:
    engine = open_engine(sqlite_url(tmp_path / "empty.db"))
    create_schema(engine)
    shop = LiveShop(engine, seed=1, rate_per_s=1000)
    shop.start()
    shop.stop()
    assert count(engine) == 0
    engine.dispose()


def test_a_negative_rate_is_refused(engine: Engine) -> None:
    with pytest.raises(ValueError, match="negative"):
        LiveShop(engine, seed=1, rate_per_s=-1)
