"""Why: every object of the desktop is built here once, and here it is decided which window shows."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, structs
from PySide6.QtCore import QByteArray, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from qpost.models.errors import QpostError, StoreFault
from qpost.models.settings import Connection, Settings
from qpost.models.settings import Theme as ThemeChoice
from qpost.paths import Paths
from qpost.services.autostart import Autostart
from qpost.services.publisher import Publisher
from qpost.store.settings import SettingsFile
from qpost.ui.assets import Assets
from qpost.ui.choices import remember
from qpost.ui.errors import describe, describe_recovery
from qpost.ui.event_bridge import EventBridge
from qpost.ui.i18n import Translations, system_language
from qpost.ui.jobs import Jobs, Lane
from qpost.ui.kit import Kit
from qpost.ui.opening import OpeningWindow
from qpost.ui.reachability import Reachability
from qpost.ui.theme import Theme
from qpost.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:  # what comes after the first painted window is imported when it is needed
    from qpost.api.backend import Backend
    from qpost.models.account import AccountId, Shop, ShopId
    from qpost.models.events import SignedOut, StoreDamaged, StoreRecovered
    from qpost.models.outbox import Draft
    from qpost.services.session import SessionService, SignIn
    from qpost.services.workspace import Workspace
    from qpost.store.credentials import Credentials
    from qpost.ui.login.window import SignInWindow

_FIRST_SIZE_PX = (1360, 860)
_NETWORK_WATCH_MS = 3_000
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


class _Opened(NamedTuple):
    """A workspace and what is shown of it first."""

    workspace: Workspace
    shops: tuple[Shop, ...]
    last: ShopId | None


class Application(QObject):
    """The running desktop: one window at a time, and the objects all windows share."""

    window_changed = Signal(object)

    def __init__(self, qt: QApplication, options: Options, *, credentials: Credentials | None = None) -> None:
        super().__init__()
        self._qt = qt
        self._options = options
        self.paths = Paths.under(options.data) if options.data else Paths.for_user()
        self.settings = SettingsFile(self.paths.config / "settings.json")
        self.publisher = Publisher()
        saved = self.settings.load()
        self._saved_at_start = saved
        self.kit = self._build_kit(saved)
        self._credentials = credentials
        self.workspace: Workspace | None = None
        self.window: QWidget | None = None
        self.notice: NoticeBar | None = None
        self._carried: tuple[AccountId, tuple[Draft, ...]] | None = None
        self._is_closed = False
        self.network = Reachability(self)
        self.network.came_back.connect(self._on_network_back)
        self._recovered: StoreRecovered | None = None
        self.kit.bridge.signed_out.connect(self._on_signed_out)
        self.kit.bridge.store_damaged.connect(self._on_store_damaged)
        self.kit.bridge.store_recovered.connect(self._on_store_recovered)
        self.kit.jobs.unhandled.connect(self.tell)
        self.kit.jobs.bug_found.connect(self.tell)

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
            now=_now,
        )

    def start(self) -> None:
        """Show the first window: the last shop of a saved sign-in, else the sign-in."""
        saved = self._saved_at_start
        if self._options.demo:
            self.show_sign_in(saved).try_demo()
        elif saved.account_id is not None and saved.sign_in.save_login:
            window = OpeningWindow(self.kit)
            window.shown.connect(self._open_saved)
            self._exchange(window)
        else:
            self.show_sign_in(saved)
        QTimer.singleShot(0, self, self._set_icon)
        QTimer.singleShot(_NETWORK_WATCH_MS, self, self.network.watch)

    def show_sign_in(self, settings: Settings, *, reason: QpostError | None = None) -> SignInWindow:
        """Show the sign-in, filled in from ``settings``, with the ``reason`` it is asked for."""
        from qpost.ui.login.window import SignInWindow

        window = SignInWindow(self.sessions, self.kit, settings=settings)
        window.signed_in.connect(self._on_signed_in)
        if reason is not None:
            window.explain(reason)
        self._exchange(window)
        self._tell_recovered()
        return window

    def tell(self, error: Exception) -> None:
        """Say quietly at the top of the window what went wrong; the work goes on."""
        if self.notice is not None:
            words = describe(error)
            tone = "amber" if isinstance(error, QpostError) else "red"
            self.notice.say(words.whole, tone=tone, details=words.details)

    def _on_network_back(self) -> None:
        if self.workspace is not None:
            self.workspace.look_again()

    def sign_out(self) -> None:
        """End the session and ask for the next one; drafts and what waits to be sent are kept."""
        workspace, self.workspace = self.workspace, None
        if workspace is None:
            return
        self._exchange(OpeningWindow(self.kit, is_leaving=True))
        self.kit.jobs.run(
            self.kit.jobs.after_writes(partial(self.sessions.sign_out, workspace)),
            owner=self,
            done=partial(self._on_left, workspace.account.id, None),
            failed=self._ask_again,
            lane=Lane.NET,
        )

    def close(self) -> None:
        """Hide the window, then stop everything; takes a bounded time, whatever the network does."""
        if self._is_closed:
            return
        self._is_closed = True
        window, self.window, self.notice = self.window, None, None
        for shown in self._qt.topLevelWidgets():
            shown.hide()
        if window is not None:
            window.close()
            window.deleteLater()
        self.kit.bridge.close()
        self.kit.jobs.close()
        workspace, self.workspace = self.workspace, None
        closing = threading.Thread(
            target=_close_services,
            args=(self.kit.jobs, workspace, self.sessions),
            daemon=True,
            name="closing",
        )
        closing.start()
        closing.join(_CLOSE_LIMIT_S)
        if closing.is_alive():
            _log.warning("not everything could be closed in time")

    # -- building

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
        )

    def backend_of(self, connection: Connection) -> Backend:
        """Return a connection to the service ``connection`` names."""
        from qpost.api.rest.client import RestBackend  # brings the network library: not before it is needed

        return RestBackend(connection.address, now=_now, language=self.kit.translations.language)

    def _set_icon(self) -> None:
        QGuiApplication.setWindowIcon(QIcon(str(self.kit.assets.path("qpost"))))

    # -- coming in

    def _open_saved(self) -> None:
        self.kit.jobs.run(_load_pages, owner=self)  # while the keyring and the disk are waited for
        self.kit.jobs.run(
            self._resume, owner=self, done=self._on_resumed, failed=self._on_resume_failed, lane=Lane.NET
        )

    def _resume(self) -> _Opened | None:
        workspace = self.sessions.resume()
        if workspace is None:
            return None
        return _Opened(workspace, workspace.shops(), self._saved_at_start.shop_id)

    def _on_resumed(self, opened: _Opened | None) -> None:
        if opened is None:
            self.show_sign_in(self._saved_at_start)
            return
        if opened.last in {shop.id for shop in opened.shops}:
            opened = opened._replace(shops=tuple(shop for shop in opened.shops if shop.id == opened.last))
        self._enter(opened)

    def _on_resume_failed(self, error: QpostError) -> None:
        self.show_sign_in(self._saved_at_start, reason=error)

    def _on_signed_in(self, answer: SignIn) -> None:
        self._enter(_Opened(answer.workspace, answer.shops, self._saved_at_start.shop_id))
        carried = self._carried
        if carried is not None and carried[0] == answer.workspace.account.id:
            from qpost.services.carry_over import put_texts

            self._carried = None
            self.kit.jobs.run(partial(put_texts, answer.workspace, carried[1]), owner=self, lane=Lane.WRITE)
        for warning in answer.warnings:
            self.tell(warning)

    def _enter(self, opened: _Opened) -> None:
        """Show the one shop there is, or the choice; the network begins once that is painted."""
        self.workspace = opened.workspace
        if len(opened.shops) == 1:
            self._show_shop(opened.shops[0].id)
        else:
            from qpost.ui.login.shops_window import ShopsWindow

            window = ShopsWindow(opened.shops, self.kit, last=opened.last)
            window.shop_chosen.connect(self._show_shop)
            window.sign_out_requested.connect(self.sign_out)
            self._exchange(window)
        QTimer.singleShot(0, self, partial(self._start, opened.workspace))

    def _start(self, workspace: Workspace) -> None:
        if self.workspace is workspace:
            workspace.start()

    def _show_shop(self, shop_id: ShopId) -> None:
        from qpost.ui.shell import Shell  # the pages are not needed for signing in

        if self.workspace is None:
            return
        said = "" if self.notice is None else self.notice.text
        shell = Shell(self.workspace, self.kit)
        shell.sign_out_requested.connect(self.sign_out)
        shell.closed.connect(partial(self._on_shell_closed, shell))
        shell.show_shop(shop_id)
        self._exchange(shell)
        if said and self.notice is not None:
            self.notice.say(said)
        self._tell_recovered()
        self._saved_at_start = structs.replace(self._saved_at_start, shop_id=shop_id)
        remember(self.kit, lambda settings: structs.replace(settings, shop_id=shop_id))

    def _on_store_damaged(self, event: StoreDamaged) -> None:
        self.tell(StoreFault(StoreFault.DAMAGED, file=event.file))

    def _on_store_recovered(self, event: StoreRecovered) -> None:
        self._recovered = event
        if self.workspace is not None:
            self._tell_recovered()

    def _tell_recovered(self) -> None:
        """Say once, where it stays to be read, what became of a damaged store."""
        event, self._recovered = self._recovered, None
        if event is not None and self.notice is not None:
            words = describe_recovery(event)
            tone = "amber" if event.is_complete else "red"
            self.notice.say(words.whole, tone=tone, details=words.details)

    # -- going out

    def _on_shell_closed(self, shell: QWidget) -> None:
        if self.window is shell:
            self._qt.quit()

    def _on_signed_out(self, event: SignedOut) -> None:
        """Ask for the sign-in again, filled in, and say why; what was written stays."""
        window = self.window
        if isinstance(window, QMainWindow):
            from qpost.ui.shell import Shell

            if isinstance(window, Shell):
                window.leave(partial(self._ask_after, event))
                return
        self._ask_after(event)

    def _ask_after(self, event: SignedOut) -> None:
        workspace, self.workspace = self.workspace, None
        if workspace is None:
            return
        self._exchange(OpeningWindow(self.kit, is_leaving=True))
        error = event.error if isinstance(event.error, QpostError) else None
        self.kit.jobs.run(
            partial(_leave, workspace),
            owner=self,
            done=partial(self._on_left, workspace.account.id, error),
            failed=self._ask_again,
            lane=Lane.WRITE,
        )

    def _on_left(self, account: AccountId, error: QpostError | None, drafts: tuple[Draft, ...]) -> None:
        self._carried = (account, drafts) if drafts else self._carried
        self._ask_again(error)

    def _ask_again(self, reason: QpostError | None) -> None:
        self.kit.jobs.run(
            self.settings.load, owner=self, done=lambda settings: self.show_sign_in(settings, reason=reason)
        )

    def _exchange(self, window: QWidget) -> None:
        """Show ``window`` in the very place of the one before."""
        old, self.window = self.window, window
        if old is not None:
            window.setGeometry(old.geometry())
            window.setWindowState(old.windowState())
            window.show()
            if old.isActiveWindow():
                window.activateWindow()
        else:
            window.resize(*_FIRST_SIZE_PX)
            kept = self._saved_at_start.window
            if kept:
                window.restoreGeometry(QByteArray.fromBase64(kept.encode()))
            if self._options.minimised:
                window.showMinimized()
            else:
                window.show()
        self.notice = NoticeBar(window)
        if old is not None:
            old.close()
            old.deleteLater()
        self.window_changed.emit(window)


def _load_pages() -> None:
    from qpost.ui import shell  # noqa: F401 - imported for later


def _now() -> datetime:
    return datetime.now(UTC)


def _leave(workspace: Workspace) -> tuple[Draft, ...]:
    """Close a workspace; return the texts that only its memory holds."""
    from qpost.services.carry_over import take_texts

    workspace.stop()  # what is being sent is settled by then
    drafts = take_texts(workspace)
    workspace.close()
    return drafts


def _close_services(jobs: Jobs, workspace: Workspace | None, sessions: SessionService | None) -> None:
    jobs.finish_writes()
    steps: Sequence[Callable[[], None]] = (
        *((workspace.close,) if workspace is not None else ()),
        *((sessions.close,) if sessions is not None else ()),
    )
    for step in steps:
        try:
            step()
        except QpostError as error:
            _log.warning("closing went wrong: %s", error.code)
