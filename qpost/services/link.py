"""Why: one place knows whether the service can be reached and whether it still knows us."""

import logging
import threading
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeVar

from qpost.api.backend import Backend
from qpost.models.account import ShopId
from qpost.models.errors import Offline, OfflineCause, QpostError, Refused, SignInRejected
from qpost.models.events import LinkChanged, LinkState, SignedOut
from qpost.services.publisher import Publisher

_Answer = TypeVar("_Answer")
_log = logging.getLogger(__name__)


class Link:
    """The connection of one workspace; opened on first use, signed in again once when it must be.

    ``open_backend`` makes the connection. ``sign_in`` signs in by the saved password and raises
    ``SignInRejected`` when there is none. A ``backend`` handed in is signed in already.
    """

    def __init__(
        self,
        *,
        open_backend: Callable[[], Backend],
        sign_in: Callable[[Backend], None],
        publisher: Publisher,
        now: Callable[[], datetime],
        backend: Backend | None = None,
    ) -> None:
        self._open_backend = open_backend
        self._sign_in = sign_in
        self._publisher = publisher
        self._now = now
        self._lock = threading.Lock()
        self._sign_in_lock = threading.Lock()
        self._backend = backend
        self._sign_ins = 0 if backend is None else 1
        self._rejection: SignInRejected | None = None
        self._closed = threading.Event()
        self._status = LinkChanged(
            state=LinkState.OFFLINE if backend is None else LinkState.ONLINE, since=now()
        )

    @property
    def status(self) -> LinkChanged:
        """How the connection is doing right now."""
        return self._status

    @property
    def is_signed_out(self) -> bool:
        """True once the service rejected us for good; only a new sign-in helps."""
        return self._rejection is not None

    @property
    def honours_idempotency(self) -> bool:
        """True when an unclear write may be repeated; assumed while there is no connection."""
        return self._backend is None or self._backend.honours_idempotency

    def call(self, work: Callable[[Backend], _Answer]) -> _Answer:
        """Run ``work`` on the signed-in connection and pass its errors on.

        An expired session is renewed once by the saved password; when that fails too, ``SignedOut`` is
        published and every later call raises ``SignInRejected`` without asking the service.
        """
        backend, sign_ins = self._signed_in()
        try:
            return work(backend)
        except SignInRejected:
            self._renew(after=sign_ins)
            backend, _ = self._signed_in()
            try:
                return work(backend)
            except SignInRejected as error:
                self._end(error)
                raise

    def report(
        self,
        state: LinkState,
        *,
        progress: float | None = None,
        error: Exception | None = None,
        refusals: Mapping[ShopId, Exception] | None = None,
    ) -> None:
        """Publish how the connection is doing; ``since`` stays while the state does."""
        with self._lock:
            before = self._status
            if before.state is LinkState.SIGNED_OUT:
                return
            since = before.since if before.state is state else self._now()
            status = self._status = LinkChanged(
                state=state, since=since, progress=progress, error=error, refusals=dict(refusals or {})
            )
            is_news = _gist(before) != _gist(status)
        if is_news:
            self._publisher.publish(status)

    def close(self) -> None:
        """Drop the connection; calls under way may fail with ``Offline``, later ones do not start."""
        with self._lock:
            self._closed.set()
            backend = self._backend
        if backend is not None:
            backend.close()

    def sign_out(self) -> None:
        """Tell the service that the session is over, as far as it can be reached; no call starts any more."""
        with self._lock:
            self._closed.set()  # first: a call that finds the session ended must not sign in again
            backend = self._backend
        if backend is None:
            return
        try:
            backend.sign_out()
        except QpostError as error:
            _log.info("the session could not be ended: %s", error.code)

    def _signed_in(self) -> tuple[Backend, int]:
        if self._rejection is not None:
            raise self._rejection
        if self._sign_ins == 0:
            self._renew(after=0)
        with self._lock:
            if self._closed.is_set() or self._backend is None:
                raise _closed()
            return self._backend, self._sign_ins

    def _renew(self, *, after: int) -> None:
        """Sign in again unless another thread did so since sign-in number ``after``."""
        with self._sign_in_lock:
            if self._rejection is not None:
                raise self._rejection
            if self._sign_ins != after:
                return
            backend = self._opened()
            try:
                self._sign_in(backend)
            except SignInRejected as error:
                self._end(error)
                raise
            except Refused as error:  # whatever the reason: without signing in nothing goes on
                rejection = SignInRejected(error.code, detail=error.detail)
                self._end(rejection)
                raise rejection from error
            self._sign_ins += 1

    def _opened(self) -> Backend:
        with self._lock:
            if self._closed.is_set():
                raise _closed()
            backend = self._backend
        if backend is None:
            backend = self._open_backend()
            with self._lock:
                self._backend = backend
                is_late = self._closed.is_set()
            if is_late:
                backend.close()
                raise _closed()
        return backend

    def _end(self, error: SignInRejected) -> None:
        with self._lock:
            if self._rejection is not None:
                return
            self._rejection = error
            self._status = LinkChanged(state=LinkState.SIGNED_OUT, since=self._now(), error=error)
            status = self._status
        self._publisher.publish(status)
        self._publisher.publish(SignedOut(error=error))


def _gist(link: LinkChanged) -> tuple[object, ...]:
    """Return what a seller would notice of it."""
    refusals = {shop: _code(error) for shop, error in link.refusals.items()}
    return link.state, link.progress, _code(link.error), refusals


def _code(error: Exception | None) -> str | None:
    return error.code if isinstance(error, QpostError) else None


def _closed() -> Offline:
    return Offline(OfflineCause.CUT, may_have_arrived=False, detail="the connection is closed")
