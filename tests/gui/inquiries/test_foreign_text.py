"""Why: whatever a stranger writes is text: never HTML, a picture, a live link or a frozen window."""

import socket
import time
from collections.abc import Iterator

import pytest
from msgspec import structs
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtGui import Qt as TextRules
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QMessageBox, QPushButton, QWidget

from qpost.models.events import InquiriesChanged, OutboxChanged
from qpost.models.inquiry import Author, Customer, InquiryId, ItemRef, Visibility
from qpost.models.outbox import OutboxState
from qpost.ui.inquiries.link_dialog import LinkDialog
from qpost.ui.inquiries.plain_text import SHOWN_LIMIT, WholeText, links
from qpost.ui.inquiries.words import one_line
from qpost.ui.widgets.plain_tip import plain_tip
from tests.gui.inquiries.conftest import MakeDesk
from tests.gui.inquiries.desk import Desk, make_attachment, make_inquiry, make_message

STALL_LIMIT_S = 1.0
"""Generous, for the machine is shared; a real freeze takes several seconds."""


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A port that notices a picture being fetched."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        sock.listen()
        sock.setblocking(False)
        yield sock


def _hostile(port: int) -> str:
    return f'<b>HOSTILE</b><img src="http://127.0.0.1:{port}/x.png">&lt;i&gt;'


def _assert_all_plain(window: QWidget) -> int:
    """Check every label and tooltip below ``window``; return how many carry the stranger's words."""
    seen = 0
    for label in window.findChildren(QLabel):
        if "HOSTILE" in label.text():
            seen += 1
            assert label.textFormat() is TextRules.TextFormat.PlainText, label.objectName() or label.text()
    for widget in window.findChildren(QWidget):
        if "HOSTILE" in widget.toolTip():
            seen += 1
            assert "<b>" not in widget.toolTip()
            assert "<img" not in widget.toolTip()
    return seen


def test_html_is_shown_literally_everywhere(make_desk: MakeDesk, listener: socket.socket) -> None:
    desk = make_desk(undo_s=60.0, starts=False)
    bad = _hostile(listener.getsockname()[1])
    first = make_message(bad, name=bad)
    shop = make_message(bad, name=bad, author=Author.SHOP, number=2)
    inquiry = desk.put(
        make_inquiry(
            first,
            shop,
            title=bad,
            kind=bad,
            category=bad,
            customer=Customer(name=bad),
            order_no=bad,
            cart_no=bad,
            handled_by=bad,
            visibility=Visibility.PUBLIC,
            replied_at=shop.at,
            item=ItemRef(number=bad, name=bad, category=bad, url="https://example.com/?a=&lt;b&gt;HOSTILE"),
        )
    )
    desk.open(inquiry.id)
    desk.reply.add_file(desk.workspace.replies.attach(b"x", f"{bad}.txt"))
    desk.shell.resize(1100, 700)
    desk.shell.grab()
    QCoreApplication.processEvents()
    assert _assert_all_plain(desk.shell) >= 8
    assert desk.conversation.exchange.view.shown_texts() == [bad, bad]
    assert desk.conversation.exchange.title_text == bad
    assert bad in desk.conversation.exchange.about_text
    assert desk.reply.title.text() == f"[Re] {bad}"
    page = desk.shell.inquiries
    page.hide_inquiry()
    dialog = page.findChild(QDialog)
    assert dialog is not None
    assert _assert_all_plain(dialog) >= 1
    dialog.reject()
    desk.reply.editor.insert(bad)
    desk.reply.send_button.click()
    desk.wait(lambda: bad in desk.shell.toast.text)
    desk.settle()
    desk.shell.grab()
    assert _assert_all_plain(desk.shell) >= 8
    with pytest.raises(BlockingIOError):
        listener.accept()


