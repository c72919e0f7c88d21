"""Why: what is listed must be complete, in order, and stable while customers keep writing."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Any

import httpx
import pytest

from qpost.models.account import ShopId
from qpost.models.errors import Refused
from qpost.models.inquiry import Inquiry, InquiryId, Status
from qpost.models.jst import business_date
from tests.contract.ground import Ground, new_key, some_text


def listed(
    raw: httpx.Client, shop: ShopId, query: dict[str, Any] | None = None, *, limit: int = 100
) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    params: dict[str, Any] = {"limit": limit, **(query or {})}
    while True:
        answer = raw.get(f"/v1/shops/{shop}/inquiries", params=params)
        assert answer.status_code == HTTPStatus.OK, answer.text
        page = answer.json()
        assert len(page["items"]) <= limit
        rows += page["items"]
        if page["next_cursor"] is None:
            return rows
        params["cursor"] = page["next_cursor"]


@pytest.mark.parametrize("limit", [7, 500])
def test_the_feed_tells_every_inquiry_once_with_its_messages(ground: Ground, limit: int) -> None:
    shop = ground.shops[0]
    seen: list[InquiryId] = []
    cursor, pages = None, 0
    while True:
        page = ground.backend.changes(shop, cursor=cursor, limit=limit)
        assert len(page.items) <= limit
        seen += [each.id for each in page.items]
        for row in page.items:
            assert row.messages is not None
            assert len(row.messages) == row.message_count
        cursor, pages = page.next_cursor, pages + 1
        if not page.has_more:
            break
    with ground.raw() as raw:
        assert {each["id"] for each in listed(raw, shop)} == set(seen)
    assert len(seen) == len(set(seen))
    end = ground.backend.changes(shop, cursor=cursor, limit=limit)
    assert (end.items, end.deleted, end.has_more) == ((), (), False)


def test_the_feed_misses_nothing_while_desks_write(ground: Ground) -> None:
    shop = ground.shops[1]
    cursor = _end_of_feed(ground, shop)
    targets = [ground.take(shop=shop)[1] for _ in range(12)]
    faults: list[BaseException] = []

    def write(rows: list[Inquiry]) -> None:
        try:
            desk = ground.signed_in()
            for row in rows:
                desk.reply(shop, row.id, some_text(), expected_version=row.version, key=new_key())
        except BaseException as fault:
            faults.append(fault)
            raise

    threads = [threading.Thread(target=write, args=(targets[start::4],)) for start in range(4)]
    for thread in threads:
        thread.start()
    found: dict[InquiryId, int] = {}
    while True:
        is_over = not any(thread.is_alive() for thread in threads)
        page = ground.backend.changes(shop, cursor=cursor, limit=2)
        found |= {each.id: each.version for each in page.items}
        cursor = page.next_cursor
        if is_over and not page.has_more:
            break
    assert faults == []
    for each in targets:
        assert found.get(each.id) == each.version + 1


def test_an_inquiry_is_the_same_wherever_it_is_read(ground: Ground) -> None:
    shop, row = ground.take(lambda each: each.item is not None and each.message_count > 2)
    assert ground.backend.inquiry(shop, row.id) == row
    times = [each.at for each in row.messages or ()]
    assert times == sorted(times)


def test_the_list_is_newest_first_and_pages_do_not_matter(ground: Ground) -> None:
    shop = ground.shops[0]
    with ground.raw() as raw:
        whole = listed(raw, shop, limit=500)
        parts = listed(raw, shop, limit=9)
    assert [each["id"] for each in whole] == [each["id"] for each in parts]
    feed = ground.feed(shop)
    moments = [feed[each["id"]].received_at for each in whole]
    assert moments == sorted(moments, reverse=True)
    assert all(each.get("messages") is None for each in whole)


def test_the_recent_ones_are_the_list_of_those_days(ground: Ground) -> None:
    shop = ground.shops[0]
    with ground.raw() as raw:
        since = business_date(datetime.now(UTC)) - timedelta(days=10)
        wanted = [row["id"] for row in listed(raw, shop, {"date_from": since.isoformat()})]
    assert wanted
    seen: list[InquiryId] = []
    cursor: str | None = None
    while True:
        page = ground.backend.recent(shop, date_from=since, cursor=cursor, limit=7)
        assert all(row.messages is None and row.message_count for row in page.items)
        seen += [row.id for row in page.items]
        cursor = page.next_cursor
        if cursor is None:
            break
    assert seen == wanted


def test_every_filter_finds_exactly_what_it_names(ground: Ground) -> None:
    shop = ground.shops[0]
    rows = ground.feed(shop)
    sample = next(row for row in rows.values() if row.item and row.order_no and row.replied_at)
    assert sample.item is not None
    assert sample.replied_at is not None
    day, replied = business_date(sample.received_at), business_date(sample.replied_at)
    number, order = sample.item.number, sample.order_no
    cases: list[tuple[dict[str, Any], set[InquiryId]]] = [
        ({"source": "qoo10"}, {id_ for id_, row in rows.items() if row.source == "qoo10"}),
        ({"status": "answering"}, {id_ for id_, row in rows.items() if row.status == "answering"}),
        (
            {"status": ["answering", "unanswered"]},
            {id_ for id_, row in rows.items() if row.status in ("answering", "unanswered")},
        ),
        ({"item_no": number}, {id_ for id_, row in rows.items() if row.item and row.item.number == number}),
        ({"order_no": order}, {id_ for id_, row in rows.items() if row.order_no == order}),
        (
            {"date_from": str(day), "date_to": str(day)},
            {id_ for id_, row in rows.items() if business_date(row.received_at) == day},
        ),
        (
            {"date_field": "replied", "date_from": str(replied)},
            {id_ for id_, row in rows.items() if row.replied_at and business_date(row.replied_at) >= replied},
        ),
        (
            {"date_to": str(day - timedelta(days=1))},
            {id_ for id_, row in rows.items() if business_date(row.received_at) < day},
        ),
    ]
    with ground.raw() as raw:
        for query, expected in cases:
            assert {each["id"] for each in listed(raw, shop, query)} == expected, query
        assert sample.id in {each["id"] for each in listed(raw, shop, {"q": sample.title[:4]})}


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=501",
        "limit=x",
        "cursor=nonsense",
        "cursor=WzFd",
        "cursor=%F0%9F%8E%81",
        "date_from=2026-13-01",
    ],
)
@pytest.mark.parametrize("path", ["inquiries", "inquiries/changes", "templates"])
def test_what_is_no_page_is_refused(ground: Ground, query: str, path: str) -> None:
    with ground.raw() as raw:
        answer = raw.get(f"/v1/shops/{ground.shops[0]}/{path}?{query}")
    if query.startswith("date_from") and path != "inquiries":
        assert answer.status_code == HTTPStatus.OK
        return
    assert answer.headers["content-type"].startswith("application/problem+json")
    problem = answer.json()
    if query.startswith("cursor") and path.endswith("changes"):
        # a client whose cursor was damaged reads from the beginning
        assert (problem["type"], problem["status"]) == ("cursor-expired", 410)
        return
    assert (problem["type"], problem["status"]) == ("validation", 422)
    assert [each["field"] for each in problem["errors"]] == [query.partition("=")[0]]


def test_counters_agree_with_the_inquiries(ground: Ground) -> None:
    shop = ground.shops[2]
    summary = ground.backend.summary(shop)
    open_by_customers = [
        row
        for row in ground.feed(shop).values()
        if row.source == "customer" and row.status == Status.UNANSWERED
    ]
    assert 0 <= summary.customer.unanswered <= len(open_by_customers)
    assert summary.window_days == 30
    named = next(each for each in ground.backend.shops() if each.id == shop)
    assert named.unanswered == len(open_by_customers)


def test_orders_and_items_of_inquiries_are_known(ground: Ground) -> None:
    shop, row = ground.take(lambda each: each.order_no is not None and each.item is not None)
    assert row.order_no is not None
    assert row.item is not None
    order = ground.backend.order(shop, row.order_no)
    assert order.number == row.order_no
    assert order.items
    item = ground.backend.item(shop, row.item.number)
    assert (item.number, item.name) == (row.item.number, row.item.name)
    assert item.url.startswith("https://")


def test_templates_come_in_their_order(ground: Ground) -> None:
    templates = ground.backend.templates(ground.shops[0])
    assert templates
    assert all(each.body and each.title for each in templates)
    places = [(each.folder, each.position) for each in templates]
    assert places == sorted(places)


@pytest.mark.parametrize("odd", ["nope", "%", "x" * 300, "é", "a/b", "' or 1=1 --", "\x01", "-1", "9" * 40])
def test_what_does_not_exist_is_not_found(ground: Ground, odd: str) -> None:
    shop = ground.shops[0]
    calls: list[Callable[[], object]] = [
        lambda: ground.backend.inquiry(shop, InquiryId(odd)),
        lambda: ground.backend.summary(ShopId(odd)),
        lambda: ground.backend.order(shop, odd),
        lambda: ground.backend.item(shop, odd),
    ]
    for call in calls:
        with pytest.raises(Refused) as caught:
            call()
        assert caught.value.code == "not-found"


def test_an_inquiry_is_not_found_in_another_shop(ground: Ground) -> None:
    shop, row = ground.take()
    other = next(each for each in ground.shops if each != shop)
    with pytest.raises(Refused) as caught:
        ground.backend.inquiry(other, row.id)
    assert caught.value.code == "not-found"


def test_an_unchanged_inquiry_is_not_sent_twice(ground: Ground) -> None:
    shop, row = ground.take()
    path = f"/v1/shops/{shop}/inquiries/{row.id}"
    with ground.raw() as raw:
        first = raw.get(path)
        again = raw.get(path, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (HTTPStatus.NOT_MODIFIED, b"")
        ground.backend.reply(shop, row.id, some_text(), expected_version=row.version, key=new_key())
        changed = raw.get(path, headers={"If-None-Match": first.headers["etag"]})
        assert changed.status_code == HTTPStatus.OK
        assert changed.headers["etag"] != first.headers["etag"]


def _end_of_feed(ground: Ground, shop: ShopId) -> str:
    cursor = None
    while True:
        page = ground.backend.changes(shop, cursor=cursor, limit=500)
        cursor = page.next_cursor
        if not page.has_more:
            return cursor
