"""Why: auto-reply, hide, templates, files, presence and live news work on a real service."""

from functools import partial
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from qpost.models.events import InquiriesChanged
from qpost.models.inquiry import Inquiry, Message, PresenceState, Source, Status, Visibility
from qpost.models.reply import ATTACHMENT_LIMIT_BYTES
from qpost.models.settings import Theme as Choice
from qpost.models.template_text import unfilled
from qpost.ui.inquiries.auto_reply_dialog import AutoReplyDialog
from qpost.ui.inquiries.hide_dialog import HideDialog
from qpost.ui.inquiries.list_model import InquiryListModel
from qpost.ui.theme import Theme
from tests.gui.inquiries.conftest import MakeDesk, Pick
from tests.gui.inquiries.desk import Desk, make_inquiry, now


def _current(desk: Desk, inquiry: Inquiry) -> Inquiry:
    thread = desk.workspace.inbox.thread(inquiry.id)
    assert thread is not None
    return thread.inquiry


def _auto_reply_dialog(desk: Desk) -> AutoReplyDialog:
    page = desk.shell.inquiries
    desk.wait(lambda: page.findChild(AutoReplyDialog) is not None)
    dialog = page.findChild(AutoReplyDialog)
    assert dialog is not None
    return dialog


def test_auto_reply_asks_once_with_the_very_text(desk: Desk, pick: Pick) -> None:
    inquiry = pick(desk)
    desk.open(inquiry.id)
    for _ in range(3):
        desk.conversation.exchange.auto_reply_button.click()
        desk.shell.inquiries.auto_reply()
    dialog = _auto_reply_dialog(desk)
    desk.settle()
    assert len(desk.shell.inquiries.findChildren(AutoReplyDialog)) == 1
    text = desk.workspace.replies.auto_reply_text(desk.shop.id)
    assert dialog.text.toPlainText() == text
    dialog.send_button.click()
    desk.wait(lambda: _current(desk, inquiry).status is Status.ANSWERED and not desk.outbox_of(inquiry.id))
    assert desk.delivered(inquiry.id).count(text) == 1
    desk.wait(lambda: "auto-reply" in desk.shell.toast.text)


def test_auto_reply_that_is_declined_sends_nothing_and_can_be_asked_again(desk: Desk, pick: Pick) -> None:
    inquiry = pick(desk)
    desk.open(inquiry.id)
    before = desk.delivered(inquiry.id)
    desk.conversation.exchange.auto_reply_button.click()
    _auto_reply_dialog(desk).reject()
    desk.settle()
    desk.conversation.exchange.auto_reply_button.click()
    _auto_reply_dialog(desk).reject()
    desk.settle()
    assert desk.outbox_of(inquiry.id) == []
    assert desk.delivered(inquiry.id) == before


def _is_listed(model: InquiryListModel, row_id: int) -> bool:
    return model.position(row_id) >= 0


def _is_read(model: InquiryListModel, row_id: int) -> bool:
    return model.row_at(model.position(row_id)) is not None


def test_several_can_be_settled_together(desk: Desk, pick: Pick) -> None:
    chosen = [pick(desk, source=Source.CUSTOMER), pick(desk, source=Source.CUSTOMER)]
    view, model = desk.shell.inquiries.list.view, desk.shell.inquiries.list.model
    places = desk.workspace.inbox.row_ids([inquiry.id for inquiry in chosen])
    for row_id in places.values():
        desk.wait(partial(_is_listed, model, row_id))
        view.scrollTo(model.index(model.position(row_id), 0))
        desk.shell.grab()
        desk.wait(partial(_is_read, model, row_id))
    view.clearSelection()
    for row_id in places.values():
        flags = view.selectionModel().SelectionFlag.Select
        view.selectionModel().select(model.index(model.position(row_id), 0), flags)
    assert {row.inquiry.id for row in desk.shell.inquiries.list.selected()} == {i.id for i in chosen}
    desk.shell.inquiries.auto_reply()
    _auto_reply_dialog(desk).send_button.click()
    desk.wait(lambda: all(_current(desk, i).status is Status.ANSWERED for i in chosen))
    desk.wait(lambda: not any(desk.outbox_of(inquiry.id) for inquiry in chosen))


