"""Why: a frozen bare window is what a frozen Qpost is measured against; this is its whole program."""

import sys

from PySide6.QtWidgets import QApplication

from benchmarks._floor import bare_window

TITLE = "Bare window"


def main() -> int:
    """Show the window until it is closed."""
    application = QApplication(sys.argv[:1])
    window = bare_window()
    window.setWindowTitle(TITLE)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
