"""Why: one painter draws a whole inquiry, so that a million of them scroll like a hundred."""

import re
from datetime import datetime
from functools import cache, lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qpost.models.inbox import InboxRow
from qpost.models.inquiry import Visibility
from qpost.models.outbox import OutboxState
from qpost.models.search_fold import hits
from qpost.ui.assets import Assets
from qpost.ui.fonts import make_font, tabular, text_language
from qpost.ui.inquiries.list_model import ROW_ROLE, InquiryListModel
from qpost.ui.inquiries.words import (
    duration_text,
    is_waiting,
    one_line,
    outbox_word,
    short_time,
    status_ink,
    status_word,
    visibility_word,
    waiting_ink,
)
from qpost.ui.theme import Theme
from qpost.ui.tokens import SPACE_L, SPACE_S, TYPE_BODY, TYPE_SMALL, TYPE_TINY
from qpost.ui.widgets.row_ground import paint_focus, paint_ground

_DOT_PX = 8
_GAP_PX = 2
_MARK_PX = 14
_NARROW = re.compile("[^\u3001-\uff60]")
_NARROWEST_WIDE = "しトリ国"
"""Fonts for interfaces draw kana narrower than ideographs."""
_SINGLE = re.compile("[ -~¥、-〜ぁ-ゖァ-ヺー・一-鿿가-힣！-～]*")
"""Characters that stand for themselves, whatever is beside them."""
_WIDEST_TEXT = 300
"""Characters of a line handed to the text layout; no row shows more, however hostile the text."""


