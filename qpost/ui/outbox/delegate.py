"""Why: a row tells at a glance whether it waits, failed or is being checked, in colour and in words."""

from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qpost.models.inbox import KeptDraft
from qpost.models.outbox import OutboxRow, OutboxState
from qpost.ui.fonts import make_font, tabular, text_language
from qpost.ui.inquiries.words import outbox_word, short_time
from qpost.ui.outbox.model import ENTRY_ROLE, Entry, customer_of, kind_word, number_of, text_of
from qpost.ui.theme import Theme
from qpost.ui.tokens import SPACE_L, SPACE_S, TYPE_BODY, TYPE_SMALL, TYPE_TINY, Tokens
from qpost.ui.widgets.row_ground import paint_focus, paint_ground

_DOT_PX, _GAP_PX = 8, 3
_WIDEST_TEXT = 300


def state_ink(state: OutboxState, tokens: Tokens) -> str:
    """Return the colour a state is told in, beside its word."""
    if state is OutboxState.FAILED:
        return tokens.red
    return tokens.amber if state is OutboxState.UNCONFIRMED else tokens.accent


class OutboxDelegate(QStyledItemDelegate):
    """Paints customer and state, the first line of the text, and kind, number and time."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are alike."""
        body = QFontMetrics(make_font("ja", size_px=TYPE_BODY)).height()
        small = QFontMetrics(make_font("ja", size_px=TYPE_SMALL)).height()
        return QSize(280, body + 2 * small + 2 * _GAP_PX + 2 * SPACE_S + 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, OutboxRow | KeptDraft):
            return
        tokens, area = self._theme.tokens, QRect(option.rect)
        painter.save()
        paint_ground(painter, option, tokens)
        self._paint_lines(painter, area.adjusted(SPACE_L, SPACE_S, -SPACE_L, -SPACE_S - 1), entry)
        paint_focus(painter, option, tokens)
        painter.restore()

    def _paint_lines(self, painter: QPainter, area: QRect, entry: Entry) -> None:
        tokens, language = self._theme.tokens, self._theme.language
        customer, text = customer_of(entry), text_of(entry)
        name_font = make_font(text_language(customer), size_px=TYPE_BODY, bold=True)
        first = QRect(area.left(), area.top(), area.width(), QFontMetrics(name_font).height())
        taken = 0
        if isinstance(entry, OutboxRow):
            ink = state_ink(entry.state, tokens)
            state_font = make_font(language, size_px=TYPE_SMALL)
            taken = _write(painter, first, outbox_word(entry.state), state_font, ink, at_right=True)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink))
            left = first.right() - taken - SPACE_S - _DOT_PX
            painter.drawEllipse(left, first.center().y() - _DOT_PX // 2 + 1, _DOT_PX, _DOT_PX)
            taken += 2 * SPACE_S + _DOT_PX
        _write(painter, first.adjusted(0, 0, -taken, 0), customer, name_font, tokens.ink)
        text_font = make_font(text_language(text), size_px=TYPE_SMALL)
        height = QFontMetrics(text_font).height()
        second = QRect(area.left(), first.bottom() + 1 + _GAP_PX, area.width(), height)
        _write(painter, second, text, text_font, tokens.ink2)
        facts = [kind_word(entry), number_of(entry)]
        written = entry.created_at if isinstance(entry, OutboxRow) else entry.draft.updated_at
        facts.append(short_time(written, now=datetime.now().astimezone()))
        third = second.translated(0, height + _GAP_PX)
        facts_font = tabular(make_font(language, size_px=TYPE_TINY))
        _write(painter, third, " · ".join(fact for fact in facts if fact), facts_font, tokens.ink2)


def _write(
    painter: QPainter, area: QRect, text: str, font: QFont, ink: str, *, at_right: bool = False
) -> int:
    """Paint one line, shortened to ``area``, and return its width in pixels."""
    metrics = QFontMetrics(font)
    line = " ".join(text[:_WIDEST_TEXT].split())
    shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, max(0, area.width()))
    side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)
