"""Why: a search shows where it found its words, and says what it cannot look for."""

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from qpost.models.events import InquiriesChanged
from qpost.models.inquiry import Inquiry, Source
from qpost.models.search import InquiryQuery
from qpost.models.settings import Theme as ThemeChoice
from qpost.ui.inquiries.plain_text import PlainText
from tests.gui.inquiries.desk import Desk, make_inquiry, make_message

HIDDEN = "虹色の長靴"


def _put(desk: Desk, *, body: str, **changes: object) -> Inquiry:
    plain = make_inquiry(**changes)
    (first, *_) = plain.messages or ()
    later = structs.replace(first, id=f"{first.id}x", body="ありがとうございます。")
    said = (structs.replace(first, body=body), later)
    return desk.put(structs.replace(plain, messages=said, last_message_preview=later.body))


def _type(desk: Desk, text: str) -> None:
    desk.shell.header.search.setText(text)
    desk.wait(lambda: not desk.shell.header._timer.isActive())
    desk.settle()


def _marks(desk: Desk, widget: QWidget | None = None) -> int:
    """Return how many pixels of the list, or of ``widget``, have the colour of a mark."""
    image = (widget or desk.shell.inquiries.list.view.viewport()).grab().toImage()
    mark = QColor(desk.kit.theme.tokens.mark).rgb()
    return sum(
        image.pixel(x, y) == mark for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    )


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_a_hit_is_shown_and_marked_in_list_and_thread(quiet_desk: Desk, theme: ThemeChoice) -> None:
    desk = quiet_desk
    desk.kit.theme.choose(theme)
    body = f"{'よろしくお願いします。' * 20}\U0001f600{HIDDEN}はありますか。"
    inquiry = _put(desk, body=body)
    assert _marks(desk) == 0
    _type(desk, "ナガグツ" if theme is ThemeChoice.DARK else "長靴は")
    if theme is ThemeChoice.DARK:  # kana are one, but kanji are not read aloud
        assert desk.shell.inquiries.list.model.rowCount() == 0
        _type(desk, "長靴")
    model = desk.shell.inquiries.list.model
    assert model.rowCount() == 1
    row = model.row_at(0)
    assert row is not None
    assert HIDDEN in row.snippet
    assert _marks(desk) > 20
    desk.open(inquiry.id)
    texts = desk.conversation.exchange.view.findChildren(PlainText)
    marked = [mark.cursor.selectedText() for text in texts for mark in text.extraSelections()]
    assert marked == (["長靴"] if theme is ThemeChoice.DARK else ["長靴は"])
    _type(desk, "")
    assert _marks(desk) == 0
    assert [mark for text in texts for mark in text.extraSelections()] == []


def test_an_inquiry_opens_at_the_message_that_was_found(quiet_desk: Desk) -> None:
    desk = quiet_desk
    said = [f"{number} 通目のメッセージです。" for number in range(90)]
    said[12] = f"{HIDDEN}はありますか。"
    messages = [make_message(body, number=number) for number, body in enumerate(said)]
    inquiry = desk.put(make_inquiry(*messages, title=f"{HIDDEN}の在庫"))
    exchange = desk.conversation.exchange
    desk.open(inquiry.id)
    bar = exchange.view.verticalScrollBar()
    desk.wait(lambda: bar.value() == bar.maximum() > 0)
    assert _marks(desk, exchange._title) == 0
    desk.open(desk.put(make_inquiry(number="900002")).id)
    _type(desk, HIDDEN)
    assert _marks(desk, exchange._title) == 0
    desk.open(inquiry.id)
    assert _marks(desk, exchange._title) > 20
    assert exchange.view.shown_texts()[0] == said[12], "and what came after it"
    (text,) = (text for text in exchange.view.findChildren(PlainText) if text.extraSelections())
    desk.wait(lambda: 0 <= text.mapTo(exchange.view.viewport(), QPoint()).y() < exchange.view.height() // 2)
    desk.open(inquiry.id)
    bar.triggerAction(bar.SliderAction.SliderToMaximum)
    newest = make_message("新着です。", number=99)
    desk.put(structs.replace(inquiry, version=2, messages=(*messages, newest)))
    desk.publisher.publish(InquiriesChanged(shop_id=desk.shop.id, ids=frozenset({inquiry.id})))
    desk.wait(lambda: exchange.view.shown_texts()[-1] == "新着です。")
    assert bar.value() > 0, "who reads at the end stays there"
    desk.wait(lambda: bar.value() == bar.maximum())


def test_what_makes_no_sense_is_hinted_at_and_the_list_stays(quiet_desk: Desk) -> None:
    desk = quiet_desk
    pane, bar = desk.shell.inquiries.list, desk.shell.inquiries.filters
    before = list(pane.model.ids)
    _type(desk, "before:xyz")
    assert "“xyz” is no day" in pane.hint.text
    assert list(pane.model.ids) == before
    assert bar.query.text == ""
    _type(desk, "before:2001")
    assert pane.hint.text == ""
    assert pane.model.rowCount() == 0
    for text, words in (
        ("from:", "a customer's name after from:"),
        ("item:", "after item:"),
        ("order:", "after order:"),
        ("status:", "After status:"),
        ("after:", "a day after after:"),
        ("status:done", "“done” is no status"),
        ("、", "no letters or digits"),
    ):
        _type(desk, text)
        assert words in pane.hint.text
    _type(desk, "")
    assert pane.hint.text == ""
    assert list(pane.model.ids) == before


def test_operators_are_scoped_by_the_filters(quiet_desk: Desk) -> None:
    desk = quiet_desk
    inquiry = _put(desk, body=HIDDEN)
    _type(desk, f'from:"{inquiry.customer.name}" {HIDDEN}')
    model = desk.shell.inquiries.list.model
    assert model.rowCount() == 1
    desk.shell.inquiries.filters.tabs.button(Source.QOO10).click()
    desk.settle()
    assert model.rowCount() == 0


def test_back_leaves_a_search_and_not_one_letter_of_it(quiet_desk: Desk) -> None:
    desk = quiet_desk
    bar = desk.shell.inquiries.filters
    before = list(desk.shell.inquiries.list.model.ids)
    for text in ("サ", "サイ", "サイズ"):
        _type(desk, text)
        assert bar.query.text == text
    bar.back_button.click()
    desk.settle()
    assert bar.query == InquiryQuery(source=Source.CUSTOMER)
    assert list(desk.shell.inquiries.list.model.ids) == before
    assert bar.back_button.isHidden()


def test_news_that_matches_joins_the_hits(quiet_desk: Desk) -> None:
    desk = quiet_desk
    _put(desk, body=HIDDEN)
    _type(desk, HIDDEN)
    model = desk.shell.inquiries.list.model
    assert model.rowCount() == 1
    arrived = _put(desk, body=HIDDEN, number="77001")
    other = _put(desk, body="別の話", number="77002")
    ids = frozenset({arrived.id, other.id})
    desk.publisher.publish(InquiriesChanged(shop_id=desk.shop.id, ids=ids, arrived=ids))
    desk.wait(lambda: model.rowCount() == 2)
    desk.settle()
    assert model.rowCount() == 2
