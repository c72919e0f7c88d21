"""Why: one process, from its start to its first paint and its filled list, timed from inside.

Run as ``python -m benchmarks._first_paint floor`` or ``... qpost DIR``. Prints one JSON object with
the Unix times in seconds: ``painted``, and for qpost ``filled``.
"""

import json
import sys
import time
from functools import partial
from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks._floor import bare_window
from qpost.ui.plain_imports import import_plainly

_GIVE_UP_MS = 30_000
_LOOK_EVERY_MS = 5


class _Clock(QObject):
    def __init__(self, application: QApplication, times: dict[str, float]) -> None:
        super().__init__(application)
        self._application = application
        self.times = times
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and "painted" not in self.times:
            QTimer.singleShot(0, self._on_painted)
        return False

    def _on_painted(self) -> None:
        """Note the time, and look at no further event: every one of them would wait for Python."""
        self.times.setdefault("painted", time.time())
        self._application.removeEventFilter(self)


def _floor() -> dict[str, float]:
    application = QApplication([])
    times: dict[str, float] = {}
    _Clock(application, times)
    window = bare_window()
    look = QTimer(interval=_LOOK_EVERY_MS)
    look.timeout.connect(lambda: application.quit() if times else None)
    look.start()
    application.exec()
    window.close()
    return times


def _qpost(folder: Path) -> dict[str, float]:
    # httpx imports click and rich for its command line where they are; only developers have them
    vars(sys)["modules"]["httpx._main"] = None
    import_plainly()  # as the program does before it imports what is imported here
    from qpost import __main__ as program

    times: dict[str, float] = {}

    def watched(words: list[str]) -> QApplication:
        """Make the program's application; no subclass of it: every event would wait for Python."""
        vars(QtWidgets)["QApplication"] = QApplication
        application = QApplication(words)
        _Clock(application, times)
        QTimer.singleShot(_GIVE_UP_MS, application.quit)
        look = QTimer(application, interval=_LOOK_EVERY_MS)
        look.timeout.connect(partial(_look_for_list, application, times))
        look.start()
        return application

    vars(QtWidgets)["QApplication"] = watched
    program.run(["--data", str(folder)])
    return times


def _look_for_list(application: QApplication, times: dict[str, float]) -> None:
    for window in application.topLevelWidgets() if "painted" in times else ():
        inquiries = getattr(window, "inquiries", None)
        if inquiries is not None and inquiries.list.model.row_at(0) is not None:
            times.setdefault("filled", time.time())
            application.exit()


if __name__ == "__main__":
    found = _floor() if sys.argv[1] == "floor" else _qpost(Path(sys.argv[2]))
    print(json.dumps(found))
