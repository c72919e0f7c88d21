"""Why: a shipping score is a sum that can be followed line by line, as the marketplace shows it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qpost.models.decimals import total
from qpost.models.shipping_score import GoodsKind, ScoreLine, ShippingGrade, ShippingTable, lines_total
from qpost.ui.amounts import NO_FIGURE, number_text, plain_figure
from qpost.ui.points.words import era_of_weight, shipping_grade_word

Index = QModelIndex | QPersistentModelIndex
MINUS_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""True where a score below zero stands."""
SUM_ROLE = MINUS_ROLE + 1
"""True in the line of sums."""
COLUMN_COUNT = 7
_NO_PARENT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class ShippingRow(Struct, frozen=True):
    """One grade at one weight on both sides; None where a side has no such line."""

    grade: ShippingGrade
    weight: Decimal
    local: ScoreLine | None
    overseas: ScoreLine | None

    @property
    def score(self) -> Decimal:
        """What both sides add."""
        return total(side.score for side in (self.local, self.overseas) if side is not None)


def shipping_rows(table: ShippingTable) -> tuple[ShippingRow, ...]:
    """Return the lines of both sides next to each other, in the service's order."""
    places: dict[tuple[ShippingGrade, Decimal], list[ScoreLine | None]] = {}
    for side, lines in enumerate((table.local, table.overseas)):
        for line in lines:
            places.setdefault((line.grade, line.weight), [None, None])[side] = line
    return tuple(ShippingRow(grade, weight, *sides) for (grade, weight), sides in places.items())


class ShippingModel(QAbstractTableModel):
    """Grade, weight, deliveries and points at each side, points of both; the last row sums up."""

    def __init__(self, goods: GoodsKind, table: ShippingTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._goods = goods
        self._table = table
        self._rows = shipping_rows(table)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many grades there are, and one for the sums."""
        return 0 if parent.isValid() else len(self._rows) + 1

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Grade, weight, two for each side, and the points of both."""
        return 0 if parent.isValid() else COLUMN_COUNT

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return a cell's text and how it stands."""
        if not index.isValid() or index.row() > len(self._rows):
            return None
        value = self._value(index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(value, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() else _LEFT
        if role == MINUS_ROLE:
            return index.column() > 1 and isinstance(value, int | Decimal) and value < 0
        if role == SUM_ROLE:
            return index.row() == len(self._rows)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < COLUMN_COUNT:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Grade"),
            self.tr("Each"),
            self.tr("Local\ndeliveries"),
            self.tr("Local\npoints"),
            self.tr("Overseas\ndeliveries"),
            self.tr("Overseas\npoints"),
            self.tr("Points"),
        )[section]

    def records(self) -> Sequence[Sequence[str]]:
        """Return heads and rows for the clipboard; figures plain."""
        heads = [str(self.headerData(at, Qt.Orientation.Horizontal)) for at in range(COLUMN_COUNT)]
        lines = [[" ".join(head.split()) for head in heads]]
        for row in range(self.rowCount()):
            cells = [self._value(row, at) for at in range(COLUMN_COUNT)]
            lines.append([_plain(cell) for cell in cells])
        return lines

    def _value(self, row: int, column: int) -> str | int | Decimal | None:
        if row == len(self._rows):
            local, overseas = self._table.local, self._table.overseas
            return (
                self.tr("Total"),
                None,
                sum(line.count for line in local),
                lines_total(local),
                sum(line.count for line in overseas),
                lines_total(overseas),
                self._table.total,
            )[column]
        line = self._rows[row]
        local_line, overseas_line = line.local, line.overseas
        return (
            self._grade(line),
            line.weight,
            None if local_line is None else local_line.count,
            None if local_line is None else local_line.score,
            None if overseas_line is None else overseas_line.count,
            None if overseas_line is None else overseas_line.score,
            line.score,
        )[column]

    def _grade(self, line: ShippingRow) -> str:
        word = shipping_grade_word(line.grade)
        era = era_of_weight(self._goods, line.grade, line.weight)
        return self.tr("{grade}, {days}").format(grade=word, days=era) if era else word

    def _text(self, value: str | int | Decimal | None, column: int) -> str:
        if isinstance(value, str):
            return value
        if value is None:
            return "" if column == 1 else NO_FIGURE
        return number_text(value, is_signed=column == 1)


def _plain(value: str | int | Decimal | None) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else plain_figure(value)
