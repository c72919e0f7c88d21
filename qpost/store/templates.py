"""Why: templates as the service last listed them, for every shop."""

from datetime import datetime

from qpost.models.account import ShopId
from qpost.models.template import Template
from qpost.store.database import Database
from qpost.store.documents import Documents

_KIND = "templates"


class TemplateStore:
    """The cached templates of each shop."""

    def __init__(self, database: Database) -> None:
        self._documents = Documents(database)

    def list(self, shop: ShopId) -> tuple[Template, ...]:
        """Return the templates in the service's order; empty until they were read."""
        kept = self._documents.get(_KIND, shop, tuple[Template, ...])
        return () if kept is None else kept[0]

    def replace(self, shop: ShopId, templates: tuple[Template, ...], *, read_at: datetime) -> bool:
        """Keep ``templates`` instead; True when they differ from those kept before."""
        if self.list(shop) == templates:
            return False
        self._documents.put(_KIND, shop, templates, read_at=read_at)
        return True
