"""Why: a frequently used reply is found by a few letters and lands at the cursor, filled in."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from qpost.models.account import Shop
from qpost.models.inquiry import Inquiry
from qpost.models.jst import business_date
from qpost.models.template import Template
from qpost.models.template_text import fill
from qpost.ui.fonts import make_font
from qpost.ui.i18n import Retranslated
from qpost.ui.tokens import SPACE_M, SPACE_S
from qpost.ui.widgets.layouts import column, wrapped

_WIDTH_PX, _HEIGHT_PX = 420, 380


def template_values(inquiry: Inquiry, *, shop: Shop, staff: str, now: datetime) -> dict[str, str]:
    """Return what the variables of a template stand for in a reply to ``inquiry``."""
    return {
        "customer": inquiry.customer.name,
        "item": inquiry.item.name if inquiry.item else "",
        "item_no": inquiry.item.number if inquiry.item else "",
        "order": inquiry.order_no or "",
        "shop": shop.name,
        "staff": staff,
        "date": f"{business_date(now):%Y/%m/%d}",
    }


class TemplatePopup(Retranslated):
    """Search above, templates by folder below, the filled text of the current one at the bottom."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self._templates: Sequence[Template] = ()
        self._values: Mapping[str, str] = {}
        frame = QFrame()
        frame.setProperty("surface", "card")
        column(self).addWidget(frame)
        lines = column(frame, margin=SPACE_M, gap=SPACE_S)
        self._search = QLineEdit()
        self._search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setFont(make_font("ja"))
        self._preview = wrapped(QLabel())
        self._preview.setTextFormat(Qt.TextFormat.PlainText)
        self._preview.setFont(make_font("ja"))
        self._preview.setProperty("ink", "2")
        self._preview.setMinimumHeight(72)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty = wrapped(QLabel())
        self._empty.setProperty("ink", "2")
        for part in (self._search, self.list, self._empty, self._preview):
            lines.addWidget(part)
        self._search.textChanged.connect(self._fill_list)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemClicked.connect(self._on_activated)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        self._search.setPlaceholderText(self.tr("Search templates"))
        self._search.setAccessibleName(self.tr("Search templates"))
        self.list.setAccessibleName(self.tr("Templates"))
        self._empty.setText(self.tr("No template matches."))

    def open_above(self, anchor: QWidget, templates: Sequence[Template], values: Mapping[str, str]) -> None:
        """Show ``templates`` above ``anchor``; ``values`` fill their variables."""
        self._templates, self._values = templates, values
        self._search.clear()
        self._fill_list()
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        corner = anchor.mapToGlobal(anchor.rect().topLeft())
        self.move(corner.x(), max(0, corner.y() - _HEIGHT_PX - SPACE_S))
        self.show()
        self._search.setFocus()

    @property
    def titles(self) -> list[str]:
        """The templates on screen."""
        return [self.list.item(place).text() for place in range(self.list.count())]

    @property
    def search_field(self) -> QLineEdit:
        """The search field, which has the focus."""
        return self._search

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the search field work on the list."""
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                place = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
                self.list.setCurrentRow(place)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_activated(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _fill_list(self) -> None:
        words = self._search.text().casefold().split()
        self.list.clear()
        for template in self._templates:
            haystack = f"{template.folder} {template.title} {template.body} {template.shortcut}".casefold()
            if all(word in haystack for word in words):
                name = f"{template.folder} / {template.title}" if template.folder else template.title
                item = QListWidgetItem(name)
                item.setData(Qt.ItemDataRole.UserRole, template)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        has_any = self.list.count() > 0
        self.list.setVisible(has_any)
        self._empty.setVisible(not has_any)
        if not has_any:
            self._preview.clear()

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            template: Template = item.data(Qt.ItemDataRole.UserRole)
            self._preview.setText(fill(template.body, self._values)[:240])

    def _on_activated(self, item: QListWidgetItem | None) -> None:
        if item is not None and self.isVisible():  # one click may both click and activate
            template: Template = item.data(Qt.ItemDataRole.UserRole)
            self.close()
            self.chosen.emit(fill(template.body, self._values))
