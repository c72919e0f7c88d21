"""Why: replies, files, auto-reply and hiding are done as a seller does them, and seen to arrive."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from qpost.models.inquiry import Author, InquiryId, Status, Visibility
from qpost.models.outbox import OutboxState
from qpost.ui.inquiries.auto_reply_dialog import AutoReplyDialog
from qpost.ui.inquiries.hide_dialog import HideDialog
from qpost.ui.inquiries.link_dialog import LinkDialog
from qpost.ui.shell import Shell
from qpost.ui.tour.finding import open_row
from qpost.ui.tour.ground import Colleague
from qpost.ui.tour.guide import Guide, NotReachedError

_REPLY = (
    "お問い合わせありがとうございます😊\nただいま確認しております。\n本日中にあらためてご連絡いたします。"
)
Box = TypeVar("Box", bound=QWidget)
_CTRL = Qt.KeyboardModifier.ControlModifier


def dialog(guide: Guide, shell: Shell, kind: type[Box]) -> Box:
    """Wait for a dialog of ``kind`` and return it."""

    def found() -> list[Box]:
        return [widget for widget in shell.findChildren(kind) if widget.isVisible()]

    guide.wait(found, f"the {kind.__name__}")
    return found()[0]


def open_id(shell: Shell) -> InquiryId:
    """Return the open inquiry's id."""
    inquiry = shell.inquiries.conversation.inquiry
    if inquiry is None:
        raise NotReachedError("an open inquiry")
    return inquiry.id


def wait_sent(guide: Guide, shell: Shell, body: str) -> None:
    """Wait until ``body`` is part of the history and nothing waits any more."""
    view = shell.inquiries.conversation.exchange.view
    guide.wait(lambda: body in view.shown_texts(), "the reply in the history", patience_s=40)
    guide.wait(lambda: not view.write_bubbles(), "nothing left to send")


def answer(guide: Guide, shell: Shell, colleague: Colleague) -> None:
    """What stops a reply, a template, then write, send, undo, send again."""
    reply = shell.inquiries.conversation.reply
    with guide.step("reply-empty", lambda: shell):
        guide.click(reply.send_button)
        guide.check("told what is missing", bool(reply.banner.text))
    with guide.step("reply-too-long", lambda: shell):
        reply.editor.setPlainText("あ" * 1001)
        guide.key(reply.editor, Qt.Key.Key_Return, _CTRL)
        guide.check("counter", reply.counter_text, "1001/1000")
        guide.check_in("told the limit", "1000", reply.banner.text)
    _use_template(guide, shell)
    with guide.step("reply-written", lambda: shell):
        reply.editor.setPlainText("")
        reply.editor.insert(_REPLY)
        guide.wait(lambda: reply.is_saved, "the draft on disk")
        guide.check("nothing to object to any more", reply.banner.text, "")
        guide.check("counted in code points", reply.counter_text, f"{len(_REPLY)}/1000")
    with guide.step("reply-held", lambda: shell):
        guide.key(reply.editor, Qt.Key.Key_Return, _CTRL)
        guide.wait(lambda: shell.toast.text, "the toast")
        view = shell.inquiries.conversation.exchange.view
        guide.wait(view.write_bubbles, "the reply at the end of the thread")
        guide.check("editor empty", reply.editor.body, "")
    with guide.step("reply-undone", lambda: shell):
        guide.click(shell.toast.action)
        guide.wait(lambda: reply.editor.body == _REPLY, "the text back in the editor")
    with guide.step("reply-sent", lambda: shell):
        inquiry_id = open_id(shell)
        guide.click(reply.status.button(Status.ANSWERED))
        guide.click(reply.send_button)
        wait_sent(guide, shell, _REPLY)
        arrived = guide.off_thread(lambda: colleague.read(inquiry_id)).inquiry
        bodies = [message.body for message in arrived.messages or ()]
        guide.check("arrived exactly once", bodies.count(_REPLY), 1)
        guide.check("status at the service", arrived.status, Status.ANSWERED)


def _use_template(guide: Guide, shell: Shell) -> None:
    conversation = shell.inquiries.conversation
    with guide.step("templates", lambda: shell):
        conversation.reply.editor.setPlainText("")
        guide.key(conversation.reply.editor, Qt.Key.Key_T, _CTRL)
        guide.wait(conversation.templates.isVisible, "the templates")
        guide.check("some templates", len(conversation.templates.titles) > 3)
    with guide.step("template-inserted", lambda: shell):
        guide.key(conversation.templates.search_field, Qt.Key.Key_Return)
        guide.wait(lambda: conversation.reply.editor.body, "the template's text")
        inquiry = conversation.inquiry
        name = inquiry.customer.name if inquiry else ""
        guide.check_in("the customer's name is filled in", name, conversation.reply.editor.body)
    with guide.step("variable-left", lambda: shell):
        conversation.reply.editor.setPlainText("追跡番号は {tracking} です。")
        guide.key(conversation.reply.editor, Qt.Key.Key_Return, _CTRL)
        guide.check_in("told which one", "{tracking}", conversation.reply.banner.text)


