"""Why: the heart: a write happens once or not at all, and the text is never lost."""

import pytest

from qpost.models.errors import Conflict, QpostError, Refused, ServerFault, SignInRejected, TryLater
from qpost.models.events import SignedOut
from qpost.models.inquiry import Author, InquiryId, Status
from qpost.models.outbox import OutboxState
from tests.services.desk import Desk, MakeDesk, new_key
from tests.services.marketplace import Marketplace, When, offline

I1 = InquiryId("i1")
BODY = "ありがとうございます。"


def test_a_reply_goes_out_and_the_thread_shows_it(desk: Desk, market: Marketplace) -> None:
    row = desk.send()
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.SENT, None)
    assert desk.states_told(row) == [OutboxState.QUEUED, OutboxState.SENDING, OutboxState.SENT]
    thread = desk.workspace.inbox.thread(I1)
    assert thread is not None
    assert thread.inquiry.status is Status.ANSWERED
    assert [message.body for message in thread.inquiry.messages or ()][-1] == BODY
    assert thread.outbox == ()
    assert desk.replies.waiting() == ()


def test_the_same_key_never_sends_twice(desk: Desk, market: Marketplace) -> None:
    key = new_key()
    first, second = desk.send(key=key), desk.send(key=key, body="another")
    assert first == second
    desk.delivery.deliver_due()
    assert desk.send(key=key).state is OutboxState.SENT
    desk.delivery.deliver_due()
    assert market.shop_messages(I1) == [BODY]


def test_a_held_reply_waits_and_then_goes(desk: Desk, market: Marketplace) -> None:
    row = desk.send(hold_s=5)
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.HELD, None)
    desk.clock.forward(5)
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.SENT, None)


@pytest.mark.parametrize("author", [Author.CUSTOMER, Author.QOO10, Author.SHOP, Author("stranger")])
def test_a_new_message_stops_the_send_and_is_shown(desk: Desk, market: Marketplace, author: Author) -> None:
    row = desk.send()
    market.say(I1, "やっぱり返品したいです", author, extension="B")
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.FAILED, "changed")
    thread = desk.workspace.inbox.thread(I1)
    assert thread is not None
    assert [message.body for message in thread.inquiry.messages or ()][-1] == "やっぱり返品したいです"
    assert BODY not in market.shop_messages(I1)
    assert desk.replies.waiting()[0].reply is not None


def test_a_message_synced_but_not_yet_seen_stops_the_send(desk: Desk, market: Marketplace) -> None:
    market.say(I1, "追記です", Author.CUSTOMER)
    desk.workspace.sync.sync_once()
    row = desk.send(expected_version=1)
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.FAILED, "changed")


def test_a_system_notice_or_a_bare_new_version_is_no_conflict(desk: Desk, market: Marketplace) -> None:
    row = desk.send()
    market.say(I1, "カテゴリが変わりました", Author.SYSTEM)
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.SENT, None)


def test_retry_after_a_change_sends_what_the_seller_saw(desk: Desk, market: Marketplace) -> None:
    row = desk.send()
    market.say(I1, "追記です", Author.CUSTOMER)
    desk.delivery.deliver_due()
    desk.replies.retry(row.id)
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.SENT, None)
    assert market.shop_messages(I1) == [BODY]


def test_our_own_earlier_replies_are_no_conflict_and_keep_their_order(
    desk: Desk, market: Marketplace
) -> None:
    rows = [desk.send(body=body, expected_version=1) for body in ("一", "二", "三")]
    desk.delivery.deliver_due()
    assert [desk.state(row)[0] for row in rows] == [OutboxState.SENT] * 3
    assert market.shop_messages(I1) == ["一", "二", "三"]


def test_a_later_reply_waits_for_the_earlier_one(desk: Desk, market: Marketplace) -> None:
    market.stage("inquiry", offline(may_have_arrived=False))
    first, second = desk.send(body="一"), desk.send(body="二")
    other = desk.send("i2")
    desk.delivery.deliver_due()
    assert [desk.state(row)[0] for row in (first, second, other)] == [OutboxState.QUEUED] * 3
    desk.deliver_until_quiet()
    assert market.shop_messages(I1) == ["一", "二"]


def test_a_refused_reply_fails_and_the_next_one_goes(desk: Desk, market: Marketplace) -> None:
    market.stage("reply", Refused("validation"))
    first, second = desk.send(body="一"), desk.send(body="二")
    desk.delivery.deliver_due()
    assert desk.state(first) == (OutboxState.FAILED, "validation")
    assert desk.state(second) == (OutboxState.SENT, None)


LOST = [offline(may_have_arrived=True), ServerFault(request_id="r"), QpostError()]


