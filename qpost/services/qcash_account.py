"""Why: Qcash, its ledger and its charges stand on the page at once, and a charge happens once."""

import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime

from msgspec import Struct, structs

from qpost.models.account import Capability, ShopId
from qpost.models.errors import QpostError, Unclear
from qpost.models.events import QcashChanged
from qpost.models.jst import business_date
from qpost.models.periods import Period
from qpost.models.qcash import (
    PAYMENT_TIME,
    Charge,
    ChargeId,
    ChargeOptions,
    ChargePage,
    ChargeState,
    LedgerEntry,
    LedgerPage,
    MethodId,
    Qcash,
)
from qpost.services.attempts import Attempt, Attempts, is_unclear
from qpost.services.kept import Kept, PageShelf, Shelf, days_name
from qpost.services.link import Link
from qpost.services.publisher import Publisher
from qpost.store.account_store import AccountStore

PAGE_ROWS = 200
KEPT_PAGES = 30
NEWEST_PAGES = 5
"""So many pages of the history at most are looked through for what is pending or was just charged."""

_log = logging.getLogger(__name__)


class Cleared(Struct, frozen=True):
    """What a charge in doubt proved to be: the ``charge`` it made, None when it made none."""

    charge: Charge | None


class QcashAccount:
    """A shop's Qcash as last read and as it is now."""

    def __init__(
        self, *, store: AccountStore, link: Link, publisher: Publisher, now: Callable[[], datetime]
    ) -> None:
        documents = store.documents
        self._link = link
        self._publisher = publisher
        self._now = now
        self._accounts = Shelf(documents, "qcash", Qcash, now=now)
        self._options = Shelf(documents, "charge-options", ChargeOptions, now=now)
        self._pending = Shelf(documents, "pending-charges", tuple[Charge, ...], now=now)
        self._ledgers = PageShelf(documents, "ledger", LedgerPage, now=now, limit=KEPT_PAGES)
        self._histories = PageShelf(documents, "charge-history", ChargePage, now=now, limit=KEPT_PAGES)
        self._attempts = Attempts(store, "charge", now=now)
        self._cleared: dict[ShopId, Cleared] = {}

    def account(self, shop: ShopId) -> Kept[Qcash] | None:
        """Return balance and wallet as last read; None when they never were."""
        return self._accounts.get(shop)

    def options(self, shop: ShopId) -> Kept[ChargeOptions] | None:
        """Return what can be bought, and how, as last read."""
        return self._options.get(shop)

    def pending(self, shop: ShopId) -> Kept[tuple[Charge, ...]] | None:
        """Return the charges that wait for their payment, as last read, newest first."""
        return self._pending.get(shop)

    def doubt(self, shop: ShopId) -> datetime | None:
        """Return since when a charge's outcome is unknown; a refresh settles it."""
        return self._attempts.doubt(shop)

    def cleared(self, shop: ShopId) -> Cleared | None:
        """Return what the last doubt proved to be; None while none was settled since the program started."""
        return self._cleared.get(shop)

    def refresh(self, shop: ShopId) -> None:
        """Read all of the above anew and publish ``QcashChanged``; raises what the connection raises.

        What was read until it failed is kept and published all the same.
        """
        try:
            self.refresh_pending(shop)
            self._accounts.put(self._link.call(lambda backend: backend.qcash(shop)), shop)
            if self._link.call(lambda backend: Capability.QCASH_CHARGE in backend.capabilities):
                self._options.put(self._link.call(lambda backend: backend.charge_options(shop)), shop)
        finally:
            self._publisher.publish(QcashChanged(shop_id=shop))

    def refresh_pending(self, shop: ShopId) -> Kept[tuple[Charge, ...]]:
        """Read the pending charges anew and settle an attempt of unknown outcome; publishes nothing.

        While somebody charges, or reads them already, what is kept stands: they keep what is newer.
        """
        with self._attempts.held() as is_ours:
            kept = None if is_ours else self._pending.get(shop)
            if kept is not None:
                return kept
            attempt = self._attempts.last(shop) if is_ours else None
            rows = self._newest(shop, down_to=None if attempt is None else attempt.before)
            if attempt is not None:
                self._settle_if_clear(shop, attempt, rows)
            pending = tuple(row for row in rows if row.state is ChargeState.PENDING)
            return self._pending.put(pending, shop)

    def note_balance(self, shop: ShopId, balance: int) -> None:
        """Keep the balance that a conversion told, together with the wallet as last read."""
        kept = self._accounts.get(shop)
        if kept is not None:
            self._accounts.put(structs.replace(kept.value, balance=balance), shop, read_at=kept.read_at)

    def ledger(
        self, shop: ShopId, first: date | None, last: date | None, cursor: str | None = None
    ) -> Kept[LedgerPage]:
        """Read a page of what moved Qcash from ``first`` to ``last``, newest first; offline as last read."""
        kept = self._ledgers.read(
            lambda: self._ledger_page(shop, first, last, cursor),
            *self._asked(shop, first, last),
            cursor=cursor,
        )
        return _since(first, kept)

    def kept_ledger(self, shop: ShopId, first: date | None, last: date | None) -> Kept[LedgerPage] | None:
        """Return the first page of :meth:`ledger` as last read; None when it never was."""
        kept = self._ledgers.first(*self._asked(shop, first, last))
        return None if kept is None else _since(first, kept)

    def entries(self, shop: ShopId, period: Period) -> Iterator[LedgerEntry]:
        """Yield every entry of ``period``, newest first, as the service has it now; raises when it cannot."""
        cursor: str | None = None
        while True:
            page = self._ledger_page(shop, period.first, period.last, cursor)
            yield from page.items
            cursor = page.next_cursor
            if cursor is None:
                return

    def charges(self, shop: ShopId, cursor: str | None = None) -> Kept[ChargePage]:
        """Read a page of the charge history, newest first; offline as last read."""
        return self._histories.read(lambda: self._history(shop, cursor), shop, cursor=cursor)

    def kept_charges(self, shop: ShopId) -> Kept[ChargePage] | None:
        """Return the newest page of the charge history as last read; None when it never was."""
        return self._histories.first(shop)

    def charge(
        self, shop: ShopId, amount: int, method: MethodId, account_password: str | None = None
    ) -> Charge:
        """Buy Qcash, once; the password is sent and never kept.

        Raises ``Refused`` or ``TryLater`` when the service says no, ``Unclear`` when nobody can tell what
        happened (then :meth:`doubt` stays until a refresh settles it), and any other error when nothing
        happened.
        """
        wish = (str(amount), str(method))
        try:
            with self._attempts.alone(shop):
                earlier = self._attempts.last(shop)
                rows = self._newest(shop, down_to=None if earlier is None else earlier.before)
                made = None if earlier is None else self._made_earlier(shop, earlier, rows, wish)
                if made is None:
                    attempt = self._attempts.begin(shop, wish, before=rows[0].id if rows else None)
                    made = self._sent(shop, attempt, amount, method, account_password)
                self._attempts.settle(shop)
                self._keep_result(shop, made)
        finally:
            account_password = None
            self._publisher.publish(QcashChanged(shop_id=shop))  # a doubt is news, too
        return made

    def _made_earlier(
        self, shop: ShopId, earlier: Attempt, rows: Sequence[Charge], wish: tuple[str, ...]
    ) -> Charge | None:
        """Settle what was in doubt; returns its charge when it is the very one that is wished for again."""
        if earlier.is_denied:
            return None
        made = _made_by(earlier, rows)
        self._settle(shop, earlier, rows)
        return made if earlier.wish == wish else None

    def _sent(
        self, shop: ShopId, attempt: Attempt, amount: int, method: MethodId, account_password: str | None
    ) -> Charge:
        fault: QpostError
        try:
            return self._link.call(
                lambda backend: backend.charge(
                    shop, amount=amount, method=method, account_password=account_password, key=attempt.key
                )
            )
        except QpostError as error:
            fault = error
        finally:
            account_password = None
        # Whoever keeps the error must not keep the frames that held the password.
        fault.__traceback__ = fault.__context__ = fault.__cause__ = None
        if not is_unclear(fault):
            self._attempts.refuse(shop, attempt)
            raise fault
        _log.info("a charge is read back after %s", fault.code)
        found = self._read_back(shop, attempt)
        if found is None:
            self._attempts.deny(shop, attempt)
            raise fault
        return found

    def _read_back(self, shop: ShopId, attempt: Attempt) -> Charge | None:
        """Return the charge an attempt made, None when it made none."""
        try:
            rows = self._newest(shop, down_to=attempt.before)
        except QpostError as error:
            raise Unclear(f"the charge cannot be read back: {error.code}") from error
        return _made_by(attempt, rows)

    def _settle(self, shop: ShopId, attempt: Attempt, rows: Sequence[Charge]) -> None:
        """Decide by the history; raises ``Unclear`` when it does not reach back far enough."""
        made = _made_by(attempt, rows)
        if made is not None:
            self._attempts.settle(shop)
        elif not attempt.is_denied:
            self._attempts.deny(shop, attempt)
        if made is not None or not attempt.is_denied:
            self._cleared[shop] = Cleared(made)

    def _settle_if_clear(self, shop: ShopId, attempt: Attempt, rows: Sequence[Charge]) -> None:
        try:
            self._settle(shop, attempt, rows)
        except Unclear as error:
            _log.warning("a charge stays in doubt: %s", error.detail)

    def _newest(self, shop: ShopId, *, down_to: str | None) -> tuple[Charge, ...]:
        """Read the history back to the charge ``down_to`` and as far as anything may be pending."""
        rows = list[Charge]()
        since = self._now() - PAYMENT_TIME
        cursor: str | None = None
        for _ in range(NEWEST_PAGES):
            page = self._history(shop, cursor)
            if cursor is None:
                self._histories.put_first(page, shop)
            rows += page.items
            cursor = page.next_cursor
            if cursor is None or not page.items:
                break
            oldest = page.items[-1].created_at
            is_past = oldest is None or oldest < since
            if is_past and (down_to is None or any(row.id == down_to for row in rows)):
                break
        return tuple(rows)

    def _asked(self, shop: ShopId, first: date | None, last: date | None) -> tuple[str | None, ...]:
        return (shop, *days_name(first, last, today=business_date(self._now())))

    def _ledger_page(
        self, shop: ShopId, first: date | None, last: date | None, cursor: str | None
    ) -> LedgerPage:
        return self._link.call(
            lambda backend: backend.ledger(shop, first=first, last=last, cursor=cursor, limit=PAGE_ROWS)
        )

    def _history(self, shop: ShopId, cursor: str | None) -> ChargePage:
        return self._link.call(lambda backend: backend.charges(shop, cursor=cursor, limit=PAGE_ROWS))

    def _keep_result(self, shop: ShopId, made: Charge) -> None:
        """Show what is known of it at once; a refresh does the rest."""
        try:
            if made.state is ChargeState.PENDING:
                kept = self._pending.get(shop)
                others = () if kept is None else tuple(row for row in kept.value if row.id != made.id)
                self._pending.put((made, *others), shop)
            else:
                self._accounts.put(self._link.call(lambda backend: backend.qcash(shop)), shop)
        except QpostError as error:
            _log.info("the charge is shown after the next refresh: %s", error.code)


def _since(first: date | None, kept: Kept[LedgerPage]) -> Kept[LedgerPage]:
    """Leave out what a page kept yesterday has from before ``first``."""
    page = kept.value
    if first is None or not page.items or business_date(page.items[-1].at) >= first:
        return kept
    rows = tuple(row for row in page.items if business_date(row.at) >= first)
    return structs.replace(kept, value=LedgerPage(items=rows, next_cursor=None))


def _made_by(attempt: Attempt, rows: Sequence[Charge]) -> Charge | None:
    """Return the first charge after the attempt that is what it wished for."""
    ids = [row.id for row in rows]
    if attempt.before is not None and attempt.before not in ids:
        raise Unclear("the charge history does not reach back far enough")
    newer = rows if attempt.before is None else rows[: ids.index(ChargeId(attempt.before))]
    made = [row for row in newer if (str(row.amount), str(row.method)) == attempt.wish]
    return made[-1] if made else None
