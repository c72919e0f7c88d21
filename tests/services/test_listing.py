"""A service that only lists messages by time is followed: nothing is missing, nothing is sent twice."""

from datetime import timedelta

import pytest

from qpost.models.errors import ServerFault
from qpost.models.events import Event, InquiriesChanged, OutboxChanged
from qpost.models.inquiry import Author, InquiryId, Status
from qpost.models.outbox import OutboxState
from qpost.models.reply import HideRequest
from tests.qapi.faults import CUT_AFTER, CUT_BEFORE, PAGE_200, PAGE_500
from tests.qapi.quirks import Quirks
from tests.qapi.stand_in import ANSWER, LIST
from tests.services.desk import new_key
from tests.services.qoo10_desk import START, MakeQoo10Desk, Qoo10Desk, attempt


def test_a_reading_cut_short_goes_on_where_it_was(make_qoo10_desk: MakeQoo10Desk) -> None:
    desk = make_qoo10_desk(1500, quirks=Quirks(row_cap=60))
    desk.stand_in.arm(CUT_BEFORE, LIST, skip=20, times=None)
    attempt(desk.sync)
    begun = desk.inquiries()
    assert begun
    newest = max(row.second for row in desk.market.rows)
    assert max(int(inquiry.received_at.timestamp()) for inquiry in begun.values()) >= newest - 86400
    desk.stand_in.lift()
    before = desk.stand_in.counts[LIST]
    desk.crash()
    desk.sync()
    assert desk.seen() == desk.truth()
    whole = desk.stand_in.counts[LIST] - before
    desk.crash()
    again = desk.stand_in.counts[LIST]
    desk.sync()
    assert desk.stand_in.counts[LIST] - again < whole / 3


def test_news_is_told_and_an_answer_given_elsewhere_shows(make_qoo10_desk: MakeQoo10Desk) -> None:
    desk = make_qoo10_desk(30)
    desk.sync()
    desk.events.clear()
    row = desk.market.add(body="まだですか。")
    desk.clock.forward(minutes=1)
    desk.sync()
    (told,) = [event for event in desk.events if isinstance(event, InquiriesChanged)]
    (inquiry_id,) = told.arrived
    desk.market.set_status(row, "S3", quirks=desk.stand_in.quirks)
    desk.clock.forward(minutes=1)
    desk.sync()
    inquiry = desk.inquiry(inquiry_id)
    assert inquiry.status is Status.ANSWERED
    assert inquiry.messages is not None
    assert inquiry.messages[-1].id.endswith("/elsewhere")
    assert (inquiry.messages[-1].author, inquiry.messages[-1].body) == (Author.SHOP, "")
    desk.events.clear()
    desk.clock.forward(minutes=1)
    desk.sync()
    assert not [event for event in desk.events if isinstance(event, InquiriesChanged)]


def test_a_reply_goes_once_and_is_shown(make_qoo10_desk: MakeQoo10Desk) -> None:
    desk = make_qoo10_desk()
    row = desk.market.add()
    desk.sync()
    (inquiry_id,) = desk.inquiries()
    sent = desk.send(inquiry_id)
    desk.deliver()
    assert desk.state(sent) == (OutboxState.SENT, None)
    (reply,) = desk.market.replies
    assert (reply.question_no, reply.seq_no, reply.text) == (
        row.question_no,
        row.seq_no,
        "ありがとうございます。😊 髙島屋",
    )
    desk.settle(passes=3)
    inquiry = desk.inquiry(inquiry_id)
    assert inquiry.status is Status.ANSWERED
    assert [message.body for message in inquiry.messages or ()][1:] == ["ありがとうございます。😊 髙島屋"]


def test_an_answer_cut_off_is_read_back_and_never_sent_again(make_qoo10_desk: MakeQoo10Desk) -> None:
    desk = make_qoo10_desk()
    desk.market.add()
    desk.sync()
    (inquiry_id,) = desk.inquiries()
    sent = desk.send(inquiry_id)
    desk.stand_in.arm(CUT_AFTER, ANSWER)
    desk.deliver()
    assert desk.state(sent)[0] is OutboxState.UNCONFIRMED
    desk.settle(passes=2)
    assert desk.state(sent) == (OutboxState.SENT, None)
    assert len(desk.market.replies) == 1
    assert [message.body for message in desk.inquiry(inquiry_id).messages or ()][1:] == [
        "ありがとうございます。😊 髙島屋"
    ]


