"""Why: a service on a real socket whose clock and database the test holds in its hands."""

import itertools
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import uvicorn
from sqlalchemy import Engine, insert

from qpost.models.inquiry import Author
from qpost.server.app import build_app, build_service
from qpost.server.changes import NewMessage, create_inquiry
from qpost.server.database import accounts, items, orders, shops, writing
from qpost.server.http_protocol import ProblemProtocol
from qpost.server.ids import INQUIRY, SHOP, public_id, to_us
from qpost.server.passwords import hash_password
from qpost.server.rates import Rate
from qpost.server.service import Service

PASSWORD = "correct horse 電池 staple"
_PASSWORD_HASH = hash_password(PASSWORD)
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
