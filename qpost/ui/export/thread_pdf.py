"""Why: a thread becomes a PDF on a worker, paragraph by paragraph, so that no window waits for a long one.

``QTextDocument`` would lay out everything in one call that cannot be cancelled; here each paragraph is laid
out, drawn and forgotten.
"""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from qpost.models.errors import FileFault
from qpost.models.inquiry import Inquiry
from qpost.models.text import whole
from qpost.services.export import Course, Stopped, replaced
from qpost.ui.export.sheet import Paragraph, Role, paragraphs, weight_of
from qpost.ui.export.words import SheetWords
from qpost.ui.fonts import make_font, tabular, text_language
from qpost.ui.inquiries.words import one_line
from qpost.ui.tokens import LIGHT, TYPE_BODY, TYPE_SMALL, TYPE_TITLE

_DOTS_PER_INCH = 300
_MM = _DOTS_PER_INCH / 25.4
_MARGIN_MM = 18.0
_FOOTER_MM = 10.0
_LABEL_MM = 34.0
_LEADING = 1.2
_FOOTER_TITLE = 60


class _Look(NamedTuple):
    size_px: int
    bold: bool
    ink: str
    before_mm: float
    with_next_mm: float = 0.0


_LOOKS = {
    Role.TITLE: _Look(TYPE_TITLE, True, LIGHT.ink, 0.0),
    Role.FACT: _Look(TYPE_SMALL, False, LIGHT.ink, 0.6),
    Role.AUTHOR: _Look(TYPE_BODY, True, LIGHT.ink, 6.0, with_next_mm=14.0),
    Role.BODY: _Look(TYPE_BODY, False, LIGHT.ink, 0.4),
    Role.NOTE: _Look(TYPE_SMALL, False, LIGHT.ink2, 1.0),
}


class Print(NamedTuple):
    """What is to be printed, worded beforehand."""

    inquiry: Inquiry
    shop: str
    status: str
    words: SheetWords


def save_pdf(what: Print, target: Path, *, course: Course) -> Path | None:
    """Write the thread to ``target``; None when it was cancelled. Raises ``FileFault``."""
    try:
        with replaced(target) as file:
            content = thread_pdf(what, course=course)
            if not content:
                raise FileFault(FileFault.UNWRITABLE, file_name=target.name, detail="nothing was drawn")
            file.write(content)
            course.check()
    except Stopped:
        return None
    return target


def thread_pdf(what: Print, *, course: Course) -> bytes:
    """Return the PDF, its fonts embedded; for a worker. Raises ``Stopped`` when cancelled."""
    inquiry = what.inquiry
    course.total = weight_of(inquiry)
    footer = f"{one_line(inquiry.number)}  {one_line(inquiry.title, limit=_FOOTER_TITLE)}"
    pages = _Pages(footer, page_word=what.words.page, language=what.words.language)
    try:
        for paragraph in paragraphs(inquiry, shop=what.shop, status=what.status, words=what.words):
            course.check()
            pages.add(paragraph)
            course.done += paragraph.weight
        course.done = course.total
    finally:
        content = pages.end()
    return content


