"""Why: the filter bar and the search field become SQL that reads from an index, in the order the list shows.

A filter is a condition over ``i``, which is ``inquiry`` or its slim copy ``search_row``. A search adds
conditions over ``s``, the folded texts. Frequent words are found by walking the list from its beginning,
rare ones by the index of character pairs; which they are shows when the walk ends without enough hits.
"""

from collections.abc import Iterator

from msgspec import Struct

from qpost.models.inquiry import Status
from qpost.models.jst import day_bounds
from qpost.models.search import DateField, InquiryQuery, SortOrder
from qpost.models.search_fold import fold
from qpost.models.search_words import SearchWords, search_words
from qpost.store.database import Connection
from qpost.store.search_index import backlog, fold_before, is_exact, match_expression
from qpost.store.times import to_ms

LAST_CHARACTER = "\U0010ffff"
_WALKED_ROWS = 1_500
"""So many rows are looked at one by one for a frequent word, before the index is asked."""

Values = tuple[str | int, ...]


class Filter(Struct, frozen=True):
    """A ``WHERE`` text with its values."""

    where: str = "1"
    values: Values = ()

    def having(self, condition: str, *values: str | int) -> "Filter":
        """Return this filter narrowed by one more condition."""
        return Filter(f"{self.where} AND {condition}", self.values + values)


class Question(Struct, frozen=True):
    """A query as SQL: ``filter`` over ``i``, ``text`` over ``s`` and ``i``; ``match`` is for FTS5.

    ``table`` is what ``i`` stands for. ``match`` is empty without words, and while rows are yet to be
    indexed. ``parts`` are the pieces the list consists of, each with its ``ORDER BY``.
    """

    table: str
    filter: Filter
    text: Filter | None
    match: str
    is_exact: bool
    parts: tuple[tuple[Filter, str], ...]


def question_of(
    connection: Connection, shop_key: int, query: InquiryQuery, *, with_status: bool = True
) -> Question:
    """Return what is to be asked; raises ``ValueError`` for a text that ``can_be_asked`` says no to."""
    words = search_words(query.text)
    if query.text.strip() and not words.can_be_asked:
        raise ValueError(f"this cannot be looked for: {words.hints}")
    wanted = _filter(shop_key, query, words, with_status=with_status)
    highest = backlog(connection) if _folded(words) else 0
    text = _text_filter(words, highest) if _folded(words) else None
    is_slim = text is not None and not highest and not (query.item_no.strip() or query.order_no.strip())
    is_slim = is_slim and not words.orders and not _is_about_replies(query)
    return Question(
        table="search_row" if is_slim else "inquiry",
        filter=wanted,
        text=text,
        match="" if text is None or highest else match_expression(_folded(words)),
        is_exact=not words.senders and not words.items and is_exact(_folded(words)),
        parts=_parts(wanted, query.sort),
    )


def head_ids(connection: Connection, question: Question, limit: int) -> list[int]:
    """Return the row ids the list begins with, at most ``limit``."""
    found: list[int] = []
    for part, order in question.parts:
        missing = limit - len(found)
        if missing <= 0:
            break
        if question.text is None:
            found += _column(connection, _plain(part, order) + " LIMIT ?", (*part.values, missing))
            continue
        walked = _walk(connection, question, (part, order), missing)
        if walked is None:
            sql, values = _searched(question, part, order)
            walked = list(_column(connection, f"{sql} LIMIT ?", (*values, missing)))
        found += walked
    return found


def all_ids(connection: Connection, question: Question) -> Iterator[int]:
    """Yield every row id of the list, in its order."""
    for part, order in question.parts:
        if question.text is None:
            yield from _column(connection, _plain(part, order), part.values)
        else:
            yield from _column(connection, *_searched(question, part, order))


def status_counts(connection: Connection, question: Question) -> dict[Status, int]:
    """Count what the question matches by status."""
    values: Values = ()
    source = _sources(question)
    sql = f"SELECT i.status, count(*) FROM {source} WHERE {question.filter.where}"  # noqa: S608
    values += question.filter.values
    if question.match:
        sql += " AND f.search_index MATCH ?"
        values += (question.match,)
    if question.text is not None and not (question.match and question.is_exact):
        sql += f" AND {question.text.where}"
        values += question.text.values
    rows = connection.execute(f"{sql} GROUP BY i.status", values)
    return {Status(status): count for status, count in rows}


def id_statements(question: Question) -> tuple[tuple[str, Values], ...]:
    """Return the statements whose row ids, one after the other, are the list; for a look at their plans."""
    if question.text is None:
        return tuple((_plain(part, order), part.values) for part, order in question.parts)
    return tuple(_searched(question, part, order) for part, order in question.parts)


def matching(connection: Connection, question: Question, row_ids: tuple[int, ...]) -> list[int]:
    """Return those of a few rows that belong to the list, in its order."""
    found: list[int] = []
    for part, order in question.parts:
        narrowed = part.having(f"i.row_id IN ({', '.join('?' * len(row_ids))})", *row_ids)
        if question.text is None:
            found += _column(connection, _plain(narrowed, order), narrowed.values)
            continue
        where = narrowed.having(question.text.where, *question.text.values)
        found += _column(
            connection,
            f"SELECT i.row_id FROM {question.table} AS i JOIN search_text AS s ON s.row_id = i.row_id"  # noqa: S608
            f" WHERE {where.where} ORDER BY {order}",
            where.values,
        )
    return found


