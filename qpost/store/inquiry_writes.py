"""Why: what the service says about inquiries enters the cache here, each page in one transaction."""

from collections.abc import Iterable, Sequence

import msgspec
from msgspec import Struct, structs

from qpost.models.account import ShopId
from qpost.models.inquiry import Inquiry, InquiryId, Message, MessageId
from qpost.store.database import Connection, Database
from qpost.store.search_index import keep_text, put_into_index, searchable
from qpost.store.shops import key_of
from qpost.store.times import to_ms

_encode = msgspec.msgpack.encode
_decode_messages = msgspec.msgpack.Decoder(tuple[Message, ...]).decode
_decode_versions = msgspec.msgpack.Decoder(tuple[int, ...]).decode

_COLUMNS = (
    "shop, number, source, status, visibility, hidden, received_at, replied_at, updated_at,"
    " item_no, order_no, customer, title, preview, version, has_attachments, generation, data"
)
_INSERT = f"INSERT INTO inquiry (id, {_COLUMNS}) VALUES ({', '.join('?' * 19)})"  # noqa: S608
_UPDATE = f"UPDATE inquiry SET ({_COLUMNS}) = ({', '.join('?' * 18)}) WHERE row_id = ?"  # noqa: S608


class Written(Struct, frozen=True):
    """What a page changed; ``arrived`` is the part of ``changed`` that was not cached before."""

    changed: frozenset[InquiryId] = frozenset()
    arrived: frozenset[InquiryId] = frozenset()


class _Known(Struct, frozen=True):
    row_id: int
    version: int
    messages: bytes
    seen_from: bytes


