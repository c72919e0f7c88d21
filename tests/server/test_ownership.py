"""Why: nobody reads or changes what belongs to another account, whichever call and id they try."""

from pathlib import Path

import httpx
import pytest
from sqlalchemy import func, select

from qpost.server.database import inquiries, mails, messages, presence, reading, templates
from qpost.server.money_tables import charges, conversions, postings
from tests.server.staging import ACCOUNT_PASSWORD, Seller, Staged, keyed, reply_body, slug

OPERATIONS = [
    tuple(line.split())
    for line in (Path(__file__).parent / "operations.txt").read_text(encoding="utf-8").splitlines()
    if "{shop}" in line
]
HIDE = {"title": "a", "reason": "b", "sender_email": "a@b.jp", "expected_version": 1}
TEMPLATE = {"title": "ありがとう", "body": "本文", "folder": "", "shortcut": "", "position": 1}
BODIES: dict[str, object] = {
    "replies": reply_body(),
    "auto-reply": {"expected_version": 1},
    "hide": HIDE,
    "presence": {"state": "viewing"},
    "templates": TEMPLATE,
    "{template}": TEMPLATE,
    "conversion": {"expected_convertible": 12_300},
    "charges": {"amount": 100, "method": "q_account", "account_password": ACCOUNT_PASSWORD},
}


def stored(staged: Staged) -> list[object]:
    with reading(staged.engine) as connection:
        counts = [
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (inquiries, messages, templates, presence, mails, postings, conversions, charges)
        ]
        versions = connection.execute(select(func.sum(inquiries.c.version))).scalar_one()
    return [*counts, versions]


def call(client: httpx.Client, method: str, path: str, last: str) -> httpx.Response:
    headers = keyed() | {"If-Match": "*"}
    if method == "post" and last == "attachments":
        return client.post(path, files={"file": ("a.txt", b"text")}, headers=headers)
    body = BODIES.get(last) if method in ("post", "put") else None
    return client.request(method, path, json=body, headers=headers)


@pytest.fixture
def ids(staged: Staged, seller: Seller) -> dict[str, str]:
    """One of everything in the first seller's shop."""
    staged.new_item(seller, "500")
    staged.open_books(seller, settlement=1_000)
    staged.earn(seller, 12_352)
    staged.new_order(seller, "900")
    files = {"file": ("a.txt", "こんにちは".encode())}
    attachment = seller.client.post(f"{seller.path}/attachments", files=files, headers=keyed()).json()
    template = seller.client.post(f"{seller.path}/templates", json=TEMPLATE, headers=keyed()).json()
    return {
        "shop": seller.shop,
        "inquiry": staged.new_inquiry(seller, visibility="public", item_no="500"),
        "attachment": attachment["id"],
        "template": template["id"],
        "item_no": "500",
        "order_no": "900",
    }


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_strangers_get_nothing_and_change_nothing(
    staged: Staged, seller: Seller, stranger: Seller, ids: dict[str, str], method: str, path: str
) -> None:
    before = stored(staged)
    last = path.rpartition("/")[2]
    assert slug(call(stranger.client, method, path.format(**ids), last)) == "forbidden"
    through_own_shop = call(stranger.client, method, path.format(**ids | {"shop": stranger.shop}), last)
    if "{" in path.replace("{shop}", ""):
        assert slug(through_own_shop) == "not-found"
        assert stored(staged) == before
    assert slug(call(staged.new_client(), method, path.format(**ids), last)) == "invalid-credentials"
    owner = call(seller.client, method, path.format(**ids), last)
    assert owner.status_code < 300 or slug(owner) == "not-replied"


def test_strangers_attachment_cannot_be_sent_along(
    staged: Staged, stranger: Seller, ids: dict[str, str]
) -> None:
    inquiry = staged.new_inquiry(stranger)
    answer = stranger.client.post(
        f"{stranger.path}/inquiries/{inquiry}/replies",
        json=reply_body(attachment_ids=[ids["attachment"]]),
        headers=keyed(),
    )
    assert slug(answer) == "not-found"


@pytest.mark.parametrize(
    "odd",
    [
        "%2e%2e%2fshops",
        "a%2Fb",
        "..",
        "%00",
        "q0",
        "q-1",
        "q01",
        "q99999999999999999999",
        "q１",
        "%F0%9F%8E%81",
    ],
)
def test_odd_ids_are_not_found(seller: Seller, odd: str) -> None:
    for path in (
        f"{seller.path}/inquiries/{odd}",
        f"/v1/shops/{odd}/auto-reply",
        f"{seller.path}/items/{odd}",
    ):
        assert slug(seller.client.get(path)) == "not-found"


def test_numbers_with_slashes_are_read(staged: Staged, seller: Seller) -> None:
    staged.new_item(seller, "A/B 1")
    assert seller.client.get(f"{seller.path}/items/A%2FB%201").json()["number"] == "A/B 1"
