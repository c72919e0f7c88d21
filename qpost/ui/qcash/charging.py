"""Why: a charge goes on when its dialog is closed, and no second one starts while the first is unclear."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from qpost.models.account import ShopId
from qpost.models.errors import QpostError
from qpost.models.qcash import Charge, MethodId
from qpost.services.qcash_account import QcashAccount
from qpost.ui.doubt import find_doubt
from qpost.ui.jobs import Jobs, Lane


class Charging(QObject):
    """Orders one charge at a time, off-thread, and tells for which shop how it ended.

    ``charged`` brings the charge, completed or pending; ``refused`` the error of one that certainly did not
    happen; ``unclear`` says that nobody knows yet.
    """

    started = Signal()
    charged = Signal(object, object)
    refused = Signal(object, object)
    unclear = Signal(object)

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
            done=partial(self._on_done, shop),
            failed=partial(self._on_failed, shop),
            lane=Lane.NET,
        )

    def _on_done(self, shop: ShopId, charge: Charge) -> None:
        self._is_busy = False
        self.charged.emit(shop, charge)

    def _on_failed(self, shop: ShopId, error: QpostError) -> None:
        """See first whether it left all the same: it is busy until that is read."""
        find_doubt(
            error,
            partial(self._account.doubt, shop),
            jobs=self._jobs,
            owner=self,
            found=partial(self._on_doubt, shop, error),
        )

    def _on_doubt(self, shop: ShopId, error: QpostError, is_unclear: bool) -> None:
        self._is_busy = False
        if is_unclear:
            self.unclear.emit(shop)
        else:
            self.refused.emit(shop, error)
