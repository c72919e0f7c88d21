"""Why: what moves money is on the disk before it leaves, so that no crash or cut makes it happen twice."""

import logging
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from msgspec import Struct, structs

from qpost.models.account import ShopId
from qpost.models.errors import Offline, QpostError, ServerFault, StoreFault, TryLater
from qpost.services.kept import Shelf
from qpost.store.account_store import AccountStore
from qpost.store.process_lock import ProcessLock

KEY_LIFE = timedelta(hours=23)
"""The service knows a key for 24 hours by its own clock."""
PATIENCE_S = 30.0

_log = logging.getLogger(__name__)


class Attempt(Struct, frozen=True):
    """A conversion or charge on its way: ``wish`` says what exactly, ``before`` what was newest before it.

    ``is_denied``: it was read back and had not happened. Its key is used again for the same wish
    (``is_repeat``), so that a request that arrives late after all and its repetition are one.
    """

    key: str
    wish: tuple[str, ...]
    before: str | None
    at: datetime
    is_denied: bool = False
    is_repeat: bool = False


class Attempts:
    """The last attempt of each shop, kept until its outcome is known. ``kind`` names what is attempted."""

    def __init__(self, store: AccountStore, kind: str, *, now: Callable[[], datetime]) -> None:
        self._now = now
        self._shelf = Shelf(store.documents, f"attempt-{kind}", Attempt, now=now)
        path = store.database.path
        self._process_lock = ProcessLock(None if path is None else path.with_suffix(f".{kind}"))
        self._thread_lock = threading.Lock()
        self._under_way: ShopId | None = None

    def last(self, shop: ShopId) -> Attempt | None:
        """Return the attempt whose outcome is unknown, or that was denied."""
        kept = self._shelf.get(shop)
        return None if kept is None else kept.value

    def doubt(self, shop: ShopId) -> datetime | None:
        """Return since when an outcome is unknown; None while the attempt is still being made here."""
        attempt = None if self._under_way == shop else self.last(shop)
        return None if attempt is None or attempt.is_denied else attempt.at

    @contextmanager
    def held(self) -> Iterator[bool]:
        """Keep others from attempting, unless somebody is at it: then it yields False at once."""
        if not self._thread_lock.acquire(blocking=False):
            yield False
            return
        try:
            with self._process_lock.held(within_s=0.0) as is_ours:
                yield is_ours
        finally:
            self._thread_lock.release()

    @contextmanager
    def alone(self, shop: ShopId) -> Iterator[None]:
        """Attempt with nobody else at it, in this program or another; ``StoreFault`` (locked) after 30 s."""
        if not self._thread_lock.acquire(timeout=PATIENCE_S):
            raise _locked()
        try:
            with self._process_lock.held(within_s=PATIENCE_S) as is_ours:
                if not is_ours:
                    raise _locked()
                self._under_way = shop
                yield
        finally:
            self._under_way = None
            self._thread_lock.release()

    def begin(self, shop: ShopId, wish: tuple[str, ...], *, before: str | None) -> Attempt:
        """Write down what is about to leave; when this returns it is on the disk."""
        now, last = self._now(), self.last(shop)
        fresh = Attempt(str(uuid.uuid4()), wish, before, now)
        if last is not None and last.wish == wish and timedelta(0) <= now - last.at < KEY_LIFE:
            fresh = structs.replace(last, is_denied=False, is_repeat=True)
        self._shelf.put(fresh, shop)
        return fresh

    def deny(self, shop: ShopId, attempt: Attempt) -> None:
        """Write down that it did not happen; its key stays for the same wish."""
        self._shelf.put(structs.replace(attempt, is_denied=True), shop)

    def refuse(self, shop: ShopId, attempt: Attempt) -> None:
        """Write down that the service said no; a key that was used before that stays all the same."""
        if attempt.is_repeat:
            self.deny(shop, attempt)
        else:
            self.settle(shop)

    def settle(self, shop: ShopId) -> None:
        """Write down that its outcome is known; a store that fails leaves that to the next refresh."""
        try:
            self._shelf.forget(shop)
        except StoreFault as error:
            _log.warning("a settled attempt stays for now: %s", error.code)


def is_unclear(error: QpostError) -> bool:
    """Tell whether a write that ended with ``error`` may have taken effect; 503 may be a gateway's word."""
    if isinstance(error, Offline | ServerFault):
        return error.may_have_arrived
    return isinstance(error, TryLater) and error.code == "unavailable"


def _locked() -> StoreFault:
    return StoreFault(StoreFault.LOCKED, "another conversion or charge is under way")
