"""Why: a reply, an auto-reply or a hiding happens once, as asked, or not at all."""

import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from qpost.server.database import AUTO_REPLY_BODY, mails, reading
from tests.server.staging import Seller, Staged, keyed, reply_body, slug

TRICKY = "　全角の字下げ\r\n絵文字👩‍👩‍👧 と e\u0301 と \u202eabc\u202c <b>&amp;</b>\n"


def test_reply_is_stored_as_typed(staged: Staged, seller: Seller) -> None:
    inquiry = staged.new_inquiry(seller)
    answer = seller.client.post(
        f"{seller.path}/inquiries/{inquiry}/replies", json=reply_body(body=TRICKY), headers=keyed()
    )
    assert answer.status_code == 201
    found = answer.json()["inquiry"]
    assert found["version"] == 2
    assert found["status"] == "answered"
    assert found["handled_by"] == "E1"
    assert found["message_count"] == 2
    message = found["messages"][1]
    assert (message["body"], message["author"], message["extension"]) == (TRICKY, "shop", "E1")
    assert not message["auto"]
    assert found["replied_at"] == message["at"] == found["updated_at"]
    assert seller.client.get(f"{seller.path}/inquiries/{inquiry}").json() == found


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"body": "あ" * 1001}, "body"),
        ({"body": " \u3000\r\n\t"}, "body"),
        ({"body": "a\x00b"}, "body"),
        ({"title": ""}, "title"),
        ({"title": "題" * 201}, "title"),
        ({"status": "unanswered"}, "status"),
        ({"expected_version": "one"}, "expected_version"),
        ({"expected_version": "1"}, "expected_version"),
        ({"attachment_ids": "f1"}, "attachment_ids"),
        ({"expected_version": True}, "expected_version"),
        ({"body": 7}, "body"),
        ({"attachment_ids": ["f1"] * 11}, "attachment_ids"),
    ],
)
def test_reply_against_the_rules_names_the_field(
    staged: Staged, seller: Seller, values: dict[str, Any], field: str
) -> None:
    inquiry = staged.new_inquiry(seller)
    answer = seller.client.post(
        f"{seller.path}/inquiries/{inquiry}/replies", json=reply_body(**values), headers=keyed()
    )
    assert slug(answer) == "validation"
    assert [error["field"] for error in answer.json()["errors"]] == [field]
    assert seller.client.get(f"{seller.path}/inquiries/{inquiry}").json()["version"] == 1


@pytest.mark.parametrize("body", ["𠮷" * 1000, " " * 500 + "あ" * 1000 + "\n" * 500, "x"])
def test_reply_at_the_limit_is_accepted(staged: Staged, seller: Seller, body: str) -> None:
    inquiry = staged.new_inquiry(seller)
    answer = seller.client.post(
        f"{seller.path}/inquiries/{inquiry}/replies",
        json=reply_body(body=body, title="題" * 200),
        headers=keyed(),
    )
    assert answer.status_code == 201, answer.text
    assert answer.json()["inquiry"]["messages"][1]["body"] == body


def test_older_version_changes_nothing(staged: Staged, seller: Seller) -> None:
    inquiry = staged.new_inquiry(seller)
    path = f"{seller.path}/inquiries/{inquiry}/replies"
    assert seller.client.post(path, json=reply_body(), headers=keyed()).status_code == 201
    before = seller.client.get(f"{seller.path}/inquiries/{inquiry}").json()
    answer = seller.client.post(path, json=reply_body(), headers=keyed())
    assert slug(answer) == "version-conflict"
    assert answer.json()["current_version"] == 2
    assert seller.client.get(f"{seller.path}/inquiries/{inquiry}").json() == before


