"""Why: what the interface reads from the local store, shaped for a screen."""

from msgspec import Struct

from qpost.models.account import ShopId
from qpost.models.inquiry import Inquiry, InquiryId, Source, Status
from qpost.models.outbox import Draft, OutboxRow, OutboxState


class InboxRow(Struct, frozen=True):
    """One line of the list; ``inquiry`` comes without messages.

    ``pending`` is the state of the newest write not yet confirmed, None when there is none. ``snippet``
    is the part of a message in which a search found its words, when nothing else of the line shows them.
    """

    row_id: int
    inquiry: Inquiry
    has_draft: bool
    has_attachments: bool
    pending: OutboxState | None
    snippet: str = ""


class Thread(Struct, frozen=True):
    """One inquiry as the reading pane shows it: history, draft and the writes still under way."""

    inquiry: Inquiry
    draft: Draft | None
    outbox: tuple[OutboxRow, ...]

    @property
    def is_whole(self) -> bool:
        """False while a first reading has listed the inquiry but not read its messages."""
        return bool(self.inquiry.messages) or self.inquiry.message_count == 0


class InboxCounts(Struct, frozen=True):
    """How many inquiries there are by source and status.

    ``last_30_days`` feeds the source tabs (domain.md 2), ``matching`` the status buttons: it obeys
    every filter but the status.
    """

    last_30_days: dict[tuple[Source, Status], int]
    matching: dict[Status, int]


class KeptDraft(Struct, frozen=True):
    """A draft with the inquiry it answers; ``shop_id`` and ``inquiry`` are None when that is not stored."""

    draft: Draft
    shop_id: ShopId | None
    inquiry: Inquiry | None


class Unsent(Struct, frozen=True):
    """Everything the seller wrote that the service has not confirmed: writes oldest first, drafts newest.

    ``gone`` are the inquiries of writes that are not stored any more.
    """

    writes: tuple[OutboxRow, ...] = ()
    drafts: tuple[KeptDraft, ...] = ()
    gone: frozenset[InquiryId] = frozenset()
