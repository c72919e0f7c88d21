"""Why: answers about points and money become models whole or not at all: sums without some rows are wrong."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from qpost.api.rest.codec import Garbled, plain
from qpost.models.jst import to_utc
from qpost.models.points import (
    Category,
    CategoryTree,
    Conversion,
    ConversionResult,
    Grade,
    ItemPointsPage,
)
from qpost.models.qcash import Charge, ChargeOptions, ChargePage, LedgerPage, Qcash
from qpost.models.shipping_score import ItemShipping

T = TypeVar("T")
S = TypeVar("S", bound=Struct)

_UNKEEPABLE = (ValueError, OverflowError, RecursionError)
_PAGE_SCHEMES = ("https://", "http://")


def grade(body: bytes) -> Grade:
    """Read *Grade*."""
    return _keepable(plain(body, Grade))


def conversion(body: bytes) -> Conversion:
    """Read *Conversion*, its times in UTC."""

    def settled(row: Conversion) -> Conversion:
        done = row.converted
        return replace(
            row,
            closes_at=to_utc(row.closes_at),
            converted=None if done is None else replace(done, at=to_utc(done.at)),
        )

    return _settled(plain(body, Conversion), settled)


def conversion_result(body: bytes) -> ConversionResult:
    """Read what a conversion gave."""
    return _settled(plain(body, ConversionResult), lambda row: replace(row, at=to_utc(row.at)))


def item_points(body: bytes) -> ItemPointsPage:
    """Read a page of points by item."""
    return _keepable(plain(body, ItemPointsPage))


def item_shipping(body: bytes) -> ItemShipping:
    """Read the shipping score of an item."""
    return _keepable(plain(body, ItemShipping))


def categories(body: bytes) -> CategoryTree:
    """Read the tree of categories."""
    try:
        return _keepable(msgspec.json.decode(body, type=tuple[Category, ...]))
    except _UNKEEPABLE as error:
        raise Garbled(_reason(error)) from None


def qcash(body: bytes) -> Qcash:
    """Read balance and wallet."""
    return _keepable(plain(body, Qcash))


def ledger(body: bytes) -> LedgerPage:
    """Read a page of the ledger, its times in UTC."""

    def settled(page: LedgerPage) -> LedgerPage:
        return replace(page, items=tuple([replace(row, at=to_utc(row.at)) for row in page.items]))

    return _settled(plain(body, LedgerPage), settled)


def charge_options(body: bytes) -> ChargeOptions:
    """Read what can be bought, and how."""
    return _keepable(plain(body, ChargeOptions))


def charge(body: bytes) -> Charge:
    """Read a charge, its times in UTC."""
    return _settled(plain(body, Charge), _settled_charge)


def charge_page(body: bytes) -> ChargePage:
    """Read a page of the charge history, its times in UTC."""

    def settled(page: ChargePage) -> ChargePage:
        return replace(page, items=tuple([_settled_charge(row) for row in page.items]))

    return _settled(plain(body, ChargePage), settled)


def _settled_charge(row: Charge) -> Charge:
    """Bring the times to UTC and drop an address that no browser should be sent to."""
    url = row.payment_url
    return replace(
        row,
        created_at=_utc_or_none(row.created_at),
        settled_at=_utc_or_none(row.settled_at),
        expires_at=_utc_or_none(row.expires_at),
        payment_url=url if url is not None and url.lower().startswith(_PAGE_SCHEMES) else None,
    )


def _settled(row: S, settle: Callable[[S], S]) -> S:
    try:
        return _keepable(settle(row))
    except _UNKEEPABLE as error:
        raise Garbled(_reason(error)) from None


def _keepable(value: T) -> T:
    """Return ``value``; one with numbers beyond 64 bits could not be kept."""
    try:
        msgspec.msgpack.encode(value)
    except _UNKEEPABLE as error:
        raise Garbled(_reason(error)) from None
    return value


def _utc_or_none(moment: datetime | None) -> datetime | None:
    return None if moment is None else to_utc(moment)


def _reason(error: BaseException) -> str:
    return str(error)[:200] if isinstance(error, msgspec.ValidationError | Garbled) else type(error).__name__
