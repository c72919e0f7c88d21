"""Why: a service on a real socket whose clock and database the test holds in its hands."""

import itertools
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx
import uvicorn
from sqlalchemy import Engine, func, insert, select

from qpost.models.inquiry import Author
from qpost.models.jst import business_date
from qpost.models.periods import last_month
from qpost.models.qcash import EntryKind
from qpost.models.shipping_score import GoodsKind, ShippingGrade, Side, era_of, score
from qpost.server.app import build_app, build_service
from qpost.server.changes import NewMessage, create_inquiry
from qpost.server.database import accounts, items, orders, reading, shops, writing
from qpost.server.http_protocol import ProblemProtocol
from qpost.server.ids import INQUIRY, SHOP, public_id, to_us
from qpost.server.journal import Movement, book
from qpost.server.money_tables import (
    QCASH,
    SALES,
    SCHEDULED,
    SETTLEMENT,
    item_days,
    postings,
    shop_books,
)
from qpost.server.passwords import hash_password, hash_printed_password
from qpost.server.rates import Rate
from qpost.server.service import Service

PASSWORD = "correct horse 電池 staple"
_PASSWORD_HASH = hash_password(PASSWORD)
ACCOUNT_PASSWORD = "Q通帳 another secret"
_ACCOUNT_HASH = hash_printed_password(ACCOUNT_PASSWORD)  # a cheap one: tests send it 64 times at once
NO_LIMIT = Rate(per_s=0, burst=1)
_numbers = itertools.count(1)


class Clock:
    """A clock that runs, and can be put forward."""

    def __init__(self) -> None:
        self.ahead = timedelta(0)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@dataclass
class Seller:
    """An account with one shop and a signed-in client."""

    login: str
    email: str
    account_row: int
    shop_row: int
    shop: str
    client: httpx.Client

    @property
    def path(self) -> str:
        return f"/v1/shops/{self.shop}"


class Staged:
    """A running service; every seller made by it is new and has nothing to do with the others."""

    def __init__(self, url: str, *, service: Service, engine: Engine, clock: Clock) -> None:
        self.url = url
        self.service = service
        self.engine = engine
        self.clock = clock
        self._clients: list[httpx.Client] = []

    def new_client(self) -> httpx.Client:
        client = httpx.Client(base_url=self.url, timeout=60)
        self._clients.append(client)
        return client

    def close(self) -> None:
        for client in self._clients:
            client.close()

    def sign_in(self, login: str, *, extension: str = "", password: str = PASSWORD) -> httpx.Client:
        client = self.new_client()
        body = {"login": login, "password": password, "device": "test", "extension": extension}
        answer = client.post("/v1/sessions", json=body)
        assert answer.status_code == 201, answer.text
        client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
        return client

    def new_seller(self) -> Seller:
        number = next(_numbers)
        login, email = f"seller{number}", f"seller{number}@example.jp"
        with writing(self.engine) as connection:
            account = connection.execute(
                insert(accounts)
                .values(login=login, email=email, display_name="店主", password_hash=_PASSWORD_HASH)
                .returning(accounts.c.id)
            ).scalar_one()
            shop_row = connection.execute(
                insert(shops)
                .values(account_id=account, name="花屋", code="hana", country="JP", inquiry_email=email)
                .returning(shops.c.id)
            ).scalar_one()
        shop = public_id(SHOP, shop_row)
        return Seller(login, email, account, shop_row, shop, self.sign_in(login, extension="E1"))

    def new_item(self, seller: Seller, number: str) -> None:
        values = {"name": "青い花瓶", "category": "雑貨", "price": 1980, "url": "https://example.jp/i/1"}
        with writing(self.engine) as connection:
            connection.execute(insert(items).values(shop_id=seller.shop_row, number=number, **values))

    def new_order(self, seller: Seller, number: str) -> None:
        lines = '[{"number":"1","name":"青い花瓶","quantity":2}]'
        with writing(self.engine) as connection:
            connection.execute(
                insert(orders).values(
                    shop_id=seller.shop_row, number=number, lines_json=lines, paid_us=to_us(self.clock())
                )
            )

    def new_inquiry(self, seller: Seller, *, age: timedelta = timedelta(0), **values: Any) -> str:
        """Store a customer's inquiry that arrived ``age`` ago and return its id."""
        number = next(_numbers)
        columns = {
            "number": f"Q{number:08}",
            "source": "customer",
            "visibility": "private",
            "kind": "question",
            "category": "shipping",
            "status": "unanswered",
            "title": "配送について",
            "customer_name": "山田",
            "customer_email": "yamada@example.jp",
        } | values
        message = NewMessage(
            author=Author.CUSTOMER, author_name="山田", title="配送について", body="いつ届きますか？"
        )
        with writing(self.engine) as connection:
            row = create_inquiry(
                connection, shop_id=seller.shop_row, now=self.clock() - age, message=message, **columns
            )
        return public_id(INQUIRY, row)

    def open_books(self, seller: Seller, *, settlement: int = 0, scheduled: int = 0) -> None:
        """Give the shop a Q account with :data:`ACCOUNT_PASSWORD` and money in it."""
        with writing(self.engine) as connection:
            connection.execute(
                insert(shop_books).values(
                    shop_id=seller.shop_row,
                    grade="good",
                    password_hash=_ACCOUNT_HASH,
                    gift_tickets=3,
                    q_points=58_234,
                    coupons=11,
                    q_stamps=39,
                )
            )
            for account, amount in ((SETTLEMENT, settlement), (SCHEDULED, scheduled)):
                if amount:
                    book(
                        connection,
                        Movement(source=SALES, target=account, amount=amount),
                        shop_id=seller.shop_row,
                        now=self.clock(),
                        kind=EntryKind.OPENING,
                        description="精算",
                    )

    def sell(
        self,
        seller: Seller,
        item_no: str,
        day: date,
        *,
        goods: GoodsKind = GoodsKind.GENERAL,
        side: Side = Side.LOCAL,
        **counts: int,
    ) -> None:
        """Store what an item did on a day: columns of ``item_days``, scored as the rules say."""
        known = {grade: counts.get(grade.value, 0) for grade in ShippingGrade}
        shipping = int(score(goods, era_of(day), known) * 10)
        lost = 3 * counts.get("cancel_return", 0) + 2 * counts.get("not_received", 0)
        service = shipping + 10 * (counts.get("recommended", 0) - counts.get("not_recommended", 0) - lost)
        with writing(self.engine) as connection:
            connection.execute(
                insert(item_days).values(
                    shop_id=seller.shop_row,
                    item_no=item_no,
                    day=day.toordinal(),
                    goods=goods.value,
                    side=side.value,
                    shipping_tenths=shipping,
                    service_tenths=service,
                    **counts,
                )
            )

    def earn(self, seller: Seller, points: int, *, item_no: str = "501876938") -> None:
        """Let the shop have earned ``points`` last month."""
        self.new_item(seller, item_no)
        month = last_month(business_date(self.clock()))
        if points >= 0:
            self.sell(seller, item_no, month.first, recommended=points)
        else:
            self.sell(seller, item_no, month.first, not_recommended=-points)

    def held(self, seller: Seller, account: str = QCASH) -> int:
        """Return the sum of all postings of an account, after checking what must always hold."""
        own = postings.c.shop_id == seller.shop_row
        with reading(self.engine) as connection:
            by_entry = connection.execute(
                select(func.sum(postings.c.amount)).where(own).group_by(postings.c.entry_id)
            ).scalars()
            assert {int(sum_) for sum_ in by_entry} <= {0}
            rows = connection.execute(
                select(postings).where(own, postings.c.account == account).order_by(postings.c.number)
            ).all()
        assert [row.number for row in rows] == list(range(1, len(rows) + 1))
        sums = list(itertools.accumulate(row.amount for row in rows))
        assert [row.balance_after for row in rows] == sums
        assert [row.at_us for row in rows] == sorted(row.at_us for row in rows)
        return sums[-1] if sums else 0


