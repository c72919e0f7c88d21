"""Why: one painter draws every cell of every item, so that 50 000 of them scroll like 50."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qpost.models.points import ItemPoints
from qpost.ui.fonts import make_font, tabular, text_language
from qpost.ui.points.columns import COLUMNS, SCORES, TEXTS, ItemColumn, figure_of, text_of
from qpost.ui.points.item_model import ITEM_ROLE, LEFT, RIGHT
from qpost.ui.points.pictures import PICTURE_PX, Pictures
from qpost.ui.theme import Theme
from qpost.ui.tokens import SPACE_S

PADDING_PX = 8
_BAR_PX = 3
_CORNER_PX = 4
_LONGEST = 400


class ItemPointsDelegate(QStyledItemDelegate):
    """Paints texts, figures at the right, the picture, and the shipping score as what can be opened."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self.hovered_row = -1
        self.dress()

    def dress(self) -> None:
        """Take fonts from the theme anew."""
        language = self._theme.language
        self._plain = tabular(make_font(language))
        self._bold = tabular(make_font(language, bold=True))
        self._link = QFont(self._plain)
        self._link.setUnderline(True)
        self._metrics = QFontMetrics(self._plain)

    @property
    def row_height(self) -> int:
        """The height of every row."""
        tallest = max(self._metrics.height(), QFontMetrics(make_font("ja")).height())
        return max(PICTURE_PX, tallest) + SPACE_S + 1

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        item = index.data(ITEM_ROLE)
        if not isinstance(item, ItemPoints):
            return
        column = COLUMNS[index.column()]
        painter.save()
        self._paint_ground(painter, option, index)
        area = option.rect.adjusted(PADDING_PX, 0, -PADDING_PX, -1)
        if column is ItemColumn.PICTURE:
            self._paint_picture(painter, option, item)
        elif column in TEXTS:
            text = " ".join(text_of(item, column)[:_LONGEST].split())
            font = self._plain if column is ItemColumn.NUMBER else make_font(text_language(text))
            self._write(painter, area, text, font, self._theme.tokens.ink)
        else:
            self._paint_figure(painter, area, item, column)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens, area = self._theme.tokens, option.rect
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = tokens.accent_soft if is_selected else tokens.panel
        if not is_selected and index.row() == self.hovered_row:
            ground = tokens.hover
        painter.fillRect(area, QColor(ground))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(tokens.line))
        if is_selected and index.column() == 0:
            painter.fillRect(area.left(), area.top(), _BAR_PX, area.height(), QColor(tokens.accent))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.drawRect(area.adjusted(0, 0, -1, -2))

    def _paint_figure(self, painter: QPainter, area: QRect, item: ItemPoints, column: ItemColumn) -> None:
        tokens = self._theme.tokens
        figure = figure_of(item, column)
        ink = tokens.ink
        if column in SCORES and figure < 0:
            ink = tokens.red
        elif not figure:
            ink = tokens.ink2
        font = self._bold if column is ItemColumn.TOTAL else self._plain
        if column is ItemColumn.SHIPPING:
            font = self._link
            ink = tokens.red if figure < 0 else tokens.accent
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(area, RIGHT, text_of(item, column))

    def _paint_picture(self, painter: QPainter, option: QStyleOptionViewItem, item: ItemPoints) -> None:
        tokens, cell = self._theme.tokens, option.rect
        corner = QPoint(
            cell.left() + (cell.width() - PICTURE_PX) // 2, cell.top() + (cell.height() - 1 - PICTURE_PX) // 2
        )
        square = QRectF(corner.x(), corner.y(), PICTURE_PX, PICTURE_PX)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(square, _CORNER_PX, _CORNER_PX)
        painter.fillPath(path, QColor(tokens.sunken))
        if not item.image_url:
            return
        pixmap = self._pictures.picture(item.image_url, ratio=painter.device().devicePixelRatioF())
        if pixmap is not None:
            size = pixmap.deviceIndependentSize()
            painter.setClipPath(path)
            painter.drawPixmap(
                round(square.x() + (PICTURE_PX - size.width()) / 2),
                round(square.y() + (PICTURE_PX - size.height()) / 2),
                pixmap,
            )

    def _write(self, painter: QPainter, area: QRect, text: str, font: QFont, ink: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, LEFT, shown)
