"""Why: windows ask what a listing lacks and what its auto-reply says, whatever the connection."""

from typing import Protocol, runtime_checkable

from qpost.models.account import ShopId
from qpost.models.listing import ListingNotes
from qpost.services.workspace import Workspace


@runtime_checkable
class Noting(Protocol):
    """Tells what a shop's listing is known to lack."""

    def listing_notes(self, shop: ShopId) -> ListingNotes:
        """Return the notes of ``shop``; raises ``StoreFault``."""


@runtime_checkable
class Courtesy(Protocol):
    """Keeps the text of a shop's auto-replies."""

    def auto_reply_text(self, shop: ShopId) -> str:
        """Return the very text an auto-reply sends."""

    def set_auto_reply_text(self, shop: ShopId, text: str) -> None:
        """Send ``text`` from now on, 1 to 1000 characters; raises ``Refused`` or ``StoreFault``."""


def notes_of(workspace: Workspace, shop: ShopId) -> ListingNotes:
    """Return the notes of ``shop``; without a listing there is nothing to note."""
    listing: object = workspace
    return listing.listing_notes(shop) if isinstance(listing, Noting) else ListingNotes()


def courtesy_of(workspace: Workspace) -> Courtesy | None:
    """Return what keeps the text of auto-replies; None where only the service can change it."""
    replies: object = workspace.replies
    return replies if isinstance(replies, Courtesy) else None