@pytest.mark.parametrize("fault", [CUT_BEFORE, PAGE_200], ids=["cut", "page"])
def test_an_answer_that_never_arrived_waits_for_the_seller(
    make_qoo10_desk: MakeQoo10Desk, fault: object
) -> None:
    desk = make_qoo10_desk()
    desk.market.add()
    desk.sync()
    (inquiry_id,) = desk.inquiries()
    sent = desk.send(inquiry_id)
    desk.stand_in.arm(fault, ANSWER)  # type: ignore[arg-type]
    desk.deliver()
    desk.settle(passes=5)
    assert desk.state(sent)[0] is OutboxState.UNCONFIRMED
    assert desk.market.replies == []
    desk.workspace.replies.retry(sent.id)
    desk.deliver()
    assert desk.state(sent) == (OutboxState.SENT, None)
    assert len(desk.market.replies) == 1


def test_a_new_question_or_an_answer_elsewhere_stops_a_reply(make_qoo10_desk: MakeQoo10Desk) -> None:
    desk = make_qoo10_desk()
    asked = desk.market.add()
    other = desk.market.add()
    desk.sync()
    first, second = (desk.send(inquiry_id) for inquiry_id in _ids(desk, asked.question_no, other.question_no))
    desk.clock.forward(minutes=2)
    desk.market.follow_up(asked, "やはりキャンセルします。", quirks=desk.stand_in.quirks)
    desk.market.set_status(other, "S3", quirks=desk.stand_in.quirks)
    desk.deliver()
    assert desk.state(first) == (OutboxState.FAILED, "changed")
    assert desk.state(second) == (OutboxState.FAILED, "changed")
    assert desk.market.replies == []


def test_a_void_key_leads_to_one_sign_in_and_nothing_is_missed(make_qoo10_desk: MakeQoo10Desk) -> None:
    desk = make_qoo10_desk(200, quirks=Quirks(row_cap=60))

    def change() -> None:
        desk.market.change_password("別の鍵")
        desk.password = "別の鍵"

    desk.stand_in.before(LIST, change, skip=10)
    attempt(desk.sync)
    desk.settle(passes=1)
    assert desk.seen() == desk.truth()
    assert desk.stand_in.counts["CreateCertificationKey"] == 2


def test_odd_rows_are_kept_aside_and_cost_no_page(make_qoo10_desk: MakeQoo10Desk) -> None:
    desk = make_qoo10_desk(40)
    desk.market.add(raw=({"INQ_TYPE": "MSG", "QUESTION_NO": None, "CONTENTS": "no number"},))
    desk.sync()
    desk.sync()
    assert desk.workspace.listing_notes(desk.shop).odd == 1
    assert desk.seen() == desk.truth()


def test_an_auto_reply_sends_the_text_that_was_shown(make_qoo10_desk: MakeQoo10Desk) -> None:
    desk = make_qoo10_desk()
    desk.market.add()
    desk.sync()
    (inquiry,) = desk.inquiries().values()
    shown = desk.workspace.replies.auto_reply_text(desk.shop)
    row = desk.workspace.replies.auto_reply(
        key=new_key(), shop=desk.shop, inquiry_id=inquiry.id, expected_version=inquiry.version
    )
    desk.workspace.replies.set_auto_reply_text(desk.shop, "別の文")
    desk.deliver()
    assert desk.state(row) == (OutboxState.SENT, None)
    assert [reply.text for reply in desk.market.replies] == [shown]
    assert desk.workspace.replies.auto_reply_text(desk.shop) == "別の文"


def test_an_answer_given_elsewhere_to_an_old_question_shows_with_the_next_pass(
    make_qoo10_desk: MakeQoo10Desk,
) -> None:
    desk = make_qoo10_desk()
    row = desk.market.add()
    desk.sync()
    desk.clock.forward(days=3)
    for _ in range(4):  # the round over the past is beyond it by then
        desk.sync()
    desk.market.set_status(row, "S3", quirks=desk.stand_in.quirks)
    desk.sync()
    assert desk.seen() == desk.truth()


def test_what_shows_up_long_after_the_time_it_bears_is_met_by_the_round_over_the_past(
    make_qoo10_desk: MakeQoo10Desk,
) -> None:
    desk = make_qoo10_desk(30)
    desk.sync()
    desk.market.add(at=START - timedelta(days=200), status="S3")
    desk.settle()
    assert desk.seen() == desk.truth()


def test_whose_clock_is_ahead_still_has_a_cut_off_answer_read_back(make_qoo10_desk: MakeQoo10Desk) -> None:
    desk = make_qoo10_desk()
    row = desk.market.add()
    desk.sync()
    (inquiry_id,) = desk.inquiries()
    desk.clock.forward(minutes=5)
    desk.send(inquiry_id)
    desk.deliver()
    desk.market.follow_up(
        row, "色は選べますか。", quirks=desk.stand_in.quirks, at=desk.clock() - timedelta(minutes=2)
    )
    desk.sync()
    again = desk.send(inquiry_id, "はい、選べます。")
    desk.stand_in.arm(CUT_AFTER, ANSWER)
    desk.deliver()
    assert desk.state(again)[0] is OutboxState.UNCONFIRMED
    desk.settle(passes=2)
    assert desk.state(again) == (OutboxState.SENT, None)
    assert len(desk.market.replies) == 2


