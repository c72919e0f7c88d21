"""Why: a payment made in the browser is noticed here without being asked for, and stops costing requests."""

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from qpost.models.account import ShopId
from qpost.models.errors import QpostError
from qpost.models.qcash import Charge, ChargeId, ChargeState
from qpost.services.qcash_account import QcashAccount
from qpost.ui.jobs import Jobs, Lane

LOOK_EVERY_S = 10.0


class _Seen(Struct, frozen=True):
    shop: ShopId
    settled: tuple[Charge, ...]


class Following(QObject):
    """Looks at pending charges while the page is visible; ``settled`` brings each that no longer waits.

    ``looked`` and ``failed`` tell how a look went.

    A fresh look is taken every ``LOOK_EVERY_S``, when the program comes to the front again, and on
    :meth:`look`. With nothing pending and nothing unclear it is quiet.
    """

    settled = Signal(object)
    looked = Signal()
    failed = Signal(object)

    def __init__(
        self,
        account: QcashAccount,
        jobs: Jobs,
        *,
        is_wanted: Callable[[], bool],
        every_s: float = LOOK_EVERY_S,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._jobs = jobs
        self._is_wanted = is_wanted
        self._shop: ShopId | None = None
        self._waiting: frozenset[ChargeId] = frozenset()
        self._is_unclear = False
        self._is_looking = False
        self._timer = QTimer(self, interval=int(every_s * 1000))
        self._timer.timeout.connect(self._look_if_wanted)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state_changed)

    def follow(self, shop: ShopId, pending: Sequence[Charge], *, is_unclear: bool) -> None:
        """Follow the charges of ``shop`` that wait, and an outcome nobody knows yet."""
        if shop != self._shop:
            self._waiting = frozenset()
        self._shop, self._is_unclear = shop, is_unclear
        self._waiting |= {charge.id for charge in pending}
        if self._waiting or is_unclear:
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Ask the service now; one look at a time."""
        shop = self._shop
        if shop is None or self._is_looking:
            return
        self._is_looking = True
        self._jobs.run(
            partial(_look, self._account, shop, self._waiting),
            owner=self,
            done=self._on_seen,
            failed=self._on_failed,
            lane=Lane.NET,
        )

    def _look_if_wanted(self) -> None:
        if (self._waiting or self._is_unclear) and self._is_wanted():
            self.look()

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._look_if_wanted()

    def _on_seen(self, seen: _Seen) -> None:
        self._is_looking = False
        self.looked.emit()
        if seen.shop != self._shop:
            return
        news = [charge for charge in seen.settled if charge.id in self._waiting]
        self._waiting -= {charge.id for charge in news}
        for charge in news:
            self.settled.emit(charge)

    def _on_failed(self, error: QpostError) -> None:
        self._is_looking = False
        self.failed.emit(error)


def _look(account: QcashAccount, shop: ShopId, waiting: frozenset[ChargeId]) -> _Seen:
    """Read everything anew; the history is asked only when a charge that waited does so no longer."""
    account.refresh(shop)
    kept = account.pending(shop)
    pending = {charge.id for charge in kept.value} if kept is not None else set()
    left = set(waiting) - pending
    settled: list[Charge] = []
    cursor: str | None = None
    while left:
        page = account.charges(shop, cursor).value
        settled += [each for each in page.items if each.id in left and each.state is not ChargeState.PENDING]
        left -= {each.id for each in page.items}
        cursor = page.next_cursor
        if cursor is None:
            break
    return _Seen(shop, tuple(settled))
