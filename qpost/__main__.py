"""Why: ``python -m qpost`` and the program's own start file begin here."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qpost import __version__

if TYPE_CHECKING:
    from qpost.app import Application

_SWITCH_INTERVAL_S = 0.001
_LANGUAGES = ("ja", "zh_CN", "ko", "en")
_THEMES = ("system", "light", "dark")


def main() -> int:
    """Run the desktop and return its exit code; a worker stuck in the network does not hold it."""
    code = run()
    if any(not thread.daemon for thread in threading.enumerate() if thread is not threading.main_thread()):
        logging.shutdown()
        os._exit(code)
    return code


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the desktop until it is left and everything is closed."""
    asked = _parser().parse_args(arguments)
    from PySide6.QtCore import QTimer

    from qpost.ui.plain_imports import import_plainly

    import_plainly()  # before the many that follow
    from PySide6.QtWidgets import QApplication

    from qpost.app import Application, Options
    from qpost.logs import setup_logging
    from qpost.models.settings import Theme
    from qpost.ui.collector import Collector
    from qpost.ui.faults import FaultCatcher

    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Qpost")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("qpost")
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: QTimer.singleShot(0, qt.quit))  # may come before the loop runs
    data = asked.data
    if data is None and asked.tour is not None:
        data = Path(tempfile.mkdtemp(prefix="qpost-"))  # never the seller's own files
    options = Options(
        data=data,
        demo=asked.demo,
        language=asked.language or "",
        theme=Theme(asked.theme) if asked.theme else None,
        tour=asked.tour,
        minimised=asked.minimised,
    )
    application = Application(qt, options)
    setup_logging(application.paths.logs)
    faults = FaultCatcher()
    faults.caught.connect(application.tell)
    faults.install()
    collector = Collector()
    collector.start()
    if options.tour is not None:
        code = _run_tour(application, options.tour)
    else:
        application.start()
        code = qt.exec()
    application.close()
    collector.stop()
    faults.uninstall()
    return code


def _run_tour(application: Application, folder: Path) -> int:
    from qpost.ui.tour.walk import run_tour  # pictures and checks: only who asks for them pays

    return run_tour(application, folder)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="qpost", description="Qpost, the desktop for sellers on Qoo10 Japan"
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep all files below DIR")
    parser.add_argument("--demo", action="store_true", help="open the demo shop")
    parser.add_argument("--language", choices=_LANGUAGES, help="language of the interface")
    parser.add_argument("--theme", choices=_THEMES, help="colours of the interface")
    parser.add_argument(
        "--tour", type=Path, metavar="DIR", help="walk through the program, pictures into DIR"
    )
    parser.add_argument("--minimised", action="store_true", help="start as an icon")
    parser.add_argument("--version", action="version", version=f"Qpost {__version__}")
    return parser


if __name__ == "__main__":
    sys.exit(main())
