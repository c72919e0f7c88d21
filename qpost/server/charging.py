"""Why: a charge is booked when it is paid and not before; what is not paid in five days is cancelled."""

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from qpost.models.qcash import (
    CHARGE_AMOUNTS,
    PAYMENT_TIME,
    Charge,
    ChargeId,
    ChargeMethod,
    ChargeState,
    EntryKind,
    MethodId,
    SettledIn,
)
from qpost.server.changes import lock_account
from qpost.server.database import shops
from qpost.server.ids import CHARGE, from_us, public_id, to_us
from qpost.server.journal import Movement, balance, book
from qpost.server.money_tables import (
    PAYMENTS,
    QCASH,
    SCHEDULED,
    SETTLEMENT,
    charges,
    shop_books,
)
from qpost.server.problems import Problem, invalid

CHARGED_TEXT = "Qキャッシュのチャージ"
PAYMENT_PATH = "/payments/"

NAMES = {
    MethodId.ATONE: "Atone (コンビニ翌月払い)",
    MethodId.CARD: "VISA/Master/JCB",
    MethodId.PAYPAL: "PayPal",
    MethodId.BANK_TRANSFER: "銀行振込",
    MethodId.CONVENIENCE_STORE: "コンビニ・ATM",
    MethodId.PAIDY: "あと払い (ペイディ)",
    MethodId.LINE_PAY: "LINE Pay",
    MethodId.AU: "auかんたん決済",
    MethodId.NET_BANKING: "ネットバンキング",
    MethodId.Q_ACCOUNT: "Q通帳 (精算金)",
    MethodId.SCHEDULED_SETTLEMENT: "精算予定金",
}
"""The ways to pay, in their order (domain.md 4)."""

FUNDS = {MethodId.Q_ACCOUNT: SETTLEMENT, MethodId.SCHEDULED_SETTLEMENT: SCHEDULED}
"""The methods that spend money already paid in, and the account it stands in."""


def methods(connection: Connection, shop_id: int) -> tuple[ChargeMethod, ...]:
    """Return how the shop can pay; nothing without books, and no money method without enough in it."""
    if not has_books(connection, shop_id):
        return ()
    found = []
    for method, name in NAMES.items():
        account = FUNDS.get(method)
        if account is None:
            found.append(ChargeMethod(method, name, SettledIn.BROWSER))
            continue
        usable = balance(connection, shop_id, account)
        if usable >= min(CHARGE_AMOUNTS):
            found.append(ChargeMethod(method, name, SettledIn.APP, usable))
    return tuple(found)


def has_books(connection: Connection, shop_id: int) -> bool:
    """Tell whether the shop keeps Qcash here at all."""
    return (
        connection.execute(select(shop_books.c.shop_id).where(shop_books.c.shop_id == shop_id)).one_or_none()
        is not None
    )


def open_charge(
    connection: Connection, shop_id: int, *, amount: int, method: MethodId, now: datetime
) -> Row[Any]:
    """Store a charge, booked at once where money already paid in covers it; the account must be locked.

    Raises ``insufficient-funds``, or ``validation`` for a shop that keeps no Qcash here.
    """
    if not has_books(connection, shop_id):
        raise invalid("method", "unavailable", "This shop cannot charge Qcash here.")
    account = FUNDS.get(method)
    if account is not None and balance(connection, shop_id, account) < amount:
        raise Problem("insufficient-funds")
    is_external = account is None
    row = connection.execute(
        insert(charges)
        .values(
            shop_id=shop_id,
            amount=amount,
            method=str(method),
            state=str(ChargeState.PENDING),
            created_us=to_us(now),
            expires_us=to_us(now + PAYMENT_TIME) if is_external else None,
            token=secrets.token_urlsafe(32) if is_external else None,
        )
        .returning(charges)
    ).one()
    return row if account is None else _settle(connection, row, source=account, now=now)


