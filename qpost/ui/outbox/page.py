"""Why: everything not yet confirmed stands in one place, with what can be done about it (ux.md, Sending)."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QListView, QMessageBox, QStackedWidget, QWidget

from qpost.models.errors import QpostError
from qpost.models.inbox import KeptDraft, Unsent
from qpost.models.inquiry import InquiryId
from qpost.models.outbox import OutboxRow, OutboxState
from qpost.services.workspace import Workspace
from qpost.ui.errors import describe
from qpost.ui.i18n import Retranslated
from qpost.ui.inquiries.reading import take_back
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit
from qpost.ui.outbox.delegate import OutboxDelegate
from qpost.ui.outbox.detail import Act, OutboxDetail
from qpost.ui.outbox.model import ENTRY_ROLE, Entry, OutboxModel, customer_of, key_of, text_of
from qpost.ui.outbox.reader import OutboxReader
from qpost.ui.tokens import SPACE_L, SPACE_M
from qpost.ui.widgets.layouts import column, row, surface
from qpost.ui.widgets.notice import Notice
from qpost.ui.widgets.segments import Segments

_LIST_PX = 400


class Heap(StrEnum):
    """Which of the two lists is on screen."""

    WRITES = "writes"
    DRAFTS = "drafts"


class OutboxPage(Retranslated):
    """What waits, failed or is being checked, and every draft; the list at the left, one whole at the right.

    ``inquiry_asked`` brings shop and inquiry to show, ``edit_asked`` the write whose text is to return
    to the reply pane, ``draft_deleted`` the inquiry whose draft was given up.
    """

    inquiry_asked = Signal(object, object)
    edit_asked = Signal(object)
    draft_deleted = Signal(object)

    def __init__(
        self, workspace: Workspace, kit: Kit, reader: OutboxReader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._kit = kit
        self._reader = reader
        self.heap = Segments(list(Heap), stretch=True)
        self.model = OutboxModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(OutboxDelegate(kit.theme, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.detail = OutboxDetail()
        self._nothing = Notice(kit.assets, "check")
        self._right = QStackedWidget()
        self._lay_out()
        self.heap.chosen.connect(self._fill)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.model.dataChanged.connect(self._on_current_changed)
        self.detail.asked.connect(self._on_asked)
        kit.theme.changed.connect(self.list.viewport().update)
        reader.changed.connect(self._fill)
        reader.failed.connect(self._on_failed)
        self.retranslate()
        self._fill()

    def _lay_out(self) -> None:
        left = surface("panel", edge="right")
        left.setFixedWidth(_LIST_PX)
        lines = column(left, gap=0)
        top = column(gap=0)
        top.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        top.addWidget(self.heap)
        lines.addLayout(top)
        lines.addWidget(self.list, 1)
        self._right.addWidget(self.detail)
        self._right.addWidget(self._nothing)
        across = row(self, gap=0)
        across.addWidget(left)
        across.addWidget(self._right, 1)

    def retranslate(self) -> None:
        """Set all words."""
        unsent = self._reader.unsent
        self.heap.set_text(Heap.WRITES, self.tr("Not yet sent ({count})").format(count=len(unsent.writes)))
        self.heap.set_text(Heap.DRAFTS, self.tr("Drafts ({count})").format(count=len(unsent.drafts)))
        self.list.setAccessibleName(self.tr("Outbox"))
        if self.heap.value is Heap.WRITES:
            self._nothing.tell(
                self.tr("Everything was sent"),
                self.tr("Replies that wait for the network, or could not be sent, are listed here."),
            )
        else:
            self._nothing.tell(
                self.tr("No drafts"),
                self.tr("What you write is kept here until you send it, whatever happens."),
            )

    # -- showing

    def _fill(self, *_: object) -> None:
        unsent: Unsent = self._reader.unsent
        entries: tuple[Entry, ...] = unsent.writes if self.heap.value is Heap.WRITES else unsent.drafts
        before = max(self.list.currentIndex().row(), 0)
        self.model.show(entries)
        self.retranslate()
        self._right.setCurrentWidget(self.detail if entries else self._nothing)
        if entries and not self.list.currentIndex().isValid():
            self._choose(min(before, len(entries) - 1))
        self._on_current_changed()

    def _choose(self, place: int) -> None:
        self.list.selectionModel().setCurrentIndex(
            self.model.index(place), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _on_current_changed(self, *_: object) -> None:
        entry = self.list.currentIndex().data(ENTRY_ROLE)
        if isinstance(entry, OutboxRow):
            self.detail.show_entry(entry, is_gone=entry.inquiry_id in self._reader.unsent.gone)
        elif isinstance(entry, KeptDraft):
            self.detail.show_entry(entry, is_gone=entry.inquiry is None)

    # -- doing

    def _on_asked(self, act: Act, entry: Entry) -> None:
        match act:
            case Act.COPY:
                QGuiApplication.clipboard().setText(text_of(entry))
            case Act.SHOW:
                self._show_inquiry(entry)
            case Act.DELETE:
                self._ask_delete(entry)
            case Act.RETRY if isinstance(entry, OutboxRow):
                self._run(partial(self._workspace.replies.retry, entry.id))
            case Act.EDIT if isinstance(entry, OutboxRow):
                self._edit(entry)

    def _show_inquiry(self, entry: Entry) -> None:
        if isinstance(entry, OutboxRow):
            self.inquiry_asked.emit(entry.shop_id, entry.inquiry_id)
        elif entry.inquiry is not None:
            self.inquiry_asked.emit(entry.shop_id, entry.inquiry.id)

    def _edit(self, write: OutboxRow) -> None:
        if write.inquiry_id not in self._reader.unsent.gone:
            self.edit_asked.emit(write)
            return
        replies = self._workspace.replies
        take = replies.discard if write.state is OutboxState.FAILED else replies.undo
        self._run(partial(take_back, self._workspace, write.id, take), done=self._show_drafts)

    def _show_drafts(self) -> None:
        self.heap.choose(Heap.DRAFTS)
        self._fill()

    def _ask_delete(self, entry: Entry) -> None:
        question = self.tr("Delete what you wrote to {customer}? It cannot be brought back.")
        if isinstance(entry, OutboxRow) and entry.state is OutboxState.UNCONFIRMED:
            question = self.tr(
                "It may have reached {customer} already. Stop checking and delete it from this list?"
            )
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Delete"), "", parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question.format(customer=customer_of(entry)))
        delete = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        delete.clicked.connect(partial(self._delete, entry))
        box.open()

    def _delete(self, entry: Entry) -> None:
        replies = self._workspace.replies
        if isinstance(entry, OutboxRow):
            self._run(partial(replies.delete, entry.id))
            return
        inquiry_id = InquiryId(key_of(entry))
        self._run(
            partial(replies.discard_draft, inquiry_id), done=lambda: self.draft_deleted.emit(inquiry_id)
        )

    def _run(self, work: Callable[[], object], *, done: Callable[[], object] | None = None) -> None:
        def finished(_: object) -> None:
            if done is not None:
                done()
            self._workspace.delivery.wake()
            self._reader.refresh()

        self._kit.jobs.run(work, owner=self, done=finished, failed=self._on_failed, lane=Lane.WRITE)

    def _on_failed(self, error: QpostError) -> None:
        words = describe(error)
        self.detail.banner.tell(words.whole, tone="red", details=words.details)
        self._reader.refresh()
