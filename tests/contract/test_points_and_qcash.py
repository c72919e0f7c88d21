"""Why: points and Qcash mean the same on every service: exact decimals, whole yen, sums that add up."""

import uuid
from decimal import Decimal
from http import HTTPStatus
from typing import Any

import httpx
import msgspec

from qpost.models.conversion import ConversionState, split
from qpost.models.points import Category, Conversion, Grade, ItemPoints, ItemPointsPage
from qpost.models.qcash import ChargeOptions, ChargePage, ChargeState, LedgerPage, Qcash, SettledIn
from qpost.models.shipping_score import ItemShipping
from tests.contract.ground import Ground


def read(raw: httpx.Client, path: str, **query: Any) -> bytes:
    answer = raw.get(path, params=query)
    assert answer.status_code == HTTPStatus.OK, answer.text
    return answer.content


def test_every_shop_has_a_grade_and_sums_that_agree(ground: Ground) -> None:
    with ground.raw() as raw:
        for shop in ground.shops:
            grade = msgspec.json.decode(read(raw, f"/v1/shops/{shop}/grade"), type=Grade)
            conversion = msgspec.json.decode(
                read(raw, f"/v1/shops/{shop}/service-points/conversion"), type=Conversion
            )
            month = grade.service_points.last_month
            assert conversion.last_month_points == month.points
            assert conversion.remainder == split(month.points).remainder
            if conversion.state is ConversionState.OPEN:
                assert conversion.convertible == split(month.points).convertible
            rows, page = _items(raw, shop, date_from=str(month.first), date_to=str(month.last))
            assert sum((row.service_score for row in rows), Decimal(0)) == month.points
            assert (
                sum((row.shipping_score for row in rows), Decimal(0))
                == grade.shipping_points.last_month.points
            )
            assert sum(row.transactions for row in rows) == grade.transactions.last_month.count
            assert page.totals is not None
            assert (page.totals.rows, page.totals.service_score) == (len(rows), month.points)


def test_an_items_shipping_score_is_that_of_its_row(ground: Ground) -> None:
    shop = ground.shops[0]
    days = {"date_from": "2019-08-01", "date_to": "2019-09-30"}
    with ground.raw() as raw:
        rows, _ = _items(raw, shop, **days)
        sold = [row for row in rows if row.transactions]
        assert len(sold) > 20
        for row in sold:
            path = f"/v1/shops/{shop}/service-points/items/{row.item_no}/shipping"
            shipping = msgspec.json.decode(read(raw, path, **days), type=ItemShipping)
            tables = [table for table in (shipping.general, shipping.preorder) if table is not None]
            assert shipping.total == row.shipping_score == sum((table.total for table in tables), Decimal(0))
            assert all(table.total == table.sum_of_lines for table in tables)


def test_categories_narrow_the_items_to_everything_below(ground: Ground) -> None:
    with ground.raw() as raw:
        tree = msgspec.json.decode(read(raw, "/v1/categories"), type=tuple[Category, ...])
        everything, _ = _items(raw, ground.shops[0])
        parts = [_items(raw, ground.shops[0], category=large.id)[0] for large in tree]
        assert sum(len(part) for part in parts) == len(everything) > 0
        large = next(large for large, part in zip(tree, parts, strict=True) if part)
        below = [_items(raw, ground.shops[0], category=middle.id)[0] for middle in large.children]
        assert sum(len(part) for part in below) == len(everything)


def test_the_ledger_adds_up_to_the_balance(ground: Ground) -> None:
    with ground.raw() as raw:
        for shop in ground.shops:
            page = msgspec.json.decode(
                read(raw, f"/v1/shops/{shop}/qcash/ledger", limit=500), type=LedgerPage
            )
            assert page.next_cursor is None
            qcash = msgspec.json.decode(read(raw, f"/v1/shops/{shop}/qcash"), type=Qcash)
            assert qcash.balance == sum(entry.amount for entry in page.items)
            assert qcash.balance == page.items[0].balance_after


def test_points_become_qcash_once_and_a_charge_waits_for_its_payment(own_ground: Ground) -> None:
    shop = f"/v1/shops/{own_ground.shops[0]}"
    with own_ground.raw() as raw:
        before = msgspec.json.decode(read(raw, f"{shop}/service-points/conversion"), type=Conversion)
        body = {"expected_convertible": before.convertible, "month": before.month}
        key = {"Idempotency-Key": str(uuid.uuid4())}
        answers = [raw.post(f"{shop}/service-points/conversion", json=body, headers=key) for _ in range(2)]
        assert [answer.status_code for answer in answers] == [HTTPStatus.CREATED] * 2
        assert answers[0].content == answers[1].content
        other = {"Idempotency-Key": str(uuid.uuid4())}
        again = raw.post(f"{shop}/service-points/conversion", json=body, headers=other)
        assert (again.status_code, again.json()["type"]) == (HTTPStatus.CONFLICT, "already-converted")
        options = msgspec.json.decode(read(raw, f"{shop}/qcash/charge-options"), type=ChargeOptions)
        method = next(one for one in options.methods if one.settled_in is SettledIn.BROWSER)
        made = raw.post(
            f"{shop}/qcash/charges",
            json={"amount": options.amounts[0], "method": method.id},
            headers={"Idempotency-Key": str(uuid.uuid4())},
        )
        assert made.status_code == HTTPStatus.CREATED
        history = msgspec.json.decode(read(raw, f"{shop}/qcash/charges"), type=ChargePage)
        assert history.items[0].id == made.json()["id"]
        assert history.items[0].state is ChargeState.PENDING
        assert history.items[0].payment_url
        assert history.items[0].expires_at is not None


def _items(raw: httpx.Client, shop: str, **query: Any) -> tuple[list[ItemPoints], ItemPointsPage]:
    """Return all rows, and the first page."""
    path = f"/v1/shops/{shop}/service-points/items"
    pages = [msgspec.json.decode(read(raw, path, limit=200, **query), type=ItemPointsPage)]
    while pages[-1].next_cursor:
        query["cursor"] = pages[-1].next_cursor
        pages.append(msgspec.json.decode(read(raw, path, limit=200, **query), type=ItemPointsPage))
    return [row for page in pages for row in page.items], pages[0]