def test_the_modal_confirmation_is_plain_too(quiet_desk: Desk) -> None:
    desk = quiet_desk
    inquiry = desk.put(make_inquiry(customer=Customer(name="<b>HOSTILE</b>")))
    desk.kit.settings.update(lambda settings: structs.replace(settings, confirm_sent=True))
    desk.open(inquiry.id)
    desk.reply.editor.insert("はい。")
    desk.reply.send_button.click()
    desk.wait(lambda: bool(desk.outbox_of(inquiry.id)))
    row = desk.workspace.replies.waiting()[0]
    desk.publisher.publish(OutboxChanged(row=structs.replace(row, state=OutboxState.SENT)))
    desk.wait(lambda: desk.shell.inquiries.findChild(QMessageBox) is not None)
    box = desk.shell.inquiries.findChild(QMessageBox)
    assert box is not None
    assert "<b>HOSTILE</b>" in box.text()
    assert box.textFormat() is TextRules.TextFormat.PlainText
    box.accept()


@pytest.mark.parametrize(
    "text",
    ["<b>x</b>", "a &lt; b", "<img src='file:////evil/share/x.png'>", "1\n2 <i>", "<" * 5_000],
)
def test_a_tooltip_shows_tags_as_tags(text: str) -> None:
    tip = plain_tip(text)
    shown = TextRules.convertFromPlainText(text)
    assert "<img" not in tip
    assert "<b>" not in tip
    assert "<i>" not in tip
    assert len(tip) < 10_000
    assert shown


def test_a_harmless_tooltip_stays_as_it_is() -> None:
    assert plain_tip("名前\n二行目") == "名前\n二行目"


def test_directions_and_control_characters_stay_inside_a_name(quiet_desk: Desk) -> None:
    desk = quiet_desk
    name = "山田\u202e\u2066　\x07太郎\n"
    inquiry = desk.put(make_inquiry(make_message("a\u202eb\x00c\u200bd"), customer=Customer(name=name)))
    desk.open(inquiry.id)
    for text in (desk.conversation.exchange.about_text, one_line(name)):
        assert not {"\u202e", "\u2066", "\x07", "\n"} & set(text)
    assert one_line(name) == "山田　 太郎"
    assert one_line("長" * 300) == "長" * 200 + "…"
    desk.shell.grab()


def _buttons(window: QWidget, part: str) -> list[QPushButton]:
    return [button for button in window.findChildren(QPushButton) if part in button.text()]


def test_a_link_opens_only_after_its_address_was_shown(
    quiet_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    desk = quiet_desk
    body = "見てください https://qoo10.jp@日本語.example/道?a=1&b=2 と javascript:alert(1) file:///etc/passwd"
    desk.open(desk.put(make_inquiry(make_message(body))).id)
    (button,) = _buttons(desk.conversation.exchange.view, "example")
    assert _buttons(desk.conversation.exchange.view, "javascript") == []
    assert _buttons(desk.conversation.exchange.view, "file:") == []
    button.click()
    dialog = desk.conversation.findChild(LinkDialog)
    assert dialog is not None
    assert opened == []
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert "xn--wgv71a119e.example" in texts
    dialog.reject()
    assert opened == []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    button.click()
    dialog = desk.conversation.findChild(LinkDialog)
    assert dialog is not None
    _buttons(dialog, "Copy address")[0].click()
    assert QGuiApplication.clipboard().text().startswith("https://qoo10.jp@xn--wgv71a119e.example/")
    dialog.open_button.click()
    assert len(opened) == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "http://[", "ftp://a/b"])
def test_nothing_but_web_addresses_can_be_opened(qapp: QApplication, address: str) -> None:
    parent = QWidget()
    dialog = LinkDialog(address, parent)
    assert not dialog.open_button.isEnabled()
    parent.deleteLater()


def test_links_are_found_once_and_at_most_ten() -> None:
    assert links("http://a.example/x. HTTP://B.example, https://a.example/<b>") == [
        "http://a.example/x",
        "HTTP://B.example",
        "https://a.example/",
    ]
    assert len(links(" ".join(f"http://{n}.example" for n in range(50)))) == 10
    assert QUrl("http://a.example").isValid()


