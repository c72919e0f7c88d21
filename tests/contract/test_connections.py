"""Why: whatever service stands behind a connection, a seller's work over it keeps the same promises."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from qpost.api.backend import Backend
from qpost.api.qapi.client import QapiBackend
from qpost.api.rest.client import RestBackend
from qpost.models.account import Account, AccountId, Capability, ShopId
from qpost.models.errors import Offline, Refused, SignInRejected, Unsupported
from qpost.models.inquiry import Author, InquiryId, Status
from qpost.models.outbox import OutboxRow, OutboxState
from qpost.models.reply import HideRequest
from qpost.models.search import InquiryQuery
from qpost.services.link import Link
from qpost.services.publisher import Publisher
from qpost.services.workspace import Workspace
from qpost.store.account_store import AccountStore
from tests.contract.ground import Ground, new_key, some_text
from tests.qapi.fixtures import MakeStandIn
from tests.qapi.market import Market
from tests.qapi.rows import seeded_rows
from tests.service_fixtures import MakeService
from tests.services.desk import KEY

_WORDS = "ご確認ください。\n다음 주에 발송합니다 — 谢谢 😊 髙島屋 ①"


def now() -> datetime:
    return datetime.now(UTC)


class Seller(ABC):
    """A workspace signed in over one kind of connection, and what only its service can tell."""

    shop: ShopId

    def __init__(self, path: Path, *, is_listing: bool) -> None:
        self.backend = self.connect()
        self.sign_in(self.backend)
        publisher = Publisher()
        self.store = AccountStore(path, KEY, now=now())
        link = Link(
            open_backend=self.connect,
            sign_in=self.sign_in,
            publisher=publisher,
            now=now,
            backend=self.backend,
        )
        self.workspace = Workspace(
            account=Account(id=AccountId("a"), login="akari", display_name="あかり"),
            extension="A",
            store=self.store,
            link=link,
            publisher=publisher,
            cache=path.with_suffix(".files"),
            now=now,
            chance=lambda: 1.0,
            is_listing=is_listing,
        )

    @abstractmethod
    def connect(self, password: str | None = None) -> Backend: ...

    @abstractmethod
    def sign_in(self, backend: Backend, password: str | None = None) -> None: ...

    @abstractmethod
    def truth(self) -> dict[InquiryId, list[str]]:
        """Each inquiry of the shop with what customers wrote, oldest first."""

    @abstractmethod
    def received(self, inquiry_id: InquiryId) -> list[str]:
        """The answers the service has taken in for an inquiry."""

    @abstractmethod
    def answer_elsewhere(self, inquiry_id: InquiryId) -> None: ...

    @abstractmethod
    def go_away(self) -> None: ...

    def open_inquiry(self) -> InquiryId:
        """Read, and return an inquiry that waits and nobody has touched."""
        self.workspace.sync.sync_once([self.shop])
        ids = self.store.inquiries.ids(self.shop, InquiryQuery(statuses=frozenset({Status.UNANSWERED})))
        return self.store.inquiries.rows(ids)[0].inquiry.id

    def send(self, inquiry_id: InquiryId) -> OutboxRow:
        thread = self.workspace.inbox.thread(inquiry_id)
        assert thread is not None
        return self.workspace.replies.send(
            key=new_key(),
            shop=self.shop,
            inquiry_id=inquiry_id,
            expected_version=thread.inquiry.version,
            title="[Re] x",
            body=_WORDS,
            status=Status.ANSWERED,
        )

    def state(self, row: OutboxRow) -> OutboxState:
        current = self.workspace.replies.row(row.id)
        assert current is not None
        return current.state


class RestSeller(Seller):
    """Over the service of contract.md."""

    def __init__(self, ground: Ground, path: Path) -> None:
        self.ground = ground
        self.shop = ground.shops[0]
        super().__init__(path, is_listing=False)

    def connect(self, password: str | None = None) -> Backend:
        return RestBackend(self.ground.service.url, now=now)

    def sign_in(self, backend: Backend, password: str | None = None) -> None:
        service = self.ground.service
        backend.sign_in(login=service.login, password=password or service.password, extension="A", device="t")

    def truth(self) -> dict[InquiryId, list[str]]:
        return {
            inquiry_id: [m.body for m in inquiry.messages or () if m.author is Author.CUSTOMER]
            for inquiry_id, inquiry in self.ground.feed(self.shop).items()
        }

    def received(self, inquiry_id: InquiryId) -> list[str]:
        inquiry = self.ground.backend.inquiry(self.shop, inquiry_id)
        return [m.body for m in inquiry.messages or () if m.author is Author.SHOP and m.extension == "A"]

    def answer_elsewhere(self, inquiry_id: InquiryId) -> None:
        version = self.ground.backend.inquiry(self.shop, inquiry_id).version
        colleague = self.ground.signed_in("B")
        colleague.reply(self.shop, inquiry_id, some_text(), expected_version=version, key=new_key())

    def go_away(self) -> None:
        self.ground.service.stop()


class Qoo10Seller(Seller):
    """Over the stand-in of Qoo10's own API."""

    def __init__(self, make_stand_in: MakeStandIn, path: Path) -> None:
        self.stand_in = make_stand_in(Market(seeded_rows(60, until=now())))
        self.market = self.stand_in.market
        self.market.add(body="まだ届きません。")
        self.shop = ShopId(self.market.login)
        super().__init__(path, is_listing=True)

    def connect(self, password: str | None = None) -> Backend:
        return QapiBackend(self.stand_in.url, now=now, api_key=self.market.api_key)

    def sign_in(self, backend: Backend, password: str | None = None) -> None:
        backend.sign_in(
            login=self.market.login, password=password or self.market.password, extension="A", device="t"
        )

    def truth(self) -> dict[InquiryId, list[str]]:
        threads: dict[InquiryId, list[tuple[int, int, str]]] = {}
        for row in self.market.rows:
            inquiry_id = InquiryId(f"{row.type}/{row.question_no}")
            threads.setdefault(inquiry_id, []).append((row.second, int(row.seq_no), row.body))
        return {inquiry_id: [body for *_, body in sorted(rows)] for inquiry_id, rows in threads.items()}

    def received(self, inquiry_id: InquiryId) -> list[str]:
        return [each.text for each in self.market.replies if f"{each.type}/{each.question_no}" == inquiry_id]

    def answer_elsewhere(self, inquiry_id: InquiryId) -> None:
        row = next(row for row in self.market.rows if f"{row.type}/{row.question_no}" == inquiry_id)
        self.market.set_status(row, "S3", quirks=self.stand_in.quirks)

    def go_away(self) -> None:
        self.stand_in.close()


