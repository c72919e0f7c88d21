"""Why: the table of items moves by keyboard, opens a score, copies rows, and keeps its sums in view."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QTableView,
    QToolTip,
    QWidget,
)

from qpost.models.points import ItemPoints, PointsTotals
from qpost.ui.amounts import number_text
from qpost.ui.fonts import make_font, tabular
from qpost.ui.i18n import Retranslated
from qpost.ui.points.columns import (
    COLUMNS,
    SCORES,
    TEXTS,
    ItemColumn,
    figure_of,
    figure_text,
    head_lines,
    head_text,
    record_head,
    record_of,
    sub_head_text,
    total_of,
)
from qpost.ui.points.item_delegate import PADDING_PX, ItemPointsDelegate
from qpost.ui.points.item_model import LEFT, RIGHT, ItemPointsModel, sort_arrow
from qpost.ui.points.pictures import PICTURE_PX, Pictures
from qpost.ui.theme import Theme
from qpost.ui.tokens import SPACE_M, TYPE_TINY
from qpost.ui.widgets.plain_tip import plain_tip

_NAME_LEAST_PX = 180
_PICTURE_PX = PICTURE_PX + 16
_HEAD_LINES = 3
_SAMPLES = {ItemColumn.NUMBER: "0000000000", ItemColumn.AMOUNT: "¥000,000"}
_SAMPLE = "−000.0"
"""What a column has room for at least; it grows with the figures that arrive."""


class ItemTable(QTableView):
    """Rows of ``ItemPointsModel``. ``shipping_asked`` carries an item; ``end_neared`` wants more rows."""

    shipping_asked = Signal(object)
    end_neared = Signal()

    def __init__(
        self, model: ItemPointsModel, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty(
            "figures", True
        )  # first of all: the style sheet looks when the head is first measured
        self.setProperty("dense", True)
        self._rows = model
        self._theme = theme
        self._delegate = ItemPointsDelegate(model, theme, pictures, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setSortIndicatorShown(False)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(
            lambda *_: self._on_scrolled(self.verticalScrollBar().value())
        )
        pictures.arrived.connect(self.viewport().update)
        theme.changed.connect(self.fit)
        self.fit()

    # -- what the panel uses

    def copy_chosen(self) -> int:
        """Put the chosen rows, with heads, on the clipboard for a spreadsheet; returns how many."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        if chosen:
            lines = [record_head(), *(record_of(self._rows.item(row)) for row in chosen)]
            texts = ["\t".join(" ".join(cell.split()) for cell in line) for line in lines]
            QApplication.clipboard().setText("\n".join(texts))
        return len(chosen)

    def fit(self) -> None:
        """Make columns and rows as large as words and figures need; the name takes what is left."""
        self._delegate.dress()
        language = self._theme.language
        self._bold = QFontMetrics(tabular(make_font(language, bold=True)))
        heads = QFontMetrics(make_font(language, size_px=TYPE_TINY))
        for place, column in enumerate(COLUMNS):
            lines = [*f"{sort_arrow(True)} {head_lines(column)}".split("\n"), sub_head_text(column)]
            widest = max(heads.horizontalAdvance(line) for line in lines)
            sample = _SAMPLES.get(column, _SAMPLE)
            if column is ItemColumn.PICTURE:
                self.setColumnWidth(place, _PICTURE_PX)
            else:
                self.setColumnWidth(place, max(widest, self._bold.horizontalAdvance(sample)) + 2 * PADDING_PX)
        height = self._delegate.row_height
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height)
        self.horizontalHeader().setFixedHeight(_HEAD_LINES * heads.height() + SPACE_M)
        self.widen(self._rows.items, None)
        self.viewport().update()

    def widen(self, items: Sequence[ItemPoints], totals: PointsTotals | None) -> None:
        """Give the figures of ``items`` and ``totals`` the room they need."""
        for place, column in enumerate(COLUMNS):
            if column in TEXTS:
                continue
            figures = [figure_of(item, column) for item in items]
            ends = [min(figures), max(figures)] if figures else []
            sum_of_all = None if totals is None else total_of(totals, column)
            if sum_of_all is not None:
                ends.append(sum_of_all)
            needed = max((self._bold.horizontalAdvance(figure_text(end, column)) for end in ends), default=0)
            fraction = self._bold.horizontalAdvance(".0") if column in SCORES else 0
            self.setColumnWidth(place, max(self.columnWidth(place), needed + fraction + 2 * PADDING_PX))
        self._stretch_name()

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the shipping score, Copy takes the chosen rows, J and K walk."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_chosen()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() in (
            Qt.Key.Key_J,
            Qt.Key.Key_K,
        ):
            step = 1 if event.key() == Qt.Key.Key_J else -1
            row = min(max(self.currentIndex().row() + step, 0), self._rows.rowCount() - 1)
            if row >= 0:
                self.selectRow(row)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first row, so that the focus is seen."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.selectRow(0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the row under the mouse; a score can be clicked."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._hover(index.row())
        is_link = index.isValid() and COLUMNS[index.column()] is ItemColumn.SHIPPING
        cursor = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(cursor)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the mouse."""
        super().leaveEvent(event)
        self._hover(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a shipping score opens it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        is_score = index.isValid() and COLUMNS[index.column()] is ItemColumn.SHIPPING
        if event.button() == Qt.MouseButton.LeftButton and is_score and is_plain:
            self._open(index)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a name that does not fit whole in a tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            if index.isValid() and COLUMNS[index.column()] is ItemColumn.NAME:
                QToolTip.showText(event.globalPos(), plain_tip(str(index.data())), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the name take what is left."""
        super().resizeEvent(event)
        self._stretch_name()

    # -- inside

    def _stretch_name(self) -> None:
        place = COLUMNS.index(ItemColumn.NAME)
        others = sum(self.columnWidth(other) for other in range(len(COLUMNS)) if other != place)
        self.setColumnWidth(place, max(_NAME_LEAST_PX, self.viewport().width() - others))

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()

    def _open(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.shipping_asked.emit(self._rows.item(index.row()))

    def _on_scrolled(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if self._rows.rowCount() and value >= bar.maximum() - 2 * bar.pageStep():
            self.end_neared.emit()


class TotalsRow(Retranslated):
    """The sums over all rows of the question, below their columns, also over those not read yet."""

    def __init__(self, table: ItemTable, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._theme = theme
        self._totals: PointsTotals | None = None
        heads = table.horizontalHeader()
        heads.sectionResized.connect(lambda *_: self.update())
        table.horizontalScrollBar().valueChanged.connect(lambda _: self.update())
        theme.changed.connect(self._fit)
        self._fit()

    def show_totals(self, totals: PointsTotals | None) -> None:
        """Show ``totals``; None takes the row away."""
        self._totals = totals
        self.setVisible(totals is not None)
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Say the sums in the language of now."""
        totals = self._totals
        if totals is None:
            return
        parts = [self._title(totals)]
        for column in COLUMNS:
            text = self._text(totals, column)
            if text:
                parts.append(f"{head_text(column)} {text}")
        self.setAccessibleName(", ".join(parts))
        self.update()

    def text_of(self, column: ItemColumn) -> str:
        """Return what stands below ``column``."""
        return "" if self._totals is None else self._text(self._totals, column)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sums under the heads of their columns."""
        totals = self._totals
        if totals is None:
            return
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.sunken))
        painter.fillRect(0, 0, self.width(), 1, QColor(tokens.line_strong))
        painter.setFont(self._font)
        heads = self._table.horizontalHeader()
        shift = self._table.viewport().x()
        title_end = 0
        for place, column in enumerate(COLUMNS):
            left = heads.sectionViewportPosition(place) + shift
            area = QRect(left, 0, heads.sectionSize(place), self.height()).adjusted(
                PADDING_PX, 0, -PADDING_PX, 0
            )
            if column in TEXTS:
                title_end = area.right()
                continue
            value = total_of(totals, column)
            text = self._text(totals, column)
            is_minus = value is not None and value < 0
            painter.setPen(QColor(tokens.red if is_minus else tokens.ink))
            painter.drawText(area, RIGHT, text)
        painter.setPen(QColor(tokens.ink))
        start = heads.sectionViewportPosition(0) + shift + PADDING_PX
        room = QRect(QPoint(start, 0), QPoint(title_end, self.height()))
        painter.drawText(room, LEFT, self._title(totals))

    def _title(self, totals: PointsTotals) -> str:
        return self.tr("Total of %n item(s)", "", totals.rows).replace(
            str(totals.rows), number_text(totals.rows), 1
        )

    @staticmethod
    def _text(totals: PointsTotals, column: ItemColumn) -> str:
        value = total_of(totals, column)
        return "" if value is None else figure_text(value, column)

    def _fit(self) -> None:
        self._font = tabular(make_font(self._theme.language, bold=True))
        self.setFixedHeight(QFontMetrics(self._font).height() + SPACE_M)
        self.update()
