"""Why: everything the Qcash page shows above its lists comes out of the local store together."""

from datetime import datetime, timedelta

from msgspec import Struct

from qpost.models.account import ShopId
from qpost.models.qcash import Charge, ChargeOptions, Qcash
from qpost.services.kept import Kept
from qpost.services.qcash_account import QcashAccount

FRESH_FOR = timedelta(minutes=1)


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


def read_holdings(account: QcashAccount, shop: ShopId) -> Holdings:
    """Read what is kept of ``shop``."""
    pending = account.pending(shop)
    return Holdings(
        account=account.account(shop),
        options=account.options(shop),
        pending=() if pending is None else pending.value,
        doubt=account.doubt(shop),
    )
