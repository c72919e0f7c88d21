"""Why: what was read before is on screen at once, and what the service says now follows when it comes."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from qpost.models.account import ShopId
from qpost.models.errors import QpostError
from qpost.models.events import QcashChanged
from qpost.models.qcash import Charge, ChargeOptions, Qcash
from qpost.services.kept import Kept
from qpost.services.qcash_account import QcashAccount
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit

FRESH_FOR = timedelta(minutes=1)
"""A page shown again within this time does not ask anew."""


class Holdings(Struct, frozen=True):
    """What the local store has of one shop; None was never read. ``doubt``: see ``QcashAccount``."""

    account: Kept[Qcash] | None = None
    options: Kept[ChargeOptions] | None = None
    pending: tuple[Charge, ...] = ()
    doubt: datetime | None = None

    @property
    def balance(self) -> int | None:
        """How much Qcash there is; None when it was never read."""
        return None if self.account is None else self.account.value.balance


class AccountReader(QObject):
    """Reads one shop's holdings, refreshes them, and reads again whatever changed.

    ``changed`` brings the holdings before; what is now is in ``holdings`` and ``error``.
    """

    changed = Signal(object)

    def __init__(
        self, account: QcashAccount, kit: Kit, *, now: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._kit = kit
        self._now = now
        self._asked_at: datetime | None = None
        self._turn = 0
        self.shop: ShopId | None = None
        self.holdings = Holdings()
        self.error: QpostError | None = None
        self.is_refreshing = False
        kit.bridge.qcash_changed.connect(self._on_qcash_changed)

    def show_shop(self, shop: ShopId) -> None:
        """Read what is kept of ``shop``; what was shown of another is let go at once."""
        self._turn += 1
        self.shop, self._asked_at = shop, None
        self.is_refreshing, self.error = False, None
        self._take(Holdings())
        self.read_kept()

    def read_kept(self) -> None:
        """Read the local store again."""
        if self.shop is not None:
            self._kit.jobs.run(
                partial(_kept, self._account, self.shop),
                owner=self,
                done=partial(self._on_kept, self._turn),
                failed=partial(self._on_failed, self._turn),
            )

    def refresh(self, *, is_urgent: bool = True) -> None:
        """Ask the service now; unless ``is_urgent`` only when it was not asked lately."""
        now = self._now()
        is_fresh = self._asked_at is not None and now - self._asked_at < FRESH_FOR and self.error is None
        if self.shop is None or self.is_refreshing or (is_fresh and not is_urgent):
            return
        self._asked_at, self.is_refreshing = now, True
        self._kit.jobs.run(
            partial(self._account.refresh, self.shop),
            owner=self,
            done=partial(self._on_refreshed, self._turn),
            failed=partial(self._on_failed, self._turn),
            lane=Lane.NET,
        )

    def _take(self, holdings: Holdings) -> None:
        before, self.holdings = self.holdings, holdings
        self.changed.emit(before)

    def _on_kept(self, turn: int, holdings: Holdings) -> None:
        if turn == self._turn:
            self._take(holdings)

    def _on_refreshed(self, turn: int, _: object) -> None:
        if turn == self._turn:
            self.is_refreshing, self.error = False, None
            self.read_kept()

    def _on_failed(self, turn: int, error: QpostError) -> None:
        if turn == self._turn:
            self.is_refreshing, self.error = False, error
            self._take(self.holdings)

    def _on_qcash_changed(self, event: QcashChanged) -> None:
        if event.shop_id == self.shop:
            self.read_kept()


def _kept(account: QcashAccount, shop: ShopId) -> Holdings:
    pending = account.pending(shop)
    return Holdings(
        account=account.account(shop),
        options=account.options(shop),
        pending=() if pending is None else pending.value,
        doubt=account.doubt(shop),
    )
