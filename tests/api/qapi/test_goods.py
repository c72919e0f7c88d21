"""Why: an order or item may come in any form; what is known of it is shown, the rest is left open."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given

from qpost.api.qapi import goods
from qpost.api.qapi.client import QapiBackend
from qpost.models.account import ShopId
from qpost.models.errors import Refused, SignInRejected
from qpost.models.inquiry import Item, Order, OrderItem
from qpost.models.listing import ListingStatus
from tests.api.qapi.test_codec import JSON_VALUES
from tests.api.staging import NOW
from tests.qapi.quirks import Quirks
from tests.qapi.stand_in import ITEM, ORDER, StandIn

SHOP = ShopId("akari_shop")
PAID, SENT = datetime(2026, 11, 18, 3, 0, 5, tzinfo=UTC), datetime(2026, 11, 18, 15, 0, tzinfo=UTC)
LINE: dict[str, Any] = {
    "OrderNo": 77, "PackNo": 70, "ItemNo": "55", "ItemTitle": "傘 ☂", "OrderQty": "2",
    "PaymentDate": "2026-11-18 12:00:05", "ShippingDate": "2026-11-19", "DeliveredDate": "",
    "DeliveryCompany": " ヤマト運輸 ", "TrackingNo": 123456789012,
}  # fmt: skip
GOODS: dict[str, Any] = {
    "ItemCode": "55", "ItemTitle": "傘", "SellPrice": "1871.0000", "ImageUrl": "https://x.test/1.jpg",
}  # fmt: skip


def test_an_order_is_read_with_every_line() -> None:
    second = {**LINE, "ItemNo": "56", "ItemTitle": "靴下", "OrderQty": 1}
    other = {**LINE, "OrderNo": 78, "PackNo": 71}
    assert goods.order([LINE, other, second], number="77") == Order(
        number="77",
        items=(OrderItem("55", "傘 ☂", 2), OrderItem("56", "靴下", 1)),
        paid_at=PAID,
        shipped_at=SENT,
        carrier="ヤマト運輸",
        tracking_no="123456789012",
    )


def test_a_cart_number_finds_its_orders() -> None:
    found = goods.order([LINE, {**LINE, "OrderNo": 78}], number="70")
    assert found is not None
    assert len(found.items) == 2


@pytest.mark.parametrize("wrap", [lambda row: row, lambda row: [[row]], lambda row: {"Info": {"a": [row]}}])
def test_wrappings_and_cases_do_not_matter(wrap: Any) -> None:
    small = {name.lower(): value for name, value in LINE.items()}
    assert goods.order(wrap(small), number="77") == goods.order([LINE], number="77")


def test_what_an_order_lacks_stays_open() -> None:
    assert goods.order({"ORDER_NO": "77"}, number="77") == Order("77", (OrderItem("", "", 0),), None)
    assert goods.order([{"itemTitle": "傘"}], number="77") == Order("77", (OrderItem("", "傘", 0),), None)


def test_an_item_is_read_and_what_it_lacks_stays_open() -> None:
    whole = Item("55", "傘", "", 1871, "", None, "https://x.test/1.jpg")
    assert goods.item([GOODS], number="55") == whole
    assert goods.item({"gdno": 55}, number="55") == Item("55", "", "", None, "", None)


@pytest.mark.parametrize(
    ("price", "read"),
    [
        *((1871, 1871), ("1,871", 1871), (1871.0, 1871), ("0", 0)),
        *(("1871.5", None), ("-1", None), ("NaN", None), ("9" * 30, None), ([], None), ("free", None)),
        *(("1e999999999", None), (True, None)),
    ],
)
def test_a_price_is_whole_yen_or_unknown(price: object, read: int | None) -> None:
    found = goods.item({**GOODS, "SellPrice": price}, number="55")
    assert found is not None
    assert found.price == read


@pytest.mark.parametrize("result", [None, [], {}, "", 7, [{**LINE, "OrderNo": 78, "PackNo": 1}], [{"a": 1}]])
def test_another_order_is_no_order(result: object) -> None:
    assert goods.order(result, number="77") is None
    assert goods.item([{**GOODS, "ItemCode": "56"}], number="55") is None


@given(JSON_VALUES)
def test_nothing_makes_the_reading_fail(value: object) -> None:
    changed = {name: value for name in LINE}
    assert goods.order([LINE, changed], number="77") is not None
    assert goods.item([changed, GOODS], number="55") is not None


def test_orders_and_items_are_asked_for_by_number(stand_in: StandIn) -> None:
    market = stand_in.market
    market.orders["77"], market.items["55"] = [LINE], GOODS
    client = QapiBackend(stand_in.url, now=lambda: NOW, api_key=market.api_key)
    client.certificate(login=market.login, password=market.password)
    assert client.order(SHOP, "77").paid_at == PAID
    assert client.item(SHOP, "55").price == 1871
    order, item = stand_in.asked[-2:]
    assert (order.form["OrderNo"], order.headers["qapiversion"]) == ("77", "1.0")
    assert (item.form["ItemCode"], item.headers["qapiversion"]) == ("55", "1.2")
    for call in (client.order, client.item):
        for number in ("404", ""):
            with pytest.raises(Refused, match="no ") as caught:
                call(SHOP, number)
            assert caught.value.code == "not-found"
    assert stand_in.counts[ORDER] + stand_in.counts[ITEM] == 4
    client.close()


def test_an_account_that_may_not_look_up_orders_stays_signed_in(stand_in: StandIn) -> None:
    market = stand_in.market
    client = QapiBackend(stand_in.url, now=lambda: NOW, api_key=market.api_key)
    client.certificate(login=market.login, password=market.password)
    stand_in.quirks = Quirks(void_key_code=-90001)
    market.change_password("another")
    with pytest.raises(Refused) as caught:
        client.order(SHOP, "77")
    assert not isinstance(caught.value, SignInRejected)
    with pytest.raises(SignInRejected):
        client.listed(SHOP, status=ListingStatus.ANSWERED, start=NOW, end=NOW)
    client.close()
