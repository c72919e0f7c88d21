"""Why: Qcash is money: every yen of it is in the ledger, once, and was paid for."""

import itertools
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from qpost.models.qcash import CHARGE_AMOUNTS, PAYMENT_TIME, EntryKind
from qpost.server.accounts import LOCK, TRIES
from qpost.server.database import idempotency, reading, writing
from qpost.server.ids import to_us
from qpost.server.journal import Movement, book
from qpost.server.money_tables import ADVERTISING, QCASH, SCHEDULED, SETTLEMENT, charges, postings
from tests.server.staging import ACCOUNT_PASSWORD, Seller, Staged, keyed, slug

TOGETHER = 64


def charge(seller: Seller, amount: int, method: str = "card", **values: Any) -> httpx.Response:
    key = keyed(values.pop("key", None))
    body = {"amount": amount, "method": method, **values}
    return seller.client.post(f"{seller.path}/qcash/charges", json=body, headers=key)


def paid(seller: Seller, amount: int, method: str = "q_account", **values: Any) -> httpx.Response:
    return charge(seller, amount, method, account_password=ACCOUNT_PASSWORD, **values)


def spend(staged: Staged, seller: Seller, amount: int, *, age: timedelta = timedelta(0)) -> None:
    with writing(staged.engine) as connection:
        book(
            connection,
            Movement(source=QCASH, target=ADVERTISING, amount=amount),
            shop_id=seller.shop_row,
            now=staged.clock() - age,
            kind=EntryKind.ADVERTISING,
            description="パワーランクアップ 7日",
            related="501876938",
        )


def history(seller: Seller) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = seller.client.get(f"{seller.path}/qcash/charges").json()["items"]
    return found


@pytest.fixture
def put_clock(staged: Staged, seller: Seller) -> Iterator[Callable[[timedelta], None]]:
    """Put the service's clock ahead and sign in anew, for sessions end; afterwards it is put back."""

    before = staged.clock.ahead

    def put(ahead: timedelta) -> None:
        staged.clock.ahead = before + ahead
        seller.client = staged.sign_in(seller.login)

    yield put
    staged.clock.ahead = before


def test_the_wallet_shows_what_is_held(staged: Staged, seller: Seller) -> None:
    staged.open_books(seller, settlement=8_921_109)
    assert seller.client.get(f"{seller.path}/qcash").json() == {
        "balance": 0,
        "wallet": {
            "settlement": 8_921_109,
            "gift_tickets": 3,
            "q_points": 58_234,
            "coupons": 11,
            "q_stamps": 39,
        },
    }


def test_money_methods_are_offered_only_with_money_in_them(staged: Staged, seller: Seller) -> None:
    staged.open_books(seller, settlement=700, scheduled=99)
    options = seller.client.get(f"{seller.path}/qcash/charge-options").json()
    assert tuple(options["amounts"]) == CHARGE_AMOUNTS
    by_id = {method["id"]: method for method in options["methods"]}
    assert by_id["q_account"]["settled_in"] == "app"
    assert by_id["q_account"]["usable_amount"] == 700
    assert "scheduled_settlement" not in by_id
    assert by_id["card"]["settled_in"] == "browser"
    assert "usable_amount" not in by_id["card"]
    assert len(by_id) == 10


def test_a_shop_without_books_cannot_charge(seller: Seller) -> None:
    assert seller.client.get(f"{seller.path}/qcash/charge-options").json()["methods"] == []
    assert slug(charge(seller, 500)) == "validation"
    assert slug(paid(seller, 500)) == "wrong-account-password"
    assert history(seller) == []


