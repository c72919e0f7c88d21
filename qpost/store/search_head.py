"""Why: the first rows of a list are found without finding all of them, however many hits a word has.

A frequent word stands in the first rows of the list, and of a rare one all hits are read at once. For the
words between, ``search_band`` keeps for every few thousand consecutive row ids when their newest and their
oldest inquiry was received: bands are searched in the list's order until no other can hold a row that
belongs before those found.
"""

from msgspec import structs

from qpost.store.database import Connection
from qpost.store.search import Part, Question, column, statement

_WALKED_ROWS = 500
"""So many rows are looked at one by one, for a frequent word, before the index is asked."""
_RARE_HITS = 2_000
_BAND_BITS = 13
"""As in the triggers that keep ``search_band``."""

_Dated = list[tuple[int, int]]


def head_ids(connection: Connection, question: Question, limit: int) -> list[int]:
    """Return the row ids the list begins with, at most ``limit``."""
    found: list[int] = []
    for part in question.parts:
        if len(found) < limit:
            found += _head(connection, question, part, limit - len(found))
    return found


def _head(connection: Connection, question: Question, part: Part, limit: int) -> list[int]:
    if question.text is not None:
        walked = _walk(connection, question, part, limit)
        if walked is not None:
            return walked
        if question.match != question.quick_match:
            question = structs.replace(question, match=question.quick_match, is_exact=False)
        if question.match and not _is_rare(connection, question):
            return _search_bands(connection, question, part, limit)
    return _first(connection, question, part, limit)


def _first(connection: Connection, question: Question, part: Part, limit: int) -> list[int]:
    sql, values = statement(question, part)
    return list(column(connection, f"{sql} LIMIT ?", (*values, limit)))


def _walk(connection: Connection, question: Question, part: Part, limit: int) -> list[int] | None:
    """Look through the first rows of a part; None when that may not be all there is to find."""
    where, text = part.filter, question.text
    if text is None:
        return None
    inner = (
        f"SELECT i.row_id FROM inquiry AS i WHERE {where.where} ORDER BY {part.order} LIMIT {_WALKED_ROWS}"  # noqa: S608
    )
    sql = (
        f"SELECT c.row_id FROM ({inner}) AS c CROSS JOIN search_text AS s ON s.row_id = c.row_id"  # noqa: S608
        f" CROSS JOIN {question.table} AS i ON i.row_id = c.row_id WHERE {text.where} LIMIT ?"
    )
    found = list(column(connection, sql, (*where.values, *text.values, limit)))
    if len(found) == limit:
        return found
    walked = connection.execute(f"SELECT count(*) FROM ({inner})", where.values).fetchone()  # noqa: S608
    return found if walked is not None and walked[0] < _WALKED_ROWS else None


def _is_rare(connection: Connection, question: Question) -> bool:
    sql = "SELECT rowid FROM search_index WHERE search_index MATCH ? LIMIT ?"
    counted = connection.execute(f"SELECT count(*) FROM ({sql})", (question.match, _RARE_HITS)).fetchone()  # noqa: S608
    return counted is not None and counted[0] < _RARE_HITS


def _search_bands(connection: Connection, question: Question, part: Part, limit: int) -> list[int]:
    """Search band by band, the one with the first row of the list first."""
    sign = -1 if part.is_newest_first else 1
    bound = "-newest" if part.is_newest_first else "oldest"
    found: _Dated = []
    bands: list[tuple[int, int]] = list(
        connection.execute(f"SELECT band, {bound} FROM search_band ORDER BY 2")  # noqa: S608
    )
    for band, earliest in bands:
        if len(found) == limit and earliest > found[-1][0]:
            break
        narrowed = part.having("f.rowid BETWEEN ? AND ?", band << _BAND_BITS, (band + 1 << _BAND_BITS) - 1)
        hits = _first(connection, question, narrowed, limit)
        found = sorted(found + _dated(connection, hits, sign))[:limit]
    return [sign * row_id for _, row_id in found]


def _dated(connection: Connection, row_ids: list[int], sign: int) -> _Dated:
    """Return what orders these rows: when they were received and their ids, negative for newest first."""
    marks = ", ".join("?" * len(row_ids))
    sql = f"SELECT received_at, row_id FROM search_row WHERE row_id IN ({marks})"  # noqa: S608
    return [(sign * received_at, sign * row_id) for received_at, row_id in connection.execute(sql, row_ids)]
