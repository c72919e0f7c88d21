"""Why: what a seller can take away, where to, how far it is and where it went is one flow."""

from array import array
from datetime import datetime
from functools import partial
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from qpost.models.account import Shop
from qpost.models.inquiry import Inquiry
from qpost.models.jst import business_date
from qpost.models.search import InquiryQuery
from qpost.services.export import Export
from qpost.services.files import safe_name
from qpost.ui.export.words import csv_words, sheet_words
from qpost.ui.export.writing import FileWriting
from qpost.ui.inquiries.conversation import Conversation
from qpost.ui.inquiries.list_pane import ListPane
from qpost.ui.inquiries.words import one_line, status_word
from qpost.ui.kit import Kit
from qpost.ui.widgets.toast import Toast

_ICON = QSize(16, 16)
_CUSTOMER_LIMIT = 40


class _Chosen(Struct, frozen=True):
    """The inquiries a table is made of: the rows named, or all that ``query`` matches."""

    shop: Shop
    row_ids: "array[int] | None"
    query: InquiryQuery | None


class Exports(FileWriting):
    """Two buttons with menus for others to place, and the line that tells of progress and faults."""

    def __init__(
        self,
        export: Export,
        kit: Kit,
        toast: Toast,
        *,
        pane: ListPane,
        conversation: Conversation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, toast, parent)
        self._export = export
        self._pane = pane
        self._conversation = conversation
        self.banner.setProperty("bar", True)
        self.selected_action, self.list_action = QAction(self), QAction(self)
        self.pdf_action = QAction(self)
        self.list_menu, self._thread_menu = QMenu(self), QMenu(self)
        self.list_menu.addActions([self.selected_action, self.list_action, self.pdf_action])
        self._thread_menu.addAction(self.pdf_action)
        self.list_button = _menu_button(self.list_menu, self)
        self.thread_button = _menu_button(self._thread_menu, self)
        self._connect()
        self.retranslate()
        self._paint_icons()

    def _connect(self) -> None:
        self._kit.theme.changed.connect(self._paint_icons)
        self.list_menu.aboutToShow.connect(self.refresh_actions)
        self._thread_menu.aboutToShow.connect(self.refresh_actions)
        self.selected_action.triggered.connect(self._on_selected)
        self.list_action.triggered.connect(self._on_list)
        self.pdf_action.triggered.connect(self._on_pdf)
        self._pane.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._pane.view.customContextMenuRequested.connect(self._on_context_menu)

    # -- what the page uses

    def show_menu(self) -> None:
        """Open the menu at its button, ready for the arrow keys."""
        button, menu = self.list_button, self.list_menu
        self.refresh_actions()  # the words decide the width
        menu.popup(button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height())))
        first = next((action for action in self.list_menu.actions() if action.isEnabled()), None)
        if first is not None:
            self.list_menu.setActiveAction(first)

    def save_csv(self, chosen: _Chosen, target: Path) -> None:
        """Write the chosen inquiries to ``target``."""
        words = csv_words()
        if chosen.query is not None:
            work = partial(self._export.list_to_csv, [chosen.shop], chosen.query, target, words=words)
        else:
            row_ids = chosen.row_ids or array("q")
            work = partial(self._export.rows_to_csv, chosen.shop, row_ids, target, words=words)
        self.write(lambda course: work(course=course), target, counts_inquiries=True)

    def save_thread(self, inquiry: Inquiry, shop: Shop, target: Path) -> None:
        """Write the exchange as it is on screen to ``target``."""
        from qpost.ui.export.thread_pdf import Print, save_pdf  # not needed to show the list

        what = Print(
            inquiry=inquiry,
            shop=shop.name,
            status=status_word(inquiry.status),
            words=sheet_words(self._kit.translations.language),
        )
        self.write(lambda course: save_pdf(what, target, course=course), target)

    def refresh_actions(self) -> None:
        """Put the numbers into the menus and offer what can be done now."""
        listed, selected = self._pane.model.rowCount(), self._selected_count()
        self.selected_action.setText(self.tr("Export selected ({count})…").format(count=selected))
        self.list_action.setText(self.tr("Export list ({count})…").format(count=listed))
        self.selected_action.setEnabled(selected > 0 and not self.is_busy)
        self.list_action.setEnabled(listed > 0 and not self.is_busy)
        self.pdf_action.setEnabled(self._conversation.inquiry is not None and not self.is_busy)

    def retranslate(self) -> None:
        """Set all words."""
        self.list_button.setToolTip(self.tr("Export inquiries (Ctrl+E)"))
        self.list_button.setAccessibleName(self.tr("Export inquiries"))
        self.thread_button.setToolTip(self.tr("More actions"))
        self.thread_button.setAccessibleName(self.tr("More actions"))
        self.pdf_action.setText(self.tr("Save thread as PDF…"))
        self.refresh_actions()

    # -- what to take

    def _selected_count(self) -> int:
        return sum(bottom - top + 1 for top, bottom in self._pane.view.selected_parts())

    def _on_selected(self) -> None:
        if self._selected_count() == self._pane.model.rowCount():
            self._on_list()  # all of a very long list: no need to name each row
            return
        shop = self._conversation.shop
        if shop is not None:
            self._ask_csv(
                _Chosen(shop=shop, row_ids=array("q", self._pane.view.selected_row_ids()), query=None)
            )

    def _on_list(self) -> None:
        shop, query = self._conversation.shop, self._pane.question
        if shop is not None and query is not None:
            self._ask_csv(_Chosen(shop=shop, row_ids=None, query=query))

    def _on_pdf(self) -> None:
        inquiry, shop = self._conversation.inquiry, self._conversation.shop
        if inquiry is None or shop is None:
            return
        customer = one_line(inquiry.customer.name, limit=_CUSTOMER_LIMIT)
        self.ask_where(
            self.tr("Save thread as PDF"),
            safe_name(f"{one_line(inquiry.number)} {customer}.pdf"),
            suffix="pdf",
            kind=self.tr("PDF files (*.pdf)"),
            chosen=lambda target: self.save_thread(inquiry, shop, target),
        )

    def _on_context_menu(self, place: QPoint) -> None:
        self.list_menu.popup(self._pane.view.viewport().mapToGlobal(place))

    def _ask_csv(self, chosen: _Chosen) -> None:
        today = business_date(datetime.now().astimezone())
        self.ask_where(
            self.tr("Export inquiries"),
            f"qpost-{safe_name(chosen.shop.code)}-{today:%Y%m%d}.csv",
            suffix="csv",
            kind=self.tr("CSV files (*.csv)"),
            chosen=lambda target: self.save_csv(chosen, target),
        )

    def _paint_icons(self) -> None:
        self.list_button.setIcon(self._kit.assets.icon("download", size_px=16))
        self.thread_button.setIcon(self._kit.assets.icon("more", size_px=16))


def _menu_button(menu: QMenu, parent: QWidget) -> QPushButton:
    button = QPushButton(parent)
    button.setProperty("role", "quiet")
    button.setIconSize(_ICON)
    button.setMenu(menu)
    return button
