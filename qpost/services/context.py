"""Why: the order and the item an inquiry is about stand beside it, offline too."""

from qpost.models.account import ShopId
from qpost.models.inquiry import Item, Order


class Context:
    """Orders and items; the newest known form, from the service when it can be asked."""

    def order(self, shop: ShopId, order_no: str) -> Order | None:
        """Return the order, None when there is none; raises ``Offline`` only when it was never read."""
        raise NotImplementedError

    def item(self, shop: ShopId, item_no: str) -> Item | None:
        """Return the item, None when there is none; raises ``Offline`` only when it was never read."""
        raise NotImplementedError
