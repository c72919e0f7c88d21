"""Why: faults of a connection are staged by a real TCP server, byte by byte."""

import json
import socket
import ssl
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
REASONS = {200: "OK", 201: "Created", 204: "No Content"}


@dataclass(frozen=True)
class Received:
    """A request as it came over the wire."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    def json(self) -> dict[str, object]:
        members = json.loads(self.body)
        assert isinstance(members, dict)
        return members


class Stage:
    """What an act may do with the connection."""

    def __init__(self, connection: socket.socket, over: threading.Event) -> None:
        self.connection = connection
        self.over = over

    def send(self, data: bytes) -> None:
        self.connection.sendall(data)

    def reset(self) -> None:
        """Close so that the peer sees RST instead of FIN."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def close(self) -> None:
        self.connection.close()

    def hang(self) -> None:
        self.over.wait(30)


Act = Callable[[Stage], None]
Play = Callable[[Received], Act | bytes]


def answer(
    status: int = 200,
    content: object = None,
    *,
    media_type: str = "application/json",
    headers: dict[str, str] | None = None,
    raw: bytes | None = None,
) -> bytes:
    """A whole, well-formed HTTP answer."""
    body = raw if raw is not None else b"" if content is None else json.dumps(content).encode()
    lines = [f"HTTP/1.1 {status} {REASONS.get(status, 'Staged')}", f"Content-Length: {len(body)}"]
    if body:
        lines.append(f"Content-Type: {media_type}")
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def problem(status: int, slug: str, *, headers: dict[str, str] | None = None, **members: object) -> bytes:
    """An error the way contract.md words it."""
    content = {"type": slug, "title": slug, "status": status, "detail": f"about {slug}", "instance": "/r/1"}
    return answer(status, content | members, media_type="application/problem+json", headers=headers)


@dataclass
class StagedServer:
    """Plays ``play`` for every request; ``requests`` keeps what came."""

    play: Play
    context: ssl.SSLContext | None = None
    host: str = "127.0.0.1"
    greeting: bytes = b""
    requests: list[Received] = field(default_factory=list)
    connections: int = 0

    def __post_init__(self) -> None:
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        self._listener = socket.socket(family)
        self._listener.bind((self.host, 0))
        self._listener.listen(32)
        self.port = self._listener.getsockname()[1]
        shown = f"[{self.host}]" if ":" in self.host else self.host
        self.url = f"{'https' if self.context else 'http'}://{shown}:{self.port}"
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def stop(self) -> None:
        self._over.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            opened = list(self._open)
        for each in opened:
            with suppress(OSError):
                socket.socket.shutdown(each, socket.SHUT_RDWR)
        for thread in list(self._threads):
            thread.join(10)
            assert not thread.is_alive()

    def _accept(self) -> None:
        while not self._over.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            with self._lock:
                self.connections += 1
                self._open.append(connection)
                self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError, ValueError):
            if self.context is not None:
                connection = self.context.wrap_socket(connection, server_side=True)
                with self._lock:
                    self._open.append(connection)
            reader = _Reader(connection)
            with connection:
                connection.sendall(self.greeting)
                while (received := reader.request()) is not None:
                    with self._lock:
                        self.requests.append(received)
                    act = self.play(received)
                    if isinstance(act, bytes):
                        connection.sendall(act)
                    else:
                        act(Stage(connection, self._over))


class _Reader:
    """Cuts requests out of the stream (a file object would keep a closed connection open)."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._buffer = b""

    def request(self) -> Received | None:
        while b"\r\n\r\n" not in self._buffer:
            if not self._more():
                return None
        head, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        size = int(headers.get("content-length", "0"))
        while len(self._buffer) < size:
            if not self._more():
                return None
        body, self._buffer = self._buffer[:size], self._buffer[size:]
        method, path, _ = first.split(" ")
        return Received(method, path, headers, body)

    def _more(self) -> bool:
        data = self._connection.recv(65536)
        self._buffer += data
        return bool(data)


def session_answer(number: int = 1, *, status: int = 201, lifetime_s: float = 900.0) -> bytes:
    """The answer to a sign-in or a refresh; tokens are numbered."""
    return answer(
        status,
        {
            "access_token": f"access-secret-{number}",
            "access_expires_at": (NOW + timedelta(seconds=lifetime_s)).isoformat(),
            "refresh_token": f"refresh-secret-{number}",
            "account": {"id": "a1", "login": "seller", "display_name": "Seller"},
        },
        headers={"Date": format_datetime(NOW, usegmt=True)},
    )


HEALTH: dict[str, object] = {
    "status": "ok",
    "version": "1.0",
    "capabilities": [
        *("inquiries", "reply", "auto_reply", "hide", "attachments"),
        *("templates", "events", "presence", "orders"),
    ],
}
