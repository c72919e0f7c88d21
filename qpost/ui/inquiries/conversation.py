"""Why: reading and answering one inquiry: what is shown, written, sent and taken back stays in step."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from qpost.models.account import Capability, Shop
from qpost.models.errors import QpostError, Refused
from qpost.models.events import InquiriesChanged, OutboxChanged, PresenceChanged
from qpost.models.inbox import Thread
from qpost.models.inquiry import Inquiry, InquiryId
from qpost.models.template import Template
from qpost.services.workspace import Workspace
from qpost.ui.errors import describe
from qpost.ui.inquiries.attachments import Attachments
from qpost.ui.inquiries.composition import Composition
from qpost.ui.inquiries.draft_keeper import DraftKeeper
from qpost.ui.inquiries.link_dialog import LinkDialog
from qpost.ui.inquiries.posting import Posting
from qpost.ui.inquiries.reading import Reading, has_news, read_inquiry
from qpost.ui.inquiries.reply_offer import Lack
from qpost.ui.inquiries.reply_pane import ReplyPane
from qpost.ui.inquiries.side_panel import SidePanel
from qpost.ui.inquiries.side_reader import SideReader
from qpost.ui.inquiries.template_popup import TemplatePopup, template_values
from qpost.ui.inquiries.thread_pane import ThreadPane
from qpost.ui.jobs import Lane, Ticket
from qpost.ui.kit import Kit
from qpost.ui.widgets.layouts import column
from qpost.ui.widgets.toast import Toast

_REPLYING_AFTER_MS = 300
_SIDE_PX, _SIDE_FROM_PX = 240, 800


class Conversation(QWidget):
    """Thread, reply pane and side panel; ``row_changed`` names inquiries whose row looks different.

    ``opened`` tells that another inquiry is shown, or none.
    """

    row_changed = Signal(str)
    opened = Signal()

    def __init__(self, workspace: Workspace, kit: Kit, toast: Toast, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._kit = kit
        self._shop: Shop | None = None
        self._inquiry_id: InquiryId | None = None
        self._thread: Thread | None = None
        self._reading: Ticket | None = None
        self._capabilities: frozenset[Capability] = frozenset()
        across = QSplitter(self)
        upright = QSplitter(Qt.Orientation.Vertical, across)
        self.exchange = ThreadPane(kit, upright)
        self.reply = ReplyPane(kit, upright)
        self.side = SidePanel(kit, across)
        self._side_reader = SideReader(workspace.context, kit.jobs, self.side)
        self.templates = TemplatePopup(self)
        self.drafts = DraftKeeper(workspace.replies, kit.jobs, self)
        self.attachments = Attachments(workspace, kit, toast, self.reply)
        self.posting = Posting(workspace, kit, toast, self.reply, self.drafts)
        self._replying_timer = QTimer(self, singleShot=True, interval=_REPLYING_AFTER_MS)
        self.side.setMinimumWidth(_SIDE_PX)
        self._lay_out(across, upright)
        self._connect()
        self._show_parts(False)

    def _lay_out(self, across: QSplitter, upright: QSplitter) -> None:
        upright.setHandleWidth(1)
        upright.setChildrenCollapsible(False)
        upright.addWidget(self.exchange)
        upright.addWidget(self.reply)
        upright.setStretchFactor(0, 1)
        upright.setSizes([520, 230])
        across.setHandleWidth(1)
        across.addWidget(upright)
        across.addWidget(self.side)
        across.setStretchFactor(0, 1)
        across.setCollapsible(0, False)
        across.setSizes([640, 256])
        column(self).addWidget(across)

    def _connect(self) -> None:
        view, reply, bridge = self.exchange.view, self.reply, self._kit.bridge
        view.link_asked.connect(self._on_link)
        view.file_asked.connect(self.attachments.save)
        view.undo_asked.connect(self.posting.undo)
        view.retry_asked.connect(self.posting.retry)
        view.discard_asked.connect(self.posting.discard)
        self.posting.posted.connect(self._on_posted)
        self.posting.failed.connect(self._on_failed)
        reply.changed.connect(self._on_changed)
        reply.send_asked.connect(self._on_send)
        reply.templates_asked.connect(self.show_templates)
        reply.files_given.connect(self.attachments.add_files)
        reply.picture_given.connect(self.attachments.add_picture)
        self.templates.chosen.connect(reply.editor.insert)
        self.drafts.saved.connect(self._on_saved)
        self.drafts.failed.connect(self._on_failed)
        self._replying_timer.timeout.connect(self._on_replying)
        bridge.inquiries_changed.connect(self._on_inquiries_changed)
        bridge.outbox_changed.connect(self._on_outbox_changed)
        bridge.presence_changed.connect(self._on_presence_changed)

    # -- what the page uses

    @property
    def inquiry(self) -> Inquiry | None:
        """The inquiry that is open."""
        return self._thread.inquiry if self._thread else None

    @property
    def shop(self) -> Shop | None:
        """The shop whose inquiry is open."""
        return self._shop

    def show_shop(self, shop: Shop) -> None:
        """Close what is open and work for ``shop``."""
        self.close_inquiry()
        self._shop = shop
        self.attachments.shop = shop.id

    def open(self, inquiry_id: InquiryId) -> None:
        """Read ``inquiry_id`` and show it; what was being written elsewhere is saved first."""
        if inquiry_id == self._inquiry_id:
            return
        self.put_aside()
        self._inquiry_id = inquiry_id
        self._read()

    def put_aside(self) -> None:
        """Have what is being written put on disk, a composition included."""
        QGuiApplication.inputMethod().commit()
        self.drafts.save()

    def close_inquiry(self) -> None:
        """Show no inquiry; what was being written is saved."""
        self.put_aside()
        self._inquiry_id, self._thread = None, None
        self._workspace.presence.left()
        self.exchange.show_nothing()
        self.reply.show_inquiry(None, None)
        self.side.show_inquiry(None)
        self._show_parts(False)
        self.opened.emit()

    def come_back(self) -> None:
        """Have colleagues know again what is read here, after the window was away."""
        if self._shop is not None and self.inquiry is not None:
            self._workspace.presence.viewing(self._shop.id, self.inquiry.id)

    def _show_parts(self, is_open: bool) -> None:
        self.reply.setVisible(is_open)
        self.side.setVisible(is_open and self.width() >= _SIDE_FROM_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the exchange takes the room of the side panel."""
        super().resizeEvent(event)
        self._show_parts(self._thread is not None)

    def show_templates(self) -> None:
        """Open the template list at its button."""
        shop = self._shop
        if shop is not None and self.inquiry is not None and not self.reply.explain(Lack.TEMPLATES):
            self._kit.jobs.run(
                partial(self._workspace.templates.list, shop.id), owner=self, done=self._on_templates
            )

    def drop_draft(self, inquiry_id: InquiryId) -> None:
        """Clear the reply pane of a draft that was deleted elsewhere."""
        self.drafts.forget(inquiry_id)
        shown = self.reply.inquiry
        if shown is not None and shown.id == inquiry_id:
            self.reply.show_inquiry(shown, None)
        self.row_changed.emit(str(inquiry_id))

    # -- reading

    def _read(self) -> None:
        inquiry_id = self._inquiry_id
        if inquiry_id is None:
            return
        if self._reading is not None:
            self._reading.drop()  # with two readers at work an older answer could cover a newer one
        self._reading = self._kit.jobs.run(
            partial(read_inquiry, self._workspace, inquiry_id),
            owner=self,
            done=partial(self._on_read, inquiry_id),
            failed=self._on_failed,
        )

    def _on_read(self, inquiry_id: InquiryId, reading: Reading) -> None:
        thread = reading.thread
        if inquiry_id != self._inquiry_id:
            return
        if thread is None:
            self._on_gone(inquiry_id)
            return
        before, self._thread, self._capabilities = self._thread, thread, reading.capabilities
        now = datetime.now().astimezone()
        self.exchange.show_thread(
            thread, now=now, capabilities=reading.capabilities, colleagues=reading.colleagues
        )
        self.reply.offer(reading.capabilities)
        self.side.show_inquiry(thread.inquiry)
        self._show_parts(True)
        if not thread.is_whole and (before is None or before.inquiry.id != inquiry_id):
            self._complete(inquiry_id)
        elif before is not None and thread.is_whole and not before.is_whole:
            self.exchange.banner.hide()
        shown = self.reply.inquiry
        if before is None or shown is None or shown.id != inquiry_id:
            self.reply.show_inquiry(thread.inquiry, self.drafts.newest(inquiry_id, thread.draft))
            self._on_opened(thread.inquiry)
        else:
            self.reply.update_inquiry(thread.inquiry)
            if before.is_whole and has_news(before, thread, extension=self._workspace.extension):
                self.exchange.banner.tell(
                    self.tr("A new message arrived while you were here. Read it before you send."),
                    tone="accent",
                )

    def _complete(self, inquiry_id: InquiryId) -> None:
        """Have the messages read that a first synchronisation has not reached yet."""
        if self._shop is None:
            return
        self.exchange.banner.tell(self.tr("Reading the messages…"), tone="accent")
        self._kit.jobs.run(
            partial(self._workspace.sync.complete, self._shop.id, inquiry_id),
            owner=self,
            failed=partial(self._on_not_completed, inquiry_id),
            lane=Lane.NET,
        )

    def _on_not_completed(self, inquiry_id: InquiryId, error: QpostError) -> None:
        if inquiry_id == self._inquiry_id:
            words = describe(error)
            self.exchange.banner.tell(
                words.whole,
                tone="red",
                details=words.details,
                action=self.tr("Try again"),
                chosen=partial(self._complete, inquiry_id),
            )

    def _on_gone(self, inquiry_id: InquiryId) -> None:
        """Leave what is being written on screen, where it can be copied; else show nothing."""
        shown = self.reply.inquiry
        if shown is not None and shown.id == inquiry_id and self.reply.draft() is not None:
            self._on_failed(Refused("not-found"))
        else:
            self.close_inquiry()

    def _on_opened(self, inquiry: Inquiry) -> None:
        shop = self._shop
        if shop is None:
            return
        self._workspace.presence.viewing(shop.id, inquiry.id)
        if Capability.PRESENCE in self._capabilities:
            self._kit.jobs.run(
                partial(self._workspace.presence.refresh, shop.id, inquiry.id), owner=self, lane=Lane.NET
            )
        if Capability.ORDERS in self._capabilities:
            self._side_reader.read(shop.id, inquiry)
        self.opened.emit()

    # -- events

    def _on_inquiries_changed(self, event: InquiriesChanged) -> None:
        if self._inquiry_id in event.ids:
            self._read()

    def _on_presence_changed(self, event: PresenceChanged) -> None:
        if event.inquiry_id == self._inquiry_id:
            self._read()

    def _on_outbox_changed(self, event: OutboxChanged) -> None:
        if event.row.inquiry_id == self._inquiry_id:
            self._read()

    # -- writing

    def _on_changed(self) -> None:
        inquiry = self.reply.inquiry
        if inquiry is not None:
            self.drafts.put(inquiry.id, self.reply.draft())
            if not self._replying_timer.isActive():
                self._replying_timer.start()

    def _on_replying(self) -> None:
        if self.inquiry is not None and self._shop is not None:
            self._workspace.presence.replying(self._shop.id, self.inquiry.id)

    def _on_saved(self, inquiry_id: str) -> None:
        shown = self.reply.inquiry
        if inquiry_id == self._inquiry_id:
            if shown is not None and shown.id == inquiry_id:
                self.reply.set_saved(self.reply.draft() is not None)
            else:  # a reading under way may have begun before this was on disk
                self._read()
        self.row_changed.emit(inquiry_id)

    def _on_send(self, composition: Composition) -> None:
        if self._shop is not None:
            self.posting.send(self._shop.id, composition)

    def _on_posted(self, inquiry_id: str) -> None:
        self._read()
        if inquiry_id:
            self.row_changed.emit(inquiry_id)

    # -- the rest

    def _on_templates(self, templates: Sequence[Template]) -> None:
        inquiry, shop = self.inquiry, self._shop
        if inquiry is None or shop is None:
            return
        values = template_values(
            inquiry, shop=shop, staff=self._workspace.extension, now=datetime.now().astimezone()
        )
        self.templates.open_above(self.reply.templates_button, templates, values)

    def _on_link(self, address: str) -> None:
        dialog = LinkDialog(address, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_failed(self, error: QpostError) -> None:
        words = describe(error)
        self.reply.banner.tell(words.whole, tone="red", details=words.details)
