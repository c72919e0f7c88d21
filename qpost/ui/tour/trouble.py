"""Why: what a seller fears most is tried: somebody was faster, and the network is gone."""

from PySide6.QtCore import Qt

from qpost.models.events import LinkState
from qpost.models.inquiry import Status
from qpost.models.links import Page
from qpost.models.outbox import OutboxState
from qpost.ui.outbox.page import OutboxPage
from qpost.ui.shell import Shell
from qpost.ui.tour.answering import open_id, pending_state, wait_sent
from qpost.ui.tour.finding import open_row
from qpost.ui.tour.ground import Colleague, Service
from qpost.ui.tour.guide import Guide, NotReachedError

_OURS = "在庫を確認いたしました。本日発送可能です。"
_THEIRS = "担当のB2です。先ほどお電話いたしました。"
_OFFLINE = "ご連絡ありがとうございます。明日中に発送いたします。"


def see_outbox(guide: Guide, shell: Shell) -> OutboxPage:
    """Go to the outbox, where one write waits."""
    guide.key(shell, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    page = shell.page(Page.OUTBOX)
    if not isinstance(page, OutboxPage):
        raise NotReachedError("the outbox")
    guide.wait(lambda: page.model.rowCount() == 1, "the write in the outbox")
    guide.settle()
    return page


def meet_conflict(guide: Guide, shell: Shell, colleague: Colleague) -> None:
    """A colleague answers during the undo window: nothing is sent, and what changed is shown."""
    conversation = shell.inquiries.conversation
    with guide.step("conflict", lambda: shell):
        guide.click(shell.inquiries.filters.status.button(Status.UNANSWERED))
        guide.settle()
        open_row(guide, shell)
        inquiry_id, shop = open_id(shell), shell.shop
        if shop is None:
            raise NotReachedError("a shop")
        conversation.reply.editor.insert(_OURS)
        guide.click(conversation.reply.send_button)
        guide.wait(lambda: pending_state(shell) is OutboxState.HELD, "the undo time")
        guide.off_thread(lambda: colleague.answer(shop.id, inquiry_id, _THEIRS))
        guide.wait(lambda: pending_state(shell) is OutboxState.FAILED, "the send to stop", patience_s=40)
        guide.wait(lambda: _THEIRS in conversation.exchange.view.shown_texts(), "the other answer")
        arrived = guide.off_thread(lambda: colleague.read(inquiry_id)).inquiry
        bodies = [message.body for message in arrived.messages or ()]
        guide.check("ours was not sent", bodies.count(_OURS), 0)
        guide.check("theirs is there once", bodies.count(_THEIRS), 1)
    with guide.step("outbox-stopped", lambda: shell):
        page = see_outbox(guide, shell)
        guide.check("what was stopped is whole", page.detail.text, _OURS)
    with guide.step("conflict-edit-again", lambda: shell):
        guide.key(shell, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        bubble = conversation.exchange.view.write_bubbles()[-1]
        bubble.discard_asked.emit(str(bubble.write.id))
        guide.wait(lambda: conversation.reply.editor.body == _OURS, "the text back in the editor")
        conversation.reply.editor.setPlainText("")


def work_offline(guide: Guide, shell: Shell, colleague: Colleague, service: Service) -> None:
    """A reply written while the service is away waits, and goes out when it is back."""
    conversation, workspace = shell.inquiries.conversation, shell.workspace
    with guide.step("offline", lambda: shell):
        guide.click(shell.inquiries.filters.status.button(Status.UNANSWERED))
        guide.settle()
        open_row(guide, shell)
        guide.off_thread(service.stop)
        shell.inquiries.query()
        guide.wait(lambda: workspace.link().state is LinkState.OFFLINE, "the offline sign")
        guide.check("the list is still there", shell.inquiries.list.model.rowCount() > 0)
    with guide.step("offline-reply", lambda: shell):
        inquiry_id = open_id(shell)
        conversation.reply.editor.insert(_OFFLINE)
        guide.click(conversation.reply.send_button)
        guide.wait(
            lambda: pending_state(shell) in (OutboxState.QUEUED, OutboxState.UNCONFIRMED),
            "the reply to wait",
            patience_s=40,
        )
    with guide.step("outbox-waiting", lambda: shell):
        page = see_outbox(guide, shell)
        guide.check("what waits is whole", page.detail.text, _OFFLINE)
    with guide.step("online-again", lambda: shell):
        guide.key(shell, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        guide.off_thread(service.start)
        shell.inquiries.query()
        wait_sent(guide, shell, _OFFLINE)
        arrived = guide.off_thread(lambda: colleague.read(inquiry_id)).inquiry
        bodies = [message.body for message in arrived.messages or ()]
        guide.check("arrived exactly once", bodies.count(_OFFLINE), 1)
