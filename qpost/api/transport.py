"""Why: the one place that touches the network library, so every fault of a connection has one meaning."""

import logging
import re
import ssl
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType
from typing import Self
from weakref import WeakSet

import httpx
from msgspec import Struct

from qpost.api.proxy import ProxySetting, proxies_for, proxy_after
from qpost.api.sockets import OpenSockets
from qpost.models.errors import Offline, OfflineCause, ServerFault

JSON_LIMIT_BYTES = 64 * 1024 * 1024
"""A larger answer is not read to its end."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_REDIRECT_LIMIT = 3
_PERHAPS_THE_PROXY = frozenset({OfflineCause.PROXY, OfflineCause.UNREACHABLE, OfflineCause.TIMEOUT})
_SEARCH_EVERY_S = 300.0
_READS = frozenset({"GET", "HEAD"})
_QUOTED = re.compile("bytearray|['\"]")
_POOL = httpx.Limits(max_connections=12, max_keepalive_connections=6, keepalive_expiry=30.0)


class Timeouts(Struct, frozen=True):
    """How long to wait, in seconds. ``whole_s`` bounds an answer that trickles, headers excepted."""

    connect_s: float = 5.0
    read_s: float = 15.0
    whole_s: float = 120.0


class Answer(Struct, frozen=True):
    """A complete answer, whatever its status."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def __repr__(self) -> str:
        """Show no content: an answer may hold tokens."""
        return f"Answer({self.status}, {len(self.body)} bytes)"


class LiveAnswer:
    """An answer whose body is still coming."""

    def __init__(self, response: httpx.Response, *, whole_s: float | None) -> None:
        self.status = response.status_code
        self.headers: Mapping[str, str] = response.headers
        self._response = response
        self._ends_at = None if whole_s is None else time.monotonic() + whole_s

    def chunks(self) -> Iterator[bytes]:
        """Yield the body, decompressed, every piece as it arrives."""
        for chunk in self._response.iter_bytes():
            yield chunk
            if self._ends_at is not None and time.monotonic() > self._ends_at:
                raise httpx.ReadTimeout("the answer trickles")


