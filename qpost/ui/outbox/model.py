"""Why: writes and drafts are one kind of list: whom it is for, what it says, where it stands."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from qpost.models.inbox import KeptDraft
from qpost.models.outbox import OutboxKind, OutboxRow
from qpost.ui.inquiries.words import one_line, outbox_word, write_text

Index = QModelIndex | QPersistentModelIndex
Entry = OutboxRow | KeptDraft
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_NO_PARENT = QModelIndex()


def key_of(entry: Entry) -> str:
    """Return what an entry is recognised by while it changes."""
    return str(entry.id if isinstance(entry, OutboxRow) else entry.draft.inquiry_id)


def customer_of(entry: Entry) -> str:
    """Return whom it is for, fit to stand in a line of ours."""
    if isinstance(entry, OutboxRow):
        return one_line(entry.customer_name)
    if entry.inquiry is not None:
        return one_line(entry.inquiry.customer.name)
    return QCoreApplication.translate("OutboxWords", "An inquiry that is gone")


def text_of(entry: Entry) -> str:
    """Return what the seller wrote; for an auto-reply, what it is."""
    if isinstance(entry, KeptDraft):
        return entry.draft.body
    return write_text(entry)


def kind_word(entry: Entry) -> str:
    """Say what is to be done."""
    translate = QCoreApplication.translate
    if isinstance(entry, KeptDraft):
        return translate("OutboxWords", "Draft")
    return {
        OutboxKind.REPLY: translate("OutboxWords", "Reply"),
        OutboxKind.AUTO_REPLY: translate("OutboxWords", "Auto-reply"),
        OutboxKind.HIDE: translate("OutboxWords", "Hide from the item page"),
    }[entry.kind]


def number_of(entry: Entry) -> str:
    """Return the inquiry's number; empty when it is not known."""
    if isinstance(entry, OutboxRow):
        return entry.inquiry_number
    return "" if entry.inquiry is None else entry.inquiry.number


class OutboxModel(QAbstractListModel):
    """The entries in the order given; an entry that stays keeps its row, selection included."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the entry for ``ENTRY_ROLE``, and what a screen reader says of it."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            state = outbox_word(entry.state) if isinstance(entry, OutboxRow) else ""
            words = (kind_word(entry), customer_of(entry), state, one_line(text_of(entry)))
            return ", ".join(word for word in words if word)
        return None

    def show(self, entries: Sequence[Entry]) -> None:
        """Show ``entries``, moving as little as possible."""
        wanted = [key_of(entry) for entry in entries]
        staying = set(wanted)
        known = [key_of(entry) for entry in self._entries]
        for place in reversed(range(len(known))):
            if known[place] not in staying:
                self._remove(place)
                del known[place]
        staying.intersection_update(known)
        for place, (key, entry) in enumerate(zip(wanted, entries, strict=True)):
            if place < len(known) and known[place] == key:
                if self._entries[place] != entry:
                    self._entries[place] = entry
                    self.dataChanged.emit(self.index(place), self.index(place))
                continue
            if key in staying:
                before = known.index(key, place)
                self._remove(before)
                del known[before]
            self.beginInsertRows(_NO_PARENT, place, place)
            self._entries.insert(place, entry)
            known.insert(place, key)
            self.endInsertRows()

    def place_of(self, key: str) -> int:
        """Return the row of an entry, -1 when it is not there."""
        return next((place for place, entry in enumerate(self._entries) if key_of(entry) == key), -1)

    def _remove(self, place: int) -> None:
        self.beginRemoveRows(_NO_PARENT, place, place)
        del self._entries[place]
        self.endRemoveRows()