@pytest.fixture(params=["rest", "qapi"])
def seller(
    request: pytest.FixtureRequest,
    grounds: Callable[[str], Ground],
    make_stand_in: MakeStandIn,
    tmp_path: Path,
) -> Iterator[Seller]:
    path = tmp_path / "store.db"
    made: Seller
    if request.param == "rest":
        made = RestSeller(grounds("sqlite"), path)
    else:
        made = Qoo10Seller(make_stand_in, path)
    yield made
    made.workspace.close()
    made.backend.close()


def test_everything_is_read_as_it_was_written(seller: Seller) -> None:
    seller.workspace.sync.sync_once([seller.shop])
    ids = seller.store.inquiries.ids(seller.shop, InquiryQuery())
    stored = {}
    for row in seller.store.inquiries.rows(ids):
        thread = seller.workspace.inbox.thread(row.inquiry.id)
        assert thread is not None
        stored[row.inquiry.id] = [
            m.body for m in thread.inquiry.messages or () if m.author is Author.CUSTOMER
        ]
    assert stored == seller.truth()


def test_an_answer_arrives_once_as_it_was_typed_and_settles(seller: Seller) -> None:
    inquiry_id = seller.open_inquiry()
    row = seller.send(inquiry_id)
    for _ in range(3):
        seller.workspace.delivery.deliver_due()
        seller.workspace.sync.sync_once([seller.shop])
    assert seller.state(row) is OutboxState.SENT
    assert seller.received(inquiry_id) == [_WORDS]
    thread = seller.workspace.inbox.thread(inquiry_id)
    assert thread is not None
    assert thread.inquiry.status is Status.ANSWERED
    assert [m.body for m in thread.inquiry.messages or () if m.author is Author.SHOP][-1] == _WORDS


