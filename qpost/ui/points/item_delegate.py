"""Why: one painter draws every cell of every item, so that 50 000 of them scroll like 50."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qpost.models.points import ItemPoints
from qpost.ui.amounts import Amount
from qpost.ui.fonts import make_font, tabular, text_language
from qpost.ui.points.columns import COLUMNS, SCORES, TEXTS, ItemColumn, figure_of, figure_text, text_of
from qpost.ui.points.item_model import LEFT, ItemPointsModel
from qpost.ui.points.pictures import PICTURE_PX, Pictures
from qpost.ui.theme import Theme
from qpost.ui.tokens import SPACE_S

PADDING_PX = 8
_BAR_PX = 3
_CORNER_PX = 4
_LONGEST = 400
_REMEMBERED = 4_096
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
_OWN_LOOK = frozenset({ItemColumn.AMOUNT, ItemColumn.TOTAL})
"""Columns whose figures are worded or written in another way than those of the others."""


class ItemPointsDelegate(QStyledItemDelegate):
    """Paints texts, figures at the right, the picture, and the shipping score as what can be opened."""

    def __init__(self, rows: ItemPointsModel, theme: Theme, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self._theme = theme
        self._pictures = pictures
        self.hovered_row = -1
        self.dress()

    def dress(self) -> None:
        """Take fonts, colours and words from the theme anew; they are made once, not for each cell."""
        language, tokens = self._theme.language, self._theme.tokens
        self._plain = tabular(make_font(language))
        self._bold = tabular(make_font(language, bold=True))
        self._names = {"ja": make_font("ja"), "ko": make_font("ko"), "": self._plain}
        self._name_metrics = {name: QFontMetrics(font) for name, font in self._names.items()}
        self._metrics = QFontMetrics(self._plain)
        self._sunken, self._line = QColor(tokens.sunken), QColor(tokens.line)
        self._hover, self._chosen = QColor(tokens.hover), QColor(tokens.accent_soft)
        self._ink, self._quiet, self._minus, self._accent = (
            QColor(colour) for colour in (tokens.ink, tokens.ink2, tokens.red, tokens.accent)
        )
        self._figures: dict[tuple[Amount, ItemColumn | None], QStaticText] = {}

    @property
    def row_height(self) -> int:
        """The height of every row."""
        tallest = max(self._metrics.height(), QFontMetrics(make_font("ja")).height())
        return max(PICTURE_PX, tallest) + SPACE_S + 1

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        item = self._rows.item(index.row())
        column = COLUMNS[index.column()]
        state = option.state.value
        area = option.rect
        self._paint_ground(painter, area, index.row(), index.column(), state)
        if column is ItemColumn.PICTURE:
            self._paint_picture(painter, area, item)
        elif column in TEXTS:
            self._write(painter, area, text_of(item, column), is_name=column is ItemColumn.NAME)
        else:
            self._paint_figure(painter, area, item, column)

    def _paint_ground(self, painter: QPainter, area: QRect, row: int, column: int, state: int) -> None:
        if state & _SELECTED:
            painter.fillRect(area, self._chosen)
            if column == 0:
                painter.fillRect(area.left(), area.top(), _BAR_PX, area.height(), self._accent)
        elif row == self.hovered_row:
            painter.fillRect(area, self._hover)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, self._line)
        if state & _FOCUSED:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._accent, 1))
            painter.drawRect(area.adjusted(0, 0, -1, -2))

    def _paint_figure(self, painter: QPainter, area: QRect, item: ItemPoints, column: ItemColumn) -> None:
        figure = figure_of(item, column)
        is_link = column is ItemColumn.SHIPPING
        ink = self._accent if is_link else self._ink if figure else self._quiet
        if figure < 0 and column in SCORES:
            ink = self._minus
        font = self._bold if column is ItemColumn.TOTAL else self._plain
        painter.setFont(font)
        painter.setPen(ink)
        laid_out = self._laid_out(figure, column, font)
        size = laid_out.size()
        left = area.right() + 1 - PADDING_PX - size.width()
        top = area.top() + round((area.height() - 1 - size.height()) / 2)
        painter.drawStaticText(QPointF(left, top), laid_out)
        if is_link:  # a font that underlines does so in the wrong place when laid out before
            below = top + self._metrics.ascent() + 2
            painter.fillRect(round(left), below, round(size.width()), 1, ink)

    def _laid_out(self, figure: Amount, column: ItemColumn, font: QFont) -> QStaticText:
        """Lay a figure out once: most of a table's figures are the same few."""
        key = (figure, column if column in _OWN_LOOK else None)
        known = self._figures.get(key)
        if known is None:
            if len(self._figures) > _REMEMBERED:
                self._figures.clear()
            known = QStaticText(figure_text(figure, column))
            known.setTextFormat(Qt.TextFormat.PlainText)
            known.prepare(font=font)
            self._figures[key] = known
        return known

    def _paint_picture(self, painter: QPainter, cell: QRect, item: ItemPoints) -> None:
        corner = QPoint(
            cell.left() + (cell.width() - PICTURE_PX) // 2, cell.top() + (cell.height() - 1 - PICTURE_PX) // 2
        )
        square = QRectF(corner.x(), corner.y(), PICTURE_PX, PICTURE_PX)
        path = QPainterPath()
        path.addRoundedRect(square, _CORNER_PX, _CORNER_PX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, self._sunken)
        pixmap = None
        if item.image_url:
            pixmap = self._pictures.picture(item.image_url, ratio=painter.device().devicePixelRatioF())
        if pixmap is not None:
            size = pixmap.deviceIndependentSize()
            painter.setClipPath(path)
            painter.drawPixmap(
                round(square.x() + (PICTURE_PX - size.width()) / 2),
                round(square.y() + (PICTURE_PX - size.height()) / 2),
                pixmap,
            )
        painter.restore()

    def _write(self, painter: QPainter, area: QRect, text: str, *, is_name: bool) -> None:
        line = " ".join(text[:_LONGEST].split())
        language = text_language(line) if is_name else ""
        room = area.adjusted(PADDING_PX, 0, -PADDING_PX, -1)
        painter.setFont(self._names[language])
        painter.setPen(self._ink)
        shown = self._name_metrics[language].elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, LEFT, shown)
