"""Why: many threads share one sign-in whose tokens lapse; they are renewed once, by whoever comes first."""

import threading
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from qpost.api.rest.problems import http_date
from qpost.models.account import Session
from qpost.models.errors import Offline, Refused, ServerFault, SignInRejected, TryLater
from qpost.models.jst import to_utc

ENDED = "token-expired"
_MARGIN = timedelta(seconds=30)


class Grant(Struct, frozen=True):
    """A session and when, by our own clock, it is due for renewal (None: only when it is refused)."""

    session: Session
    renew_at: datetime | None
    lapses_at: datetime

    def __repr__(self) -> str:
        return f"Grant({self.session!r})"


def granted(session: Session, headers: Mapping[str, str], here: datetime) -> Grant:
    """Put a session on our clock; the answer's ``Date`` takes a clock that is wrong out of the reckoning."""
    if not all(is_token(token) for token in (session.access_token, session.refresh_token)):
        raise ServerFault(request_id=None, detail="a token that cannot be sent", may_have_arrived=True)
    there = http_date(headers.get("date", "")) or here
    lifetime = to_utc(session.access_expires_at) - there
    margin = min(_MARGIN, lifetime / 5)
    renew_at = here + lifetime - margin if lifetime > timedelta(0) else None
    return Grant(session=session, renew_at=renew_at, lapses_at=here + lifetime)


class SignedIn:
    """Holds the grant, in memory only; ``renew`` turns a refresh token into a new grant."""

    def __init__(self, renew: Callable[[str], Grant], now: Callable[[], datetime]) -> None:
        self._renew = renew
        self._now = now
        self._grant: Grant | None = None
        self._lock = threading.Lock()

    def begin(self, grant: Grant) -> None:
        """Use this session from now on."""
        self._grant = grant

    def end(self) -> None:
        """Forget the tokens."""
        self._grant = None

    def token(self) -> str:
        """Return a usable access token, renewed ahead of time; raises ``SignInRejected`` without a session.

        While the old token lasts, a renewal that fails for want of a connection is no reason to fail.
        """
        grant = self._current()
        if grant.renew_at is None or self._now() < grant.renew_at:
            return grant.session.access_token
        try:
            return self.renewed(grant.session.access_token)
        except (Offline, TryLater, ServerFault):
            if self._now() < grant.lapses_at:
                return grant.session.access_token
            raise

    def renewed(self, refused_token: str) -> str:
        """Return a token newer than ``refused_token``; of many callers only the first asks for it.

        Whatever is raised here, the request it was meant for has not been sent.
        """
        with self._lock:
            grant = self._current()
            if grant.session.access_token != refused_token:
                return grant.session.access_token
            try:
                fresh = self._renew(grant.session.refresh_token)
            except Offline as fault:
                raise Offline(fault.cause, may_have_arrived=False, detail=fault.detail) from None
            except ServerFault as fault:
                raise ServerFault(
                    request_id=fault.request_id, detail=fault.detail, may_have_arrived=False
                ) from None
            except Refused as refusal:
                if self._grant is grant:
                    self._grant = None
                raise SignInRejected(ENDED, detail=refusal.detail) from None
            if self._grant is grant:
                self._grant = fresh
            return fresh.session.access_token

    def _current(self) -> Grant:
        if self._grant is None:
            raise SignInRejected(ENDED, detail="not signed in")
        return self._grant


def is_token(text: str) -> bool:
    """Tell whether ``text`` can be sent in a header without changing the request."""
    return 0 < len(text) <= 8192 and text.isascii() and text.isprintable() and " " not in text
