"""Why: every object of the desktop is built here once and handed down."""

from __future__ import annotations

import logging
import os
import random
import threading
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from qpost.models.call import Call, Verb
from qpost.models.errors import QpostError
from qpost.models.links import Link, parse_link
from qpost.models.settings import Connection, Settings
from qpost.models.settings import Theme as ThemeChoice
from qpost.paths import Paths
from qpost.services.autostart import Autostart
from qpost.services.publisher import Publisher
from qpost.store.settings import SettingsFile
from qpost.ui.assets import Assets
from qpost.ui.dates import utc_now
from qpost.ui.entrance import Entrance
from qpost.ui.event_bridge import EventBridge
from qpost.ui.following_links import FollowingLinks
from qpost.ui.foreground import Foreground
from qpost.ui.i18n import Translations, system_language
from qpost.ui.jobs import Jobs
from qpost.ui.kit import Kit
from qpost.ui.reachability import Reachability
from qpost.ui.session_end import SessionEnd
from qpost.ui.theme import Theme
from qpost.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:  # what comes after the first painted window is imported when it is needed
    from qpost.api.backend import Backend
    from qpost.services.session import SessionService
    from qpost.services.updates import Updates
    from qpost.services.workspace import Workspace
    from qpost.store.credentials import Credentials
    from qpost.ui.opening import OpeningWindow
    from qpost.ui.tray.tray import Tray

    MakeUpdates = Callable[[SettingsFile, Paths, Publisher], Updates]

_TRAY_AFTER_MS = 1_000
_NETWORK_WATCH_MS = 3_000
_SYSTEM_ENTRIES_MS = 5_000
_UPDATES_MS = 5_000
_CLOSE_LIMIT_S = 8.0

_log = logging.getLogger(__name__)


class Options(Struct, frozen=True):
    """What the command line asks for; ``language`` and ``theme`` go before what was saved."""

    data: Path | None = None
    demo: bool = False
    language: str = ""
    theme: ThemeChoice | None = None
    tour: Path | None = None
    minimised: bool = False


