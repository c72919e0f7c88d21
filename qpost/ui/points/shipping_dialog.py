"""Why: where shipping points come from is shown as the marketplace does: by grade, side and kind of goods."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qpost.models.periods import Period
from qpost.models.points import ItemPoints
from qpost.models.shipping_score import WEIGHTS_CHANGED, GoodsKind, ItemShipping, ShippingTable
from qpost.services.kept import Kept
from qpost.ui.amounts import Unit, amount_text, number_text
from qpost.ui.dates import day_text, moment_text
from qpost.ui.errors import Wording
from qpost.ui.fonts import make_font, tabular, text_language
from qpost.ui.kit import Kit
from qpost.ui.points.shipping_model import COLUMN_COUNT, MINUS_ROLE, SUM_ROLE, ShippingModel
from qpost.ui.points.words import full_days_text
from qpost.ui.theme import Theme
from qpost.ui.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, TYPE_TINY, TYPE_TITLE
from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.elided import ElidedLabel
from qpost.ui.widgets.layouts import column, row, surface, wrapped
from qpost.ui.widgets.notice import Notice

_WIDTH_PX, _HEIGHT_PX = 760, 640
_PADDING_PX = 8


class ShippingDialog(QDialog):
    """The tables of general and of pre-order goods, as far as the item was sold so.

    ``retry_asked`` wants the score read again after a failure.
    """

    retry_asked = Signal()

    def __init__(self, item: ItemPoints, days: Period, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._days = days
        self._shipping: ItemShipping | None = None
        self.tables: list[ShippingTableView] = []
        self.setWindowTitle(self.tr("Shipping score"))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self._name = ElidedLabel()
        self._name.setFont(make_font(text_language(item.item_name), size_px=TYPE_TITLE, bold=True))
        self._name.setText(item.item_name)
        self._facts = QLabel(
            self.tr("Item no. {number} · {days} (Japan time)").format(
                number=item.item_no, days=full_days_text(days.first, days.last)
            )
        )
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setProperty("ink", "2")
        self._sum = wrapped(QLabel())
        self._sum.setTextFormat(Qt.TextFormat.PlainText)
        self._sum.setProperty("type", "title")
        self.banner = Banner(self)
        self.notice = Notice(kit.assets, "clock")
        self._body = surface("background")
        self._body_lines = column(self._body, gap=SPACE_L)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._body)
        self.copy_button, self.close_button = QPushButton(), QPushButton()
        self.copy_button.setText(self.tr("Copy tables"))
        self.close_button.setText(self.tr("Close"))
        self.copy_button.clicked.connect(self.copy)
        self.close_button.clicked.connect(self.reject)
        self.copy_button.setAutoDefault(False)
        self.close_button.setDefault(True)
        self._lay_out()
        self.show_reading()

    def _lay_out(self) -> None:
        lines = column(self, margin=SPACE_XL, gap=SPACE_S)
        for part in (self._name, self._facts, self._sum, self.banner):
            lines.addWidget(part)
        lines.addSpacing(SPACE_S)
        lines.addWidget(self._scroll, 1)
        lines.addWidget(self.notice, 1)
        buttons = row(gap=SPACE_S)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        lines.addLayout(buttons)

    # -- what the panel tells

    def show_reading(self) -> None:
        """Say that the score is being read."""
        self._show_notice(self.tr("Reading the shipping score…"), "")

    def show_fault(self, words: Wording) -> None:
        """Say why there is none, and offer another try."""
        self._show_notice(
            words.text,
            words.advice,
            icon="warning",
            action=self.tr("Try again"),
        )

    def show_shipping(self, kept: Kept[ItemShipping], *, is_kept: bool) -> None:
        """Show the score; ``is_kept``: it was read earlier, and could not be read now."""
        self._shipping = shipping = kept.value
        self.notice.hide()
        self._scroll.show()
        self._sum.show()
        self.copy_button.setEnabled(True)
        self._sum.setText(self._sum_text(shipping))
        for goods, title, table in (
            (GoodsKind.GENERAL, self.tr("General goods"), shipping.general),
            (GoodsKind.PREORDER, self.tr("Pre-order goods"), shipping.preorder),
        ):
            if table is not None:
                self._add_table(goods, title, table)
        if not self.tables:
            self._show_notice(self.tr("Nothing was delivered in these days"), "")
            self._sum.show()
        self._add_note()
        self._body_lines.addStretch(1)
        if is_kept:
            text = self.tr("This is what was read on {moment}.").format(moment=moment_text(kept.read_at))
            self.banner.tell(text, tone="amber")
        self._grow()
        if self.tables:
            self.tables[0].setFocus()

    def copy(self) -> None:
        """Put all tables on the clipboard, for a spreadsheet."""
        blocks = []
        for table in self.tables:
            records = table.records.records()
            blocks.append("\n".join([table.title, *("\t".join(cells) for cells in records)]))
        QGuiApplication.clipboard().setText("\n\n".join(blocks))

    @property
    def sum_text(self) -> str:
        """The score and what it is made of."""
        return self._sum.text()

    # -- inside

    def _show_notice(self, text: str, advice: str, *, icon: str = "clock", action: str = "") -> None:
        self._scroll.hide()
        self._sum.hide()
        self.copy_button.setEnabled(False)
        self.notice.tell(text, advice, icon=icon, action=action, chosen=self.retry_asked.emit)
        self.notice.show()

    def _sum_text(self, shipping: ItemShipping) -> str:
        general, preorder = shipping.general, shipping.preorder
        if general is not None and preorder is not None:
            return self.tr("{general} general + {preorder} pre-order = {total}").format(
                general=number_text(general.total),
                preorder=number_text(preorder.total),
                total=amount_text(shipping.total, Unit.POINTS),
            )
        return amount_text(shipping.total, Unit.POINTS)

    def _add_table(self, goods: GoodsKind, title: str, table: ShippingTable) -> None:
        label = QLabel(title)
        label.setProperty("type", "large")
        view = ShippingTableView(ShippingModel(goods, table, self), title, self._kit.theme)
        label.setBuddy(view)
        parts: list[QWidget] = [label, view]
        group = column(gap=SPACE_S)
        group.addWidget(label)
        group.addWidget(view)
        if table.sum_of_lines != table.total:
            doubt = wrapped(QLabel())
            doubt.setProperty("ink", "amber")
            doubt.setText(
                self.tr("The lines add up to {sum}; the service says {total}.").format(
                    sum=number_text(table.sum_of_lines), total=number_text(table.total)
                )
            )
            group.addWidget(doubt)
            parts.append(doubt)
        self._body_lines.addLayout(group)
        for part in parts:
            part.show()  # Qt shows it later, and until then it takes no room
        self.tables.append(view)

    def _grow(self) -> None:
        """Be as tall as the tables, as far as the screen allows; grades of both stand in one column."""
        widest = max((table.columnWidth(0) for table in self.tables), default=0)
        for table in self.tables:
            table.setColumnWidth(0, widest)
        self._body_lines.activate()
        needed = self._body_lines.minimumSize().height()
        if self._body_lines.hasHeightForWidth():
            needed = max(needed, self._body_lines.totalHeightForWidth(self.width() - 2 * SPACE_XL))
        self._body.setMinimumHeight(needed)
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        least = layout.minimumSize().height()
        if layout.hasHeightForWidth():
            least = max(least, layout.totalMinimumHeightForWidth(self.width()))
        around = least - self._scroll.minimumSizeHint().height()
        room = self.screen().availableGeometry().height() * 9 // 10
        self.resize(self.width(), min(around + needed + SPACE_S, room))

    def _add_note(self) -> None:
        if not (self._days.first < WEIGHTS_CHANGED <= self._days.last and self.tables):
            return
        note = wrapped(QLabel())
        note.setProperty("ink", "2")
        note.setText(
            self.tr(
                "The weights changed on {day}: each delivery counts by those of its day, so a grade whose "
                "weight changed has two lines."
            ).format(day=day_text(WEIGHTS_CHANGED))
        )
        self._body_lines.addWidget(note)
        note.show()


class ShippingTableView(QTableView):
    """One table, as tall as its rows; arrows move in it, Copy takes it."""

    def __init__(
        self, records: ShippingModel, title: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.records = records
        self.title = title
        self.setModel(records)
        self.setItemDelegate(_ScoreDelegate(theme, self))
        self.setAccessibleName(title)
        self.setProperty("figures", True)
        self.setProperty("dense", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self._fit(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the whole table; what is no key of a table goes to the dialog."""
        if event.matches(QKeySequence.StandardKey.Copy):
            lines = ["\t".join(cells) for cells in self.records.records()]
            QGuiApplication.clipboard().setText("\n".join(lines))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _fit(self, theme: Theme) -> None:
        metrics = QFontMetrics(make_font(theme.language, bold=True))
        heads = QFontMetrics(make_font(theme.language, size_px=TYPE_TINY))
        self.horizontalHeader().setFont(make_font(theme.language, size_px=TYPE_TINY))
        head_height = 2 * heads.height() + SPACE_M
        self.horizontalHeader().setFixedHeight(head_height)
        height = metrics.height() + SPACE_S
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        names = [str(self.records.index(at, 0).data()) for at in range(self.records.rowCount())]
        widest = max(metrics.horizontalAdvance(name) for name in names)
        self.setColumnWidth(0, widest + 3 * _PADDING_PX)
        self.setFixedHeight(head_height + height * self.records.rowCount() + 2)


class _ScoreDelegate(QStyledItemDelegate):
    """Figures at the right, a minus red, sums bold."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        tokens, area = self._theme.tokens, option.rect
        is_sum = bool(index.data(SUM_ROLE))
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        ground = tokens.accent_soft if is_selected else tokens.sunken if is_sum else tokens.panel
        painter.fillRect(area, QColor(ground))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(tokens.line))
        is_bold = is_sum or index.column() == COLUMN_COUNT - 1
        painter.setFont(tabular(make_font(self._theme.language, bold=is_bold)))
        text = str(index.data())
        ink = tokens.red if index.data(MINUS_ROLE) else tokens.ink2 if text in ("0", "-") else tokens.ink
        painter.setPen(QColor(ink))
        alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        painter.drawText(area.adjusted(_PADDING_PX, 0, -_PADDING_PX, -1), alignment, text)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.drawRect(area.adjusted(0, 0, -1, -2))
        painter.restore()
