"""Why: the one window: rail, header and the pages, alive from sign-in to sign-out."""

from __future__ import annotations

import base64
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from qpost.models.account import Shop, ShopId
from qpost.models.events import LinkChanged
from qpost.models.inbox import InboxCounts, Unsent
from qpost.models.inquiry import InquiryId, Source, Status
from qpost.models.links import Page
from qpost.models.outbox import OutboxRow, OutboxState
from qpost.services.workspace import Workspace
from qpost.ui.choices import remember
from qpost.ui.dates import utc_now
from qpost.ui.errors import describe
from qpost.ui.header import Header
from qpost.ui.inquiries.page import InquiryPage
from qpost.ui.inquiries.unsaved_dialog import UnsavedDialog
from qpost.ui.kit import Kit
from qpost.ui.outbox.reader import OutboxReader
from qpost.ui.rail import Rail
from qpost.ui.reminding import Reminding
from qpost.ui.updating.notice import UpdateNotice
from qpost.ui.widgets.layouts import column, row
from qpost.ui.widgets.toast import Toast

if TYPE_CHECKING:  # what few connections have comes when it is shown
    from qpost.services.seller_keys import SellerKeys
    from qpost.ui.settings.keys import KeysSection

_SIZE = (1360, 860)
_SMALLEST = (1040, 640)


