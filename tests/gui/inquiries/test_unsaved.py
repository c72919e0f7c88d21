"""Why: closing the window while the disk is full never takes a text along without a word."""

import threading
from functools import partial

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qpost.models.inquiry import Inquiry
from qpost.store.database import Connection
from qpost.ui.foreground import Foreground
from qpost.ui.inquiries import draft_keeper
from qpost.ui.inquiries.unsaved_dialog import UnsavedDialog
from qpost.ui.jobs import Lane
from qpost.ui.session_end import SessionEnd
from tests.gui.inquiries.conftest import MakeDesk
from tests.gui.inquiries.desk import Desk, make_inquiry
from tests.gui.staging import Manager

_LONG = "長い返信" * 20_000


def _fill_disk(desk: Desk) -> None:
    """Let SQLite's own limit stand for a full disk: its error is the same."""

    def limit(connection: Connection) -> None:
        connection.execute(f"PRAGMA max_page_count={connection.pragma('page_count')}")

    desk.workspace.store.database.write(limit)


def _free_disk(desk: Desk) -> None:
    desk.workspace.store.database.write(lambda c: c.execute("PRAGMA max_page_count=1000000").get)


def _write_on_full_disk(desk: Desk) -> Inquiry:
    inquiry = desk.put(make_inquiry())
    desk.open(inquiry.id)
    _fill_disk(desk)
    desk.reply.editor.insert(_LONG)
    return inquiry


def _dialog(desk: Desk) -> UnsavedDialog:
    (dialog,) = [d for d in desk.shell.findChildren(UnsavedDialog) if d.isVisible()]
    return dialog


def test_a_window_stays_when_its_text_cannot_be_saved_and_says_why(quiet_desk: Desk) -> None:
    desk = quiet_desk
    inquiry = _write_on_full_disk(desk)
    assert not desk.shell.close()
    dialog = _dialog(desk)
    assert "full" in dialog.reason.text()
    assert _LONG in dialog.text.toPlainText()
    dialog.copy_button.click()
    assert _LONG in QGuiApplication.clipboard().text()
    dialog.stay_button.click()
    assert desk.shell.isVisible()
    assert desk.reply.editor.body == _LONG
    _free_disk(desk)
    assert desk.shell.close()
    assert desk.draft_body(inquiry.id) == _LONG


def test_trying_again_closes_the_window_once_there_is_room(quiet_desk: Desk) -> None:
    desk = quiet_desk
    inquiry = _write_on_full_disk(desk)
    assert not desk.shell.close()
    _dialog(desk).retry_button.click()
    assert desk.shell.isVisible()
    _free_disk(desk)
    _dialog(desk).retry_button.click()
    assert not desk.shell.isVisible()
    assert desk.draft_body(inquiry.id) == _LONG


def test_the_seller_may_let_the_text_go(quiet_desk: Desk) -> None:
    desk = quiet_desk
    inquiry = _write_on_full_disk(desk)
    assert not desk.shell.close()
    _dialog(desk).leave_button.click()
    assert not desk.shell.isVisible()
    _free_disk(desk)
    assert desk.draft_body(inquiry.id) is None


def test_signing_out_asks_as_well(make_desk: MakeDesk) -> None:
    desk = make_desk(starts=False)
    asked: list[bool] = []
    desk.shell.sign_out_requested.connect(lambda: asked.append(True))
    _write_on_full_disk(desk)
    desk.shell.leave(desk.shell.sign_out_requested.emit)
    assert asked == []
    _free_disk(desk)
    _dialog(desk).retry_button.click()
    assert asked == [True]


def test_a_text_that_failed_behind_another_inquiry_counts_too(quiet_desk: Desk) -> None:
    desk = quiet_desk
    other = desk.put(make_inquiry(number="900002"))
    _write_on_full_disk(desk)
    desk.open(other.id)
    QTest.keyClicks(desk.reply.editor, "k")
    assert not desk.shell.close()
    assert _LONG in _dialog(desk).text.toPlainText()
    _free_disk(desk)
    _dialog(desk).retry_button.click()
    assert not desk.shell.isVisible()


def _session_end(desk: Desk, qapp: QApplication, left: list[bool]) -> SessionEnd:
    front = Foreground(desk.shell)
    front.window = desk.shell
    return SessionEnd(qapp, front, keeps_texts=partial(desk.shell.may_end, lambda: left.append(True)))


def test_a_session_that_ends_finds_the_text_on_disk(quiet_desk: Desk, qapp: QApplication) -> None:
    desk, left, manager = quiet_desk, list[bool](), Manager()
    inquiry = desk.put(make_inquiry())
    desk.open(inquiry.id)
    ending = _session_end(desk, qapp, left)
    desk.reply.editor.insert("typed a moment ago")
    ending.answer(manager)
    assert desk.draft_body(inquiry.id) == "typed a moment ago"
    assert not manager.is_cancelled
    assert desk.shell.isVisible(), "the system ends the program, or somebody else keeps the session"
    assert left == []


def test_a_text_no_disk_takes_holds_the_end_of_the_session_up(quiet_desk: Desk, qapp: QApplication) -> None:
    desk, left, manager = quiet_desk, list[bool](), Manager()
    inquiry = _write_on_full_disk(desk)
    ending = _session_end(desk, qapp, left)
    desk.shell.hide()
    ending.answer(manager)
    assert manager.is_cancelled
    assert desk.shell.isVisible(), "it may have been in the tray"
    ending.answer(manager)
    _free_disk(desk)
    _dialog(desk).retry_button.click()
    assert desk.draft_body(inquiry.id) == _LONG
    assert left == [True]


def test_where_nothing_may_be_asked_the_session_ends(quiet_desk: Desk, qapp: QApplication) -> None:
    desk, manager = quiet_desk, Manager(allows=False)
    _write_on_full_disk(desk)
    _session_end(desk, qapp, []).answer(manager)
    assert not manager.is_cancelled
    _free_disk(desk)


def test_a_disk_that_takes_its_time_holds_the_end_of_the_session_up(
    quiet_desk: Desk, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, manager, is_over = quiet_desk, Manager(), threading.Event()
    inquiry = desk.put(make_inquiry())
    desk.open(inquiry.id)
    monkeypatch.setattr(draft_keeper, "_LAST_PATIENCE_S", 0.2)
    desk.kit.jobs.run(is_over.wait, owner=desk.shell, lane=Lane.WRITE)
    desk.reply.editor.insert("typed a moment ago")
    _session_end(desk, qapp, []).answer(manager)
    assert manager.is_cancelled
    assert "typed a moment ago" in _dialog(desk).text.toPlainText()
    is_over.set()
    _dialog(desk).retry_button.click()
    desk.settle()
    assert desk.draft_body(inquiry.id) == "typed a moment ago"
