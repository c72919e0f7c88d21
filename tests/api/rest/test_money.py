"""Why: money's requests are exact, its answers are taken whole or not at all, pictures come from home."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from qpost.api.rest.client import RestBackend
from qpost.api.rest.money import own_path
from qpost.models.account import Capability, ShopId
from qpost.models.errors import QpostError, Refused, ServerFault, Unsupported
from qpost.models.points import CategoryId, ItemQuery, PointsPeriod
from qpost.models.qcash import ChargeState, MethodId
from tests.api.staging import (
    HEALTH,
    NOW,
    Play,
    Received,
    Stage,
    StagedServer,
    answer,
    problem,
    session_answer,
)

SHOP = ShopId("s/1")
KEY = "2f7c0c5e-0000-4000-8000-000000000001"
CONVERSION = {
    "month": "2026-11", "last_month_points": "12352.6", "convertible": 12300, "remainder": "52.6",
    "state": "open", "closes_at": "2026-11-30T23:59:59+09:00", "novelty": 1,
}  # fmt: skip
CHARGE = {
    "id": "h1", "amount": 1000, "method": "card", "state": "pending", "created_at": "2026-11-22T09:00:00Z",
    "payment_url": "https://pay.test/x", "expires_at": "2026-11-27T09:00:00+09:00",
}  # fmt: skip
ENTRY = {
    "id": "e1", "at": "2026-11-22T09:00:00+09:00", "amount": -500, "balance_after": 100, "kind": "raffle",
    "description": "", "related": None,
}  # fmt: skip


class Desk:
    """A signed-in client and its staged service: ``play`` answers all but health and sessions."""

    def __init__(self, stage: Callable[..., StagedServer]) -> None:
        self.play: Play = lambda _: answer(content={})
        self.offered = [capability.value for capability in Capability]
        self.server = stage(self._play)
        self.client = RestBackend(self.server.url, now=lambda: NOW)

    def _play(self, request: Received) -> Callable[[Stage], None] | bytes:
        if request.path == "/v1/health":
            return answer(content=HEALTH | {"capabilities": self.offered})
        if request.path == "/v1/sessions":
            return session_answer()
        return self.play(request)

    def says(self, content: object, status: int = 200) -> None:
        """Answer everything with this from now on."""
        self.play = lambda _: answer(status, content)

    @property
    def last(self) -> Received:
        return self.server.requests[-1]


@pytest.fixture
def desk(stage: Callable[..., StagedServer]) -> Iterator[Desk]:
    made = Desk(stage)
    made.client.sign_in(login="seller", password="geheim", extension="A", device="d")
    yield made
    made.client.close()


def test_a_conversion_says_what_the_seller_saw(desk: Desk) -> None:
    desk.says({"points": 12300, "qcash": 12300, "balance": 20000, "at": "2026-11-22T12:00:00+09:00"}, 201)
    result = desk.client.convert(SHOP, expected_convertible=12_300, month="2026-11", key=KEY)
    assert (desk.last.method, desk.last.path) == ("POST", "/v1/shops/s%2F1/service-points/conversion")
    assert desk.last.json() == {"expected_convertible": 12_300, "month": "2026-11"}
    assert desk.last.headers["idempotency-key"] == KEY
    assert (result.balance, result.at) == (20_000, datetime(2026, 11, 22, 3, tzinfo=UTC))


@pytest.mark.parametrize("password", [None, "", "密 碼\\\"'"])
def test_a_charge_carries_the_password_only_when_there_is_one(desk: Desk, password: str | None) -> None:
    desk.says(CHARGE, 201)
    made = desk.client.charge(SHOP, amount=1_000, method=MethodId.CARD, account_password=password, key=KEY)
    body = {"amount": 1_000, "method": "card"}
    assert desk.last.json() == (body if password is None else body | {"account_password": password})
    assert desk.last.headers["idempotency-key"] == KEY
    assert (made.state, made.expires_at) == (ChargeState.PENDING, datetime(2026, 11, 27, tzinfo=UTC))


def test_figures_arrive_exactly_and_new_words_as_they_are(desk: Desk) -> None:
    desk.says(CONVERSION)
    found = desk.client.conversion(SHOP)
    assert (found.last_month_points, found.remainder) == (Decimal("12352.6"), Decimal("52.6"))
    assert found.closes_at == datetime(2026, 11, 30, 14, 59, 59, tzinfo=UTC)
    assert found.closes_at.tzinfo is UTC
    desk.says({"items": [ENTRY], "next_cursor": None})
    [entry] = desk.client.ledger(SHOP, first=None, last=date(2026, 11, 22), cursor="a b", limit=5).items
    assert (entry.kind.value, entry.kind.is_known, entry.at.tzinfo) == ("raffle", False, UTC)
    assert desk.last.path == "/v1/shops/s%2F1/qcash/ledger?limit=5&date_to=2026-11-22&cursor=a+b"


def test_a_question_about_items_names_only_what_is_wished(desk: Desk) -> None:
    desk.says({"items": [], "next_cursor": None})
    query = ItemQuery(PointsPeriod.PAST, date(2019, 6, 1), date(2019, 6, 30))
    desk.client.item_points(SHOP, query, cursor=None, limit=7)
    assert desk.last.path.partition("?")[2] == "period=past&date_from=2019-06-01&date_to=2019-06-30&limit=7"
    query = ItemQuery(PointsPeriod.PAST, query.first, query.last, CategoryId("c1"), "55", "花&瓶")
    desk.client.item_points(SHOP, query, cursor="x", limit=7)
    assert desk.last.path.endswith("limit=7&category=c1&item_no=55&item_name=%E8%8A%B1%26%E7%93%B6&cursor=x")


@pytest.mark.parametrize(
    "row",
    [
        ENTRY | {"amount": "5"},
        ENTRY | {"amount": 2**64},
        ENTRY | {"amount": 1.5},
        ENTRY | {"at": "2026-11-22T09:00:00"},
        {},
    ],
    ids=["text", "too-large", "fraction", "no-offset", "empty"],
)
def test_a_page_with_one_wrong_row_is_no_page(desk: Desk, row: object) -> None:
    desk.says({"items": [ENTRY, row], "next_cursor": None})
    with pytest.raises(ServerFault) as told:
        desk.client.ledger(SHOP, first=None, last=None, cursor=None, limit=5)
    assert not told.value.may_have_arrived


@pytest.mark.parametrize("points", ["NaN", "Infinity", "1e999999", "1" * 19, "0.1234567"])
def test_no_score_is_a_number_that_cannot_be_one(desk: Desk, points: str) -> None:
    desk.says(CONVERSION | {"last_month_points": points})
    with pytest.raises(ServerFault):
        desk.client.conversion(SHOP)


@pytest.mark.parametrize("content", [{}, [], {"points": 1}, "x"])
def test_an_unreadable_answer_to_a_write_leaves_open_what_happened(desk: Desk, content: object) -> None:
    desk.says(content, 201)
    for write in (
        lambda: desk.client.convert(SHOP, expected_convertible=1, month="2026-11", key=KEY),
        lambda: desk.client.charge(SHOP, amount=1, method=MethodId.CARD, account_password=None, key=KEY),
    ):
        with pytest.raises(ServerFault) as told:
            write()
        assert told.value.may_have_arrived


@pytest.mark.parametrize("cursor", ["", "here"])
def test_a_list_that_does_not_move_on_is_a_fault(desk: Desk, cursor: str) -> None:
    desk.says({"items": [], "next_cursor": cursor})
    with pytest.raises(ServerFault):
        desk.client.charges(SHOP, cursor="here", limit=5)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "smb://host/x", ""])
def test_no_browser_is_sent_to_what_is_no_web_page(desk: Desk, url: str) -> None:
    desk.says(CHARGE | {"payment_url": url}, 201)
    made = desk.client.charge(SHOP, amount=1, method=MethodId.CARD, account_password=None, key=KEY)
    assert made.payment_url is None


def test_categories_are_a_tree(desk: Desk) -> None:
    desk.says([{"id": "c1", "name": "本", "children": [{"id": "c2", "name": "絵本", "children": []}]}])
    [large] = desk.client.categories()
    assert [child.name for child in large.children] == ["絵本"]
    desk.play = lambda _: answer(raw=_deep(2_000))
    with pytest.raises(ServerFault):
        desk.client.categories()


def _deep(levels: int) -> bytes:
    node = json.dumps({"id": "c", "name": "x"}).encode()[:-1] + b',"children":['
    return b"[" + node * levels + b"]}" * levels + b"]"


@pytest.mark.parametrize(
    ("capability", "call"),
    [
        (Capability.POINTS, lambda client: client.grade(SHOP)),
        (Capability.POINTS, lambda client: client.conversion(SHOP)),
        (Capability.POINTS, lambda client: client.categories()),
        (
            Capability.POINTS_CONVERT,
            lambda client: client.convert(SHOP, expected_convertible=1, month="2026-11", key=KEY),
        ),
        (Capability.QCASH, lambda client: client.qcash(SHOP)),
        (Capability.QCASH, lambda client: client.charges(SHOP, cursor=None, limit=1)),
        (Capability.QCASH_CHARGE, lambda client: client.charge_options(SHOP)),
        (
            Capability.QCASH_CHARGE,
            lambda client: client.charge(
                SHOP, amount=1, method=MethodId.CARD, account_password=None, key=KEY
            ),
        ),
    ],
)
def test_what_is_not_offered_is_not_asked_for(
    desk: Desk, capability: Capability, call: Callable[[RestBackend], object]
) -> None:
    desk.offered.remove(capability.value)
    desk.client.health()
    asked = len(desk.server.requests)
    with pytest.raises(Unsupported, match=capability.value):
        call(desk.client)
    assert len(desk.server.requests) == asked


PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 100


def test_a_picture_is_asked_for_without_saying_who_asks(desk: Desk) -> None:
    desk.play = lambda _: answer(raw=PNG, media_type="image/png")
    assert desk.client.picture(f"{desk.server.url}/pictures/1.png?v=2", limit_bytes=200) == PNG
    assert desk.last.path == "/pictures/1.png?v=2"
    assert "authorization" not in desk.last.headers


@pytest.mark.parametrize(
    "reply",
    [
        answer(raw=b"<svg xmlns='http://www.w3.org/2000/svg'/>", media_type="image/png"),
        answer(raw=b"<!doctype html><title>portal</title>", media_type="text/html"),
        answer(raw=PNG + b"x" * 200, media_type="image/png"),
        answer(302, headers={"Location": "https://elsewhere.test/1.png"}),
        problem(404, "not-found"),
    ],
    ids=["svg", "web-page", "too-large", "elsewhere", "missing"],
)
def test_what_is_no_small_picture_is_a_fault(desk: Desk, reply: bytes) -> None:
    desk.play = lambda _: reply
    with pytest.raises(QpostError):
        desk.client.picture(f"{desk.server.url}/pictures/1.png", limit_bytes=200)


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://shop.test/pictures/1.png", "/pictures/1.png"),
        ("https://shop.test:443/a?b=c", "/a?b=c"),
        ("HTTPS://SHOP.test/a", "/a"),
        ("/a/1.png", "/a/1.png"),
        ("http://shop.test/a", None),
        ("https://shop.test:8443/a", None),
        ("https://shop.test.evil.test/a", None),
        ("https://seller:secret@shop.test/a", None),
        ("https://shop.test@evil.test/a", None),
        ("https://evil.test\\@shop.test/a", None),
        ("//evil.test/a", None),
        ("https://shop.test:port/a", None),
        ("https://shop.test/a b", None),
        ("https://shop.test/\r\nX: y", None),
        ("https://shop.test", None),
        ("data:image/png;base64,AAAA", None),
        ("https://[::1", None),
        ("", None),
    ],
)
def test_only_addresses_on_the_service_lead_anywhere(url: str, path: str | None) -> None:
    assert own_path(url, "https://shop.test") == path


def test_a_service_below_a_path_has_its_pictures_there() -> None:
    assert own_path("https://shop.test/qpost/p/1.png", "https://shop.test/qpost") == "/p/1.png"
    assert own_path("https://shop.test/other/1.png", "https://shop.test/qpost") is None


def test_a_picture_elsewhere_is_not_asked_for(desk: Desk) -> None:
    asked = len(desk.server.requests)
    with pytest.raises(Refused, match="not on the service"):
        desk.client.picture("https://evil.test/1.png", limit_bytes=200)
    assert len(desk.server.requests) == asked
