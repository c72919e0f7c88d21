"""Why: windows are driven with the program's own objects, files below the test's folder."""

import gc
import os
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from msgspec import structs
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qpost.app import Application, Options
from qpost.models.settings import Theme as ThemeChoice
from qpost.services import autostart
from qpost.services.autostart import Autostart
from qpost.services.publisher import Publisher
from qpost.store.credentials import Credentials
from qpost.store.settings import SettingsFile
from qpost.ui.assets import Assets
from qpost.ui.event_bridge import EventBridge
from qpost.ui.i18n import Translations
from qpost.ui.jobs import Jobs
from qpost.ui.kit import Kit
from qpost.ui.opening import OpeningWindow
from qpost.ui.theme import Theme
from tests.api.staging import Play, StagedServer
from tests.gui.staging import MemoryRing
from tests.service_fixtures import MakeService, RunningService

MakeApplication = Callable[..., Application]
Stage = Callable[..., StagedServer]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the windowless platform say what it cannot do; it says so on every ``show``."""
    ignore = pytest.mark.qt_log_ignore(
        "This plugin does not support", "Cannot find font directory", extend=True
    )
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(ignore)


@pytest.fixture(scope="session", autouse=True)
def _fonts(qapp: QApplication) -> None:
    """Give a screen in memory, which does not ask Windows for fonts, some that can write Japanese."""
    if os.name == "nt":
        folder = Path(os.environ["WINDIR"]) / "Fonts"
        for name in ("YuGothM.ttc", "meiryo.ttc", "msgothic.ttc", "NotoSansCJK-Regular.ttc"):
            if (folder / name).exists():
                QFontDatabase.addApplicationFont(str(folder / name))


@pytest.fixture(autouse=True)
def _own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config-home"))
    for name in ("RUN_KEY", "APPROVED_KEY"):
        monkeypatch.setattr(autostart, name, rf"Software\Qpost tests\{uuid4()}")  # never the user's own
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    """Leave language, colours and widgets of the one QApplication as they were found."""
    locale = QLocale()
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)  # those belong to the system
    yield
    for child in (*qapp.findChildren(Translations), *qapp.findChildren(Theme)):
        if isinstance(child, Translations):
            child.choose("en")
        child.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QLocale.setDefault(locale)
    QApplication.setQuitOnLastWindowClosed(True)


@pytest.fixture
def kit(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Kit]:
    """A kit in English and light colours; its settings are ``tmp_path/"settings.json"``."""
    assets = Assets()
    jobs = Jobs()
    bridge = EventBridge(Publisher())
    translations = Translations(qapp)
    translations.choose("en")
    yield Kit(
        jobs=jobs,
        bridge=bridge,
        theme=Theme(qapp, assets, choice=ThemeChoice.LIGHT, language="en"),
        assets=assets,
        translations=translations,
        settings=SettingsFile(tmp_path / "settings.json"),
        autostart=Autostart(config_home=tmp_path / "config-home"),
        data_folder=tmp_path,
    )
    qtbot.waitUntil(lambda: jobs.is_idle)
    bridge.close()
    jobs.close()


@pytest.fixture
def ring() -> Iterator[MemoryRing]:
    """The keyring of the application under test."""
    ring = MemoryRing()
    yield ring
    ring.over.set()


@pytest.fixture
def make_application(qapp: QApplication, tmp_path: Path, ring: MemoryRing) -> Iterator[MakeApplication]:
    """A maker of started applications on one data folder; every one is closed at the end."""
    made: list[Application] = []

    def make(*, hidden: bool = False, opening: OpeningWindow | None = None, **options: object) -> Application:
        asked = structs.replace(Options(data=tmp_path / "data", language="en"), **options)
        credentials = Credentials(ring=lambda: ring, limit_s=1.0)
        application = Application(qapp, asked, opening=opening, credentials=credentials)
        made.append(application)
        application.start(hidden=hidden)
        return application

    yield make
    for application in made:
        application.close()
        application.deleteLater()


@pytest.fixture(scope="session")
def gui_service(make_shared_service: MakeService) -> RunningService:
    """A service the sign-in tests share; nothing of it is changed."""
    return make_shared_service(inquiries=40)


@pytest.fixture
def stage() -> Iterator[Stage]:
    """Start servers that answer as told; all are stopped at the end."""
    servers: list[StagedServer] = []

    def start(play: Play | bytes, *, context: ssl.SSLContext | None = None) -> StagedServer:
        server = StagedServer(play if callable(play) else lambda _: play, context)
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def browsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system's browser was asked to show."""
    addresses: list[str] = []

    def show(address: QUrl) -> bool:
        addresses.append(address.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    return addresses


@pytest.fixture
def collected_here(qapp: QApplication) -> Iterator[None]:
    """Destroy widgets on this thread only, as the program's ``Collector`` does."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()