class Transport:
    """Requests to one service, thread-safe; raises ``Offline`` and ``ServerFault`` only.

    Certificates are verified against the system's trust store. Redirects are followed for reads
    within the same origin and refused otherwise; cookies are not kept. A read whose connection broke
    before any answer is sent once more; a write never is. ``only_reads`` says of a POST that it changes
    nothing: it is a read then, but for redirects.
    """

    def __init__(
        self,
        address: str,
        *,
        proxy: ProxySetting | None = None,
        timeouts: Timeouts | None = None,
    ) -> None:
        self.address = address
        self._proxy_setting = proxy or ProxySetting()
        self._timeouts = timeouts or Timeouts()
        self._lock = threading.Lock()
        self._client: httpx.Client | None = None
        self._retired: WeakSet[httpx.Client] = WeakSet()
        self._proxy: str | None = None
        self._is_proxy_known = False
        self._searched_next = 0.0
        self._sockets = OpenSockets()
        self._closed = False

    def __repr__(self) -> str:
        return f"Transport({self.address!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def is_closed(self) -> bool:
        """True once :meth:`close` was called."""
        return self._closed

    def send(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str | int] | None = None,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        limit_bytes: int = JSON_LIMIT_BYTES,
        only_reads: bool = False,
    ) -> Answer:
        """Send a request and read the whole answer, at most ``limit_bytes`` of it."""
        with self.open(
            method, path, query=query, headers=headers, content=content, only_reads=only_reads
        ) as live:
            body = bytearray()
            for chunk in live.chunks():
                body += chunk
                if len(body) > limit_bytes:
                    raise ServerFault(
                        request_id=None,
                        detail=f"the answer is larger than {limit_bytes} bytes",
                        may_have_arrived=not only_reads and method not in _READS,
                    )
            return Answer(live.status, live.headers, bytes(body))

    @contextmanager
    def open(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str | int] | None = None,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        read_s: float | None = None,
        only_reads: bool = False,
    ) -> Iterator[LiveAnswer]:
        """Send a request and hand out the answer while its body arrives.

        ``read_s`` replaces the read limit and lifts the limit on the whole answer (event streams).
        """
        url = self.address + path
        if query:
            url = f"{url}?{httpx.QueryParams(query)}"
        wrote = not only_reads and method not in _READS
        self._find_proxy()
        with self._faults_of(wrote=wrote):
            client = self._ready_client()
            request = client.build_request(
                method,
                url,
                headers=headers,
                content=content,
                timeout=self._limits(read_s),
                extensions={"trace": self._sockets.trace},
            )
            response = self._exchange(client, request, wrote=wrote)
            try:
                yield LiveAnswer(response, whole_s=self._timeouts.whole_s if read_s is None else None)
            finally:
                response.close()

    def close(self) -> None:
        """Cut every connection; calls under way end with ``Offline``, later ones as well."""
        with self._lock:
            self._closed = True
            clients = [*self._retired, *([self._client] if self._client else [])]
            self._client = None
        self._sockets.cut()
        for client in clients:
            client.close()

    def _find_proxy(self) -> None:
        """Ask the system, which may take its time, without the lock."""
        if not self._is_proxy_known and not self._closed:
            self._proxy = proxies_for(self.address, self._proxy_setting)[0]
            self._is_proxy_known = True

    def _ready_client(self) -> httpx.Client:
        with self._lock:
            if self._closed:
                raise Offline(
                    OfflineCause.UNREACHABLE, may_have_arrived=False, detail="the connection was closed"
                )
            if self._client is None:
                self._client = _new_client(self._proxy)
            return self._client

    def _follow_proxy_change(self, failed: str | None) -> None:
        """After a failure: when the system names another proxy than ``failed``, the next request uses it."""
        if self._closed:
            return
        now = time.monotonic()
        searches = now >= self._searched_next
        if searches:
            self._searched_next = now + _SEARCH_EVERY_S
        proxy = proxy_after(failed, proxies_for(self.address, self._proxy_setting, searches=searches))
        with self._lock:
            if self._proxy == failed != proxy:
                if self._client is not None:
                    self._retired.add(self._client)
                self._client, self._proxy = None, proxy

    def _exchange(self, client: httpx.Client, request: httpx.Request, *, wrote: bool) -> httpx.Response:
        for _ in range(_REDIRECT_LIMIT + 1):
            response = self._sent(client, request, wrote=wrote)
            if response.status_code not in _REDIRECTS:
                return response
            response.close()
            request = self._redirected(client, request, response, wrote=wrote)
        raise _redirect_refused(wrote=wrote)

    def _sent(self, client: httpx.Client, request: httpx.Request, *, wrote: bool) -> httpx.Response:
        try:
            return client.send(request, stream=True)
        except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):
            if wrote or self._closed:
                raise
        return client.send(request, stream=True)

    def _redirected(
        self, client: httpx.Client, request: httpx.Request, response: httpx.Response, *, wrote: bool
    ) -> httpx.Request:
        try:
            target = request.url.join(response.headers.get("location", ""))
        except httpx.InvalidURL:
            raise _redirect_refused(wrote=wrote) from None
        same_origin = (target.scheme, target.host, target.port) == (
            request.url.scheme,
            request.url.host,
            request.url.port,
        )
        if request.method not in _READS or not same_origin:
            raise _redirect_refused(wrote=wrote)
        return client.build_request(
            request.method, target, headers=request.headers, extensions=request.extensions
        )

    def _limits(self, read_s: float | None) -> httpx.Timeout:
        waits = self._timeouts
        read_limit_s = waits.read_s if read_s is None else read_s
        return httpx.Timeout(
            connect=waits.connect_s, read=read_limit_s, write=waits.read_s, pool=waits.read_s
        )

    @contextmanager
    def _faults_of(self, *, wrote: bool) -> Iterator[None]:
        """Translate the library's exceptions; theirs are not chained, for they hold the request."""
        fault: Offline | ServerFault | None = None
        proxy = self._proxy
        try:
            yield
        except Offline as error:
            fault = error
        except httpx.HTTPError as error:
            fault = _fault(error, wrote=wrote, proxied=self._proxy is not None)
        except (httpx.InvalidURL, httpx.StreamError, RuntimeError) as error:
            if not self._closed:
                raise
            fault = Offline(OfflineCause.CUT, may_have_arrived=wrote, detail=type(error).__name__)
        if fault is not None:
            if isinstance(fault, Offline) and fault.cause in _PERHAPS_THE_PROXY:
                self._follow_proxy_change(proxy)
            raise fault from None


