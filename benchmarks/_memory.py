"""Why: a window at rest weighs itself, in a process of its own.

Run as ``python -m benchmarks._memory floor`` or ``... list FILE``. Prints the proportional set size in KiB.
"""

import gc
import sys
import time
from pathlib import Path

_REST_S = 1.5


def own_kib() -> int:
    """Return the proportional set size of this process in KiB; 0 where the system does not tell."""
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
        from PySide6.QtWidgets import QApplication

        from benchmarks._floor import bare_window

        application = QApplication([])
        window = bare_window()
        _rest()
        print(own_kib())
        window.close()
        application.quit()
        return
    from benchmarks._window import window_on

    with window_on(Path(words[1])):
        _rest()
        print(own_kib())


if __name__ == "__main__":
    main(sys.argv[1:])
