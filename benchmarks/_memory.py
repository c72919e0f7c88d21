"""Why: memory is compared between two processes at rest, the list's and that of a bare Qt window.

Run as ``python -m benchmarks._memory floor`` or ``... list FILE``. Prints the proportional set size in KiB.
"""

import gc
import subprocess
import sys
import time
from pathlib import Path

_REST_S = 1.5


def idle_memory_kib(store: Path) -> tuple[int, int]:
    """Return the memory of a bare window and of the list on ``store``; (1, 0) where that is not told."""
    if not Path("/proc/self/smaps_rollup").exists():
        return 1, 0
    found = []
    for words in (("floor",), ("list", str(store))):
        command = [sys.executable, "-m", "benchmarks._memory", *words]
        answer = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
        found.append(int(answer.stdout.split()[-1]))
    return found[0], found[1]


def _own_kib() -> int:
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


def _rest() -> None:
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + _REST_S
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)
    gc.collect()


def main(words: list[str]) -> None:
    """Open the window, rest, print."""
    if words[0] == "floor":
        from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QSplitter, QTableWidget

        application = QApplication([])
        window = QMainWindow()
        splitter = QSplitter()
        splitter.addWidget(QTableWidget(20, 3))
        splitter.addWidget(QPlainTextEdit())
        window.setCentralWidget(splitter)
        window.resize(1360, 860)
        window.show()
        _rest()
        print(_own_kib())
        application.quit()
        return
    from benchmarks._window import window_on

    with window_on(Path(words[1])):
        _rest()
        print(_own_kib())


if __name__ == "__main__":
    main(sys.argv[1:])