@contextmanager
def running(engine: Engine, **options: Any) -> Iterator[Staged]:
    """Serve ``engine`` on a free port of this computer until the block ends."""
    clock = Clock()
    service = build_service(engine, now=clock, **{"requests": NO_LIMIT, "sign_ins": NO_LIMIT} | options)
    ready = threading.Event()

    class Server(uvicorn.Server):
        async def startup(self, sockets: Any = None) -> None:
            await super().startup(sockets)
            ready.set()

    config = uvicorn.Config(
        build_app(service),
        port=0,
        http=ProblemProtocol,
        ws="none",
        log_config=None,
        timeout_graceful_shutdown=1,
    )
    server = Server(config)
    thread = threading.Thread(target=server.run, name="service")
    thread.start()
    try:
        assert ready.wait(60)
        port = server.servers[0].sockets[0].getsockname()[1]
        staged = Staged(f"http://127.0.0.1:{port}", service=service, engine=engine, clock=clock)
        try:
            yield staged
        finally:
            staged.close()
    finally:
        service.hub.close()
        server.should_exit = True
        thread.join(30)
        assert not thread.is_alive()


def keyed(key: str | None = None) -> dict[str, str]:
    """Return the header of a write; a new key unless one is given."""
    return {"Idempotency-Key": key or str(uuid.uuid4())}


def reply_body(version: int = 1, **values: object) -> dict[str, object]:
    body = {"title": "[Re] 配送について", "body": "明日発送します。", "status": "answered"}
    return {**body, "attachment_ids": [], "expected_version": version, **values}


def slug(answer: httpx.Response) -> str:
    """Return the slug of a problem after checking its shape."""
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    body = answer.json()
    assert body["status"] == answer.status_code
    assert {"type", "title", "detail", "instance"} <= set(body)
    assert ("errors" in body) == (answer.status_code == 422)
    if answer.status_code in (429, 503):
        assert int(answer.headers["retry-after"]) >= 1
    return str(body["type"])
