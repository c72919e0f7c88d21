"""Why: windows ask what a listing lacks and what its auto-reply says, whatever the connection."""

from collections.abc import Callable
from typing import Protocol

from qpost.models.account import ShopId
from qpost.models.listing import ListingNotes
from qpost.services.workspace import Workspace


class SetCourtesy(Protocol):
    """Keeps the text of auto-replies of a shop."""

    def __call__(self, shop: ShopId, text: str) -> None:
        """Keep ``text``; raises ``Refused`` for one that cannot be sent, or ``StoreFault``."""


def notes_of(workspace: Workspace) -> Callable[[ShopId], ListingNotes]:
    """Return what tells the notes of a shop's listing; without a listing there is nothing to note."""
    read: Callable[[ShopId], ListingNotes] | None = getattr(workspace, "listing_notes", None)
    return read or _nothing_noted


def courtesy_of(workspace: Workspace) -> SetCourtesy | None:
    """Return what keeps the text of auto-replies; None where the service has its own."""
    keep: SetCourtesy | None = getattr(workspace.replies, "set_auto_reply_text", None)
    return keep


def _nothing_noted(_: ShopId) -> ListingNotes:
    return ListingNotes()
