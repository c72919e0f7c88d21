"""Why: Qcash is one page: what there is, how it came and went, and how more is bought (ux.md 6)."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QStackedWidget, QWidget

from qpost.models.account import Capability, Shop
from qpost.models.errors import Offline
from qpost.models.events import LinkChanged, LinkState, QcashChanged
from qpost.models.jst import business_date
from qpost.models.periods import Period
from qpost.models.qcash import Charge
from qpost.models.qoo10 import QsmPage
from qpost.services.workspace import Workspace
from qpost.ui.amounts import NO_FIGURE, Unit, amount_text
from qpost.ui.charts.card import ChartCard
from qpost.ui.charts.series import Point, Series, Shape
from qpost.ui.dates import moment_text, utc_now
from qpost.ui.errors import describe
from qpost.ui.i18n import Retranslated
from qpost.ui.kept_reader import KeptReader
from qpost.ui.kit import Kit
from qpost.ui.qcash.balances import daily_balances
from qpost.ui.qcash.charge_desk import ChargeDesk
from qpost.ui.qcash.following import LOOK_EVERY_S
from qpost.ui.qcash.history_pane import HistoryPane
from qpost.ui.qcash.holdings import FRESH_FOR, Holdings, read_holdings
from qpost.ui.qcash.ledger_pane import LedgerPane
from qpost.ui.qcash.payment_card import PaymentCard
from qpost.ui.qcash.wallet_card import WalletCard
from qpost.ui.qcash.words import age_text
from qpost.ui.qsm import open_qsm
from qpost.ui.tokens import SPACE_L, SPACE_M
from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.card_row import CardRow
from qpost.ui.widgets.layouts import column, row, set_role, surface
from qpost.ui.widgets.metric_card import MetricCard
from qpost.ui.widgets.not_offered import NotOffered
from qpost.ui.widgets.segments import Segments
from qpost.ui.widgets.toast import Toast

_CARD_PX = 260
_CHART_LINES, _LISTS_LINES = 10, 16
"""How tall chart and lists are at least, in heights of a line of text."""


class Book(StrEnum):
    """Which of the two lists is on screen."""

    LEDGER = "ledger"
    HISTORY = "history"


class QcashPage(Retranslated):
    """Balance, what waits for payment, wallet; the running balance; ledger and charge history."""

    def __init__(
        self,
        workspace: Workspace,
        kit: Kit,
        toast: Toast,
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = utc_now,
        follow_every_s: float = LOOK_EVERY_S,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._now = now
        self._shop: Shop | None = None
        self._was_offline = False
        self._has_history = False
        account = workspace.qcash
        self.reader = KeptReader(
            kit.jobs,
            read=partial(read_holdings, account),
            ask=account.refresh,
            nothing=Holdings(),
            fresh_for=FRESH_FOR,
            parent=self,
            now=now,
        )
        self.desk = ChargeDesk(
            workspace, kit, toast, self.reader, page=self, now=now, follow_every_s=follow_every_s
        )
        # Every part is built inside its parent: under a style sheet, moving a finished part to another
        # parent polishes all of it again.
        self._faces = QStackedWidget(self)
        front = QWidget(self._faces)
        self.banner = Banner(front)
        self._area = QScrollArea(front)
        ground = surface("background")
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(ground)
        self._cards = CardRow(ground, least_card_px=_CARD_PX)
        self.balance = MetricCard(kit.theme, self._cards)
        self.charge_button = QPushButton(self.balance)
        self.balance.set_action(self.charge_button)
        self.payment = PaymentCard(kit.theme, now=now, parent=self._cards)
        self.wallet = WalletCard(kit.theme, self._cards)
        self.chart = ChartCard(kit.theme, ground)
        self._book_card = QFrame(ground)
        self._book_card.setProperty("surface", "card")
        self.books = Segments(list(Book), self._book_card)
        self._lists = QStackedWidget(self._book_card)
        self.ledger = LedgerPane(account, kit, toast, now=now, parent=self._lists)
        self.history = HistoryPane(account, kit, now=now, parent=self._lists)
        self.not_offered = NotOffered(kit, "qcash", self._faces, page=QsmPage.QCASH)
        self._lay_out(front, ground)
        self._connect(kit)
        self.show_book(Book.LEDGER)
        self.retranslate()

    def _lay_out(self, front: QWidget, ground: QWidget) -> None:
        for card in (self.balance, self.payment, self.wallet):
            self._cards.add_card(card)
        line_px = self.fontMetrics().height()
        self.chart.setMinimumHeight(_CHART_LINES * line_px)
        self._book_card.setMinimumHeight(_LISTS_LINES * line_px)
        inside = column(self._book_card, margin=SPACE_M, gap=SPACE_M)
        top = row(gap=SPACE_M)
        top.addWidget(self.books)
        top.addStretch(1)
        top.addWidget(self.ledger.file.button)
        top.addWidget(self.history.pay_button)
        inside.addLayout(top)
        self._lists.addWidget(self.ledger)
        self._lists.addWidget(self.history)
        inside.addWidget(self._lists, 1)
        lines = column(ground, margin=SPACE_L, gap=SPACE_M)
        lines.addWidget(self._cards)
        lines.addWidget(self.chart, 2)
        lines.addWidget(self._book_card, 5)
        self.banner.setProperty("bar", True)
        parts = column(front, gap=0)
        parts.addWidget(self.banner)
        parts.addWidget(self._area, 1)
        self._faces.addWidget(front)
        self._faces.addWidget(self.not_offered)
        column(self).addWidget(self._faces)

    def _connect(self, kit: Kit) -> None:
        self.charge_button.clicked.connect(self._on_charge)
        self.payment.payment_asked.connect(self._on_payment_asked)
        self.history.payment_asked.connect(self._on_payment_asked)
        self.books.chosen.connect(self.show_book)
        self.ledger.changed.connect(self._show_chart)
        self.reader.changed.connect(self._on_holdings)
        self.desk.changed.connect(self.retranslate)
        self.desk.history_changed.connect(self._on_history_changed)
        kit.bridge.link_changed.connect(self._on_link_changed)
        kit.bridge.qcash_changed.connect(self._on_qcash_changed)
        for keys, slot in (
            ("F5", self.refresh),
            ("Ctrl+E", self.ledger.file.ask_file),
            ("Ctrl+N", self._on_charge),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(slot)

    # -- what the shell uses

    def show_shop(self, shop: Shop) -> None:
        """Show the Qcash of ``shop``: what is kept at once, what is new behind it."""
        self._shop = shop
        self._has_history = False
        self.reader.show_shop(shop.id)
        self.ledger.show_shop(shop)
        if self.books.value is Book.HISTORY:
            self.show_book(Book.HISTORY)
        if self.isVisible():
            self.reader.refresh()

    def show_book(self, book: object) -> None:
        """Show the ledger or the charge history."""
        self.books.choose(book)
        is_history = book is Book.HISTORY
        self._lists.setCurrentWidget(self.history if is_history else self.ledger)
        self.ledger.file.button.setVisible(not is_history)
        self.history.pay_button.setVisible(is_history)
        if is_history and self._shop is not None and not self._has_history:
            self._has_history = True
            self.history.show_shop(self._shop)

    def refresh(self) -> None:
        """Read everything anew."""
        self.reader.refresh()
        self.ledger.refresh()
        self._on_history_changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask what is new when the page comes into sight."""
        super().showEvent(event)
        self.reader.refresh(is_urgent=False)

    def retranslate(self) -> None:
        """Set all words."""
        offered = self._workspace.capabilities()
        self._faces.setCurrentIndex(1 if offered and Capability.QCASH not in offered else 0)
        self.books.set_text(Book.LEDGER, self.tr("Ledger"))
        self.books.set_text(Book.HISTORY, self.tr("Charge history"))
        self._show_figures()
        self._show_chart()
        self._tell_state()

    # -- showing

    def _show_figures(self) -> None:
        account = self.reader.held.account
        obstacle = self.desk.obstacle()
        figure = NO_FIGURE if account is None else amount_text(account.value.balance, Unit.QCASH)
        self.balance.show_metric(
            title=self.tr("Qcash balance"),
            figure=figure,
            period="" if account is None else age_text(account.read_at, now=self._now()),
            note=obstacle,
        )
        is_offered = self.desk.is_offered
        self.charge_button.setText(self.tr("Charge…") if is_offered else self.tr("Open QSM"))
        set_role(self.charge_button, "role", "primary" if is_offered else "")
        self.charge_button.setEnabled(not obstacle or not is_offered)
        self.charge_button.setToolTip(obstacle or self.tr("Buy Qcash (Ctrl+N)"))
        self.charge_button.setAccessibleDescription(obstacle)
        self.wallet.show_wallet(None if account is None else account.value)
        self.payment.show_charges(self.reader.held.pending)

    def _show_chart(self) -> None:
        period = self.ledger.period
        last = min(period.last, business_date(self._now()))
        points: tuple[Point, ...] = ()
        if last >= period.first:
            points = daily_balances(
                self.ledger.entries,
                Period(period.first, last),
                is_complete=self.ledger.list.is_complete,
                balance=self.reader.held.balance,
            )
        name = self.tr("Qcash balance at the end of each day in Japan")
        self.chart.show_series(Series(name, Unit.QCASH, Shape.STEP, points))

    def _tell_state(self) -> None:
        doubt, error = self.reader.held.doubt, self.reader.error
        if doubt is not None:
            text = self.tr(
                "It is not known yet whether the charge of {moment} went through. Qpost looks at the charge "
                "history until it is clear; no second charge is offered meanwhile."
            )
            self.banner.tell(
                text.format(moment=moment_text(doubt)),
                action=self.tr("Look again"),
                chosen=self.desk.look,
            )
        elif error is not None:
            words = describe(error)
            is_offline = isinstance(error, Offline)
            kept = self.tr("No connection: you see what was last read. Charging needs the network.")
            self.banner.tell(
                kept if is_offline else words.whole,
                tone="amber" if is_offline else "red",
                action=self.tr("Try again"),
                chosen=self.refresh,
                details=f"{words.text}\n{words.details}",
            )
        else:
            self.banner.hide()

    def _on_holdings(self, before: Holdings) -> None:
        now = self.reader.held
        self.retranslate()
        if before.balance is not None and now.balance != before.balance:
            self.ledger.refresh()
        if before.pending != now.pending:
            self._on_history_changed()

    def _on_qcash_changed(self, event: QcashChanged) -> None:
        if event.shop_id == self.reader.shop:
            self.reader.read_kept()

    def _on_history_changed(self) -> None:
        if self._has_history:
            self.history.refresh()

    def _on_link_changed(self, link: LinkChanged) -> None:
        is_offline = link.state is LinkState.OFFLINE
        if self._was_offline and not is_offline and self.isVisible():
            self.refresh()
        self._was_offline = is_offline
        self.retranslate()

    def _on_charge(self) -> None:
        if self.desk.is_offered:
            self.desk.open()
        else:
            open_qsm(QsmPage.QCASH)

    def _on_payment_asked(self, charge: Charge) -> None:
        self.desk.show_payment(charge)