class Shell(QMainWindow):
    """The main window for one signed-in account; ``keys`` are what opens its connection, if it has any."""

    sign_out_requested = Signal()
    closed = Signal()
    shop_changed = Signal(object)
    notice_test_asked = Signal()

    def __init__(self, workspace: Workspace, kit: Kit, *, keys: SellerKeys | None = None) -> None:
        super().__init__()
        self._workspace = workspace
        self._keys = keys
        self._kit = kit
        self._shops: tuple[Shop, ...] = ()
        self._shop: Shop | None = None
        self._is_leaving = False
        self.setObjectName("shell")
        self.setWindowTitle("Qpost")
        self.setMinimumSize(*_SMALLEST)
        # Whatever is built is built inside its parent: under a style sheet, moving a finished part to
        # another parent polishes all of it again.
        body = QWidget(self)
        body.setObjectName("shell")
        self.setCentralWidget(body)
        self.rail = Rail(kit, body)
        self.header = Header(kit, extension=workspace.extension, parent=body)
        self.toast = Toast(body, ground=self.header.middle)
        self._pages = QStackedWidget(body)
        self.inquiries = InquiryPage(workspace, kit, self.toast, self._pages)
        self._outbox = OutboxReader(workspace.inbox, kit.jobs, kit.bridge, self)
        self._reminding = Reminding(
            kit,
            self.rail,
            self.toast,
            shops=workspace.shops,
            so_far=workspace.reminders.so_far,
            show_shop=self._go_to_shop,
            parent=self,
        )
        self._wanted: InquiryId | None = None
        self._built: dict[Page, QWidget] = {Page.INQUIRIES: self.inquiries}
        self._pages.addWidget(self.inquiries)
        across = row(body, gap=0)
        across.addWidget(self.rail)
        lines = column(gap=0)
        lines.addWidget(self.header)
        self.update_notice = UpdateNotice(kit, body)
        lines.addWidget(self.update_notice)
        lines.addWidget(self._pages, 1)
        across.addLayout(lines, 1)
        self._connect()
        self._restore()

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_place)
        self.header.shop_chosen.connect(lambda shop_id: self.show_shop(ShopId(shop_id)))
        self.header.searched.connect(self._on_searched)
        self.header.retry_asked.connect(self._workspace.sync.wake)
        self.inquiries.filters.text_shown.connect(self.header.show_search)
        self.inquiries.counted.connect(self._on_counted)
        self.inquiries.conversation.row_changed.connect(self._outbox.refresh)
        self.inquiries.outbox_asked.connect(partial(self.rail.go, Page.OUTBOX))
        self._outbox.changed.connect(self._on_unsent)
        self._kit.bridge.link_changed.connect(self._on_link_changed)
        for number, place in enumerate(Page, start=1):
            self._shortcut(f"Ctrl+{number}", partial(self.rail.go, place))
        self._shortcut("Ctrl+F", self.header.search.setFocus)
        self._shortcut("Esc", self._on_escape)

    def _shortcut(self, keys: str, slot: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(slot)

    # -- what the application uses

    def show_shop(self, shop_id: ShopId | None) -> None:
        """Show ``shop_id``'s inquiries; the first shop when it is None or unknown."""
        self._kit.jobs.run(
            self._workspace.shops, owner=self, done=lambda shops: self.show_shops(shops, shop_id)
        )

    def show_shops(self, shops: tuple[Shop, ...], wanted: ShopId | None) -> None:
        """Show the inquiries of the shop ``wanted`` among ``shops``; of the first when it is not there."""
        self._shops = shops
        if not shops:
            return
        shop = next((shop for shop in shops if shop.id == wanted), shops[0])
        self._shop = shop
        self.header.show_shops(shops, shop)
        self.inquiries.show_shop(shop)
        self.shop_changed.emit(shop)
        if self._wanted is not None:
            self.inquiries.open_inquiry(self._wanted)
            self._wanted = None
        self._on_link_changed(self._workspace.link())
        self._outbox.refresh()
        remember(self._kit, lambda settings: msgspec.structs.replace(settings, shop_id=shop.id))

    def show_place(self, place: Page) -> None:
        """Show one of the pages; it is built when first shown."""
        if place not in self._built:
            page = self._build(place)
            self._built[place] = page
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(self._built[place])

    def open_inquiry(self, inquiry_id: InquiryId, shop_id: ShopId | None = None) -> None:
        """Bring ``inquiry_id`` to the front, wherever the window is; of the shop on screen unless named."""
        self.rail.go(Page.INQUIRIES)
        if shop_id is None or (self._shop is not None and self._shop.id == shop_id):
            self.inquiries.open_inquiry(inquiry_id)
        else:
            self._wanted = inquiry_id
            self.show_shop(shop_id)

    @property
    def workspace(self) -> Workspace:
        """The account this window works for."""
        return self._workspace

    @property
    def kit(self) -> Kit:
        """What the window's screens share."""
        return self._kit

    def page(self, place: Page) -> QWidget | None:
        """Return the page of ``place``, None until it was first shown."""
        return self._built.get(place)

    @property
    def shop(self) -> Shop | None:
        """The shop on screen."""
        return self._shop

    def leave(self, go: Callable[[], object]) -> None:
        """Call ``go``, which closes the window, once all that was typed is stored or the seller lets it go.

        A store in memory ends with the program: who quits is asked about that before (``Quitting``).
        """
        if self._may_leave(go):
            self._is_leaving = True
            go()

    def may_end(self, go: Callable[[], object]) -> bool:
        """Save what is being written, as ``leave`` does; the end may be called off, so all else goes on."""
        self.inquiries.conversation.put_aside()
        return self._is_saved(go, is_last=True)

    def put_away(self) -> None:
        """Have what is being written put on disk, and colleagues know that nobody reads: the window hides."""
        self.inquiries.conversation.put_aside()
        self._workspace.presence.left()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on where the window was when it was put away."""
        super().showEvent(event)
        self.inquiries.conversation.come_back()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Put drafts on disk and remember the window before it goes; stay when a text cannot be saved."""
        if not self._is_leaving and self.isVisible() and not self._may_leave(self.close):
            event.ignore()
            return
        self.inquiries.prepare_to_close()
        self._remember()
        super().closeEvent(event)
        self.closed.emit()

    # -- inside

    def _may_leave(self, go: Callable[[], object]) -> bool:
        self.inquiries.prepare_to_close()
        return self._is_saved(go)

    def _is_saved(self, go: Callable[[], object], *, is_last: bool = False) -> bool:
        """Save what is being written; when that fails show it, and ``go`` is for the seller to decide."""
        drafts, error = self.inquiries.conversation.drafts.unsaved(is_last=is_last)
        if error is None:
            return True
        texts = [f"{draft.title}\n{draft.body}" for draft in drafts]
        dialog = UnsavedDialog(texts, describe(error).whole, self)
        dialog.replace_others()
        dialog.retry_asked.connect(partial(self.leave, go))
        dialog.leave_asked.connect(partial(self._leave_at_once, go))
        dialog.open()
        return False

    def _leave_at_once(self, go: Callable[[], object]) -> None:
        self._is_leaving = True
        go()

    def _build(self, place: Page) -> QWidget:
        """Build a page, which is imported only now: the first list does not wait for it."""
        match place:
            case Page.INQUIRIES:
                return self.inquiries
            case Page.SETTINGS:
                return self._build_settings()
            case Page.OUTBOX:
                return self._build_outbox()
            case Page.TEMPLATES:
                from qpost.ui.templates.page import TemplatesPage

                templates = TemplatesPage(self._workspace, self._kit)
                return self._of_the_shop(templates, templates.show_shop)
            case Page.POINTS:
                return self._build_points()
            case Page.QCASH:
                from qpost.ui.qcash.page import QcashPage

                qcash = QcashPage(self._workspace, self._kit, self.toast, self._pages)
                return self._of_the_shop(qcash, qcash.show_shop)

    def _build_points(self) -> QWidget:
        from qpost.ui.points.page import PointsPage

        points = PointsPage(self._workspace, self._kit, self._pages)
        points.qcash_asked.connect(partial(self.rail.go, Page.QCASH))
        return self._of_the_shop(points, points.show_shop)

    def _build_settings(self) -> QWidget:
        from qpost.ui.settings.page import SettingsPage

        settings = SettingsPage(self._kit, connection=self._build_keys())
        settings.sign_out_requested.connect(partial(self.leave, self.sign_out_requested.emit))
        settings.notices.test_asked.connect(self.notice_test_asked)
        settings.notices.changed.connect(self._workspace.notices.wake)
        return settings

    def _build_keys(self) -> KeysSection | None:
        if self._keys is None:
            return None
        from qpost.ui.settings.keys import KeysSection

        section = KeysSection(self._kit, self._keys, self._workspace, now=utc_now)
        self._of_the_shop(section, section.show_shop)
        return section

    def _build_outbox(self) -> QWidget:
        from qpost.ui.outbox.page import OutboxPage

        outbox = OutboxPage(self._workspace, self._kit, self._outbox)
        outbox.inquiry_asked.connect(lambda shop_id, inquiry_id: self.open_inquiry(inquiry_id, shop_id))
        outbox.edit_asked.connect(self._on_edit_asked)
        outbox.draft_deleted.connect(self.inquiries.conversation.drop_draft)
        return outbox

    def _of_the_shop(self, page: QWidget, show_shop: Callable[[Shop], None]) -> QWidget:
        """Have a page show the shop on screen, now and whenever that changes."""
        self.shop_changed.connect(show_shop)
        if self._shop is not None:
            show_shop(self._shop)
        return page

    def _go_to_shop(self, shop_id: ShopId) -> None:
        if self._shop is None or self._shop.id != shop_id:
            self.show_shop(shop_id)

    def _on_searched(self, text: str) -> None:
        if text and self._pages.currentWidget() is not self.inquiries:
            self.rail.go(Page.INQUIRIES)
        self.inquiries.filters.search(text)

    def _on_counted(self, counts: InboxCounts) -> None:
        waiting = counts.last_30_days.get((Source.CUSTOMER, Status.UNANSWERED), 0)
        self.rail.set_count(Page.INQUIRIES, waiting)

    def _on_unsent(self, unsent: Unsent) -> None:
        stuck = [row for row in unsent.writes if row.state not in (OutboxState.HELD, OutboxState.SENDING)]
        self.rail.set_count(Page.OUTBOX, len(stuck))

    def _on_edit_asked(self, write: OutboxRow) -> None:
        self.open_inquiry(write.inquiry_id, write.shop_id)
        self.inquiries.conversation.posting.edit(write)

    def _on_link_changed(self, link: LinkChanged) -> None:
        self.header.show_link(link)
        if not self._shops:
            self.show_shop(None)

    def _on_escape(self) -> None:
        if self.header.search.text():
            self.header.search.clear()
        elif self._pages.currentWidget() is not self.inquiries:
            self.rail.go(Page.INQUIRIES)
        else:
            self.inquiries.list.go_back()

    def _restore(self) -> None:
        self.resize(*_SIZE)
        kept = self._kit.settings.load().window
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode()))

    def _remember(self) -> None:
        window = base64.b64encode(self.saveGeometry().data()).decode()
        remember(self._kit, lambda settings: msgspec.structs.replace(settings, window=window))