class _Pages:
    """A4 pages filled from top to bottom."""

    def __init__(self, footer: str, *, page_word: str, language: str) -> None:
        self._footer, self._page_word, self._language = footer, page_word, language
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setResolution(_DOTS_PER_INCH)
        self._writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM - _FOOTER_MM / 2)
        self._writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
        self._writer.setTitle(footer)
        self._writer.setCreator("Qpost")
        self._width = float(self._writer.width())
        self._bottom = self._writer.height() - _FOOTER_MM * _MM
        self._painter: QPainter | None = QPainter(self._writer)
        self._number, self._y = 1, 0.0
        self._last: Role | None = None

    def add(self, paragraph: Paragraph) -> None:
        """Draw ``paragraph`` below the one before, on the next page where there is no room."""
        look = _LOOKS[paragraph.role]
        if self._y:
            before_mm = 0.0 if paragraph.role is self._last is Role.FACT else look.before_mm
            self._y += max(before_mm, 3.0 if self._last is Role.TITLE else 0.0) * _MM
        if self._y + look.with_next_mm * _MM > self._bottom:
            self._turn()
        if paragraph.role is Role.AUTHOR:
            self._author(paragraph, look)
        else:
            indent = self._fact_label(paragraph) if paragraph.role is Role.FACT else 0.0
            self._text(paragraph, look, indent=indent)
        self._last = paragraph.role

    def end(self) -> bytes:
        """Finish the document and return it; empty when it could not be drawn."""
        self._foot()
        # Ending the painter subsets and embeds the fonts, a quarter of a second for eight hundred characters
        # and more for rare ones. ``QPainter.end`` does it with the interpreter locked, and every window
        # would stand still; its destructor does the same with the interpreter unlocked.
        self._painter = None
        return bytes(self._buffer.data().data())

    def _brush(self) -> QPainter:
        if self._painter is None:
            raise ValueError("the document is finished")
        return self._painter

    def _turn(self) -> None:
        self._foot()
        self._writer.newPage()
        self._number, self._y = self._number + 1, 0.0

    def _foot(self) -> None:
        font = make_font(text_language(self._footer), size_px=TYPE_SMALL)
        at = QRectF(0, self._bottom + 4 * _MM, self._width, (_FOOTER_MM - 4) * _MM)
        painter = self._brush()
        painter.setPen(QColor(LIGHT.ink2))
        painter.setFont(font)
        flags = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignTop
        painter.drawText(at, flags | Qt.AlignmentFlag.AlignLeft, self._footer)
        painter.setFont(make_font(self._language, size_px=TYPE_SMALL))
        number = self._page_word.format(number=self._number)
        painter.drawText(at, flags | Qt.AlignmentFlag.AlignRight, number)

    def _author(self, paragraph: Paragraph, look: _Look) -> None:
        painter = self._brush()
        painter.setPen(QColor(LIGHT.line_strong))
        painter.drawLine(QPointF(0, self._y), QPointF(self._width, self._y))
        self._y += 2 * _MM
        top = self._y
        time_font = tabular(make_font("en", size_px=TYPE_SMALL))
        time_line = _lines(paragraph.label, time_font, self._width, painter)
        painter.setPen(QColor(LIGHT.ink2))
        time_width = 0.0
        for line in _lines_of(time_line)[:1]:
            time_width = line.naturalTextWidth()
            line.draw(painter, QPointF(self._width - time_width, top))
        self._text(paragraph, look, width=self._width - time_width - 4 * _MM)

    def _fact_label(self, paragraph: Paragraph) -> float:
        painter = self._brush()
        font = make_font(self._language, size_px=TYPE_SMALL)
        layout = _lines(paragraph.label, font, _LABEL_MM * _MM, painter)
        painter.setPen(QColor(LIGHT.ink2))
        for line in _lines_of(layout)[:1]:
            if self._y + line.height() > self._bottom:
                self._turn()
            line.draw(painter, QPointF(0, self._y))
        return _LABEL_MM * _MM

    def _text(
        self, paragraph: Paragraph, look: _Look, *, indent: float = 0.0, width: float | None = None
    ) -> None:
        language = paragraph.language or text_language(paragraph.text)
        font = make_font(language, size_px=look.size_px, bold=look.bold)
        painter = self._brush()
        layout = _lines(whole(paragraph.text), font, (width or self._width) - indent, painter)
        for line in _lines_of(layout):
            if self._y + line.height() > self._bottom:
                self._turn()
            painter.setPen(QColor(look.ink))
            line.draw(painter, QPointF(indent, self._y))
            self._y += line.height() * _LEADING


def _lines(text: str, font: QFont, width: float, painter: QPainter) -> QTextLayout:
    """Break ``text`` into lines of ``width`` dots."""
    layout = QTextLayout(text, font, painter.device())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def _lines_of(layout: QTextLayout) -> list[QTextLine]:
    return [layout.lineAt(number) for number in range(layout.lineCount())]