def _new_client(proxy: str | None) -> httpx.Client:
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    try:
        trust = _system_trust()
        is_encrypted = proxy is not None and proxy.startswith("https://")
        return httpx.Client(
            verify=trust,
            proxy=httpx.Proxy(proxy, ssl_context=trust) if proxy is not None and is_encrypted else proxy,
            trust_env=False,
            follow_redirects=False,
            limits=_POOL,
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        )
    except (ValueError, httpx.InvalidURL, ImportError):
        raise Offline(
            OfflineCause.PROXY, may_have_arrived=False, detail="the proxy's address cannot be used"
        ) from None


def _system_trust() -> ssl.SSLContext:
    import truststore

    try:
        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    except OSError as error:
        raise Offline(
            OfflineCause.CERTIFICATE, may_have_arrived=False, detail=f"trust store: {error}"
        ) from None


def trusted_roots() -> int:
    """Open the system's certificate store; return how many roots it shows, 0 where it does not tell.

    Windows shows those it fetched so far. Raises ``Offline`` when there is no store.
    """
    if sys.platform == "win32":
        return len(ssl.enum_certificates("ROOT"))  # verifying asks this very store, at each handshake
    context = _system_trust()
    context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname="localhost")  # loads what it trusts
    shown = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # the other one keeps its certificates to itself
    shown.set_default_verify_paths()
    return shown.cert_store_stats()["x509_ca"]


def _redirect_refused(*, wrote: bool) -> Offline:
    return Offline(OfflineCause.CAPTIVE, may_have_arrived=wrote, detail="redirected to somewhere else")


def _fault(error: httpx.HTTPError, *, wrote: bool, proxied: bool) -> Offline | ServerFault:
    if isinstance(error, httpx.LocalProtocolError | httpx.UnsupportedProtocol):
        # Its text may quote a header, and so a token.
        return Offline(OfflineCause.CUT, may_have_arrived=wrote, detail=type(error).__name__)
    text = str(error)
    if isinstance(error, httpx.RemoteProtocolError):
        text = _QUOTED.split(text)[0]  # what the other side sent may repeat a token
    detail = f"{type(error).__name__}: {text}"[:500]
    if isinstance(error, httpx.ProxyError):
        return Offline(OfflineCause.PROXY, may_have_arrived=False, detail=detail)
    if isinstance(error, httpx.ConnectTimeout | httpx.PoolTimeout):
        return Offline(OfflineCause.TIMEOUT, may_have_arrived=False, detail=detail)
    if isinstance(error, httpx.ConnectError):
        return Offline(_connect_cause(error, proxied=proxied), may_have_arrived=False, detail=detail)
    if isinstance(error, httpx.TimeoutException):
        return Offline(OfflineCause.TIMEOUT, may_have_arrived=wrote, detail=detail)
    if isinstance(error, httpx.DecodingError):
        return ServerFault(request_id=None, detail=detail, may_have_arrived=wrote)
    return Offline(OfflineCause.CUT, may_have_arrived=wrote, detail=detail)


def _connect_cause(error: httpx.ConnectError, *, proxied: bool) -> OfflineCause:
    """Find out why no connection came about: the TLS error, if any, is deep in the chain."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return OfflineCause.CERTIFICATE
        if isinstance(cause, ssl.SSLError):
            return OfflineCause.UNREACHABLE
        cause = cause.__cause__ or cause.__context__
    return OfflineCause.PROXY if proxied else OfflineCause.UNREACHABLE
