"""Why: the window opens, leads everywhere, leaks nothing and may be closed at any moment."""

import gc
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qpost.models.account import Shop, ShopId
from qpost.models.errors import Refused, StoreFault
from qpost.models.events import LinkChanged, LinkState
from qpost.models.inquiry import Status
from qpost.models.links import Page
from qpost.ui.inquiries.bubble import MessageBubble
from qpost.ui.jobs import Jobs, Lane
from qpost.ui.kit import Kit
from qpost.ui.shell import Shell
from tests.gui.inquiries.desk import Desk, make_inquiry, make_message, now
from tests.service_fixtures import MakeService, RunningService

CLOSINGS = 20


@pytest.fixture(scope="module")
def shell_service(make_shared_service: MakeService) -> RunningService:
    """A service nothing is changed on."""
    return make_shared_service(inquiries=60)


@pytest.fixture
def desk(shell_service: RunningService, kit: Kit, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A desk off line; garbage is collected on this thread only."""
    gc.disable()
    desk = Desk(shell_service, tmp_path / "desk", kit, qtbot, undo_s=60.0, starts=False)
    yield desk
    desk.close()
    gc.collect()
    gc.enable()
    assert not desk.bugs


def _forget(window: QWidget) -> None:
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_every_place_is_one_key_away(desk: Desk) -> None:
    shell = desk.shell
    for number, place in enumerate(Page, start=1):
        key = Qt.Key(Qt.Key.Key_0.value + number)
        QTest.keyClick(shell, key, Qt.KeyboardModifier.ControlModifier)
        assert shell.page(place) is not None
        assert shell.rail.button(place).isChecked()
    QTest.keyClick(shell, Qt.Key.Key_Escape)
    assert shell.rail.button(Page.INQUIRIES).isChecked()


def test_ctrl_f_searches_from_everywhere_and_escape_ends_it(desk: Desk) -> None:
    shell = desk.shell
    shell.rail.go(Page.SETTINGS)
    shell.header.search.setText("サイズ")
    desk.wait(lambda: shell.rail.button(Page.INQUIRIES).isChecked())
    assert shell.inquiries.filters.query.text == "サイズ"
    QTest.keyClick(shell, Qt.Key.Key_Escape)
    desk.wait(lambda: shell.inquiries.filters.query.text == "")
    desk.settle()


def test_keys_of_the_page_work_while_the_search_has_the_focus(desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClick(desk.shell, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = desk.shell.header.search
    qtbot.waitUntil(search.hasFocus)
    with qtbot.waitSignal(desk.shell.inquiries.list.counted):
        QTest.keyClick(search, Qt.Key.Key_F5)
    QTest.keyClick(desk.shell, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(desk.shell, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    with qtbot.assertNotEmitted(desk.shell.inquiries.list.counted, wait=200):
        QTest.keyClick(search, Qt.Key.Key_F5)


def test_another_shop_shows_its_own_list_and_keeps_the_draft(desk: Desk) -> None:
    inquiry = desk.put(make_inquiry())
    desk.open(inquiry.id)
    desk.reply.editor.insert("書きかけ")
    other = desk.workspace.shops()[1]
    desk.shell.header.shop_chosen.emit(str(other.id))
    desk.wait(lambda: desk.shell.shop is not None and desk.shell.shop.id == other.id)
    desk.settle()
    assert desk.reply.inquiry is None
    assert desk.draft_body(inquiry.id) == "書きかけ"
    assert desk.kit.settings.load().shop_id == other.id


def test_a_shop_name_is_shown_as_it_is(desk: Desk) -> None:
    shop = Shop(
        id=ShopId("s"), name="A&B <b>", code="c", country="JP", inquiry_email="a@example.com", unanswered=2
    )
    desk.shell.header.show_shops([shop, desk.shop], shop)
    texts = [action.text() for action in desk.shell.header.shop_menu.actions()]
    assert texts[0].replace("&&", "&").startswith("A&B <b>")


@pytest.mark.parametrize("state", list(LinkState))
def test_the_connection_is_always_told(desk: Desk, state: LinkState) -> None:
    desk.publisher.publish(LinkChanged(state=state, since=now(), progress=0.25))
    expected = {LinkState.ONLINE: "Online", LinkState.SYNCING: "Syncing 25 %"}.get(state, "Offline since")
    desk.wait(lambda: desk.shell.header.link_text.startswith(expected))


def test_a_shop_that_refuses_us_and_a_store_that_fails_are_no_network_fault(desk: Desk) -> None:
    header = desk.shell.header
    refusals: dict[ShopId, Exception] = {desk.shop.id: Refused("forbidden")}
    desk.publisher.publish(LinkChanged(state=LinkState.ONLINE, since=now(), refusals=refusals))
    desk.wait(lambda: header.link_text == "No access to this shop")
    other = {desk.workspace.shops()[1].id: refusals[desk.shop.id]}
    desk.publisher.publish(LinkChanged(state=LinkState.ONLINE, since=now(), refusals=other))
    desk.wait(lambda: header.link_text == "Online")
    full = StoreFault(StoreFault.FULL)
    desk.publisher.publish(LinkChanged(state=LinkState.OFFLINE, since=now(), error=full))
    desk.wait(lambda: header.link_text.startswith("Not updated since"))


def test_the_badge_counts_what_waits_in_every_language(desk: Desk) -> None:
    button = desk.shell.rail.button(Page.INQUIRIES)
    desk.shell.rail.set_count(Page.INQUIRIES, 7)
    assert button.accessibleName() == "Inquiries, 7 waiting"
    desk.kit.translations.choose("ja")
    assert "7" in button.accessibleName()
    assert desk.workspace.inbox.counts(desk.shop.id, desk.shell.inquiries.filters.query).matching.get(
        Status.ANSWERED
    )


def test_closing_while_everything_is_under_way_never_crashes(desk: Desk) -> None:
    inquiries = [desk.put(make_inquiry()) for _ in range(3)]
    _forget(desk.shell)
    for round_no in range(CLOSINGS):
        shell = Shell(desk.workspace, desk.kit)
        shell.show_shop(None)
        shell.show()
        shell.inquiries.show_shop(desk.shop)
        for inquiry in inquiries:
            shell.inquiries.conversation.open(inquiry.id)
            QCoreApplication.processEvents()
        shell.inquiries.conversation.reply.editor.insert(f"{round_no}")
        shell.inquiries.query()
        shell.close()
        _forget(shell)
        QCoreApplication.processEvents()
        gc.collect()
    desk.settle()
    desk.shell = desk.open_window()


def test_an_answer_for_a_deleted_owner_is_dropped(kit: Kit, qtbot: QtBot) -> None:
    gate = threading.Event()
    owner = QObject()
    answers: list[object] = []
    kit.jobs.run(lambda: gate.wait(30), owner=owner, done=answers.append)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gate.set()
    qtbot.waitUntil(lambda: kit.jobs.is_idle)
    assert answers == []


@pytest.mark.parametrize("lane", list(Lane))
def test_no_window_object_dies_on_a_worker(kit: Kit, qtbot: QtBot, lane: Lane) -> None:
    """The last reference to an owner and its callbacks is given up on this thread, whatever ends first."""
    died_on: list[int] = []
    jobs: Jobs = kit.jobs
    gate = threading.Event()

    class Owner(QObject):
        def answer(self, _: object) -> None:
            """Take the answer."""

    owner = Owner()
    weakref.finalize(owner, lambda: died_on.append(threading.get_ident()))
    ticket = jobs.run(lambda: gate.wait(30), owner=owner, done=owner.answer, lane=lane)
    del owner
    gc.collect()
    assert died_on == []
    ticket.drop()
    gc.collect()
    assert died_on == [threading.get_ident()]
    gate.set()
    qtbot.waitUntil(lambda: jobs.is_idle)


def test_messages_that_were_looked_at_are_given_back(desk: Desk) -> None:
    inquiries = [
        desk.put(make_inquiry(*(make_message(f"{n}", number=n) for n in range(20)))) for _ in range(4)
    ]
    for inquiry in inquiries:
        desk.open(inquiry.id)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    alive = [thing for thing in gc.get_objects() if isinstance(thing, MessageBubble)]
    assert len(alive) == 20


def test_a_window_that_was_closed_is_given_back(desk: Desk) -> None:
    desk.open(desk.put(make_inquiry()).id)
    known = weakref.ref(desk.shell)
    desk.shell.close()
    desk.settle()
    _forget(desk.shell)
    desk.shell = desk.open_window()
    gc.collect()
    assert known() is None
