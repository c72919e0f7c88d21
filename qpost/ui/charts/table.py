"""Why: who cannot see a chart, or wants its figures one by one, reads them as a table."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView, QWidget

from qpost.ui.amounts import number_text, plain_figure, unit_word
from qpost.ui.charts.series import Series, Shape
from qpost.ui.fonts import make_font, tabular
from qpost.ui.theme import Theme
from qpost.ui.tokens import SPACE_M, SPACE_XL

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_WHEN, _FIGURE = 0, 1
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class SeriesModel(QAbstractTableModel):
    """A series as rows of when and how much, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._series: Series | None = None

    def show_series(self, series: Series) -> None:
        """Show ``series`` in place of the one before; rows stay chosen while the figures are the same."""
        if self._series is not None and self._series.points == series.points:
            self._series = series
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, _WHEN, _FIGURE)
            if series.points:
                self.dataChanged.emit(self.index(0, _WHEN), self.index(len(series.points) - 1, _FIGURE))
            return
        self.beginResetModel()
        self._series = series
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many figures there are."""
        return 0 if parent.isValid() or self._series is None else len(self._series.points)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """When, and how much."""
        return 0 if parent.isValid() else 2

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the text of a cell; a screen reader hears the figure with its unit."""
        if not index.isValid() or self._series is None or index.row() >= len(self._series.points):
            return None
        point = self._series.points[-1 - index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() == _FIGURE else _LEFT
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == _FIGURE:
            return self._series.figure(point)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return number_text(point.value) if index.column() == _FIGURE else self._series.when(point)
        return None

    def record(self, row: int) -> tuple[str, str]:
        """Return when and how much of ``row``, the figure as a spreadsheet takes it for a number."""
        when = str(self.index(row, _WHEN).data())
        return when, "" if self._series is None else plain_figure(self._series.points[-1 - row].value)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Name the columns, the day's zone and the figure's unit included."""
        if orientation is not Qt.Orientation.Horizontal or self._series is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == _FIGURE else _LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == _FIGURE:
            return self.tr("{name} ({unit})").format(
                name=self._series.name, unit=unit_word(self._series.unit)
            )
        return self.tr("Month") if self._series.shape is Shape.BARS else self.tr("Date (JST)")


class SeriesTable(QTableView):
    """The table of one series; Tab leaves it, arrows move in it, Copy takes the chosen rows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("figures", True)  # before its header is first dressed
        self._theme = theme
        self.rows = SeriesModel(self)
        self.setModel(self.rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        theme.changed.connect(self._fit)
        self._fit()

    def show_series(self, series: Series) -> None:
        """Show ``series``, worded in the language of now."""
        self.rows.show_series(series)
        self.setAccessibleName(series.name)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first row, so that the focus is seen."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the chosen rows, a line each, cells apart by a tab."""
        if event.matches(QKeySequence.StandardKey.Copy):
            chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
            QApplication.clipboard().setText("\n".join("\t".join(self.rows.record(row)) for row in chosen))
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Make columns as wide as their longest text; few rows of a column are the longest by far."""
        self.setFont(tabular(make_font(self._theme.language)))
        metrics = QFontMetrics(self.font())
        self.verticalHeader().setDefaultSectionSize(metrics.height() + SPACE_M)
        for column in (_WHEN, _FIGURE):
            heading = self.rows.headerData(column, Qt.Orientation.Horizontal)
            texts = {str(self.rows.index(row, column).data()) for row in range(self.rows.rowCount())}
            texts.add(str(heading or ""))
            longest = sorted(texts, key=len)[-16:]
            widest = max(metrics.horizontalAdvance(text) for text in longest)
            self.setColumnWidth(column, widest + 2 * SPACE_M + SPACE_XL)