@pytest.mark.parametrize("error", LOST, ids=repr)
@pytest.mark.parametrize("when", When)
def test_an_unclear_send_is_repeated_and_arrives_once(
    desk: Desk, market: Marketplace, error: Exception, when: When
) -> None:
    market.stage("reply", error, when)
    row = desk.send()
    desk.delivery.deliver_due()
    assert desk.state(row)[0] is OutboxState.UNCONFIRMED
    desk.clock.forward(300)
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.SENT, None)
    assert market.shop_messages(I1) == [BODY]


@pytest.mark.parametrize("when", When)
def test_a_bug_while_sending_is_treated_as_unclear(desk: Desk, market: Marketplace, when: When) -> None:
    market.stage("reply", ZeroDivisionError("a bug"), when)
    row = desk.send()
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.UNCONFIRMED, "internal")
    desk.deliver_until_quiet()
    assert market.shop_messages(I1) == [BODY]


@pytest.mark.parametrize(
    "error",
    [
        offline(may_have_arrived=False),
        TryLater("rate-limited", retry_after_s=30),
        TryLater("unavailable", retry_after_s=None),
        ServerFault(request_id=None, may_have_arrived=False),
    ],
    ids=repr,
)
@pytest.mark.parametrize("call", ["inquiry", "reply"])
def test_a_send_that_did_not_arrive_stays_queued_and_goes_later(
    desk: Desk, market: Marketplace, error: QpostError, call: str
) -> None:
    market.stage(call, error)
    row = desk.send()
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.QUEUED, error.code)
    current = desk.replies.row(row.id)
    assert current is not None
    wait_s = (current.not_before - desk.clock()).total_seconds()
    assert wait_s == (30 if getattr(error, "retry_after_s", None) else 2)
    desk.delivery.deliver_due()
    assert desk.state(row)[0] is OutboxState.QUEUED  # not before its time
    desk.clock.forward(30)
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.SENT, None)
    assert market.shop_messages(I1) == [BODY]


@pytest.mark.parametrize("when", When)
def test_a_repeat_after_silence_stays_unclear_until_it_is_answered(
    desk: Desk, market: Marketplace, when: When
) -> None:
    market.stage("reply", offline(may_have_arrived=True), when)
    market.stage("reply", offline(may_have_arrived=False))
    market.stage("reply", TryLater("unavailable", retry_after_s=1))
    row = desk.send()
    for _ in range(3):
        desk.delivery.deliver_due()
        assert desk.state(row)[0] is OutboxState.UNCONFIRMED
        desk.clock.forward(400)
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.SENT, None)
    assert market.shop_messages(I1) == [BODY]


@pytest.mark.parametrize("when", When)
def test_a_crash_while_sending_is_settled_after_the_start(
    desk: Desk, market: Marketplace, when: When
) -> None:
    class PowerCut(BaseException):
        pass

    market.stage("reply", PowerCut(), when)
    row = desk.send()
    with pytest.raises(PowerCut):
        desk.delivery.deliver_due()
    assert desk.state(row)[0] is OutboxState.SENDING
    desk.reopen()
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.SENT, None)
    assert market.shop_messages(I1) == [BODY]


def test_a_service_that_forgot_the_key_is_not_sent_to_again(desk: Desk, market: Marketplace) -> None:
    market.stage("reply", offline(may_have_arrived=True), When.AFTER)
    row = desk.send()
    desk.delivery.deliver_due()
    market.answers.clear()  # 24 hours have passed
    desk.clock.forward(90_000)
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.SENT, None)
    assert market.shop_messages(I1) == [BODY]


def test_an_unclear_send_that_never_arrived_stops_when_the_customer_wrote_since(
    desk: Desk, market: Marketplace
) -> None:
    market.stage("reply", offline(may_have_arrived=True), When.BEFORE)
    row = desk.send()
    desk.delivery.deliver_due()
    market.say(I1, "もう一つ", Author.CUSTOMER)
    desk.clock.forward(300)
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.FAILED, "changed")
    assert market.shop_messages(I1) == []


def test_an_unclear_send_that_arrived_is_confirmed_although_the_customer_wrote_since(
    desk: Desk, market: Marketplace
) -> None:
    market.stage("reply", offline(may_have_arrived=True), When.AFTER)
    row = desk.send()
    desk.delivery.deliver_due()
    market.say(I1, "ありがとう", Author.CUSTOMER)
    market.answers.clear()
    desk.clock.forward(300)
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.SENT, None)


def test_a_change_between_reading_and_sending_is_seen(desk: Desk, market: Marketplace) -> None:
    market.hooks["reply"] = lambda: market.say(I1, "追記", Author.CUSTOMER)
    row = desk.send()
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.FAILED, "changed")
    assert market.shop_messages(I1) == []


