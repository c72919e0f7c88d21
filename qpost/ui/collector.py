"""Why: a collection on a worker thread may destroy Qt objects there and crash; so it runs here only."""

import gc

from PySide6.QtCore import QObject, QTimer

_YOUNG_INTERVAL_MS = 1_000
_FULL_EVERY = 60


class Collector(QObject):
    """Collects garbage on the interface thread; automatic collection is switched off meanwhile."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._round = 0
        self._timer = QTimer(self, interval=_YOUNG_INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        """Take over from the interpreter."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give collection back to the interpreter."""
        self._timer.stop()
        gc.enable()

    def _on_timeout(self) -> None:
        self._round += 1
        gc.collect(2 if self._round % _FULL_EVERY == 0 else 1)
