"""Why: one process, from its start to its first paint and its filled list, timed from inside.

Run as ``python -m benchmarks._first_paint floor`` or ``... qpost DIR``. Prints one JSON object with
the Unix times in seconds: ``painted``, and for qpost ``filled``.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QSplitter, QTableWidget, QWidget

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
    window = QMainWindow()
    splitter = QSplitter()
    splitter.addWidget(QTableWidget(20, 3))
    splitter.addWidget(QPlainTextEdit())
    window.setCentralWidget(splitter)
    window.resize(1360, 860)
    window.show()
    look = QTimer(interval=_LOOK_EVERY_MS)
    look.timeout.connect(lambda: application.quit() if clock.times else None)
    look.start()
    application.exec()
    return clock.times


def _qpost(folder: Path) -> dict[str, float]:
    from qpost import __main__ as program
    from qpost import app

    clock = _Clock()
    start = app.Application.start
    keep: list[QTimer] = []

    def timed_start(application: app.Application) -> None:
        def look() -> None:
            model = getattr(
                getattr(getattr(application.window, "inquiries", None), "list", None), "model", None
            )
            if (
                model is not None
                and model.rowCount()
                and model.row_at(0) is not None
                and "painted" in clock.times
            ):
                clock.times.setdefault("filled", time.time())
                QApplication.exit()

        timer = QTimer(interval=_LOOK_EVERY_MS)
        timer.timeout.connect(look)
        timer.start()
        keep.append(timer)
        QTimer.singleShot(_GIVE_UP_MS, QApplication.quit)
        start(application)

    app.Application.start = timed_start  # type: ignore[method-assign]
    make = app.Application.__init__

    def watched_make(application: app.Application, qt: QApplication, *rest: object, **named: object) -> None:
        qt.installEventFilter(clock)
        make(application, qt, *rest, **named)  # type: ignore[arg-type]

    app.Application.__init__ = watched_make  # type: ignore[method-assign]
    program.run(["--data", str(folder)])
    return clock.times


if __name__ == "__main__":
    found = _floor() if sys.argv[1] == "floor" else _qpost(Path(sys.argv[2]))
    print(json.dumps(found))
