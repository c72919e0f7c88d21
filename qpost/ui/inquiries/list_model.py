"""Why: a list of any length is shown from a window of rows, read when they come into view."""

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from qpost.models.account import ShopId
from qpost.models.inbox import InboxRow
from qpost.models.inquiry import InquiryId, Presence
from qpost.ui.inquiries.words import duration_text, is_waiting, status_word, visibility_word

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_WINDOW = 100
_KEPT_ROWS = 2_000
_ID_BYTES = array("q").itemsize
_FEW = 50
_NEAR = 500
"""Rows on either side of the one painted last; those on screen are among them."""
_EMPTY = array("q")
_NO_PARENT = QModelIndex()


def _common_prefix(old: "array[int]", new: "array[int]") -> int:
    """Return how many leading ids are equal, by halving, each step compared in C."""
    low, high = 0, min(len(old), len(new))
    if not high:
        return 0
    first, second = memoryview(old).cast("B"), memoryview(new).cast("B")
    while low < high:
        middle = (low + high + 1) // 2
        if first[low * _ID_BYTES : middle * _ID_BYTES] == second[low * _ID_BYTES : middle * _ID_BYTES]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_suffix(old: "array[int]", new: "array[int]", limit: int) -> int:
    low, high = 0, limit
    if not high:
        return 0
    first, second = memoryview(old).cast("B"), memoryview(new).cast("B")
    while low < high:
        middle = (low + high + 1) // 2
        old_part = first[(len(old) - middle) * _ID_BYTES : (len(old) - low) * _ID_BYTES]
        if old_part == second[(len(new) - middle) * _ID_BYTES : (len(new) - low) * _ID_BYTES]:
            low = middle
        else:
            high = middle - 1
    return low


def _place_of(ids: "array[int]", row_id: int) -> int:
    """Return where ``row_id`` stands, -1 when nowhere; bytes are compared, which makes no Python integers."""
    searched, packed, start = ids.tobytes(), array("q", [row_id]).tobytes(), 0
    while (at := searched.find(packed, start)) >= 0:
        if at % _ID_BYTES == 0:
            return at // _ID_BYTES
        start = at + 1
    return -1


