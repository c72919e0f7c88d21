"""Every setting works the moment it is chosen, and is still there at the next start."""

from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from qpost.models.errors import QpostError
from qpost.models.settings import Settings, SignInForm, Theme
from qpost.services import autostart
from qpost.services.autostart import AUTOSTART_FAILED
from qpost.ui.kit import Kit
from qpost.ui.settings.page import SettingsPage


@pytest.fixture
def page(qtbot: QtBot, kit: Kit) -> SettingsPage:
    kit.settings.save(Settings(undo_s=7.0, confirm_sent=True, sign_in=SignInForm(login="akari")))
    page = SettingsPage(kit)
    qtbot.addWidget(page)
    page.resize(900, 800)
    page.show()
    qtbot.waitUntil(lambda: kit.jobs.is_idle)
    return page


def test_saved_choices_are_shown_even_unusual_ones(page: SettingsPage) -> None:
    assert page.undo.currentData() == 7.0
    assert page.undo.currentText() == "7 s"
    assert page.confirm_sent.isChecked()
    assert not page.autostart.isChecked()


def test_theme_changes_at_once_and_is_kept(qtbot: QtBot, kit: Kit, page: SettingsPage) -> None:
    page.theme.button(Theme.DARK).click()
    assert kit.theme.tokens.is_dark
    qtbot.waitUntil(lambda: kit.settings.load().theme is Theme.DARK)


def test_language_changes_at_once_and_is_kept(qtbot: QtBot, kit: Kit, page: SettingsPage) -> None:
    page.language.setCurrentIndex(page.language.findData("ko"))
    page.language.activated.emit(page.language.currentIndex())
    assert kit.translations.language == "ko"
    assert kit.theme.language == "ko"
    qtbot.waitUntil(lambda: kit.settings.load().language == "ko")
    kit.translations.choose("en")
    qtbot.waitUntil(lambda: page.language.currentData() == "en")


def test_undo_and_confirmation_are_kept_together(qtbot: QtBot, kit: Kit, page: SettingsPage) -> None:
    page.undo.setCurrentIndex(page.undo.findData(10.0))
    page.undo.activated.emit(page.undo.currentIndex())
    page.confirm_sent.click()
    wanted = structs.replace(Settings(), undo_s=10.0, confirm_sent=False, sign_in=SignInForm(login="akari"))
    qtbot.waitUntil(lambda: kit.settings.load() == wanted)


def test_autostart_does_what_the_box_says(qtbot: QtBot, kit: Kit, page: SettingsPage) -> None:
    entry = kit.autostart
    assert entry is not None
    page.autostart.click()
    qtbot.waitUntil(entry.is_enabled)
    page.autostart.click()
    qtbot.waitUntil(lambda: not entry.is_enabled())


def _refuse(_: object) -> None:
    raise PermissionError


def test_refused_autostart_unchecks_the_box_and_says_so(
    qtbot: QtBot, kit: Kit, page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config-home").write_text("in the way", encoding="utf-8")
    monkeypatch.setattr(autostart, "_register", _refuse, raising=False)  # the same on Windows
    told: list[QpostError] = []
    kit.jobs.unhandled.connect(told.append)
    page.autostart.click()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].code == AUTOSTART_FAILED
    qtbot.waitUntil(lambda: not page.autostart.isChecked())


def test_sign_out_is_asked_for(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.sign_out_requested):
        page.sign_out.click()


def test_page_is_calm_on_a_wide_screen(qtbot: QtBot, page: SettingsPage) -> None:
    page.resize(2400, 900)
    qtbot.waitUntil(lambda: page.width() == 2400)
    right_edges = [
        button.mapTo(page, button.rect().topRight()).x() for button in page.findChildren(QPushButton)
    ]
    assert max(right_edges) <= 24 + 640
