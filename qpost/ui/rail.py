"""Why: the places of the program are one click apart, with what waits there in a badge."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from qpost.models.links import Page
from qpost.ui.fonts import make_font
from qpost.ui.i18n import Retranslated
from qpost.ui.kit import Kit
from qpost.ui.tokens import SPACE_S, TYPE_TINY
from qpost.ui.widgets.layouts import column

_BUTTON_WIDTH_PX, _BUTTON_PX, _ICON_PX = 60, 56, 22
_MARGIN_PX = SPACE_S - 2
_AROUND_WORD_PX = 10
"""What the border and the style keep free beside the word under an icon."""


_FROM_ABOVE = (Page.INQUIRIES, Page.POINTS, Page.QCASH, Page.TEMPLATES)
_FROM_BELOW = (Page.OUTBOX, Page.SETTINGS)


class _RailButton(QToolButton):
    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._count = 0
        self.setProperty("rail", True)
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_count(self, count: int) -> None:
        self._count = count
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge over the icon."""
        super().paintEvent(event)
        if not self._count:
            return
        tokens = self._kit.theme.tokens
        text = str(self._count) if self._count < 1000 else "999+"
        font = make_font("en", size_px=TYPE_TINY - 1, bold=True)
        width = max(16, QFontMetrics(font).horizontalAdvance(text) + 8)
        box = QRect(self.width() // 2 + 3, 3, width, 16)
        box.moveRight(min(box.right(), self.width() - 2))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.red))
        painter.drawRoundedRect(box, 8, 8)
        painter.setFont(font)
        painter.setPen(QColor(tokens.on_accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class Rail(Retranslated):
    """The navigation at the left; ``chosen`` carries the place."""

    chosen = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._counts: dict[Page, int] = {}
        frame = QFrame()
        frame.setObjectName("rail")
        column(self).addWidget(frame)
        lines: QVBoxLayout = column(frame, margin=_MARGIN_PX, gap=4)
        self._group = QButtonGroup(self)
        self._buttons = {place: _RailButton(kit) for place in (*_FROM_ABOVE, *_FROM_BELOW)}
        for number, (place, button) in enumerate(self._buttons.items()):
            if place is _FROM_BELOW[0]:
                lines.addStretch(1)
            self._group.addButton(button, number)
            lines.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            button.clicked.connect(lambda _=False, place=place: self.go(place))
            button.toggled.connect(self._paint_icons)
        self._buttons[Page.INQUIRIES].setChecked(True)
        kit.theme.changed.connect(self._paint_icons)
        self.retranslate()

    def go(self, place: Page) -> None:
        """Show ``place`` as the current one and say so."""
        self._buttons[place].setChecked(True)
        self.chosen.emit(place)

    def button(self, place: Page) -> QToolButton:
        """Return the button that leads to ``place``."""
        return self._buttons[place]

    def set_count(self, place: Page, count: int) -> None:
        """Put ``count`` on the badge of ``place``; 0 takes it away."""
        self._buttons[place].set_count(count)
        self._counts[place] = count
        name = self._buttons[place].text()
        self._buttons[place].setAccessibleName(
            self.tr("{name}, {count} waiting").format(name=name, count=count) if count else name
        )

    def retranslate(self) -> None:
        """Set all words."""
        for place, text in (
            (Page.INQUIRIES, self.tr("Inquiries")),
            (Page.POINTS, self.tr("Points")),
            (Page.QCASH, self.tr("Qcash")),
            (Page.TEMPLATES, self.tr("Templates")),
            (Page.SETTINGS, self.tr("Settings")),
            (Page.OUTBOX, self.tr("Outbox")),
        ):
            button = self._buttons[place]
            button.setText(text)
            self.set_count(place, self._counts.get(place, 0))
            button.setFont(make_font(self._kit.theme.language, size_px=TYPE_TINY))
        self._fit_words()
        self._paint_icons()

    def _fit_words(self) -> None:
        """Make all buttons as wide as the longest word of this language needs."""
        words = [button.fontMetrics().horizontalAdvance(button.text()) for button in self._buttons.values()]
        width = max(_BUTTON_WIDTH_PX, max(words) + _AROUND_WORD_PX)
        for button in self._buttons.values():
            button.setFixedSize(width, _BUTTON_PX)

    def _paint_icons(self) -> None:
        for place, button in self._buttons.items():
            ink = "accent" if button.isChecked() else "ink2"
            button.setIcon(self._kit.assets.icon(place.value, ink=ink, size_px=_ICON_PX))