def test_a_harmless_change_between_reading_and_sending_is_sent_over(desk: Desk, market: Marketplace) -> None:
    market.hooks["reply"] = lambda: market.say(I1, "分類変更", Author.SYSTEM)
    row = desk.send()
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.SENT, None)
    assert market.shop_messages(I1) == [BODY]


def test_endless_conflicts_do_not_spin(desk: Desk, market: Marketplace) -> None:
    for _ in range(50):
        market.stage("reply", Conflict(current_version=9))
    row = desk.send()
    desk.delivery.deliver_due()
    assert desk.state(row)[0] is OutboxState.QUEUED
    assert market.calls.count("reply") == 3
    desk.delivery.deliver_due()
    assert market.calls.count("reply") == 3
    desk.clock.forward(300)
    desk.delivery.deliver_due()
    assert market.calls.count("reply") == 4


@pytest.mark.parametrize("when", When)
def test_without_idempotency_an_unclear_send_is_read_back(make_desk: MakeDesk, when: When) -> None:
    market = Marketplace(honours_idempotency=False)
    desk = make_desk(market)
    desk.workspace.sync.sync_once()
    market.stage("reply", offline(may_have_arrived=True), when)
    row = desk.send()
    desk.delivery.deliver_due()
    desk.clock.forward(300)
    desk.delivery.deliver_due()
    assert market.calls.count("reply") == 1
    if when is When.AFTER:
        assert desk.state(row) == (OutboxState.SENT, None)
        return
    assert desk.state(row)[0] is OutboxState.UNCONFIRMED
    desk.replies.retry(row.id)
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.SENT, None)
    assert market.shop_messages(I1) == [BODY]


def test_the_text_of_an_unclear_send_returns_as_the_draft_when_given_up(
    desk: Desk, market: Marketplace
) -> None:
    market.stage("reply", offline(may_have_arrived=True))
    row = desk.send()
    desk.delivery.deliver_due()
    draft = desk.replies.discard(row.id)
    assert draft is not None
    assert draft.body == BODY
    assert desk.replies.waiting() == ()


def test_an_ended_session_is_renewed_once_by_the_saved_password(desk: Desk, market: Marketplace) -> None:
    market.session_ends_at_call = 0
    row = desk.send()
    desk.delivery.deliver_due()
    assert market.sign_ins == 2
    assert desk.state(row) == (OutboxState.SENT, None)


def test_a_rejected_password_signs_out_and_keeps_the_reply(desk: Desk, market: Marketplace) -> None:
    market.session_ends_at_call = 0
    market.password = "changed"
    row = desk.send()
    desk.delivery.deliver_due()
    assert desk.state(row)[0] is OutboxState.QUEUED
    assert [type(event) for event in desk.events].count(SignedOut) == 1
    signs = market.calls.count("sign_in")
    desk.clock.forward(400)
    desk.delivery.deliver_due()
    assert market.calls.count("sign_in") == signs  # a wrong password is not tried again
    assert [type(event) for event in desk.events].count(SignedOut) == 1


def test_a_session_that_ends_in_the_middle_of_a_send_loses_nothing(desk: Desk, market: Marketplace) -> None:
    market.stage("reply", SignInRejected("token-expired"))
    row = desk.send()
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.SENT, None)
    assert market.shop_messages(I1) == [BODY]


def test_a_deleted_inquiry_fails_the_reply(desk: Desk, market: Marketplace) -> None:
    row = desk.send()
    market.delete(I1)
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.FAILED, "not-found")


def test_coming_online_delivers_at_once(desk: Desk, market: Marketplace) -> None:
    market.stage("inquiry", offline(may_have_arrived=False))
    row = desk.send()
    desk.delivery.deliver_due()
    desk.delivery.hasten()
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.SENT, None)


def test_coming_online_does_not_shorten_the_time_the_service_asked_for(
    desk: Desk, market: Marketplace
) -> None:
    market.stage("inquiry", TryLater("rate-limited", retry_after_s=30))
    row = desk.send()
    desk.delivery.deliver_due()
    desk.delivery.hasten()
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.QUEUED, "rate-limited")
    desk.clock.forward(30)
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.SENT, None)


def test_a_clock_set_back_does_not_hold_a_reply(desk: Desk, market: Marketplace) -> None:
    row = desk.send(hold_s=5)
    desk.clock.forward(-7200)
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.SENT, None)


def test_a_refused_sign_in_never_fails_a_reply(make_desk: MakeDesk, market: Marketplace) -> None:
    desk = make_desk(market)
    desk.workspace.sync.sync_once()
    row = desk.send()
    desk.reopen()
    market.stage("sign_in", Refused("forbidden"))
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.QUEUED, "forbidden")
    assert desk.link.is_signed_out