@pytest.mark.parametrize(
    ("method", "account"), [("q_account", SETTLEMENT), ("scheduled_settlement", SCHEDULED)]
)
def test_money_paid_in_becomes_qcash_at_once(
    staged: Staged, seller: Seller, method: str, account: str
) -> None:
    staged.open_books(seller, settlement=3_500, scheduled=3_500)
    answer = paid(seller, 3_000, method)
    assert answer.status_code == 201
    made = answer.json()
    assert (made["state"], made["amount"], made["method"]) == ("completed", 3_000, method)
    assert "payment_url" not in made
    assert "expires_at" not in made
    assert (staged.held(seller), staged.held(seller, account)) == (3_000, 500)
    [entry] = seller.client.get(f"{seller.path}/qcash/ledger").json()["items"]
    assert (entry["kind"], entry["related"], entry["amount"]) == ("charge", made["id"], 3_000)
    assert history(seller) == [made]
    refused = paid(seller, 1_000, method)
    assert slug(refused) == "insufficient-funds"
    assert staged.held(seller, account) == 500


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"amount": 101, "method": "card"}, "amount"),
        ({"amount": "500", "method": "card"}, "amount"),
        ({"amount": 500.5, "method": "card"}, "amount"),
        ({"amount": -500, "method": "card"}, "amount"),
        ({"amount": 500, "method": "barter"}, "method"),
        ({"amount": 500, "method": "q_account"}, "account_password"),
        ({"amount": 500, "method": "q_account", "account_password": ""}, "account_password"),
    ],
)
def test_a_charge_against_the_rules_names_the_field(
    staged: Staged, seller: Seller, body: dict[str, object], field: str
) -> None:
    staged.open_books(seller, settlement=1_000)
    answer = seller.client.post(f"{seller.path}/qcash/charges", json=body, headers=keyed())
    assert slug(answer) == "validation"
    assert [error["field"] for error in answer.json()["errors"]] == [field]
    assert history(seller) == []


def test_tries_of_the_account_password_are_few(
    staged: Staged, seller: Seller, put_clock: Callable[[timedelta], None]
) -> None:
    staged.open_books(seller, settlement=1_000)
    for _ in range(TRIES - 1):
        assert slug(charge(seller, 500, "q_account", account_password="guess")) == "wrong-account-password"
    last = charge(seller, 500, "q_account", account_password="guess")
    assert slug(last) == "rate-limited"
    assert int(last.headers["retry-after"]) == LOCK.total_seconds()
    assert slug(paid(seller, 500)) == "rate-limited"
    assert staged.held(seller) == 0
    assert seller.client.get(f"{seller.path}/qcash").status_code == 200  # the session goes on
    put_clock(LOCK)
    assert paid(seller, 500).status_code == 201


def test_a_right_password_forgets_the_wrong_ones(staged: Staged, seller: Seller) -> None:
    staged.open_books(seller, settlement=1_000)
    for _ in range(2):
        for _ in range(TRIES - 1):
            assert (
                slug(charge(seller, 100, "q_account", account_password="guess")) == "wrong-account-password"
            )
        assert paid(seller, 100).status_code == 201
    assert staged.held(seller) == 200


def test_the_account_password_is_kept_nowhere(staged: Staged, seller: Seller) -> None:
    staged.open_books(seller, settlement=1_000)
    key = str(uuid.uuid4())
    first = paid(seller, 100, key=key)
    assert paid(seller, 100, key=key).content == first.content
    with reading(staged.engine) as connection:
        stored = connection.execute(
            select(idempotency).where(idempotency.c.account_id == seller.account_row)
        ).all()
    assert ACCOUNT_PASSWORD not in repr([tuple(row) for row in stored])
    assert staged.held(seller) == 100
    assert slug(paid(seller, 500, key=key)) == "idempotency-mismatch"


def test_an_external_charge_is_paid_on_its_page(staged: Staged, seller: Seller) -> None:
    staged.open_books(seller)
    made = charge(seller, 5_000, "paypal").json()
    assert made["state"] == "pending"
    assert made["payment_url"].startswith(f"{staged.url}/payments/")
    assert made["expires_at"] > made["created_at"]
    assert staged.held(seller) == 0
    browser = staged.new_client()
    page = browser.get(made["payment_url"])
    assert page.status_code == 200
    assert "¥5,000" in page.text
    assert "PayPal" in page.text
    assert "<script" not in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert page.headers["cache-control"] == "no-store"
    done = browser.post(f"{made['payment_url']}/pay", follow_redirects=True)
    assert (done.status_code, "支払い済み" in done.text, "<form" in done.text) == (200, True, False)
    [now] = history(seller)
    assert (now["state"], now["id"]) == ("completed", made["id"])
    assert "payment_url" not in now
    assert staged.held(seller) == 5_000
    browser.post(f"{made['payment_url']}/pay")
    browser.post(f"{made['payment_url']}/cancel")
    assert staged.held(seller) == 5_000
    assert history(seller) == [now]


