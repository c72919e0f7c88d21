"""Why: a real TCP proxy before the service, which does to a request what networks and gateways do."""

import contextlib
import json
import re
import select
import socket
import struct
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NoReturn

PIECE_BYTES = 65536

Strike = Callable[[], None]
Wrap = Callable[[socket.socket], socket.socket]


@dataclass(frozen=True)
class Message:
    """One HTTP message as it came: ``head`` ends with the empty line, ``body`` keeps its framing."""

    head: bytes
    body: bytes

    @property
    def first_line(self) -> bytes:
        return self.head.partition(b"\r\n")[0]

    @property
    def is_event_stream(self) -> bool:
        return header(self.head, b"content-type").startswith(b"text/event-stream")

    def closing(self) -> "Message":
        """Return the message with the wish to close the connection after it."""
        return Message(self.head[:-2] + b"Connection: close\r\n\r\n", self.body)


class Exchange:
    """One request at the proxy, and what a fault may do with it and with its connection."""

    def __init__(self, proxy: "FaultProxy", client: socket.socket, request: Message, strike: Strike) -> None:
        self.proxy = proxy
        self.request = request
        self.client = client
        self._strike = strike

    def answer(self) -> Message:
        """Pass the request on and return the whole answer; of an event stream only the beginning."""
        with self.proxy.to_service() as service:
            service.sendall(self.request.head + self.request.body)
            return read_message(service)

    def send(self, data: bytes) -> None:
        """Give the client bytes, whatever they are."""
        self.client.sendall(data)

    def cut(self) -> NoReturn:
        """Strike, and close the connection with a reset instead of a farewell."""
        self._strike()
        self.client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        raise ConnectionAbortedError

    def end(self) -> NoReturn:
        """Strike, and close the connection in good manners."""
        self._strike()
        raise ConnectionAbortedError

    def hang(self) -> NoReturn:
        """Say nothing until the fault is lifted, then cut."""
        self.proxy.is_lifted.wait(30)
        self.cut()

    def relay(self) -> None:
        """Pass the request and its answer on; an event stream until either side ends it."""
        with self.proxy.to_service() as service:
            service.sendall(self.request.head + self.request.body)
            answer = read_message(service)
            self.send(answer.head + answer.body)
            while answer.is_event_stream:
                readable, _, _ = select.select([service, self.client], [], [])
                data = service.recv(PIECE_BYTES) if service in readable else b""
                if not data:
                    self.end()
                self.send(data)


Fault = Callable[[Exchange], None]


def pass_on(exchange: Exchange) -> None:
    """Do nothing to it."""
    exchange.relay()


def reset_before(exchange: Exchange) -> None:
    """The request never reaches the service."""
    exchange.cut()


