"""Why: grade, service points and their conversion stand on the page at once, and convert exactly once."""

import hashlib
import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

from msgspec import structs

from qpost.models.account import ShopId
from qpost.models.conversion import ConversionState, conversion_window
from qpost.models.errors import Conflict, QpostError, Refused, StoreFault, Unclear
from qpost.models.events import PointsChanged, QcashChanged
from qpost.models.jst import business_date
from qpost.models.periods import Period
from qpost.models.points import (
    Category,
    CategoryId,
    CategoryTree,
    Conversion,
    ConversionResult,
    Converted,
    Grade,
    ItemPointsPage,
    ItemQuery,
    MonthPoints,
    PointsPeriod,
)
from qpost.models.qcash import EntryKind
from qpost.models.shipping_score import ItemShipping
from qpost.services.attempts import Attempt, Attempts, is_unclear
from qpost.services.kept import Kept, PageShelf, Shelf, days_name
from qpost.services.link import Link
from qpost.services.month_points import full_months, read_month
from qpost.services.pictures import Pictures
from qpost.services.publisher import Publisher
from qpost.store.account_store import AccountStore

__all__ = ["CategoryId", "ItemQuery", "MonthPoints", "PointsPeriod", "ServicePoints"]

PAGE_ROWS = 200
KEPT_PAGES = 30
KEPT_SCORES = 100
CATEGORIES_FRESH_FOR = timedelta(days=1)

_log = logging.getLogger(__name__)


