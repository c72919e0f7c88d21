"""Why: the local copy of every inquiry, shaped so that lists, counters and threads read from an index."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import TypeVar

import msgspec
from msgspec import Struct, structs

from qpost.models.account import ShopId
from qpost.models.inbox import InboxCounts, InboxRow
from qpost.models.inquiry import Inquiry, InquiryId, Message, MessageId, Source, Status
from qpost.models.outbox import OutboxState
from qpost.models.search import InquiryQuery
from qpost.models.search_fold import fold, fold_lines, snippet
from qpost.store.database import Connection, Database
from qpost.store.list_order import merged_ids
from qpost.store.search import all_ids, question_of, status_counts
from qpost.store.search_head import head_ids
from qpost.store.shops import known_key_of

_CHUNK = 500
_SEEN = 20
"""So many characters of a preview or an item's name are surely on screen, however narrow the list."""
_Value = TypeVar("_Value")

_decode_inquiry = msgspec.msgpack.Decoder(Inquiry).decode
_decode_messages = msgspec.msgpack.Decoder(tuple[Message, ...]).decode
_decode_versions = msgspec.msgpack.Decoder(tuple[int, ...]).decode

_ROW_SQL = """
SELECT i.row_id, i.data, i.has_attachments,
    EXISTS (SELECT 1 FROM draft AS d WHERE d.inquiry_id = i.id),
    (SELECT o.state FROM outbox AS o
     WHERE o.inquiry_id = i.id AND o.state <> 'sent' ORDER BY o.seq DESC LIMIT 1)
FROM inquiry AS i WHERE i.row_id IN ({marks})
"""


class Stored(Struct, frozen=True):
    """An inquiry with its messages; ``seen_from`` holds, for each, the version that first showed it."""

    shop_id: ShopId
    inquiry: Inquiry
    seen_from: tuple[int, ...]

    def seen_at(self, version: int) -> frozenset[MessageId]:
        """Return the messages that were part of the inquiry at ``version``."""
        messages = self.inquiry.messages or ()
        return frozenset(
            message.id for message, first in zip(messages, self.seen_from, strict=True) if first <= version
        )


