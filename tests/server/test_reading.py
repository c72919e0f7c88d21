"""Why: lists, counters and the delta feed show every inquiry once, in order, and as it is."""

from datetime import timedelta

import pytest

from qpost.models.jst import business_date
from tests.server.staging import Seller, Staged, keyed, reply_body, slug


def listed(seller: Seller, **query: str | int | list[str]) -> list[str]:
    answer = seller.client.get(f"{seller.path}/inquiries", params=query)
    assert answer.status_code == 200, answer.text
    return [inquiry["id"] for inquiry in answer.json()["items"]]


def test_pages_are_stable_while_inquiries_arrive(staged: Staged, seller: Seller) -> None:
    old = [staged.new_inquiry(seller, age=timedelta(hours=hours)) for hours in range(1, 8)]
    found: list[str] = []
    cursor = ""
    while True:
        page = seller.client.get(f"{seller.path}/inquiries", params={"limit": 2, "cursor": cursor}).json()
        assert all("messages" not in inquiry for inquiry in page["items"])
        found += [inquiry["id"] for inquiry in page["items"]]
        staged.new_inquiry(seller)
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert found == old


def test_filters_narrow_the_list(staged: Staged, seller: Seller) -> None:
    staged.new_item(seller, "100")
    shipped = staged.new_inquiry(seller, age=timedelta(days=3), item_no="100", order_no="55")
    note = staged.new_inquiry(seller, age=timedelta(days=2), source="qoo10", title="100%の件")
    done = staged.new_inquiry(seller, age=timedelta(days=1))
    seller.client.post(
        f"{seller.path}/inquiries/{done}/replies", json=reply_body(body="特別な言葉"), headers=keyed()
    )
    today = business_date(staged.clock())
    assert listed(seller) == [done, note, shipped]
    assert listed(seller, source="qoo10") == [note]
    assert listed(seller, status=["unanswered", "answering"]) == [note, shipped]
    assert listed(seller, item_no="100") == listed(seller, order_no="55") == [shipped]
    assert listed(seller, date_field="replied", date_from=str(today)) == [done]
    assert listed(seller, date_to=str(today - timedelta(days=2))) == [note, shipped]
    assert listed(seller, date_from="0001-01-01", date_to="9999-12-31") == [done, note, shipped]
    assert listed(seller, q="特別") == [done]
    assert listed(seller, q="0%の") == [note]
    assert listed(seller, q="青い花瓶") == [shipped]
    assert listed(seller, q="_") == []


@pytest.mark.parametrize(
    "query",
    [{"limit": 0}, {"limit": 501}, {"status": "open"}, {"date_from": "yesterday"}, {"source": "null"}],
)
def test_filters_that_mean_nothing_are_refused(seller: Seller, query: dict[str, str | int]) -> None:
    assert slug(seller.client.get(f"{seller.path}/inquiries", params=query)) == "validation"


def test_feed_tells_every_change_once_and_in_order(staged: Staged, seller: Seller) -> None:
    ids = [staged.new_inquiry(seller, age=timedelta(hours=hours)) for hours in (1, 2, 3)]
    path = f"{seller.path}/inquiries/changes"
    first = seller.client.get(path, params={"limit": 2}).json()
    assert ([inquiry["id"] for inquiry in first["items"]], first["has_more"]) == (ids[:2], True)
    assert all(len(inquiry["messages"]) == 1 for inquiry in first["items"])
    rest = seller.client.get(path, params={"cursor": first["next_cursor"]}).json()
    assert ([inquiry["id"] for inquiry in rest["items"]], rest["has_more"]) == (ids[2:], False)
    seller.client.post(f"{seller.path}/inquiries/{ids[0]}/replies", json=reply_body(), headers=keyed())
    news = seller.client.get(path, params={"cursor": rest["next_cursor"]}).json()
    assert [(inquiry["id"], inquiry["version"]) for inquiry in news["items"]] == [(ids[0], 2)]
    assert news["deleted"] == []
    quiet = seller.client.get(path, params={"cursor": news["next_cursor"]}).json()
    assert (quiet["items"], quiet["next_cursor"]) == ([], news["next_cursor"])


