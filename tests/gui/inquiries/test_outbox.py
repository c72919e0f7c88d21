"""Why: whatever waits, failed or lies unfinished is in the outbox, and each thing done there is done once."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMessageBox

from qpost.models.account import ShopId
from qpost.models.inbox import KeptDraft
from qpost.models.inquiry import Inquiry, InquiryId, Status
from qpost.models.links import Page
from qpost.models.outbox import Draft, OutboxId, OutboxKind, OutboxRow, OutboxState
from qpost.models.reply import ReplyText
from qpost.ui.outbox.detail import Act, acts_of
from qpost.ui.outbox.model import ENTRY_ROLE, OutboxModel, key_of
from qpost.ui.outbox.page import Heap, OutboxPage
from tests.gui.inquiries.conftest import MakeDesk, Pick
from tests.gui.inquiries.desk import Desk, make_inquiry

_BODY = "在庫がございます。"


def _page(desk: Desk) -> OutboxPage:
    desk.shell.rail.go(Page.OUTBOX)
    page = desk.shell.page(Page.OUTBOX)
    assert isinstance(page, OutboxPage)
    return page


def _stop(desk: Desk, inquiry: Inquiry) -> OutboxRow:
    """Write a reply that a colleague's answer stops."""
    key = OutboxId(str(uuid4()))
    desk.answer_elsewhere(inquiry.id, "同僚がもう答えました。")
    desk.workspace.replies.send(
        key=key,
        shop=desk.shop.id,
        inquiry_id=inquiry.id,
        expected_version=inquiry.version,
        title="[Re]",
        body=_BODY,
        status=Status.ANSWERING,
    )
    desk.workspace.delivery.deliver_due()
    row = desk.workspace.replies.row(key)
    assert row is not None
    assert row.state is OutboxState.FAILED
    return row


def _shown(page: OutboxPage) -> list[str]:
    return [key_of(page.model.index(place).data(ENTRY_ROLE)) for place in range(page.model.rowCount())]


def _answer_question(page: OutboxPage, button: str) -> None:
    (box,) = [box for box in page.findChildren(QMessageBox) if box.isVisible()]
    next(each for each in box.buttons() if each.text() == button).click()


def _draft(inquiry_id: InquiryId, body: str) -> Draft:
    return Draft(inquiry_id, "[Re]", body, Status.ANSWERING, (), datetime.now(UTC))


def test_a_stopped_reply_is_counted_listed_with_its_reason_and_sent_once_on_retry(
    quiet_desk: Desk, pick: Pick
) -> None:
    desk = quiet_desk
    inquiry = pick(desk)
    row = _stop(desk, inquiry)
    desk.wait(lambda: "1" in desk.shell.rail.button(Page.OUTBOX).accessibleName())
    page = _page(desk)
    desk.wait(lambda: _shown(page) == [row.id])
    assert page.detail.text == _BODY
    assert "Not sent" in page.detail.banner.text
    retry, show = page.detail.buttons[Act.RETRY], page.detail.buttons[Act.SHOW]
    assert (retry.text(), retry.property("role")) == ("Send anyway", "")
    assert show.property("role") == "primary", "what the customer wrote meanwhile comes first"
    retry.click()
    desk.settle()
    desk.workspace.delivery.deliver_due()
    desk.wait(lambda: page.model.rowCount() == 0)
    assert desk.delivered(inquiry.id) == [_BODY]
    assert desk.shell.rail.button(Page.OUTBOX).accessibleName() == "Outbox"


def test_edit_brings_the_text_back_to_the_reply_of_its_inquiry(quiet_desk: Desk, pick: Pick) -> None:
    desk = quiet_desk
    inquiry = pick(desk)
    row = _stop(desk, inquiry)
    page = _page(desk)
    desk.wait(lambda: _shown(page) == [row.id])
    page.detail.buttons[Act.EDIT].click()
    desk.wait(lambda: desk.reply.inquiry is not None and desk.reply.inquiry.id == inquiry.id)
    desk.wait(lambda: desk.reply.editor.body == _BODY)
    desk.settle()
    assert desk.shell.rail.button(Page.INQUIRIES).isChecked()
    assert desk.draft_body(inquiry.id) == _BODY
    desk.wait(lambda: page.model.rowCount() == 0)
    assert desk.workspace.replies.waiting() == ()