class Application(QObject):
    """The running desktop: the objects all windows share, from the start to the end.

    ``opening`` is the outline that is on the screen already, when there is one.
    """

    def __init__(
        self,
        qt: QApplication,
        options: Options,
        *,
        opening: OpeningWindow | None = None,
        credentials: Credentials | None = None,
        make_updates: MakeUpdates | None = None,
    ) -> None:
        super().__init__()
        self._qt = qt
        self._make_updates = make_updates or _updates_of
        self.updates: Updates | None = None
        self._looks_for_updates = False
        self._options = options
        self.paths = Paths.under(options.data) if options.data else Paths.for_user()
        self.settings = SettingsFile(self.paths.config / "settings.json")
        self.publisher = Publisher()
        saved = self.settings.load()
        self.kit = self._build_kit(saved)
        self._credentials = credentials
        self._is_silent = options.minimised and saved.start_minimised
        self.front = Foreground(self, geometry=saved.window, window=opening)
        self.tray: Tray | None = None
        self.entrance = Entrance(self.front, self.kit, saved=saved, sessions=lambda: self.sessions)
        self.entrance.left.connect(qt.quit)
        self._links = FollowingLinks(self.front, self.kit.jobs)
        self.session_end = SessionEnd(qt, self.front, keeps_texts=partial(self.entrance.may_end, qt.quit))
        self.session_end.asked.connect(partial(self._hold_updates_back, True))
        self.session_end.called_off.connect(partial(self._hold_updates_back, False))
        self._is_closed = False
        self.network = Reachability(self)
        self.network.came_back.connect(self._on_network_back)
        self.kit.jobs.unhandled.connect(self.tell)
        self.kit.jobs.bug_found.connect(self.tell)

    @property
    def window(self) -> QWidget | None:
        """The window on show."""
        return self.front.window

    @property
    def notice(self) -> NoticeBar | None:
        """The news above that window."""
        return self.front.notice

    @property
    def workspace(self) -> Workspace | None:
        """The account that is signed in."""
        return self.entrance.workspace

    @cached_property
    def sessions(self) -> SessionService:
        """The one door to accounts."""
        from qpost.services.session import SessionService
        from qpost.store.credentials import Credentials

        return SessionService(
            settings=self.settings,
            credentials=self._credentials or Credentials(),
            publisher=self.publisher,
            paths=self.paths,
            connect=self.backend_of,
            now=utc_now,
        )

    def start(self, *, hidden: bool = False) -> None:
        """Show the first window; what it does not need comes after it.

        ``hidden`` opens the last shop without any window on the screen, until :meth:`show`.
        """
        if hidden or self._is_silent:
            self.front.hide()
        self.entrance.open(is_demo=self._options.demo)
        QTimer.singleShot(0, self, self._set_icon)
        QTimer.singleShot(_TRAY_AFTER_MS, self, self._load_tray)
        QTimer.singleShot(_NETWORK_WATCH_MS, self, self.network.watch)
        if self._options.data is None and not self._options.demo:  # nobody else's start or links are touched
            QTimer.singleShot(_SYSTEM_ENTRIES_MS, self, self._correct_entries)
        QTimer.singleShot(_UPDATES_MS, self, self.look_for_updates)

    def show(self) -> None:
        """Bring the window to the front."""
        self.front.raise_window()

    def open(self, link: Link) -> None:
        """Bring the window to the front and go where ``link`` leads, as soon as a shop is open."""
        self.front.raise_window()
        self._links.follow(link)

    def leave(self) -> None:
        """End the program, once nothing typed is lost by it or the seller lets it go."""
        self.entrance.quit(self._qt.quit)

    def answer(self, call: Call) -> None:
        """Do what a later start asks for."""
        _log.info("a later start asks: %s", call.verb)
        if call.activation:
            os.environ["XDG_ACTIVATION_TOKEN"] = call.activation  # Qt shows it to the desktop
        link = parse_link(call.link)
        match call.verb:
            case Verb.SHOW:
                self.show()
            case Verb.OPEN if link is not None:
                self.open(link)
            case Verb.QUIT:
                self.entrance.quit(self._make_room)

    def look_for_updates(self) -> None:
        """Begin to look for new versions, where there is a place and a key for them; once is enough."""
        if self._looks_for_updates:
            return
        self._looks_for_updates = True
        self.kit.jobs.run(
            partial(self._make_updates, self.settings, self.paths, self.publisher),
            owner=self,
            done=self._on_updates_made,
        )

    def tell(self, error: Exception) -> None:
        """Say quietly at the top of the window what went wrong; the work goes on."""
        self.front.tell(error)

    def close(self) -> None:
        """Hide the window, then stop everything; takes a bounded time, whatever the network does."""
        if self._is_closed:
            return
        self._is_closed = True
        if self.tray is not None:
            self.tray.close()
        for shown in self._qt.topLevelWidgets():
            shown.hide()
        self.front.close()
        self.kit.bridge.close()
        self.kit.jobs.close()
        closing = threading.Thread(
            target=_close_services,
            args=(self.kit.jobs, self.entrance.release(), self.sessions, self.updates),
            daemon=True,
            name="closing",
        )
        closing.start()
        closing.join(_CLOSE_LIMIT_S)
        if closing.is_alive():
            _log.warning("not everything could be closed in time")
        elif self.updates is not None:
            self.updates.install()  # a reply on its way is settled by now

    def backend_of(self, connection: Connection) -> Backend:
        """Return a connection to the service ``connection`` names."""
        from qpost.api.connecting import backend_of  # brings the network library: not before it is needed

        return backend_of(connection, now=utc_now, language=self.kit.translations.language)

    def _build_kit(self, saved: Settings) -> Kit:
        language = self._options.language or saved.language or system_language()
        assets = Assets()
        translations = Translations(self._qt)
        translations.choose(language)
        theme = self._options.theme or saved.theme
        return Kit(
            jobs=Jobs(self),
            bridge=EventBridge(self.publisher, self),
            theme=Theme(self._qt, assets, choice=theme, language=language),
            assets=assets,
            translations=translations,
            settings=self.settings,
            autostart=Autostart(),
            data_folder=self.paths.data,
            updates=lambda: self.updates,
        )

    def _correct_entries(self) -> None:
        self.kit.jobs.run(partial(_correct_entries, self.kit.autostart), owner=self)

    def _set_icon(self) -> None:
        QGuiApplication.setWindowIcon(QIcon(str(self.kit.assets.path("qpost"))))

    def _on_updates_made(self, updates: Updates) -> None:
        self.updates = updates
        updates.start()

    def _make_room(self) -> None:
        """End the program for whoever asked it to, which is a setup as a rule: one is enough."""
        self._hold_updates_back(True)
        self._qt.quit()

    def _hold_updates_back(self, is_held_back: bool) -> None:
        if self.updates is not None:
            self.updates.hold_back(is_held_back)

    def _load_tray(self) -> None:
        self.kit.jobs.run(_import_tray, owner=self, done=lambda _: self._open_tray())

    def _open_tray(self) -> None:
        from qpost.ui.tray.tray import Tray

        self.tray = Tray(
            self.front,
            self.kit,
            workspace=lambda: self.workspace,
            follow=self.open,
            leave=self.leave,
        )

    def _on_network_back(self) -> None:
        if self.workspace is not None:
            self.workspace.look_again()


def _import_tray() -> None:
    from qpost.ui.tray import tray  # noqa: F401 - imported for later, while the first window is in use


def _correct_entries(autostart: Autostart | None) -> None:
    """Tell the system where this program is now; a system that does not want to know does no harm."""
    from qpost.services.link_handler import LinkHandler

    steps = (*((autostart.repair,) if autostart is not None else ()), LinkHandler().register)
    for step in steps:
        try:
            step()
        except QpostError as error:
            _log.warning("the system did not take our entry: %s (%s)", error.code, error.detail)


def _updates_of(settings: SettingsFile, paths: Paths, publisher: Publisher) -> Updates:
    from qpost.services.setup import setup_of_this_system
    from qpost.services.updates import Updates

    return Updates(
        settings=settings,
        folder=paths.cache / "updates",
        publisher=publisher,
        now=utc_now,
        chance=random.random,
        setup=setup_of_this_system(),
    )


def _close_services(
    jobs: Jobs, workspace: Workspace | None, sessions: SessionService, updates: Updates | None
) -> None:
    if updates is not None:
        updates.stop()
    jobs.finish_writes()
    steps: Sequence[Callable[[], None]] = (
        *((workspace.close,) if workspace is not None else ()),
        sessions.close,
    )
    for step in steps:
        try:
            step()
        except QpostError as error:
            _log.warning("closing went wrong: %s", error.code)
