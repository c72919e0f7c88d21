"""Why: what every request of this client shares: headers, session, idempotency key, judging the answer."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import BinaryIO, TypeVar
from urllib.parse import quote

from qpost import __version__
from qpost.api.rest.codec import Garbled, encoded, plain
from qpost.api.rest.problems import fault_of, is_web_page, media_type_of, request_id_of
from qpost.api.rest.session import ENDED, Grant, SignedIn, granted
from qpost.api.transport import Answer, LiveAnswer, Transport
from qpost.models.account import Account, Session
from qpost.models.errors import FieldFault, Offline, OfflineCause, Refused, ServerFault, SignInRejected

T = TypeVar("T")

DOWNLOAD_LIMIT_BYTES = 64 * 1024 * 1024
_STREAM_READ_S = 45.0
"""Three missed pings of the event stream (contract.md: one every 15 s)."""

_JSON_TYPES = frozenset({"application/json", "application/problem+json"})
_ERROR_BODY_LIMIT_BYTES = 256 * 1024


def path_of(*segments: str) -> str:
    """Build ``/v1/...`` from opaque ids; one that would leave its place is ``not-found`` unasked."""
    if any(segment in {"", ".", ".."} for segment in segments):
        raise Refused("not-found", detail="an id that cannot be part of an address")
    try:
        return "/v1/" + "/".join(quote(segment, safe="") for segment in segments)
    except UnicodeEncodeError:
        raise Refused("not-found", detail="an id that is not Unicode") from None


class Requests:
    """Sends requests for one sign-in, thread-safe; raises only from ``models.errors``."""

    def __init__(self, transport: Transport, *, now: Callable[[], datetime], language: str) -> None:
        self.language = language
        self._transport = transport
        self._now = now
        self._signed_in = SignedIn(self._renewed, now)

    def sign_in(self, *, login: str, password: str, extension: str, device: str) -> Account:
        """Begin a session; raises ``SignInRejected`` for a wrong password or a locked account."""
        payload = {"login": login, "password": password, "device": device}
        if extension:
            payload["extension"] = extension
        grant = self._grant(self.open_call("POST", "/v1/sessions", payload=payload))
        self._signed_in.begin(grant)
        return grant.session.account

    def forget(self) -> None:
        """Drop the tokens."""
        self._signed_in.end()

    def open_call(self, method: str, path: str, *, payload: Mapping[str, object] | None = None) -> Answer:
        """Send a request that needs no session."""
        headers, content = self._headers(None), None
        if payload is not None:
            content = _content(payload)
            headers["Content-Type"] = "application/json"
        return self._judged(method, self._transport.send(method, path, headers=headers, content=content))

    def call(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str | int] | None = None,
        payload: Mapping[str, object] | None = None,
        key: str | None = None,
    ) -> Answer:
        """Send a request within the session; a lapsed token is renewed and the request sent again, once."""
        extra: dict[str, str] = {}
        content = None
        if payload is not None:
            content = _content(payload)
            extra["Content-Type"] = "application/json"
        if key is not None:
            extra["Idempotency-Key"] = key

        def send(token: str) -> Answer:
            headers = self._headers(token) | extra
            answer = self._transport.send(method, path, query=query, headers=headers, content=content)
            return self._judged(method, answer)

        return self._in_session(send)

    def upload(self, path: str, *, file_name: str, content: bytes, key: str) -> Answer:
        """Send one file as ``multipart/form-data``; the same key yields the same bytes again."""
        boundary = "qpost-" + "".join(each for each in key if each.isascii() and each.isalnum())[:60]
        name = file_name.encode("utf-8", "replace").decode("utf-8")
        for character, escape in (('"', "%22"), ("\r", "%0D"), ("\n", "%0A")):
            name = name.replace(character, escape)
        head = (
            f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        )
        body = b"".join((head.encode(), content, f"\r\n--{boundary}--\r\n".encode("ascii")))

        def send(token: str) -> Answer:
            headers = self._headers(token) | {
                "Content-Type": f"multipart/form-data; boundary={boundary}",
                "Idempotency-Key": key,
            }
            return self._judged("POST", self._transport.send("POST", path, headers=headers, content=body))

        return self._in_session(send)

    def download(self, path: str, sink: BinaryIO) -> None:
        """Copy a resource into ``sink``; an ``OSError`` of the sink passes through."""

        def copy(token: str) -> None:
            with self._transport.open("GET", path, headers=self._headers(token)) as live:
                if live.status != 200:
                    raise fault_of(_error_answer(live), "GET", now=self._now)
                if is_web_page(live.headers, b""):
                    raise _captive("GET")
                size = 0
                for chunk in live.chunks():
                    size += len(chunk)
                    if size > DOWNLOAD_LIMIT_BYTES:
                        raise ServerFault(request_id=None, detail="too large", may_have_arrived=False)
                    sink.write(chunk)

        self._in_session(copy)

    def picture(self, path: str, *, limit_bytes: int) -> bytes:
        """Read a picture that anybody may see; anything but a picture is a ``ServerFault``."""
        headers = self._headers(None) | {"Accept": "image/*"}
        answer = self._transport.send("GET", path, headers=headers, limit_bytes=limit_bytes)
        if answer.status != 200:
            raise fault_of(answer, "GET", now=self._now)
        if is_web_page(answer.headers, answer.body):
            raise _captive("GET")
        if not _is_picture(answer.body):
            raise _unreadable(request_id_of(answer.headers), wrote=False)
        return answer.body

    @contextmanager
    def stream(self, path: str, *, last_event_id: str | None) -> Iterator[LiveAnswer]:
        """Open an event stream, with one renewal of the token like any other call."""
        token = self._signed_in.token()
        for is_last in (False, True):
            headers = self._headers(token) | {
                "Accept": "text/event-stream",
                "Accept-Encoding": "identity",
                "Cache-Control": "no-store",
            }
            if last_event_id:
                headers["Last-Event-ID"] = last_event_id
            with self._transport.open("GET", path, headers=headers, read_s=_STREAM_READ_S) as live:
                if live.status == 200:
                    if is_web_page(live.headers, b""):
                        raise _captive("GET")
                    if media_type_of(live.headers) != "text/event-stream":
                        raise _unreadable(request_id_of(live.headers), wrote=False)
                    yield live
                    if self._transport.is_closed:
                        raise Offline(OfflineCause.CUT, may_have_arrived=False, detail="closed")
                    return
                fault = fault_of(_error_answer(live), "GET", now=self._now)
            if is_last or not _is_lapsed(fault):
                raise fault
            token = self._signed_in.renewed(token)

    def _in_session(self, send: Callable[[str], T]) -> T:
        token = self._signed_in.token()
        try:
            return send(token)
        except SignInRejected as rejection:
            if rejection.code != ENDED:
                raise
        # Raised outside the handler, so that a failing renewal does not drag the first answer along.
        return send(self._signed_in.renewed(token))

    def _renewed(self, refresh_token: str) -> Grant:
        return self._grant(
            self.open_call("POST", "/v1/sessions/refresh", payload={"refresh_token": refresh_token})
        )

    def _grant(self, answer: Answer) -> Grant:
        try:
            session = plain(answer.body, Session)
            return granted(session, answer.headers, self._now())
        except (Garbled, ValueError):
            raise _unreadable(request_id_of(answer.headers), wrote=True) from None

    def _headers(self, token: str | None) -> dict[str, str]:
        headers = {
            "Accept": "application/json, application/problem+json",
            "Accept-Encoding": "gzip",
            "Accept-Language": self.language.replace("_", "-"),
            "User-Agent": f"Qpost/{__version__}",
        }
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        return headers

    def _judged(self, method: str, answer: Answer) -> Answer:
        wrote = method != "GET"
        if not 200 <= answer.status < 300:
            raise fault_of(answer, method, now=self._now)
        if answer.status == 204 and not answer.body:
            return answer
        if media_type_of(answer.headers) not in _JSON_TYPES:
            if is_web_page(answer.headers, answer.body):
                raise _captive(method)
            raise _unreadable(request_id_of(answer.headers), wrote=wrote)
        return answer


def _content(payload: Mapping[str, object]) -> bytes:
    try:
        return encoded(payload)
    except UnicodeEncodeError:
        lost = [name for name, value in payload.items() if isinstance(value, str) and not _is_unicode(value)]
        fields = [FieldFault(field=name, code="not-unicode", message="") for name in lost]
        raise Refused("validation", detail="text with half a surrogate pair", fields=fields) from None


def _is_picture(content: bytes) -> bool:
    """Judge by the content, never by its name: PNG, JPEG, GIF or WebP."""
    is_webp = content[:4] == b"RIFF" and content[8:12] == b"WEBP"
    return is_webp or content.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a"))


def _is_unicode(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _error_answer(live: LiveAnswer) -> Answer:
    body = bytearray()
    for chunk in live.chunks():
        body += chunk
        if len(body) > _ERROR_BODY_LIMIT_BYTES:
            break
    return Answer(live.status, live.headers, bytes(body))


def _is_lapsed(fault: Exception) -> bool:
    return isinstance(fault, SignInRejected) and fault.code == ENDED


def _captive(method: str) -> Offline:
    return Offline(OfflineCause.CAPTIVE, may_have_arrived=method != "GET", detail="a web page came")


def _unreadable(request_id: str | None, *, wrote: bool) -> ServerFault:
    return ServerFault(request_id=request_id, detail="not the contract's form", may_have_arrived=wrote)
