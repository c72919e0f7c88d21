"""Why: ledger and charge history are tables that grow page by page while one scrolls, without end."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from qpost.models.qcash import Charge, LedgerEntry
from qpost.ui.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
Row = LedgerEntry | Charge
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_NO_PARENT = QModelIndex()
_TEXTS_KEPT = 2_000
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Column(Struct, frozen=True):
    """One column: its heading, what it says of a row, and how wide it is.

    ``plain`` is what a copy has of a figure, which a spreadsheet takes for a number.

    ``ink`` and ``dot`` name colour roles of a row; no dot where it is None. ``sample`` is as wide as its
    texts get; without one the column takes the room that is left. ``spoken`` is what a screen reader says.
    """

    heading: Callable[[], str]
    text: Callable[[Any], str]
    sample: str = ""
    is_figure: bool = False
    is_foreign: bool = False
    ink: Callable[[Any], str] = lambda _: "ink"
    dot: Callable[[Any], str] | None = None
    spoken: Callable[[Any], str] | None = None
    plain: Callable[[Any], str] | None = None


class PagedModel(QAbstractTableModel):
    """Rows, newest first; ``more_asked`` wants the next page, once for each that was given."""

    more_asked = Signal()

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[Row] = []
        self._has_more = False
        self._is_asking = False
        self._texts: dict[str, tuple[str, ...]] = {}

    @property
    def rows(self) -> Sequence[Row]:
        """All rows read so far."""
        return self._rows

    @property
    def has_more(self) -> bool:
        """True while the service has rows that were not read."""
        return self._has_more

    def clear(self) -> None:
        """Forget all rows."""
        self._reset((), has_more=False)

    def show_first(self, rows: Sequence[Row], *, has_more: bool) -> bool:
        """Show the first page as it is now; rows known stay where they are when only new ones came above.

        Returns True when what was read after the first page still stands, and its place with it.
        """
        known = self._rows[0].id if self._rows else None
        above = next((place for place, row in enumerate(rows) if row.id == known), None)
        if above is None or not self._stands(rows[above:], has_more=has_more):
            self._reset(rows, has_more=has_more)
            return False
        if above:
            self.beginInsertRows(_NO_PARENT, 0, above - 1)
            self._rows[:0] = rows[:above]
            self.endInsertRows()
        for place, row in enumerate(rows):
            if self._rows[place] != row:
                self._rows[place] = row
                self._texts.pop(row.id, None)
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))
        return True

    def _stands(self, rows: Sequence[Row], *, has_more: bool) -> bool:
        """Tell whether ``rows`` are the ones we begin with, and we have no more than there are."""
        if [row.id for row in rows] != [row.id for row in self._rows[: len(rows)]]:
            return False
        return has_more or len(self._rows) == len(rows)

    def append(self, rows: Sequence[Row], *, has_more: bool) -> None:
        """Add the next page at the end."""
        self._is_asking, self._has_more = False, has_more
        if rows:
            start = len(self._rows)
            self.beginInsertRows(_NO_PARENT, start, start + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def texts(self, place: int) -> tuple[str, ...]:
        """Return the texts of all columns of the row at ``place``; painting asks for them again and again."""
        row = self._rows[place]
        known = self._texts.get(row.id)
        if known is None:
            if len(self._texts) >= _TEXTS_KEPT:
                self._texts.clear()
            known = self._texts[row.id] = tuple(column.text(row) for column in self.columns)
        return known

    def ask_again(self) -> None:
        """Let the next page be asked for once more: it could not be read."""
        self._is_asking = False

    def canFetchMore(self, parent: Index = _NO_PARENT) -> bool:
        """Tell the view that scrolling on reads on."""
        return not parent.isValid() and self._has_more and not self._is_asking

    def fetchMore(self, parent: Index = _NO_PARENT) -> None:
        """Ask for the next page; it comes when it comes."""
        if self.canFetchMore(parent):
            self._is_asking = True
            self.more_asked.emit()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many rows were read."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return a cell's text, and the whole row for ``ROW_ROLE``."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.texts(index.row())[index.column()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (column.spoken or column.text)(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(column.text(row))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_figure else _LEFT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].is_figure else _LEFT
        return self.columns[section].heading() if role == Qt.ItemDataRole.DisplayRole else None

    def reword(self) -> None:
        """Let views read headings and texts again, in the language of now."""
        self._texts.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))

    def _reset(self, rows: Sequence[Row], *, has_more: bool) -> None:
        self._texts.clear()
        self.beginResetModel()
        self._rows, self._has_more, self._is_asking = list(rows), has_more, False
        self.endResetModel()
