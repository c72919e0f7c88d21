"""Why: a write with an idempotency key happens once, however often and from wherever it is sent.

The write and its answer are stored in one transaction. Writes of one account wait for each other, so the
same key cannot be under way twice; the table's unique constraint would refuse the second one anyhow.
A refused write leaves nothing behind, so its key may be used again for the same request.
"""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
from litestar import Response
from sqlalchemy import Connection, and_, delete, insert, select

from qpost.server.callers import Caller
from qpost.server.changes import lock_account
from qpost.server.database import idempotency, writing
from qpost.server.ids import to_us
from qpost.server.problems import Problem
from qpost.server.service import Service

KEY_LIFE = timedelta(hours=24)


def write_once(
    service: Service,
    *,
    caller: Caller,
    key: UUID,
    route: str,
    payload: tuple[object, ...],
    status: int,
    write: Callable[[Connection], object],
) -> Response[Any]:
    """Run ``write`` and answer with what it returns, or repeat the first answer given to ``key``.

    ``route`` names the kind of write, ``payload`` everything that makes it this one (path ids too).
    Raises ``idempotency-mismatch`` for another payload or kind, and whatever ``write`` raises.
    """
    fingerprint = hashlib.sha256(msgspec.json.encode((route, *payload))).digest()
    now_us = to_us(service.now())
    this_key = and_(idempotency.c.account_id == caller.account_id, idempotency.c.key == str(key))
    with writing(service.engine) as connection:
        lock_account(connection, caller.account_id)
        stored = connection.execute(select(idempotency).where(this_key)).one_or_none()
        if stored is not None and stored.created_us > now_us - KEY_LIFE // timedelta(microseconds=1):
            if stored.payload_hash != fingerprint:
                raise Problem("idempotency-mismatch")
            return _answer(stored.answer, stored.status)
        if stored is not None:
            connection.execute(delete(idempotency).where(this_key))
        answer = msgspec.json.encode(write(connection))
        connection.execute(
            insert(idempotency).values(
                account_id=caller.account_id,
                route=route,
                key=str(key),
                payload_hash=fingerprint,
                status=status,
                answer=answer,
                created_us=now_us,
            )
        )
    service.hub.wake()
    return _answer(answer, status)


def _answer(body: bytes, status: int) -> Response[Any]:
    return Response(body, status_code=status, media_type="application/json")
