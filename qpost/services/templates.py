"""Why: frequently used replies are at hand offline as well."""

from qpost.models.account import ShopId
from qpost.models.template import Template


class Templates:
    """The shop's templates as the store knows them."""

    def list(self, shop: ShopId) -> tuple[Template, ...]:
        """Return the cached templates in their order."""
        raise NotImplementedError

    def refresh(self, shop: ShopId) -> None:
        """Read them from the service again and publish ``TemplatesChanged`` when they differ."""
        raise NotImplementedError
