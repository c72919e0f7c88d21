"""Why: a seller's points are exact sums of what was delivered, and become Qcash once a month."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import httpx
import msgspec
import pytest
from sqlalchemy import insert

from qpost.models.conversion import ConversionState
from qpost.models.jst import JST, business_date
from qpost.models.periods import last_12_months, last_30_days, last_month, this_month
from qpost.models.points import Conversion, Grade, ItemPointsPage
from qpost.models.shipping_score import GoodsKind, ItemShipping, Side
from qpost.server.database import items, writing
from qpost.server.ids import CATEGORY, public_id
from qpost.server.money_tables import categories, item_categories
from tests.models.golden import golden
from tests.server.staging import Seller, Staged, keyed, slug

TOGETHER = 64
DAY = timedelta(days=1)


def conversion(seller: Seller) -> Conversion:
    answer = seller.client.get(f"{seller.path}/service-points/conversion")
    assert answer.status_code == 200, answer.text
    return msgspec.json.decode(answer.content, type=Conversion)


def convert(seller: Seller, expected: int, **values: object) -> httpx.Response:
    body = {"expected_convertible": expected, **values}
    return seller.client.post(f"{seller.path}/service-points/conversion", json=body, headers=keyed())


def items_page(seller: Seller, **query: Any) -> ItemPointsPage:
    answer = seller.client.get(f"{seller.path}/service-points/items", params=query)
    assert answer.status_code == 200, answer.text
    return msgspec.json.decode(answer.content, type=ItemPointsPage)


def test_a_new_shop_has_nothing_and_says_so_in_every_period(staged: Staged, seller: Seller) -> None:
    answer = seller.client.get(f"{seller.path}/grade")
    found = msgspec.json.decode(answer.content, type=Grade)
    today = business_date(staged.clock())
    assert found.as_of == today - DAY
    now, before = found.transactions.this_month, found.transactions.last_month
    assert (now.first, now.last) == (this_month(today).first, this_month(today).last)
    assert (now.count, now.count_change, now.amount_change) == (0, None, None)
    assert (before.first, before.last) == (last_month(today).first, last_month(today).last)
    year = found.transactions.last_12_months
    assert (year.first, year.last) == (last_12_months(today).first, last_12_months(today).last)
    assert found.service_points.last_30_days.days == 30
    assert found.shipping_points.last_month.points == 0
    assert conversion(seller).state == "nothing"
    assert items_page(seller).items == ()


def test_the_grade_adds_up_each_period_to_its_very_ends(staged: Staged, seller: Seller) -> None:
    today = business_date(staged.clock())
    month, year, recent = last_month(today), last_12_months(today), last_30_days(today)
    staged.open_books(seller)
    staged.new_item(seller, "1")
    days = {year.first - DAY, year.first, month.first - DAY, month.first, month.last}
    days |= {recent.first - DAY, recent.first, today - DAY, today}
    for day in days:
        staged.sell(seller, "1", day, transactions=1, amount=1_230, good_start=1, best=1, not_recommended=1)
    found = msgspec.json.decode(seller.client.get(f"{seller.path}/grade").content, type=Grade)
    assert found.grade == "good"
    for figures, each in ((found.shipping_points, Decimal("2.5")), (found.service_points, Decimal("1.5"))):
        for points in (figures.this_month, figures.last_30_days, figures.last_month):
            assert points.points == each * sum(day in points for day in days)
    deals = found.transactions
    for period in (deals.this_month, deals.last_12_months, deals.last_month):
        assert period.count == sum(day in period for day in days)
        assert period.amount == 1_230 * period.count
    assert deals.this_month.days == 0 or deals.this_month.count_change is not None


def test_an_answer_known_already_is_not_sent_again(staged: Staged, seller: Seller) -> None:
    for name in ("grade", "service-points/conversion", "qcash", "qcash/charge-options"):
        first = seller.client.get(f"{seller.path}/{name}")
        again = seller.client.get(f"{seller.path}/{name}", headers={"If-None-Match": first.headers["etag"]})
        assert (first.status_code, again.status_code, again.content) == (200, 304, b"")


@pytest.mark.parametrize(
    ("points", "convertible", "state"),
    [
        (12_352, 12_300, ConversionState.OPEN),
        (99, 0, ConversionState.NOTHING),
        (-7, 0, ConversionState.NOTHING),
    ],
)
def test_last_months_points_can_be_converted_in_hundreds(
    staged: Staged, seller: Seller, points: int, convertible: int, state: ConversionState
) -> None:
    staged.earn(seller, points)
    found = conversion(seller)
    assert (found.convertible, found.state) == (convertible, state)
    assert found.last_month_points == points
    assert found.remainder == (points - convertible if points > 0 else 0)
    assert found.month == f"{staged.clock().astimezone(JST):%Y-%m}"
    assert found.closes_at > staged.clock()
    if not convertible:
        assert slug(convert(seller, 0)) == "nothing-to-convert"
        assert staged.held(seller) == 0


def test_a_conversion_is_one_entry_and_leaves_nothing_to_convert(staged: Staged, seller: Seller) -> None:
    staged.earn(seller, 12_352)
    answer = convert(seller, 12_300, month=conversion(seller).month)
    assert answer.status_code == 201
    made = answer.json()
    assert (made["points"], made["qcash"], made["balance"]) == (12_300, 12_300, 12_300)
    after = conversion(seller)
    assert (after.convertible, after.state) == (0, ConversionState.CONVERTED)
    assert after.remainder == 52
    assert after.converted is not None
    assert (after.converted.points, after.converted.qcash) == (12_300, 12_300)
    [entry] = seller.client.get(f"{seller.path}/qcash/ledger").json()["items"]
    assert (entry["amount"], entry["balance_after"], entry["kind"]) == (12_300, 12_300, "conversion")
    assert entry["related"] == f"{last_month(business_date(staged.clock())).first:%Y-%m}"
    assert staged.held(seller) == 12_300
    assert slug(convert(seller, 12_300)) == "already-converted"


def test_what_the_seller_was_not_shown_is_not_converted(staged: Staged, seller: Seller) -> None:
    staged.earn(seller, 12_352)
    answer = convert(seller, 12_200)
    assert slug(answer) == "version-conflict"
    assert answer.json()["current_convertible"] == 12_300
    assert slug(convert(seller, 12_300, month="2019-06")) == "conversion-closed"
    assert staged.held(seller) == 0
    assert convert(seller, 12_300).status_code == 201


def test_nothing_is_carried_over_into_the_next_month(staged: Staged, seller: Seller) -> None:
    staged.earn(seller, 12_352)
    shown = conversion(seller)
    staged.sell(seller, "501876938", business_date(staged.clock()), recommended=350)
    before = staged.clock.ahead
    try:
        staged.clock.ahead += shown.closes_at - staged.clock() + timedelta(seconds=1)
        seller.client = staged.sign_in(seller.login)  # sessions end long before a month does
        late = convert(seller, shown.convertible, month=shown.month)
        assert slug(late) == "conversion-closed"
        now = conversion(seller)
        assert now.month > shown.month
        assert now.convertible == 300
        assert now.remainder == 50
        assert convert(seller, 300, month=now.month).json()["balance"] == 300
        staged.clock.ahead += now.closes_at - staged.clock() + timedelta(seconds=1)
        seller.client = staged.sign_in(seller.login)
        assert conversion(seller).state is ConversionState.NOTHING
        assert slug(convert(seller, 0)) == "nothing-to-convert"
    finally:
        staged.clock.ahead = before
    assert staged.held(seller) == 300


def test_64_conversions_at_once_are_one(staged: Staged, seller: Seller) -> None:
    staged.earn(seller, 12_352)
    headers = {"Authorization": seller.client.headers["Authorization"]}

    def send(number: int) -> int:
        key = keyed(str(uuid.UUID(int=number % 8)))  # eight keys, each sent eight times
        with httpx.Client(base_url=staged.url, timeout=60, headers=headers | key) as client:
            body = {"expected_convertible": 12_300}
            answer = client.post(f"{seller.path}/service-points/conversion", json=body)
        return answer.status_code if answer.status_code == 201 else -(slug(answer) == "already-converted")

    with ThreadPoolExecutor(TOGETHER) as pool:
        answers = list(pool.map(send, range(TOGETHER)))
    assert sorted(set(answers)) == [-1, 201]
    assert answers.count(201) == TOGETHER // 8
    assert staged.held(seller) == 12_300


def test_the_guides_item_has_the_guides_shipping_score(staged: Staged, seller: Seller) -> None:
    known = golden("shipping_score.json")
    staged.new_item(seller, known["item_no"])
    for goods in GoodsKind:
        for side in Side:
            staged.sell(
                seller,
                known["item_no"],
                date.fromisoformat(known["date_to"]),
                goods=goods,
                side=side,
                **known[goods.value][side.value],
            )
    answer = seller.client.get(
        f"{seller.path}/service-points/items/{known['item_no']}/shipping",
        params={"date_from": known["date_from"], "date_to": known["date_to"]},
    )
    body = answer.json()
    assert body["total"] == known["total"]
    for goods in GoodsKind:
        assert body[goods.value]["total"] == known[goods.value]["total"]
        for side in Side:
            lines = body[goods.value][side.value]
            assert {line["grade"]: line["count"] for line in lines} == known[goods.value][side.value]
    found = msgspec.json.decode(answer.content, type=ItemShipping)
    assert found.general is not None
    assert found.general.sum_of_lines == found.general.total
    [row] = items_page(seller, period="past", date_from=known["date_from"], date_to=known["date_to"]).items
    assert str(row.shipping_score) == known["total"]


def test_shipping_across_the_change_of_weights_is_split(staged: Staged, seller: Seller) -> None:
    staged.new_item(seller, "7")
    staged.sell(seller, "7", date(2019, 8, 31), auto_completed=3, quick_start=1)
    staged.sell(seller, "7", date(2019, 9, 1), auto_completed=2, quick_start=4)
    body = seller.client.get(
        f"{seller.path}/service-points/items/7/shipping",
        params={"date_from": "2019-08-01", "date_to": "2019-09-30"},
    ).json()
    lines = [
        (line["grade"], line["weight"], line["count"]) for line in body["general"]["local"] if line["count"]
    ]
    assert lines == [("quick_start", "1", 5), ("auto_completed", "-0.2", 3), ("auto_completed", "-2", 2)]
    assert body["total"] == body["general"]["total"] == "0.4"
    assert "preorder" not in body


@pytest.mark.parametrize(
    ("query", "least", "most"),
    [
        ({"date_from": "2019-06-30", "date_to": "2019-07-05"}, "2019-07-01", "today"),
        ({"date_from": "2019-06-01", "date_to": "2019-06-30"}, "2019-07-01", "today"),
        ({"date_from": "2026-01-01", "date_to": "2999-01-01"}, "2019-07-01", "today"),
        ({"period": "past", "date_from": "2019-06-30", "date_to": "2019-07-01"}, None, "2019-06-30"),
        ({"period": "past", "date_from": "2019-07-01", "date_to": "2019-07-02"}, None, "2019-06-30"),
    ],
)
def test_days_beyond_the_border_are_refused_with_the_days_that_are_not(
    staged: Staged, seller: Seller, query: dict[str, str], least: str | None, most: str
) -> None:
    answer = seller.client.get(f"{seller.path}/service-points/items", params=query)
    assert slug(answer) == "date-out-of-range"
    today = f"{business_date(staged.clock()):%Y-%m-%d}"
    assert answer.json().get("min") == least
    assert answer.json().get("max") == (today if most == "today" else most)


def test_days_in_the_wrong_order_and_unknown_categories_are_refused(seller: Seller) -> None:
    for query in ({"date_from": "2026-02-02", "date_to": "2026-02-01"}, {"category": "c999"}):
        answer = seller.client.get(f"{seller.path}/service-points/items", params=query)
        assert slug(answer) == "validation"


def test_items_are_paged_filtered_and_add_up(staged: Staged, seller: Seller) -> None:
    day = date(2026, 2, 3)
    with writing(staged.engine) as connection:
        large = new_category(connection, "雑貨", None)
        small = new_category(connection, "食器", new_category(connection, "キッチン", large))
        other = new_category(connection, "服", None)
        for number in range(25):
            connection.execute(
                insert(items).values(
                    shop_id=seller.shop_row,
                    number=f"{1000 + number}",
                    name=f"皿 {number}%",
                    category="",
                    price=1,
                    url="https://example.jp",
                    image_url=f"/pictures/{1000 + number}.png",
                )
            )
            connection.execute(
                insert(item_categories).values(
                    shop_id=seller.shop_row,
                    item_no=f"{1000 + number}",
                    category_id=small if number % 5 else other,
                )
            )
    for number in range(0, 25, 3):
        staged.sell(
            seller,
            f"{1000 + number}",
            day,
            transactions=number,
            amount=100 * number,
            normal_start=number,
            cancel_return=1,
            recommended=number,
        )
        staged.sell(seller, f"{1000 + number}", day + DAY, slow=1, not_received=2, neutral=9)
        staged.sell(seller, f"{1000 + number}", day + 2 * DAY, best=100)
    asked = {"date_from": "2026-02-03", "date_to": "2026-02-04", "limit": 10}
    pages = [items_page(seller, **asked)]
    while pages[-1].next_cursor:
        pages.append(items_page(seller, cursor=pages[-1].next_cursor, **asked))
    rows = [row for page in pages for row in page.items]
    assert [row.item_no for row in rows] == [f"{1000 + number}" for number in range(25)]
    assert [page.totals is None for page in pages] == [False, True, True]
    row = rows[9]
    assert (row.transactions, row.amount, str(row.shipping_score)) == (9, 900, "-0.1")
    assert (row.complaints.cancel_return, row.complaints.not_received) == (1, 2)
    assert row.complaints.score == -7
    assert (row.reviews.recommended, row.reviews.neutral) == (9, 9)
    assert row.reviews.score == 9
    assert str(row.service_score) == str(row.total) == "1.9"
    assert row.image_url == f"{staged.url}/pictures/1009.png"
    totals = pages[0].totals
    assert totals is not None
    assert totals.rows == 25
    assert totals.amount == sum(row.amount for row in rows)
    assert totals.service_score == sum((row.service_score for row in rows), Decimal(0))
    assert totals.service_score == totals.shipping_score + totals.complaint_score + totals.review_score
    inside = items_page(seller, category=public_id(CATEGORY, large), **asked | {"limit": 500})
    assert [row.item_no for row in inside.items] == [f"{1000 + n}" for n in range(25) if n % 5]
    assert inside.totals is not None
    assert inside.totals.amount == sum(row.amount for row in inside.items)
    assert [row.item_no for row in items_page(seller, item_no="1007", **asked).items] == ["1007"]
    assert [row.item_no for row in items_page(seller, item_name="7%", **asked).items] == ["1007", "1017"]
    assert items_page(seller, item_name="_", **asked).items == ()


def test_the_tree_of_categories_is_nested(staged: Staged, seller: Seller) -> None:
    with writing(staged.engine) as connection:
        large = new_category(connection, "大", None)
        new_category(connection, "中", large)
    tree = seller.client.get("/v1/categories").json()
    [found] = [node for node in tree if node["id"] == public_id(CATEGORY, large)]
    assert [(node["name"], node["children"]) for node in found["children"]] == [("中", [])]


def test_a_picture_is_small_cacheable_and_always_the_same(staged: Staged) -> None:
    client = staged.new_client()
    first = client.get("/pictures/522669001.png")
    assert first.content.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(first.content) < 4_000
    assert "max-age" in first.headers["cache-control"]
    assert client.get("/pictures/522669001.png").content == first.content
    assert client.get("/pictures/522669002.png").content != first.content
    for odd in ("a.png", "1.svg", "%2e%2e", "1" * 21 + ".png"):
        assert slug(client.get(f"/pictures/{odd}")) == "not-found"


def new_category(connection: Any, name: str, parent: int | None) -> int:
    statement = insert(categories).values(name=name, parent_id=parent).returning(categories.c.id)
    return int(connection.execute(statement).scalar_one())
