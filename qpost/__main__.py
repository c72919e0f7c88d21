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
from qpost.models.links import parse_link
from qpost.paths import Paths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from qpost.app import Application
    from qpost.ui.first_instance.claim import FirstInstance
    from qpost.ui.opening import OpeningWindow

_SWITCH_INTERVAL_S = 0.001
_LISTEN_AFTER_MS = 1_000
"""The first list does not wait for Qt's network part; another start in between tries until it is there."""
_FAILED, _ASKS_FIRST = 1, 2
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
    """Run the desktop until all is closed, or have the one that runs do what is asked."""
    asked = _parser().parse_args(arguments)
    if asked.selftest is not None:
        from qpost.selftest import run_selftest

        return run_selftest(asked.selftest or None, url=asked.selftest_url)
    if asked.data is None and asked.tour is not None:
        asked.data = Path(tempfile.mkdtemp(prefix="qpost-"))  # never the seller's own files
    paths = Paths.under(asked.data) if asked.data else Paths.for_user()
    if asked.quit:
        return _end_running(paths)
    if asked.forget_secrets:
        return _forget_secrets(paths)
    from PySide6.QtCore import QTimer

    from qpost.ui.plain_imports import import_plainly

    import_plainly()  # before the many that follow
    from PySide6.QtWidgets import QApplication

    from qpost.ui.app_id import take_app_id
    from qpost.ui.first_instance.claim import FirstInstance

    take_app_id()
    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Qpost")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("qpost")
    first = FirstInstance(paths.data)
    code = _hand_over(first, asked, paths)
    if code is not None:
        return code
    opening = _outline(asked, paths)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: QTimer.singleShot(0, qt.quit))  # may come before the loop runs
    return _run_first(qt, first, asked, opening)


def _hand_over(first: FirstInstance, asked: argparse.Namespace, paths: Paths) -> int | None:
    """Return the exit code of a start that another instance took over; None for the first instance."""
    from qpost.models.call import Call, Verb
    from qpost.ui.first_instance.claim import Claim, call_of

    link = parse_link(asked.link) if asked.link else None
    call = Call(Verb.GREET) if asked.tour else call_of(link, is_silent=asked.minimised)
    while (outcome := first.claim(call)) is Claim.NO_ANSWER:
        if not _is_tried_again(asked, paths):
            return _FAILED
    if outcome is Claim.FIRST:
        return None
    if asked.tour:
        print(f"Another Qpost works on the files below {paths.data}", file=sys.stderr)
        return _FAILED
    return 0


def _is_tried_again(asked: argparse.Namespace, paths: Paths) -> bool:
    """Say that the first instance gives no answer; nobody may be there to press a button."""
    from PySide6.QtWidgets import QApplication

    from qpost.store.settings import SettingsFile
    from qpost.ui.i18n import Translations, system_language
    from qpost.ui.not_answering import NotAnswering, not_answering_words

    saved = SettingsFile(paths.config / "settings.json").load()
    qt = QApplication.instance()
    if isinstance(qt, QApplication):
        Translations(qt).choose(asked.language or saved.language or system_language())
    print(not_answering_words(), file=sys.stderr)
    return not asked.minimised and not asked.tour and NotAnswering().ask()


def _end_running(paths: Paths) -> int:
    from qpost.ui.first_instance.claim import Claim, FirstInstance

    outcome = FirstInstance(paths.data).end()
    if outcome is Claim.FIRST:
        return 0
    if outcome is Claim.DONE:
        print("Qpost is still running: it asks its user something first", file=sys.stderr)
        return _ASKS_FIRST
    print("Qpost is still running, and does not answer", file=sys.stderr)
    return _FAILED


def _outline(asked: argparse.Namespace, paths: Paths) -> OpeningWindow | None:
    """Put the main window's outline on the screen before the rest is imported; None when none is wanted."""
    from qpost.models.settings import Theme
    from qpost.store.settings import SettingsFile
    from qpost.ui.opening import is_resumed, show_outline

    saved = SettingsFile(paths.config / "settings.json").load()
    if asked.demo or (asked.minimised and saved.start_minimised) or not is_resumed(saved):
        return None
    return show_outline(saved, theme=Theme(asked.theme) if asked.theme else None)


def _run_first(
    qt: QApplication, first: FirstInstance, asked: argparse.Namespace, opening: OpeningWindow | None
) -> int:
    from PySide6.QtCore import QTimer

    from qpost.app import Application, Options
    from qpost.logs import setup_logging
    from qpost.models.settings import Theme
    from qpost.ui.collector import Collector
    from qpost.ui.faults import FaultCatcher

    options = Options(
        data=asked.data,
        demo=asked.demo,
        language=asked.language or "",
        theme=Theme(asked.theme) if asked.theme else None,
        tour=asked.tour,
        minimised=asked.minimised,
    )
    application = Application(qt, options, opening=opening)
    setup_logging(application.paths.logs)
    faults = FaultCatcher()
    faults.caught.connect(application.tell)
    faults.install()
    collector = Collector()
    collector.start()
    first.asked.connect(application.answer)
    QTimer.singleShot(_LISTEN_AFTER_MS, first, first.listen)
    if options.tour is not None:
        code = _run_tour(application, options.tour, asked.tour_service)
    else:
        application.start()
        link = parse_link(asked.link) if asked.link else None
        if link is not None:
            application.open(link)
        code = qt.exec()
    first.close()
    application.close()
    collector.stop()
    faults.uninstall()
    return code


def _run_tour(application: Application, folder: Path, keeper: str | None) -> int:
    from qpost.ui.tour.walk import run_tour  # pictures and checks: only who asks for them pays

    return run_tour(application, folder, keeper=keeper)


def _forget_secrets(paths: Paths) -> int:
    from qpost.models.errors import KeyringFault
    from qpost.services.session import forget_saved
    from qpost.store.credentials import Credentials
    from qpost.store.settings import SettingsFile

    try:
        forget_saved(SettingsFile(paths.config / "settings.json"), Credentials())
    except KeyringFault:
        return _FAILED
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="qpost", description="Qpost, the desktop for sellers on Qoo10 Japan"
    )
    parser.add_argument("link", nargs="?", metavar="LINK", help="open what this qpost:// link leads to")
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep all files below DIR")
    parser.add_argument("--demo", action="store_true", help="open the demo shop")
    parser.add_argument("--language", choices=_LANGUAGES, help="language of the interface")
    parser.add_argument("--theme", choices=_THEMES, help="colours of the interface")
    parser.add_argument(
        "--tour", type=Path, metavar="DIR", help="walk through the program, pictures into DIR"
    )
    parser.add_argument(
        "--tour-service",
        metavar="URL",
        help="who starts and stops the tour's service, when it is not the tour",
    )
    parser.add_argument("--minimised", action="store_true", help="start as an icon")
    parser.add_argument("--quit", action="store_true", help="end the Qpost that runs, and wait until it did")
    parser.add_argument(
        "--selftest",
        nargs="?",
        const="",
        metavar="FILE",
        help="prove that everything needed came along, as JSON into FILE and to the standard output",
    )
    parser.add_argument("--selftest-url", metavar="URL", help="an https:// address to reach in the self-test")
    parser.add_argument(
        "--forget-secrets",
        action="store_true",
        help="remove the saved sign-in from the keyring (uninstaller)",
    )
    parser.add_argument("--version", action="version", version=f"Qpost {__version__}")
    return parser


if __name__ == "__main__":
    sys.exit(main())
