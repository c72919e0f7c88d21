"""Every choice about notices works at once, is kept, and wakes who has to know."""

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from qpost.models.settings import NoticeSettings, Settings
from qpost.ui.kit import Kit
from qpost.ui.settings.page import SettingsPage

SAVED = NoticeSettings(sound=False, quiet_from=22 * 60 + 7, repeat_min=45)


@pytest.fixture
def page(qtbot: QtBot, kit: Kit) -> SettingsPage:
    kit.settings.save(Settings(notices=SAVED, close_to_tray=False))
    page = SettingsPage(kit)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: kit.jobs.is_idle)
    return page


def test_saved_choices_are_shown_even_unusual_ones(page: SettingsPage) -> None:
    section = page.notices
    assert section.toast.isChecked()
    assert not section.sound.isChecked()
    assert section.quiet_from.currentData() == 22 * 60 + 7
    assert not section.quiet_from.isEnabled()
    assert section.repeat.currentText() == "Every 45 minutes"
    assert not page.tray.close_to_tray.isChecked()
    assert page.tray.start_minimised.isChecked()


def test_each_choice_is_kept_beside_the_others(qtbot: QtBot, kit: Kit, page: SettingsPage) -> None:
    section = page.notices
    section.toast.click()
    section.sound.click()
    section.quiet.click()
    assert section.quiet_to.isEnabled()
    section.quiet_to.setCurrentIndex(section.quiet_to.findData(9 * 60))
    section.quiet_to.activated.emit(section.quiet_to.currentIndex())
    section.repeat.setCurrentIndex(section.repeat.findData(0))
    with qtbot.waitSignal(section.changed):
        section.repeat.activated.emit(section.repeat.currentIndex())
    wanted = structs.replace(
        SAVED, toast=False, sound=True, is_quiet_kept=True, quiet_to=9 * 60, repeat_min=0
    )
    qtbot.waitUntil(lambda: kit.settings.load().notices == wanted)


def test_tray_choices_are_kept(qtbot: QtBot, kit: Kit, page: SettingsPage) -> None:
    page.tray.close_to_tray.click()
    page.tray.start_minimised.click()
    qtbot.waitUntil(lambda: kit.settings.load().close_to_tray and not kit.settings.load().start_minimised)


def test_a_test_is_asked_for(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.notices.test_asked):
        page.notices.test.click()
