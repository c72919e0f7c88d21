"""Why: what the contract's tests share: a running service, desks signed in to it, untouched inquiries."""

import itertools
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import httpx

from qpost.api.rest.client import RestBackend
from qpost.models.account import ShopId
from qpost.models.inquiry import Inquiry, InquiryId, Status
from qpost.models.outbox import OutboxId
from qpost.models.reply import ReplyText
from tests.service_fixtures import RunningService


class Ground:
    """A running service; every test works on inquiries no other test has taken."""

    def __init__(self, service: RunningService) -> None:
        self.service = service
        self._taken: set[InquiryId] = set()
        self._known: dict[ShopId, list[Inquiry]] = {}
        self._opened: list[RestBackend] = []
        self.backend = self.signed_in("A")
        self.shops = [ShopId(shop.id) for shop in service.shops]

    def connect(self) -> RestBackend:
        """Another connection, not signed in."""
        backend = RestBackend(self.service.url, now=lambda: datetime.now(UTC), language="ja")
        self._opened.append(backend)
        return backend

    def signed_in(self, extension: str = "B") -> RestBackend:
        """Another desk of the same account."""
        backend = self.connect()
        backend.sign_in(
            login=self.service.login, password=self.service.password, extension=extension, device="test"
        )
        return backend

    def feed(self, shop: ShopId, *, limit: int = 500) -> dict[InquiryId, Inquiry]:
        """The shop's inquiries as the change feed tells them."""
        rows: dict[InquiryId, Inquiry] = {}
        cursor: str | None = None
        while True:
            page = self.backend.changes(shop, cursor=cursor, limit=limit)
            rows |= {each.id: each for each in page.items}
            for gone in page.deleted:
                rows.pop(gone, None)
            if not page.has_more:
                return rows
            cursor = page.next_cursor

    def take(
        self, where: Callable[[Inquiry], bool] = lambda _: True, *, shop: ShopId | None = None
    ) -> tuple[ShopId, Inquiry]:
        """An inquiry for this test alone, as it is now."""
        for place in [shop] if shop else self.shops:
            if place not in self._known:
                self._known[place] = list(self.feed(place).values())
            for row in self._known[place]:
                if row.id not in self._taken and where(row):
                    self._taken.add(row.id)
                    return place, self.backend.inquiry(place, row.id)
        raise LookupError("the demo shop has no such inquiry left")

    @contextmanager
    def raw(self) -> Iterator[httpx.Client]:
        """A bare HTTP client with a session, for what the connection itself would not send."""
        with httpx.Client(base_url=self.service.url, trust_env=False, timeout=30) as client:
            body = {"login": self.service.login, "password": self.service.password, "device": "raw"}
            token = client.post("/v1/sessions", json=body).json()["access_token"]
            client.headers["Authorization"] = f"Bearer {token}"
            yield client

    def close(self) -> None:
        for backend in self._opened:
            backend.close()


_numbers = itertools.count(1)


def new_key() -> OutboxId:
    """A fresh idempotency key."""
    return OutboxId(str(uuid.uuid4()))


def some_text(
    body: str | None = None, *, status: Status = Status.ANSWERED, title: str = "[Re] x"
) -> ReplyText:
    """A reply like no other."""
    return ReplyText(title=title, body=body or f"ご連絡ありがとうございます {next(_numbers)}", status=status)
