"""Why: what the connection offers decides what is greyed, also before it can be asked."""

from datetime import datetime

from qpost.models.account import Capability
from qpost.store.account_store import AccountStore

_KIND = "capabilities"


class Offer:
    """The connection's capabilities as last heard of; reading them costs nothing."""

    def __init__(self, store: AccountStore) -> None:
        self._store = store
        kept = store.documents.get(_KIND, "", tuple[Capability, ...])
        self._current = frozenset[Capability]() if kept is None else frozenset(kept[0])

    @property
    def current(self) -> frozenset[Capability]:
        """What was offered when the service was last asked."""
        return self._current

    def keep(self, offered: frozenset[Capability], *, read_at: datetime) -> None:
        """Remember what is offered now."""
        if offered != self._current:
            self._store.documents.put(_KIND, "", sorted(offered), read_at=read_at)
            self._current = offered
