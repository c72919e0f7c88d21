"""Why: what a connection can do about service points and Qcash, apart from the inquiries."""

from datetime import date
from typing import Protocol

from qpost.models.account import ShopId
from qpost.models.points import CategoryTree, Conversion, ConversionResult, Grade, ItemPointsPage, ItemQuery
from qpost.models.qcash import Charge, ChargeOptions, ChargePage, LedgerPage, MethodId, Qcash
from qpost.models.shipping_score import ItemShipping


class MoneyBackend(Protocol):
    """Calls of a connection like those of ``Backend``; an answer about money is whole or a ``ServerFault``.

    All times are UTC. :meth:`convert` and :meth:`charge` take effect once for each ``key``.
    """

    def grade(self, shop: ShopId) -> Grade:
        """Read grade, transactions and points up to yesterday."""

    def conversion(self, shop: ShopId) -> Conversion:
        """Read what of last month's points can be converted this month, or was."""

    def convert(self, shop: ShopId, *, expected_convertible: int, month: str, key: str) -> ConversionResult:
        """Turn all that can be converted into Qcash in ``month``'s window.

        ``Refused``: ``already-converted``, ``conversion-closed``, ``nothing-to-convert``, or
        ``version-conflict`` when another figure than ``expected_convertible`` holds now.
        """

    def item_points(
        self, shop: ShopId, query: ItemQuery, *, cursor: str | None, limit: int
    ) -> ItemPointsPage:
        """Read a page of points by item; ``date-out-of-range`` names the days the page has."""

    def item_shipping(self, shop: ShopId, item_no: str, *, first: date, last: date) -> ItemShipping:
        """Read an item's deliveries by grade and weight."""

    def categories(self) -> CategoryTree:
        """Read the tree of categories."""

    def picture(self, url: str, *, limit_bytes: int) -> bytes:
        """Read an item's picture; an address that is not on the service itself is ``not-found`` unasked."""

    def qcash(self, shop: ShopId) -> Qcash:
        """Read balance and wallet."""

    def ledger(
        self, shop: ShopId, *, first: date | None, last: date | None, cursor: str | None, limit: int
    ) -> LedgerPage:
        """Read a page of what moved Qcash on the days from ``first`` to ``last``, newest first."""

    def charge_options(self, shop: ShopId) -> ChargeOptions:
        """Read what can be bought and how it can be paid."""

    def charge(
        self, shop: ShopId, *, amount: int, method: MethodId, account_password: str | None, key: str
    ) -> Charge:
        """Buy Qcash. ``account_password`` is sent and forgotten.

        ``Refused``: ``wrong-account-password``, ``insufficient-funds``, ``validation``; too many wrong
        passwords are ``TryLater``.
        """

    def charges(self, shop: ShopId, *, cursor: str | None, limit: int) -> ChargePage:
        """Read a page of the charge history, newest first."""
