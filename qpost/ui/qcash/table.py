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
from qpost.ui.qcash.paged_model import ROW_ROLE, Column, PagedModel, Row
from qpost.ui.theme import Theme
from qpost.ui.tokens import SPACE_M, SPACE_S, SPACE_XL

_BAR_PX, _DOT_PX = 3, 8
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Cells(QStyledItemDelegate):
    """Paints one cell: ground, a dot where there is one, and the text as far as it fits."""

    def __init__(self, table: "FigureTable") -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell of ``index``."""
        table, place, number = self._table, index.row(), index.column()
        column, row = table.rows.columns[number], table.rows.rows[place]
        area: QRect = option.rect
        left, top, width, bottom = area.left(), area.top(), area.width(), area.bottom()
        colour = table.colour
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, colour("accent_soft" if is_chosen else "panel"))
        is_at = place == table.focused_place
        painter.fillRect(left, bottom, width, 1, colour("accent" if is_at else "line"))
        if is_at:
            painter.fillRect(left, top, width, 1, colour("accent"))
        if is_chosen and number == 0:
            painter.fillRect(left, top, _BAR_PX, area.height(), colour("accent"))
        room = area.adjusted(SPACE_M, 0, -SPACE_M, 0)
        if column.dot is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(column.dot(row)))
            painter.drawEllipse(room.left(), area.center().y() - _DOT_PX // 2 + 1, _DOT_PX, _DOT_PX)
            room.setLeft(room.left() + _DOT_PX + SPACE_S)
        text = table.rows.texts(place)[number]
        font, metrics = table.dress_of(text_language(text) if column.is_foreign else "")
        painter.setFont(font)
        painter.setPen(colour(column.ink(row)))
        if len(text) > len(column.sample) or not text.isascii():  # what is as short as the sample fits
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _RIGHT if column.is_figure else _LEFT, text)


class FigureTable(QTableView):
    """A table of a ``PagedModel``: arrows move, Tab leaves, Enter chooses, Copy takes the chosen rows.

    ``chosen`` brings the row that was double-clicked or entered.
    """

    chosen = Signal(object)

    def __init__(self, rows: PagedModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("figures", True)  # before its header is first dressed
        self.rows = rows
        self._theme = theme
        self._dresses: dict[str, tuple[QFont, QFontMetrics]] = {}
        self._colours: dict[str, QColor] = {}
        self.setModel(rows)
        self.setItemDelegate(_Cells(self))
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

    @property
    def focused_place(self) -> int:
        """Where the row is that the keyboard is at; -1 while it is elsewhere."""
        return self.currentIndex().row() if self.hasFocus() else -1

    def dress_of(self, language: str) -> tuple[QFont, QFontMetrics]:
        """Return font and measures for words in ``language``; "" are our own."""
        return self._dresses[language]

    def colour(self, role: str) -> QColor:
        """Return the theme's colour of ``role``."""
        known = self._colours.get(role)
        if known is None:
            known = self._colours[role] = QColor(getattr(self._theme.tokens, role))
        return known

    def fit(self) -> None:
        """Make rows and columns as large as the language and the text size of now need."""
        self._colours.clear()
        self.setFont(tabular(make_font(self._theme.language)))
        fonts = {"": self.font()} | {each: tabular(make_font(each)) for each in ("ja", "ko")}
        self._dresses = {each: (font, QFontMetrics(font)) for each, font in fonts.items()}
        metrics = self._dresses[""][1]
        tallest = max(measures.height() for _, measures in self._dresses.values())
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
        """Return the chosen rows, a line each, cells apart by a tab; words of others start no formula.

        Figures stand as a spreadsheet takes them for numbers.
        """
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        columns = self.rows.columns
        lines = []
        for place in places:
            row = self.rows.rows[place]
            lines.append("\t".join(_copied(column, row) for column in columns))
        return "\n".join(lines)


def _copied(column: Column, row: Row) -> str:
    if column.plain is not None:
        return column.plain(row)
    return cell(column.text(row)) if column.is_foreign else column.text(row)