def test_32_threads_with_one_key_send_one_reply(staged: Staged, seller: Seller) -> None:
    inquiry = staged.new_inquiry(seller)
    together = threading.Barrier(32)
    headers = {**keyed(), "Authorization": seller.client.headers["Authorization"]}

    def send(_number: int) -> httpx.Response:
        with httpx.Client(base_url=staged.url, timeout=60) as client:
            together.wait(60)
            return client.post(
                f"{seller.path}/inquiries/{inquiry}/replies", json=reply_body(), headers=headers
            )

    with ThreadPoolExecutor(32) as pool:
        answers = list(pool.map(send, range(32)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    found = seller.client.get(f"{seller.path}/inquiries/{inquiry}").json()
    assert found["version"] == 2
    assert len(found["messages"]) == 2


def test_32_threads_with_32_keys_send_one_reply(staged: Staged, seller: Seller) -> None:
    inquiry = staged.new_inquiry(seller)
    authorization = {"Authorization": seller.client.headers["Authorization"]}

    def send(_number: int) -> httpx.Response:
        with httpx.Client(base_url=staged.url, timeout=60) as client:
            return client.post(
                f"{seller.path}/inquiries/{inquiry}/replies",
                json=reply_body(),
                headers=keyed() | authorization,
            )

    with ThreadPoolExecutor(32) as pool:
        statuses = sorted(answer.status_code for answer in pool.map(send, range(32)))
    assert statuses == [201] + [409] * 31
    assert len(seller.client.get(f"{seller.path}/inquiries/{inquiry}").json()["messages"]) == 2


def test_key_belongs_to_its_payload(staged: Staged, seller: Seller) -> None:
    inquiry, other = staged.new_inquiry(seller), staged.new_inquiry(seller)
    key = keyed()
    path = f"{seller.path}/inquiries/{inquiry}/replies"
    first = seller.client.post(path, json=reply_body(), headers=key)
    assert first.status_code == 201
    changed = seller.client.post(path, json=reply_body(body="別の本文"), headers=key)
    assert slug(changed) == "idempotency-mismatch"
    settled = seller.client.post(
        f"{seller.path}/inquiries/{inquiry}/auto-reply", json={"expected_version": 2}, headers=key
    )
    assert slug(settled) == "idempotency-mismatch"
    elsewhere = seller.client.post(f"{seller.path}/inquiries/{other}/replies", json=reply_body(), headers=key)
    assert slug(elsewhere) == "idempotency-mismatch"
    reordered = dict(reversed(reply_body().items()))
    assert seller.client.post(path, json=reordered, headers=key).content == first.content


def test_whole_number_may_be_written_with_a_point(staged: Staged, seller: Seller) -> None:
    inquiry = staged.new_inquiry(seller)
    body = reply_body() | {"expected_version": 1.0}
    answer = seller.client.post(f"{seller.path}/inquiries/{inquiry}/replies", json=body, headers=keyed())
    assert answer.status_code == 201


def test_key_of_another_account_is_another_key(staged: Staged, seller: Seller, stranger: Seller) -> None:
    key = keyed()
    for who in (seller, stranger):
        inquiry = staged.new_inquiry(who)
        answer = who.client.post(f"{who.path}/inquiries/{inquiry}/replies", json=reply_body(), headers=key)
        assert answer.status_code == 201


def test_key_is_forgotten_after_a_day(staged: Staged, seller: Seller) -> None:
    inquiry = staged.new_inquiry(seller)
    key = keyed()
    path = f"{seller.path}/inquiries/{inquiry}/replies"
    assert seller.client.post(path, json=reply_body(), headers=key).status_code == 201
    staged.clock.ahead += timedelta(hours=24, seconds=1)
    later = staged.sign_in(seller.login)
    assert slug(later.post(path, json=reply_body(), headers=key)) == "version-conflict"
    assert later.post(path, json=reply_body(version=2), headers=key).status_code == 201


@pytest.mark.parametrize("key", [None, "", "not-a-uuid", "1" * 400])
def test_write_without_a_proper_key_is_refused(staged: Staged, seller: Seller, key: str | None) -> None:
    inquiry = staged.new_inquiry(seller)
    headers = {} if key is None else {"Idempotency-Key": key}
    answer = seller.client.post(
        f"{seller.path}/inquiries/{inquiry}/replies", json=reply_body(), headers=headers
    )
    assert slug(answer) == "validation"


def test_auto_reply_sends_the_text_it_showed(staged: Staged, seller: Seller) -> None:
    inquiry = staged.new_inquiry(seller, title="[Re] お礼")
    shown = seller.client.get(f"{seller.path}/auto-reply").json()
    assert shown == {"body": AUTO_REPLY_BODY}
    key = keyed()
    path = f"{seller.path}/inquiries/{inquiry}/auto-reply"
    answers = [seller.client.post(path, json={"expected_version": 1}, headers=key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    found = answers[1].json()["inquiry"]
    assert (found["status"], found["version"], len(found["messages"])) == ("answered", 2, 2)
    message = found["messages"][1]
    assert (message["title"], message["body"], message["auto"]) == ("[Re] お礼", shown["body"], True)


HIDE = {
    "title": "公開についてのお願い",
    "reason": "個人情報が含まれていたため非表示にしました。",
    "sender_email": "shop@example.jp",
    "restrict_customer": True,
}


def test_hiding_mails_the_reason_once(staged: Staged, seller: Seller) -> None:
    staged.new_item(seller, "100")
    about: dict[str, Any] = {"visibility": "public", "item_no": "100"}
    inquiry, sibling = staged.new_inquiry(seller, **about), staged.new_inquiry(seller, **about)
    path = f"{seller.path}/inquiries/{inquiry}"
    early = seller.client.post(f"{path}/hide", json=HIDE | {"expected_version": 1}, headers=keyed())
    assert slug(early) == "not-replied"
    seller.client.post(f"{path}/replies", json=reply_body(), headers=keyed())
    key = keyed()
    for _ in range(2):
        answer = seller.client.post(f"{path}/hide", json=HIDE | {"expected_version": 2}, headers=key)
        assert answer.status_code == 200
    again = seller.client.post(f"{path}/hide", json=HIDE | {"expected_version": 3}, headers=keyed())
    found = again.json()["inquiry"]
    assert (found["hidden"], found["customer"]["restricted"], found["version"]) == (True, True, 3)
    restricted = seller.client.get(f"{seller.path}/inquiries/{sibling}").json()
    assert (restricted["customer"]["restricted"], restricted["hidden"]) == (True, False)
    with reading(staged.engine) as connection:
        sent = connection.execute(select(mails).where(mails.c.shop_id == seller.shop_row)).all()
    assert [(mail.recipient, mail.sender, mail.body) for mail in sent] == [
        ("yamada@example.jp", "shop@example.jp", HIDE["reason"])
    ]


def test_private_inquiry_cannot_be_hidden(staged: Staged, seller: Seller) -> None:
    inquiry = staged.new_inquiry(seller, visibility="private")
    answer = seller.client.post(
        f"{seller.path}/inquiries/{inquiry}/hide", json=HIDE | {"expected_version": 1}, headers=keyed()
    )
    assert slug(answer) == "not-public"


@pytest.mark.parametrize("values", [{"title": " "}, {"reason": ""}, {"sender_email": "nobody"}])
def test_hiding_needs_title_reason_and_sender(staged: Staged, seller: Seller, values: dict[str, str]) -> None:
    inquiry = staged.new_inquiry(seller, visibility="public")
    answer = seller.client.post(
        f"{seller.path}/inquiries/{inquiry}/hide",
        json=HIDE | {"expected_version": 1} | values,
        headers=keyed(str(uuid.uuid4())),
    )
    assert slug(answer) == "validation"
    assert answer.json()["errors"][0]["field"] in values
