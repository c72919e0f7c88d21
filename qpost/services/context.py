"""Why: the order and the item an inquiry is about stand beside it, offline too."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from qpost.api.backend import Backend
from qpost.models.account import ShopId
from qpost.models.errors import Offline, Refused, ServerFault, SignInRejected, TryLater
from qpost.models.inquiry import Item, Order
from qpost.services.link import Link
from qpost.store.account_store import AccountStore

FRESH_FOR = timedelta(minutes=5)

_Found = TypeVar("_Found")


class Context:
    """Orders and items; the newest known form, from the service when it can be asked."""

    def __init__(self, *, store: AccountStore, link: Link, now: Callable[[], datetime]) -> None:
        self._store = store
        self._link = link
        self._now = now

    def order(self, shop: ShopId, order_no: str) -> Order | None:
        """Return the order, None when there is none; raises ``Offline`` only when it was never read."""
        return self._known("order", shop, order_no, Order, lambda backend: backend.order(shop, order_no))

    def item(self, shop: ShopId, item_no: str) -> Item | None:
        """Return the item, None when there is none; raises ``Offline`` only when it was never read."""
        return self._known("item", shop, item_no, Item, lambda backend: backend.item(shop, item_no))

    def _known(
        self,
        kind: str,
        shop: ShopId,
        number: str,
        found_type: type[_Found],
        read: Callable[[Backend], _Found],
    ) -> _Found | None:
        name = f"{shop}\n{number}"
        kept = self._store.documents.get(kind, name, found_type)
        if kept is not None and timedelta(0) <= self._now() - kept[1] < FRESH_FOR:
            return kept[0]
        try:
            found = self._link.call(read)
        except Refused as error:
            if isinstance(error, SignInRejected) or error.code != "not-found":
                raise
            self._store.documents.forget(kind, [name])
            return None
        except (Offline, TryLater, ServerFault):
            if kept is None:
                raise
            return kept[0]
        self._store.documents.put(kind, name, found, read_at=self._now())
        return found
