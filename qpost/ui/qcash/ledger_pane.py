"""Why: every movement of Qcash in any stretch of days is found, read, copied and taken away in one place."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qpost.models.account import Shop
from qpost.models.periods import Period
from qpost.models.qcash import LedgerEntry
from qpost.services.qcash_account import QcashAccount
from qpost.ui.i18n import Retranslated
from qpost.ui.kit import Kit
from qpost.ui.qcash.columns import ledger_columns
from qpost.ui.qcash.ledger_file import LedgerFile
from qpost.ui.qcash.paged_list import PagedList
from qpost.ui.qcash.period_bar import PeriodBar
from qpost.ui.tokens import SPACE_M, SPACE_S
from qpost.ui.widgets.layouts import column, row
from qpost.ui.widgets.toast import Toast

_READ_AHEAD = 500
"""Entries that are read without scrolling, so that the chart of an ordinary stretch is whole."""


class LedgerPane(Retranslated):
    """Periods, table and export; ``changed`` tells that other or more entries are shown.

    The button ``file.button`` is for the page to place.
    """

    changed = Signal()

    def __init__(
        self,
        account: QcashAccount,
        kit: Kit,
        toast: Toast,
        *,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._shop: Shop | None = None
        self.periods = PeriodBar(kit, now=now, parent=self)
        self.list = PagedList(ledger_columns(), kit, icon="qcash", now=now, parent=self)
        self.file = LedgerFile(account, kit, toast, asked=self._asked, now=now, parent=self)
        top = row(gap=SPACE_M)
        top.addWidget(self.periods)
        top.addStretch(1)
        lines = column(self, gap=SPACE_S)
        lines.addLayout(top)
        lines.addWidget(self.file)
        lines.addWidget(self.list, 1)
        self.periods.changed.connect(self._ask)
        self.list.changed.connect(self._on_rows)
        self.retranslate()

    def show_shop(self, shop: Shop) -> None:
        """Show the ledger of ``shop``."""
        self._shop = shop
        self._ask()

    def refresh(self) -> None:
        """Read what is new."""
        self.list.refresh()

    @property
    def period(self) -> Period:
        """The days on screen."""
        return self.periods.period

    @property
    def entries(self) -> Sequence[LedgerEntry]:
        """The entries read so far, newest first."""
        return [entry for entry in self.list.model.rows if isinstance(entry, LedgerEntry)]

    def retranslate(self) -> None:
        """Set all words."""
        self.list.word(
            name=self.tr("Qcash ledger"),
            nothing=self.tr("No Qcash moved on these days"),
            advice=self.tr("Choose a longer period."),
        )

    def _asked(self) -> tuple[Shop, Period] | None:
        return None if self._shop is None else (self._shop, self.period)

    def _ask(self) -> None:
        if self._shop is not None:
            asked = (self._shop.id, self.period.first, self.period.last)
            self.list.ask(partial(self._account.ledger, *asked), partial(self._account.kept_ledger, *asked))

    def _on_rows(self) -> None:
        if 0 < self.list.model.rowCount() < _READ_AHEAD and self.list.model.has_more:
            self.list.model.fetchMore()
        self.changed.emit()
