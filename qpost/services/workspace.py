"""Why: everything one signed-in account needs, built once and closed once."""

from qpost.models.account import Account, Capability, Shop
from qpost.models.events import LinkChanged
from qpost.services.context import Context
from qpost.services.delivery import Delivery
from qpost.services.files import Files
from qpost.services.inbox import Inbox
from qpost.services.presence import PresenceService
from qpost.services.replies import Replies
from qpost.services.sync import Sync
from qpost.services.templates import Templates


class Workspace:
    """One account's store and services."""

    account: Account
    extension: str
    inbox: Inbox
    replies: Replies
    templates: Templates
    files: Files
    context: Context
    presence: PresenceService
    sync: Sync
    delivery: Delivery

    def shops(self) -> tuple[Shop, ...]:
        """Return the account's shops as last read; sync refreshes them."""
        raise NotImplementedError

    def capabilities(self) -> frozenset[Capability]:
        """Return what the connection offered when it was last asked."""
        raise NotImplementedError

    def link(self) -> LinkChanged:
        """Return how the connection is doing right now."""
        raise NotImplementedError

    def start(self) -> None:
        """Start sync, delivery and presence on their threads."""
        raise NotImplementedError

    def close(self) -> None:
        """Stop the threads, drop the connection, close the store; takes about a second at most."""
        raise NotImplementedError