@lru_cache(maxsize=1000)
def _marked(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    return hits(text, words)


@cache
def _color(token: str) -> QColor:
    return QColor(token)


class _Advances(dict[str, float]):
    """How far each character of a font moves on, in pixels; measured when it is first met."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._metrics = QFontMetricsF(font)

    def __missing__(self, character: str) -> float:
        advance_px = self[character] = self._metrics.horizontalAdvance(character)
        return advance_px


class _Face:
    """A font and its metrics, and what is measured over and over.

    In a font that is not shaped a text is as wide as its characters together, which are measured once.
    """

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._is_shaped = not font.styleStrategy() & QFont.StyleStrategy.PreferNoShaping
        self._advances = _Advances(font)
        self._ellipsis_px = self._advances["…"]
        self.metrics = QFontMetrics(font)
        self.height, self.ascent = self.metrics.height(), self.metrics.ascent()
        self.width = lru_cache(maxsize=500)(self._width)
        self._narrowest_px = max(1, min(map(self.metrics.horizontalAdvance, _NARROWEST_WIDE)))

    def _width(self, text: str) -> int:
        """Measure ``text``; a cache around Qt's own method would ask it for its documentation, for 30 ms."""
        return self.metrics.horizontalAdvance(text)

    def elided(self, text: str, width_px: int) -> str:
        """Return one line of ``text``, elided; what is surely past the edge is not even measured."""
        line = text[:_WIDEST_TEXT]
        fitting = max(0, width_px) // self._narrowest_px + 2
        if len(line) > fitting:
            line = line[: fitting + len(_NARROW.findall(line))]
        line = " ".join(line.split())
        if self._is_shaped or not _SINGLE.fullmatch(line):
            return self.metrics.elidedText(line, Qt.TextElideMode.ElideRight, max(0, width_px))
        used_px, fits, advances = 0.0, 0, self._advances
        for place, character in enumerate(line):
            used_px += advances[character]
            if used_px > width_px:
                return f"{line[:fits].rstrip()}…"
            if used_px <= width_px - self._ellipsis_px:
                fits = place + 1
        return line


def _unshaped(font: QFont) -> QFont:
    """Return ``font`` without ligatures and kerning where the script does without: a third less to paint."""
    font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    return font


class _Fonts:
    """The faces of one interface language, made once."""

    def __init__(self, language: str) -> None:
        self.interface = _Face(tabular(make_font(language, size_px=TYPE_SMALL)))
        self.small = _Face(tabular(make_font(language, size_px=TYPE_TINY)))
        self.name: dict[str, _Face] = {}
        self.title: dict[str, _Face] = {}
        self.body: dict[str, _Face] = {}
        self.facts: dict[str, _Face] = {}
        for text in ("ja", "ko"):
            self.name[text] = _Face(_unshaped(make_font(text, size_px=TYPE_BODY, bold=True)))
            self.title[text] = _Face(_unshaped(make_font(text, size_px=TYPE_BODY)))
            self.body[text] = _Face(_unshaped(make_font(text, size_px=TYPE_SMALL)))
            self.facts[text] = _Face(tabular(make_font(text, size_px=TYPE_TINY)))
        self.line = self.title["ja"].metrics.height()
        self.small_line = self.body["ja"].metrics.height()


class InquiryDelegate(QStyledItemDelegate):
    """Paints status, customer, title, preview, item, order, times and marks of one inquiry."""

    def __init__(self, theme: Theme, assets: Assets, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._assets = assets
        self._fonts = _Fonts(theme.language)
        theme.changed.connect(self._on_theme_changed)

    @property
    def row_height(self) -> int:
        """Every row's height in logical pixels."""
        return self._fonts.line * 2 + self._fonts.small_line * 2 + 3 * _GAP_PX + 2 * SPACE_S + 1

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are alike."""
        return QSize(320, self.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row, or bars in its place until it was read."""
        tokens = self._theme.tokens
        area: QRect = option.rect
        painter.save()
        paint_ground(painter, option, tokens)
        inner = area.adjusted(SPACE_L, SPACE_S, -SPACE_L, -SPACE_S - 1)
        row = index.data(ROW_ROLE)
        model = index.model()
        if isinstance(row, InboxRow) and isinstance(model, InquiryListModel):
            self._paint_row(painter, inner, row, model)
        else:
            self._paint_bars(painter, inner)
        paint_focus(painter, option, tokens)
        painter.restore()

    # -- lines

    def _paint_row(self, painter: QPainter, area: QRect, row: InboxRow, model: InquiryListModel) -> None:
        fonts, tokens, inquiry, now = self._fonts, self._theme.tokens, row.inquiry, model.now
        top = area.top()
        first = QRect(area.left(), top, area.width(), fonts.line)
        self._paint_first_line(painter, first, row, model)
        top += fonts.line + _GAP_PX
        second = QRect(area.left(), top, area.width(), fonts.line)
        right = self._right(painter, second, status_word(inquiry.status), fonts.small, tokens.ink2)
        title_font = fonts.title[text_language(inquiry.title)]
        words = model.words
        room = second.adjusted(0, 0, -right, 0)
        self._left(painter, room, inquiry.title, title_font, tokens.ink, words=words)
        top += fonts.line + _GAP_PX
        third = QRect(area.left(), top, area.width(), fonts.small_line)
        preview = row.snippet or inquiry.last_message_preview
        self._left(painter, third, preview, fonts.body[text_language(preview)], tokens.ink2, words=words)
        top += fonts.small_line + _GAP_PX
        fourth = QRect(area.left(), top, area.width(), fonts.small_line)
        right = self._paint_marks(painter, fourth, row, now, presence=model.colleague(inquiry.id))
        facts = [inquiry.item.name if inquiry.item else "", inquiry.order_no or ""]
        about = " · ".join(fact for fact in facts if fact)
        about_font = fonts.facts[text_language(about)]
        room = fourth.adjusted(0, 0, -right, 0)
        self._left(painter, room, about, about_font, tokens.ink2, words=words)

    def _paint_first_line(
        self, painter: QPainter, line: QRect, row: InboxRow, model: InquiryListModel
    ) -> None:
        fonts, tokens, inquiry, now = self._fonts, self._theme.tokens, row.inquiry, model.now
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(status_ink(inquiry.status, tokens)))
        painter.drawEllipse(line.left(), line.center().y() - _DOT_PX // 2 + 1, _DOT_PX, _DOT_PX)
        if is_waiting(inquiry):
            waited = now - inquiry.received_at
            text, ink = duration_text(waited), waiting_ink(waited, tokens)
        else:
            text, ink = short_time(inquiry.updated_at, now=now), tokens.ink2
        right = self._right(painter, line, text, fonts.interface, ink)
        rest = line.adjusted(_DOT_PX + SPACE_S, 0, -right, 0)
        chip = visibility_word(inquiry.visibility) if inquiry.visibility is not Visibility.PRIVATE else ""
        chip_width = fonts.small.width(chip) + 2 * 6 if chip else 0
        name_font = fonts.name[text_language(inquiry.customer.name)]
        room = rest.adjusted(0, 0, -(chip_width + SPACE_S) if chip else 0, 0)
        name = inquiry.customer.name
        shown = self._left(painter, room, name, name_font, tokens.ink, words=model.words)
        if chip:
            used = name_font.metrics.horizontalAdvance(shown)
            box = QRect(rest.left() + used + SPACE_S, line.top() + 1, chip_width, line.height() - 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.amber_soft))
            painter.drawRoundedRect(box, 4, 4)
            painter.setFont(fonts.small.font)
            painter.setPen(QColor(tokens.amber))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, chip)

    def _paint_marks(
        self, painter: QPainter, line: QRect, row: InboxRow, now: datetime, *, presence: str
    ) -> int:
        """Paint marks from the right edge leftwards and return the width they take."""
        fonts, tokens, inquiry = self._fonts, self._theme.tokens, row.inquiry
        used = 0
        if is_waiting(inquiry):
            received = short_time(inquiry.received_at, now=now)
            used += self._right(painter, line, received, fonts.small, tokens.ink2)
        rest = line.adjusted(0, 0, -used, 0)
        if row.pending is not None:
            ink = tokens.red if row.pending is OutboxState.FAILED else tokens.accent
            taken = self._right(painter, rest, outbox_word(row.pending), fonts.small, ink)
            used, rest = used + taken, rest.adjusted(0, 0, -taken, 0)
        colleague = presence or inquiry.handled_by
        if colleague:
            ink = tokens.accent if presence else tokens.ink2
            taken = self._right(painter, rest, one_line(colleague[:12]), fonts.small, ink)
            used, rest = used + taken, rest.adjusted(0, 0, -taken, 0)
        marks = [("draft", "amber")] if row.has_draft else []
        marks += [("attach", "ink2")] if row.has_attachments else []
        marks += [("hide", "ink2")] if inquiry.hidden else []
        for name, ink_role in marks:
            pixmap = self._assets.pixmap(
                name, ink=ink_role, size_px=_MARK_PX, ratio=painter.device().devicePixelRatio()
            )
            place = rest.right() - _MARK_PX + 1
            painter.drawPixmap(place, rest.center().y() - _MARK_PX // 2 + 1, pixmap)
            used, rest = used + _MARK_PX + 4, rest.adjusted(0, 0, -_MARK_PX - 4, 0)
        return used

    def _paint_bars(self, painter: QPainter, area: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.sunken))
        top = area.top() + 4
        for share in (0.35, 0.6, 0.85):
            painter.drawRoundedRect(area.left(), top, int(area.width() * share), 10, 4, 4)
            top += self._fonts.line + _GAP_PX

    def _left(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        face: _Face,
        ink: str,
        *,
        words: tuple[str, ...] = (),
    ) -> str:
        """Paint ``text``, elided, with ``words`` marked in it; return what is shown of it."""
        metrics = face.metrics
        shown = face.elided(text, area.width())
        for start, end in _marked(shown, words) if words else ():
            left = area.left() + metrics.horizontalAdvance(shown[:start])
            width = area.left() + metrics.horizontalAdvance(shown[:end]) - left
            top = area.center().y() - metrics.height() // 2
            painter.fillRect(left, top, width, metrics.height(), QColor(self._theme.tokens.mark))
        _write(painter, area.left(), area, shown, face, ink)
        return shown

    def _right(self, painter: QPainter, area: QRect, text: str, face: _Face, ink: str) -> int:
        """Paint ``text`` at the right edge and return its width with the gap before it."""
        width = face.width(text)
        _write(painter, area.right() + 1 - width, area, text, face, ink)
        return width + SPACE_S

    def _on_theme_changed(self) -> None:
        self._fonts = _Fonts(self._theme.language)


def _write(painter: QPainter, left: int, area: QRect, text: str, face: _Face, ink: str) -> None:
    """Paint one line from ``left``, upright in the middle of ``area``; a point costs Qt less than a box."""
    painter.setFont(face.font)
    painter.setPen(_color(ink))
    painter.drawText(left, area.top() + (area.height() - face.height) // 2 + face.ascent, text)
