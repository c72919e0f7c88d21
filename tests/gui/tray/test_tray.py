"""The tray counts, tells, leads to the very inquiry, and keeps the window that is closed."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from qpost.models.account import Shop
from qpost.models.errors import SignInRejected
from qpost.models.events import AlarmDue, NewsArrived, SignedOut
from qpost.models.inquiry import Inquiry
from qpost.models.links import Page
from qpost.models.notices import News, Notice, Snooze
from qpost.models.search import InquiryQuery
from qpost.models.settings import NoticeSettings, Settings
from qpost.ui.login.window import SignInWindow
from qpost.ui.tray.keeping import Keeping
from qpost.ui.tray.words import alarm_words
from tests.gui.test_application import sign_in
from tests.gui.tray.conftest import LIMIT_MS, MakeApplication, TraySeat
from tests.service_fixtures import RunningService


def notice_about(seat: TraySeat, shop: Shop, *, count: int = 1) -> tuple[Notice, Inquiry]:
    """Return a notice of ``count`` inquiries, and the newest of them."""
    workspace = seat.application.workspace
    assert workspace is not None
    [row] = workspace.inbox.rows(workspace.inbox.ids(shop.id, InquiryQuery())[2:3])
    found = row.inquiry
    news = News(
        shop_id=shop.id,
        inquiry_id=found.id,
        number=found.number,
        customer=found.customer.name,
        title=found.title,
        preview="",
        at=found.updated_at,
        messages=(),
    )
    return Notice(count=count, shops=(shop.id,), newest=news), found


def shop_of(seat: TraySeat, number: int) -> Shop:
    workspace = seat.application.workspace
    assert workspace is not None
    return workspace.shops()[number]


def shown_inquiry(seat: TraySeat) -> object:
    opened = seat.shell.inquiries.conversation.inquiry
    return None if opened is None else opened.id


def choose(seat: TraySeat, **changes: object) -> None:
    """Save how news is to be told."""
    settings = seat.application.settings
    settings.update(
        lambda before: structs.replace(before, notices=structs.replace(before.notices, **changes))
    )


def test_every_shop_stands_in_the_menu_and_the_sum_in_words_at_the_icon(seat: TraySeat) -> None:
    assert len(seat.tray.menu.shop_actions) == len(seat.tray.counts.shops) > 1
    tip = seat.tray.icon.toolTip()
    assert str(seat.tray.counts.total) in tip
    assert len(tip) <= 127


def test_an_answered_inquiry_leaves_the_count(qtbot: QtBot, seat: TraySeat) -> None:
    workspace = seat.application.workspace
    assert workspace is not None
    since = datetime.now(UTC) - timedelta(days=30)
    shop, before = next((shop, count) for shop, count in seat.tray.counts.shops if count)
    total = seat.tray.counts.total
    [waiting] = workspace.store.notices.longest_waiting(shop.id, since=since, limit=1)
    whole = workspace.inbox.thread(waiting.id)
    assert whole is not None
    answered = structs.replace(whole.inquiry, status="answered", version=whole.inquiry.version + 1000)
    workspace.store.inquiry_writes.put(shop.id, [answered])
    seat.tray.counts.read()
    qtbot.waitUntil(lambda: seat.tray.counts.total == total - 1)
    assert dict((each.id, count) for each, count in seat.tray.counts.shops)[shop.id] == before - 1


def test_a_click_on_a_notice_opens_that_very_inquiry_of_another_shop(qtbot: QtBot, seat: TraySeat) -> None:
    shop = shop_of(seat, 1)
    notice, inquiry = notice_about(seat, shop)
    seat.shell.rail.go(Page.SETTINGS)
    seat.application.front.hide()
    seat.application.publisher.publish(NewsArrived(notice))
    qtbot.waitUntil(lambda: bool(seat.corner_text()))
    assert seat.sounds == ["heard"]
    corner = seat.tray.toasts.corner
    assert corner is not None
    QTest.mouseClick(corner, Qt.MouseButton.LeftButton)
    assert seat.shell.isVisible()
    qtbot.waitUntil(lambda: shown_inquiry(seat) == inquiry.id, timeout=LIMIT_MS)
    assert seat.shell.shop is not None
    assert seat.shell.shop.id == shop.id


def test_of_several_notices_the_newest_is_led_to(qtbot: QtBot, seat: TraySeat) -> None:
    shop = shop_of(seat, 0)
    notice, inquiry = notice_about(seat, shop)
    burst, _ = notice_about(seat, shop_of(seat, 1), count=3)
    seat.application.publisher.publish(NewsArrived(burst))
    qtbot.waitUntil(lambda: "3 " in seat.corner_text())
    seat.application.publisher.publish(NewsArrived(notice))
    qtbot.waitUntil(lambda: "3 " not in seat.corner_text())
    seat.tray.icon.messageClicked.emit()
    qtbot.waitUntil(lambda: shown_inquiry(seat) == inquiry.id, timeout=LIMIT_MS)


def test_a_burst_leads_to_the_list_of_its_shop(qtbot: QtBot, seat: TraySeat) -> None:
    shop = shop_of(seat, 1)
    burst, _ = notice_about(seat, shop, count=4)
    seat.shell.rail.go(Page.OUTBOX)
    seat.application.publisher.publish(NewsArrived(burst))
    qtbot.waitUntil(lambda: bool(seat.corner_text()))
    seat.tray.icon.messageClicked.emit()
    assert seat.shell.rail.button(Page.INQUIRIES).isChecked()
    qtbot.waitUntil(lambda: seat.shell.shop is not None and seat.shell.shop.id == shop.id, timeout=LIMIT_MS)


def test_an_alarm_names_who_waits(qtbot: QtBot, seat: TraySeat) -> None:
    workspace = seat.application.workspace
    assert workspace is not None
    alarm = workspace.notices.alarm()
    assert alarm is not None
    seat.application.publisher.publish(AlarmDue(alarm))
    heading = alarm_words(alarm, now=datetime.now(UTC)).heading
    qtbot.waitUntil(lambda: heading in seat.corner_text())
    assert "Waiting longest" in seat.corner_text()


def test_toast_and_sound_follow_the_settings(qtbot: QtBot, seat: TraySeat) -> None:
    notice, _ = notice_about(seat, shop_of(seat, 0))
    choose(seat, toast=False)
    seat.application.publisher.publish(NewsArrived(notice))
    qtbot.waitUntil(lambda: seat.sounds == ["heard"])
    assert seat.corner_text() == ""
    choose(seat, toast=True, sound=False)
    seat.application.publisher.publish(NewsArrived(notice))
    qtbot.waitUntil(lambda: bool(seat.corner_text()))
    assert seat.sounds == ["heard"]


def test_the_test_button_shows_something_whatever_is_chosen(qtbot: QtBot, seat: TraySeat) -> None:
    choose(seat, toast=False, sound=False)
    seat.shell.notice_test_asked.emit()
    assert "This is how" in seat.corner_text()
    assert seat.sounds == []


def test_snooze_is_kept_said_and_ended(qtbot: QtBot, seat: TraySeat) -> None:
    seat.tray.menu.snooze_actions[Snooze.HOUR].trigger()
    qtbot.waitUntil(lambda: "paused until" in seat.tray.icon.toolTip())
    until = seat.application.settings.load().notices.snoozed_until
    assert until is not None
    assert timedelta(minutes=59) < until - datetime.now(UTC) <= timedelta(hours=1)
    seat.tray.snooze(Snooze.TOMORROW)
    qtbot.waitUntil(lambda: seat.application.settings.load().notices.snoozed_until != until)
    tomorrow = seat.application.settings.load().notices.snoozed_until
    assert tomorrow is not None
    assert tomorrow.astimezone().hour == 8
    seat.tray.menu.snooze_actions[Snooze.OFF].trigger()
    qtbot.waitUntil(lambda: "paused" not in seat.tray.icon.toolTip())
    assert seat.application.settings.load().notices == NoticeSettings()


def test_only_what_is_in_front_counts_as_seen(qtbot: QtBot, seat: TraySeat) -> None:
    def seen() -> object:
        workspace = seat.application.workspace
        return None if workspace is None else workspace.notices.on_screen

    _, inquiry = notice_about(seat, shop_of(seat, 0))
    seat.shell.activateWindow()
    qtbot.waitUntil(seat.shell.isActiveWindow)
    seat.shell.open_inquiry(inquiry.id)
    qtbot.waitUntil(lambda: seen() == inquiry.id, timeout=LIMIT_MS)
    seat.shell.rail.go(Page.SETTINGS)
    assert seen() is None
    seat.shell.rail.go(Page.INQUIRIES)
    assert seen() == inquiry.id
    seat.application.front.hide()
    assert seen() is None


def close_by_hand(window: QWidget) -> None:
    """Close ``window`` as the window manager does, not as a program would."""
    handle = window.windowHandle()
    assert handle is not None
    QApplication.sendEvent(handle, QCloseEvent())


def test_the_window_closed_by_hand_goes_behind_the_icon_and_says_so_once(
    qtbot: QtBot, seat: TraySeat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(seat.tray), "is_shown", property(lambda _: True))
    left: list[str] = []
    seat.application.entrance.left.connect(lambda: left.append("left"))
    _, inquiry = notice_about(seat, shop_of(seat, 0))
    seat.shell.open_inquiry(inquiry.id)
    qtbot.waitUntil(lambda: shown_inquiry(seat) == inquiry.id, timeout=LIMIT_MS)
    seat.shell.inquiries.conversation.reply.editor.insert("書きかけ")
    close_by_hand(seat.shell)
    assert not seat.shell.isVisible()
    assert "goes on in the tray" in seat.corner_text()
    workspace = seat.application.workspace
    assert workspace is not None
    qtbot.waitUntil(lambda: workspace.store.drafts.get(inquiry.id) is not None)
    qtbot.waitUntil(lambda: seat.application.settings.load().tray_told)
    seat.tray.keeping.toggle()
    assert seat.shell.isVisible()
    seat.tray.toasts.close()
    close_by_hand(seat.shell)
    assert seat.corner_text() == ""
    assert left == []
    seat.application.front.raise_window()


def test_without_a_tray_closing_ends_the_program(qtbot: QtBot, seat: TraySeat) -> None:
    assert not seat.tray.is_shown  # a screen in memory has none
    with qtbot.waitSignal(seat.application.entrance.left):
        close_by_hand(seat.shell)


def test_the_choice_not_to_stay_is_followed(
    qtbot: QtBot, seat: TraySeat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(seat.tray), "is_shown", property(lambda _: True))
    seat.application.settings.update(lambda before: structs.replace(before, close_to_tray=False))
    with qtbot.waitSignal(seat.application.entrance.left):
        close_by_hand(seat.shell)


def test_quit_in_the_menu_ends_the_program_and_saves_what_is_written(
    qtbot: QtBot, seat: TraySeat, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[str] = []
    monkeypatch.setattr(seat.application.entrance, "quit", lambda go: ended.append("asked"))
    seat.tray.menu.quit.trigger()
    assert ended == ["asked"]


def test_a_hidden_session_that_ends_is_told(qtbot: QtBot, seat: TraySeat) -> None:
    application = seat.application
    application.front.hide()
    application.publisher.publish(SignedOut(SignInRejected("token-expired")))
    qtbot.waitUntil(lambda: "not signed in" in seat.corner_text(), timeout=LIMIT_MS)
    assert application.window is not None
    assert not application.window.isVisible()
    seat.tray.icon.messageClicked.emit()
    assert application.window.isVisible()


def test_a_click_on_the_icon_brings_and_takes_the_window(qtbot: QtBot, seat: TraySeat) -> None:
    trigger = QSystemTrayIcon.ActivationReason.Trigger
    seat.shell.activateWindow()
    qtbot.waitUntil(seat.shell.isActiveWindow)
    seat.tray.icon.activated.emit(trigger)
    assert not seat.shell.isVisible()
    seat.tray.icon.activated.emit(trigger)
    assert seat.shell.isVisible()
    seat.shell.showMinimized()
    seat.tray.icon.activated.emit(trigger)
    assert not seat.shell.isMinimized()


def test_menu_leads_to_shops_and_settings(qtbot: QtBot, seat: TraySeat) -> None:
    seat.application.front.hide()
    other = shop_of(seat, 1)
    seat.tray.menu.shop_actions[1].trigger()
    assert seat.shell.isVisible()
    qtbot.waitUntil(lambda: seat.shell.shop is not None and seat.shell.shop.id == other.id, timeout=LIMIT_MS)
    seat.tray.menu.settings.trigger()
    qtbot.waitUntil(lambda: seat.shell.rail.button(Page.SETTINGS).isChecked())


def test_signed_out_the_notice_still_leads_there_after_signing_in_again(
    qtbot: QtBot, seat: TraySeat, gui_service: RunningService
) -> None:
    application = seat.application
    notice, inquiry = notice_about(seat, shop_of(seat, 1))
    application.publisher.publish(NewsArrived(notice))
    qtbot.waitUntil(lambda: bool(seat.corner_text()))
    application.publisher.publish(SignedOut(SignInRejected("token-expired")))
    qtbot.waitUntil(lambda: isinstance(application.window, SignInWindow), timeout=LIMIT_MS)
    assert "not signed in" in seat.tray.icon.toolTip()
    assert seat.tray.counts.total == 0
    seat.tray.icon.messageClicked.emit()
    shell = sign_in(qtbot, application, gui_service)
    qtbot.waitUntil(
        lambda: (
            shell.inquiries.conversation.inquiry is not None
            and shell.inquiries.conversation.inquiry.id == inquiry.id
        ),
        timeout=LIMIT_MS,
    )


def test_a_minimised_start_shows_nothing_and_says_so_when_nobody_is_signed_in(
    qtbot: QtBot, make_application: MakeApplication
) -> None:
    application = make_application(minimised=True)
    qtbot.waitUntil(lambda: application.tray is not None)
    tray = application.tray
    assert tray is not None
    assert application.window is not None
    assert not application.window.isVisible()
    assert tray.toasts.corner is not None
    assert "not signed in" in tray.toasts.corner.words.heading
    tray.keeping.toggle()
    assert application.window.isVisible()


def test_a_minimised_start_may_open_its_window(make_application: MakeApplication) -> None:
    first = make_application()
    first.settings.save(Settings(start_minimised=False))
    first.close()
    second = make_application(minimised=True)
    assert second.window is not None
    assert second.window.isVisible()


def test_keeping_leaves_other_windows_alone(qtbot: QtBot, make_application: MakeApplication) -> None:
    application = make_application()
    window = application.window
    assert isinstance(window, SignInWindow)
    keeping = Keeping(application.front, is_wanted=lambda: True)
    with qtbot.assertNotEmitted(keeping.hidden):
        close_by_hand(window)
    assert not window.isVisible()
    assert not application.front.is_hidden
    assert QApplication.quitOnLastWindowClosed()
