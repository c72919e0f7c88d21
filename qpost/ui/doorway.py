"""Why: a worker must not hold a Qt object; whoever lets go of it last destroys it, on its own thread."""

import threading
from collections.abc import Callable


class Doorway:
    """Lets workers emit a signal until it is closed; from then on they hold and emit nothing."""

    def __init__(self, emit: Callable[..., object]) -> None:
        self._lock = threading.RLock()
        self._emit: Callable[..., object] | None = emit

    def send(self, *parts: object) -> None:
        """Emit the signal with ``parts``; nothing once closed. For any thread."""
        with self._lock:
            if self._emit is not None:
                self._emit(*parts)

    def close(self) -> None:
        """Let go of the signal; no worker is emitting it any more when this returns."""
        with self._lock:
            self._emit = None
