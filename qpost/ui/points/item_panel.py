"""Why: points by item are asked, ordered, opened, copied and taken away in one place."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QLabel, QMenu, QProgressBar, QPushButton, QStackedWidget, QWidget

from qpost.models.account import Shop
from qpost.models.errors import Refused
from qpost.models.periods import Period
from qpost.models.points import CategoryTree, ItemPoints
from qpost.services.service_points import ItemQuery, ServicePoints
from qpost.ui.amounts import number_text
from qpost.ui.dates import moment_text, utc_now
from qpost.ui.errors import describe
from qpost.ui.i18n import Retranslated
from qpost.ui.kit import Kit
from qpost.ui.points.columns import COLUMNS, SORTABLE, TEXTS, ItemColumn, head_text, in_order
from qpost.ui.points.item_export import ItemExport
from qpost.ui.points.item_filters import ItemFilters
from qpost.ui.points.item_model import ItemPointsModel, Sort, sort_arrow
from qpost.ui.points.item_reading import ItemReading
from qpost.ui.points.item_table import ItemTable, TotalsRow
from qpost.ui.points.pictures import Pictures
from qpost.ui.points.shipping_opening import ShippingOpening
from qpost.ui.points.words import page_word, refusal_from
from qpost.ui.tokens import SPACE_L, SPACE_M, SPACE_S
from qpost.ui.widgets.announce import announce
from qpost.ui.widgets.layouts import column, row, set_role, surface
from qpost.ui.widgets.notice import Notice

_LEAST_PX = 480
_ICON = QSize(16, 16)
_PROGRESS_PX = 120


class ItemPanel(Retranslated):
    """Filters, table, sums, and a line that says how much was read, and when.

    The service gives rows by item number. Another order is a promise about all rows, so the rows not read
    yet are read first, with progress and a way to stop; until then the rows stay as they came.
    """

    def __init__(
        self,
        points: ServicePoints,
        kit: Kit,
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._points = points
        self._kit = kit
        self._shop: Shop | None = None
        self._sort: Sort | None = None
        self._card = surface("card")
        column(self).addWidget(self._card)
        self._faces = QStackedWidget(self._card)
        self._filled = QWidget(self._faces)
        self.filters = ItemFilters(kit, self._card, now=now)
        self.reading = ItemReading(points, kit.jobs, parent=self, now=now)
        self.pictures = Pictures(kit.jobs, parent=self)
        self.model = ItemPointsModel(self)
        self.table = ItemTable(self.model, kit.theme, self.pictures, self._filled)
        self.totals = TotalsRow(self.table, kit.theme, self._filled)
        self.notice = Notice(kit.assets, "points", self._faces)
        self.export = ItemExport(kit, self._card)
        self.shipping = ShippingOpening(points, kit, self)
        self.sort_button, self.copy_button, self.csv_button = (QPushButton(self._card) for _ in range(3))
        self.status = QLabel(self._card)
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar(self._card)
        self.stop_button, self.retry_button = QPushButton(self._card), QPushButton(self._card)
        self._make_sort_menu()
        self._lay_out()
        self._connect()
        self.totals.show_totals(None)
        self.retranslate()
        self._paint_icons()

    def _make_sort_menu(self) -> None:
        self._sort_menu = QMenu(self)
        self._sort_group = QActionGroup(self)
        for sort_column in SORTABLE:
            action = self._sort_menu.addAction("")
            action.setCheckable(True)
            action.setData(sort_column)
            self._sort_group.addAction(action)
        self.sort_button.setMenu(self._sort_menu)
        self._menu = QMenu(self)
        self.shipping_action, self.copy_action = QAction(self), QAction(self)
        self._menu.addActions([self.shipping_action, self.copy_action])

    def _lay_out(self) -> None:
        lines = column(self._card, gap=0)
        head = row(gap=SPACE_S)
        head.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_S)
        head.addWidget(self.filters.pages)
        head.addStretch(1)
        for button in (self.sort_button, self.copy_button, self.csv_button):
            button.setProperty("role", "quiet")
            button.setIconSize(_ICON)
            head.addWidget(button)
        lines.addLayout(head)
        bar = row()
        bar.setContentsMargins(SPACE_L, 0, SPACE_L, SPACE_M)
        bar.addWidget(self.filters)
        lines.addLayout(bar)
        lines.addWidget(self.export)
        inside = column(self._filled, gap=0)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.totals)
        self._faces.addWidget(self._filled)
        self._faces.addWidget(self.notice)
        lines.addWidget(self._faces, 1)
        foot = row(gap=SPACE_M)
        foot.setContentsMargins(SPACE_L, SPACE_S, SPACE_L, SPACE_S)
        self.status.setProperty("type", "small")
        self.progress.setFixedWidth(_PROGRESS_PX)
        self.progress.setTextVisible(False)
        for button in (self.stop_button, self.retry_button):
            button.setProperty("role", "link")
        foot.addWidget(self.status)
        foot.addWidget(self.progress)
        foot.addWidget(self.stop_button)
        foot.addWidget(self.retry_button)
        foot.addStretch(1)
        lines.addLayout(foot)
        self.setMinimumHeight(_LEAST_PX)

    def _connect(self) -> None:
        self._kit.theme.changed.connect(self._paint_icons)
        self.filters.asked.connect(self._on_asked)
        self.reading.began.connect(self.model.clear)
        self.reading.arrived.connect(self._on_arrived)
        self.reading.changed.connect(self._reword_state)
        self.table.end_neared.connect(self._on_end_neared)
        self.table.shipping_asked.connect(self.open_shipping)
        self.table.horizontalHeader().sectionClicked.connect(self._on_head_clicked)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_context_menu)
        self._sort_group.triggered.connect(lambda action: self.sort_by(ItemColumn(action.data())))
        self.copy_button.clicked.connect(self.copy)
        self.csv_button.clicked.connect(self.save_csv)
        self.copy_action.triggered.connect(self.copy)
        self.shipping_action.triggered.connect(self._on_shipping_action)
        self.stop_button.clicked.connect(self._on_stop)
        self.retry_button.clicked.connect(self.reading.more)

    # -- what the page uses

    def show_shop(self, shop: Shop) -> None:
        """Show ``shop``'s items of this month."""
        self._shop = shop
        self._sort = None
        self.pictures.fetch_by(partial(self._points.picture, shop.id))
        self.filters.start_over()
        self.reading.forget()
        self.filters.ask()

    def show_categories(self, tree: CategoryTree) -> None:
        """Offer ``tree`` as a filter."""
        self.filters.show_categories(tree)

    def query(self) -> None:
        """Ask again (F5)."""
        self.filters.ask()

    def copy(self) -> None:
        """Put the chosen rows on the clipboard and say how many."""
        count = self.table.copy_chosen()
        if count:
            self.status.setText(self.tr("%n row(s) copied", "", count))
            announce(self.status, self.status.text())

    def save_csv(self) -> None:
        """Ask where to save, then write all items of the question, in the order on screen."""
        query, shop = self.reading.query, self._shop
        if query is None or shop is None or not self.model.rowCount():
            return
        self.export.ask_file(
            f"qpost-points-{shop.code}-{query.first:%Y%m%d}-{query.last:%Y%m%d}.csv",
            lambda target: self.reading.read_all(partial(self._save, target)),
        )

    def sort_by(self, sort_column: ItemColumn) -> None:
        """Order by ``sort_column``: figures from the largest, texts from the first; once more, reversed.

        The third time the rows are as the service gave them.
        """
        is_first_descending = sort_column not in TEXTS
        current = self._sort
        if current is None or current[0] is not sort_column:
            self._sort = (sort_column, is_first_descending)
        elif current[1] is is_first_descending:
            self._sort = (sort_column, not is_first_descending)
        else:
            self._sort = None
        self._reword_sort()
        self._put_in_order()

    @property
    def sort(self) -> Sort | None:
        """The order asked for; None is the service's, by item number."""
        return self._sort

    def open_shipping(self, item: ItemPoints) -> None:
        """Show where the shipping score of ``item`` comes from."""
        query = self.reading.query
        if query is not None and self._shop is not None:
            self.shipping.open(self._shop.id, item, Period(query.first, query.last))

    def retranslate(self) -> None:
        """Set all words."""
        self.copy_button.setToolTip(self.tr("Copy the chosen rows (Ctrl+C)"))
        self.copy_button.setText(self.tr("Copy"))
        self.csv_button.setText(self.tr("CSV…"))
        self.csv_button.setToolTip(self.tr("Save all these items as a table (Ctrl+E)"))
        self.csv_button.setAccessibleName(self.tr("Save as CSV"))
        self.stop_button.setText(self.tr("Stop"))
        self.retry_button.setText(self.tr("Try again"))
        self.shipping_action.setText(self.tr("Shipping score… (Enter)"))
        self.copy_action.setText(self.tr("Copy rows (Ctrl+C)"))
        self.progress.setAccessibleName(self.tr("Progress of reading"))
        for action in self._sort_group.actions():
            action.setText(head_text(ItemColumn(action.data())))
        self.model.reword()
        self.table.fit()
        self._reword_sort()
        self._reword_state()

    # -- reading

    def _on_asked(self, query: ItemQuery) -> None:
        if self._shop is not None:
            self.reading.ask(self._shop.id, query)

    def _on_arrived(self, items: Sequence[ItemPoints]) -> None:
        self.model.append(items)
        self.table.widen(items, self.reading.totals)
        if self._sort is not None and not self.reading.is_reading_all:
            self._put_in_order()

    def _on_end_neared(self) -> None:
        if self.reading.error is None:
            self.reading.more()

    def _on_stop(self) -> None:
        self._sort = None
        self.model.show_order(None)
        self._reword_sort()
        self.reading.stop()

    # -- order

    def _put_in_order(self) -> None:
        if self._sort is None:
            self.model.show_order(None)
            return
        if self.model.rowCount():
            self.reading.read_all(self._order_all)

    def _order_all(self, then: Callable[[], object] | None = None) -> None:
        if self._sort is None:
            return
        sort_column, is_descending = self._sort
        items, turn = list(self.model.items), self._sort
        self._kit.jobs.run(
            lambda: in_order(items, sort_column, is_descending=is_descending),
            owner=self,
            done=partial(self._on_ordered, turn, then),
        )

    def _on_ordered(self, turn: Sort, then: Callable[[], object] | None, order: list[int]) -> None:
        if turn == self._sort:
            self.model.show_order(order)
        if then is not None:
            then()

    def _save(self, target: Path) -> None:
        """Write what was read in the order asked for, which may not be on screen yet."""

        def write() -> None:
            self.export.save(self.model.shown, target)

        if self._sort is None:
            write()
        else:
            self._order_all(write)

    def _on_head_clicked(self, section: int) -> None:
        if COLUMNS[section] in SORTABLE:
            self.sort_by(COLUMNS[section])

    def _reword_sort(self) -> None:
        self.model.show_sort(self._sort)
        if self._sort is None:
            self.sort_button.setText(self.tr("Sort: {column}").format(column=head_text(ItemColumn.NUMBER)))
        else:
            text = self.tr("Sort: {column}").format(column=head_text(self._sort[0]))
            self.sort_button.setText(f"{text} {sort_arrow(self._sort[1])}")
        chosen = ItemColumn.NUMBER if self._sort is None else self._sort[0]
        for action in self._sort_group.actions():
            action.setChecked(action.data() == chosen)

    # -- what is said

    def _reword_state(self) -> None:
        reading = self.reading
        count = self.model.rowCount()
        self.totals.show_totals(reading.totals if count else None)
        self.stop_button.setVisible(reading.is_reading_all)
        self.retry_button.setVisible(count > 0 and reading.error is not None)
        self.progress.setVisible(reading.is_reading and count > 0)
        rows = reading.totals.rows if reading.totals is not None else 0
        self.progress.setRange(0, rows if reading.is_reading_all else 0)
        self.progress.setValue(count)
        is_empty = not count
        self.csv_button.setEnabled(not is_empty)
        self.copy_button.setEnabled(not is_empty)
        self.sort_button.setEnabled(not is_empty)
        self._faces.setCurrentWidget(self.notice if is_empty else self._filled)
        if is_empty:
            self._tell_notice()
        self.status.setText("" if is_empty else self._status_text(count, rows))
        old = reading.is_kept or reading.error is not None
        set_role(self.status, "ink", "amber" if old else "2")
        self.table.setAccessibleName(page_word(self.filters.page))

    def _status_text(self, count: int, rows: int) -> str:
        reading = self.reading
        parts = [
            self.tr("{count} of {total} items").format(count=number_text(count), total=number_text(rows))
        ]
        if reading.is_reading_all:
            parts = [
                self.tr("Reading all items: {count} of {total}").format(
                    count=number_text(count), total=number_text(rows)
                )
            ]
        if reading.error is not None:
            parts.append(describe(reading.error).text)
        elif reading.read_at is not None:
            moment = moment_text(reading.read_at)
            kept = self.tr("offline: as read on {moment}").format(moment=moment)
            parts.append(kept if reading.is_kept else self.tr("read {moment}").format(moment=moment))
        return " · ".join(parts)

    def _tell_notice(self) -> None:
        reading = self.reading
        error = reading.error
        if error is not None:
            words = describe(error)
            advice = words.advice
            if isinstance(error, Refused) and error.code == "date-out-of-range":
                advice = refusal_from(error, self.filters.page)
            self.notice.tell(
                words.text, advice, icon="warning", action=self.tr("Try again"), chosen=reading.more
            )
        elif reading.has_begun:
            self.notice.tell(
                self.tr("No items for this question"),
                self.tr("Choose other days, another category, or look for another number or name."),
                icon="points",
            )
        else:
            self.notice.tell(self.tr("Reading points by item…"), "", icon="clock")

    def _on_shipping_action(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.open_shipping(self.model.item(index.row()))

    def _on_context_menu(self, place: QPoint) -> None:
        if self.table.currentIndex().isValid():
            self._menu.popup(self.table.viewport().mapToGlobal(place))

    def _paint_icons(self) -> None:
        assets = self._kit.assets
        self.sort_button.setIcon(assets.icon("sort", size_px=16))
        self.copy_button.setIcon(assets.icon("copy", size_px=16))
        self.csv_button.setIcon(assets.icon("download", size_px=16))
