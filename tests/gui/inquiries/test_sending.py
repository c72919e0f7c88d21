"""Why: a reply leaves once, whole, and only when the seller means it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from qpost.models.inquiry import InquiryId, Status
from qpost.models.outbox import OutboxState
from qpost.models.reply import BODY_LIMIT
from qpost.ui.inquiries.composition import Composition
from tests.gui.inquiries.conftest import MakeDesk, Pick
from tests.gui.inquiries.desk import Desk, compose, make_inquiry

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
COMPOSITIONS = {
    "ja": (("n", "に", "にほ", "にほん", "日本"), "日本"),
    "zh": (("n", "ni", "ni h", "ni hao"), "你好"),
    "ko": (("ㅎ", "하", "한"), "한"),
}


def _press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier, *, repeats: bool = False) -> None:
    text = "" if modifiers & CTRL else "\r"
    QCoreApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, repeats))
    QCoreApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyRelease, key, modifiers, text, repeats))


def _heard(desk: Desk) -> list[Composition]:
    sent: list[Composition] = []
    desk.reply.send_asked.connect(sent.append)
    return sent


def _wait_delivered(desk: Desk, inquiry_id: InquiryId) -> None:
    def is_done() -> bool:
        return desk.kit.jobs.is_idle and not desk.outbox_of(inquiry_id) and not desk.reply.editor.body

    desk.wait(is_done)


@pytest.mark.parametrize("language", COMPOSITIONS)
@pytest.mark.parametrize("where", ["editor", "title"])
def test_no_enter_sends_while_an_input_method_composes(quiet_desk: Desk, language: str, where: str) -> None:
    desk = quiet_desk
    desk.open(desk.put(make_inquiry()).id)
    field: QWidget = desk.reply.editor if where == "editor" else desk.reply.title
    desk.reply.editor.insert("はい。")
    sent = _heard(desk)
    preedits, word = COMPOSITIONS[language]
    for preedit in preedits:
        compose(field, preedit)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            _press(field, key, CTRL)
        desk.reply.send()
        assert sent == []
    compose(field, commit=word)
    assert word in (desk.reply.editor.body if where == "editor" else desk.reply.title.text())
    _press(field, Qt.Key.Key_Return, CTRL)
    assert len(sent) == 1


@pytest.mark.parametrize("language", COMPOSITIONS)
def test_what_was_composed_is_delivered_once(desk: Desk, pick: Pick, language: str) -> None:
    inquiry = pick(desk)
    desk.open(inquiry.id)
    preedits, word = COMPOSITIONS[language]
    compose(desk.reply.editor, *preedits, commit=word)
    _press(desk.reply.editor, Qt.Key.Key_Return, CTRL)
    _wait_delivered(desk, inquiry.id)
    assert desk.delivered(inquiry.id)[-1:] == [word]
    assert desk.delivered(inquiry.id).count(word) == 1


def test_a_composition_that_is_cancelled_lets_ctrl_enter_send_again(quiet_desk: Desk) -> None:
    desk = quiet_desk
    desk.open(desk.put(make_inquiry()).id)
    desk.reply.editor.insert("はい。")
    sent = _heard(desk)
    compose(desk.reply.editor, "にほ", "")
    _press(desk.reply.editor, Qt.Key.Key_Return, CTRL)
    assert len(sent) == 1


def test_a_composition_does_not_follow_to_another_inquiry(quiet_desk: Desk) -> None:
    desk = quiet_desk
    first, second = desk.put(make_inquiry()), desk.put(make_inquiry())
    desk.open(first.id)
    compose(desk.reply.editor, "にほ")
    compose(desk.reply.title, "に")
    desk.open(second.id)
    sent = _heard(desk)
    desk.reply.editor.insert("はい。")
    _press(desk.reply.editor, Qt.Key.Key_Return, CTRL)
    assert [composition.inquiry.id for composition in sent] == [second.id]


def test_plain_enter_breaks_the_line_and_nothing_else(quiet_desk: Desk) -> None:
    desk = quiet_desk
    desk.open(desk.put(make_inquiry()).id)
    desk.reply.editor.insert("はい。")
    sent = _heard(desk)
    shift, alt = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
    for modifiers in (NONE, shift, CTRL | alt, CTRL | shift):
        _press(desk.reply.editor, Qt.Key.Key_Return, modifiers)
        _press(desk.reply.title, Qt.Key.Key_Return, modifiers)
    assert sent == []
    assert desk.reply.editor.body.startswith("はい。\n")


def test_ctrl_enter_of_the_number_pad_sends(quiet_desk: Desk) -> None:
    desk = quiet_desk
    desk.open(desk.put(make_inquiry()).id)
    desk.reply.editor.insert("はい。")
    sent = _heard(desk)
    _press(desk.reply.editor, Qt.Key.Key_Enter, CTRL | Qt.KeyboardModifier.KeypadModifier)
    assert len(sent) == 1


def test_clicks_keys_and_repeats_send_once(desk: Desk, pick: Pick) -> None:
    inquiry = pick(desk)
    desk.open(inquiry.id)
    desk.reply.editor.insert("一度だけ届きます。")
    for _ in range(3):
        _press(desk.reply.editor, Qt.Key.Key_Return, CTRL)
        _press(desk.reply.editor, Qt.Key.Key_Return, CTRL, repeats=True)
        desk.reply.send_button.click()
        _press(desk.reply.title, Qt.Key.Key_Return, CTRL)
        _press(desk.reply.title, Qt.Key.Key_Return, CTRL, repeats=True)
    QTest.mouseDClick(desk.reply.send_button, Qt.MouseButton.LeftButton)
    _wait_delivered(desk, inquiry.id)
    desk.reply.send_button.click()
    _press(desk.reply.editor, Qt.Key.Key_Return, CTRL)
    desk.settle()
    assert desk.delivered(inquiry.id).count("一度だけ届きます。") == 1


def test_a_repeating_key_alone_never_sends(quiet_desk: Desk) -> None:
    desk = quiet_desk
    desk.open(desk.put(make_inquiry()).id)
    desk.reply.editor.insert("はい。")
    sent = _heard(desk)
    for field in (desk.reply.editor, desk.reply.title):
        _press(field, Qt.Key.Key_Return, CTRL, repeats=True)
    assert sent == []


TEXTS = {
    "emoji": "ありがとう😀🙏",
    "joined": "家族👨‍👩‍👧‍👦と🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "combining": "か\u3099 e\u0301 한",
    "no-break": "1\u00a0000\u00a0円　全角",
    "rare": "𠮷野家 𩸽",
    "lines": "一行目\n\n三行目\n",
    "html": "<b>太字</b> &amp; {0} %s </script>",
    "direction": "a\u202eb\u202c \u200bゼロ幅",
}


@pytest.mark.parametrize("name", TEXTS)
def test_text_arrives_as_typed(desk: Desk, pick: Pick, name: str) -> None:
    inquiry = pick(desk)
    desk.open(inquiry.id)
    desk.reply.editor.insert(TEXTS[name])
    assert desk.reply.editor.body == TEXTS[name]
    desk.reply.send_button.click()
    _wait_delivered(desk, inquiry.id)
    assert desk.delivered(inquiry.id)[-1].strip() == TEXTS[name].strip()


def _paste(desk: Desk, text: str) -> None:
    pasted = QMimeData()
    pasted.setText(text)
    pasted.setHtml("<b>never this</b>")
    desk.reply.editor.insertFromMimeData(pasted)


def test_pasted_line_ends_become_line_ends(quiet_desk: Desk) -> None:
    desk = quiet_desk
    desk.open(desk.put(make_inquiry()).id)
    _paste(desk, "一\r\n二\r三\n四\u2028五")
    assert desk.reply.editor.body == "一\n二\n三\n四\n五"


def test_spaces_at_the_ends_are_left_to_the_service(quiet_desk: Desk) -> None:
    desk = quiet_desk
    desk.open(desk.put(make_inquiry()).id)
    desk.reply.editor.insert("  はい。 \u00a0\n ")
    sent = _heard(desk)
    desk.reply.send_button.click()
    assert sent[0].body == "  はい。 \u00a0\n "


@pytest.mark.parametrize("letter", ["😀", "あ", "𠮷", "e\u0301"])
def test_the_counter_counts_code_points(quiet_desk: Desk, letter: str) -> None:
    desk = quiet_desk
    desk.open(desk.put(make_inquiry()).id)
    text = letter * (BODY_LIMIT // len(letter))
    sent = _heard(desk)
    desk.reply.editor.insert(text)
    assert desk.reply.counter_text == f"{BODY_LIMIT}/{BODY_LIMIT}"
    desk.reply.editor.insert("。")
    assert desk.reply.counter_text == f"{BODY_LIMIT + 1}/{BODY_LIMIT}"
    desk.reply.send_button.click()
    assert sent == []
    assert desk.reply.banner.text == "The reply may have at most 1000 characters."
    desk.reply.editor.textCursor().deletePreviousChar()
    desk.reply.send_button.click()
    assert [composition.body for composition in sent] == [text]


def test_a_thousand_emoji_are_delivered(desk: Desk, pick: Pick) -> None:
    inquiry = pick(desk)
    desk.open(inquiry.id)
    desk.reply.editor.insert("😀" * BODY_LIMIT)
    desk.reply.send_button.click()
    _wait_delivered(desk, inquiry.id)
    assert desk.delivered(inquiry.id)[-1] == "😀" * BODY_LIMIT


def _no_title(desk: Desk) -> None:
    desk.reply.title.setText("  ")
    desk.reply.editor.insert("はい。")


def _long_title(desk: Desk) -> None:
    desk.reply.title.setText("件" * 201)
    desk.reply.editor.insert("はい。")


def _variable(desk: Desk) -> None:
    desk.reply.editor.insert("😀{customer}様、{order}")


def _nothing(_: Desk) -> None:
    """Write nothing."""


@pytest.mark.parametrize(
    ("write", "sentence"),
    [
        (_nothing, "Write the reply first."),
        (_no_title, "Write a title."),
        (_long_title, "The title may have at most 200 characters."),
        (_variable, "{customer}  {order} is not filled in yet."),
    ],
)
def test_what_forbids_sending_is_said_before(
    quiet_desk: Desk, write: Callable[[Desk], None], sentence: str
) -> None:
    desk = quiet_desk
    desk.open(desk.put(make_inquiry()).id)
    sent = _heard(desk)
    write(desk)
    desk.reply.send_button.click()
    assert sent == []
    assert sentence in desk.reply.banner.text
    if write is _variable:
        desk.reply.banner.action.click()
        assert desk.reply.editor.textCursor().selectedText() == "{customer}"


def test_status_and_title_travel_with_the_reply(desk: Desk, pick: Pick) -> None:
    inquiry = pick(desk)
    desk.open(inquiry.id)
    assert desk.reply.title.text().lower().startswith("[re]")
    desk.reply.title.setText("お返事")
    desk.reply.status.button(Status.ANSWERING).click()
    desk.reply.editor.insert("続きます。")
    desk.reply.send_button.click()
    _wait_delivered(desk, inquiry.id)
    desk.wait(lambda: desk.conversation.exchange.view.shown_texts()[-1] == "続きます。")
    stored = desk.workspace.inbox.thread(inquiry.id)
    assert stored is not None
    assert stored.inquiry.status is Status.ANSWERING
    assert (stored.inquiry.messages or ())[-1].title == "お返事"


def test_an_inquiry_changed_meanwhile_stops_the_send_and_shows_what_changed(
    make_desk: MakeDesk, pick: Pick
) -> None:
    desk = make_desk(undo_s=1.5)
    inquiry = pick(desk)
    desk.open(inquiry.id)
    desk.reply.editor.insert("在庫がございます。")
    desk.reply.send_button.click()
    desk.wait(lambda: bool(desk.outbox_of(inquiry.id)))
    desk.answer_elsewhere(inquiry.id, "同僚がもう答えました。")

    def is_stopped() -> bool:
        bubbles = desk.conversation.exchange.view.write_bubbles()
        return [bubble.write.state for bubble in bubbles] == [OutboxState.FAILED]

    desk.wait(is_stopped)
    desk.wait(lambda: "同僚がもう答えました。" in desk.conversation.exchange.view.shown_texts())
    (bubble,) = desk.conversation.exchange.view.write_bubbles()
    assert bubble.write.reason == "changed"
    assert bubble.write.reply is not None
    assert bubble.write.reply.body == "在庫がございます。"
    assert desk.conversation.exchange.banner.text
    assert desk.delivered(inquiry.id) == []
    bubble.discard_asked.emit(str(bubble.write.id))
    desk.wait(lambda: desk.reply.editor.body == "在庫がございます。")


def test_a_stopped_reply_can_be_sent_all_the_same(make_desk: MakeDesk, pick: Pick) -> None:
    desk = make_desk(undo_s=1.0)
    inquiry = pick(desk)
    desk.open(inquiry.id)
    desk.reply.editor.insert("それでもお伝えします。")
    desk.reply.send_button.click()
    desk.wait(lambda: bool(desk.outbox_of(inquiry.id)))
    desk.answer_elsewhere(inquiry.id, "先に答えました。")

    def is_failed() -> bool:
        bubbles = desk.conversation.exchange.view.write_bubbles()
        return [bubble.write.state for bubble in bubbles] == [OutboxState.FAILED]

    desk.wait(is_failed)
    (bubble,) = desk.conversation.exchange.view.write_bubbles()
    bubble.retry_asked.emit(str(bubble.write.id))
    desk.wait(lambda: not desk.outbox_of(inquiry.id))
    assert desk.delivered(inquiry.id) == ["それでもお伝えします。"]


def test_a_message_that_arrives_while_writing_is_announced(desk: Desk, pick: Pick) -> None:
    inquiry = pick(desk)
    desk.open(inquiry.id)
    desk.reply.editor.insert("書きかけ")
    desk.answer_elsewhere(inquiry.id, "同僚です。")
    desk.wait(lambda: "同僚です。" in desk.conversation.exchange.view.shown_texts())
    assert "A new message arrived" in desk.conversation.exchange.banner.text
    assert desk.reply.editor.body == "書きかけ"
