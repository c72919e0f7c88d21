"""Why: what Qoo10's API does not do is greyed, says why, and leads to where it is done."""

from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtWidgets import QPushButton, QWidget

from qpost.models.inquiry import Author, MessageId, Status, Visibility
from qpost.models.links import Page
from qpost.models.outbox import Draft
from qpost.models.qoo10 import QsmPage, qsm_address
from qpost.ui.inquiries.composition import Composition
from qpost.ui.inquiries.reply_pane import ReplyPane
from qpost.ui.widgets.not_offered import NotOffered
from tests.gui.inquiries.desk import make_inquiry, make_message
from tests.gui.qapi.desk import KeyDesk

ENTRY = qsm_address(QsmPage.ENTRY)


def button_named(widget: QWidget, name: str) -> QPushButton:
    (found,) = [each for each in widget.findChildren(QPushButton) if each.text() == name and each.isVisible()]
    return found


def test_a_reply_settles_the_inquiry_and_says_why(key_desk: KeyDesk, browsed: list[str]) -> None:
    inquiry = key_desk.open(make_inquiry(title="Where is {name}?"))
    reply = key_desk.conversation.reply
    assert not reply.status.isVisible()
    assert not reply.title.isVisible()
    button_named(reply, "Answered").click()
    assert "every reply settles" in reply.banner.text
    reply.banner.action.click()
    assert browsed == [ENTRY]
    reply.editor.setPlainText("はい。")
    sent: list[Composition] = []
    reply.send_asked.disconnect()
    reply.send_asked.connect(sent.append)
    reply.send()  # braces in a title that nobody gets are no hole in the reply
    assert [(each.inquiry.id, each.status) for each in sent] == [(inquiry.id, Status.ANSWERED)]


def test_a_draft_of_another_connection_is_answered_all_the_same(key_desk: KeyDesk) -> None:
    inquiry = make_inquiry()
    draft = Draft(
        inquiry_id=inquiry.id,
        title="[Re] x",
        body="本文",
        status=Status.ANSWERING,
        files=(),
        updated_at=inquiry.updated_at,
    )
    key_desk.workspace.store.drafts.save(draft)
    key_desk.open(inquiry)
    assert key_desk.conversation.reply.editor.body == "本文"
    assert key_desk.conversation.reply.status.value is Status.ANSWERED


def _press_attach(reply: ReplyPane) -> None:
    button_named(reply, "Attach").click()


def _drop_a_file(reply: ReplyPane) -> None:
    reply.editor.files_given.emit([Path(__file__)])


def _ask_for_templates(reply: ReplyPane) -> None:
    reply.templates_button.click()


@pytest.mark.parametrize(
    ("does", "says"),
    [
        (_press_attach, "takes no files"),
        (_drop_a_file, "takes no files"),
        (_ask_for_templates, "no templates"),
    ],
)
def test_files_and_templates_say_why_they_are_missing(
    key_desk: KeyDesk, browsed: list[str], does: object, says: str
) -> None:
    key_desk.open(make_inquiry())
    reply = key_desk.conversation.reply
    assert callable(does)
    does(reply)
    key_desk.settle()
    assert says in reply.banner.text
    assert reply.files == ()
    reply.banner.action.click()
    assert browsed == [ENTRY]


def test_hiding_leads_to_qsm(key_desk: KeyDesk, browsed: list[str]) -> None:
    key_desk.open(make_inquiry(visibility=Visibility.PUBLIC))
    button = key_desk.conversation.exchange.hide_button
    assert (button.text(), button.isEnabled()) == ("Hide in QSM", True)
    assert "cannot hide" in button.toolTip()
    button.click()
    assert browsed == [ENTRY]


@pytest.mark.parametrize("place", [Page.POINTS, Page.QCASH, Page.TEMPLATES])
def test_pages_lead_to_qsm(key_desk: KeyDesk, browsed: list[str], place: Page) -> None:
    key_desk.shell.rail.go(place)
    key_desk.settle()
    page = key_desk.shell.page(place)
    assert page is not None
    (notice,) = page.findChildren(NotOffered)
    assert notice.isVisible()
    button_named(notice, "Open QSM in the browser").click()
    assert browsed == [ENTRY]


def test_an_answer_given_elsewhere_is_told_as_such(key_desk: KeyDesk) -> None:
    marked = structs.replace(make_message("", author=Author.SHOP, name=""), id=MessageId("MSG/1/2/elsewhere"))
    key_desk.open(make_inquiry(make_message("いつ届きますか。"), marked))
    view = key_desk.conversation.exchange.view
    names = [each.accessibleName() for each in view.findChildren(QWidget)]
    (told,) = [name for name in names if "hand out" in name]
    assert told.endswith(": Answered at Qoo10. Its API does not hand out the words.")
