"""Why: the sender of many requests is looked up once, and is yet unknown the moment its session ends."""

import threading
from datetime import datetime, timedelta

from msgspec import Struct

REMEMBERED_FOR = timedelta(seconds=5)
"""How long another process that shares the database may go without seeing that a session ended here."""

_MOST = 10_000


class Caller(Struct, frozen=True):
    """Who sent a request: the account's row, the session's family and the colleague's extension."""

    account_id: int
    family: str
    extension: str
    access_expires_at: datetime


class KnownCallers:
    """Callers by the hash of their token, for a few seconds; thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[bytes, tuple[Caller, datetime]] = {}
        self._round = 0

    @property
    def round(self) -> int:
        """Changes whenever sessions end; take it before reading the database."""
        return self._round

    def find(self, token_hash: bytes, *, now: datetime) -> Caller | None:
        """Return the caller, or None when it is not known, lapsed or expired."""
        caller, until = self._known.get(token_hash, (None, now))
        return caller if caller is not None and now < min(until, caller.access_expires_at) else None

    def remember(self, token_hash: bytes, caller: Caller, *, now: datetime, read_in: int) -> None:
        """Keep what was read, unless sessions ended since round ``read_in``."""
        with self._lock:
            if read_in != self._round:
                return
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[token_hash] = (caller, now + REMEMBERED_FOR)

    def forget(self) -> None:
        """Know nobody any more; call it after sessions ended and before that is answered."""
        with self._lock:
            self._round += 1
            self._known = {}
