"""Why: an account may own many shops; name, code and what waits tell them apart."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qpost.models.account import Shop
from qpost.ui.fonts import make_font, tabular
from qpost.ui.theme import Theme
from qpost.ui.tokens import RADIUS_CONTROL, SPACE_M, TYPE_LARGE, TYPE_SMALL

_Index = QModelIndex | QPersistentModelIndex
SHOP_ROLE = Qt.ItemDataRole.UserRole
_ROW_HEIGHT_PX = 56
_NO_PARENT = QModelIndex()


class ShopListModel(QAbstractListModel):
    """Shops whose name or code contains the filter."""

    def __init__(self, shops: Sequence[Shop]) -> None:
        super().__init__()
        self._all = tuple(shops)
        self._shown = self._all

    def choose_filter(self, text: str) -> None:
        """Show the shops that contain ``text``, upper or lower case."""
        wanted = text.strip().casefold()
        self.beginResetModel()
        self._shown = tuple(
            shop for shop in self._all if wanted in shop.name.casefold() or wanted in shop.code.casefold()
        )
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many shops are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a shop, or what a screen reader says of it."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        shop = self._shown[index.row()]
        if role == SHOP_ROLE:
            return shop
        if role == Qt.ItemDataRole.DisplayRole:
            return shop.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{shop.name}, {shop.code}, {self.unanswered_words(shop)}"
        return None

    def unanswered_words(self, shop: Shop) -> str:
        """Say how many inquiries wait."""
        if shop.unanswered == 0:
            return self.tr("nothing unanswered")
        return self.tr("{count} unanswered").format(count=QLocale().toString(shop.unanswered))

    def shop_at(self, index: QModelIndex) -> Shop | None:
        """Return the shop of a row; None for no row."""
        shop = index.data(SHOP_ROLE)
        return shop if isinstance(shop, Shop) else None


class ShopDelegate(QStyledItemDelegate):
    """Paints a shop in two lines with what waits at the right."""

    def __init__(self, theme: Theme, model: ShopListModel) -> None:
        super().__init__(model)
        self._theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Every row is as high as the next."""
        lines = 2.6 * option.fontMetrics.height()
        return QSize(120, max(_ROW_HEIGHT_PX, int(lines)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        shop = index.data(SHOP_ROLE)
        if not isinstance(shop, Shop):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        self._paint_ground(painter, rect, option.state)
        self._paint_words(painter, rect.adjusted(SPACE_M, 0, -SPACE_M, 0), shop)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        tokens = self._theme.tokens
        ground = rect.adjusted(1, 1, -1, -1)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(tokens.accent_soft))
            painter.setPen(QColor(tokens.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(tokens.hover))
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            return
        painter.drawRoundedRect(ground, RADIUS_CONTROL, RADIUS_CONTROL)

    def _paint_words(self, painter: QPainter, rect: QRect, shop: Shop) -> None:
        tokens, language = self._theme.tokens, self._theme.language
        middle = rect.center().y()
        waiting = self._model.unanswered_words(shop)
        painter.setFont(tabular(make_font(language, size_px=TYPE_SMALL, bold=shop.unanswered > 0)))
        painter.setPen(QColor(tokens.red if shop.unanswered else tokens.ink2))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, waiting)
        room = rect.width() - painter.fontMetrics().horizontalAdvance(waiting) - SPACE_M
        painter.setFont(make_font("ja", size_px=TYPE_LARGE, bold=True))
        painter.setPen(QColor(tokens.ink))
        name = painter.fontMetrics().elidedText(shop.name, Qt.TextElideMode.ElideRight, room)
        above = QRect(rect.left(), rect.top(), room, middle - rect.top() + 1)
        painter.drawText(above, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, name)
        painter.setFont(make_font(language, size_px=TYPE_SMALL))
        painter.setPen(QColor(tokens.ink2))
        facts = " · ".join(part for part in (shop.code, shop.country) if part)
        below = QRect(rect.left(), middle + 3, room, rect.bottom() - middle)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, facts)