class InquiryListModel(QAbstractTableModel):
    """Row ids in display order plus the rows seen lately.

    ``rows_wanted`` asks for the rows of a window by id; ``take_rows`` brings them. New ids are
    merged in: selection, current row and scroll position stay with their inquiries.
    """

    rows_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = _EMPTY
        self._rows: OrderedDict[int, InboxRow] = OrderedDict()
        self._wanted: set[int] = set()
        self._asked: dict[int, Sequence[int]] = {}
        self._colleagues: dict[InquiryId, tuple[Presence, ...]] = {}
        self._words: tuple[str, ...] = ()
        self._shop: ShopId | None = None
        self._near = 0
        self._now = datetime.now().astimezone()
        self._ask_timer = QTimer(self, singleShot=True, interval=0)
        self._ask_timer.timeout.connect(self._on_ask)

    # -- what the view reads

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return the number of inquiries that match."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """One column: the delegate paints the whole row."""
        return 0 if parent.isValid() else 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Name the column for screen readers."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and section == 0:
            return self.tr("Inquiries")
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the ``InboxRow`` for ``ROW_ROLE``, words for screen readers, else None."""
        if not index.isValid() or not 0 <= index.row() < len(self._ids):
            return None
        if role not in (ROW_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        self._near = index.row()
        row_id = self._ids[index.row()]
        row = self._rows.get(row_id)
        if row is None:
            self._want(index.row())
            return None
        return row if role == ROW_ROLE else self._spoken(row)

    @property
    def now(self) -> datetime:
        """The moment waiting times are counted to."""
        return self._now

    @property
    def words(self) -> tuple[str, ...]:
        """What was searched for, to be marked in the rows."""
        return self._words

    @property
    def ids(self) -> "array[int]":
        """The row ids in display order; never changed in place."""
        return self._ids

    # -- what the page does

    def show(self, ids: "array[int]") -> None:
        """Display ``ids``, moving as little as possible."""
        old = self._ids
        if old == ids:
            return
        prefix = _common_prefix(old, ids)
        suffix = _common_suffix(old, ids, min(len(old), len(ids)) - prefix)
        gone, come = len(old) - prefix - suffix, len(ids) - prefix - suffix
        if gone == 0:
            self.beginInsertRows(_NO_PARENT, prefix, prefix + come - 1)
            self._ids = ids
            self.endInsertRows()
        elif come == 0:
            self.beginRemoveRows(_NO_PARENT, prefix, prefix + gone - 1)
            self._ids = ids
            self.endRemoveRows()
        else:
            self._rearrange(ids)

    def replace(
        self,
        ids: "array[int]",
        *,
        rows: Sequence[InboxRow] = (),
        words: tuple[str, ...] = (),
        shop: ShopId | None = None,
    ) -> None:
        """Display ``ids`` as the answer to another question: selection and position start anew.

        ``rows`` are those already read; ``words`` were searched for. Of another ``shop`` nothing read
        before is shown: nobody told what changed there meanwhile.
        """
        self.beginResetModel()
        self._ids, self._near = ids, 0
        self._asked.clear()
        self._wanted.clear()
        if (words, shop) != (self._words, self._shop):
            self._words, self._shop = words, shop
            self._rows.clear()  # their snippets show the other words
        self._keep(rows)
        self.endResetModel()

    def take_rows(self, asked: Sequence[int], rows: Sequence[InboxRow]) -> None:
        """Keep ``rows``, the answer to a wish for ``asked``, except what was wished for anew since."""
        current = {row_id for row_id in asked if self._asked.get(row_id) is asked}
        for row_id in current:
            del self._asked[row_id]
        taken = [row for row in rows if row.row_id in current]
        self._keep(taken)
        self._repaint({row.row_id for row in taken})

    def forget_rows(self, row_ids: Sequence[int]) -> None:
        """Read these rows again; what is known of them stays on screen until then."""
        for row_id in row_ids:
            if row_id in self._rows or row_id in self._asked:
                self._wanted.add(row_id)
        if self._wanted:
            self._ask_timer.start()

    def show_colleagues(self, inquiry_id: InquiryId, colleagues: tuple[Presence, ...]) -> None:
        """Mark who else is on an inquiry right now."""
        if colleagues:
            self._colleagues[inquiry_id] = colleagues
        else:
            self._colleagues.pop(inquiry_id, None)
        self._repaint({row.row_id for row in self._rows.values() if row.inquiry.id == inquiry_id})

    def colleague(self, inquiry_id: InquiryId) -> str:
        """Return who else is on an inquiry; empty when nobody is known to be."""
        marks = self._colleagues.get(inquiry_id, ())
        return marks[0].extension if marks else ""

    def set_now(self, now: datetime) -> None:
        """Count waiting times to ``now``."""
        self._now = now
        if len(self._ids):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def row_id(self, position: int) -> int:
        """Return the row id at ``position``."""
        return self._ids[position]

    def position(self, row_id: int) -> int:
        """Return where ``row_id`` stands, -1 when it is not in the list."""
        start = max(0, self._near - _NEAR)
        near = self._ids[start : self._near + _NEAR]
        return start + near.index(row_id) if row_id in near else _place_of(self._ids, row_id)

    def row_at(self, position: int) -> InboxRow | None:
        """Return the row at ``position`` if it was read."""
        return self._rows.get(self._ids[position]) if 0 <= position < len(self._ids) else None

    def rows_between(self, first: int, last: int) -> list[InboxRow]:
        """Return the rows from ``first`` to ``last`` that were read."""
        return [self._rows[row_id] for row_id in self._ids[first : last + 1] if row_id in self._rows]

    # -- inside

    def _rearrange(self, ids: "array[int]") -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [self._ids[index.row()] for index in before]
        wanted = set(held)
        if len(wanted) > _FEW:
            places = {row_id: place for place, row_id in enumerate(ids) if row_id in wanted}
        else:
            places = {row_id: _place_of(ids, row_id) for row_id in wanted}
        self._ids = ids
        after = [
            self.index(place, 0) if (place := places.get(row_id, -1)) >= 0 else QModelIndex()
            for row_id in held
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _keep(self, rows: Sequence[InboxRow]) -> None:
        for row in rows:
            self._rows[row.row_id] = row
            self._rows.move_to_end(row.row_id)
        while len(self._rows) > _KEPT_ROWS:
            self._rows.popitem(last=False)

    def _want(self, position: int) -> None:
        start = position - position % _WINDOW
        for row_id in self._ids[start : start + _WINDOW]:
            if row_id not in self._rows and row_id not in self._asked:
                self._wanted.add(row_id)
        if self._wanted:
            self._ask_timer.start()

    def _on_ask(self) -> None:
        wanted, self._wanted = self._wanted, set()
        if wanted:
            asked = array("q", sorted(wanted))
            self._asked.update(dict.fromkeys(wanted, asked))
            self.rows_wanted.emit(asked)

    def _repaint(self, row_ids: set[int]) -> None:
        if not row_ids:
            return
        start = max(0, self._near - _NEAR)
        near = self._ids[start : self._near + _NEAR]
        places = [start + place for place, row_id in enumerate(near) if row_id in row_ids]
        if places:
            self.dataChanged.emit(self.index(places[0], 0), self.index(places[-1], 0))

    def _spoken(self, row: InboxRow) -> str:
        inquiry = row.inquiry
        parts = [
            status_word(inquiry.status),
            inquiry.customer.name,
            visibility_word(inquiry.visibility),
            inquiry.title,
            row.snippet or inquiry.last_message_preview,
        ]
        if is_waiting(inquiry):
            waited = duration_text(self._now - inquiry.received_at)
            parts.insert(1, self.tr("waiting {time}").format(time=waited))
        if row.has_draft:
            parts.append(self.tr("draft"))
        return ", ".join(part for part in parts if part)