def test_a_write_of_another_shop_leads_to_that_shop(quiet_desk: Desk) -> None:
    desk = quiet_desk
    other = desk.workspace.shops()[1]
    inquiry = make_inquiry()
    desk.workspace.store.inquiry_writes.put(other.id, [inquiry])
    desk.workspace.replies.save_draft(_draft(inquiry.id, _BODY))
    page = _page(desk)
    desk.shell.inquiries.conversation.row_changed.emit(inquiry.id)
    page.heap.button(Heap.DRAFTS).click()
    desk.wait(lambda: _shown(page) == [inquiry.id])
    page.detail.buttons[Act.SHOW].click()
    desk.wait(lambda: desk.shell.shop == other)
    desk.wait(lambda: desk.reply.inquiry is not None and desk.reply.inquiry.id == inquiry.id)
    assert desk.reply.editor.body == _BODY


def test_a_long_outbox_is_brought_up_to_date_in_one_walk(monkeypatch: pytest.MonkeyPatch) -> None:
    now = datetime.now(UTC)
    rows = [
        OutboxRow(
            id=OutboxId(f"o{number}"),
            shop_id=ShopId("s"),
            inquiry_id=InquiryId(f"i{number}"),
            kind=OutboxKind.AUTO_REPLY,
            expected_version=1,
            state=OutboxState.QUEUED,
            created_at=now,
            not_before=now,
        )
        for number in range(400)
    ]
    looks = 0

    def counted(entry: OutboxRow) -> str:
        nonlocal looks
        looks += 1
        return str(entry.id)

    monkeypatch.setattr("qpost.ui.outbox.model.key_of", counted)
    model = OutboxModel()
    model.show(rows)
    after = [structs.replace(rows[1], state=OutboxState.SENDING), *rows[2:200], rows[0], *rows[201:]]
    model.show(after)
    assert [model.index(place).data(ENTRY_ROLE) for place in range(model.rowCount())] == after
    assert looks <= 10 * len(rows)


def test_delete_asks_first_and_then_nothing_is_left(quiet_desk: Desk, pick: Pick) -> None:
    desk = quiet_desk
    inquiry = pick(desk)
    row = _stop(desk, inquiry)
    page = _page(desk)
    desk.wait(lambda: _shown(page) == [row.id])
    page.detail.buttons[Act.DELETE].click()
    _answer_question(page, "Keep")
    desk.settle()
    assert _shown(page) == [row.id]
    page.detail.buttons[Act.DELETE].click()
    _answer_question(page, "Delete")
    desk.wait(lambda: page.model.rowCount() == 0)
    assert desk.workspace.replies.waiting() == ()
    assert desk.draft_body(inquiry.id) is None
    assert desk.delivered(inquiry.id) == []


def test_what_was_written_to_a_vanished_inquiry_can_still_be_read_copied_and_edited(
    quiet_desk: Desk, pick: Pick
) -> None:
    desk = quiet_desk
    inquiry, other = pick(desk), pick(desk)
    row = _stop(desk, inquiry)
    desk.workspace.replies.save_draft(_draft(other.id, "書きかけです。"))
    desk.workspace.store.inquiry_writes.delete([inquiry.id, other.id])
    page = _page(desk)
    desk.wait(lambda: _shown(page) == [row.id])
    assert not page.detail.buttons[Act.SHOW].isVisible()
    assert "not on this computer" in page.detail.banner.text
    page.detail.buttons[Act.EDIT].click()
    desk.wait(lambda: sorted(_shown(page)) == sorted([inquiry.id, other.id]))
    assert page.heap.value is Heap.DRAFTS
    place = page.model.place_of(other.id)
    page.list.setCurrentIndex(page.model.index(place))
    page.detail.buttons[Act.COPY].click()
    assert QApplication.clipboard().text() == "書きかけです。"
    page.detail.buttons[Act.DELETE].click()
    _answer_question(page, "Delete")
    desk.wait(lambda: _shown(page) == [inquiry.id])
    (kept,) = desk.workspace.replies.drafts()
    assert kept.body == _BODY


