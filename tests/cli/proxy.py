"""Why: a TCP proxy that strikes at an exact point of one request, before, within or after it."""

import contextlib
import socket
import threading
from collections.abc import Callable
from enum import Enum
from functools import partial


class Point(Enum):
    """Where it strikes: the request is not passed on, passed on in half, or its answer is kept back."""

    BEFORE = "before"
    WITHIN = "within"
    AFTER = "after"


class StrikingProxy:
    """Passes everything on until it is armed; ``has_struck`` is set once it struck."""

    def __init__(self, target_port: int) -> None:
        self._target_port = target_port
        self._words = b""
        self._point = Point.BEFORE
        self._strike: Callable[[], None] = _nothing
        self.has_struck = threading.Event()
        self.has_struck.set()
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._sockets: list[socket.socket] = [self._listener]
        self._threads: list[threading.Thread] = []
        self._begin(self._accept)

    @property
    def url(self) -> str:
        """Where a client reaches the service through this proxy."""
        return f"http://127.0.0.1:{self.port}"

    def arm(self, words: bytes, point: Point, strike: Callable[[], None] | None = None) -> None:
        """Call ``strike`` and cut at the next request whose first line has all ``words``."""
        self._words, self._point, self._strike = words, point, strike or _nothing
        self.has_struck.clear()

    def close(self) -> None:
        """Cut everything and end the threads."""
        with self._lock:
            sockets = tuple(self._sockets)
        for one in sockets:
            _cut(one)
        for thread in tuple(self._threads):
            thread.join(10)

    def _begin(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self._target_port))
            with self._lock:
                self._sockets += (client, server)
            is_struck = threading.Event()
            self._begin(partial(self._requests, client, server, is_struck))
            self._begin(partial(self._answers, client, server, is_struck))

    def _requests(self, client: socket.socket, server: socket.socket, is_struck: threading.Event) -> None:
        try:
            while data := client.recv(65536):
                if self._is_aimed_at(data):
                    if self._point is Point.AFTER:
                        is_struck.set()
                    else:
                        if self._point is Point.WITHIN:
                            server.sendall(data[: len(data) // 2])
                        self._hit()
                        break
                server.sendall(data)
        except OSError:
            pass
        finally:
            if not is_struck.is_set():
                _cut(client)
                _cut(server)

    def _answers(self, client: socket.socket, server: socket.socket, is_struck: threading.Event) -> None:
        try:
            while data := server.recv(65536):
                if is_struck.is_set():
                    self._hit()
                    break
                client.sendall(data)
        except OSError:
            pass
        finally:
            _cut(client)
            _cut(server)

    def _is_aimed_at(self, data: bytes) -> bool:
        first_line = data.partition(b"\r\n")[0]
        return not self.has_struck.is_set() and all(word in first_line for word in self._words.split())

    def _hit(self) -> None:
        self.has_struck.set()
        self._strike()


def _cut(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()


def _nothing() -> None:
    return
