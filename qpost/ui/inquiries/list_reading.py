"""Why: the beginning of a list is read at once, all of it afterwards, and what changed in it by itself."""

import time
from array import array
from collections.abc import Collection, Sequence

from msgspec import Struct

from qpost.models.account import ShopId
from qpost.models.inbox import InboxCounts, InboxRow
from qpost.models.inquiry import InquiryId
from qpost.models.search import InquiryQuery
from qpost.models.search_words import search_words
from qpost.services.inbox import Inbox

_ROWS_AT_ONCE = 20


class ListHead(Struct, frozen=True):
    """The first ids of a list and the rows a window shows of them."""

    ids: "array[int]"
    rows: Sequence[InboxRow]


class WholeList(Struct, frozen=True):
    """All ids of a list, its counters, and how many seconds it took to read them.

    ``is_merged``: only what changed was read.
    """

    ids: "array[int]"
    counts: InboxCounts
    took_s: float
    is_merged: bool = False


def read_head(inbox: Inbox, shop: ShopId, query: InquiryQuery, *, limit: int) -> ListHead:
    """Read what fills the window."""
    ids = inbox.head(shop, query, limit=limit)
    return ListHead(ids, inbox.rows(ids[:_ROWS_AT_ONCE], words=marked_words(query)))


def read_list(inbox: Inbox, shop: ShopId, query: InquiryQuery) -> WholeList:
    """Read all of the list, however long that takes."""
    start = time.monotonic()
    ids = inbox.ids(shop, query)
    return WholeList(ids, inbox.counts(shop, query), time.monotonic() - start)


def read_merged(
    inbox: Inbox, shop: ShopId, query: InquiryQuery, *, ids: "array[int]", changed: Collection[InquiryId]
) -> WholeList:
    """Return the list ``ids`` with what ``changed`` at its place, reading it anew only when it must."""
    start = time.monotonic()
    merged = inbox.merged(shop, query, ids, changed)
    if merged is None:
        return read_list(inbox, shop, query)
    return WholeList(merged, inbox.counts(shop, query), time.monotonic() - start, is_merged=True)


def marked_words(query: InquiryQuery) -> tuple[str, ...]:
    """Return what is to be marked in the rows of ``query``."""
    asked = search_words(query.text)
    return (*asked.words, *asked.senders, *asked.items)
