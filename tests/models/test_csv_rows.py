"""Why: a table opens in a spreadsheet as what was said, and nothing in it runs."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from qpost.models.csv_rows import (
    BYTE_ORDER_MARK,
    CELL_LIMIT,
    ENGLISH,
    Column,
    CsvWords,
    cell,
    encoded,
    head_line,
    row_of,
)
from qpost.models.inquiry import (
    Attachment,
    AttachmentId,
    Author,
    Customer,
    Inquiry,
    InquiryId,
    ItemRef,
    Message,
    MessageId,
    Source,
    Status,
    Visibility,
)
from qpost.models.text import whole

START = datetime(2026, 3, 2, 16, 30, tzinfo=UTC)
NOW = START + timedelta(hours=5, seconds=59)
WORDS = CsvWords(
    heads=ENGLISH.heads, values={"unanswered": "未処理", "customer": "お客様", "shop": "ショップ"}
)


def message(body: str, *, author: Author = Author.CUSTOMER, minutes: int = 0) -> Message:
    """Return a message ``minutes`` after the start."""
    return Message(
        id=MessageId(f"m{minutes}"),
        author=author,
        author_name="山田",
        title="件名",
        body=body,
        at=START + timedelta(minutes=minutes),
    )


def inquiry(*messages: Message, **changes: object) -> Inquiry:
    """Return an unanswered private inquiry."""
    basic = Inquiry(
        id=InquiryId("i1"),
        number="100200",
        source=Source.CUSTOMER,
        visibility=Visibility.PRIVATE,
        kind="item",
        category="size",
        status=Status.UNANSWERED,
        hidden=False,
        title="サイズ",
        customer=Customer(name="山田"),
        received_at=START,
        updated_at=START,
        version=1,
        message_count=4,
        last_message_preview="最後",
        item=ItemRef(number="55", name="帽子", category="x", url=""),
        order_no="000771",
        messages=messages or None,
    )
    return structs.replace(basic, **changes)


def cells_of(one: Inquiry, *, words: CsvWords = WORDS) -> dict[Column, str]:
    """Return the row by column."""
    return dict(zip(Column, row_of(one, shop="あかり", words=words, now=NOW), strict=True))


def read_back(content: bytes) -> list[list[str]]:
    """Read a file as a spreadsheet does."""
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))


def test_a_row_tells_what_a_seller_asks() -> None:
    one = inquiry(
        message("入荷は\r\nいつですか"),
        structs.replace(
            message("明日です", author=Author.SHOP, minutes=95),
            extension="A3",
            attachments=(Attachment(AttachmentId("a"), "表.pdf", "application/pdf", 3, ""),),
        ),
        replied_at=START + timedelta(minutes=95),
        handled_by="A3",
    )
    assert cells_of(one) == {
        Column.NUMBER: "100200",
        Column.STATUS: "未処理",
        Column.SOURCE: "お客様",
        Column.VISIBILITY: "private",
        Column.CUSTOMER: "山田",
        Column.TITLE: "サイズ",
        Column.CATEGORY: "size",
        Column.ITEM_NO: "55",
        Column.ITEM_NAME: "帽子",
        Column.ORDER_NO: "000771",
        Column.RECEIVED: "2026-03-03 01:30:00",
        Column.REPLIED: "2026-03-03 03:05:00",
        Column.WAITING_MIN: "300",
        Column.RESPONSE_MIN: "95",
        Column.HANDLED_BY: "A3",
        Column.MESSAGES: "2",
        Column.LAST_MESSAGE: "明日です",
        Column.THREAD: "[2026-03-03 01:30:00] 山田\n入荷は\nいつですか\n\n"
        "[2026-03-03 03:05:00] ショップ (A3)\n明日です\n<表.pdf>",
        Column.SHOP: "あかり",
    }


def test_what_is_missing_is_empty_and_time_never_runs_backwards() -> None:
    one = inquiry(item=None, order_no=None, status=Status.ANSWERED, replied_at=START - timedelta(hours=1))
    row = cells_of(one)
    empty = (Column.ITEM_NO, Column.ITEM_NAME, Column.ORDER_NO, Column.WAITING_MIN, Column.HANDLED_BY)
    assert {row[column] for column in empty} == {""}
    assert (row[Column.RESPONSE_MIN], row[Column.MESSAGES], row[Column.LAST_MESSAGE]) == ("0", "4", "最後")


@pytest.mark.parametrize("status", [Status("parked"), Status.ANSWERING])
def test_a_word_nobody_gave_stands_as_it_came(status: Status) -> None:
    assert cells_of(inquiry(status=status))[Column.STATUS] == str(status)


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://x.test","ここ")',
        "+81 3",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\uff1d1+1",
        "\uff0b1",
        "\uff0d1",
        "\uff20A",
        " =1",
        "\u3000=1",
        "\ufeff=1",
        "\u200b=1",
        "\u202e=1",
        "\x00=1",
    ],
)
def test_what_begins_like_a_formula_is_text(text: str) -> None:
    assert cell(text).startswith("'")


@pytest.mark.parametrize("text", ["100200", "2026-03-03 01:30:00", "a=1", "1-2", "", "'quoted", "サイズ@駅"])
def test_what_is_harmless_stays_as_it_is(text: str) -> None:
    assert cell(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\r\nb\rc\nd\u2028e", "a\nb\nc\nd\ne"),
        ("a\x00b\x07c\x1bd\x85e\td", "abcde\td"),
        ("\ud83d\ude00 \ud83d", "😀 \ufffd"),
    ],
)
def test_line_ends_controls_and_half_characters(text: str, shown: str) -> None:
    assert cell(text) == shown


@pytest.mark.parametrize("char", ["あ", "😀"])
def test_a_cell_is_no_longer_than_a_spreadsheet_takes(char: str) -> None:
    fits = char * (CELL_LIMIT // (len(char.encode("utf-16-le")) // 2))
    assert cell(fits) == fits
    cut = cell(fits + char)
    assert cut.endswith(" […]")
    assert len(cut.encode("utf-16-le")) // 2 <= CELL_LIMIT


def test_a_thread_without_end_takes_no_time_without_end() -> None:
    many = [message("あ" * 1000, minutes=number) for number in range(10_000)]
    thread = cells_of(inquiry(*many))[Column.THREAD]
    assert thread.endswith(" […]")
    assert len(thread) <= CELL_LIMIT


def test_the_file_begins_with_the_mark_and_the_heads() -> None:
    content = head_line(ENGLISH)
    assert content.startswith(BYTE_ORDER_MARK)
    assert content.endswith(b"\r\n")
    assert read_back(content.removeprefix(BYTE_ORDER_MARK)) == [[ENGLISH.heads[column] for column in Column]]


@given(st.lists(st.lists(st.text().map(cell), min_size=2, max_size=5), max_size=8))
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    assert read_back(b"".join(encoded(row) for row in rows)) == rows


@given(st.text(st.characters()))
def test_a_cell_changes_nothing_but_what_it_must(text: str) -> None:
    shown = cell(text)
    kept = [char for char in whole(text) if char.isprintable()]
    assert [char for char in shown if char.isprintable()] in (kept, ["'", *kept])
    assert cell(shown) == shown
    shown.encode("utf-8")


@given(st.text(st.characters(codec="utf-8"), max_size=40), st.sampled_from("=+-@＝＋－＠"))
def test_no_beginning_leads_past_the_guard(text: str, sign: str) -> None:
    shown = cell(sign + text)
    assert shown[0] == "'"
