"""Why: the filter bar and the search field become SQL that reads from an index, in the order the list shows.

A filter is a condition over ``i``, which is ``inquiry`` or its slim copy ``search_row``. A search adds
conditions over ``s``, the folded texts, and asks the index of character pairs. How the first rows of a
list are found without finding all of them is in :mod:`qpost.store.search_head`.
"""

import unicodedata
from collections.abc import Iterator

from msgspec import Struct, structs

from qpost.models.inquiry import Status
from qpost.models.jst import day_bounds
from qpost.models.search import DateField, InquiryQuery, SortOrder
from qpost.models.search_fold import fold
from qpost.models.search_words import SearchWords, search_words
from qpost.store.database import Connection
from qpost.store.search_index import backlog, fold_before, is_exact, match_expression
from qpost.store.times import to_ms

LAST_CHARACTER = "\U0010ffff"

Values = tuple[str | int, ...]


class Filter(Struct, frozen=True):
    """A ``WHERE`` text with its values."""

    where: str = "1"
    values: Values = ()

    def having(self, condition: str, *values: str | int) -> "Filter":
        """Return this filter narrowed by one more condition."""
        return Filter(f"{self.where} AND {condition}", self.values + values)


class Part(Struct, frozen=True):
    """A piece of a list: which rows, and whether the newest or the oldest stands first."""

    filter: Filter
    is_newest_first: bool

    @property
    def order(self) -> str:
        """What belongs behind ``ORDER BY``."""
        return "i.received_at DESC, i.row_id DESC" if self.is_newest_first else "i.received_at, i.row_id"

    def having(self, condition: str, *values: str | int) -> "Part":
        """Return this part narrowed by one more condition."""
        return Part(self.filter.having(condition, *values), self.is_newest_first)


class Question(Struct, frozen=True):
    """A query as SQL: ``filter`` over ``i``, ``text`` over ``s`` and ``i``; ``match`` is for FTS5.

    ``table`` is what ``i`` stands for. ``match`` is empty without words, and while rows are yet to be
    indexed; ``quick_match`` gives its first rows sooner, and some that ``text`` sorts out. ``parts`` are the
    pieces the list consists of, one after the other.
    """

    table: str
    filter: Filter
    text: Filter | None
    match: str
    quick_match: str
    is_exact: bool
    parts: tuple[Part, ...]


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
    is_indexed = text is not None and not highest
    return Question(
        table="search_row" if is_slim else "inquiry",
        filter=wanted,
        text=text,
        match=match_expression(_folded(words)) if is_indexed else "",
        quick_match=match_expression(_folded(words), is_quick=True) if is_indexed else "",
        is_exact=not words.senders and not words.items and is_exact(_folded(words)),
        parts=_parts(wanted, query.sort),
    )


def all_ids(connection: Connection, question: Question) -> Iterator[int]:
    """Yield every row id of the list, in its order."""
    for part in question.parts:
        yield from column(connection, *statement(question, part))


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
    return tuple(statement(question, part) for part in question.parts)


def statement(question: Question, part: Part) -> tuple[str, Values]:
    """Return what finds the row ids of ``part``, in its order."""
    where, order, text = part.filter, part.order, question.text
    if text is None:
        return f"SELECT i.row_id FROM inquiry AS i WHERE {where.where} ORDER BY {order}", where.values  # noqa: S608
    if not question.match:
        return (
            f"SELECT i.row_id FROM {question.table} AS i CROSS JOIN search_text AS s ON s.row_id = i.row_id"  # noqa: S608
            f" WHERE {where.where} AND {text.where} ORDER BY {order}",
            (*where.values, *text.values),
        )
    inner = (
        f"SELECT i.row_id FROM search_index AS f CROSS JOIN {question.table} AS i ON i.row_id = f.rowid"  # noqa: S608
        f" WHERE f.search_index MATCH ? AND {where.where} ORDER BY {order}"
    )
    values = (question.match, *where.values)
    if question.is_exact:
        return inner, values
    # the limit keeps SQLite from sorting after the texts were read instead of before
    return (
        f"SELECT c.row_id FROM ({inner} LIMIT -1) AS c CROSS JOIN search_text AS s ON s.row_id = c.row_id"  # noqa: S608
        f" WHERE {text.where}",
        (*values, *text.values),
    )


def column(connection: Connection, sql: str, values: Values) -> Iterator[int]:
    """Yield the first column of what a statement finds."""
    for (value,) in connection.execute(sql, values):
        yield value


def matching(connection: Connection, question: Question, row_ids: tuple[int, ...]) -> list[int]:
    """Return those of a few rows that belong to the list, in its order."""
    found: list[int] = []
    for part in question.parts:
        narrowed = part.having(f"i.row_id IN ({', '.join('?' * len(row_ids))})", *row_ids)
        found += column(connection, *statement(structs.replace(question, match=""), narrowed))
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
    prefixes = [("i.item_no", query.item_no), ("i.order_no", query.order_no)]
    for name, typed in (*prefixes, *(("i.order_no", order) for order in words.orders)):
        prefix = unicodedata.normalize("NFKC", typed).strip()  # an input method writes digits in full width
        if prefix:
            found = found.having(f"{name} >= ? AND {name} < ?", prefix, prefix + LAST_CHARACTER)
    return found


def _is_about_replies(query: InquiryQuery) -> bool:
    return query.date_field is DateField.REPLIED and (query.date_from or query.date_to) is not None


def _parts(wanted: Filter, sort: SortOrder) -> tuple[Part, ...]:
    if sort is SortOrder.LONGEST_WAITING:
        return (
            Part(wanted.having("i.status <> 'answered'"), is_newest_first=False),
            Part(wanted.having("i.status = ?", Status.ANSWERED), is_newest_first=True),
        )
    return (Part(wanted, is_newest_first=sort is SortOrder.NEWEST),)


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


def _sources(question: Question) -> str:
    source = f"{question.table} AS i"
    if question.match:
        source = f"search_index AS f CROSS JOIN {source} ON i.row_id = f.rowid"
    if question.text is not None and not (question.match and question.is_exact):
        source += " CROSS JOIN search_text AS s ON s.row_id = i.row_id"
    return source
