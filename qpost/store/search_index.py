"""Why: texts are kept folded and their pairs of characters indexed, so that no search reads a million rows.

FTS5 splits words at spaces, which Japanese and Chinese do not have; it is given pairs of neighbouring
characters instead (``grams``) and finds the rows that have them all. ``search_text`` says whether they
stand in the order asked for.
"""

import unicodedata
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from qpost.models.inquiry import Inquiry, Message
from qpost.models.search_fold import fold, fold_lines, grams
from qpost.store.database import Connection, Database

_BACKLOG_ROWS = 200
_MERGED_PAGES = 200
_MOST_TERMS = 24
"""More pairs than this narrow nothing down any further."""
_decode_inquiry = msgspec.msgpack.Decoder(Inquiry).decode
_decode_messages = msgspec.msgpack.Decoder(tuple[Message, ...]).decode


class Searchable(Struct, frozen=True):
    """The folded texts of an inquiry; ``folded`` holds everything, a line for each field."""

    folded: str
    customer: str
    item: str


def searchable(inquiry: Inquiry, messages: tuple[Message, ...] = ()) -> Searchable:
    """Return everything of an inquiry that a search looks at."""
    number, name = ("", "") if inquiry.item is None else (inquiry.item.number, inquiry.item.name)
    lines = [inquiry.title, inquiry.customer.name, inquiry.order_no or "", number, name, inquiry.number]
    for message in messages:
        lines += (message.title, message.body)
    return Searchable(fold_lines(lines), fold(inquiry.customer.name), fold_lines((number, name)))


def keep_text(connection: Connection, row_id: int, text: Searchable) -> bool:
    """Keep the text of a row; False when it says what it said before.

    True: the row has to be put into the index (:func:`put_into_index`).
    """
    kept = connection.execute(
        "SELECT folded, customer, item FROM search_text WHERE row_id = ?", (row_id,)
    ).fetchone()
    if kept == (text.folded, text.customer, text.item):
        return False
    connection.execute(
        "INSERT OR REPLACE INTO search_text (row_id, folded, customer, item) VALUES (?, ?, ?, ?)",
        (row_id, text.folded, text.customer, text.item),
    )
    return True


def put_into_index(connection: Connection, texts: Mapping[int, str]) -> None:
    """Make rows findable by their folded texts.

    Last in a transaction: after any other statement FTS5 would write what it gathered to disk, row by row.
    """
    connection.executemany(
        "INSERT OR REPLACE INTO search_index (rowid, grams) VALUES (?, ?)",
        ((row_id, grams(folded)) for row_id, folded in texts.items()),
    )


def match_expression(words: tuple[str, ...], *, is_quick: bool = False) -> str:
    """Return what FTS5 is asked so that no row with all the folded ``words`` is missed.

    ``is_quick`` leaves out single characters when there are pairs: for those, FTS5 gathers the rows of
    every pair they begin before it gives the first.
    """
    terms = _terms(words)
    if is_quick:
        terms = {term for term in terms if len(term) > 1} or terms
    asked = sorted(terms)[:_MOST_TERMS]
    return " AND ".join(f'"{term}"*' if len(term) == 1 else f'"{term}"' for term in asked)


def is_exact(words: tuple[str, ...]) -> bool:
    """True when the index alone says that all the folded ``words`` are there."""
    is_short = all(len(word) <= 2 and " " not in word for word in words)
    return is_short and len(_terms(words)) <= _MOST_TERMS


def _terms(words: tuple[str, ...]) -> set[str]:
    """Return every pair of characters of ``words``, and the words of one character."""
    terms: set[str] = set()
    for word in words:
        for run in word.split(" "):
            terms |= {run[place : place + 2] for place in range(len(run) - 1)}
            if len(run) == 1:
                terms.add(run)
    return terms


def fold_before(text: str) -> str:
    """Return ``text`` as rows were folded that :class:`SearchBacklog` has not come to yet."""
    return unicodedata.normalize("NFKC", text).casefold()


def backlog(connection: Connection) -> int:
    """Return the highest row id that is not indexed yet; 0 when all are."""
    for (highest,) in connection.execute("SELECT highest FROM search_backlog"):
        return int(highest)
    return 0


class SearchBacklog:
    """Rows an earlier version stored are indexed a few at a time, newest first, across restarts.

    Then the parts the index was written in are merged, as far as that makes searching faster.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def work_off(self) -> bool:
        """Take the next step in a transaction of its own; False when nothing is left to do."""
        return self._database.write(lambda connection: _work_off(connection) or _merge(connection))


def _work_off(connection: Connection) -> bool:
    highest = backlog(connection)
    if not highest:
        return False
    rows: list[tuple[int, bytes, bytes]] = list(
        connection.execute(
            "SELECT i.row_id, i.data, t.messages FROM inquiry AS i JOIN thread AS t ON t.row_id = i.row_id"
            " WHERE i.row_id <= ? ORDER BY i.row_id DESC LIMIT ?",
            (highest, _BACKLOG_ROWS),
        )
    )
    connection.execute("DELETE FROM search_backlog")
    if len(rows) == _BACKLOG_ROWS:
        connection.execute("INSERT INTO search_backlog VALUES (?)", (rows[-1][0] - 1,))
    texts: dict[int, str] = {}
    for row_id, data, messages in rows:
        text = searchable(_decode_inquiry(data), _decode_messages(messages))
        if keep_text(connection, row_id, text):
            texts[row_id] = text.folded
        connection.execute(
            "INSERT OR REPLACE INTO search_row"
            " SELECT row_id, shop, source, status, received_at FROM inquiry WHERE row_id = ?",
            (row_id,),
        )
    put_into_index(connection, texts)
    return len(rows) == _BACKLOG_ROWS


def _merge(connection: Connection) -> bool:
    before = connection.total_changes()
    connection.execute("INSERT INTO search_index (search_index, rank) VALUES ('merge', ?)", (_MERGED_PAGES,))
    return connection.total_changes() - before > 1  # one is the statement itself
