"""Why: where the ledger's file goes, how far it is and what became of it is told where the button is."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from qpost.models.account import Shop
from qpost.models.jst import business_date
from qpost.models.periods import Period
from qpost.services.files import safe_name
from qpost.services.ledger_export import LedgerWords, save_ledger
from qpost.services.qcash_account import QcashAccount
from qpost.ui.export.writing import FileWriting
from qpost.ui.kit import Kit
from qpost.ui.qcash.columns import file_heads, file_kinds
from qpost.ui.widgets.toast import Toast

_ICON = QSize(16, 16)


class LedgerFile(FileWriting):
    """The export button for others to place, above the line that tells of progress and faults."""

    def __init__(
        self,
        account: QcashAccount,
        kit: Kit,
        toast: Toast,
        *,
        asked: Callable[[], tuple[Shop, Period] | None],
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, toast, parent)
        self._account = account
        self._asked = asked
        self._now = now
        self.button = QPushButton()
        self.button.setIconSize(_ICON)
        self.button.clicked.connect(self.ask_file)
        kit.theme.changed.connect(self._paint_icon)
        self.retranslate()
        self._paint_icon()

    def retranslate(self) -> None:
        """Set all words."""
        self.button.setText(self.tr("Export CSV…"))
        self.button.setToolTip(self.tr("All entries of the chosen dates (Ctrl+E)"))

    def ask_file(self) -> None:
        """Ask for the file's place, then write it."""
        asked = self._asked()
        if asked is None or self.is_busy:
            return
        shop, period = asked
        self.ask_where(
            self.tr("Export the Qcash ledger"),
            f"qcash-{safe_name(shop.code)}-{business_date(self._now()):%Y%m%d}.csv",
            suffix="csv",
            kind=self.tr("CSV files (*.csv)"),
            chosen=lambda target: self.save(shop, period, target),
        )

    def save(self, shop: Shop, period: Period, target: Path) -> None:
        """Write the entries of ``period`` to ``target``."""
        words = LedgerWords(heads=file_heads(), kinds=file_kinds())
        self.write(
            lambda course: save_ledger(self._account, shop.id, period, target, words=words, course=course),
            target,
        )

    def show_busy(self) -> None:
        """Offer the button again once the file is written."""
        self.button.setEnabled(not self.is_busy)

    def _paint_icon(self) -> None:
        self.button.setIcon(self._kit.assets.icon("download", size_px=16))
