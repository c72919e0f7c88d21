"""Why: the list, the counters and the reading pane are read from the local store alone."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from qpost.models.account import ShopId
from qpost.models.inbox import InboxCounts, InboxRow, KeptDraft, Thread, Unsent
from qpost.models.inquiry import Inquiry, InquiryId
from qpost.models.outbox import Draft
from qpost.models.search import InquiryQuery
from qpost.store.account_store import AccountStore
from qpost.store.times import to_ms

COUNTER_WINDOW = timedelta(days=30)
"""The source tabs count this far back (domain.md 2)."""


class Inbox:
    """Reads inquiries; never touches the network, raises ``StoreFault`` only."""

    def __init__(self, store: AccountStore, *, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    def head(self, shop: ShopId, query: InquiryQuery, *, limit: int) -> "array[int]":
        """Return the first ``limit`` of :meth:`ids`, at once."""
        return self._store.inquiries.head(shop, query, limit=limit)

    def ids(self, shop: ShopId, query: InquiryQuery) -> "array[int]":
        """Return the local row ids (array of ``q``) that match, in display order.

        Raises ``ValueError`` for a text whose ``search_words`` cannot be asked.
        """
        return self._store.inquiries.ids(shop, query)

    def merged(
        self, shop: ShopId, query: InquiryQuery, ids: "array[int]", changed: Iterable[InquiryId]
    ) -> "array[int] | None":
        """Return ``ids`` after a few inquiries changed; None when they have to be read anew."""
        return self._store.inquiries.merged(shop, query, ids, changed)

    def rows(self, row_ids: Sequence[int], *, words: Sequence[str] = ()) -> list[InboxRow]:
        """Return the rows in the order asked for; ids that are gone are skipped.

        ``words`` were searched for: a row that does not show them bears a snippet that does.
        """
        return self._store.inquiries.rows(row_ids, words=words)

    def counts(self, shop: ShopId, query: InquiryQuery) -> InboxCounts:
        """Return the source tabs' and the status buttons' numbers."""
        return self._store.inquiries.counts(shop, query, since_ms=to_ms(self._now() - COUNTER_WINDOW))

    def thread(self, inquiry_id: InquiryId) -> Thread | None:
        """Return one inquiry with history, draft and open writes; None when it is not stored."""
        stored = self._store.inquiries.get(inquiry_id)
        if stored is None:
            return None
        return Thread(
            inquiry=stored.inquiry,
            draft=self._store.drafts.get(inquiry_id),
            outbox=tuple(entry.row for entry in self._store.outbox.unfinished_of(inquiry_id)),
        )

    def unsent(self) -> Unsent:
        """Return the whole outbox and every draft, those of inquiries no longer stored included."""
        writes = tuple(entry.row for entry in self._store.outbox.unfinished())
        wanted = frozenset(row.inquiry_id for row in writes)
        return Unsent(
            writes=writes,
            drafts=tuple(self._kept(draft) for draft in self._store.drafts.all()),
            gone=wanted - self._store.inquiries.row_ids(wanted).keys(),
        )

    def _kept(self, draft: Draft) -> KeptDraft:
        stored = self._store.inquiries.get(draft.inquiry_id)
        if stored is None:
            return KeptDraft(draft, None, None)
        return KeptDraft(draft, stored.shop_id, stored.inquiry)

    def by_number(self, number: str, shop: ShopId | None = None) -> tuple[tuple[ShopId, Inquiry], ...]:
        """Return the stored inquiries with this number and their shops; of one shop when it is named."""
        return tuple(
            (stored.shop_id, stored.inquiry)
            for stored in self._store.inquiries.by_number(number)
            if shop is None or stored.shop_id == shop
        )

    def row_ids(self, inquiry_ids: Iterable[InquiryId]) -> dict[InquiryId, int]:
        """Return the row id of every inquiry that is stored."""
        return self._store.inquiries.row_ids(inquiry_ids)

    def unanswered(self, shop: ShopId) -> int:
        """Return how many customer inquiries nobody answered yet."""
        return self._store.inquiries.unanswered(shop)

    def with_messages(self, row_ids: Sequence[int]) -> Iterator[Inquiry]:
        """Yield these inquiries with their messages, in this order; those that are gone are skipped."""
        return self._store.inquiries.with_messages(row_ids)

    def export(self, shop: ShopId, query: InquiryQuery) -> Iterator[Inquiry]:
        """Yield the matching inquiries with their messages, in display order."""
        return self._store.inquiries.with_messages(self.ids(shop, query))
