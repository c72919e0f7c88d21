"""Why: the seller checks the shop's name before working in it (domain.md 1)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QPushButton

from qpost.models.account import Shop, ShopId
from qpost.ui.i18n import Retranslated
from qpost.ui.kit import Kit
from qpost.ui.login.shop_list import ShopDelegate, ShopListModel
from qpost.ui.login.stage import Stage
from qpost.ui.tokens import SPACE_S, SPACE_XS
from qpost.ui.widgets.layouts import column, row, wrapped

FILTER_FROM = 9
"""A filter appears from this many shops on."""

_CARD_WIDTH_PX = 520
_ROWS_SHOWN = 6


class ShopsWindow(Retranslated):
    """Lists the account's shops; ``shop_chosen`` carries the id of the confirmed one."""

    shop_chosen = Signal(object)
    sign_out_requested = Signal()

    def __init__(self, shops: Sequence[Shop], kit: Kit, *, last: ShopId | None = None) -> None:
        super().__init__()
        self.setProperty("surface", "background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._count = len(shops)
        self.model = ShopListModel(shops)
        self.list = QListView()
        self.filter = QLineEdit()
        self.confirm = QPushButton()
        self.back = QPushButton()
        self._title, self._subtitle, self._empty = QLabel(), wrapped(QLabel()), wrapped(QLabel())
        self._build(kit)
        self._select(next((row for row, shop in enumerate(shops) if shop.id == last), 0))
        self.retranslate()
        self._connect(kit)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every text."""
        self.setWindowTitle(self.tr("Qpost - Choose a shop"))
        self._title.setText(self.tr("Choose a shop"))
        self._subtitle.setText(self.tr("Check the name, then confirm. You can change the shop later."))
        self.filter.setPlaceholderText(self.tr("Find by name or code"))
        self.filter.setAccessibleName(self.tr("Find by name or code"))
        self.list.setAccessibleName(self.tr("Shops"))
        self.confirm.setText(self.tr("Choose this shop"))
        self.back.setText(self.tr("Use another account"))
        if self._count:
            self._empty.setText(self.tr("No shop contains what you typed."))
        else:
            self._empty.setText(
                self.tr("This account has no shop yet. Sign in with the account that has one.")
            )
        self.list.viewport().update()
        self._show_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter confirms from everywhere but the way back."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.focusWidget() is self.back:
            self.back.click()
        else:
            self._on_confirm()

    def _build(self, kit: Kit) -> None:
        stage = Stage(card_width_px=_CARD_WIDTH_PX)
        column(self).addWidget(stage)
        self._title.setProperty("type", "heading")
        self._subtitle.setProperty("ink", "2")
        self._empty.setProperty("ink", "2")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMinimumHeight(96)
        self.filter.setVisible(self._count >= FILTER_FROM)
        self.filter.setClearButtonEnabled(True)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ShopDelegate(kit.theme, self.model))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.confirm.setProperty("role", "primary")
        self.back.setProperty("role", "quiet")
        head = column(gap=SPACE_XS)
        head.addWidget(self._title)
        head.addWidget(self._subtitle)
        actions = row(gap=SPACE_S)
        actions.addWidget(self.back)
        actions.addStretch(1)
        actions.addWidget(self.confirm)
        stage.lines.addLayout(head)
        stage.lines.addWidget(self.filter)
        stage.lines.addWidget(self.list)
        stage.lines.addWidget(self._empty)
        stage.lines.addLayout(actions)
        row_height = self.list.sizeHintForRow(0) if self._count else 0
        self.list.setFixedHeight(max(1, min(self._count, _ROWS_SHOWN)) * row_height + 4)

    def _connect(self, kit: Kit) -> None:
        self.filter.textEdited.connect(self._on_filter_edited)
        self.list.doubleClicked.connect(lambda _: self._on_confirm())
        self.confirm.clicked.connect(self._on_confirm)
        self.back.clicked.connect(self.sign_out_requested)
        kit.theme.changed.connect(self.list.viewport().update)

    def _select(self, number: int) -> None:
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(number))
        self._show_state()

    def _show_state(self) -> None:
        has_rows = self.model.rowCount() > 0
        self.list.setVisible(has_rows)
        self._empty.setVisible(not has_rows)
        self.confirm.setEnabled(has_rows and self.list.currentIndex().isValid())

    def _on_filter_edited(self, text: str) -> None:
        self.model.choose_filter(text)
        self._select(0)

    def _on_confirm(self) -> None:
        shop = self.model.shop_at(self.list.currentIndex())
        if shop is not None:
            self.shop_chosen.emit(shop.id)
