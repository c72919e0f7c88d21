"""Why: before there is a main window, one card in the middle of the room holds all there is to do."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from qpost.ui.tokens import RADIUS_CARD, SPACE_M, SPACE_XL, TYPE_BODY
from qpost.ui.widgets.layouts import column, row, surface

_CARD_MARGIN_PX = 32
_SHADOW_PX = 32
_SHADOW_ALPHA = 1


class _Room(QWidget):
    """The background, with a soft shadow under the card."""

    def __init__(self, card: QFrame) -> None:
        super().__init__()
        self.setProperty("surface", "background")
        self._card = card
        lines = column(self, margin=SPACE_XL)
        lines.addStretch(1)
        middle = row()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        lines.addLayout(middle)
        lines.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the background and rings of shade that fade outwards."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self.palette().window())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 28, 40, _SHADOW_ALPHA))
        below = QRectF(self._card.geometry()).translated(0, _SHADOW_PX / 4)
        for spread in range(2, _SHADOW_PX, 2):
            ring = below.adjusted(-spread, -spread, spread, spread)
            painter.drawRoundedRect(ring, RADIUS_CARD + spread, RADIUS_CARD + spread)


def _scaled(width_px: int, font: QFont) -> int:
    """Return ``width_px`` grown with the system's text size."""
    return max(width_px, width_px * QFontInfo(font).pixelSize() // TYPE_BODY)


class Stage(QScrollArea):
    """A scrollable room with one card; small windows and large text scroll instead of cutting off."""

    def __init__(self, *, card_width_px: int) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.card = surface("card")
        self.card.setFixedWidth(_scaled(card_width_px, self.font()))
        self.lines: QVBoxLayout = column(self.card, margin=_CARD_MARGIN_PX, gap=SPACE_M)
        self.setWidget(_Room(self.card))
