"""Why: every charge is found again with its state, and one that waits is paid from here (domain.md 4)."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from qpost.models.account import Shop
from qpost.models.qcash import Charge, ChargeState
from qpost.services.qcash_account import QcashAccount
from qpost.ui.i18n import Retranslated
from qpost.ui.kit import Kit
from qpost.ui.qcash.columns import history_columns
from qpost.ui.qcash.paged_list import PagedList
from qpost.ui.widgets.layouts import column


class HistoryPane(Retranslated):
    """All charges, newest first; ``payment_asked`` brings the pending one to show.

    ``pay_button`` is for the page to place.
    """

    payment_asked = Signal(object)

    def __init__(
        self,
        account: QcashAccount,
        kit: Kit,
        *,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._shop: Shop | None = None
        self.list = PagedList(history_columns(), kit, icon="qcash", now=now, parent=self)
        self.pay_button = QPushButton()
        column(self).addWidget(self.list)
        self.pay_button.clicked.connect(lambda: self._ask_payment(self.list.table.current_row))
        self.list.table.chosen.connect(self._ask_payment)
        self.list.table.selectionModel().currentChanged.connect(self._offer_payment)
        self.list.changed.connect(self._offer_payment)
        self.retranslate()
        self._offer_payment()

    def show_shop(self, shop: Shop) -> None:
        """Show the charges of ``shop``."""
        self._shop = shop
        account = self._account
        self.list.ask(partial(account.charges, shop.id), partial(account.kept_charges, shop.id))

    def refresh(self) -> None:
        """Read what is new."""
        self.list.refresh()

    def retranslate(self) -> None:
        """Set all words."""
        self.pay_button.setText(self.tr("Pay…"))
        self.pay_button.setToolTip(self.tr("Show the payment page of the selected charge (Enter)"))
        self.list.word(
            name=self.tr("Charge history"),
            nothing=self.tr("Nothing was charged yet"),
            advice=self.tr("Every charge is listed here with its state."),
        )

    def _offer_payment(self, *_: object) -> None:
        self.pay_button.setEnabled(_is_pending(self.list.table.current_row))

    def _ask_payment(self, row: object) -> None:
        if _is_pending(row):
            self.payment_asked.emit(row)


def _is_pending(row: object) -> bool:
    return isinstance(row, Charge) and row.state is ChargeState.PENDING
