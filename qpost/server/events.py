"""Why: desktops hear of changes at once, and resume where they were cut off.

Events are rows, so they survive a restart and reach the streams of every process on the database; within
this process a write wakes the streams directly.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta

import msgspec
from anyio.to_thread import run_sync
from sqlalchemy import Engine, delete, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from qpost.server.callers import Caller
from qpost.server.changes import PRESENCE, announce, lock_account
from qpost.server.database import (
    accounts,
    events,
    idempotency,
    inquiries,
    presence,
    reading,
    sessions,
    shops,
    writing,
)
from qpost.server.ids import INQUIRY, SHOP, public_id, to_us

PING_S = 15.0
LOOK_S = 1.0
TIDY = timedelta(minutes=10)
KEPT = timedelta(hours=24)
_BATCH = 500
_log = logging.getLogger(__name__)


class EventHub:
    """Feeds the open event streams of this process and lets presence lapse."""

    def __init__(self, engine: Engine, *, now: Callable[[], datetime], ping_s: float = PING_S) -> None:
        self._engine = engine
        self._now = now
        self._ping_s = ping_s
        self._streams: set[asyncio.Event] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._watch: asyncio.Task[None] | None = None
        self._closing = False
        self._tidied_at: datetime | None = None
        self._seen = -1

    async def start(self) -> None:
        """Begin to look after other processes' events and lapsed presence."""
        self._loop = asyncio.get_running_loop()
        self._watch = self._loop.create_task(self._look_around())

    async def stop(self) -> None:
        """Stop looking; streams have ended by :meth:`close` before."""
        self.close()
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.gather(self._watch, return_exceptions=True)

    @property
    def is_closing(self) -> bool:
        """Whether the service was asked to end."""
        return self._closing

    def close(self) -> None:
        """End every stream; thread-safe and quick."""
        self._closing = True
        self.wake()

    def wake(self) -> None:
        """Let the streams look for new events; thread-safe."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake_streams)

    async def stream(
        self, caller: Caller, last_event_id: str | None, *, still_valid: Callable[[], bool]
    ) -> AsyncIterator[bytes]:
        """Yield the account's events after ``last_event_id`` until the session or the service ends.

        An id that is missing or unknown here means "from now on". A comment is sent at once and then
        whenever nothing happened for the ping interval.
        """
        woken = asyncio.Event()
        self._streams.add(woken)
        try:
            place = await run_sync(self._place, caller.account_id, last_event_id)
            yield b": connected\n\n"
            while not self._closing:
                woken.clear()
                batch = await run_sync(self._events_after, caller.account_id, place)
                for event_id, text in batch:
                    place = event_id
                    yield text
                if batch:
                    continue
                try:
                    await asyncio.wait_for(woken.wait(), self._ping_s)
                except TimeoutError:
                    if not await run_sync(still_valid):
                        return
                    yield b": ping\n\n"
        finally:
            self._streams.discard(woken)

    def _wake_streams(self) -> None:
        for woken in self._streams:
            woken.set()

    def _place(self, account_id: int, last_event_id: str | None) -> int:
        with reading(self._engine) as connection:
            newest = connection.execute(
                select(accounts.c.last_event_id).where(accounts.c.id == account_id)
            ).scalar_one()
        text = last_event_id or ""
        if text.isascii() and text.isdigit() and len(text) < 19 and int(text) <= newest:
            return int(text)
        return int(newest)

    def _events_after(self, account_id: int, place: int) -> list[tuple[int, bytes]]:
        with reading(self._engine) as connection:
            rows = connection.execute(
                select(events)
                .where(events.c.account_id == account_id, events.c.id > place)
                .order_by(events.c.id)
                .limit(_BATCH)
            ).all()
        found = []
        for row in rows:
            data = {
                "shop": public_id(SHOP, row.shop_id),
                "inquiry_id": None if row.inquiry_id is None else public_id(INQUIRY, row.inquiry_id),
                "version": row.version,
            }
            text = b"id: %d\nevent: %s\ndata: %s\n\n" % (row.id, row.type.encode(), msgspec.json.encode(data))
            found.append((row.id, text))
        return found

    async def _look_around(self) -> None:
        while not self._closing:
            try:
                if await run_sync(self._look):
                    self._wake_streams()
            except (DBAPIError, PoolTimeout):
                _log.warning("the database did not answer while looking for events")
            await asyncio.sleep(LOOK_S)

    def _look(self) -> bool:
        """Tidy up, let presence lapse, and tell whether any account has new events."""
        now = self._now()
        if self._tidied_at is None or now - self._tidied_at >= TIDY:
            tidy(self._engine, now=now)
            self._tidied_at = now
        expire_presence(self._engine, now=now)
        with reading(self._engine) as connection:
            ids = connection.execute(select(accounts.c.last_event_id)).scalars()
            total = sum(int(last) for last in ids)
        moved, self._seen = total != self._seen, total
        return moved


def expire_presence(engine: Engine, *, now: datetime) -> None:
    """Remove marks that were not renewed, and announce it."""
    lapsed = (
        select(presence.c.inquiry_id, presence.c.family, inquiries.c.shop_id, shops.c.account_id)
        .join(inquiries, inquiries.c.id == presence.c.inquiry_id)
        .join(shops, shops.c.id == inquiries.c.shop_id)
        .where(presence.c.expires_us <= to_us(now))
        .order_by(shops.c.account_id)
    )
    with reading(engine) as connection:
        marks = connection.execute(lapsed).all()
    for mark in marks:
        with writing(engine) as connection:
            lock_account(connection, mark.account_id)
            removed = connection.execute(
                delete(presence).where(
                    presence.c.inquiry_id == mark.inquiry_id,
                    presence.c.family == mark.family,
                    presence.c.expires_us <= to_us(now),
                )
            )
            if removed.rowcount:
                announce(connection, PRESENCE, shop_id=mark.shop_id, now=now, inquiry_id=mark.inquiry_id)


def tidy(engine: Engine, *, now: datetime) -> None:
    """Forget answers, events and sessions nobody may ask for any more."""
    with writing(engine) as connection:
        connection.execute(delete(idempotency).where(idempotency.c.created_us <= to_us(now - KEPT)))
        connection.execute(delete(events).where(events.c.at_us <= to_us(now - KEPT)))
        connection.execute(delete(sessions).where(sessions.c.refresh_expires_us <= to_us(now)))
