"""Why: everything about a reply is reached by Tab in the order it is seen, and what appears is announced."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from qpost.models.inquiry import Status
from qpost.ui.inquiries.file_chips import FileChips
from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.toast import Toast
from tests.gui.inquiries.desk import Desk, make_inquiry


def test_tab_walks_the_reply_as_it_is_seen(quiet_desk: Desk, tmp_path: Path) -> None:
    desk, files = quiet_desk, [tmp_path / "a.txt", tmp_path / "b.txt"]
    desk.open(desk.put(make_inquiry()).id)
    for file in files:
        file.write_text(file.name)
        desk.conversation.attachments.add_files([file])
    desk.wait(lambda: len(desk.reply.files) == 2)
    desk.settle()
    reply = desk.reply
    (chips,) = reply.findChildren(FileChips)
    desk.shell.activateWindow()
    reply.title.setFocus()
    desk.wait(reply.title.hasFocus)
    seen: list[QWidget | None] = []
    for _ in range(7):
        QTest.keyClick(desk.shell.focusWidget(), Qt.Key.Key_Tab)
        seen.append(desk.shell.focusWidget())
    named = [part.text() if isinstance(part, QPushButton) else type(part).__name__ for part in seen]
    assert seen[:3] == [reply.editor, *chips.buttons], named
    assert seen[3] is reply.templates_button, named
    assert seen[5:] == [reply.status.button(Status.ANSWERING), reply.send_button], named  # one stop for both


def test_enter_in_the_list_leads_to_the_reply_of_that_row_only(quiet_desk: Desk) -> None:
    view, reply = quiet_desk.shell.inquiries.list.view, quiet_desk.reply
    quiet_desk.shell.activateWindow()
    view.setFocus()
    quiet_desk.wait(view.hasFocus)
    QTest.keyClick(view, Qt.Key.Key_J)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.hasFocus()  # the row is not open yet: what is typed must not reach another reply
    quiet_desk.wait(lambda: reply.inquiry is not None)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert reply.editor.hasFocus()


def test_what_appears_by_itself_is_announced(quiet_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[QAccessible.Event, object]] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: heard.append((event.type(), event.object()))
    )
    host = QWidget()
    banner, toast = Banner(host), Toast(host, ground=host)
    banner.tell("Not sent.")
    toast.tell("Sent.")
    assert heard == [(QAccessible.Event.Announcement, banner), (QAccessible.Event.Announcement, toast)]
