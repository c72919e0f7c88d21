"""Why: which shop this is, how the connection is doing, and the search, on every page."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QWidget

from qpost.models.account import Shop, ShopId
from qpost.models.errors import StoreFault
from qpost.models.events import LinkChanged, LinkState
from qpost.models.jst import JST
from qpost.ui.errors import describe
from qpost.ui.fonts import make_font
from qpost.ui.i18n import Retranslated
from qpost.ui.kit import Kit
from qpost.ui.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XS, TYPE_LARGE
from qpost.ui.widgets.clearable import ClearableEdit
from qpost.ui.widgets.layouts import column, row, set_role, surface
from qpost.ui.widgets.plain_tip import plain_tip

_SEARCH_DELAY_MS = 20
"""Long enough to take keys pressed together, and a pasted text, as one change."""
_SEARCH_PX = 300


class Header(Retranslated):
    """Shop switch, connection state, search field, staff label."""

    shop_chosen = Signal(str)
    searched = Signal(str)
    retry_asked = Signal()

    def __init__(self, kit: Kit, *, extension: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._extension = extension
        self._link: LinkChanged | None = None
        self._shop_id = ShopId("")
        frame = surface("panel", edge="bottom")
        column(self).addWidget(frame)
        line = row(frame, gap=SPACE_M)
        line.setContentsMargins(SPACE_XS, SPACE_S, SPACE_L, SPACE_S)
        self._shop = QPushButton()
        self._shop.setProperty("role", "quiet")
        self._shop.setIconSize(QSize(14, 14))
        self._shop.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._shop.setEnabled(False)
        self._menu = QMenu(self)
        self._shop.setMenu(self._menu)
        self._state = QPushButton()
        self._state.setProperty("role", "quiet")
        self._state.setIconSize(QSize(14, 14))
        self.search = ClearableEdit(kit.assets)
        self.search.setProperty("search", True)
        self.search.setFixedWidth(_SEARCH_PX)
        self._search_icon = self.search.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._staff = QLabel(extension)
        self._staff.setTextFormat(Qt.TextFormat.PlainText)
        self._staff.setProperty("chip", "plain")
        self._staff.setVisible(bool(extension))
        line.addWidget(self._shop)
        line.addWidget(self._state)
        self.middle = QWidget()
        line.addWidget(self.middle, 1)
        line.addWidget(self.search)
        line.addWidget(self._staff)
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_DELAY_MS)
        self._timer.timeout.connect(lambda: self.searched.emit(self.search.text().strip()))
        self.search.textChanged.connect(lambda _: self._timer.start())
        self._state.clicked.connect(self.retry_asked)
        kit.theme.changed.connect(self._reword)
        self.retranslate()

    def show_shops(self, shops: Sequence[Shop], current: Shop) -> None:
        """Name the current shop; with several, offer the others."""
        self._shop.setFont(make_font("ja", size_px=TYPE_LARGE, bold=True))
        self._shop.setText(current.name.replace("&", "&&"))
        self._menu.clear()
        for shop in shops:
            text = f"{shop.name}  ({shop.unanswered})" if shop.unanswered else shop.name
            action = self._menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(shop.id == current.id)
            action.triggered.connect(lambda _=False, shop=shop: self.shop_chosen.emit(str(shop.id)))
        self._shop.setEnabled(len(shops) > 1)
        self._shop_id = current.id
        self._reword()

    def show_search(self, text: str) -> None:
        """Put ``text`` in the search field without searching for it; what is being typed there stays."""
        if self.search.text().strip() != text:
            self.search.setText(text)
            self._timer.stop()

    def show_link(self, link: LinkChanged) -> None:
        """Say how the connection is doing."""
        self._link = link
        self._reword()

    @property
    def link_text(self) -> str:
        """The connection state on screen."""
        return self._state.text()

    @property
    def shop_menu(self) -> QMenu:
        """The list of shops."""
        return self._menu

    def retranslate(self) -> None:
        """Set all words."""
        self.search.setPlaceholderText(self.tr("Search inquiries (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Search inquiries"))
        self.search.setToolTip(
            self.tr(
                "Searches what the filters show.\n"
                "Words, and from: item: order: status: before: after: such as from:Tanaka after:2026-03"
            )
        )
        self._shop.setToolTip(self.tr("Switch to another shop"))
        self._staff.setToolTip(self.tr("Your staff label; colleagues see it on what you handle"))
        self._reword()

    def _reword(self) -> None:
        assets = self._kit.assets
        self.search.repaint_icon()
        self._search_icon.setIcon(assets.icon("search", size_px=16))
        has_choice = self._shop.isEnabled()
        self._shop.setIcon(assets.icon("chevron-down", size_px=14) if has_choice else QIcon())
        link = self._link
        if link is None:
            self._state.hide()
            return
        self._state.show()
        time = f"{link.since.astimezone(JST):%H:%M}"
        text, icon, ink = self.tr("Online"), "check", "green"
        tip = self.tr("Up to date since {time} JST").format(time=time)
        if link.state is LinkState.SYNCING:
            percent = "" if link.progress is None else f" {int(link.progress * 100)} %"
            text, icon, ink = self.tr("Syncing{percent}").format(percent=percent), "reset", "accent"
            tip = self.tr("The newest inquiries come first.")
        elif link.state is not LinkState.ONLINE:
            text, icon, ink = self.tr("Offline since {time} JST"), "offline", "amber"
            if isinstance(link.error, StoreFault):
                text, icon, ink = self.tr("Not updated since {time} JST"), "warning", "red"
            tip = describe(link.error).whole if link.error else self.tr("Click to try again now.")
        elif (refusal := link.refusals.get(self._shop_id)) is not None:
            text, icon, ink = self.tr("No access to this shop"), "warning", "amber"
            tip = describe(refusal).whole
        self._state.setText(text.format(time=time))
        self._state.setToolTip(plain_tip(tip))
        self._state.setIcon(assets.icon(icon, ink=ink, size_px=14))
        set_role(self._state, "link", link.state.value)
