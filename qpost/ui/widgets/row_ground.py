"""Why: the rows of every list are chosen, hovered and focused in the same look."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from qpost.ui.tokens import Tokens

_BAR_PX = 3


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, tokens: Tokens) -> None:
    """Paint what lies under a row, the line below it, and a bar when it is chosen.

    A row that is neither chosen nor under the mouse lies on the list's own ground, which is there already.
    """
    area: QRect = option.rect
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if is_selected:
        painter.fillRect(area, QColor(tokens.accent_soft))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, QColor(tokens.hover))
    painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(tokens.line))
    if is_selected:
        painter.fillRect(area.left(), area.top(), _BAR_PX, area.height(), QColor(tokens.accent))


def paint_focus(painter: QPainter, option: QStyleOptionViewItem, tokens: Tokens) -> None:
    """Frame the row the keyboard is at."""
    if option.state & QStyle.StateFlag.State_HasFocus:
        area: QRect = option.rect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # else it blurs into the next row
        painter.setPen(QPen(QColor(tokens.accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(0, 0, -1, -2))
