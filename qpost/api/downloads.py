"""Why: a release is fetched from a plain web server, in pieces if need be, without trusting it."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urlsplit

from msgspec import Struct

from qpost.api.address import normalised_address
from qpost.api.proxy import ProxySetting
from qpost.api.rest.problems import is_web_page
from qpost.api.transport import LiveAnswer, Timeouts, Transport
from qpost.models.errors import Offline, OfflineCause, ServerFault, UpdateFault

DOWNLOAD_TIMEOUTS = Timeouts(whole_s=1800.0)
"""One answer may take half an hour; what came until then is kept, and the next request goes on from there."""

_CONTENT_RANGE = re.compile(r"bytes ([0-9]{1,15})-[0-9]{1,15}/(?:[0-9]{1,15}|\*)")
_NOT_THERE = frozenset({401, 403, 404, 410})
_BUSY = frozenset({429, 503})
_LATER = frozenset({OfflineCause.UNREACHABLE, OfflineCause.TIMEOUT, OfflineCause.CUT})
_PARTIAL = 206
_PAST_THE_END = 416


class Body(Struct, frozen=True):
    """A file's bytes while they arrive, from ``offset`` on; ``etag`` names the file they belong to."""

    chunks: Iterator[bytes]
    offset: int
    etag: str


class Downloads:
    """Reads below one address; :meth:`close` may come from any thread.

    Raises ``UpdateFault``; ``Refused`` for an address that is none; ``Offline`` for faults nearer by.
    Redirects to another host are refused; a portal's page is ``Offline(CAPTIVE)``.
    """

    def __init__(
        self, address: str, *, proxy: ProxySetting | None = None, timeouts: Timeouts = DOWNLOAD_TIMEOUTS
    ) -> None:
        self.address = checked_address(address)
        self._proxy = proxy
        self._timeouts = timeouts
        self._transports: dict[str, Transport] = {}
        self._is_closed = False

    def read(self, name: str, *, limit_bytes: int) -> bytes:
        """Return the whole small file ``name``."""
        with _faults_named():
            answer = self._transport(self.address).send("GET", f"/{name}", limit_bytes=limit_bytes)
            _check_status(answer.status, answer.headers, answer.body)
            if is_web_page(answer.headers, answer.body):
                raise _captive()
            return answer.body

    @contextmanager
    def open(self, url: str, *, offset: int = 0, etag: str = "") -> Iterator[Body]:
        """Hand out the file at ``url`` from ``offset`` on if it is still that of ``etag``, else all of it.

        ``url`` is a path below the address, or a whole address, under the same rules as the first one.
        """
        origin, path = self._place(url)
        headers = {"Accept-Encoding": "identity"}
        if offset and etag:
            headers |= {"Range": f"bytes={offset}-", "If-Range": etag}
        with _faults_named() as faults, self._transport(origin).open("GET", path, headers=headers) as live:
            if live.status != _PAST_THE_END or not offset:
                body = _body(live, asked=offset)
                faults.is_arriving = True
                yield body
                return
        with self.open(url) as body:  # what is kept is longer than the file is now
            yield body

    def close(self) -> None:
        """Cut what is under way, from any thread; later calls fail as well."""
        self._is_closed = True
        for transport in list(self._transports.values()):
            transport.close()

    def _transport(self, origin: str) -> Transport:
        found = self._transports.get(origin)
        if found is None:
            found = Transport(origin, proxy=self._proxy, timeouts=self._timeouts)
            self._transports[origin] = found
            if self._is_closed:
                found.close()
        return found

    def _place(self, url: str) -> tuple[str, str]:
        if "://" not in url:
            return self.address, f"/{url}"
        parts = urlsplit(checked_address(url))
        return f"{parts.scheme}://{parts.netloc}", parts.path


def checked_address(address: str) -> str:
    """Return ``address`` normalised; raises ``Refused("address-invalid")`` or ``UpdateFault(INSECURE)``."""
    try:
        return normalised_address(address)
    except Offline as error:
        raise UpdateFault(UpdateFault.INSECURE, error.detail) from None


def _body(live: LiveAnswer, *, asked: int) -> Body:
    _check_status(live.status, live.headers, b"")
    etag = live.headers.get("etag", "")
    known = "" if etag.startswith("W/") else etag
    if is_web_page(live.headers, b""):
        raise _captive()
    if live.headers.get("content-encoding", "identity") != "identity":
        raise UpdateFault(UpdateFault.SERVER, "the file came packed")
    if live.status != _PARTIAL:
        return Body(live.chunks(), 0, known)
    found = _CONTENT_RANGE.fullmatch(live.headers.get("content-range", ""))
    if found is None or int(found.group(1)) != asked:
        raise UpdateFault(UpdateFault.SERVER, "another range than was asked for")
    return Body(live.chunks(), asked, known)


def _check_status(status: int, headers: Mapping[str, str], body: bytes) -> None:
    if status in {200, _PARTIAL}:
        return
    if status == 511 or (status < 400 and is_web_page(headers, body)):
        raise _captive()
    detail = f"status {status}"
    if status == 407:
        raise Offline(OfflineCause.PROXY, may_have_arrived=False, detail=detail)
    if status in _NOT_THERE:
        raise UpdateFault(UpdateFault.MISSING, detail)
    raise UpdateFault(UpdateFault.BUSY if status in _BUSY else UpdateFault.SERVER, detail)


def _captive() -> Offline:
    return Offline(OfflineCause.CAPTIVE, may_have_arrived=False, detail="a web page came instead")


class _Faults:
    """Where a request stands: before its answer, or in the midst of it."""

    is_arriving = False


@contextmanager
def _faults_named() -> Iterator[_Faults]:
    faults = _Faults()
    try:
        yield faults
    except Offline as error:
        if faults.is_arriving:
            raise UpdateFault(UpdateFault.CUT, error.detail) from None
        if error.cause in _LATER:
            raise UpdateFault(UpdateFault.OFFLINE, error.detail) from None
        raise
    except ServerFault as error:
        raise UpdateFault(UpdateFault.SERVER, error.detail) from None
