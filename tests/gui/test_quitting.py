"""Without a keyring all lives in memory: no way out of the program takes texts along without a word."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from msgspec import structs
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qpost.app import Application
from qpost.models.inquiry import Inquiry, Status, Visibility
from qpost.models.outbox import Draft, OutboxId
from qpost.models.search import InquiryQuery
from qpost.services.workspace import Workspace
from qpost.ui.inquiries.hide_dialog import HideDialog
from qpost.ui.inquiries.unsaved_dialog import UnsavedDialog
from qpost.ui.login.window import SignInWindow
from tests.gui.conftest import MakeApplication
from tests.gui.staging import Manager, MemoryRing
from tests.gui.test_application import LIMIT_MS, shell_of, sign_in
from tests.service_fixtures import RunningService

DRAFT, REPLY, REASON = "書きかけ", "取り消しを待つ返信", "隠す理由"


@pytest.fixture
def quits(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """How often the program was told to end."""
    told: list[bool] = []
    monkeypatch.setattr(qapp, "quit", lambda: told.append(True))
    return told


@pytest.fixture
def application(
    qtbot: QtBot,
    quits: list[bool],
    make_application: MakeApplication,
    gui_service: RunningService,
    ring: MemoryRing,
) -> Application:
    """A program without a keyring, signed in, its inquiries read."""
    ring.fault = "missing"
    application = make_application()
    sign_in(qtbot, application, gui_service)
    workspace = workspace_of(application)
    assert not workspace.is_kept
    workspace.sync.sync_once()
    return application


def workspace_of(application: Application) -> Workspace:
    assert application.workspace is not None
    return application.workspace


def inquiries(workspace: Workspace) -> list[Inquiry]:
    ids = workspace.inbox.ids(workspace.shops()[0].id, InquiryQuery())[:2]
    return [row.inquiry for row in workspace.inbox.rows(ids)]


def keep_draft(workspace: Workspace) -> None:
    workspace.replies.save_draft(
        Draft(
            inquiry_id=inquiries(workspace)[0].id,
            title="[Re]",
            body=DRAFT,
            status="answered",
            files=(),
            updated_at=datetime.now(UTC),
        )
    )


def queue_reply(workspace: Workspace) -> OutboxId:
    inquiry = inquiries(workspace)[1]
    row = workspace.replies.send(
        key=OutboxId(str(uuid4())),
        shop=workspace.shops()[0].id,
        inquiry_id=inquiry.id,
        expected_version=inquiry.version,
        title="[Re]",
        body=REPLY,
        status=Status.ANSWERED,
        hold_s=600.0,
    )
    return row.id


def hide_dialog(application: Application, qtbot: QtBot) -> HideDialog:
    """Write half a reason for hiding a question; the window stays open."""
    workspace, page = workspace_of(application), shell_of(application).inquiries
    inquiry = structs.replace(
        inquiries(workspace)[0], visibility=Visibility.PUBLIC, replied_at=datetime.now(UTC), version=10**6
    )
    workspace.store.inquiry_writes.put(workspace.shops()[0].id, [inquiry])
    qtbot.waitUntil(lambda: shell_of(application).shop is not None, timeout=LIMIT_MS)
    page.open_inquiry(inquiry.id)
    qtbot.waitUntil(lambda: page.conversation.inquiry is not None, timeout=LIMIT_MS)
    page.hide_inquiry()
    (dialog,) = page.findChildren(HideDialog)
    dialog.reason.setPlainText(REASON)
    return dialog


def asked(application: Application) -> UnsavedDialog:
    """The one question that is on the screen."""
    window = application.window
    assert window is not None
    (dialog,) = [each for each in window.findChildren(UnsavedDialog) if each.isVisible()]
    return dialog


def test_quitting_shows_what_only_memory_holds(application: Application, quits: list[bool]) -> None:
    keep_draft(workspace_of(application))
    queue_reply(workspace_of(application))
    application.leave()
    assert quits == []
    dialog = asked(application)
    assert DRAFT in dialog.text.toPlainText()
    assert REPLY in dialog.text.toPlainText()
    assert "credential store" in dialog.reason.text()
    dialog.stay_button.click()
    assert quits == []
    assert workspace_of(application).store.drafts.all()
    application.leave()
    asked(application).leave_button.click()
    assert quits == [True]


def test_what_was_typed_a_moment_ago_counts(
    application: Application, quits: list[bool], qtbot: QtBot
) -> None:
    conversation = shell_of(application).inquiries.conversation
    qtbot.waitUntil(lambda: shell_of(application).shop is not None, timeout=LIMIT_MS)
    shell_of(application).inquiries.open_inquiry(inquiries(workspace_of(application))[0].id)
    qtbot.waitUntil(lambda: conversation.reply.inquiry is not None, timeout=LIMIT_MS)
    conversation.reply.editor.insert(DRAFT)
    application.leave()
    assert quits == []
    assert DRAFT in asked(application).text.toPlainText()


def test_with_nothing_to_lose_nothing_is_asked(application: Application, quits: list[bool]) -> None:
    application.leave()
    assert quits == [True]


def test_trying_again_quits_once_the_reply_is_gone(application: Application, quits: list[bool]) -> None:
    workspace = workspace_of(application)
    reply = queue_reply(workspace)
    application.leave()
    asked(application).retry_button.click()
    assert quits == []
    workspace.replies.delete(reply)
    asked(application).retry_button.click()
    assert quits == [True]


def test_closing_the_window_asks_too(application: Application) -> None:
    keep_draft(workspace_of(application))
    window = shell_of(application)
    assert not window.close()
    asked(application).leave_button.click()
    assert not window.isVisible()


def test_texts_wait_for_the_next_sign_in_and_quitting_there_asks(
    application: Application, quits: list[bool], qtbot: QtBot, gui_service: RunningService
) -> None:
    keep_draft(workspace_of(application))
    queue_reply(workspace_of(application))
    shell_of(application).sign_out_requested.emit()
    application.leave()  # while it still signs out
    assert DRAFT in asked(application).text.toPlainText()
    qtbot.waitUntil(lambda: isinstance(application.window, SignInWindow), timeout=LIMIT_MS)
    window = application.window
    assert window is not None
    assert not window.close()
    assert DRAFT in asked(application).text.toPlainText()
    assert REPLY in asked(application).text.toPlainText()
    asked(application).stay_button.click()
    assert quits == []
    sign_in(qtbot, application, gui_service)
    again = workspace_of(application)
    qtbot.waitUntil(lambda: len(again.store.drafts.all()) == 2, timeout=LIMIT_MS)


@pytest.mark.parametrize("is_put_off", [False, True])
def test_a_text_for_hiding_is_asked_about(
    application: Application, quits: list[bool], qtbot: QtBot, is_put_off: bool
) -> None:
    dialog = hide_dialog(application, qtbot)
    if is_put_off:
        dialog.reject()
    application.leave()
    assert quits == []
    assert REASON in asked(application).text.toPlainText()


def test_a_text_for_hiding_is_in_no_store_and_asked_about_with_a_keyring_too(
    qtbot: QtBot, quits: list[bool], make_application: MakeApplication, gui_service: RunningService
) -> None:
    application = make_application()
    sign_in(qtbot, application, gui_service)
    workspace_of(application).sync.sync_once()
    assert workspace_of(application).is_kept
    keep_draft(workspace_of(application))
    hide_dialog(application, qtbot).reject()
    application.leave()
    said = asked(application)
    assert REASON in said.text.toPlainText()
    assert DRAFT not in said.text.toPlainText()
    assert "credential store" not in said.reason.text()


def test_with_a_keyring_drafts_are_on_the_disk_and_nothing_is_asked(
    qtbot: QtBot, quits: list[bool], make_application: MakeApplication, gui_service: RunningService
) -> None:
    application = make_application()
    sign_in(qtbot, application, gui_service)
    workspace_of(application).sync.sync_once()
    keep_draft(workspace_of(application))
    application.leave()
    assert quits == [True]


def test_the_session_is_held_up_for_what_only_memory_holds(
    application: Application, quits: list[bool]
) -> None:
    keep_draft(workspace_of(application))
    manager = Manager()
    application.session_end.answer(manager)
    assert manager.is_cancelled
    assert DRAFT in asked(application).text.toPlainText()
    asked(application).leave_button.click()
    assert quits == [True]


def test_the_program_that_is_told_to_end_by_its_owner_does_not_ask(
    application: Application, qtbot: QtBot
) -> None:
    keep_draft(workspace_of(application))
    window = application.window
    application.close()
    assert application.window is None
    assert window is not None
    assert not window.isVisible()