def attach(guide: Guide, shell: Shell, colleague: Colleague, place: Path) -> None:
    """Send a file, then save the one that arrived and compare the bytes."""
    conversation = shell.inquiries.conversation
    content = "発送明細\r\n商品 1点\r\n".encode()
    body = "発送明細を添付いたします。"
    with guide.step("file-attached", lambda: shell):
        given = place / "発送明細.txt"
        given.write_bytes(content)
        conversation.reply.files_given.emit([given])
        guide.wait(lambda: conversation.reply.files, "the file at the reply")
        conversation.reply.editor.insert(body)
    with guide.step("file-sent", lambda: shell):
        inquiry_id = open_id(shell)
        guide.click(conversation.reply.send_button)
        wait_sent(guide, shell, body)
        arrived = guide.off_thread(lambda: colleague.read(inquiry_id)).inquiry
        files = [file for message in arrived.messages or () for file in message.attachments]
        guide.check("the file arrived", [file.size for file in files][-1:], [len(content)])
    with guide.step("file-saved", lambda: shell):
        inquiry = conversation.inquiry
        messages = inquiry.messages if inquiry and inquiry.messages else ()
        attachment = next(file for message in reversed(messages) for file in message.attachments)
        target = place / "saved.txt"
        conversation.attachments.save_to(attachment, target)
        guide.wait(target.exists, "the saved file")
        guide.settle()
        guide.check("byte for byte", target.read_bytes(), content)


def see_links(guide: Guide, shell: Shell) -> None:
    """A link in a message shows its address before anything opens."""
    with guide.step("link-address", lambda: shell):
        shell.inquiries.conversation.exchange.view.link_asked.emit("https://xn--fsq.example.jp/追跡?id=1")
        opened = dialog(guide, shell, LinkDialog)
        guide.check("a dialog stands before the browser", opened.isVisible())
    with guide.step("link-cancelled", lambda: shell):
        guide.key(opened, Qt.Key.Key_Escape)
        guide.wait(lambda: not any(box.isVisible() for box in shell.findChildren(LinkDialog)), "the end")


def auto_reply(guide: Guide, shell: Shell, colleague: Colleague) -> None:
    """One confirmation with the very text, then the inquiry is settled."""
    conversation = shell.inquiries.conversation
    with guide.step("auto-reply-asked", lambda: shell):
        guide.click(shell.inquiries.filters.status.button(Status.UNANSWERED))
        guide.settle()
        open_row(guide, shell)
        inquiry_id = open_id(shell)
        guide.click(conversation.exchange.auto_reply_button)
        asked = dialog(guide, shell, AutoReplyDialog)
        text = asked.text.toPlainText()
        guide.check("the very text is shown", len(text) > 10)
    with guide.step("auto-reply-sent", lambda: shell):
        guide.click(asked.send_button)
        wait_sent(guide, shell, text)
        arrived = guide.off_thread(lambda: colleague.read(inquiry_id)).inquiry
        last = (arrived.messages or ())[-1]
        guide.check("sent as shown", (last.body, last.auto, last.author), (text, True, Author.SHOP))
        guide.check("status at the service", arrived.status, Status.ANSWERED)


def hide(guide: Guide, shell: Shell, colleague: Colleague) -> None:
    """Hidden only with title and reason; absent for private inquiries."""
    conversation = shell.inquiries.conversation
    with guide.step("hide-not-offered", lambda: shell):
        guide.click(shell.inquiries.filters.reset_button)
        guide.settle()
        open_row(guide, shell, wanted=lambda row: row.inquiry.visibility is Visibility.PRIVATE)
        guide.check("no Hide for a private inquiry", conversation.exchange.hide_button.isVisible(), False)
    with guide.step("hide-not-yet", lambda: shell):
        guide.click(shell.inquiries.filters.status.button(Status.UNANSWERED))
        guide.settle()
        open_row(
            guide,
            shell,
            wanted=lambda row: row.inquiry.visibility is Visibility.PUBLIC and not row.inquiry.replied_at,
        )
        guide.check("Hide waits for a reply", conversation.exchange.hide_button.isEnabled(), False)
        guide.check("and says so", bool(conversation.exchange.hide_button.toolTip()))
    with guide.step("hide-asked", lambda: shell):
        guide.click(shell.inquiries.filters.status.button(Status.ANSWERED))
        guide.settle()
        open_row(
            guide,
            shell,
            wanted=lambda row: row.inquiry.visibility is Visibility.PUBLIC and not row.inquiry.hidden,
        )
        inquiry_id = open_id(shell)
        guide.click(conversation.exchange.hide_button)
        asked = dialog(guide, shell, HideDialog)
        guide.click(asked.hide_button)
        guide.check("asks for the title", asked.title_fault.isVisible())
        guide.check("asks for the reason", asked.reason_fault.isVisible())
    with guide.step("hide-filled-in", lambda: shell):
        guide.write(asked.title, "お問い合わせの非表示について")
        asked.reason.setPlainText("個人情報が含まれていたため、商品ページでは非表示にいたしました。")
    with guide.step("hidden", lambda: shell):
        guide.click(asked.hide_button)
        guide.wait(
            lambda: (opened := conversation.inquiry) is not None and opened.hidden,
            "the inquiry to be hidden",
            patience_s=40,
        )
        arrived = guide.off_thread(lambda: colleague.read(inquiry_id)).inquiry
        guide.check("hidden at the service", arrived.hidden)


def pending_state(shell: Shell) -> OutboxState | None:
    """Return the state of the newest write on screen."""
    bubbles = shell.inquiries.conversation.exchange.view.write_bubbles()
    return bubbles[-1].write.state if bubbles else None
