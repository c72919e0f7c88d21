"""Why: a printed thread holds what was said, as text, in the right letters, however long or hostile it is."""

import threading
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtGui import QFontDatabase

from qpost.models.errors import FileFault
from qpost.models.inquiry import Author, Inquiry, ItemRef, Message, MessageId
from qpost.services.export import Course, Stopped
from qpost.ui.export.sheet import Role, paragraphs, weight_of
from qpost.ui.export.thread_pdf import Print, save_pdf, thread_pdf
from qpost.ui.export.words import sheet_words
from qpost.ui.kit import Kit
from tests.gui.export.pdf_text import PdfText, squeezed
from tests.gui.inquiries.desk import make_attachment, make_inquiry, make_message

JAPANESE = "直角の骨を確認しました。\r\n<b>太字</b>&amp;ではありません。"
KOREAN = "안녕하세요. 배송이 언제 되나요?"
CHINESE = "您好，请问什么时候发货？"


def printed(inquiry: Inquiry, *, language: str = "en", course: Course | None = None) -> PdfText:
    """Print a thread and read it back."""
    return PdfText(thread_pdf(to_print(inquiry, language=language), course=course or Course()))


def to_print(inquiry: Inquiry, *, language: str = "en") -> Print:
    """Return what is handed to the worker."""
    return Print(inquiry=inquiry, shop="あかりショップ", status="未処理", words=sheet_words(language))


def answered(body: str, **changes: object) -> Message:
    """Return a message of the shop."""
    message = make_message(body, number=2, author=Author.SHOP, name="あかりショップ")
    return structs.replace(message, extension="A3", **changes)


@pytest.mark.parametrize(
    ("language", "label", "page"), [("en", "Order no.", "Page 1"), ("ja", "注文番号", "1 ページ")]
)
def test_the_paper_tells_whose_it_is_and_what_was_said(
    kit: Kit, language: str, label: str, page: str
) -> None:
    kit.translations.choose(language)
    inquiry = make_inquiry(
        make_message(JAPANESE),
        answered(KOREAN, attachments=(make_attachment("表{0}.pdf"), make_attachment("写真.jpg"))),
        answered(CHINESE, auto=True),
        title="サイズ<i>について</i>",
        item=ItemRef(number="9988776655", name="帽子", category="x", url=""),
        order_no="771234567",
    )
    paper = printed(inquiry, language=language)
    expected = (
        "サイズ<i>について</i>",
        "あかりショップ",
        inquiry.customer.name,
        inquiry.number,
        "9988776655 帽子",
        f"{label} 771234567",
        "JST",
        JAPANESE,
        "A3",
        KOREAN,
        CHINESE,
        "表{0}.pdf, 写真.jpg",
        page,
    )
    assert [text for text in expected if squeezed(text) not in paper.whole] == []
    assert len(paper.pages) == 1


def test_messages_stand_in_their_order_and_pages_are_numbered(kit: Kit) -> None:
    bodies = [f"{number}番です。" + "とても丁寧な本文です。" * 100 for number in range(30)]
    course = Course()
    paper = printed(make_inquiry(*(make_message(body) for body in bodies)), course=course)
    assert len(paper.pages) > 10
    for number, page in enumerate(paper.pages, start=1):
        assert page.count(f"Page{number}") == 1
    text = "".join(page.partition("900001サイズについてPage")[0] for page in paper.pages)
    places = [text.find(squeezed(body)[:40]) for body in bodies]
    assert places == sorted(places)
    assert -1 not in places
    assert text.count("とても丁寧な本文です。") >= 2900  # one that a page break divides may be counted too
    assert (course.done, course.total) == (sum(map(len, bodies)) + 30,) * 2


@pytest.mark.parametrize(("text", "font"), [(JAPANESE, "NotoSansCJKjp"), (KOREAN, "NotoSansCJKkr")])
def test_letters_have_the_form_of_their_language(kit: Kit, text: str, font: str) -> None:
    if not {"Noto Sans CJK JP", "Noto Sans CJK KR"} <= set(QFontDatabase.families()):
        pytest.skip("the fonts that tell the languages apart are not installed")
    assert any(name.startswith(font) for name in printed(make_inquiry(make_message(text))).fonts)


