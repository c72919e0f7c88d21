"""Why: the list behaves like a mail reader's: arrows or J/K walk, several can be chosen, nothing jumps."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from qpost.ui.inquiries.list_delegate import InquiryDelegate
from qpost.ui.inquiries.list_model import InquiryListModel
from qpost.ui.kit import Kit

_OPEN_AFTER_MS = 40


class InquiryListView(QTableView):
    """A one-column table painted by ``InquiryDelegate``; ``opened`` carries the row id looked at.

    ``entered_reply`` follows Enter on the current row: the seller goes on in the reply.
    """

    opened = Signal(int)
    entered_reply = Signal()

    def __init__(self, model: InquiryListModel, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = InquiryDelegate(kit.theme, kit.assets, self)
        self._top: QPersistentModelIndex | None = None
        self.setItemDelegate(self._delegate)
        self._left_at = 0
        model.rowsAboutToBeRemoved.connect(self._on_rows_leaving)  # before Qt moves the current row on
        self.setModel(model)
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
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(40)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()
        kit.theme.changed.connect(self._fit_rows)
        self._open_timer = QTimer(self, singleShot=True, interval=_OPEN_AFTER_MS)
        self._open_timer.timeout.connect(self._on_open)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(self._on_current_changed)
        for before in (model.rowsAboutToBeInserted, model.rowsAboutToBeRemoved, model.layoutAboutToBeChanged):
            before.connect(self._hold_position)
        for after in (model.rowsInserted, model.rowsRemoved, model.layoutChanged):
            after.connect(self._restore_position)

    @property
    def current_row_id(self) -> int | None:
        """The row id under the cursor."""
        index = self.currentIndex()
        return self._model.row_id(index.row()) if index.isValid() else None

    def selected_parts(self) -> list[tuple[int, int]]:
        """Return the first and last place of each stretch of chosen rows, top to bottom."""
        return sorted((part.top(), part.bottom()) for part in self.selectionModel().selection().toList())

    def selected_row_ids(self) -> list[int]:
        """Return the chosen rows' ids in display order."""
        return [
            row_id for first, last in self.selected_parts() for row_id in self._model.ids[first : last + 1]
        ]

    def choose(self, row_id: int) -> bool:
        """Move the cursor to ``row_id`` without opening it; False when it is not in the list."""
        position = self._model.position(row_id)
        if position < 0:
            return False
        self.selectRow(position)
        self.scrollTo(self._model.index(position, 0))
        self._open_timer.stop()
        return True

    def step(self, by: int) -> None:
        """Move the cursor by rows; from where its row left the list when it did."""
        count = self._model.rowCount()
        if count:
            current = self.currentIndex()
            start = current.row() if current.isValid() else self._left_at - (1 if by > 0 else 0)
            place = min(max(start + by, 0), count - 1)
            self.selectRow(place)
            self.scrollTo(self._model.index(place, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """J and K walk like the arrows; Enter leads on to the reply."""
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() in (
            Qt.Key.Key_J,
            Qt.Key.Key_K,
        ):
            self.step(1 if event.key() == Qt.Key.Key_J else -1)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_reply.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The one column is as wide as the view."""
        self.setColumnWidth(0, self.viewport().width())
        super().resizeEvent(event)

    def _fit_rows(self) -> None:
        height = self._delegate.row_height
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height // 2)
        self.viewport().update()

    def _on_rows_leaving(self, _: QModelIndex, first: int, last: int) -> None:
        """Let go of a current row that leaves: what is open stays open until the seller moves."""
        current = self.currentIndex()
        if current.isValid() and first <= current.row() <= last:
            self._left_at = first
            self.selectionModel().clear()
            self._open_timer.stop()

    def _hold_position(self) -> None:
        if self.currentIndex().isValid():
            self._left_at = self.currentIndex().row()
        is_at_top = self.verticalScrollBar().value() == 0
        index = self.indexAt(self.viewport().rect().topLeft())
        self._top = None if is_at_top or not index.isValid() else QPersistentModelIndex(index)
        self._offset = self.rowViewportPosition(index.row()) if self._top else 0

    def _restore_position(self) -> None:
        top, self._top = self._top, None
        if top is not None and top.isValid():
            self.verticalScrollBar().setValue(top.row() * self._delegate.row_height - self._offset)

    def _on_current_changed(self, *_: object) -> None:
        self._open_timer.start()

    def _on_open(self) -> None:
        index: QModelIndex = self.currentIndex()
        if index.isValid():
            self.opened.emit(self._model.row_id(index.row()))
