"""Why: what the open inquiry needs from the store is read in one go, off the interface thread."""

from collections.abc import Callable

from msgspec import Struct

from qpost.models.account import Capability
from qpost.models.inbox import Thread
from qpost.models.inquiry import Author, InquiryId, Message, Presence
from qpost.models.outbox import Draft, OutboxId, OutboxRow
from qpost.services.workspace import Workspace

_LONGEST_NUMBER = 100


class Reading(Struct, frozen=True):
    """One inquiry as stored, what the connection can do, and who else is on it."""

    thread: Thread | None
    capabilities: frozenset[Capability]
    colleagues: tuple[Presence, ...]


def read_inquiry(workspace: Workspace, inquiry_id: InquiryId) -> Reading:
    """Read it from the local store; ``thread`` is None when it is not there any more."""
    return Reading(
        thread=workspace.inbox.thread(inquiry_id),
        capabilities=workspace.capabilities(),
        colleagues=workspace.presence.colleagues(inquiry_id),
    )


class TakenBack(Struct, frozen=True):
    """A write that will not happen, and the draft that holds the text of a reply again."""

    write: OutboxRow | None
    draft: Draft | None


def take_back(
    workspace: Workspace, outbox_id: OutboxId, take: Callable[[OutboxId], Draft | None]
) -> TakenBack:
    """Take a write out of the outbox by ``take``; what it said is returned with it."""
    write = workspace.replies.row(outbox_id)
    return TakenBack(write=write, draft=take(outbox_id))


def can_be_looked_up(number: str) -> bool:
    """True for an item or order number; false for none, and for a text too long to be asked for."""
    return 0 < len(number) <= _LONGEST_NUMBER


def has_news(before: Thread, after: Thread, *, extension: str) -> bool:
    """True when somebody else spoke between two readings: the other side, or a colleague.

    A message of the shop is ours when it bears our staff label while a write of ours was under way.
    """
    known = {message.id for message in before.inquiry.messages or ()}
    fresh = [message for message in after.inquiry.messages or () if message.id not in known]

    def is_foreign(message: Message) -> bool:
        if message.author is Author.SHOP:
            return (message.extension or "") != extension or not before.outbox
        return message.author is not Author.SYSTEM

    return any(is_foreign(message) for message in fresh)
