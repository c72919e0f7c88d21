"""Why: points lost at the month's end and charges nobody paid are mentioned in time, and only once."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from qpost.models.account import Capability, ShopId
from qpost.models.conversion import (
    UNIT,
    ConversionState,
    Reminder,
    conversion_window,
    days_left,
    reminders_due,
)
from qpost.models.errors import QpostError, StoreFault
from qpost.models.events import ChargeLapsing, ConversionReminder, PointsChanged, QcashChanged
from qpost.models.jst import business_date, day_bounds
from qpost.models.points import Conversion
from qpost.models.qcash import Charge, ChargeId, lapses_soon
from qpost.services.background import Background
from qpost.services.kept import Kept, Shelf
from qpost.services.publisher import Publisher
from qpost.services.qcash_account import QcashAccount
from qpost.services.service_points import ServicePoints
from qpost.store.account_store import AccountStore

PENDING_FRESH_FOR = timedelta(hours=6)
LONGEST_WAIT_S = 1800.0
_TOLD_CHARGES = 50

_log = logging.getLogger(__name__)


class Reminders(Background):
    """Looks every half hour, at midnight in Japan and when woken; what was told is kept and told no more."""

    def __init__(
        self,
        *,
        store: AccountStore,
        points: ServicePoints,
        qcash: QcashAccount,
        offered: Callable[[], frozenset[Capability]],
        publisher: Publisher,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__("qpost-reminders")
        self._store = store
        self._points = points
        self._qcash = qcash
        self._offered = offered
        self._publisher = publisher
        self._now = now
        self._told = Shelf(store.documents, "reminders-told", tuple[Reminder, ...], now=now)
        self._told_charges = Shelf(store.documents, "charges-told", tuple[ChargeId, ...], now=now)
        self._said: tuple[ConversionReminder | ChargeLapsing, ...] = ()

    def so_far(self) -> tuple[ConversionReminder | ChargeLapsing, ...]:
        """Return what was told since the program started, for a window that opened after it was."""
        return self._said

    def wake(self) -> None:
        """Look now."""
        self._loop.wake()

    def look(self) -> None:
        """Tell what is due for every shop; what cannot be read now is judged by what was read last."""
        offered = self._offered()
        for shop in self._store.shops.list():
            if self._loop.is_stopping:
                return
            if Capability.POINTS in offered:
                self._look_at_points(shop.id)
            if Capability.QCASH in offered:
                self._look_at_charges(shop.id)

    def _turn(self) -> float:
        try:
            self.look()
        except StoreFault as error:
            if not self._loop.is_stopping:
                _log.warning("reminders wait for the store: %s", error.code)
        return min(LONGEST_WAIT_S, self._until_midnight_s())

    def _look_at_points(self, shop: ShopId) -> None:
        now = self._now()
        kept_told = self._told.get(shop)
        month = conversion_window(now).month
        told = frozenset(each for each in (kept_told.value if kept_told else ()) if each.month == month)
        if not reminders_due(now, convertible=UNIT, told=told):
            return
        found = self._conversion(shop)
        if found is None or found.month != month or found.state is not ConversionState.OPEN:
            return
        due = reminders_due(now, convertible=found.convertible, told=told)
        if due and self._points.doubt(shop) is None:
            self._told.put((*sorted(told), *due), shop)
            self._say(ConversionReminder(shop, month, days_left(now), found.convertible))

    def _conversion(self, shop: ShopId) -> Conversion | None:
        try:
            kept: Kept[Conversion] | None = self._points.refresh_conversion(shop)
            self._publisher.publish(PointsChanged(shop_id=shop))
        except StoreFault:
            raise
        except QpostError as error:
            _log.info("the conversion is judged by what was read last: %s", error.code)
            kept = self._points.conversion(shop)
        return None if kept is None else kept.value

    def _look_at_charges(self, shop: ShopId) -> None:
        kept = self._qcash.pending(shop)
        is_fresh = kept is not None and timedelta(0) <= self._now() - kept.read_at < PENDING_FRESH_FOR
        charges = () if kept is None else kept.value
        if not is_fresh or self._untold(shop, charges):
            charges = self._pending(shop)
        untold = self._untold(shop, charges)
        if not untold:
            return
        told = self._told_charges.get(shop)
        ids = (*(told.value if told else ()), *(charge.id for charge in untold))
        self._told_charges.put(ids[-_TOLD_CHARGES:], shop)
        for charge in untold:
            self._say(ChargeLapsing(shop_id=shop, charge=charge))

    def _say(self, reminder: ConversionReminder | ChargeLapsing) -> None:
        self._said = (*self._said, reminder)
        self._publisher.publish(reminder)

    def _pending(self, shop: ShopId) -> tuple[Charge, ...]:
        try:
            fresh = self._qcash.refresh_pending(shop).value
            self._publisher.publish(QcashChanged(shop_id=shop))
        except StoreFault:
            raise
        except QpostError as error:
            _log.info("pending charges are judged by what was read last: %s", error.code)
            kept = self._qcash.pending(shop)
            return () if kept is None else kept.value
        return fresh

    def _untold(self, shop: ShopId, charges: tuple[Charge, ...]) -> list[Charge]:
        told = self._told_charges.get(shop)
        ids = frozenset(told.value) if told else frozenset[ChargeId]()
        return [each for each in charges if each.id not in ids and lapses_soon(each, self._now())]

    def _until_midnight_s(self) -> float:
        now = self._now()
        today = business_date(now)
        _, end = day_bounds(None, today)
        return LONGEST_WAIT_S if end is None else (end - now).total_seconds() + 1.0
