"""Why: the list, the counters and the reading pane are read from the local store alone."""

from array import array
from collections.abc import Iterable, Iterator, Sequence

from qpost.models.account import ShopId
from qpost.models.inbox import InboxCounts, InboxRow, Thread
from qpost.models.inquiry import Inquiry, InquiryId
from qpost.models.search import InquiryQuery


class Inbox:
    """Reads inquiries; never touches the network, raises ``StoreFault`` only."""

    def ids(self, shop: ShopId, query: InquiryQuery) -> array[int]:
        """Return the local row ids (array of ``q``) that match, in display order."""
        raise NotImplementedError

    def rows(self, row_ids: Sequence[int]) -> list[InboxRow]:
        """Return the rows in the order asked for; ids that are gone are skipped."""
        raise NotImplementedError

    def counts(self, shop: ShopId, query: InquiryQuery) -> InboxCounts:
        """Return the source tabs' and the status buttons' numbers."""
        raise NotImplementedError

    def thread(self, inquiry_id: InquiryId) -> Thread | None:
        """Return one inquiry with history, draft and open writes; None when it is not stored."""
        raise NotImplementedError

    def row_ids(self, inquiry_ids: Iterable[InquiryId]) -> dict[InquiryId, int]:
        """Return the row id of every inquiry that is stored."""
        raise NotImplementedError

    def unanswered(self, shop: ShopId) -> int:
        """Return how many customer inquiries nobody answered yet."""
        raise NotImplementedError

    def export(self, shop: ShopId, query: InquiryQuery) -> Iterator[Inquiry]:
        """Yield the matching inquiries with their messages, in display order."""
        raise NotImplementedError
