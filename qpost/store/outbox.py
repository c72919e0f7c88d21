"""Why: a write the seller decided on survives everything until the service has confirmed it."""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from qpost.models.inquiry import InquiryId, MessageId
from qpost.models.outbox import OutboxId, OutboxState
from qpost.models.outbox_rules import Entry
from qpost.store.blobs import FileBytes
from qpost.store.database import Connection, Database
from qpost.store.times import to_ms

_decode = msgspec.msgpack.Decoder(Entry).decode
_UNFINISHED = "state <> 'sent'"


class OutboxStore:
    """Outbox entries in the order they were decided; durable when a call returns."""

    def __init__(self, database: Database, files: FileBytes) -> None:
        self._database = database
        self._files = files

    def add(self, entry: Entry) -> Entry:
        """Keep a new entry and return it with its place; an id already known returns that entry."""

        def work(connection: Connection) -> Entry:
            kept = _find(connection, entry.row.id)
            if kept is not None:
                return kept
            row = entry.row
            connection.execute(
                "INSERT INTO outbox (id, shop, inquiry_id, state, not_before, created_at, data)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    row.id,
                    row.shop_id,
                    row.inquiry_id,
                    row.state,
                    to_ms(row.not_before),
                    to_ms(row.created_at),
                    b"",
                ),
            )
            placed = msgspec.structs.replace(entry, seq=connection.last_insert_rowid())
            _store(connection, placed)
            self._files.set_uses(_owner(row.id), row.files)
            return placed

        return self._database.write(work)

    def get(self, outbox_id: OutboxId) -> Entry | None:
        """Return an entry in any state."""
        return self._database.read(lambda c: _find(c, outbox_id))

    def move(self, before: Entry, after: Entry, *, sent_message: MessageId | None = None) -> bool:
        """Replace ``before`` by ``after``; False, and nothing changed, when it is not ``before`` any more."""

        def work(connection: Connection) -> bool:
            if _find(connection, before.row.id) != before:
                return False
            _store(connection, after)
            if sent_message is not None:
                connection.execute(
                    "UPDATE outbox SET sent_message = ? WHERE seq = ?", (sent_message, after.seq)
                )
            if after.row.state is OutboxState.SENT:
                self._files.set_uses(_owner(after.row.id), ())
            return True

        return self._database.write(work)

    def remove(self, entry: Entry) -> None:
        """Take an entry out of the outbox and give its files up."""

        def work(connection: Connection) -> None:
            self._files.set_uses(_owner(entry.row.id), ())
            connection.execute("DELETE FROM outbox WHERE seq = ?", (entry.seq,))

        self._database.write(work)

    def unfinished(self) -> tuple[Entry, ...]:
        """Return everything not confirmed, failed rows included, oldest first."""
        return self._database.read(lambda c: tuple(_select(c, f"{_UNFINISHED} ORDER BY seq")))

    def unfinished_of(self, inquiry_id: InquiryId) -> tuple[Entry, ...]:
        """Return what is not confirmed for one inquiry, oldest first."""
        return self._database.read(
            lambda c: tuple(_select(c, f"{_UNFINISHED} AND inquiry_id = ? ORDER BY seq", inquiry_id))
        )

    def own_messages(self, inquiry_id: InquiryId) -> frozenset[MessageId]:
        """Return the messages of an inquiry that this outbox brought about."""
        return self._database.read(
            lambda c: frozenset(
                MessageId(sent)
                for (sent,) in c.execute(
                    "SELECT sent_message FROM outbox WHERE inquiry_id = ? AND sent_message IS NOT NULL",
                    (inquiry_id,),
                )
            )
        )

    def hasten(self, *, now: datetime, spared_reason: str = "") -> None:
        """Make everything that waits for a better connection due now; what is held stays held.

        Rows that wait for ``spared_reason`` keep their time.
        """

        def work(connection: Connection) -> None:
            waiting = _select(connection, "state IN ('queued', 'unconfirmed') AND not_before > ?", to_ms(now))
            for entry in list(waiting):
                if not spared_reason or entry.row.reason != spared_reason:
                    row = msgspec.structs.replace(entry.row, not_before=now)
                    _store(connection, msgspec.structs.replace(entry, row=row))

        self._database.write(work)

    def orphaned(self) -> tuple[Entry, ...]:
        """Return what is marked as being sent; nobody is at it when no delivery is under way."""
        return self._database.read(lambda c: tuple(_select(c, "state = 'sending' ORDER BY seq")))


def _store(connection: Connection, entry: Entry) -> None:
    connection.execute(
        "UPDATE outbox SET state = ?, not_before = ?, data = ? WHERE seq = ?",
        (entry.row.state, to_ms(entry.row.not_before), msgspec.msgpack.encode(entry), entry.seq),
    )


def _find(connection: Connection, outbox_id: OutboxId) -> Entry | None:
    return next(iter(_select(connection, "id = ?", outbox_id)), None)


def _select(connection: Connection, where: str, *values: str | int) -> Iterator[Entry]:
    for (data,) in connection.execute(f"SELECT data FROM outbox WHERE {where}", values):  # noqa: S608
        yield _decode(data)


def _owner(outbox_id: OutboxId) -> str:
    return f"outbox:{outbox_id}"