@pytest.mark.parametrize("unit", ["あ", "line\n", "http://a.b/c ", "<b>"])
def test_a_million_characters_do_not_freeze_the_window(quiet_desk: Desk, unit: str) -> None:
    desk = quiet_desk
    huge = unit * (1_000_000 // len(unit))
    inquiry = make_inquiry(
        make_message(huge, name=huge),
        title=huge,
        customer=Customer(name=huge),
        item=ItemRef(number=huge, name=huge, category=huge, url="https://example.com"),
        order_no=huge,
    )
    desk.put(inquiry)
    desk.conversation.open(inquiry.id)
    longest = 0.0
    while desk.reply.inquiry is None or desk.reply.inquiry.id != inquiry.id:
        began = time.monotonic()
        QCoreApplication.processEvents()
        longest = max(longest, time.monotonic() - began)
    began = time.monotonic()
    desk.shell.grab()
    desk.reply.editor.insert("はい。")
    longest = max(longest, time.monotonic() - began)
    assert longest < STALL_LIMIT_S
    (more,) = _buttons(desk.conversation.exchange.view, "Show the whole text")
    more.click()
    whole = desk.conversation.findChild(WholeText)
    assert whole is not None
    desk.wait(lambda: whole.is_complete)
    assert whole.view.toPlainText().replace("\n", "") == huge.replace("\n", "")
    whole.close()


def test_ten_thousand_messages_show_the_newest_and_let_walk_back(quiet_desk: Desk) -> None:
    desk = quiet_desk
    messages = [make_message(f"通目 {n}", number=n) for n in range(10_000)]
    inquiry = desk.put(make_inquiry(*messages))
    began = time.monotonic()
    desk.open(inquiry.id)
    took_s = time.monotonic() - began
    view = desk.conversation.exchange.view
    assert view.shown_texts() == [f"通目 {n}" for n in range(9_950, 10_000)]
    (earlier,) = _buttons(view, "Show earlier messages (9950)")
    earlier.click()
    assert view.shown_texts()[0] == "通目 9900"
    assert len(view.shown_texts()) == 100
    assert took_s < 10


def test_a_message_as_long_as_the_limit_is_shown_whole(quiet_desk: Desk) -> None:
    desk = quiet_desk
    desk.open(desk.put(make_inquiry(make_message("あ" * SHOWN_LIMIT))).id)
    assert _buttons(desk.conversation.exchange.view, "Show the whole text") == []


def test_a_file_name_with_path_characters_is_only_a_name(quiet_desk: Desk) -> None:
    desk = quiet_desk
    name = "..\\..\\/etc/../<b>pass\u202ewd\x00.txt"
    message = structs.replace(make_message("添付します。"), attachments=(make_attachment(name),))
    desk.open(desk.put(make_inquiry(message)).id)
    (button,) = _buttons(desk.conversation.exchange.view, "pass")
    assert "\u202e" not in button.text()
    button.click()
    dialog = desk.conversation.findChild(QFileDialog)
    assert dialog is not None
    (chosen,) = dialog.selectedFiles()
    assert chosen.endswith("/_b_passwd.txt")
    assert "/etc/" not in chosen
    dialog.reject()


def _remove(desk: Desk, inquiry_id: InquiryId) -> None:
    desk.workspace.store.inquiry_writes.delete([inquiry_id])
    desk.publisher.publish(InquiriesChanged(shop_id=desk.shop.id, ids=frozenset({inquiry_id})))


def test_an_inquiry_that_was_removed_closes(quiet_desk: Desk) -> None:
    desk = quiet_desk
    inquiry = desk.put(make_inquiry())
    desk.open(inquiry.id)
    _remove(desk, inquiry.id)
    desk.wait(lambda: desk.conversation.inquiry is None and desk.reply.inquiry is None)


def test_what_is_being_written_to_a_removed_inquiry_stays_in_sight_and_is_kept(quiet_desk: Desk) -> None:
    desk = quiet_desk
    inquiry = desk.put(make_inquiry())
    desk.open(inquiry.id)
    desk.reply.editor.insert("書きかけ")
    _remove(desk, inquiry.id)
    desk.wait(lambda: "no longer exists" in desk.reply.banner.text)
    assert desk.reply.editor.body == "書きかけ"
    desk.conversation.put_aside()
    desk.settle()
    kept = {draft.inquiry_id: draft.body for draft in desk.workspace.replies.drafts()}
    assert kept[InquiryId(inquiry.id)] == "書きかけ"
