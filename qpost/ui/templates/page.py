"""Why: a seller can read through the prepared replies of the shop in peace, before needing one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from qpost.models.account import Capability, Shop
from qpost.models.events import TemplatesChanged
from qpost.models.links import Page
from qpost.models.qoo10 import QsmPage
from qpost.models.template import Template
from qpost.services.workspace import Workspace
from qpost.ui.fonts import make_font
from qpost.ui.i18n import Retranslated
from qpost.ui.kit import Kit
from qpost.ui.tokens import SPACE_L, SPACE_M, SPACE_XL, TYPE_BODY, TYPE_TITLE
from qpost.ui.widgets.elided import ElidedLabel
from qpost.ui.widgets.layouts import column, row, surface, wrapped
from qpost.ui.widgets.not_offered import NotOffered

_LIST_PX, _TEXT_PX = 320, 640


class TemplatesPage(Retranslated):
    """The shop's templates by folder, and the text of the current one with Copy."""

    def __init__(self, workspace: Workspace, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._kit = kit
        self._shop: Shop | None = None
        self._stack = QStackedWidget(self)
        column(self).addWidget(self._stack)
        there = QWidget(self._stack)
        self._stack.addWidget(there)
        self.not_offered = NotOffered(kit, Page.TEMPLATES.value, self._stack, page=QsmPage.TEMPLATES)
        self._stack.addWidget(self.not_offered)
        across = row(there, gap=0)
        self._list = QListWidget()
        self._list.setFixedWidth(_LIST_PX)
        self._list.setFont(make_font("ja", size_px=TYPE_BODY))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        across.addWidget(self._list)
        panel = surface("background", edge="left")
        across.addWidget(panel, 1)
        lines = column(panel, margin=SPACE_XL, gap=SPACE_M)
        self._title = ElidedLabel()
        self._title.setFont(make_font("ja", size_px=TYPE_TITLE, bold=True))
        card = surface("card")
        card.setMaximumWidth(_TEXT_PX)
        inside = column(card, margin=SPACE_L)
        self._body = wrapped(QLabel())
        self._body.setTextFormat(Qt.TextFormat.PlainText)
        self._body.setFont(make_font("ja", size_px=TYPE_BODY))
        self._body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside.addWidget(self._body)
        self._copy = QPushButton()
        self._hint = wrapped(QLabel())
        self._hint.setProperty("ink", "2")
        lines.addWidget(self._title)
        lines.addWidget(card)
        lines.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self._hint)
        lines.addStretch(1)
        self._list.currentItemChanged.connect(self._on_current_changed)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._body.text()))
        kit.bridge.templates_changed.connect(self._on_templates_changed)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Look again at what the connection offers, which may become known after the shop."""
        super().showEvent(event)
        if self._shop is not None:
            self.show_shop(self._shop)

    def show_shop(self, shop: Shop) -> None:
        """Show the templates of ``shop``, or why there are none."""
        self._shop = shop
        is_offered = Capability.TEMPLATES in self._workspace.capabilities()
        self._stack.setCurrentIndex(0 if is_offered else 1)
        self._kit.jobs.run(partial(self._workspace.templates.list, shop.id), owner=self, done=self._on_listed)

    def retranslate(self) -> None:
        """Set all words."""
        self._list.setAccessibleName(self.tr("Templates"))
        self._copy.setText(self.tr("Copy text"))
        self._hint.setText(
            self.tr(
                "Ctrl+T in a reply inserts a template; names in braces, such as {customer}, are filled in."
            )
        )

    def _on_listed(self, templates: Sequence[Template]) -> None:
        self._list.clear()
        for template in templates:
            name = f"{template.folder} / {template.title}" if template.folder else template.title
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, template)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            template: Template = item.data(Qt.ItemDataRole.UserRole)
            self._title.setText(template.title)
            self._body.setText(template.body)

    def _on_templates_changed(self, event: TemplatesChanged) -> None:
        if self._shop is not None and event.shop_id == self._shop.id:
            self.show_shop(self._shop)
