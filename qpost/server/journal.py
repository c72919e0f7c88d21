"""Why: money moves in one place only, so that what a shop holds is always the sum of what moved."""

from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Row, Select, and_, insert, or_, select

from qpost.models.qcash import EntryId, EntryKind, LedgerEntry
from qpost.server.ids import ENTRY, from_us, public_id, to_us
from qpost.server.money_tables import QCASH, journal, postings


class Movement(Struct, frozen=True):
    """``amount`` yen (above 0) from one account of a shop to another."""

    source: str
    target: str
    amount: int


def book(
    connection: Connection,
    movement: Movement,
    *,
    shop_id: int,
    now: datetime,
    kind: EntryKind,
    description: str,
    related: str | None = None,
) -> int:
    """Store a movement and return its entry's row number.

    The shop's account must be locked (``lock_account``). Raises ``ValueError`` for an amount that moves
    nothing, and lets the database refuse (``IntegrityError``) what would overdraw an account.
    """
    if movement.amount <= 0 or movement.source == movement.target:
        raise ValueError("a movement takes something from one account to another")
    last = {account: _last(connection, shop_id, account) for account in (movement.source, movement.target)}
    at_us = max(to_us(now), *(row.at_us for row in last.values() if row is not None), 0)
    entry_id = int(
        connection.execute(
            insert(journal)
            .values(shop_id=shop_id, at_us=at_us, kind=str(kind), description=description, related=related)
            .returning(journal.c.id)
        ).scalar_one()
    )
    for account, amount in ((movement.source, -movement.amount), (movement.target, movement.amount)):
        row = last[account]
        connection.execute(
            insert(postings).values(
                shop_id=shop_id,
                account=account,
                number=1 if row is None else row.number + 1,
                entry_id=entry_id,
                at_us=at_us,
                amount=amount,
                balance_after=amount if row is None else row.balance_after + amount,
            )
        )
    return entry_id


def balance(connection: Connection, shop_id: int, account: str) -> int:
    """Return what an account holds, in yen."""
    row = _last(connection, shop_id, account)
    return 0 if row is None else int(row.balance_after)


def ledger_query(
    shop_id: int, *, from_us: int | None, before_us: int | None, place: tuple[int, int] | None
) -> Select[Any]:
    """Return the query of the Qcash ledger, newest first, from after ``place`` (time and number) on."""
    at, number = postings.c.at_us, postings.c.number
    where = [postings.c.shop_id == shop_id, postings.c.account == QCASH]
    if from_us is not None:
        where.append(at >= from_us)
    if before_us is not None:
        where.append(at < before_us)
    if place is not None:
        where += [at <= place[0], or_(at < place[0], and_(at == place[0], number < place[1]))]
    return (
        select(
            postings.c.entry_id,
            at,
            number,
            postings.c.amount,
            postings.c.balance_after,
            journal.c.kind,
            journal.c.description,
            journal.c.related,
        )
        .join(journal, journal.c.id == postings.c.entry_id)
        .where(*where)
        .order_by(at.desc(), number.desc())
    )


def ledger_entry(row: Row[Any]) -> LedgerEntry:
    """Return the entry as clients see it."""
    return LedgerEntry(
        id=EntryId(public_id(ENTRY, row.entry_id)),
        at=from_us(row.at_us),
        amount=row.amount,
        balance_after=row.balance_after,
        kind=EntryKind(row.kind),
        description=row.description,
        related=row.related,
    )


def _last(connection: Connection, shop_id: int, account: str) -> Row[Any] | None:
    return connection.execute(
        select(postings)
        .where(postings.c.shop_id == shop_id, postings.c.account == account)
        .order_by(postings.c.number.desc())
        .limit(1)
    ).one_or_none()