def reset_within(exchange: Exchange) -> None:
    """Half of the request reaches the service."""
    with exchange.proxy.to_service() as service:
        whole = exchange.request.head + exchange.request.body
        service.sendall(whole[: len(whole) // 2])
    exchange.cut()


def reset_after(exchange: Exchange) -> None:
    """The service acts, and its answer is lost."""
    exchange.answer()
    exchange.cut()


def hang_before(exchange: Exchange) -> None:
    """The request never reaches the service, and nobody says so."""
    exchange.hang()


def hang_after(exchange: Exchange) -> None:
    """The service acts, and its answer does not come."""
    exchange.answer()
    exchange.hang()


def drip(exchange: Exchange) -> None:
    """The answer comes a byte at a time."""
    answer = exchange.answer()
    exchange.send(answer.head)
    for place in range(len(answer.body)):
        exchange.send(answer.body[place : place + 1])
        exchange.proxy.is_lifted.wait(0.01)
    if answer.is_event_stream:
        exchange.hang()


def truncated(exchange: Exchange) -> None:
    """Half of the answer comes, and then the end."""
    answer = exchange.answer()
    exchange.send(answer.head + answer.body[: len(answer.body) // 2])
    exchange.end()


def garbled(exchange: Exchange) -> None:
    """The answer has the right length and wrong bytes."""
    answer = exchange.answer()
    if answer.is_event_stream:
        exchange.send(answer.head + b"\xff\xfe\xfd\r\n")
        exchange.end()
    body = bytes(byte ^ 0xA5 for byte in answer.body)
    exchange.send(answer.head.replace(b"content-encoding: gzip\r\n", b"") + body)


def refuse_from_now_on(exchange: Exchange) -> None:
    """This request is still answered; from then on nobody listens."""
    answer = exchange.answer().closing()
    exchange.proxy.refuse(but=exchange.client)
    exchange.send(answer.head + answer.body)
    exchange.end()


@dataclass(frozen=True)
class WrappedOtherwise:
    """This request is still answered; from then on TLS begins another way."""

    wrap: Wrap

    def __call__(self, exchange: Exchange) -> None:
        answer = exchange.answer().closing()
        exchange.proxy.wrap = self.wrap
        exchange.proxy.cut(but=exchange.client)
        exchange.send(answer.head + answer.body)
        exchange.end()


@dataclass(frozen=True)
class Instead:
    """Somebody else's answer comes; with ``acts`` the service has done its work all the same."""

    status: int
    content_type: str = "text/html; charset=utf-8"
    body: bytes = b"<!DOCTYPE html><title>Sign in to the hotel's network</title>"
    headers: tuple[str, ...] = ()
    acts: bool = False

    def __call__(self, exchange: Exchange) -> None:
        if self.acts:
            exchange.answer()
        lines = [
            f"HTTP/1.1 {self.status} Staged",
            f"Content-Type: {self.content_type}",
            f"Content-Length: {len(self.body)}",
            *self.headers,
        ]
        exchange.send("\r\n".join(lines).encode() + b"\r\n\r\n" + self.body)


def problem(status: int, slug: str, *headers: str, acts: bool = False) -> Instead:
    """An error as the service itself words it (contract.md)."""
    content = {"type": slug, "title": slug, "status": status, "detail": "staged", "instance": "/r/1"}
    return Instead(status, "application/problem+json", json.dumps(content).encode(), headers, acts)


class FaultProxy:
    """Passes everything on but requests whose first line has all the words a fault was armed for.

    ``wrap`` is the server's side of TLS, when it is spoken. ``page_rows`` lowers the page size asked
    for, as a service may. Of several faults for a request the first one armed and not used up strikes.
    ``has_struck`` is set once a fault struck, ``is_lifted`` while none is armed.
    """

    def __init__(self, target_port: int, *, wrap: Wrap | None = None, page_rows: int | None = None) -> None:
        self.wrap = wrap
        self.has_struck = threading.Event()
        self.is_lifted = threading.Event()
        self._own_wrap = wrap
        self._target_port = target_port
        self._page_rows = page_rows
        self._lock = threading.Lock()
        self._armed: list[_Armed] = []
        self._sockets: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._listener: socket.socket | None = None
        self.port = 0
        self.lift()

    @property
    def url(self) -> str:
        """Where a client reaches the service through this proxy."""
        return f"http://127.0.0.1:{self.port}" if self._own_wrap is None else f"https://localhost:{self.port}"

    def arm(
        self,
        words: bytes,
        fault: Fault,
        *,
        times: int | None = None,
        skip: int = 0,
        strike: Strike | None = None,
        alone: bool = False,
    ) -> None:
        """Do ``fault`` to requests with ``words``: so many ``times``, after letting ``skip`` pass.

        ``strike`` is called each time right before the connection is cut. ``alone``: what was
        armed before is taken away in the same moment.
        """
        with self._lock:
            self.has_struck.clear()
            self.is_lifted.clear()
            if alone:
                self._armed.clear()
            self._armed.append(_Armed(words.split(), fault, times, skip, strike or _nothing))

    def refuse(self, *, but: socket.socket | None = None) -> None:
        """Listen no longer and cut what is connected."""
        with self._lock:
            self.is_lifted.clear()
            listener, self._listener = self._listener, None
        if listener is not None:
            _shut(listener)
            listener.close()
        self.cut(but=but)

    def cut(self, *, but: socket.socket | None = None) -> None:
        """Cut every connection, ``but`` one."""
        with self._lock:
            sockets = self._sockets - {but}
        for each in sockets:
            _shut(each)

    def lift(self) -> None:
        """Take every fault away, and listen again at the same port."""
        with self._lock:
            self._armed.clear()
            self.wrap = self._own_wrap
            if self._listener is None:
                self._listener = socket.create_server(("127.0.0.1", self.port), backlog=32)
                self.port = self._listener.getsockname()[1]
                self._begin(self._accept, self._listener)
        self.is_lifted.set()

    def close(self) -> None:
        """Cut everything and end the threads."""
        self.refuse()
        self.is_lifted.set()
        for thread in tuple(self._threads):
            thread.join(10)
            assert not thread.is_alive()

    @contextlib.contextmanager
    def to_service(self) -> Iterator[socket.socket]:
        """Connect to the service for one request."""
        with socket.create_connection(("127.0.0.1", self._target_port)) as service, self._known(service):
            yield service

    @contextlib.contextmanager
    def _known(self, connection: socket.socket) -> Iterator[None]:
        with self._lock:
            self._sockets.add(connection)
        try:
            yield
        finally:
            with self._lock:
                self._sockets.discard(connection)

    def _begin(self, work: Callable[[socket.socket], None], subject: socket.socket) -> None:
        thread = threading.Thread(target=work, args=(subject,), daemon=True, name="fault-proxy")
        thread.start()
        self._threads = [*(each for each in self._threads if each.is_alive()), thread]

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            self._begin(self._serve, client)

    def _serve(self, client: socket.socket) -> None:
        with client, self._known(client), contextlib.suppress(OSError):
            if self.wrap is None:
                self._requests(client)
            else:
                with self.wrap(client) as encrypted, self._known(encrypted):
                    self._requests(encrypted)

    def _requests(self, client: socket.socket) -> None:
        while request := read_message(client):
            if self._page_rows is not None:
                head = re.sub(rb"limit=\d+", b"limit=%d" % self._page_rows, request.head, count=1)
                request = Message(head, request.body)
            fault, strike = self._fault_for(request)
            fault(Exchange(self, client, request, strike))

    def _fault_for(self, request: Message) -> tuple[Fault, Strike]:
        with self._lock:
            for armed in self._armed:
                if not all(word in request.first_line for word in armed.words):
                    continue
                if armed.skip:
                    armed.skip -= 1
                elif armed.times != 0:
                    armed.times = None if armed.times is None else armed.times - 1
                    self.has_struck.set()
                    return armed.fault, armed.strike
        return pass_on, _nothing


@dataclass
class _Armed:
    words: list[bytes]
    fault: Fault
    times: int | None
    skip: int
    strike: Strike


def header(head: bytes, name: bytes) -> bytes:
    """Return a header's value in lower case, empty when it is not there."""
    found = re.search(rb"(?im)^" + name + rb":[ \t]*(.*?)\r$", head)
    return found[1].lower() if found else b""


def read_message(connection: socket.socket) -> Message:
    """Read one message; of an event stream the head only. Raises ``OSError`` when it does not come whole."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += _more(connection)
    place = data.index(b"\r\n\r\n") + 4
    head, body = data[:place], data[place:]
    if Message(head, body).is_event_stream:
        return Message(head, body)
    if header(head, b"transfer-encoding") == b"chunked":
        while not body.endswith(b"0\r\n\r\n"):
            body += _more(connection)
        return Message(head, body)
    size = int(header(head, b"content-length") or b"0")
    while len(body) < size:
        body += _more(connection)
    return Message(head, body)


def _more(connection: socket.socket) -> bytes:
    data = connection.recv(PIECE_BYTES)
    if not data:
        raise ConnectionAbortedError
    return data


def _shut(each: socket.socket) -> None:
    with contextlib.suppress(OSError):  # through the plain class: TLS would wait for the other side
        socket.socket.shutdown(each, socket.SHUT_RDWR)
    if sys.platform == "win32":  # where that alone does not wake who waits for the other side
        socket.socket.close(each)


def _nothing() -> None:
    return