class InquiryStore:
    """Reads the cached inquiries; :mod:`qpost.store.inquiry_writes` changes them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def head(self, shop: ShopId, query: InquiryQuery, *, limit: int) -> "array[int]":
        """Return the first ``limit`` row ids in display order; fast whatever is asked."""

        def read(connection: Connection) -> "array[int]":
            question = question_of(connection, known_key_of(connection, shop), query)
            return array("q", head_ids(connection, question, limit))

        return self._database.read(read)

    def ids(self, shop: ShopId, query: InquiryQuery) -> "array[int]":
        """Return all matching row ids in display order, as an array of 64-bit integers."""

        def read(connection: Connection) -> "array[int]":
            question = question_of(connection, known_key_of(connection, shop), query)
            return array("q", all_ids(connection, question))

        return self._database.read(read)

    def merged(
        self, shop: ShopId, query: InquiryQuery, ids: "array[int]", changed: Iterable[InquiryId]
    ) -> "array[int] | None":
        """Return ``ids``, read earlier, as they are after a few inquiries changed; ``ids`` is left alone.

        None when it takes a reading of the whole list: an inquiry is gone, or the order cannot be told.
        """
        wanted = tuple(changed)

        def read(connection: Connection) -> "array[int] | None":
            rows = _row_ids(connection, wanted)
            if len(rows) < len(wanted):
                return None
            question = question_of(connection, known_key_of(connection, shop), query)
            return merged_ids(connection, question, query.sort, ids, tuple(rows.values()))

        return self._database.read(read)

    def rows(self, row_ids: Sequence[int], *, words: Sequence[str] = ()) -> list[InboxRow]:
        """Return these rows in the order asked for; ids that are gone are skipped.

        ``words`` were searched for: a row that does not show them bears a snippet that does.
        """

        def read(connection: Connection) -> list[InboxRow]:
            found: dict[int, InboxRow] = {}
            for chunk in _chunks(row_ids):
                sql = _ROW_SQL.format(marks=_marks(len(chunk)))
                for row_id, data, attached, drafted, pending in connection.execute(sql, chunk):
                    found[row_id] = InboxRow(
                        row_id=row_id,
                        inquiry=_decode_inquiry(data),
                        has_draft=bool(drafted),
                        has_attachments=bool(attached),
                        pending=None if pending is None else OutboxState(pending),
                    )
            if words:
                found |= _with_snippets(connection, found, words)
            return [found[row_id] for row_id in row_ids if row_id in found]

        return self._database.read(read)

    def counts(self, shop: ShopId, query: InquiryQuery, *, since_ms: int) -> InboxCounts:
        """Count by source and status since ``since_ms``, and by status what the rest of ``query`` matches."""

        def read(connection: Connection) -> InboxCounts:
            key = known_key_of(connection, shop)
            recent = {
                (Source(source), Status(status)): _count(
                    connection,
                    "SELECT count(*) FROM inquiry"
                    " WHERE shop = ? AND source = ? AND status = ? AND received_at >= ?",
                    key,
                    source,
                    status,
                    since_ms,
                )
                for source, status in _kinds(connection, key)
            }
            return InboxCounts(last_30_days=recent, matching=_matching(connection, key, query))

        return self._database.read(read)

    def unanswered(self, shop: ShopId) -> int:
        """Return how many customer inquiries are unanswered, from the counter table."""
        return self._database.read(
            lambda c: _count(
                c,
                "SELECT coalesce(sum(inquiries), 0) FROM counter"
                " WHERE shop = ? AND source = 'customer' AND status = 'unanswered'",
                known_key_of(c, shop),
            )
        )

    def row_ids(self, inquiry_ids: Iterable[InquiryId]) -> dict[InquiryId, int]:
        """Return the row id of every inquiry that is cached."""
        wanted = tuple(inquiry_ids)

        return self._database.read(lambda connection: _row_ids(connection, wanted))

    def get(self, inquiry_id: InquiryId) -> Stored | None:
        """Return an inquiry with its messages."""
        return self._database.read(lambda c: next(_stored(c, "i.id = ?", inquiry_id), None))

    def by_number(self, number: str) -> tuple[Stored, ...]:
        """Return the inquiries with this number; numbers are unique within a shop only."""
        return self._database.read(lambda c: tuple(_stored(c, "i.number = ?", number)))

    def with_messages(self, row_ids: Sequence[int]) -> Iterator[Inquiry]:
        """Yield inquiries with messages in the order asked for, a chunk of rows at a time."""
        for chunk in _chunks(row_ids):
            found = self._database.read(partial(_by_row_id, row_ids=chunk))
            for row_id in chunk:
                if row_id in found:
                    yield found[row_id]


def _with_snippets(
    connection: Connection, rows: Mapping[int, InboxRow], words: Sequence[str]
) -> dict[int, InboxRow]:
    """Return the rows that show none of ``words`` again, with the part of a message that does."""
    silent = [row_id for row_id, row in rows.items() if not _shows(row.inquiry, words)]
    found: dict[int, InboxRow] = {}
    for chunk in _chunks(silent):
        sql = f"SELECT row_id, messages FROM thread WHERE row_id IN ({_marks(len(chunk))})"  # noqa: S608
        for row_id, messages in connection.execute(sql, chunk):
            texts = (message.body for message in reversed(_decode_messages(messages)))
            part = next(filter(None, (snippet(text, words) for text in texts)), "")
            found[row_id] = structs.replace(rows[row_id], snippet=part)
    return found


def _shows(inquiry: Inquiry, words: Sequence[str]) -> bool:
    texts = [inquiry.title, inquiry.customer.name, inquiry.last_message_preview[:_SEEN]]
    texts += ("" if inquiry.item is None else inquiry.item.name[:_SEEN], inquiry.order_no or "")
    line = fold_lines(texts)
    return any(fold(word) in line for word in words)


def _row_ids(connection: Connection, wanted: Sequence[InquiryId]) -> dict[InquiryId, int]:
    found: dict[InquiryId, int] = {}
    for chunk in _chunks(wanted):
        sql = f"SELECT id, row_id FROM inquiry WHERE id IN ({_marks(len(chunk))})"  # noqa: S608
        found.update((InquiryId(name), row_id) for name, row_id in connection.execute(sql, chunk))
    return found


def _stored(connection: Connection, where: str, *values: str | int) -> Iterator[Stored]:
    sql = (
        "SELECT k.id, i.data, t.messages, t.seen_from FROM inquiry AS i"  # noqa: S608
        f" JOIN shop_key AS k ON k.key = i.shop JOIN thread AS t ON t.row_id = i.row_id WHERE {where}"
    )
    for shop, data, messages, seen_from in connection.execute(sql, values):
        inquiry = structs.replace(_decode_inquiry(data), messages=_decode_messages(messages))
        yield Stored(ShopId(shop), inquiry, _decode_versions(seen_from))


def _by_row_id(connection: Connection, row_ids: Sequence[int]) -> dict[int, Inquiry]:
    sql = (
        "SELECT i.row_id, i.data, t.messages FROM inquiry AS i JOIN thread AS t ON t.row_id = i.row_id"  # noqa: S608
        f" WHERE i.row_id IN ({_marks(len(row_ids))})"
    )
    return {
        row_id: structs.replace(_decode_inquiry(data), messages=_decode_messages(messages))
        for row_id, data, messages in connection.execute(sql, row_ids)
    }


def _kinds(connection: Connection, shop_key: int) -> list[tuple[str, str]]:
    """Return every source and status the shop has; a handful."""
    return [
        (source, status)
        for source, status in connection.execute(
            "SELECT source, status FROM counter WHERE shop = ? AND inquiries > 0", (shop_key,)
        )
    ]


def _matching(connection: Connection, shop_key: int, query: InquiryQuery) -> dict[Status, int]:
    only_source = structs.replace(query, source=None, statuses=frozenset(), sort=InquiryQuery().sort)
    if only_source != InquiryQuery():
        return status_counts(connection, question_of(connection, shop_key, query, with_status=False))
    sql = "SELECT status, inquiries FROM counter WHERE shop = ? AND inquiries > 0"
    values: tuple[str | int, ...] = (shop_key,)
    if query.source is not None:
        sql, values = f"{sql} AND source = ?", (shop_key, query.source)
    totals: dict[Status, int] = {}
    for status, count in connection.execute(sql, values):
        totals[Status(status)] = totals.get(Status(status), 0) + count
    return totals


def _count(connection: Connection, sql: str, *values: str | int) -> int:
    for (count,) in connection.execute(sql, values):
        return int(count)
    return 0


def _chunks(values: Sequence[_Value]) -> Iterator[tuple[_Value, ...]]:
    pending = iter(values)
    while chunk := tuple(islice(pending, _CHUNK)):
        yield chunk


def _marks(count: int) -> str:
    return ", ".join("?" * count)
