"""Why: what was written for hiding a question is a text like any other: it comes back, it is not lost."""

import pytest

from qpost.models.errors import StoreFault
from qpost.models.inquiry import Inquiry, Visibility
from qpost.models.outbox import OutboxRow
from qpost.ui.inquiries.hide_dialog import HideDialog
from tests.gui.inquiries.conftest import MakeDesk
from tests.gui.inquiries.desk import Desk, make_inquiry, now


def _ask_to_hide(desk: Desk) -> Inquiry:
    inquiry = desk.put(make_inquiry(visibility=Visibility.PUBLIC, replied_at=now()))
    desk.open(inquiry.id)
    desk.conversation.exchange.hide_button.click()
    (dialog,) = desk.shell.inquiries.findChildren(HideDialog)
    dialog.title.setText("件名")
    dialog.reason.setPlainText("長い理由")
    dialog.sender_field.setText("shop@example.com")
    dialog.restrict.setChecked(True)
    dialog.hide_button.click()
    return inquiry


def _hide_dialog(desk: Desk) -> HideDialog:
    def shown() -> list[HideDialog]:
        return [dialog for dialog in desk.shell.inquiries.findChildren(HideDialog) if dialog.isVisible()]

    desk.wait(lambda: bool(shown()))
    return shown()[0]


def _written(dialog: HideDialog) -> tuple[str, str, str, bool]:
    restricts = dialog.restrict.isChecked()
    return dialog.title.text(), dialog.reason.toPlainText(), dialog.sender_field.text(), restricts


def test_undoing_a_hide_gives_back_what_was_written(make_desk: MakeDesk) -> None:
    desk = make_desk(undo_s=60.0, starts=False)
    inquiry = _ask_to_hide(desk)
    desk.wait(lambda: bool(desk.outbox_of(inquiry.id)) and bool(desk.shell.toast.text))
    desk.settle()
    desk.shell.toast.action.click()
    assert _written(_hide_dialog(desk)) == ("件名", "長い理由", "shop@example.com", True)
    assert desk.outbox_of(inquiry.id) == []


def test_a_hide_undone_while_another_inquiry_is_open_keeps_what_was_written(make_desk: MakeDesk) -> None:
    desk = make_desk(undo_s=60.0, starts=False)
    inquiry = _ask_to_hide(desk)
    desk.wait(lambda: bool(desk.outbox_of(inquiry.id)) and bool(desk.shell.toast.text))
    desk.open(desk.put(make_inquiry(visibility=Visibility.PUBLIC, replied_at=now())).id)
    desk.shell.toast.action.click()
    desk.wait(lambda: desk.outbox_of(inquiry.id) == [])
    desk.settle()
    assert not [each for each in desk.shell.inquiries.findChildren(HideDialog) if each.isVisible()]
    desk.open(inquiry.id)
    desk.conversation.exchange.hide_button.click()
    assert _written(_hide_dialog(desk)) == ("件名", "長い理由", "shop@example.com", True)


def test_a_hide_that_is_put_off_keeps_what_was_written(quiet_desk: Desk) -> None:
    desk = quiet_desk
    inquiry = desk.put(make_inquiry(visibility=Visibility.PUBLIC, replied_at=now()))
    desk.open(inquiry.id)
    desk.conversation.exchange.hide_button.click()
    dialog = _hide_dialog(desk)
    dialog.reason.setPlainText("half a reason")
    dialog.reject()
    desk.conversation.exchange.hide_button.click()
    assert _hide_dialog(desk).reason.toPlainText() == "half a reason"


def test_a_hide_that_cannot_be_kept_is_asked_again_as_written(
    quiet_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> OutboxRow:
        raise StoreFault(StoreFault.FULL)

    desk = quiet_desk
    with monkeypatch.context() as patch:
        patch.setattr(desk.workspace.replies, "hide", full)
        inquiry = _ask_to_hide(desk)
        desk.settle()
    dialog = _hide_dialog(desk)
    assert desk.conversation.exchange.banner.text
    assert _written(dialog) == ("件名", "長い理由", "shop@example.com", True)
    dialog.hide_button.click()
    desk.wait(lambda: len(desk.outbox_of(inquiry.id)) == 1)
