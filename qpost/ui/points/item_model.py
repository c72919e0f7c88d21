"""Why: rows arrive page by page and are put in another order without losing what is chosen."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qpost.models.points import ItemPoints
from qpost.ui.amounts import Unit, amount_text
from qpost.ui.points.columns import (
    COLUMNS,
    TEXTS,
    ItemColumn,
    figure_of,
    head_lines,
    head_text,
    sub_head_text,
    text_of,
)

Index = QModelIndex | QPersistentModelIndex
ITEM_ROLE = int(Qt.ItemDataRole.UserRole) + 1
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NO_PARENT = QModelIndex()


Sort = tuple[ItemColumn, bool]
"""A column, and whether the largest stand first."""


def sort_arrow(is_descending: bool) -> str:
    """Return the sign of an order."""
    return "↓" if is_descending else "↑"


class ItemPointsModel(QAbstractTableModel):
    """Items with their points: appended by page, shown in the service's order or another."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[ItemPoints] = []
        self._order: list[int] | None = None
        self._heads: list[str] = []
        self._spoken_heads: list[str] = []
        self._sort: Sort | None = None
        self._word_heads()

    @property
    def items(self) -> Sequence[ItemPoints]:
        """All rows read, in the order the service gave them."""
        return self._items

    @property
    def shown(self) -> list[ItemPoints]:
        """All rows read, as they stand on screen."""
        if self._order is None:
            return list(self._items)
        return [self._items[place] for place in self._order]

    def item(self, row: int) -> ItemPoints:
        """Return the item in ``row`` on screen."""
        return self._items[row if self._order is None else self._order[row]]

    def clear(self) -> None:
        """Show nothing, in the service's order."""
        self.beginResetModel()
        self._items = []
        self._order = None
        self.endResetModel()

    def append(self, items: Sequence[ItemPoints]) -> None:
        """Add a page; it comes last until the rows are ordered again."""
        if not items:
            return
        first = len(self._items)
        self.beginInsertRows(_NO_PARENT, first, first + len(items) - 1)
        if self._order is not None:
            self._order.extend(range(first, first + len(items)))
        self._items.extend(items)
        self.endInsertRows()

    def show_order(self, order: list[int] | None) -> None:
        """Show the rows in ``order`` (places as the service gave them); None is the service's own."""
        if order is not None and len(order) != len(self._items):
            return  # rows arrived meanwhile: who asked for the order asks again
        before = self.persistentIndexList()
        self.layoutAboutToBeChanged.emit()
        places = [index.row() if self._order is None else self._order[index.row()] for index in before]
        self._order = order
        rows: dict[int, int] = {}
        if places and order is not None:
            wanted = set(places)
            rows = {place: row for row, place in enumerate(order) if place in wanted}
        after = [
            self.index(rows.get(place, place), index.column())
            for place, index in zip(places, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def show_sort(self, sort: Sort | None) -> None:
        """Mark the column the rows are ordered by, with an arrow and in words."""
        self._sort = sort
        self._word_heads()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def reword(self) -> None:
        """Word heads and figures in the language of now."""
        self._word_heads()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        if self._items:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._items) - 1, len(COLUMNS) - 1))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many items were read."""
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return a cell's text, alignment, words for a screen reader, or its item."""
        if not index.isValid() or index.row() >= len(self._items):
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(LEFT if column in TEXTS else RIGHT)
        item = self.item(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return text_of(item, column)
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(item, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Name the columns, below the name what one of the kind counts."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(LEFT if column in TEXTS else RIGHT)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken_heads[section]
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _word_heads(self) -> None:
        """Word the heads once: a view asks for them hundreds of times."""
        below = [sub_head_text(column) for column in COLUMNS]
        lines = [head_lines(column) for column in COLUMNS]
        names = [head_text(column) for column in COLUMNS]
        self._heads = ["\n".join(filter(None, parts)) for parts in zip(lines, below, strict=True)]
        self._spoken_heads = [" ".join(filter(None, parts)) for parts in zip(names, below, strict=True)]
        if self._sort is not None:
            column, is_descending = self._sort
            place = COLUMNS.index(column)
            words = self.tr("largest first") if is_descending else self.tr("smallest first")
            self._heads[place] = f"{sort_arrow(is_descending)} {self._heads[place]}"
            self._spoken_heads[place] += f", {words}"

    def _spoken(self, item: ItemPoints, column: ItemColumn) -> str:
        if column is ItemColumn.PICTURE:
            return self.tr("Picture of the item") if item.image_url else self.tr("No picture")
        if column not in TEXTS and column is not ItemColumn.AMOUNT:
            figure = figure_of(item, column)
            if isinstance(figure, Decimal):
                return amount_text(figure, Unit.POINTS)
        return text_of(item, column)
