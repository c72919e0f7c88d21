"""Why: a reply, an auto-reply or a hiding happens once or not at all, exactly as written."""

import threading
from http import HTTPStatus

import pytest

from qpost.models.errors import Conflict, QpostError, Refused
from qpost.models.inquiry import AttachmentId, Author, Inquiry, Status, Visibility
from qpost.models.reply import HideRequest, ReplyText
from tests.contract.ground import Ground, new_key, some_text

REASON = HideRequest(title="非表示のお知らせ", reason="個人情報のため\r\n🙇", sender_email="shop@example.jp")


def last_of(row: Inquiry, count: int = 1) -> list[str]:
    assert row.messages is not None
    return [each.body for each in row.messages[-count:]]


TEXTS = [
    "普通の文",
    "emoji 👨‍👩‍👧‍👦 🇯🇵 𠮷野家",
    "combining e\u0301 か\u3099 \u200d\u200b",
    "line\r\nline\nline\rtab\t end",
    "<b>no html</b> &amp; %s {0} \\ ' \" --",
    "rtl \u202eabc\u202c \u2066x\u2069 שלום",
    "  kept blanks  ",
    "a" * 1000,
    "𠮷" * 1000,
    "\n" + "字" * 1000 + " \r\n",
    "\ufeffbom \ufffd \uffff \x7f \x85 \u2028",
]


@pytest.mark.parametrize("body", TEXTS, ids=range(len(TEXTS)))
def test_the_text_is_kept_exactly_as_typed(ground: Ground, body: str) -> None:
    shop, row = ground.take()
    sent = ground.backend.reply(
        shop, row.id, some_text(body, title="題 🎁"), expected_version=row.version, key=new_key()
    )
    assert last_of(sent) == [body]
    assert last_of(ground.backend.inquiry(shop, row.id)) == [body]
    assert sent.messages is not None
    message = sent.messages[-1]
    assert (message.author, message.title, message.extension, message.auto) == (
        Author.SHOP,
        "題 🎁",
        "A",
        False,
    )


@pytest.mark.parametrize("status", [Status.ANSWERING, Status.ANSWERED])
def test_a_reply_moves_the_inquiry_on(ground: Ground, status: Status) -> None:
    shop, row = ground.take()
    sent = ground.backend.reply(
        shop, row.id, some_text(status=status), expected_version=row.version, key=new_key()
    )
    assert (sent.status, sent.version, sent.message_count) == (status, row.version + 1, row.message_count + 1)
    assert sent.replied_at is not None
    assert sent.updated_at >= row.updated_at
    assert sent.handled_by == "A"
    assert sent == ground.backend.inquiry(shop, row.id)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (some_text("a" * 1001), "body"),
        (some_text("𠮷" * 1001), "body"),
        (some_text(" \r\n\u3000"), "body"),
        (some_text(title="t" * 201), "title"),
        (some_text(title="  "), "title"),
        (some_text(status=Status.UNANSWERED), "status"),
        (some_text(status=Status("sleeping")), "status"),
        (ReplyText(title="t", body="b", status=Status.ANSWERED, attachment_ids=(AttachmentId("no"),)), ""),
    ],
)
def test_what_breaks_the_rules_is_refused_and_changes_nothing(
    ground: Ground, text: ReplyText, field: str
) -> None:
    shop, row = ground.take()
    with pytest.raises(Refused) as caught:
        ground.backend.reply(shop, row.id, text, expected_version=row.version, key=new_key())
    assert caught.value.code in ("validation", *([] if field else ["not-found"]))
    if field:
        assert any(field in each.field for each in caught.value.fields)
    assert ground.backend.inquiry(shop, row.id) == row


def test_an_older_version_is_a_conflict_that_tells_the_newer(ground: Ground) -> None:
    shop, row = ground.take()
    now = ground.backend.reply(shop, row.id, some_text(), expected_version=row.version, key=new_key())
    with pytest.raises(Conflict) as caught:
        ground.signed_in("C").reply(shop, row.id, some_text(), expected_version=row.version, key=new_key())
    assert caught.value.current_version == now.version
    assert ground.backend.inquiry(shop, row.id) == now


def test_the_same_key_sends_once_and_answers_the_same(ground: Ground) -> None:
    shop, row = ground.take()
    text, key = some_text(), new_key()
    first = ground.backend.reply(shop, row.id, text, expected_version=row.version, key=key)
    ground.backend.reply(shop, row.id, some_text(), expected_version=first.version, key=new_key())
    again = ground.signed_in("A").reply(shop, row.id, text, expected_version=row.version, key=key)
    assert again == first
    messages = ground.backend.inquiry(shop, row.id).messages or ()
    assert [each.body for each in messages].count(text.body) == 1


