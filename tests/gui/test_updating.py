"""A new version asks quietly, shows how far it is, and does what the seller says."""

import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qpost import app
from qpost.app import Application, Options
from qpost.models.errors import UpdateFault
from qpost.models.events import UpdateChanged, UpdatePhase
from qpost.models.settings import UpdateSettings
from qpost.paths import Paths
from qpost.services.publisher import Publisher
from qpost.services.setup import Setup
from qpost.services.updates import Updates
from qpost.store.credentials import Credentials
from qpost.store.settings import SettingsFile
from qpost.ui.event_bridge import EventBridge
from qpost.ui.i18n import LANGUAGES
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit
from qpost.ui.settings.page import SettingsPage
from qpost.ui.updating.notes_dialog import NotesDialog
from qpost.ui.updating.notice import UpdateNotice
from qpost.ui.updating.section import UpdatesSection
from tests.api.staging import Stage, answer
from tests.gui.conftest import MakeApplication
from tests.gui.conftest import Stage as StartServer
from tests.gui.staging import Manager, MemoryRing
from tests.releases import NOW, PLATFORM, SETUP, ReleaseHost, Signer, envelope, manifest

FILE = "/Qpost-1.1.0-setup.exe"
LIMIT_MS = 20_000


class Desk:
    """A kit whose updates speak to the tests' own server."""

    def __init__(self, kit: Kit, folder: Path, stage: StartServer) -> None:
        self.signer = Signer()
        self.host = ReleaseHost(envelope(manifest(), self.signer))
        self.server = stage(self.host)
        self.started: list[str] = []
        publisher = Publisher()
        self.bridge = EventBridge(publisher)
        kit.settings.update(
            lambda all_: structs.replace(all_, updates=UpdateSettings(address=self.server.url))
        )
        self.updates = Updates(
            settings=kit.settings,
            folder=folder / "updates",
            publisher=publisher,
            now=lambda: NOW,
            chance=random.random,
            setup=Setup(run=lambda command, _: self.started.append(command[0])),
            keys=(self.signer.known,),
            version="1.0.0",
            platform=PLATFORM,
            first_check_s=3600.0,
        )
        self.kit = kit._replace(bridge=self.bridge, updates=lambda: self.updates)

    def close(self) -> None:
        self.updates.stop(within_s=20.0)
        self.bridge.close()


@pytest.fixture
def desk(kit: Kit, tmp_path: Path, stage: StartServer) -> Iterator[Desk]:
    desk = Desk(kit, tmp_path, stage)
    desk.updates.start()
    yield desk
    desk.close()


@pytest.fixture
def notice(qtbot: QtBot, desk: Desk) -> Iterator[UpdateNotice]:
    window = QWidget()
    notice = UpdateNotice(desk.kit, window)
    qtbot.addWidget(window)
    window.resize(900, 200)
    notice.resize(900, 48)
    window.show()
    yield notice
    window.close()


@pytest.fixture
def section(qtbot: QtBot, desk: Desk) -> UpdatesSection:
    section = UpdatesSection(desk.kit)
    qtbot.addWidget(section)
    section.show()
    return section


def shown(notice: UpdateNotice) -> set[str]:
    """The names of the buttons on show."""
    buttons = (notice.notes, notice.install, notice.show_place, notice.later, notice.skip, notice.cancel)
    return {button.text() for button in buttons if button.isVisible()}


def ask(qtbot: QtBot, desk: Desk, notice: UpdateNotice) -> None:
    desk.updates.check()
    qtbot.waitUntil(lambda: notice.text == "Qpost 1.1.0 is available.", timeout=LIMIT_MS)


def test_nothing_is_said_without_a_new_version(qtbot: QtBot, desk: Desk, notice: UpdateNotice) -> None:
    desk.host.published = envelope(manifest(version="1.0.0"), desk.signer)
    with qtbot.waitSignal(
        desk.bridge.update_changed,
        check_params_cb=lambda event: event.checked_at,
        timeout=LIMIT_MS,
    ):
        desk.updates.check()
    assert notice.text == ""


