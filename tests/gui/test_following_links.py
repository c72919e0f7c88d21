"""A link leads to its inquiry or page from wherever the program is, and says so when it cannot."""

import pytest
from pytestqt.qtbot import QtBot

from qpost.app import Application
from qpost.models.account import Shop
from qpost.models.call import Call, Verb
from qpost.models.inquiry import Inquiry
from qpost.models.links import InquiryLink, Page, link_of
from qpost.models.search import InquiryQuery
from qpost.ui.login.shops_window import ShopsWindow
from qpost.ui.login.window import SignInWindow
from qpost.ui.shell import Shell
from tests.gui.conftest import MakeApplication
from tests.gui.test_application import LIMIT_MS, sign_in
from tests.service_fixtures import RunningService


@pytest.fixture
def application(qtbot: QtBot, make_application: MakeApplication, gui_service: RunningService) -> Application:
    """An application in its first shop, with all inquiries read."""
    application = make_application()
    sign_in(qtbot, application, gui_service)
    assert application.workspace is not None
    application.workspace.sync.sync_once()
    return application


def inquiry_of(application: Application, shop: Shop) -> Inquiry:
    """Return an inquiry of ``shop``."""
    assert application.workspace is not None
    inbox = application.workspace.inbox
    return inbox.rows(inbox.ids(shop.id, InquiryQuery())[:1])[0].inquiry


def ask(application: Application, link: str) -> None:
    """Have a later start bring ``link``."""
    application.answer(Call(Verb.OPEN, link=link))


def shell_of(application: Application) -> Shell:
    """Return the main window, which must be there."""
    assert isinstance(application.window, Shell)
    return application.window


def shows(application: Application, inquiry: Inquiry, shop: Shop) -> bool:
    """Tell whether ``inquiry`` is open in its shop."""
    shell = shell_of(application)
    shown = shell.inquiries.conversation.inquiry
    return shell.shop == shop and shown is not None and shown.id == inquiry.id


def test_every_page_can_be_linked_to(application: Application) -> None:
    assert {page.value for page in Page} == {place.value for place in Page}
    for page in Page:
        ask(application, f"qpost://page/{page}")
        assert shell_of(application).rail.button(Page(page.value)).isChecked()


def test_an_inquiry_of_another_shop_is_opened_there(qtbot: QtBot, application: Application) -> None:
    assert application.workspace is not None
    shell = shell_of(application)
    other = next(shop for shop in application.workspace.shops() if shop != shell.shop)
    inquiry = inquiry_of(application, other)
    ask(application, "qpost://page/settings")
    ask(application, link_of(InquiryLink(other.code, inquiry.number)))
    qtbot.waitUntil(lambda: shows(application, inquiry, other), timeout=LIMIT_MS)
    assert shell.rail.button(Page.INQUIRIES).isChecked()


def test_what_is_not_there_is_said_quietly(qtbot: QtBot, application: Application) -> None:
    assert application.workspace is not None
    notice = application.notice
    assert notice is not None
    ask(application, link_of(InquiryLink(application.workspace.shops()[0].code, "<b>404</b>")))
    qtbot.waitUntil(lambda: "<b>404</b>" in notice.text)
    ask(application, link_of(InquiryLink("elsewhere", "1")))
    qtbot.waitUntil(lambda: "elsewhere" in notice.text)


def test_a_link_waits_until_a_shop_is_open(
    qtbot: QtBot, application: Application, gui_service: RunningService
) -> None:
    assert application.workspace is not None
    shop = application.workspace.shops()[-1]
    inquiry = inquiry_of(application, shop)
    application.entrance.sign_out()
    ask(application, "qpost://page/points")
    ask(application, link_of(InquiryLink(shop.code, inquiry.number)))
    qtbot.waitUntil(lambda: isinstance(application.window, SignInWindow), timeout=LIMIT_MS)
    sign_in(qtbot, application, gui_service)
    qtbot.waitUntil(lambda: shows(application, inquiry, shop), timeout=LIMIT_MS)


def test_a_later_start_brings_a_minimised_or_hidden_window_back(
    qtbot: QtBot, make_application: MakeApplication
) -> None:
    application = make_application(minimised=True)
    window = application.window
    assert window is not None
    assert not window.isVisible()
    application.front.show_minimised()
    assert window.isMinimized()
    application.answer(Call(Verb.SHOW))
    assert window.isVisible()
    assert not window.isMinimized()
    application.front.hide()
    assert not window.isVisible()
    application.answer(Call(Verb.GREET))
    assert application.front.is_hidden
    application.answer(Call(Verb.SHOW))
    assert window.isVisible()
    qtbot.waitUntil(window.isActiveWindow)


def test_a_hidden_window_stays_so_through_the_whole_way_in(
    qtbot: QtBot, make_application: MakeApplication, gui_service: RunningService
) -> None:
    application = make_application()
    application.front.hide()
    sign_in(qtbot, application, gui_service)
    shell = shell_of(application)
    assert not shell.isVisible()
    application.show()
    assert shell.isVisible()
    assert not isinstance(application.window, ShopsWindow)


def test_being_asked_to_end_leaves_what_was_typed_on_disk(
    qtbot: QtBot, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert application.workspace is not None
    shop = application.workspace.shops()[0]
    inquiry = inquiry_of(application, shop)
    ask(application, link_of(InquiryLink(shop.code, inquiry.number)))
    qtbot.waitUntil(lambda: shows(application, inquiry, shop), timeout=LIMIT_MS)
    reply = shell_of(application).inquiries.conversation.reply
    qtbot.waitUntil(lambda: reply.inquiry is not None and reply.inquiry.id == inquiry.id)
    reply.editor.insert("書きかけの返信")
    drafts = application.workspace.store.drafts
    kept: list[str] = []

    def note() -> None:
        draft = drafts.get(inquiry.id)
        kept.append(draft.body if draft is not None else "")

    monkeypatch.setattr(application._qt, "quit", note)
    application.answer(Call(Verb.QUIT))
    assert kept == ["書きかけの返信"]
