"""Why: only shutting a socket down wakes a thread that waits for it; closing the client does not."""

import contextlib
import socket
import threading
from typing import Protocol
from weakref import WeakSet


class _Stream(Protocol):
    def get_extra_info(self, info: str) -> object: ...


class OpenSockets:
    """The sockets of all connections that may be open, thread-safe; a finished one drops out by itself."""

    def __init__(self) -> None:
        self._sockets: WeakSet[socket.socket] = WeakSet()
        self._lock = threading.Lock()
        self._is_cut = False

    def trace(self, name: str, info: dict[str, _Stream]) -> None:
        """Note a new connection (the ``trace`` request extension of the network library)."""
        if not name.endswith(("connect_tcp.complete", "start_tls.complete")):
            return
        found = info["return_value"].get_extra_info("socket")
        if isinstance(found, socket.socket):
            with self._lock:
                self._sockets.add(found)
                is_cut = self._is_cut
            if is_cut:
                _shut_down(found)

    def cut(self) -> None:
        """Shut everything down, now and whatever is opened afterwards."""
        with self._lock:
            self._is_cut = True
            found = list(self._sockets)
        for each in found:
            _shut_down(each)


def _shut_down(each: socket.socket) -> None:
    # Through the plain class: the TLS subclass would drop its state under the reading thread.
    with contextlib.suppress(OSError):
        socket.socket.shutdown(each, socket.SHUT_RDWR)