def test_a_dropped_charge_is_cancelled_and_cannot_be_paid(staged: Staged, seller: Seller) -> None:
    staged.open_books(seller)
    made = charge(seller, 500).json()
    browser = staged.new_client()
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert browser.post(f"{made['payment_url']}/cancel", headers=form).status_code == 303
    browser.post(f"{made['payment_url']}/pay")
    assert [one["state"] for one in history(seller)] == ["cancelled"]
    assert "取り消し済み" in browser.get(made["payment_url"]).text
    assert staged.held(seller) == 0


def test_nobody_finds_a_payment_page_by_guessing(staged: Staged) -> None:
    browser = staged.new_client()
    for token in ("x", "%00", "a" * 43, "h1"):
        assert browser.get(f"/payments/{token}").status_code == 404
        assert browser.post(f"/payments/{token}/pay", follow_redirects=True).status_code == 404


def test_what_nobody_pays_in_five_days_is_cancelled(
    staged: Staged, seller: Seller, put_clock: Callable[[timedelta], None]
) -> None:
    staged.open_books(seller, settlement=500)
    lapsing, kept = charge(seller, 500).json(), charge(seller, 500).json()
    browser = staged.new_client()
    put_clock(PAYMENT_TIME - timedelta(minutes=1))
    assert {one["state"] for one in history(seller)} == {"pending"}
    browser.post(f"{kept['payment_url']}/pay")
    put_clock(PAYMENT_TIME)
    states = {one["id"]: one["state"] for one in history(seller)}
    assert states == {lapsing["id"]: "cancelled", kept["id"]: "completed"}
    browser.post(f"{lapsing['payment_url']}/pay")
    assert staged.held(seller) == 500
    put_clock(timedelta(0))  # a clock put back does not bring the charge back
    assert {one["id"]: one["state"] for one in history(seller)} == states


def test_a_new_charge_writes_lapsed_ones_down(
    staged: Staged, seller: Seller, put_clock: Callable[[timedelta], None]
) -> None:
    staged.open_books(seller)
    first = charge(seller, 500).json()
    put_clock(PAYMENT_TIME)
    second = charge(seller, 100)
    assert second.status_code == 201, second.text
    put_clock(timedelta(0))
    states = {one["id"]: one["state"] for one in history(seller)}
    assert states.pop(first["id"]) == "cancelled"
    assert list(states.values()) == ["pending"]