class InquiryWrites:
    """Changes the cached inquiries; the service always wins, but never with an older version."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, shop: ShopId, inquiries: Sequence[Inquiry], *, force: bool = False) -> Written:
        """Keep inquiries (with messages); an older version than the cached one is passed over.

        ``force`` takes older versions as well: the service was set back and is read anew.
        """

        def work(connection: Connection) -> Written:
            shop_key = key_of(connection, shop)
            generation = _generation(connection, shop_key)
            known = _known(connection, [inquiry.id for inquiry in inquiries])
            changed: set[InquiryId] = set()
            arrived: set[InquiryId] = set()
            texts: dict[int, str] = {}
            for inquiry in inquiries:
                before = known.get(inquiry.id)
                if before is not None and before.version > inquiry.version and not force:
                    _mark_seen(connection, before.row_id, generation)
                    continue
                known[inquiry.id] = _put_one(
                    connection, shop_key, inquiry, before, generation=generation, texts=texts
                )
                changed.add(inquiry.id)
                if before is None:
                    arrived.add(inquiry.id)
            put_into_index(connection, texts)
            return Written(frozenset(changed), frozenset(arrived))

        return self._database.write(work)

    def introduce(self, shop: ShopId, inquiries: Sequence[Inquiry]) -> frozenset[InquiryId]:
        """Keep those not cached yet, without their messages; the rest, and its messages, stays as it is."""

        def work(connection: Connection) -> frozenset[InquiryId]:
            shop_key = key_of(connection, shop)
            generation = _generation(connection, shop_key)
            known = _known(connection, [inquiry.id for inquiry in inquiries])
            new = {inquiry.id: inquiry for inquiry in inquiries if inquiry.id not in known}
            texts: dict[int, str] = {}
            for inquiry in new.values():
                _put_one(connection, shop_key, inquiry, None, generation=generation, texts=texts)
            put_into_index(connection, texts)
            return frozenset(new)

        return self._database.write(work)

    def delete(self, inquiry_ids: Iterable[InquiryId]) -> frozenset[InquiryId]:
        """Remove inquiries and return those that were there; their drafts and outbox rows stay."""
        wanted = tuple(inquiry_ids)

        def work(connection: Connection) -> frozenset[InquiryId]:
            gone = set()
            for inquiry_id in wanted:
                connection.execute("DELETE FROM inquiry WHERE id = ?", (inquiry_id,))
                if connection.changes():
                    gone.add(inquiry_id)
            return frozenset(gone)

        return self._database.write(work)

    def delete_unseen(self, shop: ShopId, *, generation: int) -> frozenset[InquiryId]:
        """Remove what a reading from the beginning, under ``generation``, did not come across."""

        def work(connection: Connection) -> frozenset[InquiryId]:
            return frozenset(
                InquiryId(gone)
                for (gone,) in connection.execute(
                    "DELETE FROM inquiry WHERE shop = ? AND generation < ? RETURNING id",
                    (key_of(connection, shop), generation),
                )
            )

        return self._database.write(work)


def _generation(connection: Connection, shop_key: int) -> int:
    for (generation,) in connection.execute("SELECT generation FROM feed WHERE shop = ?", (shop_key,)):
        return int(generation)
    return 0


def _mark_seen(connection: Connection, row_id: int, generation: int) -> None:
    connection.execute("UPDATE inquiry SET generation = ? WHERE row_id = ?", (generation, row_id))


def _known(connection: Connection, inquiry_ids: Sequence[InquiryId]) -> dict[InquiryId, _Known]:
    known: dict[InquiryId, _Known] = {}
    for start in range(0, len(inquiry_ids), 500):
        chunk = inquiry_ids[start : start + 500]
        sql = (
            "SELECT i.id, i.row_id, i.version, t.messages, t.seen_from"  # noqa: S608
            " FROM inquiry AS i JOIN thread AS t ON t.row_id = i.row_id"
            f" WHERE i.id IN ({', '.join('?' * len(chunk))})"
        )
        for inquiry_id, *rest in connection.execute(sql, chunk):
            known[InquiryId(inquiry_id)] = _Known(*rest)
    return known


def _put_one(
    connection: Connection,
    shop_key: int,
    inquiry: Inquiry,
    before: _Known | None,
    *,
    generation: int,
    texts: dict[int, str],
) -> _Known:
    """Keep one inquiry; what the search index has to learn is added to ``texts``."""
    messages = inquiry.messages or ()
    if inquiry.messages is None and before is not None:  # a form without a thread does not empty it
        messages = _decode_messages(before.messages)
    packed, seen_from = _encode(messages), _encode(_seen_from(messages, inquiry.version, before))
    values = (
        shop_key,
        inquiry.number,
        inquiry.source,
        inquiry.status,
        inquiry.visibility,
        inquiry.hidden,
        to_ms(inquiry.received_at),
        None if inquiry.replied_at is None else to_ms(inquiry.replied_at),
        to_ms(inquiry.updated_at),
        None if inquiry.item is None else inquiry.item.number,
        inquiry.order_no,
        inquiry.customer.name,
        inquiry.title,
        inquiry.last_message_preview,
        inquiry.version,
        any(message.attachments for message in messages),
        generation,
        _encode(structs.replace(inquiry, messages=None)),
    )
    text = searchable(inquiry, messages)
    if before is None:
        connection.execute(_INSERT, (inquiry.id, *values))
        row_id = connection.last_insert_rowid()
        connection.execute("INSERT INTO thread VALUES (?, ?, ?)", (row_id, packed, seen_from))
    else:
        row_id = before.row_id
        connection.execute(_UPDATE, (*values, row_id))
        connection.execute(
            "UPDATE thread SET messages = ?, seen_from = ? WHERE row_id = ?", (packed, seen_from, row_id)
        )
    if keep_text(connection, row_id, text):
        texts[row_id] = text.folded
    return _Known(row_id, inquiry.version, packed, seen_from)


def _seen_from(messages: Sequence[Message], version: int, before: _Known | None) -> tuple[int, ...]:
    """Return for each message the version that first showed it."""
    first: dict[MessageId, int] = {}
    if before is not None:
        kept = _decode_messages(before.messages)
        first = {
            message.id: seen for message, seen in zip(kept, _decode_versions(before.seen_from), strict=True)
        }
    return tuple(first.get(message.id, version) for message in messages)