def test_the_same_key_sends_once_when_many_send_it_at_once(ground: Ground) -> None:
    shop, row = ground.take()
    text, key = some_text(), new_key()
    answers: list[Inquiry | QpostError] = []
    start = threading.Barrier(8)

    def send() -> None:
        start.wait(30)
        try:
            answers.append(ground.backend.reply(shop, row.id, text, expected_version=row.version, key=key))
        except QpostError as error:
            answers.append(error)

    threads = [threading.Thread(target=send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(answers) == 8
    assert all(each == answers[0] for each in answers)
    assert isinstance(answers[0], Inquiry)
    now = ground.backend.inquiry(shop, row.id)
    assert (now.version, now.message_count) == (row.version + 1, row.message_count + 1)


def test_different_keys_for_one_version_let_one_through(ground: Ground) -> None:
    shop, row = ground.take()
    outcomes: list[str] = []
    start = threading.Barrier(6)

    def send() -> None:
        start.wait(30)
        try:
            ground.backend.reply(shop, row.id, some_text(), expected_version=row.version, key=new_key())
            outcomes.append("sent")
        except QpostError as error:
            outcomes.append(error.code)

    threads = [threading.Thread(target=send) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(outcomes) == ["sent"] + ["version-conflict"] * 5
    assert ground.backend.inquiry(shop, row.id).version == row.version + 1


def test_the_same_key_with_another_text_is_a_mismatch(ground: Ground) -> None:
    shop, row = ground.take()
    key = new_key()
    first = ground.backend.reply(shop, row.id, some_text(), expected_version=row.version, key=key)
    with pytest.raises(Refused) as caught:
        ground.backend.reply(shop, row.id, some_text(), expected_version=row.version, key=key)
    assert caught.value.code == "idempotency-mismatch"
    assert ground.backend.inquiry(shop, row.id) == first


def test_the_same_key_for_another_kind_of_write_is_a_mismatch(ground: Ground) -> None:
    shop, row = ground.take()
    key = new_key()
    first = ground.backend.reply(shop, row.id, some_text(), expected_version=row.version, key=key)
    with pytest.raises(Refused) as caught:
        ground.backend.auto_reply(shop, row.id, expected_version=first.version, key=key)
    assert caught.value.code == "idempotency-mismatch"
    assert ground.backend.inquiry(shop, row.id) == first


def test_the_key_is_remembered_over_a_restart(own_ground: Ground) -> None:
    shop, row = own_ground.take()
    text, key = some_text(), new_key()
    first = own_ground.backend.reply(shop, row.id, text, expected_version=row.version, key=key)
    own_ground.service.kill()
    own_ground.service.restart()
    again = own_ground.signed_in("A").reply(shop, row.id, text, expected_version=row.version, key=key)
    assert again == first
    assert own_ground.signed_in().inquiry(shop, row.id).version == first.version


def test_a_write_without_a_key_is_refused(ground: Ground) -> None:
    shop, row = ground.take()
    body = {
        "title": "t",
        "body": "b",
        "status": "answered",
        "attachment_ids": [],
        "expected_version": row.version,
    }
    with ground.raw() as raw:
        for headers in ({}, {"Idempotency-Key": "not a uuid"}):
            answer = raw.post(f"/v1/shops/{shop}/inquiries/{row.id}/replies", json=body, headers=headers)
            assert answer.status_code in (HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.BAD_REQUEST)
            assert answer.json()["type"] == "validation"
    assert ground.backend.inquiry(shop, row.id) == row


def test_the_auto_reply_sends_its_text_and_settles(ground: Ground) -> None:
    shop, row = ground.take(lambda each: each.status != Status.ANSWERED)
    text = ground.backend.auto_reply_text(shop)
    key = new_key()
    sent = ground.backend.auto_reply(shop, row.id, expected_version=row.version, key=key)
    assert (sent.status, sent.version) == (Status.ANSWERED, row.version + 1)
    assert last_of(sent) == [text]
    assert sent.messages is not None
    assert sent.messages[-1].auto
    assert ground.backend.auto_reply(shop, row.id, expected_version=row.version, key=key) == sent
    with pytest.raises(Conflict):
        ground.backend.auto_reply(shop, row.id, expected_version=row.version, key=new_key())


def test_a_public_answered_inquiry_can_be_hidden_once(ground: Ground) -> None:
    shop, row = ground.take(
        lambda each: each.visibility == Visibility.PUBLIC and each.replied_at is not None and not each.hidden
    )
    key = new_key()
    request = HideRequest(
        title=REASON.title, reason=REASON.reason, sender_email=REASON.sender_email, restrict_customer=True
    )
    hidden = ground.backend.hide(shop, row.id, request, expected_version=row.version, key=key)
    assert (hidden.hidden, hidden.customer.restricted, hidden.version) == (True, True, row.version + 1)
    assert ground.backend.hide(shop, row.id, request, expected_version=row.version, key=key) == hidden
    with pytest.raises(Conflict):
        ground.backend.hide(shop, row.id, REASON, expected_version=row.version, key=new_key())
    assert ground.backend.inquiry(shop, row.id) == hidden


@pytest.mark.parametrize(
    ("visibility", "is_replied", "code"),
    [
        (Visibility.PRIVATE, True, "not-public"),
        (Visibility.PRIVATE, False, "not-public"),
        (Visibility.PUBLIC, False, "not-replied"),
    ],
)
def test_others_cannot_be_hidden(ground: Ground, visibility: Visibility, is_replied: bool, code: str) -> None:
    shop, row = ground.take(
        lambda each: each.visibility == visibility and (each.replied_at is not None) == is_replied
    )
    with pytest.raises(Refused) as caught:
        ground.backend.hide(shop, row.id, REASON, expected_version=row.version, key=new_key())
    assert caught.value.code == code
    assert ground.backend.inquiry(shop, row.id) == row


@pytest.mark.parametrize(
    "request_",
    [
        HideRequest(title=" ", reason="r", sender_email="shop@example.jp"),
        HideRequest(title="t", reason="", sender_email="shop@example.jp"),
        HideRequest(title="t", reason="r", sender_email="nobody"),
    ],
    ids=["title", "reason", "sender"],
)
def test_hiding_needs_title_reason_and_sender(ground: Ground, request_: HideRequest) -> None:
    shop, row = ground.take(lambda each: each.visibility == Visibility.PUBLIC and each.replied_at is not None)
    with pytest.raises(Refused) as caught:
        ground.backend.hide(shop, row.id, request_, expected_version=row.version, key=new_key())
    assert caught.value.code == "validation"
    assert ground.backend.inquiry(shop, row.id) == row
