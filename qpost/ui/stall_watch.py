"""Why: an interface that stops answering is a fault, so how long it ever did is measured."""

from time import perf_counter

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, QTimer

_TICK_MS = 5
REPORTED_OVER_MS = 50.0


class Stall(Struct, frozen=True):
    """The event loop did not turn for ``ms`` milliseconds while ``during`` was under way."""

    ms: float
    during: str


class StallWatch(QObject):
    """A fast timer that notices when it is late."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.during = ""
        self.longest = Stall(0.0, "")
        self.reported: list[Stall] = []
        self._last = 0.0
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        """Measure from now on; what came before does not count."""
        self._last = perf_counter()
        self._timer.start()

    def pause(self) -> None:
        """Do not measure what the measuring program does itself."""
        self._on_tick()
        self._timer.stop()

    def _on_tick(self) -> None:
        now = perf_counter()
        late = (now - self._last) * 1000 - _TICK_MS
        self._last = now
        if not self._timer.isActive():
            return
        stall = Stall(round(max(0.0, late), 1), self.during)
        if stall.ms > self.longest.ms:
            self.longest = stall
        if stall.ms > REPORTED_OVER_MS:
            self.reported.append(stall)
