"""Why: the filter bar becomes SQL that reads from an index, in the order the list shows."""

import unicodedata

from msgspec import Struct

from qpost.models.inquiry import Inquiry, Status
from qpost.models.jst import day_bounds
from qpost.models.search import DateField, InquiryQuery, SortOrder
from qpost.store.times import to_ms

LAST_CHARACTER = "\U0010ffff"


def fold(text: str) -> str:
    """Return ``text`` as search compares it: compatibility forms and case are one."""
    return unicodedata.normalize("NFKC", text).casefold()


def searchable(inquiry: Inquiry) -> str:
    """Return everything of an inquiry that a search looks at, folded."""
    parts = [inquiry.title, inquiry.customer.name, inquiry.order_no or "", inquiry.last_message_preview]
    if inquiry.item is not None:
        parts += (inquiry.item.number, inquiry.item.name)
    for message in inquiry.messages or ():
        parts += (message.title, message.body)
    return fold("\n".join(parts))


class Filter(Struct, frozen=True):
    """A ``WHERE`` text over ``inquiry AS i`` with its values."""

    where: str
    values: tuple[str | int, ...]

    def having(self, condition: str, *values: str | int) -> "Filter":
        """Return this filter narrowed by one more condition."""
        return Filter(f"{self.where} AND {condition}", self.values + values)


def filter_of(shop_key: int, query: InquiryQuery, *, with_status: bool = True) -> Filter:
    """Return the filter of a query, without the sort order."""
    found = Filter("i.shop = ?", (shop_key,))
    if query.source is not None:
        found = found.having("i.source = ?", query.source)
    if with_status and query.statuses:
        statuses = sorted(query.statuses)
        found = found.having(f"i.status IN ({_marks(len(statuses))})", *statuses)
    column = "i.received_at" if query.date_field is DateField.RECEIVED else "i.replied_at"
    start, end = day_bounds(query.date_from, query.date_to)
    if start is not None:
        found = found.having(f"{column} >= ?", to_ms(start))
    if end is not None:
        found = found.having(f"{column} < ?", to_ms(end))
    for name, prefix in (("i.item_no", query.item_no.strip()), ("i.order_no", query.order_no.strip())):
        if prefix:
            found = found.having(f"{name} >= ? AND {name} < ?", prefix, prefix + LAST_CHARACTER)
    text = fold(query.text.strip())
    if text:
        found = found.having(
            "EXISTS (SELECT 1 FROM search_text AS s WHERE s.row_id = i.row_id AND instr(s.folded, ?))", text
        )
    return found


def id_statements(shop_key: int, query: InquiryQuery) -> tuple[tuple[str, tuple[str | int, ...]], ...]:
    """Return the statements whose row ids, one after the other, are the list."""
    wanted = filter_of(shop_key, query)
    parts: tuple[tuple[Filter, str], ...]
    match query.sort:
        case SortOrder.LONGEST_WAITING:
            parts = (
                (wanted.having("i.status <> 'answered'"), "i.received_at, i.row_id"),
                (wanted.having("i.status = ?", Status.ANSWERED), "i.received_at DESC, i.row_id DESC"),
            )
        case SortOrder.OLDEST:
            parts = ((wanted, "i.received_at, i.row_id"),)
        case SortOrder.NEWEST:
            parts = ((wanted, "i.received_at DESC, i.row_id DESC"),)
    return tuple(
        (f"SELECT i.row_id FROM inquiry AS i WHERE {part.where} ORDER BY {order}", part.values)  # noqa: S608
        for part, order in parts
    )


def _marks(count: int) -> str:
    return ", ".join("?" * count)
