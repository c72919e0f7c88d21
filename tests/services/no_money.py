"""Why: a connection without points and Qcash, as some marketplaces' are."""

from datetime import date
from typing import NoReturn

from qpost.models.account import Capability, ShopId
from qpost.models.errors import Unsupported
from qpost.models.points import ItemQuery
from qpost.models.qcash import MethodId

MONEY = frozenset({Capability.POINTS, Capability.POINTS_CONVERT, Capability.QCASH, Capability.QCASH_CHARGE})


class NoMoney:
    """The ``MoneyBackend`` part of a connection that offers none of it."""

    def grade(self, shop: ShopId) -> NoReturn:
        raise Unsupported(Capability.POINTS.value)

    def conversion(self, shop: ShopId) -> NoReturn:
        raise Unsupported(Capability.POINTS.value)

    def convert(self, shop: ShopId, *, expected_convertible: int, month: str, key: str) -> NoReturn:
        raise Unsupported(Capability.POINTS_CONVERT.value)

    def item_points(self, shop: ShopId, query: ItemQuery, *, cursor: str | None, limit: int) -> NoReturn:
        raise Unsupported(Capability.POINTS.value)

    def item_shipping(self, shop: ShopId, item_no: str, *, first: date, last: date) -> NoReturn:
        raise Unsupported(Capability.POINTS.value)

    def categories(self) -> NoReturn:
        raise Unsupported(Capability.POINTS.value)

    def picture(self, url: str, *, limit_bytes: int) -> NoReturn:
        raise Unsupported(Capability.POINTS.value)

    def qcash(self, shop: ShopId) -> NoReturn:
        raise Unsupported(Capability.QCASH.value)

    def ledger(
        self, shop: ShopId, *, first: date | None, last: date | None, cursor: str | None, limit: int
    ) -> NoReturn:
        raise Unsupported(Capability.QCASH.value)

    def charge_options(self, shop: ShopId) -> NoReturn:
        raise Unsupported(Capability.QCASH_CHARGE.value)

    def charge(
        self, shop: ShopId, *, amount: int, method: MethodId, account_password: str | None, key: str
    ) -> NoReturn:
        raise Unsupported(Capability.QCASH_CHARGE.value)

    def charges(self, shop: ShopId, *, cursor: str | None, limit: int) -> NoReturn:
        raise Unsupported(Capability.QCASH.value)
