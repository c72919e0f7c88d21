"""Why: rows of figures look, move and copy alike, and a hundred thousand scroll like a hundred."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qpost.models.csv_rows import cell
from qpost.ui.fonts import make_font, tabular, text_language
from qpost.ui.qcash.paged_model import ROW_ROLE, PagedModel, Row
from qpost.ui.theme import Theme
from qpost.ui.tokens import SPACE_M, SPACE_S, SPACE_XL

_BAR_PX, _DOT_PX = 3, 8


class _Cells(QStyledItemDelegate):
    """Paints one cell: ground, a dot where there is one, and the text as far as it fits."""

    def __init__(self, theme: Theme, table: "FigureTable") -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell of ``index``."""
        row = index.data(ROW_ROLE)
        if row is None:
            return
        tokens, area = self._theme.tokens, QRect(option.rect)
        column = self._table.rows.columns[index.column()]
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, QColor(tokens.accent_soft if is_chosen else tokens.panel))
        is_at = self._table.hasFocus() and index.row() == self._table.currentIndex().row()
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(tokens.line))
        if is_at:
            for y in (area.top(), area.bottom()):
                painter.fillRect(area.left(), y, area.width(), 1, QColor(tokens.accent))
        if is_chosen and index.column() == 0:
            painter.fillRect(area.left(), area.top(), _BAR_PX, area.height(), QColor(tokens.accent))
        room = area.adjusted(SPACE_M, 0, -SPACE_M, 0)
        if column.dot is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(tokens, column.dot(row))))
            painter.drawEllipse(room.left(), area.center().y() - _DOT_PX // 2 + 1, _DOT_PX, _DOT_PX)
            room.setLeft(room.left() + _DOT_PX + SPACE_S)
        text = column.text(row)
        font = self._table.foreign_font(text) if column.is_foreign else self._table.font()
        painter.setFont(font)
        painter.setPen(QColor(getattr(tokens, column.ink(row))))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if column.is_figure else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


class FigureTable(QTableView):
    """A table of a ``PagedModel``: arrows move, Tab leaves, Enter chooses, Copy takes the chosen rows.

    ``chosen`` brings the row that was double-clicked or entered.
    """

    chosen = Signal(object)

    def __init__(self, rows: PagedModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self._theme = theme
        self._foreign: dict[str, QFont] = {}
        self.setModel(rows)
        self.setItemDelegate(_Cells(theme, self))
        self.setProperty("figures", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        for place, column in enumerate(rows.columns):
            mode = QHeaderView.ResizeMode.Fixed if column.sample else QHeaderView.ResizeMode.Stretch
            self.horizontalHeader().setSectionResizeMode(place, mode)
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.data(ROW_ROLE)))
        theme.changed.connect(self.fit)
        self.fit()

    @property
    def current_row(self) -> Row | None:
        """The row the keyboard is at."""
        row: Row | None = self.currentIndex().data(ROW_ROLE)
        return row

    def foreign_font(self, text: str) -> QFont:
        """Return the font for words that are not ours."""
        return self._foreign[text_language(text)]

    def fit(self) -> None:
        """Make rows and columns as large as the language and the text size of now need."""
        self._foreign = {language: tabular(make_font(language)) for language in ("ja", "ko")}
        self.setFont(tabular(make_font(self._theme.language)))
        metrics = QFontMetrics(self.font())
        tallest = max(QFontMetrics(font).height() for font in (self.font(), *self._foreign.values()))
        self.verticalHeader().setDefaultSectionSize(tallest + 2 * SPACE_S)
        for place, column in enumerate(self.rows.columns):
            if column.sample:
                widest = max(metrics.horizontalAdvance(text) for text in (column.sample, column.heading()))
                dot = _DOT_PX + SPACE_S if column.dot is not None else 0
                self.setColumnWidth(place, widest + SPACE_XL + SPACE_M + dot)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first row, so that the focus is seen."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.selectRow(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus frame away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the chosen rows; Enter chooses the current one."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.copied_text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_row is not None:
            self.chosen.emit(self.current_row)
        else:
            super().keyPressEvent(event)

    def copied_text(self) -> str:
        """Return the chosen rows, a line each, cells apart by a tab; words of others start no formula."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        columns = self.rows.columns
        lines = []
        for place in places:
            row = self.rows.rows[place]
            lines.append("\t".join(cell(c.text(row)) if c.is_foreign else c.text(row) for c in columns))
        return "\n".join(lines)
