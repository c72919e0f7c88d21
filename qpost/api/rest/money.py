"""Why: service points and Qcash over HTTP, as contract.md's second half has them."""

from datetime import date
from typing import TypeVar
from urllib.parse import urlsplit

from qpost.api.rest import money_codec
from qpost.api.rest.calls import Calls
from qpost.api.rest.requests import path_of
from qpost.models.account import Capability, ShopId
from qpost.models.errors import QpostError, Refused, ServerFault
from qpost.models.points import CategoryTree, Conversion, ConversionResult, Grade, ItemPointsPage, ItemQuery
from qpost.models.qcash import Charge, ChargeOptions, ChargePage, LedgerPage, MethodId, Qcash
from qpost.models.shipping_score import ItemShipping

_Page = TypeVar("_Page", ItemPointsPage, LedgerPage, ChargePage)


class MoneyCalls(Calls):
    """The ``MoneyBackend`` part of a connection."""

    def grade(self, shop: ShopId) -> Grade:
        """Read grade, transactions and points up to yesterday."""
        self._require(Capability.POINTS)
        return self._get(path_of("shops", shop, "grade"), money_codec.grade)

    def conversion(self, shop: ShopId) -> Conversion:
        """Read what of last month's points can be converted this month, or was."""
        self._require(Capability.POINTS)
        return self._get(path_of("shops", shop, "service-points", "conversion"), money_codec.conversion)

    def convert(self, shop: ShopId, *, expected_convertible: int, month: str, key: str) -> ConversionResult:
        """Turn all that can be converted into Qcash in ``month``'s window."""
        self._require(Capability.POINTS_CONVERT)
        path = path_of("shops", shop, "service-points", "conversion")
        payload = {"expected_convertible": expected_convertible, "month": month}
        answer = self._requests.call("POST", path, payload=payload, key=key)
        return self._read(answer, money_codec.conversion_result, wrote=True)

    def item_points(
        self, shop: ShopId, query: ItemQuery, *, cursor: str | None, limit: int
    ) -> ItemPointsPage:
        """Read a page of points by item; ``date-out-of-range`` names the days the page has."""
        self._require(Capability.POINTS)
        asked: dict[str, str | int] = {
            "period": query.page.value,
            "date_from": query.first.isoformat(),
            "date_to": query.last.isoformat(),
            "limit": limit,
        }
        wishes = {"category": query.category, "item_no": query.item_no, "item_name": query.item_name}
        asked |= {name: wish for name, wish in wishes.items() if wish}
        if cursor is not None:
            asked["cursor"] = cursor
        path = path_of("shops", shop, "service-points", "items")
        return _moving(self._get(path, money_codec.item_points, asked), cursor)

    def item_shipping(self, shop: ShopId, item_no: str, *, first: date, last: date) -> ItemShipping:
        """Read an item's deliveries by grade and weight."""
        self._require(Capability.POINTS)
        path = path_of("shops", shop, "service-points", "items", item_no, "shipping")
        days = {"date_from": first.isoformat(), "date_to": last.isoformat()}
        return self._get(path, money_codec.item_shipping, days)

    def categories(self) -> CategoryTree:
        """Read the tree of categories."""
        self._require(Capability.POINTS)
        return self._get("/v1/categories", money_codec.categories)

    def picture(self, url: str, *, limit_bytes: int) -> bytes:
        """Read an item's picture from the service itself, without telling who asks."""
        path = own_path(url, self.address)
        if path is None:
            raise Refused("not-found", detail="a picture that is not on the service")
        return self._requests.picture(path, limit_bytes=limit_bytes)

    def qcash(self, shop: ShopId) -> Qcash:
        """Read balance and wallet."""
        self._require(Capability.QCASH)
        return self._get(path_of("shops", shop, "qcash"), money_codec.qcash)

    def ledger(
        self, shop: ShopId, *, first: date | None, last: date | None, cursor: str | None, limit: int
    ) -> LedgerPage:
        """Read a page of what moved Qcash on the days from ``first`` to ``last``, newest first."""
        self._require(Capability.QCASH)
        asked: dict[str, str | int] = {"limit": limit}
        for name, day in (("date_from", first), ("date_to", last)):
            if day is not None:
                asked[name] = day.isoformat()
        if cursor is not None:
            asked["cursor"] = cursor
        page = self._get(path_of("shops", shop, "qcash", "ledger"), money_codec.ledger, asked)
        return _moving(page, cursor)

    def charge_options(self, shop: ShopId) -> ChargeOptions:
        """Read what can be bought and how it can be paid."""
        self._require(Capability.QCASH_CHARGE)
        return self._get(path_of("shops", shop, "qcash", "charge-options"), money_codec.charge_options)

    def charge(
        self, shop: ShopId, *, amount: int, method: MethodId, account_password: str | None, key: str
    ) -> Charge:
        """Buy Qcash; the password is sent and forgotten."""
        self._require(Capability.QCASH_CHARGE)
        payload: dict[str, object] = {"amount": amount, "method": method.value}
        if account_password is not None:
            payload["account_password"] = account_password
        path = path_of("shops", shop, "qcash", "charges")
        fault: QpostError
        try:
            answer = self._requests.call("POST", path, payload=payload, key=key)
        except QpostError as error:
            fault = error
        else:
            return self._read(answer, money_codec.charge, wrote=True)
        finally:
            payload.clear()
            account_password = None
        # Whoever keeps the error must not keep the frames that held the password.
        fault.__traceback__ = fault.__context__ = fault.__cause__ = None
        raise fault

    def charges(self, shop: ShopId, *, cursor: str | None, limit: int) -> ChargePage:
        """Read a page of the charge history, newest first."""
        self._require(Capability.QCASH)
        asked: dict[str, str | int] = {"limit": limit}
        if cursor is not None:
            asked["cursor"] = cursor
        return _moving(
            self._get(path_of("shops", shop, "qcash", "charges"), money_codec.charge_page, asked), cursor
        )


def own_path(url: str, address: str) -> str | None:
    """Return path and query of ``url`` below ``address``; None when it leads anywhere else."""
    if not url.isascii() or not url.isprintable() or any(each in url for each in '\\ #"<>'):
        return None
    if url.startswith("/"):
        return None if url.startswith("//") else url
    try:
        parts, own = urlsplit(url), urlsplit(address)
        is_ours = (parts.scheme, parts.hostname, _port(parts.scheme, parts.port)) == (
            own.scheme,
            own.hostname,
            _port(own.scheme, own.port),
        )
    except ValueError:  # a port that is none
        return None
    base = own.path.rstrip("/")
    if not is_ours or "@" in parts.netloc or not parts.path.startswith(f"{base}/"):
        return None
    return parts.path.removeprefix(base) + (f"?{parts.query}" if parts.query else "")


def _port(scheme: str, port: int | None) -> int | None:
    return port if port is not None else {"http": 80, "https": 443}.get(scheme)


def _moving(page: _Page, cursor: str | None) -> _Page:
    """Return the page; one that leads to itself would be read for ever."""
    if page.next_cursor is not None and page.next_cursor in ("", cursor):
        raise ServerFault(request_id=None, detail="the list does not move on", may_have_arrived=False)
    return page