def test_all_that_is_chosen_is_settled_read_or_not_and_undone_together(desk: Desk) -> None:
    desk.kit.settings.update(lambda settings: structs.replace(settings, undo_s=60.0))
    pane = desk.shell.inquiries.list
    pane.view.selectAll()
    chosen = set(pane.view.selected_row_ids())
    assert len(pane.selected()) < len(chosen), "some were not read yet"
    desk.shell.inquiries.auto_reply()
    dialog = _auto_reply_dialog(desk)
    assert any(f"to {len(chosen)} customers" in label.text() for label in dialog.findChildren(QLabel))
    dialog.send_button.click()
    outbox = desk.workspace.store.outbox
    desk.wait(lambda: len(outbox.unfinished()) == len(chosen))
    desk.wait(lambda: desk.shell.toast.text == f"{len(chosen)} auto-replies go out in a moment.")
    desk.shell.toast.action.click()
    desk.wait(lambda: not outbox.unfinished())


def test_too_many_are_not_settled_by_one_click(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qpost.ui.inquiries.page._MOST_AUTO_REPLIES", 3)
    desk.shell.inquiries.list.view.selectAll()
    desk.shell.inquiries.auto_reply()
    assert desk.shell.toast.text == "Choose at most 3 inquiries for an auto-reply."
    desk.settle()
    assert desk.shell.inquiries.findChild(AutoReplyDialog) is None


def test_hide_is_absent_for_private_and_waits_for_a_reply(quiet_desk: Desk) -> None:
    desk = quiet_desk
    button = desk.conversation.exchange.hide_button
    public = make_inquiry(visibility=Visibility.PUBLIC)
    for inquiry, is_there, is_possible, reason in (
        (make_inquiry(), False, False, ""),
        (public, True, False, "Reply first"),
        (make_inquiry(visibility=Visibility.PUBLIC, replied_at=now()), True, True, "Mail the reason"),
        (make_inquiry(visibility=Visibility.PUBLIC, replied_at=now(), hidden=True), True, False, "already"),
    ):
        desk.open(desk.put(inquiry).id)
        assert button.isHidden() is not is_there
        if is_there:
            assert button.isEnabled() is is_possible
            assert reason in button.toolTip()


def test_hide_asks_for_title_and_reason_and_hides(desk: Desk, pick: Pick) -> None:
    inquiry = pick(
        desk,
        lambda i: i.visibility is Visibility.PUBLIC and i.replied_at is not None and not i.hidden,
    )
    desk.open(inquiry.id)
    desk.conversation.exchange.hide_button.click()
    desk.shell.inquiries.hide_inquiry()
    (dialog,) = desk.shell.inquiries.findChildren(HideDialog)
    assert dialog.sender_field.text() == desk.shop.inquiry_email
    dialog.sender_field.setText("nobody")
    dialog.hide_button.click()
    assert not dialog.title_fault.isHidden()
    assert not dialog.reason_fault.isHidden()
    assert not dialog.sender_fault.isHidden()
    assert desk.outbox_of(inquiry.id) == []
    dialog.title.setText("非表示のお知らせ")
    dialog.reason.setPlainText("個人情報が含まれていました。")
    dialog.sender_field.setText("shop@example.com")
    dialog.restrict.setChecked(True)
    dialog.hide_button.click()
    desk.wait(lambda: _current(desk, inquiry).hidden)
    desk.wait(lambda: not desk.outbox_of(inquiry.id))
    desk.wait(lambda: not desk.conversation.exchange.hide_button.isEnabled())


def test_a_template_is_found_filled_in_and_inserted_once(desk: Desk, pick: Pick) -> None:
    inquiry = pick(desk)
    desk.open(inquiry.id)
    desk.wait(lambda: bool(desk.workspace.templates.list(desk.shop.id)))
    desk.reply.editor.insert("お世話になります。")
    popup = desk.conversation.templates
    desk.reply.templates_button.click()
    desk.wait(popup.isVisible)
    every = popup.titles
    assert every
    popup.search_field.setText("no template says this")
    assert popup.titles == []
    QTest.keyClick(popup.search_field, Qt.Key.Key_Return)
    assert popup.isVisible()
    popup.search_field.clear()
    assert popup.titles == every
    inserted: list[str] = []
    popup.chosen.connect(inserted.append)
    QTest.keyClick(popup.search_field, Qt.Key.Key_Down)
    QTest.keyClick(popup.search_field, Qt.Key.Key_Up)
    item = popup.list.currentItem()
    popup.list.itemClicked.emit(item)
    popup.list.itemActivated.emit(item)
    assert len(inserted) == 1
    assert not popup.isVisible()
    assert desk.reply.editor.body == f"お世話になります。{inserted[0]}"
    assert "{customer}" not in unfilled(inserted[0])
    desk.reply.editor.undo()
    assert desk.reply.editor.body == "お世話になります。"


def _file(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def _drop(desk: Desk, *paths: Path) -> None:
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    assert desk.reply.editor.canInsertFromMimeData(given)
    desk.reply.editor.insertFromMimeData(given)


def test_files_go_with_the_reply_and_come_back_from_the_thread(
    desk: Desk, pick: Pick, tmp_path: Path
) -> None:
    inquiry = pick(desk)
    desk.open(inquiry.id)
    content = "お写真の代わりです。".encode()
    _drop(desk, _file(tmp_path, "説明 &lt;b&gt;.txt", content), _file(tmp_path, "copy.txt", content))
    desk.wait(lambda: len(desk.reply.files) == 1 and desk.reply.send_button.isEnabled())
    desk.settle()
    pasted = QMimeData()
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    pasted.setImageData(picture)
    desk.reply.editor.insertFromMimeData(pasted)
    desk.wait(lambda: len(desk.reply.files) == 2)
    desk.reply.editor.insert("ご覧ください。")
    desk.reply.send_button.click()
    desk.wait(lambda: not desk.outbox_of(inquiry.id) and not desk.reply.editor.body)
    last = (_current(desk, inquiry).messages or ())[-1]
    assert last.attachments[0].size == len(content)
    assert last.attachments[0].file_name.startswith("説明")
    desk.conversation.attachments.save_to(last.attachments[0], tmp_path / "saved.txt")
    desk.wait((tmp_path / "saved.txt").exists)
    desk.wait(lambda: desk.shell.toast.text == "Saved as saved.txt")
    assert (tmp_path / "saved.txt").read_bytes() == content


def test_the_attach_button_takes_files_and_a_chip_takes_one_out(
    quiet_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = quiet_desk
    desk.open(desk.put(make_inquiry()).id)
    path = _file(tmp_path, "a.txt", b"a")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    (button,) = [b for b in desk.reply.findChildren(QPushButton) if b.text() == "Attach"]
    button.click()
    desk.wait(lambda: len(desk.reply.files) == 1)
    (chip,) = [b for b in desk.reply.findChildren(QPushButton) if "a.txt" in b.text()]
    chip.click()
    assert desk.reply.files == ()


def test_a_file_that_cannot_go_is_told_by_its_own_sentence(quiet_desk: Desk, tmp_path: Path) -> None:
    desk = quiet_desk
    desk.open(desk.put(make_inquiry()).id)
    folder = tmp_path / "folder"
    folder.mkdir()
    told = set()
    for path in (
        _file(tmp_path, "large.bin", b"x" * (ATTACHMENT_LIMIT_BYTES + 1)),
        _file(tmp_path, "empty.txt", b""),
        tmp_path / "missing.txt",
        folder,
    ):
        desk.reply.banner.hide()
        _drop(desk, path)
        desk.wait(lambda: bool(desk.reply.banner.text))
        desk.settle()
        assert path.name in desk.reply.banner.text
        told.add(desk.reply.banner.text.replace(path.name, ""))
        assert desk.reply.send_button.isEnabled()
    assert len(told) == 3
    assert desk.reply.files == ()


def test_send_waits_for_files_that_are_still_being_read(quiet_desk: Desk, tmp_path: Path) -> None:
    desk = quiet_desk
    inquiry = desk.put(make_inquiry())
    desk.open(inquiry.id)
    desk.reply.editor.insert("添付します。")
    _drop(desk, _file(tmp_path, "a.txt", b"a"))
    assert not desk.reply.send_button.isEnabled()
    desk.reply.send()
    desk.wait(lambda: len(desk.reply.files) == 1)
    assert desk.outbox_of(inquiry.id) == []
    assert desk.reply.send_button.isEnabled()


def test_a_file_stays_with_the_inquiry_it_was_meant_for(quiet_desk: Desk, tmp_path: Path) -> None:
    desk = quiet_desk
    first, second = desk.put(make_inquiry()), desk.put(make_inquiry())
    desk.open(first.id)
    _drop(desk, _file(tmp_path, "a.txt", b"a"))
    attachments, pane = desk.conversation.attachments, desk.reply
    pane.show_inquiry(second, None)
    assert pane.send_button.isEnabled()
    desk.settle()
    desk.settle()
    assert pane.files == ()
    thread = desk.workspace.inbox.thread(first.id)
    assert thread is not None
    assert thread.draft is not None
    assert [file.file_name for file in thread.draft.files] == ["a.txt"]
    assert attachments.parent() is pane


def test_a_colleague_is_seen_while_there(desk: Desk, pick: Pick) -> None:
    inquiry = pick(desk)
    desk.open(inquiry.id)
    colleague = desk.colleague()
    exchange, model = desk.conversation.exchange, desk.shell.inquiries.list.model
    colleague.set_presence(desk.shop.id, inquiry.id, PresenceState.VIEWING)
    desk.wait(lambda: exchange.colleague_text == "B7 is reading this")
    assert model.colleague(inquiry.id) == "B7"
    colleague.set_presence(desk.shop.id, inquiry.id, PresenceState.REPLYING)
    desk.wait(lambda: exchange.colleague_text == "B7 is replying")
    colleague.clear_presence(desk.shop.id, inquiry.id)
    desk.wait(lambda: exchange.colleague_text == "")
    colleague.close()


def test_who_is_there_already_is_seen_on_opening(desk: Desk, pick: Pick) -> None:
    inquiry = pick(desk)
    colleague = desk.colleague()
    colleague.set_presence(desk.shop.id, inquiry.id, PresenceState.REPLYING)
    desk.open(inquiry.id)
    desk.wait(lambda: desk.conversation.exchange.colleague_text == "B7 is replying")
    colleague.close()


def test_a_colleagues_reply_appears_in_row_and_thread_without_a_reset(desk: Desk, pick: Pick) -> None:
    inquiry = pick(desk, source=Source.CUSTOMER)
    desk.shell.open_inquiry(inquiry.id)  # brings its row into view, wherever it stands
    desk.wait(lambda: desk.reply.inquiry is not None and desk.reply.inquiry.id == inquiry.id)
    desk.settle()
    resets: list[int] = []
    model = desk.shell.inquiries.list.model
    model.modelReset.connect(lambda: resets.append(1))
    desk.answer_elsewhere(inquiry.id, "こちらで対応しました。")
    desk.wait(lambda: "こちらで対応しました。" in desk.conversation.exchange.view.shown_texts())
    (row_id,) = desk.workspace.inbox.row_ids([inquiry.id]).values()

    def is_told() -> bool:
        row = model.row_at(model.position(row_id))
        return row is not None and row.inquiry.status is Status.ANSWERING

    desk.wait(is_told)
    assert resets == []


LANGUAGES = ["ja", "zh_CN", "ko", "en"]


def test_the_language_changes_everywhere_and_keeps_what_was_typed(
    make_desk: MakeDesk, tmp_path: Path
) -> None:
    desk = make_desk(undo_s=60.0, starts=False)
    inquiry = desk.put(make_inquiry())
    desk.open(inquiry.id)
    desk.reply.editor.insert("送るもの")
    desk.reply.send_button.click()
    desk.wait(lambda: bool(desk.outbox_of(inquiry.id)) and not desk.reply.editor.body)
    desk.settle()
    desk.reply.editor.insert("書きかけ")
    desk.reply.title.setText("件名")
    seen: set[tuple[str, ...]] = set()
    for language in LANGUAGES:
        desk.kit.translations.choose(language)
        desk.kit.theme.set_language(language)
        QApplication.processEvents()
        (write,) = desk.conversation.exchange.view.write_bubbles()
        words = (
            desk.reply.send_button.text(),
            desk.conversation.exchange.auto_reply_button.text(),
            desk.conversation.exchange.about_text,
            desk.shell.inquiries.filters.query_button.text(),
            desk.shell.header.search.placeholderText(),
            write.accessibleName(),
        )
        for word in words:
            assert word not in {word for known in seen for word in known}
        seen.add(words)
        assert desk.reply.editor.body == "書きかけ"
        assert desk.reply.title.text() == "件名"
        assert len(desk.conversation.exchange.view.shown_texts()) == 1
    assert len(seen) == len(LANGUAGES)


def test_colours_change_while_everything_stays(quiet_desk: Desk) -> None:
    desk = quiet_desk
    desk.open(desk.put(make_inquiry()).id)
    desk.reply.editor.insert("書きかけ")
    theme: Theme = desk.kit.theme
    light = desk.shell.grab().toImage()
    theme.choose(Choice.DARK)
    dark = desk.shell.grab().toImage()
    theme.choose(Choice.LIGHT)
    place = light.rect().center()
    assert dark.pixelColor(place).lightness() < 100 < light.pixelColor(place).lightness()
    assert desk.reply.editor.body == "書きかけ"
    assert desk.conversation.exchange.view.shown_texts() == ["サイズを教えてください。"]


def test_an_inquiry_that_is_only_listed_brings_its_messages_when_opened(quiet_desk: Desk, pick: Pick) -> None:
    desk = quiet_desk
    inquiry = pick(desk)
    writes = desk.workspace.store.inquiry_writes
    writes.delete([inquiry.id])
    writes.introduce(desk.shop.id, [inquiry])
    texts = [message.body for message in _from_service(desk, inquiry)]
    desk.conversation.open(inquiry.id)
    desk.wait(lambda: desk.conversation.exchange.view.shown_texts() == texts)
    desk.settle()
    assert desk.conversation.exchange.banner.text == ""


def test_messages_that_cannot_be_read_yet_are_asked_for_again(quiet_desk: Desk) -> None:
    desk = quiet_desk
    desk.put(make_inquiry(messages=None, message_count=3))
    inquiry = desk.put(make_inquiry(messages=None, message_count=3))
    desk.conversation.open(inquiry.id)
    banner = desk.conversation.exchange.banner
    desk.wait(lambda: banner.action.isVisible())
    assert banner.action.text() == "Try again"
    whole = make_inquiry(id=inquiry.id, version=2)
    desk.put(whole)
    desk.publisher.publish(InquiriesChanged(shop_id=desk.shop.id, ids=frozenset({inquiry.id})))
    desk.wait(lambda: banner.text == "")


def _from_service(desk: Desk, inquiry: Inquiry) -> tuple[Message, ...]:
    backend = desk.colleague("audit")
    try:
        return backend.inquiry(desk.shop.id, inquiry.id).messages or ()
    finally:
        backend.close()