@pytest.mark.parametrize(
    "body",
    [
        "😀👍🏽👨‍👩‍👧 🇯🇵",
        "\ud83d half \ude00",
        "\ud83d\ude00",
        "\x00\x07\x1b[31m\x85",
        "\u202e\u2066مرحبا\u2069",
        "e" + "\u0301" * 5_000,
        "\n" * 300,
        "",
        "\t\u2028\u2029\x0b\x0c",
        "{0} {name} %1 %n",
    ],
)
def test_no_text_breaks_the_paper(kit: Kit, body: str) -> None:
    hostile = make_inquiry(
        structs.replace(make_message(body, name=body), attachments=(make_attachment(body),)),
        answered("最後です。"),
        title=body,
        number=body,
    )
    assert "最後です。" in printed(hostile).whole


def test_a_title_without_end_is_cut(kit: Kit) -> None:
    assert len(printed(make_inquiry(title="長い" * 500_000)).pages) == 1


def test_a_message_without_end_is_laid_out_in_pieces(kit: Kit) -> None:
    inquiry = make_inquiry(make_message("あ" * 1_000_000), make_message("い\n\nう"))
    pieces = [
        piece
        for piece in paragraphs(inquiry, shop="", status="", words=sheet_words("en"))
        if piece.role is Role.BODY
    ]
    assert max(len(piece.text) for piece in pieces) <= 2_000
    assert "".join(piece.text for piece in pieces) == "あ" * 1_000_000 + "いう"
    assert weight_of(inquiry) - sum(piece.weight for piece in pieces) <= 4


class Impatient(Course):
    """A course somebody cancels after some paragraphs."""

    def __init__(self, paragraphs: int) -> None:
        super().__init__()
        self._left = paragraphs

    def check(self) -> None:
        """Cancel when it is time, then look."""
        self._left -= 1
        if self._left < 0:
            self.cancel()
        super().check()


@pytest.mark.parametrize(
    "messages",
    [
        [make_message("あ" * 1_000_000)],
        [make_message("とても丁寧な本文です。" * 100)] * 10_000,
    ],
    ids=["a million characters", "ten thousand messages"],
)
def test_a_long_one_can_be_cancelled(kit: Kit, tmp_path: Path, messages: list[Message]) -> None:
    target, course = tmp_path / "thread.pdf", Impatient(20)
    target.write_bytes(b"before")
    assert save_pdf(to_print(make_inquiry(*messages)), target, course=course) is None
    assert 0 < course.done < course.total / 10
    assert target.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["thread.pdf"]


def test_cancelled_after_the_last_paragraph_writes_nothing(kit: Kit, tmp_path: Path) -> None:
    inquiry = make_inquiry()
    count = sum(1 for _ in paragraphs(inquiry, shop="s", status="x", words=sheet_words("en")))
    assert save_pdf(to_print(inquiry), tmp_path / "thread.pdf", course=Impatient(count)) is None
    assert list(tmp_path.glob("*.pdf")) == []
    with pytest.raises(Stopped):
        thread_pdf(to_print(inquiry), course=Impatient(0))


def test_it_is_printed_on_a_worker(kit: Kit, tmp_path: Path) -> None:
    target = tmp_path / "thread.pdf"
    what = to_print(make_inquiry(make_message(JAPANESE)))
    worker = threading.Thread(target=save_pdf, args=(what, target), kwargs={"course": Course()})
    worker.start()
    worker.join()
    assert squeezed(JAPANESE) in PdfText(target.read_bytes()).whole


def test_a_folder_that_is_not_there_is_told_before_anything_is_drawn(kit: Kit, tmp_path: Path) -> None:
    course = Course()
    with pytest.raises(FileFault) as fault:
        save_pdf(to_print(make_inquiry()), tmp_path / "no" / "x.pdf", course=course)
    assert fault.value.code == FileFault.UNWRITABLE
    assert course.done == 0


def test_an_answer_given_elsewhere_is_printed_as_such(kit: Kit) -> None:
    answer = structs.replace(
        make_message("", author=Author.SHOP), id=MessageId("MSG/1/2/elsewhere"), author_name=""
    )
    paper = printed(make_inquiry(make_message("いつ？"), answer))
    assert squeezed("Answered at Qoo10.") in "".join(paper.pages)
