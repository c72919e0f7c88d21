"""Why: the inquiry page puts list and conversation together and carries out what concerns both."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMessageBox, QSplitter, QWidget

from qpost.models.account import Capability, Shop, ShopId
from qpost.models.errors import QpostError
from qpost.models.events import LinkChanged, LinkState, OutboxChanged, PresenceChanged
from qpost.models.inquiry import Inquiry, InquiryId
from qpost.models.outbox import OutboxId, OutboxKind, OutboxRow, OutboxState
from qpost.models.reply import HideRequest
from qpost.services.workspace import Workspace
from qpost.ui.errors import describe
from qpost.ui.export.exports import Exports
from qpost.ui.i18n import Retranslated
from qpost.ui.inquiries.auto_reply_dialog import AutoReplyDialog
from qpost.ui.inquiries.conversation import Conversation
from qpost.ui.inquiries.filter_bar import FilterBar
from qpost.ui.inquiries.gap_notice import GapNotice
from qpost.ui.inquiries.hide_dialog import HideDialog
from qpost.ui.inquiries.list_pane import ListPane
from qpost.ui.inquiries.words import one_line
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit
from qpost.ui.widgets.layouts import column
from qpost.ui.widgets.toast import Toast

_LIST_PX, _CONVERSATION_PX = 400, 960
_MOST_AUTO_REPLIES = 200


class _Courtesy(NamedTuple):
    """The text of an auto-reply and whom it goes to."""

    text: str
    inquiries: Sequence[Inquiry]


class InquiryPage(Retranslated):
    """Filters above, the list at the left, the conversation at the right."""

    counted = Signal(object)
    outbox_asked = Signal()

    def __init__(self, workspace: Workspace, kit: Kit, toast: Toast, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._kit = kit
        self._toast = toast
        self._is_asking = False
        self._unsent_hides: dict[InquiryId, HideRequest] = {}
        self.filters = FilterBar(kit, self)
        across = QSplitter(self)
        self.list = ListPane(workspace.inbox, self.filters, kit, across)
        self.conversation = Conversation(workspace, kit, toast, across)
        self.exports = Exports(
            workspace.export, kit, toast, pane=self.list, conversation=self.conversation, parent=self
        )
        self.gaps = GapNotice(kit, workspace.listing_notes, self)
        self.filters.add_tool(self.exports.list_button)
        self.conversation.exchange.add_tool(self.exports.thread_button)
        self.list.setMinimumWidth(300)
        lines = column(self, gap=0)
        lines.addWidget(self.filters)
        lines.addWidget(self.exports)
        lines.addWidget(self.gaps)
        across.setHandleWidth(1)
        across.setChildrenCollapsible(False)
        across.addWidget(self.list)
        across.addWidget(self.conversation)
        across.setStretchFactor(1, 1)
        across.setSizes([_LIST_PX, _CONVERSATION_PX])
        lines.addWidget(across, 1)
        self._connect()

    def _connect(self) -> None:
        self.list.opened.connect(lambda inquiry_id: self.conversation.open(InquiryId(inquiry_id)))
        self.list.view.entered_reply.connect(self._on_entered_reply)
        self.list.counted.connect(self.counted)
        self.list.words_changed.connect(self.conversation.exchange.mark)
        self.filters.refresh_asked.connect(self._workspace.sync.wake)
        self.conversation.row_changed.connect(
            lambda inquiry_id: self.list.refresh_rows([InquiryId(inquiry_id)])
        )
        self.conversation.exchange.auto_reply_asked.connect(self.auto_reply)
        self.conversation.exchange.hide_asked.connect(self.hide_inquiry)
        self.conversation.posting.hide_returned.connect(self._on_hide_returned)
        self._kit.bridge.outbox_changed.connect(self._on_outbox_changed)
        self._kit.bridge.link_changed.connect(self._on_link_changed)
        self._kit.bridge.presence_changed.connect(self._on_presence_changed)
        for keys, slot in (
            ("F5", self.query),
            ("Ctrl+Shift+A", self.auto_reply),
            ("Ctrl+T", self.conversation.show_templates),
            ("Ctrl+E", self.exports.show_menu),
            ("Alt+Left", self.list.go_back),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(slot)

    # -- what the shell uses

    def show_shop(self, shop: Shop) -> None:
        """Show the inquiries of ``shop``."""
        self.conversation.show_shop(shop)
        self.list.show_shop(shop.id)
        self.gaps.show_shop(shop.id)

    def query(self) -> None:
        """Ask the service for news and show the result."""
        self.filters.ask_again()

    def open_inquiry(self, inquiry_id: InquiryId) -> None:
        """Open ``inquiry_id``, in the list too when it is there."""
        self.list.choose(inquiry_id)
        self.conversation.open(inquiry_id)

    def prepare_to_close(self) -> None:
        """Have what is being written put on disk before the window goes."""
        self.conversation.put_aside()
        self.exports.cancel()
        self._workspace.presence.left()

    @property
    def unsent_hides(self) -> tuple[HideRequest, ...]:
        """What was written for hiding questions and not sent, an open window's text last; in no store."""
        shown = (dialog.request() for dialog in self.findChildren(HideDialog) if dialog.isVisible())
        written = (*self._unsent_hides.values(), *shown)
        return tuple(request for request in written if request.title or request.reason)

    def _on_entered_reply(self) -> None:
        """Lead on to the reply, once it is the reply to the row that was entered and to no other."""
        shown = self.conversation.reply.inquiry
        if shown is not None and [row.inquiry.id for row in self.list.selected()] == [shown.id]:
            self.conversation.reply.editor.setFocus()

    # -- auto-reply and hide

    def auto_reply(self) -> None:
        """Ask once, showing the text, then settle the chosen inquiries."""
        shop, shown = self.conversation.shop, self.conversation.inquiry
        row_ids = self.list.view.selected_row_ids()
        if shop is None or self._is_asking or (len(row_ids) < 2 and shown is None):
            return
        if len(row_ids) > _MOST_AUTO_REPLIES:
            words = self.tr("Choose at most {count} inquiries for an auto-reply.")
            self._toast.tell(words.format(count=_MOST_AUTO_REPLIES))
            return
        self._is_asking = True  # a second click must not lead to a second question
        only = (shown,) if shown is not None and len(row_ids) < 2 else ()
        self._kit.jobs.run(
            partial(_courtesy, self._workspace, shop.id, only=only, row_ids=row_ids),
            owner=self,
            done=partial(self._on_courtesy, shop),
            failed=self._on_no_courtesy,
            lane=Lane.NET,
        )

    def _on_courtesy(self, shop: Shop, courtesy: _Courtesy | None) -> None:
        if courtesy is None:
            self._is_asking = False
            return
        chosen = courtesy.inquiries
        customer = one_line(chosen[0].customer.name)
        dialog = AutoReplyDialog(courtesy.text, customer=customer, count=len(chosen), parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._send_auto_replies, shop, chosen))
        dialog.finished.connect(self._on_answered)
        dialog.open()

    def _on_answered(self) -> None:
        self._is_asking = False

    def _on_no_courtesy(self, error: QpostError) -> None:
        self._is_asking = False
        self._on_failed(error)

    def _send_auto_replies(self, shop: Shop, chosen: Sequence[Inquiry]) -> None:
        hold_s = self._kit.settings.load().undo_s
        self._queue(partial(_queue_auto_replies, self._workspace, shop.id, chosen, hold_s=hold_s))

    def hide_inquiry(self) -> None:
        """Ask for title and reason, then mail them and hide the question."""
        inquiry, shop = self.conversation.inquiry, self.conversation.shop
        if inquiry is None or shop is None or self._is_asking:
            return
        self._ask_hide(inquiry, shop)

    def _ask_hide(self, inquiry: Inquiry, shop: Shop) -> None:
        self._is_asking = True
        dialog = HideDialog(
            customer=one_line(inquiry.customer.name),
            sender_email=shop.inquiry_email,
            written=self._unsent_hides.pop(inquiry.id, None),
            parent=self,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.hide_asked.connect(partial(self._send_hide, inquiry, shop))
        dialog.rejected.connect(lambda: self._unsent_hides.update({inquiry.id: dialog.request()}))
        dialog.finished.connect(self._on_answered)
        dialog.open()

    def _send_hide(self, inquiry: Inquiry, shop: Shop, request: HideRequest) -> None:
        work = partial(
            _queue_hide,
            self._workspace,
            key=OutboxId(str(uuid4())),
            shop=shop.id,
            inquiry_id=inquiry.id,
            request=request,
            expected_version=inquiry.version,
            hold_s=self._kit.settings.load().undo_s,
        )
        self._queue(work, failed=partial(self._on_hide_not_kept, inquiry.id, request))

    def _on_hide_not_kept(self, inquiry_id: InquiryId, request: HideRequest, error: QpostError) -> None:
        self._on_failed(error)
        self._ask_hide_again(inquiry_id, request)

    def _on_hide_returned(self, write: OutboxRow) -> None:
        if write.hide is not None:
            self._ask_hide_again(write.inquiry_id, write.hide)

    def _ask_hide_again(self, inquiry_id: InquiryId, request: HideRequest) -> None:
        """Show what was written for a hide that will not happen: now, or when it is asked for there again."""
        self._unsent_hides[inquiry_id] = request
        inquiry = self.conversation.inquiry
        if inquiry is not None and inquiry.id == inquiry_id:
            self.hide_inquiry()

    def _queue(
        self, work: "partial[Sequence[OutboxRow]]", *, failed: Callable[[QpostError], None] | None = None
    ) -> None:
        self._kit.jobs.run(
            work, owner=self, done=self._on_queued, failed=failed or self._on_failed, lane=Lane.WRITE
        )

    def _on_queued(self, writes: Sequence[OutboxRow]) -> None:
        """Say what goes out in a moment, all of which can still be undone."""
        self._workspace.delivery.wake()
        self.list.refresh_rows([write.inquiry_id for write in writes])
        held = [write for write in writes if write.state is OutboxState.HELD]
        if not held:
            return
        words = {
            OutboxKind.AUTO_REPLY: self.tr("The auto-reply to {customer} goes out in a moment."),
            OutboxKind.HIDE: self.tr("The question of {customer} is hidden in a moment."),
            OutboxKind.REPLY: self.tr("Your reply to {customer} goes out in a moment."),
        }[held[0].kind]
        if len(held) > 1:
            words = self.tr("{count} auto-replies go out in a moment.")
        self._toast.tell(
            words.format(customer=one_line(held[0].customer_name), count=len(held)),
            duration_s=self._kit.settings.load().undo_s,
            action=self.tr("Undo"),
            chosen=partial(self._undo, held),
        )

    def _undo(self, writes: Sequence[OutboxRow]) -> None:
        for write in writes:
            self.conversation.posting.undo(str(write.id))

    # -- events

    def _on_outbox_changed(self, event: OutboxChanged) -> None:
        write = event.row
        self.list.refresh_rows([write.inquiry_id])
        if write.state is OutboxState.SENT:
            self._confirm(write)
        elif write.state is OutboxState.FAILED and not self._is_open(write.inquiry_id):
            self._toast.tell(
                self.tr("Not sent to {customer}. It is kept in the outbox.").format(
                    customer=one_line(write.customer_name)
                ),
                duration_s=10.0,
                action=self.tr("Show"),
                chosen=self.outbox_asked.emit,
            )

    def _is_open(self, inquiry_id: InquiryId) -> bool:
        opened = self.conversation.inquiry
        return opened is not None and opened.id == inquiry_id

    def _confirm(self, write: OutboxRow) -> None:
        words = {
            OutboxKind.REPLY: self.tr("Your reply to {customer} was sent."),
            OutboxKind.AUTO_REPLY: self.tr("The auto-reply to {customer} was sent."),
            OutboxKind.HIDE: self.tr("Hidden. {customer} gets your reason by mail."),
        }[write.kind].format(customer=one_line(write.customer_name))
        self._toast.tell(words)
        is_told = any(box.isVisible() for box in self.findChildren(QMessageBox))
        if self._kit.settings.load().confirm_sent and not is_told:  # many at once need one box
            box = QMessageBox(QMessageBox.Icon.Information, self.tr("Sent"), words, parent=self)
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.open()

    def _on_presence_changed(self, event: PresenceChanged) -> None:
        colleagues = self._workspace.presence.colleagues(event.inquiry_id)
        self.list.model.show_colleagues(event.inquiry_id, colleagues)

    def _on_link_changed(self, event: LinkChanged) -> None:
        self.list.set_first_sync(event.state is LinkState.SYNCING)

    def _on_failed(self, error: QpostError) -> None:
        words = describe(error)
        self.conversation.exchange.banner.tell(words.whole, tone="red", details=words.details)


def _courtesy(
    workspace: Workspace, shop: ShopId, *, only: Sequence[Inquiry], row_ids: Sequence[int]
) -> _Courtesy | None:
    """Return the text of an auto-reply and whom it goes to; None when there is no such thing."""
    if Capability.AUTO_REPLY not in workspace.capabilities():
        return None
    inquiries = only or [row.inquiry for row in workspace.inbox.rows(row_ids)]
    return _Courtesy(workspace.replies.auto_reply_text(shop), inquiries) if inquiries else None


def _queue_auto_replies(
    workspace: Workspace, shop: ShopId, chosen: Sequence[Inquiry], *, hold_s: float
) -> Sequence[OutboxRow]:
    return [
        workspace.replies.auto_reply(
            key=OutboxId(str(uuid4())),
            shop=shop,
            inquiry_id=inquiry.id,
            expected_version=inquiry.version,
            hold_s=hold_s,
        )
        for inquiry in chosen
    ]


def _queue_hide(workspace: Workspace, **asked: Any) -> Sequence[OutboxRow]:
    return [workspace.replies.hide(**asked)]