def pay(connection: Connection, token: str, *, now: datetime) -> Row[Any] | None:
    """Book the pending charge of a payment page; what is settled, dropped or lapsed stays as it is."""
    row = _locked(connection, token, now=now)
    if row is None or row.state != ChargeState.PENDING:
        return row
    return _settle(connection, row, source=PAYMENTS, now=now)


def drop(connection: Connection, token: str, *, now: datetime) -> Row[Any] | None:
    """Cancel the pending charge of a payment page; what is settled stays settled."""
    row = _locked(connection, token, now=now)
    if row is None or row.state != ChargeState.PENDING:
        return row
    return _cancelled(connection, row, at_us=to_us(now))


def find(connection: Connection, token: str) -> Row[Any] | None:
    """Return the charge of a payment page."""
    return connection.execute(select(charges).where(charges.c.token == token)).one_or_none()


def cancel_lapsed(connection: Connection, shop_id: int, *, now: datetime) -> None:
    """Write down that charges nobody paid are cancelled, so that a clock put back does not revive them."""
    connection.execute(
        update(charges)
        .where(
            charges.c.shop_id == shop_id,
            charges.c.state == str(ChargeState.PENDING),
            charges.c.expires_us <= to_us(now),
        )
        .values(state=str(ChargeState.CANCELLED), settled_us=charges.c.expires_us)
    )


def state_of(row: Row[Any], *, now: datetime) -> ChargeState:
    """Return how far a charge is at ``now``: one that lapsed is cancelled, written down or not."""
    is_lapsed = row.state == ChargeState.PENDING and row.expires_us is not None
    if is_lapsed and row.expires_us <= to_us(now):
        return ChargeState.CANCELLED
    return ChargeState(row.state)


def to_charge(row: Row[Any], *, now: datetime, payment_url: str | None) -> Charge:
    """Return the charge as clients see it; only a pending one has a page to pay on."""
    state = state_of(row, now=now)
    is_pending = state is ChargeState.PENDING
    settled_us = row.settled_us
    if settled_us is None and state is ChargeState.CANCELLED:
        settled_us = row.expires_us
    return Charge(
        id=ChargeId(public_id(CHARGE, row.id)),
        amount=row.amount,
        method=MethodId(row.method),
        state=state,
        created_at=from_us(row.created_us),
        settled_at=None if settled_us is None else from_us(settled_us),
        payment_url=payment_url if is_pending else None,
        expires_at=from_us(row.expires_us) if is_pending and row.expires_us is not None else None,
    )


def _locked(connection: Connection, token: str, *, now: datetime) -> Row[Any] | None:
    found = find(connection, token)
    if found is None:
        return None
    account_id = connection.execute(
        select(shops.c.account_id).where(shops.c.id == found.shop_id)
    ).scalar_one()
    lock_account(connection, account_id)
    row = find(connection, token)  # read again: somebody may have paid while we waited
    if row is not None and row.state != state_of(row, now=now):
        return _cancelled(connection, row, at_us=row.expires_us)
    return row


def _settle(connection: Connection, row: Row[Any], *, source: str, now: datetime) -> Row[Any]:
    entry_id = book(
        connection,
        Movement(source=source, target=QCASH, amount=row.amount),
        shop_id=row.shop_id,
        now=now,
        kind=EntryKind.CHARGE,
        description=CHARGED_TEXT,
        related=public_id(CHARGE, row.id),
    )
    return connection.execute(
        update(charges)
        .where(charges.c.id == row.id)
        .values(state=str(ChargeState.COMPLETED), settled_us=to_us(now), entry_id=entry_id)
        .returning(charges)
    ).one()


def _cancelled(connection: Connection, row: Row[Any], *, at_us: int) -> Row[Any]:
    return connection.execute(
        update(charges)
        .where(charges.c.id == row.id)
        .values(state=str(ChargeState.CANCELLED), settled_us=at_us)
        .returning(charges)
    ).one()
