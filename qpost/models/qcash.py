"""Why: Qcash, its ledger and its charges, as contract.md words them; all amounts are whole yen."""

from datetime import datetime, timedelta
from typing import NewType

from msgspec import Struct

from qpost.models.open_enum import OpenEnum

ChargeId = NewType("ChargeId", str)
EntryId = NewType("EntryId", str)

CHARGE_AMOUNTS = (100, 500, 1_000, 3_000, 5_000, 10_000, 30_000, 50_000, 100_000, 300_000, 500_000, 1_000_000)
"""What can be bought at once (domain.md 4); one Qcash costs one yen."""

PAYMENT_TIME = timedelta(days=5)
"""A charge that is not paid for so long is cancelled."""


class EntryKind(OpenEnum):
    """What moved Qcash."""

    CONVERSION = "conversion"
    CHARGE = "charge"
    ADVERTISING = "advertising"
    OPENING = "opening"
    ADJUSTMENT = "adjustment"


class SettledIn(OpenEnum):
    """Where a charge is paid: within the program, or on a payment page in the browser."""

    APP = "app"
    BROWSER = "browser"


class ChargeState(OpenEnum):
    """How far a charge is."""

    COMPLETED = "completed"
    PENDING = "pending"
    CANCELLED = "cancelled"


class MethodId(OpenEnum):
    """How a charge is paid (domain.md 4)."""

    ATONE = "atone"
    CARD = "card"
    PAYPAL = "paypal"
    BANK_TRANSFER = "bank_transfer"
    CONVENIENCE_STORE = "convenience_store"
    PAIDY = "paidy"
    LINE_PAY = "line_pay"
    AU = "au"
    NET_BANKING = "net_banking"
    Q_ACCOUNT = "q_account"
    SCHEDULED_SETTLEMENT = "scheduled_settlement"


class Wallet(Struct, frozen=True):
    """What the seller holds besides Qcash: money and points in yen, the rest as numbers of pieces."""

    settlement: int
    gift_tickets: int
    q_points: int
    coupons: int
    q_stamps: int


class Qcash(Struct, frozen=True):
    """``GET .../qcash``: ``balance`` is the sum of the ledger."""

    balance: int
    wallet: Wallet


class LedgerEntry(Struct, frozen=True, omit_defaults=True):
    """A movement of Qcash: ``amount`` signed, ``balance_after`` what was there then.

    ``related`` is what it belongs to: a month, an item or a charge; None when there is nothing to name.
    """

    id: EntryId
    at: datetime
    amount: int
    balance_after: int
    kind: EntryKind
    description: str
    related: str | None = None


class LedgerPage(Struct, frozen=True):
    """One page of the ledger, newest first; ``next_cursor`` is None at the end."""

    items: tuple[LedgerEntry, ...]
    next_cursor: str | None


class ChargeMethod(Struct, frozen=True, omit_defaults=True):
    """A way to pay; ``usable_amount`` in yen for methods that use money already paid in."""

    id: MethodId
    name: str
    settled_in: SettledIn
    usable_amount: int | None = None

    @property
    def needs_account_password(self) -> bool:
        """True where the Q account password is asked for, which is not the sign-in password."""
        return self.settled_in is SettledIn.APP

    def can_pay(self, amount: int) -> bool:
        """Tell whether the money for ``amount`` is there; methods paid elsewhere always can."""
        return self.usable_amount is None or amount <= self.usable_amount


class ChargeOptions(Struct, frozen=True):
    """``GET .../qcash/charge-options``: what can be bought, and how it can be paid."""

    amounts: tuple[int, ...]
    methods: tuple[ChargeMethod, ...]


class Charge(Struct, frozen=True, omit_defaults=True):
    """A charge; while it is pending ``payment_url`` and ``expires_at`` say where and until when to pay."""

    id: ChargeId
    amount: int
    method: MethodId
    state: ChargeState
    created_at: datetime | None = None
    settled_at: datetime | None = None
    payment_url: str | None = None
    expires_at: datetime | None = None

    def __repr__(self) -> str:
        """Keep the payment page's address out of logs."""
        return f"Charge(id={self.id!r}, amount={self.amount}, state={self.state!r})"


class ChargePage(Struct, frozen=True):
    """One page of the charge history, newest first; ``next_cursor`` is None at the end."""

    items: tuple[Charge, ...]
    next_cursor: str | None


def lapses_soon(charge: Charge, now: datetime, *, within: timedelta = timedelta(days=1)) -> bool:
    """Tell whether a pending charge is about to be cancelled for want of payment."""
    if charge.state is not ChargeState.PENDING or charge.expires_at is None:
        return False
    return now < charge.expires_at <= now + within