def test_a_draft_deleted_here_leaves_the_open_reply_too(quiet_desk: Desk, pick: Pick) -> None:
    desk = quiet_desk
    inquiry = pick(desk)
    desk.open(inquiry.id)
    desk.reply.editor.insert("書きかけです。")
    desk.wait(lambda: desk.draft_body(inquiry.id) == "書きかけです。")
    page = _page(desk)
    page.heap.button(Heap.DRAFTS).click()
    desk.wait(lambda: _shown(page) == [inquiry.id])
    page.detail.buttons[Act.DELETE].click()
    _answer_question(page, "Delete")
    desk.wait(lambda: page.model.rowCount() == 0)
    assert desk.reply.editor.body == ""
    desk.shell.inquiries.prepare_to_close()
    desk.settle()
    assert desk.draft_body(inquiry.id) is None


def test_a_failure_elsewhere_leads_here(make_desk: MakeDesk, pick: Pick) -> None:
    desk = make_desk(starts=False)
    row = _stop(desk, pick(desk))
    desk.wait(lambda: "outbox" in desk.shell.toast.text)
    desk.shell.toast.action.click()
    desk.wait(lambda: _shown(_page(desk)) == [row.id])


_ROW = OutboxRow(
    id=OutboxId("00000000-0000-0000-0000-000000000001"),
    shop_id=ShopId("s1"),
    inquiry_id=InquiryId("i1"),
    kind=OutboxKind.REPLY,
    expected_version=1,
    state=OutboxState.FAILED,
    created_at=datetime.now(UTC),
    not_before=datetime.now(UTC),
    reply=ReplyText(title="[Re]", body=_BODY, status=Status.ANSWERING),
)


@pytest.mark.parametrize(
    ("state", "acts"),
    [
        (OutboxState.HELD, {Act.SHOW, Act.COPY, Act.EDIT, Act.DELETE}),
        (OutboxState.QUEUED, {Act.SHOW, Act.COPY, Act.EDIT, Act.DELETE, Act.RETRY}),
        (OutboxState.SENDING, {Act.SHOW, Act.COPY}),
        (OutboxState.UNCONFIRMED, {Act.SHOW, Act.COPY, Act.DELETE, Act.RETRY}),
        (OutboxState.FAILED, {Act.SHOW, Act.COPY, Act.EDIT, Act.DELETE, Act.RETRY}),
    ],
)
def test_only_what_cannot_double_or_lose_a_reply_is_offered(state: OutboxState, acts: set[Act]) -> None:
    row = structs.replace(_ROW, state=state)
    assert acts_of(row, is_gone=False) == acts
    assert acts_of(row, is_gone=True) == acts - {Act.SHOW}
    automatic = structs.replace(row, kind=OutboxKind.AUTO_REPLY, reply=None)
    assert acts_of(automatic, is_gone=False) == acts - {Act.COPY, Act.EDIT}


_ORDERS = st.lists(st.integers(0, 9), unique=True, max_size=8)


@given(orders=st.lists(_ORDERS, max_size=5))
def test_the_list_follows_any_order_and_keeps_what_stays(orders: list[list[int]], qapp: QApplication) -> None:
    model = OutboxModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for number, order in enumerate(orders):
        wanted = [KeptDraft(_draft(InquiryId(str(each)), str(number)), None, None) for each in order]
        model.show(wanted)
        assert [model.index(place).data(ENTRY_ROLE) for place in range(model.rowCount())] == wanted
    assert tester.model() is model
    assert model.data(QModelIndex()) is None
