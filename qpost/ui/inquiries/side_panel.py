"""Why: the item, the order and the customer stand beside the exchange, ready to copy."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from qpost.models.inquiry import Inquiry, Item, Order
from qpost.models.jst import JST
from qpost.ui.fonts import make_font, tabular
from qpost.ui.i18n import Retranslated
from qpost.ui.inquiries.words import kind_word, one_line
from qpost.ui.kit import Kit
from qpost.ui.tokens import SPACE_L, SPACE_S, SPACE_XS, TYPE_BODY, TYPE_SMALL
from qpost.ui.widgets.elided import ElidedLabel
from qpost.ui.widgets.layouts import column, surface, wrapped
from qpost.ui.widgets.plain_tip import plain_tip

_ICON = QSize(14, 14)


def _day(moment: datetime) -> str:
    return f"{moment.astimezone(JST):%Y/%m/%d}"


class SidePanel(Retranslated):
    """Facts as label and value; what was not read yet is left out."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._inquiry: Inquiry | None = None
        self._item: Item | None = None
        self._order: Order | None = None
        frame = surface("panel")
        column(self).addWidget(frame)
        area = QScrollArea()
        column(frame).addWidget(area)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QFrame.Shape.NoFrame)
        content = QWidget()
        content.setProperty("surface", "panel")
        area.setWidget(content)
        self._lines = column(content, margin=SPACE_L, gap=SPACE_L)
        self._facts: dict[str, str] = {}
        kit.theme.changed.connect(self._fill)

    def show_inquiry(self, inquiry: Inquiry | None) -> None:
        """Show what the inquiry itself tells; item and order follow when they were read."""
        if self._inquiry is None or inquiry is None or inquiry.id != self._inquiry.id:
            self._item, self._order = None, None
        self._inquiry = inquiry
        self._fill()

    def show_item(self, item: Item | None) -> None:
        """Add what is known of the item."""
        self._item = item
        self._fill()

    def show_order(self, order: Order | None) -> None:
        """Add what is known of the order."""
        self._order = order
        self._fill()

    @property
    def inquiry(self) -> Inquiry | None:
        """The inquiry the panel is about."""
        return self._inquiry

    @property
    def facts(self) -> dict[str, str]:
        """What is on screen, label by label."""
        return dict(self._facts)

    def retranslate(self) -> None:
        """Word everything anew."""
        self._fill()

    def _fill(self) -> None:
        _empty(self._lines)
        self._facts = {}
        inquiry = self._inquiry
        if inquiry is not None:
            self._fill_customer(inquiry)
            self._fill_item(inquiry)
            self._fill_order(inquiry)
        self._lines.addStretch(1)

    def _fill_customer(self, inquiry: Inquiry) -> None:
        section = self._section(self.tr("Customer"))
        self._fact(section, self.tr("Name"), inquiry.customer.name)
        self._fact(section, self.tr("Inquiry no."), inquiry.number, can_copy=True)
        self._fact(section, self.tr("Kind"), kind_word(inquiry.kind))
        self._fact(section, self.tr("Category"), inquiry.category)
        self._fact(section, self.tr("Handled by"), inquiry.handled_by or "")
        if inquiry.customer.restricted:
            self._chip(section, self.tr("Restricted for this item"), "red")
        if inquiry.hidden:
            self._chip(section, self.tr("Hidden from the item page"), "plain")

    def _fill_item(self, inquiry: Inquiry) -> None:
        item = inquiry.item
        if item is None:
            return
        section = self._section(self.tr("Item"))
        name = wrapped(QLabel())
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setText(one_line(item.name, limit=300))
        name.setFont(make_font("ja", size_px=TYPE_BODY, bold=True))
        section.addWidget(name, section.rowCount(), 0, 1, 3)
        self._fact(section, self.tr("Item no."), item.number, can_copy=True)
        self._fact(section, self.tr("Category"), item.category)
        if self._item is not None:
            price, asked = self._item.price, self._item.inquiries_7d
            self._fact(section, self.tr("Price"), "" if price is None else f"¥{price:,}")
            self._fact(section, self.tr("Inquiries, 7 days"), "" if asked is None else str(asked))
        url = QUrl(item.url, QUrl.ParsingMode.StrictMode)
        if url.isValid() and url.scheme() in ("http", "https"):
            button = QPushButton(self.tr("Open the item page"))
            button.setProperty("role", "link")
            button.setToolTip(plain_tip(url.toString(QUrl.ComponentFormattingOption.FullyEncoded)))
            button.clicked.connect(lambda: QDesktopServices.openUrl(url))
            section.addWidget(button, section.rowCount(), 0, 1, 3, Qt.AlignmentFlag.AlignLeft)

    def _fill_order(self, inquiry: Inquiry) -> None:
        if not inquiry.order_no:
            return
        section = self._section(self.tr("Order"))
        self._fact(section, self.tr("Order no."), inquiry.order_no, can_copy=True)
        self._fact(section, self.tr("Cart no."), inquiry.cart_no or "", can_copy=True)
        order = self._order
        if order is None:
            return
        quantity = sum(line.quantity for line in order.items)
        self._fact(section, self.tr("Quantity"), str(quantity) if quantity else "")
        self._fact(section, self.tr("Paid"), _day(order.paid_at) if order.paid_at else "")
        self._fact(section, self.tr("Shipped"), _day(order.shipped_at) if order.shipped_at else "–")
        if order.delivered_at:
            self._fact(section, self.tr("Delivered"), _day(order.delivered_at))
        self._fact(section, self.tr("Carrier"), order.carrier or "")
        self._fact(section, self.tr("Tracking no."), order.tracking_no or "", can_copy=True)
        if order.on_time is not None:
            text = self.tr("On time") if order.on_time else self.tr("Late")
            self._chip(section, text, "green" if order.on_time else "red")

    def _section(self, title: str) -> QGridLayout:
        lines = QVBoxLayout()
        lines.setSpacing(SPACE_S)
        heading = QLabel(title)
        heading.setProperty("ink", "2")
        heading.setFont(make_font(self._kit.theme.language, size_px=TYPE_SMALL, bold=True))
        lines.addWidget(heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_S)
        grid.setVerticalSpacing(SPACE_XS + 2)
        grid.setColumnStretch(1, 1)
        lines.addLayout(grid)
        self._lines.addLayout(lines)
        return grid

    def _fact(self, grid: QGridLayout, label: str, value: str, *, can_copy: bool = False) -> None:
        if not value:
            return
        self._facts[label] = value
        line = grid.rowCount()
        name, text = QLabel(label), ElidedLabel()
        name.setProperty("ink", "2")
        text.setText(value)
        text.setFont(tabular(make_font("ja", size_px=TYPE_BODY)))
        text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        text.setAccessibleName(f"{label}: {text.text()}")
        grid.addWidget(name, line, 0)
        grid.addWidget(text, line, 1, 1, 1 if can_copy else 2)
        if can_copy:
            button = QPushButton()
            button.setProperty("role", "link")
            button.setIcon(self._kit.assets.icon("copy", size_px=14))
            button.setIconSize(_ICON)
            button.setToolTip(self.tr("Copy {name}").format(name=label))
            button.setAccessibleName(button.toolTip())
            button.clicked.connect(lambda: QGuiApplication.clipboard().setText(value))
            grid.addWidget(button, line, 2)

    def _chip(self, grid: QGridLayout, text: str, tone: str) -> None:
        chip = QLabel(text)
        chip.setProperty("chip", tone)
        grid.addWidget(chip, grid.rowCount(), 0, 1, 3, Qt.AlignmentFlag.AlignRight)


def _empty(layout: QVBoxLayout | QGridLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QGridLayout):
            _empty(inner)
            inner.deleteLater()
