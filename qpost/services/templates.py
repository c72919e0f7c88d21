"""Why: frequently used replies are at hand offline as well."""

from collections.abc import Callable
from datetime import datetime

from qpost.models.account import ShopId
from qpost.models.events import TemplatesChanged
from qpost.models.template import Template
from qpost.services.link import Link
from qpost.services.publisher import Publisher
from qpost.store.account_store import AccountStore


class Templates:
    """The shop's templates as the store knows them."""

    def __init__(
        self, *, store: AccountStore, link: Link, publisher: Publisher, now: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._link = link
        self._publisher = publisher
        self._now = now

    def list(self, shop: ShopId) -> tuple[Template, ...]:
        """Return the cached templates in their order."""
        return self._store.templates.list(shop)

    def refresh(self, shop: ShopId) -> None:
        """Read them from the service again and publish ``TemplatesChanged`` when they differ."""
        templates = self._link.call(lambda backend: backend.templates(shop))
        if self._store.templates.replace(shop, templates, read_at=self._now()):
            self._publisher.publish(TemplatesChanged(shop_id=shop))
