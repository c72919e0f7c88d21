"""Why: what the seller types and decides is on the disk, and comes back whenever a write is withdrawn."""

import pytest

from qpost.models.account import ShopId
from qpost.models.errors import FileFault, Refused
from qpost.models.events import InquiriesChanged
from qpost.models.inbox import InboxRow
from qpost.models.inquiry import InquiryId, Status, Visibility
from qpost.models.outbox import Draft, OutboxState
from qpost.models.reply import ATTACHMENT_LIMIT_BYTES, HideRequest
from tests.services.desk import Desk, new_key
from tests.services.marketplace import SHOP, START, Marketplace, inquiry

I1 = InquiryId("i1")
HIDE = HideRequest(title="非表示", reason="個人情報", sender_email="a@x.test")


def _draft(body: str) -> Draft:
    return Draft(I1, "[Re] サイズ", body, "answering", (), START)


def _row(desk: Desk) -> InboxRow:
    inbox = desk.workspace.inbox
    return inbox.rows([inbox.row_ids([I1])[I1]])[0]


def test_a_draft_survives_a_crash_and_sending_clears_it(desk: Desk) -> None:
    desk.replies.save_draft(_draft("書きかけ"))
    desk.reopen()
    thread = desk.workspace.inbox.thread(I1)
    assert thread is not None
    assert thread.draft == _draft("書きかけ")
    assert _row(desk).has_draft
    row = desk.send()
    desk.reopen()
    thread = desk.workspace.inbox.thread(I1)
    assert thread is not None
    assert (thread.draft, thread.outbox) == (None, (row,))
    assert _row(desk).pending is OutboxState.QUEUED


def test_a_reply_from_elsewhere_leaves_the_draft_alone(desk: Desk, market: Marketplace) -> None:
    desk.replies.save_draft(_draft("書きかけ"))
    desk.replies.send(
        key=new_key(),
        shop=SHOP,
        inquiry_id=I1,
        expected_version=1,
        title="件名",
        body="別の返信",
        status=Status.ANSWERED,
        keeps_draft=True,
    )
    desk.delivery.deliver_due()
    assert market.shop_messages(I1) == ["別の返信"]
    assert desk.store.drafts.get(I1) == _draft("書きかけ")


def test_undo_brings_the_text_back_and_sends_nothing(desk: Desk, market: Marketplace) -> None:
    row = desk.send(body="取り消す", hold_s=5)
    desk.events.clear()
    draft = desk.replies.undo(row.id)
    assert draft is not None
    assert (draft.body, draft.status) == ("取り消す", "answered")
    assert [type(event) for event in desk.events] == [InquiriesChanged]
    desk.clock.forward(10)
    desk.delivery.deliver_due()
    assert market.shop_messages(I1) == []


def test_undo_keeps_what_was_written_since(desk: Desk) -> None:
    row = desk.send(body="前の文", hold_s=5)
    desk.replies.save_draft(_draft("新しい文"))
    draft = desk.replies.undo(row.id)
    assert draft is not None
    assert draft.body == "新しい文\n\n前の文"


def test_undo_after_delivery_is_too_late(desk: Desk) -> None:
    row = desk.send()
    desk.delivery.deliver_due()
    for take_back in (desk.replies.undo, desk.replies.discard):
        with pytest.raises(Refused) as caught:
            take_back(row.id)
        assert caught.value.code == "too-late"


@pytest.mark.parametrize(
    ("title", "body", "status", "fault"),
    [
        ("", "本文", Status.ANSWERED, "title_empty"),
        ("題" * 201, "本文", Status.ANSWERED, "title_too_long"),
        ("題", " \n", Status.ANSWERED, "body_empty"),
        ("題", "あ" * 1001, Status.ANSWERED, "body_too_long"),
        ("題", "本文", Status.UNANSWERED, "status_not_allowed"),
    ],
)
def test_what_cannot_be_sent_is_refused_and_the_draft_kept(
    desk: Desk, title: str, body: str, status: Status, fault: str
) -> None:
    desk.replies.save_draft(_draft(body))
    with pytest.raises(Refused) as caught:
        desk.replies.send(
            key=new_key(), shop=SHOP, inquiry_id=I1, expected_version=1, title=title, body=body, status=status
        )
    assert [(caught.value.code, field.code) for field in caught.value.fields] == [("validation", fault)]
    assert desk.store.drafts.get(I1) == _draft(body)
    assert desk.replies.waiting() == ()


def test_halves_of_characters_are_joined(desk: Desk) -> None:
    row = desk.send(body="\ud83d\udc4d と \ud83d")
    assert row.reply is not None
    assert row.reply.body == "👍 と \ufffd"
    desk.replies.save_draft(_draft("\ud83d\udc4d"))
    assert desk.store.drafts.get(I1) == _draft("👍")


@pytest.mark.parametrize(("shop", "name"), [(SHOP, "no"), (ShopId("s2"), "i1")])
def test_unknown_inquiries_and_foreign_shops_are_refused(desk: Desk, shop: ShopId, name: str) -> None:
    with pytest.raises(Refused) as caught:
        desk.replies.auto_reply(key=new_key(), shop=shop, inquiry_id=InquiryId(name), expected_version=1)
    assert caught.value.code == "not-found"


@pytest.mark.parametrize(
    ("changes", "request_", "code"),
    [
        ({"visibility": Visibility.PRIVATE, "replied_at": START}, HIDE, "not-public"),
        ({}, HIDE, "not-replied"),
        ({"replied_at": START}, HideRequest(title=" ", reason="r", sender_email=""), "validation"),
    ],
)
def test_hiding_has_its_conditions(
    desk: Desk, market: Marketplace, changes: dict[str, object], request_: HideRequest, code: str
) -> None:
    market.put(inquiry(1, version=2, **changes))
    desk.workspace.sync.sync_once()
    with pytest.raises(Refused) as caught:
        desk.replies.hide(key=new_key(), shop=SHOP, inquiry_id=I1, request=request_, expected_version=2)
    assert caught.value.code == code


def test_files_have_limits(desk: Desk) -> None:
    for content, code in ((b"", "file-empty"), (bytes(ATTACHMENT_LIMIT_BYTES + 1), "file-too-large")):
        with pytest.raises(FileFault) as caught:
            desk.replies.attach(content, "a.txt")
        assert caught.value.code == code


def test_a_file_whose_bytes_are_gone_stops_before_anything_is_queued(desk: Desk) -> None:
    file = desk.replies.attach(b"x", "a.txt")
    desk.clock.forward(2 * 86_400)
    desk.reopen()  # bytes nobody refers to are dropped after a day
    with pytest.raises(FileFault):
        desk.send(files=(file,))
    assert desk.replies.waiting() == ()


def test_an_auto_reply_on_its_way_is_not_asked_for_twice(desk: Desk, market: Marketplace) -> None:
    first = desk.replies.auto_reply(key=new_key(), shop=SHOP, inquiry_id=I1, expected_version=1, hold_s=5)
    again = desk.replies.auto_reply(key=new_key(), shop=SHOP, inquiry_id=I1, expected_version=1)
    assert again == first
    desk.clock.forward(10)
    desk.delivery.deliver_due()
    assert len(market.shop_messages(I1)) == 1
    later = desk.replies.auto_reply(key=new_key(), shop=SHOP, inquiry_id=I1, expected_version=2)
    assert later.id != first.id