def test_cursor_of_another_feed_has_expired(staged: Staged, seller: Seller, stranger: Seller) -> None:
    foreign = stranger.client.get(f"{stranger.path}/inquiries/changes").json()["next_cursor"]
    answer = seller.client.get(f"{seller.path}/inquiries/changes", params={"cursor": foreign})
    assert (answer.status_code, slug(answer)) == (410, "cursor-expired")
    garbage = seller.client.get(f"{seller.path}/inquiries/changes", params={"cursor": "garbage"})
    assert (garbage.status_code, slug(garbage)) == (410, "cursor-expired")


def test_summary_and_shops_count_open_inquiries(staged: Staged, seller: Seller) -> None:
    staged.new_item(seller, "100")
    for age in (timedelta(days=1), timedelta(days=2), timedelta(days=31)):
        staged.new_inquiry(seller, age=age, item_no="100")
    staged.new_inquiry(seller, status="answering")
    staged.new_inquiry(seller, source="qoo10")
    summary = seller.client.get(f"{seller.path}/inquiries/summary").json()
    assert summary == {
        "customer": {"unanswered": 2, "answering": 1},
        "qoo10": {"unanswered": 1, "unconfirmed": 0},
        "window_days": 30,
        "hot_items": [{"item_no": "100", "item_name": "青い花瓶", "inquiries_7d": 2}],
    }
    assert seller.client.get("/v1/shops").json()["items"][0]["unanswered"] == 3
    assert seller.client.get(f"{seller.path}/items/100").json()["inquiries_7d"] == 2


def test_unchanged_answers_are_not_sent_again(staged: Staged, seller: Seller) -> None:
    inquiry = staged.new_inquiry(seller)
    for path in (f"{seller.path}/inquiries/{inquiry}", f"{seller.path}/inquiries/summary"):
        tag = seller.client.get(path).headers["etag"]
        same = seller.client.get(path, headers={"If-None-Match": tag})
        assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", tag)
    seller.client.post(f"{seller.path}/inquiries/{inquiry}/replies", json=reply_body(), headers=keyed())
    assert seller.client.get(path, headers={"If-None-Match": tag}).status_code == 200


def test_long_answers_are_compressed(staged: Staged, seller: Seller) -> None:
    for _ in range(5):
        staged.new_inquiry(seller)
    answer = seller.client.get(f"{seller.path}/inquiries")
    assert answer.headers["content-encoding"] == "gzip"
    plain = seller.client.get(f"{seller.path}/inquiries", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.json() == answer.json()


def test_template_is_replaced_by_whoever_saw_it_last(seller: Seller) -> None:
    body = {
        "title": "お礼",
        "body": "ありがとうございます。",
        "folder": "定型",
        "shortcut": "",
        "position": 2,
    }
    made = seller.client.post(f"{seller.path}/templates", json=body, headers=keyed())
    path = f"{seller.path}/templates/{made.json()['id']}"
    tag = made.headers["etag"]
    assert seller.client.get(path).headers["etag"] == tag
    changed = seller.client.put(path, json=body | {"title": "別"}, headers={"If-Match": tag})
    assert (changed.status_code, changed.json()["title"]) == (200, "別")
    late = seller.client.put(path, json=body, headers={"If-Match": tag})
    assert (slug(late), late.json()["current_version"]) == ("version-conflict", 2)
    assert slug(seller.client.put(path, json=body)) == "validation"
    first = seller.client.post(
        f"{seller.path}/templates", json=body | {"position": 1}, headers=keyed()
    ).json()
    page = seller.client.get(f"{seller.path}/templates", params={"limit": 1}).json()
    assert page["items"] == [first]
    rest = seller.client.get(f"{seller.path}/templates", params={"cursor": page["next_cursor"]}).json()
    assert (rest["items"], rest["next_cursor"]) == ([changed.json()], None)
    assert seller.client.delete(path).status_code == 204
    assert slug(seller.client.get(path)) == "not-found"


def test_order_is_read(staged: Staged, seller: Seller) -> None:
    staged.new_order(seller, "900")
    order = seller.client.get(f"{seller.path}/orders/900").json()
    assert order["items"] == [{"number": "1", "name": "青い花瓶", "quantity": 2}]
    assert slug(seller.client.get(f"{seller.path}/orders/901")) == "not-found"
