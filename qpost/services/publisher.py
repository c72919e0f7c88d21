"""Why: services tell what changed without knowing who listens."""

import logging
import threading
from collections.abc import Callable

from qpost.models.events import Event

Listener = Callable[[Event], None]

_log = logging.getLogger(__name__)


class Publisher:
    """Hands every event to every listener, on the thread that publishes it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: dict[object, Listener] = {}

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` for every event from now on; the returned function ends that."""
        ticket = object()
        with self._lock:
            self._listeners[ticket] = listener

        def unsubscribe() -> None:
            with self._lock:
                self._listeners.pop(ticket, None)

        return unsubscribe

    def publish(self, event: Event) -> None:
        """Hand ``event`` to every listener; one that fails is logged and hurts nobody else."""
        with self._lock:
            listeners = tuple(self._listeners.values())
        for listener in listeners:
            try:
                listener(event)
            except Exception:  # a bug in one listener must not stop a delivery or hide it from the others
                _log.exception("a listener failed on %s", type(event).__name__)