def test_from_the_question_to_the_promise(qtbot: QtBot, desk: Desk, notice: UpdateNotice) -> None:
    ask(qtbot, desk, notice)
    assert shown(notice) == {"What is new", "Install when I quit", "Later", "Not this version"}
    notice.install.click()
    qtbot.waitUntil(lambda: notice.text == "Qpost 1.1.0 will be installed when you quit.", timeout=LIMIT_MS)
    assert shown(notice) == {"What is new", "Do not install"}
    assert desk.updates.install()
    assert len(desk.started) == 1


def test_what_is_ready_can_be_called_off(qtbot: QtBot, desk: Desk, notice: UpdateNotice) -> None:
    ask(qtbot, desk, notice)
    notice.install.click()
    qtbot.waitUntil(lambda: "Do not install" in shown(notice), timeout=LIMIT_MS)
    notice.cancel.click()
    qtbot.waitUntil(lambda: "Install when I quit" in shown(notice), timeout=LIMIT_MS)
    assert not desk.updates.install()


def test_progress_and_cancel(qtbot: QtBot, desk: Desk, notice: UpdateNotice) -> None:
    whole = answer(raw=SETUP)

    def stall(stage: Stage) -> None:
        stage.send(whole[: len(whole) - len(SETUP) // 2])
        stage.hang()

    desk.host.instead[FILE] = stall
    ask(qtbot, desk, notice)
    notice.install.click()
    qtbot.waitUntil(lambda: notice.bar.isVisible() and notice.bar.value() >= 49, timeout=LIMIT_MS)
    assert notice.text.startswith("Downloading Qpost 1.1.0: ")
    assert shown(notice) == {"Cancel"}
    notice.cancel.click()
    qtbot.waitUntil(lambda: notice.text == "Qpost 1.1.0 is available.", timeout=LIMIT_MS)
    assert not notice.bar.isVisible()


def test_a_cut_download_says_so_and_can_be_tried_at_once(
    qtbot: QtBot, desk: Desk, notice: UpdateNotice
) -> None:
    desk.host.cuts = [1000]
    ask(qtbot, desk, notice)
    notice.install.click()
    qtbot.waitUntil(lambda: "interrupted" in notice.text, timeout=LIMIT_MS)
    assert shown(notice) == {"Try again", "Cancel"}
    notice.install.click()
    qtbot.waitUntil(lambda: "when you quit" in notice.text, timeout=LIMIT_MS)


def test_a_false_file_is_refused_in_words(qtbot: QtBot, desk: Desk, notice: UpdateNotice) -> None:
    desk.host.setup = SETUP[:-1] + b"?"
    ask(qtbot, desk, notice)
    notice.install.click()
    qtbot.waitUntil(lambda: "not the version that was signed" in notice.text, timeout=LIMIT_MS)
    assert shown(notice) == {"Try again", "Later", "Not this version"}


def test_later_is_for_this_run_and_not_this_version_for_good(
    qtbot: QtBot, desk: Desk, notice: UpdateNotice
) -> None:
    ask(qtbot, desk, notice)
    notice.later.click()
    assert notice.text == ""
    again = UpdateNotice(desk.kit, notice.window())
    again.resize(900, 48)
    assert again.text
    again.skip.click()
    qtbot.waitUntil(lambda: again.text == "", timeout=LIMIT_MS)
    assert desk.kit.settings.load().updates.skipped == "1.1.0"


def test_notes_are_plain_text_in_the_readers_language(qtbot: QtBot, desk: Desk, notice: UpdateNotice) -> None:
    notes = {"en": "<b>Bold</b> & \u202eevil", "ko": "더 빨라졌습니다."}
    desk.host.published = envelope(manifest(notes=notes), desk.signer)
    ask(qtbot, desk, notice)
    for language, text in (("en", "<b>Bold</b> & evil"), ("ko", "더 빨라졌습니다.")):
        desk.kit.translations.choose(language)
        notice.notes.click()
        (dialog,) = notice.window().findChildren(NotesDialog)
        assert dialog.notes.toPlainText() == text
        dialog.reject()
        qtbot.waitUntil(lambda: not notice.window().findChildren(NotesDialog))


def test_where_nothing_can_be_installed_the_place_is_shown(
    qtbot: QtBot, desk: Desk, notice: UpdateNotice, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    ask(qtbot, desk, notice)
    notice.show_status(structs.replace(desk.updates.status, can_install=False))
    assert shown(notice) == {"What is new", "Show it", "Later", "Not this version"}
    notice.show_place.click()
    assert [url.toString() for url in opened] == [desk.server.url]


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_every_state_fits_the_smallest_window(
    qtbot: QtBot, desk: Desk, notice: UpdateNotice, language: str
) -> None:
    ask(qtbot, desk, notice)
    asking = desk.updates.status
    desk.kit.translations.choose(language)
    for status in (
        asking,
        structs.replace(asking, error=UpdateFault(UpdateFault.DAMAGED)),
        structs.replace(asking, phase=UpdatePhase.READY, is_chosen=True),
        structs.replace(asking, phase=UpdatePhase.DOWNLOADING, is_chosen=True, received=1),
    ):
        notice.show_status(status)
        assert notice.text
        assert "{" not in notice.text
        assert notice.minimumSizeHint().width() <= 900


def test_settings_say_what_came_of_a_check(qtbot: QtBot, desk: Desk, section: UpdatesSection) -> None:
    assert section.wanted.isChecked()
    section.check.click()
    qtbot.waitUntil(lambda: "Qpost 1.1.0 is available." in section.state, timeout=LIMIT_MS)
    assert "Last checked: 22 Nov 12:00 JST" in section.state
    desk.host.published = envelope(manifest(version="1.0.0", published=NOW.isoformat()), desk.signer)
    section.check.click()
    qtbot.waitUntil(lambda: "There is no newer version." in section.state, timeout=LIMIT_MS)
    desk.host.published = envelope(manifest(), Signer())
    section.check.click()
    qtbot.waitUntil(lambda: "is not signed by the makers" in section.state, timeout=LIMIT_MS)


def test_settings_are_busy_during_a_check(qtbot: QtBot, desk: Desk, section: UpdatesSection) -> None:
    section._on_changed(UpdateChanged(phase=UpdatePhase.CHECKING))
    assert "Looking for a new version…" in section.state
    assert not section.check.isEnabled()


def test_switching_off_is_kept(qtbot: QtBot, desk: Desk, section: UpdatesSection) -> None:
    section.wanted.click()
    qtbot.waitUntil(lambda: desk.updates.status.phase is UpdatePhase.OFF, timeout=LIMIT_MS)
    assert desk.kit.settings.load().updates.is_wanted is False
    assert desk.kit.settings.load().updates.address == desk.server.url


@pytest.mark.parametrize(
    ("typed", "words"), [("http://updates.example.com", "not encrypted"), ("no address at all", "address")]
)
def test_an_address_that_will_not_do_is_told_below_it(
    qtbot: QtBot, desk: Desk, section: UpdatesSection, typed: str, words: str
) -> None:
    section.disclosure.click()
    section.address.clear()
    QTest.keyClicks(section.address, typed)
    section.address.editingFinished.emit()
    qtbot.waitUntil(lambda: words in section.address_field.fault, timeout=LIMIT_MS)
    section.address.setText(desk.server.url)
    section.address.editingFinished.emit()
    qtbot.waitUntil(lambda: "is available" in section.state, timeout=LIMIT_MS)
    assert section.address_field.fault == ""


def test_without_a_release_key_the_settings_say_so(qtbot: QtBot, kit: Kit, tmp_path: Path) -> None:
    updates = Updates(
        settings=kit.settings,
        folder=tmp_path,
        publisher=Publisher(),
        now=lambda: NOW,
        chance=random.random,
    )
    page = SettingsPage(kit._replace(updates=lambda: updates))
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: kit.jobs.is_idle)
    assert not page.updates.wanted.isEnabled()
    assert not page.updates.wanted.isChecked()
    assert not page.updates.check.isEnabled()
    assert "no release key" in page.updates.wanted.accessibleDescription()


# -- the whole program


@pytest.fixture
def open_program(
    qapp: QApplication, tmp_path: Path, ring: MemoryRing, stage: StartServer
) -> Iterator[Callable[[], tuple[Application, ReleaseHost, list[str]]]]:
    made: list[Application] = []

    def start() -> tuple[Application, ReleaseHost, list[str]]:
        signer = Signer()
        host = ReleaseHost(envelope(manifest(), signer))
        server = stage(host)
        started: list[str] = []

        def make(settings: SettingsFile, paths: Paths, publisher: Publisher) -> Updates:
            settings.update(
                lambda all_: structs.replace(all_, updates=UpdateSettings(address=server.url, chosen="1.1.0"))
            )
            return Updates(
                settings=settings,
                folder=paths.cache / "updates",
                publisher=publisher,
                now=lambda: NOW,
                chance=random.random,
                setup=Setup(run=lambda command, _: started.append(command[0])),
                keys=(signer.known,),
                version="1.0.0",
                platform=PLATFORM,
                first_check_s=0.0,
            )

        application = Application(
            qapp,
            Options(data=tmp_path / "data", language="en"),
            credentials=Credentials(ring=lambda: ring, limit_s=1.0),
            make_updates=make,
        )
        made.append(application)
        application.start()
        application.look_for_updates()
        return application, host, started

    yield start
    for application in made:
        application.close()
        application.deleteLater()


def is_ready(application: Application) -> bool:
    return application.updates is not None and application.updates.status.phase is UpdatePhase.READY


Open = Callable[[], tuple[Application, ReleaseHost, list[str]]]


def test_a_chosen_version_is_installed_when_the_program_is_left(qtbot: QtBot, open_program: Open) -> None:
    application, _, started = open_program()
    qtbot.waitUntil(lambda: is_ready(application), timeout=LIMIT_MS)
    assert started == []
    application.close()
    assert [Path(path).name for path in started] == ["Qpost-1.1.0-setup.exe"]


def test_a_session_that_ends_is_not_held_up_by_a_setup(qtbot: QtBot, open_program: Open) -> None:
    application, _, started = open_program()
    qtbot.waitUntil(lambda: is_ready(application), timeout=LIMIT_MS)
    application.session_end.answer(Manager())
    application.close()
    assert started == []


def test_a_session_that_goes_on_does_not_keep_a_version_waiting(qtbot: QtBot, open_program: Open) -> None:
    application, _, started = open_program()
    qtbot.waitUntil(lambda: is_ready(application), timeout=LIMIT_MS)
    application.session_end.answer(Manager())
    application.session_end.called_off.emit()
    application.close()
    assert len(started) == 1


def test_leaving_during_a_download_installs_nothing_and_does_not_wait(
    qtbot: QtBot, open_program: Open
) -> None:
    application, host, started = open_program()

    def silence(stage: Stage) -> None:
        stage.send(answer(raw=SETUP)[:3000])
        stage.hang()

    host.instead[FILE] = silence
    qtbot.waitUntil(
        lambda: (
            application.updates is not None and application.updates.status.phase is UpdatePhase.DOWNLOADING
        ),
        timeout=LIMIT_MS,
    )
    application.close()
    assert started == []


def test_nothing_is_installed_while_something_is_still_being_kept(
    qtbot: QtBot, open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    application, _, started = open_program()
    qtbot.waitUntil(lambda: is_ready(application), timeout=LIMIT_MS)
    over = threading.Event()
    application.kit.jobs.run(lambda: over.wait(20), owner=application, lane=Lane.WRITE)
    monkeypatch.setattr(app, "_CLOSE_LIMIT_S", 0.2)
    application.close()
    over.set()
    assert started == []
    assert application.settings.load().updates.chosen == "1.1.0"


def test_looking_begins_once(qtbot: QtBot, open_program: Open) -> None:
    application, _, _ = open_program()
    qtbot.waitUntil(lambda: is_ready(application), timeout=LIMIT_MS)
    first = application.updates
    application.look_for_updates()
    qtbot.waitUntil(lambda: application.kit.jobs.is_idle)
    assert application.updates is first


def test_the_shipped_program_looks_for_nothing(qtbot: QtBot, make_application: MakeApplication) -> None:
    application = make_application()
    application.look_for_updates()
    qtbot.waitUntil(lambda: application.updates is not None, timeout=LIMIT_MS)
    assert application.updates is not None
    assert application.updates.impossible is not None
    assert application.updates.status.phase is UpdatePhase.OFF
