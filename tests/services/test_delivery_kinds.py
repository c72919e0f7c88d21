"""Why: auto-replies, hiding and files travel under the same promise as replies."""

import pytest
from msgspec import structs

from qpost.models.errors import Refused
from qpost.models.inquiry import Author, InquiryId
from qpost.models.outbox import OutboxState
from qpost.models.outbox_rules import CHANGED
from qpost.models.reply import HideRequest
from tests.services.desk import Desk, MakeDesk, new_key
from tests.services.marketplace import SHOP, Marketplace, When, inquiry, offline

I1 = InquiryId("i1")
BODY = "ありがとうございます。"


def test_files_are_uploaded_once_and_go_with_the_reply(desk: Desk, market: Marketplace) -> None:
    file = desk.replies.attach(b"size table", "sizes.txt")
    market.stage("upload", offline(may_have_arrived=True), When.AFTER)
    market.stage("reply", offline(may_have_arrived=True), When.AFTER)
    row = desk.send(files=(file, desk.replies.attach(b"more", "more.txt")))
    desk.deliver_until_quiet()
    assert desk.state(row) == (OutboxState.SENT, None)
    assert sorted(market.content.values()) == [b"more", b"size table"]
    assert market.shop_messages(I1) == [BODY]


def test_a_refused_file_fails_the_reply_and_keeps_both(desk: Desk, market: Marketplace) -> None:
    file = desk.replies.attach(b"MZ", "tool.exe")
    market.stage("upload", Refused("unsupported-media"))
    row = desk.send(files=(file,))
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.FAILED, "unsupported-media")
    draft = desk.replies.discard(row.id)
    assert draft is not None
    assert draft.files == (file,)
    assert desk.store.files.content(file) == b"MZ"


@pytest.mark.parametrize("when", When)
def test_an_auto_reply_goes_once(desk: Desk, market: Marketplace, when: When) -> None:
    market.stage("auto_reply", offline(may_have_arrived=True), when)
    row = desk.replies.auto_reply(key=new_key(), shop=SHOP, inquiry_id=I1, expected_version=1)
    desk.deliver_until_quiet()
    assert desk.state(row) == (OutboxState.SENT, None)
    assert market.shop_messages(I1) == ["対応済みです。"]


@pytest.mark.parametrize("honours_idempotency", [True, False])
@pytest.mark.parametrize("when", When)
def test_what_is_only_listed_yet_can_be_settled_once(
    make_desk: MakeDesk, when: When, honours_idempotency: bool
) -> None:
    market = Marketplace(inquiries=1, honours_idempotency=honours_idempotency)
    market.auto_reply(SHOP, I1, expected_version=1, key=new_key())  # one of long ago looks the same
    desk = make_desk(market)
    listed = structs.replace(market.inquiries[I1], messages=None)
    desk.store.inquiry_writes.introduce(SHOP, [listed])
    market.stage("auto_reply", offline(may_have_arrived=True), when)
    row = desk.replies.auto_reply(key=new_key(), shop=SHOP, inquiry_id=I1, expected_version=listed.version)
    desk.deliver_until_quiet()
    if honours_idempotency or when is When.AFTER:
        assert desk.state(row) == (OutboxState.SENT, None)
        assert market.shop_messages(I1) == ["対応済みです。"] * 2
    else:  # nobody can tell: the seller decides
        assert desk.state(row)[0] is OutboxState.UNCONFIRMED
        assert market.shop_messages(I1) == ["対応済みです。"]


def test_a_word_on_what_is_only_listed_yet_stops_the_write(make_desk: MakeDesk) -> None:
    market = Marketplace(inquiries=1)
    desk = make_desk(market)
    listed = structs.replace(market.inquiries[I1], messages=None)
    desk.store.inquiry_writes.introduce(SHOP, [listed])
    row = desk.replies.auto_reply(key=new_key(), shop=SHOP, inquiry_id=I1, expected_version=listed.version)
    market.say(I1, "やはりまだ届きません", Author.CUSTOMER)
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.FAILED, CHANGED)


@pytest.mark.parametrize("when", When)
def test_hiding_goes_once(desk: Desk, market: Marketplace, when: When) -> None:
    desk.send()
    desk.delivery.deliver_due()
    market.stage("hide", offline(may_have_arrived=True), when)
    request = HideRequest(title="非表示", reason="個人情報のため", sender_email="a@x.test")
    row = desk.replies.hide(key=new_key(), shop=SHOP, inquiry_id=I1, request=request, expected_version=2)
    desk.deliver_until_quiet()
    assert desk.state(row) == (OutboxState.SENT, None)
    assert market.inquiries[I1].hidden


def test_hiding_what_a_colleague_hid_meanwhile_stops(desk: Desk, market: Marketplace) -> None:
    desk.send()
    desk.delivery.deliver_due()
    request = HideRequest(title="非表示", reason="個人情報のため", sender_email="a@x.test")
    row = desk.replies.hide(key=new_key(), shop=SHOP, inquiry_id=I1, request=request, expected_version=2)
    market.put(inquiry(1, hidden=True, version=9))
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.FAILED, "changed")


def test_lost_bytes_fail_the_reply_and_keep_the_text(desk: Desk, market: Marketplace) -> None:
    row = desk.send(files=(desk.replies.attach(b"x", "x.txt"),))
    desk.store.database.write(lambda c: c.execute("DELETE FROM file_use"))
    desk.store.database.write(lambda c: c.execute("DELETE FROM file_bytes"))
    desk.delivery.deliver_due()
    assert desk.state(row) == (OutboxState.FAILED, "file-unreadable")
