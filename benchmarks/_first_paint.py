"""Why: one process, from its start to its first paint and its filled list, timed from inside.

Run as ``python -m benchmarks._first_paint floor`` or ``... qpost DIR``. Prints one JSON object with
the Unix times in seconds: ``painted``, and for qpost ``filled``.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks._floor import bare_window

_GIVE_UP_MS = 30_000
_LOOK_EVERY_MS = 1


class _Clock(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.times: dict[str, float] = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and "painted" not in self.times:
            QTimer.singleShot(0, self._on_painted)
        return False

    def _on_painted(self) -> None:
        self.times.setdefault("painted", time.time())


def _floor() -> dict[str, float]:
    application = QApplication([])
    clock = _Clock()
    application.installEventFilter(clock)
    window = bare_window()
    look = QTimer(interval=_LOOK_EVERY_MS)
    look.timeout.connect(lambda: application.quit() if clock.times else None)
    look.start()
    application.exec()
    window.close()
    return clock.times


def _qpost(folder: Path) -> dict[str, float]:
    from qpost import __main__ as program
    from qpost import app

    clock = _Clock()

    class Timed(app.Application):
        """The application, watched from before its first window."""

        def __init__(self, qt: QApplication, options: app.Options) -> None:
            qt.installEventFilter(clock)
            super().__init__(qt, options)
            self._look = QTimer(interval=_LOOK_EVERY_MS)
            self._look.timeout.connect(self._on_look)

        def start(self) -> None:
            self._look.start()
            QTimer.singleShot(_GIVE_UP_MS, QApplication.quit)
            super().start()

        def _on_look(self) -> None:
            from qpost.ui.shell import Shell

            if "painted" not in clock.times or not isinstance(self.window, Shell):
                return
            if self.window.inquiries.list.model.row_at(0) is not None:
                clock.times.setdefault("filled", time.time())
                QApplication.exit()

    vars(app)["Application"] = Timed
    program.run(["--data", str(folder)])
    return clock.times


if __name__ == "__main__":
    found = _floor() if sys.argv[1] == "floor" else _qpost(Path(sys.argv[2]))
    print(json.dumps(found))