def test_an_unclear_answer_is_not_taken_for_one_to_a_later_question(make_qoo10_desk: MakeQoo10Desk) -> None:
    desk = make_qoo10_desk()
    row = desk.market.add()
    desk.sync()
    (inquiry_id,) = desk.inquiries()
    sent = desk.send(inquiry_id)
    desk.stand_in.arm(CUT_BEFORE, ANSWER)
    desk.deliver()
    asked = desk.market.follow_up(row, "返事をください。", quirks=desk.stand_in.quirks)
    desk.market.set_status(asked, "S3", quirks=desk.stand_in.quirks)
    desk.settle(passes=2)
    assert desk.state(sent)[0] is OutboxState.UNCONFIRMED
    last = (desk.inquiry(inquiry_id).messages or ())[-1]
    assert last.id.endswith("/elsewhere")


def test_a_question_that_comes_between_looking_and_sending_is_not_answered_unseen(
    make_qoo10_desk: MakeQoo10Desk,
) -> None:
    desk = make_qoo10_desk()
    row = desk.market.add()
    desk.sync()
    (inquiry_id,) = desk.inquiries()
    sent = desk.send(inquiry_id)
    desk.clock.forward(minutes=1)

    def ask(event: Event) -> None:
        is_leaving = isinstance(event, OutboxChanged) and event.row.state is OutboxState.SENDING
        if is_leaving and len(desk.market.rows) == 1:
            desk.market.follow_up(row, "やはりキャンセルします。", quirks=desk.stand_in.quirks)
            desk.sync()

    desk.publisher.subscribe(ask)
    desk.deliver()
    desk.deliver()
    assert desk.state(sent) == (OutboxState.FAILED, "changed")
    assert desk.market.replies == []


def test_news_is_kept_when_the_rest_of_a_pass_fails(make_qoo10_desk: MakeQoo10Desk) -> None:
    desk = make_qoo10_desk(30)
    desk.sync()
    row = desk.market.add()
    desk.stand_in.arm(PAGE_500, LIST, skip=3, times=None)  # one for each status; then comes the past
    with pytest.raises(ServerFault):
        desk.sync()
    assert row.question_no in _numbers(desk)


def test_news_does_not_wait_for_a_past_that_cannot_be_read(make_qoo10_desk: MakeQoo10Desk) -> None:
    desk = make_qoo10_desk(30)
    desk.stand_in.arm(PAGE_500, LIST, skip=5, times=None)
    attempt(desk.sync)
    row = desk.market.add()
    desk.stand_in.lift()
    desk.stand_in.arm(PAGE_500, LIST, skip=3, times=None)
    with pytest.raises(ServerFault):
        desk.sync()
    assert row.question_no in _numbers(desk)
    desk.stand_in.lift()
    desk.sync()
    assert desk.seen() == desk.truth()


def test_what_came_while_nobody_was_there_for_long_is_read_at_once(make_qoo10_desk: MakeQoo10Desk) -> None:
    desk = make_qoo10_desk(30)
    for _ in range(4):  # the round over the past is far back by then
        desk.sync()
    desk.clock.forward(days=60)
    desk.market.add(at=desk.clock() - timedelta(days=40))
    desk.sync()
    assert desk.seen() == desk.truth()


def test_hiding_fails_as_something_that_is_not_offered(make_qoo10_desk: MakeQoo10Desk) -> None:
    desk = make_qoo10_desk()
    desk.market.add(type="ITEM", status="S3")
    desk.sync()
    (inquiry,) = desk.inquiries().values()
    request = HideRequest(title="非表示", reason="個人情報", sender_email="a@example.com")
    row = desk.workspace.replies.hide(
        key=new_key(),
        shop=desk.shop,
        inquiry_id=inquiry.id,
        request=request,
        expected_version=inquiry.version,
    )
    desk.deliver()
    assert desk.state(row) == (OutboxState.FAILED, "unsupported")


def _ids(desk: Qoo10Desk, *numbers: str) -> list[InquiryId]:
    by_number = {inquiry.number: inquiry.id for inquiry in desk.inquiries().values()}
    return [by_number[number] for number in numbers]


def _numbers(desk: Qoo10Desk) -> set[str]:
    return {inquiry.number for inquiry in desk.inquiries().values()}
