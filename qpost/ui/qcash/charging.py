"""Why: a charge goes on when its dialog is closed, and no second one starts while the first is unclear."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from qpost.models.account import ShopId
from qpost.models.errors import QpostError, Unclear
from qpost.models.qcash import Charge, MethodId
from qpost.services.qcash_account import QcashAccount
from qpost.ui.jobs import Jobs, Lane


class Charging(QObject):
    """Orders one charge at a time, off-thread, and tells how it ended.

    ``charged`` brings the charge, completed or pending; ``refused`` the error of one that certainly did not
    happen; ``unclear`` says that nobody knows yet.
    """

    started = Signal()
    charged = Signal(object)
    refused = Signal(object)
    unclear = Signal()

    def __init__(self, account: QcashAccount, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._account = account
        self._jobs = jobs
        self._is_busy = False

    @property
    def is_busy(self) -> bool:
        """True while an answer is awaited."""
        return self._is_busy

    def order(self, shop: ShopId, amount: int, method: MethodId, *, account_password: str | None) -> None:
        """Charge ``amount`` yen; nothing while another order is under way. The password is not kept."""
        if self._is_busy:
            return
        self._is_busy = True
        self.started.emit()
        self._jobs.run(
            partial(self._account.charge, shop, amount, method, account_password),
            owner=self,
            done=self._on_done,
            failed=self._on_failed,
            lane=Lane.NET,
        )

    def _on_done(self, charge: Charge) -> None:
        self._is_busy = False
        self.charged.emit(charge)

    def _on_failed(self, error: QpostError) -> None:
        self._is_busy = False
        if isinstance(error, Unclear):
            self.unclear.emit()
        else:
            self.refused.emit(error)
