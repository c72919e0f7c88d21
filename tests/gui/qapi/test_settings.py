"""Why: how long the keys last is read in the settings, and a new one is one password away."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qpost.models.errors import StoreFault
from qpost.models.events import ListingNoted
from qpost.models.jst import business_date
from qpost.models.links import Page
from qpost.models.listing import ListingNotes
from qpost.services.replies import DEFAULT_COURTESY, Replies
from qpost.services.workspace import Workspace
from qpost.ui.kit import Kit
from qpost.ui.settings.courtesy import CourtesyEdit
from qpost.ui.settings.keys import KeysSection
from qpost.ui.settings.page import SettingsPage
from qpost.ui.settings.renew_dialog import RenewDialog
from tests.gui.qapi.desk import KeyDesk
from tests.qapi.stand_in import KEY
from tests.services.desk import Desk
from tests.services.marketplace import SHOP, Marketplace


def section_of(desk: KeyDesk) -> KeysSection:
    """Show the section about the keys, by the desk's own clock."""
    keys = desk.sessions.seller_keys
    assert keys is not None
    section = KeysSection(desk.kit, keys, desk.workspace, now=desk.now)
    desk.qtbot.addWidget(section)
    section.show_shop(desk.shop)
    section.show()
    desk.settle()
    return section


def dialog_of(section: KeysSection) -> RenewDialog:
    """Ask for renewing."""
    section.renew.click()
    (dialog,) = section.findChildren(RenewDialog)
    assert dialog.api_key.text() == "api-key-K3y0fTheSeller"
    assert dialog.api_key.displayText() != dialog.api_key.text()
    assert dialog.focusWidget() is dialog.password
    return dialog


def test_the_settings_speak_of_keys_where_there_are_some(key_desk: KeyDesk) -> None:
    key_desk.shell.rail.go(Page.SETTINGS)
    key_desk.settle()
    page = key_desk.shell.page(Page.SETTINGS)
    assert page is not None
    (section,) = page.findChildren(KeysSection)
    assert section.certification.text().startswith("Ends on ")
    other = SettingsPage(key_desk.kit)
    key_desk.qtbot.addWidget(other)
    assert other.findChildren(KeysSection) == []
    key_desk.settle()


def test_the_days_left_of_both_keys_are_shown(key_desk: KeyDesk) -> None:
    key_desk.forward(340)
    section = section_of(key_desk)
    for label in (section.api, section.certification):
        assert label.text().startswith("Ends on ")
        assert ", in 25 day" in label.text()
        assert label.property("ink") == "amber"
    key_desk.forward(25)
    section.hide()
    section.show()
    key_desk.settle()
    assert section.certification.text().startswith("Ended on ")
    assert section.certification.property("ink") == "red"


def test_renewing_takes_the_password_and_starts_a_new_year(key_desk: KeyDesk) -> None:
    key_desk.forward(340)
    section = section_of(key_desk)
    dialog = dialog_of(section)
    QTest.keyClicks(dialog.password, "wrong")
    dialog.renew.click()
    key_desk.qtbot.waitUntil(lambda: bool(dialog.password_field.fault))
    assert dialog.password_field.fault.startswith("Qoo10 did not accept")
    dialog.password.setText(key_desk.market.password)
    with key_desk.qtbot.waitSignal(dialog.renewed):
        dialog.renew.click()
        assert not dialog.renew.isEnabled()
    key_desk.settle()
    assert ", in 365 day" in section.certification.text()
    assert ", in 25 day" in section.api.text()
    assert key_desk.stand_in.counts[KEY] == 3
    assert key_desk.market.password not in "".join(key_desk.ring.kept.values())


def test_nothing_is_asked_of_qoo10_before_all_is_there(key_desk: KeyDesk) -> None:
    section = section_of(key_desk)
    dialog = dialog_of(section)
    dialog.api_key.setText("no key")
    dialog.renew.click()
    assert dialog.api_key_field.fault
    assert dialog.password_field.fault
    assert dialog.focusWidget() is dialog.api_key
    key_desk.settle()
    assert key_desk.stand_in.counts[KEY] == 1
    dialog.reject()


def test_a_new_api_key_is_entered_with_the_same_window(key_desk: KeyDesk) -> None:
    key_desk.forward(360)
    key_desk.market.change_api_key("another-key")
    section = section_of(key_desk)
    dialog = dialog_of(section)
    dialog.api_key.setText("another-key")
    dialog.password.setText(key_desk.market.password)
    with key_desk.qtbot.waitSignal(dialog.renewed):
        dialog.renew.click()
    key_desk.settle()
    assert ", in 365 day" in section.api.text()
    assert section.issued_on.date().toPython() == business_date(key_desk.now())


def test_the_day_of_the_api_key_can_be_put_right(key_desk: KeyDesk) -> None:
    section = section_of(key_desk)
    earlier = business_date(key_desk.now()) - timedelta(days=100)
    section.issued_on.setDate(QDate(earlier.year, earlier.month, earlier.day))
    key_desk.settle()
    assert ", in 265 day" in section.api.text()
    keys = key_desk.sessions.seller_keys
    assert keys is not None
    known = keys.read()
    assert known is not None
    assert business_date(known.entered_at) == earlier


def test_rows_that_could_not_be_read_are_counted(key_desk: KeyDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = {key_desk.shop.id: ListingNotes()}
    monkeypatch.setattr(Workspace, "listing_notes", lambda _, shop: notes[shop], raising=False)
    section = section_of(key_desk)
    assert not section.odd.isVisible()
    notes[key_desk.shop.id] = ListingNotes(odd=3)
    key_desk.publisher.publish(ListingNoted(key_desk.shop.id))
    key_desk.qtbot.waitUntil(section.odd.isVisible)
    assert section.odd.text().startswith("3 row")


def test_the_text_of_auto_replies_is_kept_when_it_can_be_sent(
    qtbot: QtBot, kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(Marketplace(), tmp_path / "store.db")
    replies = Replies(
        store=desk.store,
        link=desk.link,
        publisher=desk.publisher,
        now=desk.clock,
        extension="",
        has_own_courtesy=True,
    )
    edit = CourtesyEdit(kit, replies)
    qtbot.addWidget(edit)
    edit.show_shop(SHOP)
    qtbot.waitUntil(lambda: edit.text.toPlainText() == DEFAULT_COURTESY)
    assert not edit.save.isEnabled()
    for text, fault in ((" \n", "Write at least"), ("字" * 1001, "This is longer")):
        edit.text.setPlainText(text)
        assert edit.field.fault.startswith(fault)
        assert not edit.save.isEnabled()
    edit.text.setPlainText("対応済みです。")
    assert (edit.field.fault, edit.counter.text()) == ("", "7/1000")
    edit.save.click()
    qtbot.waitUntil(lambda: replies.auto_reply_text(SHOP) == "対応済みです。")
    qtbot.waitUntil(lambda: kit.jobs.is_idle)
    assert not edit.save.isEnabled()

    def full(*_: object, **__: object) -> None:
        raise StoreFault(StoreFault.FULL)

    monkeypatch.setattr(desk.store.documents, "put", full)
    edit.text.setPlainText("もう一度。")
    edit.save.click()
    qtbot.waitUntil(lambda: bool(edit.field.fault))
    assert edit.save.isEnabled()
    assert edit.text.toPlainText() == "もう一度。"
    desk.close()
