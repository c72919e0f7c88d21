"""Why: what notices ask of the local copy is answered from indexes, however many inquiries there are."""

from collections.abc import Collection, Iterator
from datetime import datetime
from itertools import islice

import msgspec
from msgspec import structs

from qpost.models.account import ShopId
from qpost.models.inquiry import Inquiry, InquiryId, Message
from qpost.models.notices import LONGEST_TEXT, AskedItem
from qpost.store.database import Connection, Database
from qpost.store.shops import known_key_of
from qpost.store.times import from_ms, to_ms

_CHUNK = 500
_ITEMS_LOOKED_AT = 2000
"""Of so many of the newest that wait the items are counted: enough to know what most ask about."""

_WAITING = (
    "FROM inquiry INDEXED BY inquiry_status"
    " WHERE shop = ? AND source = 'customer' AND status = 'unanswered' AND received_at >= ?"
)

_decode_inquiry = msgspec.msgpack.Decoder(Inquiry).decode
_decode_messages = msgspec.msgpack.Decoder(tuple[Message, ...]).decode


class NoticeStore:
    """Reads who wrote and who waits; "waiting" is an unanswered customer inquiry."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open_among(
        self, shop: ShopId, inquiry_ids: Collection[InquiryId], *, changed_after: datetime
    ) -> list[Inquiry]:
        """Return those of the shop's customer inquiries that are not settled, with their messages.

        They are found by their ids: the plus signs keep other indexes out, which hold all that are open.
        """

        def read(connection: Connection) -> list[Inquiry]:
            key = known_key_of(connection, shop)
            found = []
            for chunk in _chunks(inquiry_ids):
                sql = (
                    "SELECT i.data, t.messages FROM inquiry AS i JOIN thread AS t ON t.row_id = i.row_id"  # noqa: S608
                    f" WHERE i.id IN ({', '.join('?' * len(chunk))}) AND +i.shop = ?"
                    " AND +i.source = 'customer' AND +i.status <> 'answered' AND i.updated_at > ?"
                )
                for data, messages in connection.execute(sql, (*chunk, key, to_ms(changed_after))):
                    found.append(structs.replace(_decode_inquiry(data), messages=_decode_messages(messages)))
            return found

        return self._database.read(read)

    def newest_waiting(self, shop: ShopId, *, since: datetime, limit: int) -> list[InquiryId]:
        """Return who wrote first after ``since`` and waits, newest first."""
        sql = f"SELECT id {_WAITING} ORDER BY received_at DESC LIMIT ?"
        return self._database.read(
            lambda c: [
                InquiryId(name) for (name,) in c.execute(sql, (known_key_of(c, shop), to_ms(since), limit))
            ]
        )

    def longest_waiting(self, shop: ShopId, *, since: datetime, limit: int) -> list[Inquiry]:
        """Return who wrote first after ``since`` and waits, longest first, without messages."""
        sql = f"SELECT data {_WAITING} ORDER BY received_at LIMIT ?"
        return self._database.read(
            lambda c: [
                _decode_inquiry(data)
                for (data,) in c.execute(sql, (known_key_of(c, shop), to_ms(since), limit))
            ]
        )

    def waiting(self, shop: ShopId, *, since: datetime) -> int:
        """Return how many wait that wrote first after ``since``."""
        sql = f"SELECT count(*) {_WAITING}"
        return self._database.read(
            lambda c: next((int(n) for (n,) in c.execute(sql, (known_key_of(c, shop), to_ms(since)))), 0)
        )

    def asked_items(self, shop: ShopId, *, since: datetime, limit: int) -> list[AskedItem]:
        """Return the items that most of those who wait ask about, judged by the newest 2 000 of them."""
        newest = f"SELECT item_no, row_id {_WAITING} ORDER BY received_at DESC LIMIT {_ITEMS_LOOKED_AT}"
        sql = (
            "SELECT counted.n, i.item_no, i.data FROM ("  # noqa: S608
            f" SELECT item_no, count(*) AS n, max(row_id) AS row_id FROM ({newest})"
            "  WHERE item_no IS NOT NULL GROUP BY item_no ORDER BY n DESC, row_id DESC LIMIT ?"
            ") AS counted JOIN inquiry AS i ON i.row_id = counted.row_id ORDER BY counted.n DESC"
        )

        def read(connection: Connection) -> list[AskedItem]:
            values = (known_key_of(connection, shop), to_ms(since), limit)
            found = []
            for count, number, data in connection.execute(sql, values):
                item = _decode_inquiry(data).item
                name = "" if item is None else item.name[:LONGEST_TEXT]
                found.append(AskedItem(number=number, name=name, count=count))
            return found

        return self._database.read(read)

    def newest_moment(self, shop: ShopId, among: Collection[InquiryId]) -> datetime | None:
        """Return the newest moment the service has named: a receipt in the shop, or a change of ``among``."""

        def read(connection: Connection) -> datetime | None:
            key = known_key_of(connection, shop)
            moments = [
                row[0]
                for row in connection.execute("SELECT max(received_at) FROM inquiry WHERE shop = ?", (key,))
            ]
            for chunk in _chunks(among):
                sql = f"SELECT max(updated_at) FROM inquiry WHERE id IN ({', '.join('?' * len(chunk))})"  # noqa: S608
                moments += [row[0] for row in connection.execute(sql, chunk)]
            known = [moment for moment in moments if moment is not None]
            return from_ms(max(known)) if known else None

        return self._database.read(read)


def _chunks(names: Collection[InquiryId]) -> Iterator[tuple[InquiryId, ...]]:
    pending = iter(names)
    while chunk := tuple(islice(pending, _CHUNK)):
        yield chunk
