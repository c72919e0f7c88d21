"""Notices are short, one fact a line, and a stranger's text cannot break out of them."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from qpost.models.account import Shop, ShopId
from qpost.models.inquiry import InquiryId
from qpost.models.notices import Alarm, AskedItem, News, Notice, Waiting
from qpost.ui.tray.words import alarm_words, notice_words

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
A, B = ShopId("a"), ShopId("b")
SHOPS = {
    shop_id: Shop(id=shop_id, name=name, code=name, country="JP", inquiry_email="", unanswered=0)
    for shop_id, name in ((A, "あかり雑貨店"), (B, "Seoul Style"))
}


def _notice(
    count: int = 1, *, customer: str = "山田", title: str = "配送", preview: str = "いつですか"
) -> Notice:
    news = News(A, InquiryId("i1"), "1001", customer, title, preview, NOW, ())
    return Notice(count, (A, B) if count > 1 else (A,), news)


def _alarm(name: str = "佐藤", item: str = "帽子") -> Alarm:
    longest = [Waiting(A, InquiryId(str(hours)), name, "", NOW - timedelta(hours=hours)) for hours in (60, 5)]
    return Alarm(12, (*longest, longest[0]), (AskedItem("1", item, 4), AskedItem("2", "", 2)))


def test_one_customer_is_named_with_title_words_and_shop() -> None:
    words = notice_words(_notice(), SHOPS)
    assert words.heading == "山田 wrote"
    assert words.text == "配送\nいつですか\nあかり雑貨店"


def test_the_only_shop_is_not_named() -> None:
    assert notice_words(_notice(), {A: SHOPS[A]}).text == "配送\nいつですか"


def test_a_burst_is_counted_and_its_newest_named() -> None:
    words = notice_words(_notice(7), SHOPS)
    assert words.heading.startswith("7 ")
    assert words.text == "Newest: 山田, 配送\nあかり雑貨店 · Seoul Style"


def test_an_alarm_tells_durations_and_items() -> None:
    words = alarm_words(_alarm(), now=NOW)
    assert words.heading.startswith("12 ")
    assert "佐藤 (2 d), 佐藤 (5 h)" in words.text
    assert "帽子 (4)" in words.text
    assert "2 (2)" in words.text


@given(st.text(max_size=120), st.text(max_size=120), st.text(max_size=120))
def test_no_text_breaks_lines_or_turns_directions_and_windows_shows_it_whole(
    name: str, title: str, preview: str
) -> None:
    for words in (
        notice_words(_notice(customer=name, title=title, preview=preview), SHOPS),
        notice_words(_notice(3, customer=name, title=title), SHOPS),
        alarm_words(_alarm(name, title), now=NOW),
    ):
        assert len(words.heading) <= 63
        assert len(words.text) <= 255
        assert len(words.text.split("\n")) <= 3
        assert not set("\u202e\u2066\r\x00\x1b\u2028") & set(words.heading + words.text)