def test_64_charges_at_once_spend_what_is_there_and_no_more(staged: Staged, seller: Seller) -> None:
    staged.open_books(seller, settlement=1_050, scheduled=550)
    pending = [charge(seller, 500).json() for _ in range(4)]
    headers = {"Authorization": seller.client.headers["Authorization"]}

    def one(number: int) -> int:
        with httpx.Client(base_url=staged.url, timeout=60) as client:
            if number % 4 == 0:
                token = pending[number // 4 % 4]["payment_url"]
                return client.post(f"{token}/pay").status_code
            method = "q_account" if number % 4 < 3 else "scheduled_settlement"
            body = {"amount": 100, "method": method, "account_password": ACCOUNT_PASSWORD}
            answer = client.post(f"{seller.path}/qcash/charges", json=body, headers=headers | keyed())
        assert answer.status_code == 201 or slug(answer) == "insufficient-funds"
        return answer.status_code

    with ThreadPoolExecutor(TOGETHER) as pool:
        answers = list(pool.map(one, range(TOGETHER)))
    assert answers.count(201) == 10 + 5
    assert answers.count(303) == TOGETHER // 4
    assert staged.held(seller, SETTLEMENT) == staged.held(seller, SCHEDULED) == 50
    assert staged.held(seller) == 1_500 + 4 * 500
    assert [one["state"] for one in history(seller)].count("completed") == 10 + 5 + 4


def test_64_sends_of_one_key_are_one_charge(staged: Staged, seller: Seller) -> None:
    staged.open_books(seller, settlement=100_000)
    headers = {"Authorization": seller.client.headers["Authorization"], **keyed()}
    body = {"amount": 500, "method": "q_account", "account_password": ACCOUNT_PASSWORD}

    def send(_number: int) -> httpx.Response:
        with httpx.Client(base_url=staged.url, timeout=60) as client:
            return client.post(f"{seller.path}/qcash/charges", json=body, headers=headers)

    with ThreadPoolExecutor(TOGETHER) as pool:
        answers = list(pool.map(send, range(TOGETHER)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert staged.held(seller) == 500


def test_the_ledger_is_paged_by_day_and_each_balance_is_the_sum_below(staged: Staged, seller: Seller) -> None:
    staged.open_books(seller, settlement=100_000)
    paid(seller, 100_000)
    for amount in range(1, 25):
        spend(staged, seller, amount)
    asked: dict[str, Any] = {"limit": 7}
    rows: list[dict[str, Any]] = []
    while True:
        page = seller.client.get(f"{seller.path}/qcash/ledger", params=asked).json()
        rows += page["items"]
        if page["next_cursor"] is None:
            break
        asked["cursor"] = page["next_cursor"]
        spend(staged, seller, 1)  # what is new stands above and moves nothing below
    assert [row["amount"] for row in rows] == [-amount for amount in range(24, 0, -1)] + [100_000]
    for newer, older in itertools.pairwise(rows):
        assert newer["balance_after"] == older["balance_after"] + newer["amount"]
        assert newer["at"] >= older["at"]
    assert rows[0]["related"] == "501876938"


def test_the_ledger_has_the_days_that_are_asked_for(staged: Staged, seller: Seller) -> None:
    staged.open_books(seller, settlement=100_000)
    paid(seller, 100_000)
    path = f"{seller.path}/qcash/ledger"
    [entry] = seller.client.get(path).json()["items"]
    with reading(staged.engine) as connection:
        at_us = connection.execute(
            select(postings.c.at_us).where(postings.c.shop_id == seller.shop_row, postings.c.account == QCASH)
        ).scalar_one()
    assert at_us <= to_us(staged.clock())
    assert seller.client.get(path, params={"date_to": "2019-06-17"}).json()["items"] == []
    assert seller.client.get(path, params={"date_from": "2019-06-17"}).json()["items"] == [entry]
    assert seller.client.get(path, params={"date_from": "9999-12-31"}).json()["items"] == []
    wrong = seller.client.get(path, params={"date_from": "2019-06-17", "date_to": "2019-06-16"})
    assert slug(wrong) == "validation"


def test_a_ledger_never_goes_back_in_time(staged: Staged, seller: Seller) -> None:
    staged.open_books(seller, settlement=1_000)
    paid(seller, 1_000)
    spend(staged, seller, 10, age=timedelta(days=3))
    assert staged.held(seller) == 990  # checks that times ascend


def test_the_database_refuses_to_overdraw(staged: Staged, seller: Seller) -> None:
    staged.open_books(seller, settlement=100)
    paid(seller, 100)
    with pytest.raises(IntegrityError):
        spend(staged, seller, 101)
    with pytest.raises(ValueError, match="movement"):
        spend(staged, seller, 0)
    with pytest.raises(IntegrityError), writing(staged.engine) as connection:
        connection.execute(
            insert(charges).values(
                shop_id=seller.shop_row, amount=1, method="card", state="completed", created_us=1
            )
        )
    assert staged.held(seller) == 100


def test_charges_are_paged_newest_first(staged: Staged, seller: Seller) -> None:
    staged.open_books(seller)
    made = [charge(seller, 100).json()["id"] for _ in range(5)]
    asked: dict[str, Any] = {"limit": 2}
    found: list[str] = []
    while True:
        page = seller.client.get(f"{seller.path}/qcash/charges", params=asked).json()
        found += [one["id"] for one in page["items"]]
        if page["next_cursor"] is None:
            break
        asked["cursor"] = page["next_cursor"]
    assert found == made[::-1]