def test_an_auto_reply_arrives_as_it_was_shown(seller: Seller) -> None:
    inquiry_id = seller.open_inquiry()
    thread = seller.workspace.inbox.thread(inquiry_id)
    assert thread is not None
    shown = seller.workspace.replies.auto_reply_text(seller.shop)
    row = seller.workspace.replies.auto_reply(
        key=new_key(), shop=seller.shop, inquiry_id=inquiry_id, expected_version=thread.inquiry.version
    )
    seller.workspace.delivery.deliver_due()
    assert seller.state(row) is OutboxState.SENT
    assert seller.received(inquiry_id)[-1] == shown


def test_an_answer_by_somebody_else_stops_ours(seller: Seller) -> None:
    inquiry_id = seller.open_inquiry()
    row = seller.send(inquiry_id)
    before = seller.received(inquiry_id)
    seller.answer_elsewhere(inquiry_id)
    seller.workspace.delivery.deliver_due()
    assert seller.state(row) is OutboxState.FAILED
    assert seller.received(inquiry_id) == before


def test_a_wrong_password_is_rejected(seller: Seller) -> None:
    stranger = seller.connect()
    with pytest.raises(SignInRejected):
        seller.sign_in(stranger, "wrong")
    stranger.close()


def test_what_is_offered_works_and_what_is_not_says_so(seller: Seller) -> None:
    backend, shop = seller.backend, seller.shop
    request = HideRequest(title="t", reason="r", sender_email="a@example.jp", restrict_customer=False)
    calls: dict[Capability, Callable[[], object]] = {
        Capability.TEMPLATES: lambda: backend.templates(shop),
        Capability.POINTS: lambda: backend.grade(shop),
        Capability.QCASH: lambda: backend.qcash(shop),
        Capability.HIDE: lambda: backend.hide(
            shop, InquiryId("nothing"), request, expected_version=1, key=new_key()
        ),
        Capability.ORDERS: lambda: backend.order(shop, "404"),
    }
    for capability, call in calls.items():
        if capability not in backend.capabilities:
            with pytest.raises(Unsupported):
                call()
        elif capability in (Capability.HIDE, Capability.ORDERS):
            with pytest.raises(Refused) as caught:
                call()
            assert caught.value.code == "not-found"
        else:
            call()
    assert {Capability.INQUIRIES, Capability.REPLY, Capability.AUTO_REPLY} <= backend.capabilities


def test_a_service_that_is_gone_loses_nothing(
    make_stand_in: MakeStandIn, tmp_path: Path, make_service: MakeService
) -> None:
    ground = Ground(make_service(inquiries=60))
    for seller in (
        RestSeller(ground, tmp_path / "rest.db"),
        Qoo10Seller(make_stand_in, tmp_path / "qapi.db"),
    ):
        row = seller.send(seller.open_inquiry())
        seller.go_away()
        with pytest.raises(Offline) as caught:
            seller.workspace.sync.sync_once([seller.shop])
        assert not caught.value.may_have_arrived
        seller.workspace.delivery.deliver_due()
        assert seller.state(row) is OutboxState.QUEUED
        seller.workspace.close()
        seller.backend.close()
    ground.close()
