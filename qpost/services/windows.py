"""Why: a window of time that looks cut off is split until it is whole, or known not to be (qapi.md)."""

import logging
from collections.abc import Callable
from datetime import timedelta

from msgspec import Struct

from qpost.models.account import ShopId
from qpost.models.errors import Refused, SignInRejected
from qpost.models.inquiry import MessageId
from qpost.models.listing import Gap, ListedRow, ListedWindow, OddRow
from qpost.models.threads import later, message_of
from qpost.models.time_windows import Limits, Stretch
from qpost.services.link import Link

_DAY = timedelta(days=1)
_log = logging.getLogger(__name__)


class StoppedError(Exception):
    """The program is told to end: what was begun is left, and nothing of it kept."""


class Found(Struct, frozen=True):
    """What a stretch held, each message once; ``gaps`` are parts the service did not hand out whole."""

    rows: tuple[ListedRow, ...] = ()
    odd: tuple[OddRow, ...] = ()
    gaps: tuple[Gap, ...] = ()

    def __add__(self, other: "Found") -> "Found":
        """Return both together."""
        odd = tuple(dict.fromkeys(self.odd + other.odd))
        return Found(later(self.rows + other.rows), odd, self.gaps + other.gaps)

    @property
    def known(self) -> frozenset[MessageId | str]:
        """What tells one row from another."""
        return frozenset(map(message_of, self.rows)) | {each.raw for each in self.odd}


class Windows:
    """Reads stretches of one account's lists; ``is_stopping`` is asked before each request."""

    def __init__(self, link: Link, *, is_stopping: Callable[[], bool]) -> None:
        self._link = link
        self._is_stopping = is_stopping

    def read(self, shop: ShopId, stretch: Stretch, limits: Limits) -> tuple[Found, Limits]:
        """Return all that ``stretch`` holds, newest windows first, and what was learnt about the service.

        A part that is refused is a gap; raises ``Refused`` when the newest day is, else what the connection
        raises, and ``StoppedError``.
        """
        try:
            window = self._listed(shop, stretch)
        except Refused as error:
            if isinstance(error, SignInRejected) or stretch.end - stretch.start <= _DAY:
                raise
            return self._read_halves(shop, stretch, limits)
        found = Found(later(window.rows), tuple(dict.fromkeys(window.odd)))
        if not limits.is_suspect(window.count):
            return found, limits
        if stretch.is_shortest:
            gap = Gap(status=stretch.status, start=stretch.start, end=stretch.end)
            return found + Found(gaps=(gap,)), limits
        parts = Found()
        for half in stretch.halves():
            part, limits = self.read(shop, half, limits)
            parts += part
        was_cut = bool(parts.known - found.known)
        return found + parts, limits.split(window.count, was_cut=was_cut)

    def _read_halves(self, shop: ShopId, stretch: Stretch, limits: Limits) -> tuple[Found, Limits]:
        """Read a stretch that is refused as a whole: too long perhaps, or reaching too far back."""
        newer, older = stretch.halves()
        found, limits = self.read(shop, newer, limits)
        try:
            rest, limits = self.read(shop, older, limits)
        except SignInRejected:
            raise
        except Refused as error:
            _log.info("a stretch of the lists is refused: %s", error.detail)
            rest = Found(gaps=(Gap(status=older.status, start=older.start, end=older.end),))
        return found + rest, limits

    def _listed(self, shop: ShopId, stretch: Stretch) -> ListedWindow:
        if self._is_stopping():
            raise StoppedError
        return self._link.call(
            lambda backend: backend.listed(shop, status=stretch.status, start=stretch.start, end=stretch.end)
        )