class ServicePoints:
    """A shop's points as last read and as they are now.

    ``cache`` is where item pictures are kept; ``told_balance`` hears of the Qcash after a conversion.
    """

    def __init__(
        self,
        *,
        store: AccountStore,
        link: Link,
        publisher: Publisher,
        cache: Path,
        now: Callable[[], datetime],
        told_balance: Callable[[ShopId, int], None] = lambda shop, balance: None,
    ) -> None:
        documents = store.documents
        self._link = link
        self._publisher = publisher
        self._now = now
        self._told_balance = told_balance
        self._grades = Shelf(documents, "grade", Grade, now=now)
        self._conversions = Shelf(documents, "conversion", Conversion, now=now)
        self._months = Shelf(documents, "month-points", tuple[MonthPoints, ...], now=now)
        self._categories = Shelf(documents, "categories", tuple[Category, ...], now=now)
        self._items = PageShelf(documents, "item-points", ItemPointsPage, now=now, limit=KEPT_PAGES)
        self._shipping = Shelf(documents, "item-shipping", ItemShipping, now=now, limit=KEPT_SCORES)
        self._pictures = Pictures(link=link, folder=cache)
        self._attempts = Attempts(store, "conversion", now=now)

    def grade(self, shop: ShopId) -> Kept[Grade] | None:
        """Return the grade as last read; None when it never was."""
        return self._grades.get(shop)

    def conversion(self, shop: ShopId) -> Kept[Conversion] | None:
        """Return the conversion as last read, which may be an earlier month's; None when it never was."""
        return self._conversions.get(shop)

    def months(self, shop: ShopId) -> Kept[tuple[MonthPoints, ...]] | None:
        """Return the points of the twelve full months before the last reading, oldest first."""
        return self._months.get(shop)

    def categories(self) -> Kept[CategoryTree] | None:
        """Return the tree of categories as last read."""
        return self._categories.get()

    def doubt(self, shop: ShopId) -> datetime | None:
        """Return since when a conversion's outcome is unknown; a refresh settles it."""
        return self._attempts.doubt(shop)

    def refresh(self, shop: ShopId) -> None:
        """Read all of the above anew and publish ``PointsChanged``; raises what the connection raises.

        What was read until it failed is kept and published all the same.
        """
        try:
            self.refresh_conversion(shop)
            grade = self._grades.put(self._link.call(lambda backend: backend.grade(shop)), shop).value
            self._refresh_months(shop, grade.as_of + timedelta(days=1))
            self._refresh_categories()
        finally:
            self._publisher.publish(PointsChanged(shop_id=shop))

    def refresh_conversion(self, shop: ShopId) -> Kept[Conversion]:
        """Read the conversion anew and settle an attempt nobody knows the outcome of; publishes nothing.

        While somebody converts, or reads it already, what is kept stands: they keep what is newer.
        """
        with self._attempts.held() as is_ours:
            kept = None if is_ours else self._conversions.get(shop)
            if kept is not None:
                return kept
            fresh = self._link.call(lambda backend: backend.conversion(shop))
            attempt = self._attempts.last(shop) if is_ours else None
            if attempt is not None:
                self._settle(shop, attempt, fresh)
            return self._conversions.put(fresh, shop)

    def items(self, shop: ShopId, query: ItemQuery, cursor: str | None = None) -> Kept[ItemPointsPage]:
        """Read a page of points by item; offline the same page as last read, or raises.

        ``Refused`` (``date-out-of-range`` with ``min`` and ``max``) when the page has no such days.
        """
        return self._items.read(
            lambda: self._link.call(
                lambda backend: backend.item_points(shop, query, cursor=cursor, limit=PAGE_ROWS)
            ),
            shop,
            self._name_of(query),
            cursor=cursor,
        )

    def kept_items(self, shop: ShopId, query: ItemQuery) -> Kept[ItemPointsPage] | None:
        """Return the first page of :meth:`items` as last read; None when it never was."""
        return self._items.first(shop, self._name_of(query))

    def shipping(self, shop: ShopId, item_no: str, first: date, last: date) -> Kept[ItemShipping]:
        """Read an item's shipping score; offline the same as last read, or raises."""
        return self._shipping.read(
            lambda: self._link.call(
                lambda backend: backend.item_shipping(shop, item_no, first=first, last=last)
            ),
            shop,
            item_no,
            first.isoformat(),
            last.isoformat(),
        )

    def picture(self, shop: ShopId, url: str) -> bytes:
        """Return an item's picture, from this machine when it was read before; raises when it cannot be had.

        Only pictures on the service itself are read; they are PNG, JPEG, GIF or WebP and at most 2 MiB.
        """
        return self._pictures.get(shop, url)

    def convert(self, shop: ShopId, expected_convertible: int, *, month: str) -> ConversionResult:
        """Turn the points that can be converted in ``month`` ("2026-11") into Qcash, once.

        Raises ``Refused`` when the service says no (``points-changed`` when there are others now than
        ``expected_convertible``, ``conversion-closed`` when the month is over), ``Unclear`` when nobody can
        tell what happened (then :meth:`doubt` stays until a refresh settles it), and any other error when
        nothing happened.
        """
        try:
            result = self._converted(shop, expected_convertible, month)
        finally:
            self._publisher.publish(PointsChanged(shop_id=shop))  # a doubt is news, too
        self._publisher.publish(QcashChanged(shop_id=shop))
        return result

    def _name_of(self, query: ItemQuery) -> str:
        days = days_name(query.first, query.last, today=business_date(self._now()))
        asked = (query.page, days, query.category, query.item_no, query.item_name)
        return hashlib.sha256(repr(asked).encode()).hexdigest()

    def _converted(self, shop: ShopId, expected: int, month: str) -> ConversionResult:
        with self._attempts.alone(shop):
            before = self._link.call(lambda backend: backend.conversion(shop))
            self._conversions.put(before, shop)
            if before.month != month:
                raise Refused("conversion-closed")
            earlier = self._attempts.last(shop)
            if before.converted is not None:
                if earlier is None or earlier.wish[0] != before.month:
                    raise Refused("already-converted")
                result = self._outcome(shop, before)
            else:
                if earlier is not None and not earlier.is_denied:
                    self._attempts.deny(shop, earlier)
                attempt = self._attempts.begin(shop, (before.month, str(expected)), before=None)
                result = self._sent(shop, attempt, expected)
            self._attempts.settle(shop)
            self._keep_result(shop, before, result)
            return result

    def _sent(self, shop: ShopId, attempt: Attempt, expected: int) -> ConversionResult:
        month = attempt.wish[0]
        try:
            return self._link.call(
                lambda backend: backend.convert(
                    shop, expected_convertible=expected, month=month, key=attempt.key
                )
            )
        except QpostError as error:
            if not is_unclear(error):
                self._attempts.refuse(shop, attempt)
                if isinstance(error, Conflict):
                    raise Refused("points-changed", detail=error.detail) from None
                raise
            _log.info("a conversion is read back after %s", error.code)
            fault = error
        found = self._read_back(shop)
        if found.month != month:
            result = self._booked(shop, attempt)
        else:
            result = None if found.converted is None else self._outcome(shop, found)
        if result is None:
            self._attempts.deny(shop, attempt)
            raise fault
        return result

    def _booked(self, shop: ShopId, attempt: Attempt) -> ConversionResult | None:
        """Look it up in the ledger: its month ended while the answer was awaited."""
        since = attempt.at - timedelta(days=1)
        try:
            page = self._link.call(
                lambda backend: backend.ledger(
                    shop, first=business_date(since), last=None, cursor=None, limit=PAGE_ROWS
                )
            )
        except QpostError as error:
            raise Unclear(f"the ledger cannot be read: {error.code}") from error
        for entry in page.items:
            if entry.kind is EntryKind.CONVERSION and conversion_window(entry.at).month == attempt.wish[0]:
                return ConversionResult(entry.amount, entry.amount, entry.balance_after, entry.at)
        return None

    def _read_back(self, shop: ShopId) -> Conversion:
        try:
            return self._link.call(lambda backend: backend.conversion(shop))
        except QpostError as error:
            raise Unclear(f"the conversion cannot be read back: {error.code}") from error

    def _outcome(self, shop: ShopId, found: Conversion) -> ConversionResult:
        """Return what a conversion gave that was read back."""
        done = found.converted
        if done is None:
            raise Unclear("no conversion to be read back")
        try:
            balance = self._link.call(lambda backend: backend.qcash(shop)).balance
        except QpostError as error:
            raise Unclear(f"the balance cannot be read back: {error.code}") from error
        return ConversionResult(points=done.points, qcash=done.qcash, balance=balance, at=done.at)

    def _settle(self, shop: ShopId, attempt: Attempt, found: Conversion) -> None:
        """Decide by what the service says now; a window that is over takes its attempt along."""
        if found.converted is not None or found.month != attempt.wish[0]:
            self._attempts.settle(shop)
        elif not attempt.is_denied:
            self._attempts.deny(shop, attempt)

    def _keep_result(self, shop: ShopId, before: Conversion, result: ConversionResult) -> None:
        after = structs.replace(
            before,
            convertible=0,
            state=ConversionState.CONVERTED,
            converted=Converted(points=result.points, qcash=result.qcash, at=result.at),
        )
        try:
            self._conversions.put(after, shop)
            self._told_balance(shop, result.balance)
        except StoreFault as error:
            _log.warning("the conversion is not kept: %s", error.code)

    def _refresh_months(self, shop: ShopId, today: date) -> None:
        """Read the full months not read yet; those that were do not change any more."""
        kept = self._months.get(shop)
        known = {} if kept is None else {each.month: each for each in kept.value}
        months = list[MonthPoints]()
        for month in full_months(today):
            found = known.get(month.first)
            months.append(found or self._read_month(shop, month))
        self._months.put(tuple(months), shop)

    def _read_month(self, shop: ShopId, month: Period) -> MonthPoints:
        return self._link.call(lambda backend: read_month(backend, shop, month))

    def _refresh_categories(self) -> None:
        kept = self._categories.get()
        if kept is None or not timedelta(0) <= self._now() - kept.read_at < CATEGORIES_FRESH_FOR:
            self._categories.put(self._link.call(lambda backend: backend.categories()))