def _filter(shop_key: int, query: InquiryQuery, words: SearchWords, *, with_status: bool) -> Filter:
    found = Filter("i.shop = ?", (shop_key,))
    if query.source is not None:
        found = found.having("i.source = ?", query.source)
    for statuses in (query.statuses if with_status else frozenset(), words.statuses):
        if statuses:
            found = found.having(f"i.status IN ({', '.join('?' * len(statuses))})", *sorted(statuses))
    column = "i.received_at" if query.date_field is DateField.RECEIVED else "i.replied_at"
    start, end = day_bounds(query.date_from, query.date_to)
    since, _ = day_bounds(words.since, None)
    before, _ = day_bounds(words.before, None)
    for name, moment, comparison in (
        (column, start, ">="),
        (column, end, "<"),
        ("i.received_at", since, ">="),
        ("i.received_at", before, "<"),
    ):
        if moment is not None:
            found = found.having(f"{name} {comparison} ?", to_ms(moment))
    prefixes = [("i.item_no", query.item_no.strip()), ("i.order_no", query.order_no.strip())]
    for name, prefix in (*prefixes, *(("i.order_no", order) for order in words.orders)):
        if prefix:
            found = found.having(f"{name} >= ? AND {name} < ?", prefix, prefix + LAST_CHARACTER)
    return found


def _is_about_replies(query: InquiryQuery) -> bool:
    return query.date_field is DateField.REPLIED and (query.date_from or query.date_to) is not None


def _parts(wanted: Filter, sort: SortOrder) -> tuple[tuple[Filter, str], ...]:
    oldest, newest = "i.received_at, i.row_id", "i.received_at DESC, i.row_id DESC"
    match sort:
        case SortOrder.LONGEST_WAITING:
            return (
                (wanted.having("i.status <> 'answered'"), oldest),
                (wanted.having("i.status = ?", Status.ANSWERED), newest),
            )
        case SortOrder.OLDEST:
            return ((wanted, oldest),)
        case SortOrder.NEWEST:
            return ((wanted, newest),)


def _folded(words: SearchWords) -> tuple[str, ...]:
    return tuple(fold(word) for word in (*words.words, *words.senders, *words.items))


def _text_filter(words: SearchWords, highest: int) -> Filter:
    """Return the condition over the texts; rows up to ``highest`` are still folded as they used to be."""
    found = Filter()
    asked = [(word, "s.folded", "s.folded") for word in words.words]
    asked += [(sender, "s.customer", "i.customer") for sender in words.senders]
    asked += [(item, "s.item", "s.folded") for item in words.items]
    for text, column, before in asked:
        values: Values = (fold(text),)
        condition = f"instr({column}, ?)"
        if highest:
            condition = f"({condition} OR (s.row_id <= {highest} AND instr({before}, ?)))"
            values += (text if before == "i.customer" else fold_before(text),)
        found = found.having(condition, *values)
    return found


def _plain(part: Filter, order: str) -> str:
    return f"SELECT i.row_id FROM inquiry AS i WHERE {part.where} ORDER BY {order}"  # noqa: S608


def _walk(
    connection: Connection, question: Question, part: tuple[Filter, str], missing: int
) -> list[int] | None:
    """Look through the first rows of a part; None when that may not be all there is to find."""
    if question.text is None:
        return None
    where, order = part
    inner = f"{_plain(where, order)} LIMIT {_WALKED_ROWS}"
    sql = (
        f"SELECT c.row_id FROM ({inner}) AS c CROSS JOIN search_text AS s ON s.row_id = c.row_id"  # noqa: S608
        f" CROSS JOIN {question.table} AS i ON i.row_id = c.row_id WHERE {question.text.where} LIMIT ?"
    )
    found = list(_column(connection, sql, (*where.values, *question.text.values, missing)))
    if len(found) == missing:
        return found
    walked = connection.execute(f"SELECT count(*) FROM ({inner})", where.values).fetchone()  # noqa: S608
    return found if walked is not None and walked[0] < _WALKED_ROWS else None


def _sources(question: Question) -> str:
    source = f"{question.table} AS i"
    if question.match:
        source = f"search_index AS f CROSS JOIN {source} ON i.row_id = f.rowid"
    if question.text is not None and not (question.match and question.is_exact):
        source += " CROSS JOIN search_text AS s ON s.row_id = i.row_id"
    return source


def _searched(question: Question, part: Filter, order: str) -> tuple[str, Values]:
    """Return the statement that finds a part by the index, or by a walk to its end without one."""
    text = question.text or Filter()
    if not question.match:
        return (
            f"SELECT i.row_id FROM inquiry AS i CROSS JOIN search_text AS s ON s.row_id = i.row_id"  # noqa: S608
            f" WHERE {part.where} AND {text.where} ORDER BY {order}",
            (*part.values, *text.values),
        )
    inner = (
        f"SELECT i.row_id FROM search_index AS f CROSS JOIN {question.table} AS i ON i.row_id = f.rowid"  # noqa: S608
        f" WHERE f.search_index MATCH ? AND {part.where} ORDER BY {order}"
    )
    values = (question.match, *part.values)
    if question.is_exact:
        return inner, values
    # the limit keeps SQLite from sorting after the texts were read instead of before
    return (
        f"SELECT c.row_id FROM ({inner} LIMIT -1) AS c CROSS JOIN search_text AS s ON s.row_id = c.row_id"  # noqa: S608
        f" WHERE {text.where}",
        (*values, *text.values),
    )


def _column(connection: Connection, sql: str, values: Values) -> Iterator[int]:
    for (row_id,) in connection.execute(sql, values):
        yield row_id
