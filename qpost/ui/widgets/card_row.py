"""Why: cards side by side are of one height, and wrap when texts grow or the window shrinks."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from qpost.ui.tokens import SPACE_M


class CardRow(QWidget):
    """Cards in equal columns, as many side by side as fit; the cards of a line are as tall as the tallest.

    The row keeps the height its width needs by itself: Qt's scroll areas do not ask for it.
    """

    def __init__(self, parent: QWidget | None = None, *, least_card_px: int = 0) -> None:
        super().__init__(parent)
        self._columns = _Columns(self, least_width_px=least_card_px)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def add_card(self, card: QWidget) -> None:
        """Put ``card`` after those already there."""
        self._columns.addWidget(card)

    def hasHeightForWidth(self) -> bool:
        """The height is kept here, not asked for."""
        return False

    def event(self, event: QEvent) -> bool:
        """Fit again when a card needs more or less room."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = self._columns.heightForWidth(self.width())
        if height != self.minimumHeight():
            self.setFixedHeight(height)


class _Columns(QLayout):
    """Lays cards out in equal columns; ``heightForWidth`` is what its owner keeps."""

    def __init__(self, parent: QWidget | None = None, *, least_width_px: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._least_width_px = least_width_px
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(SPACE_M)

    def addItem(self, item: QLayoutItem) -> None:
        """Take ``item`` as the last card."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Return how many cards there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a card, None when there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give a card away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take any width."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Narrower is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height all lines need in ``width``."""
        return self._arrange(QRect(0, 0, width, 0), is_trial=True)

    def minimumSize(self) -> QSize:
        """Return the room of one column."""
        widest = max((self._least(item) for item in self._shown()), default=0)
        return QSize(widest, 0)

    def sizeHint(self) -> QSize:
        """Return the room of one line."""
        items = self._shown()
        widest = max((max(self._least(item), item.sizeHint().width()) for item in items), default=0)
        width = widest * len(items) + self.spacing() * max(0, len(items) - 1)
        return QSize(width, self.heightForWidth(width))

    def setGeometry(self, area: QRect) -> None:
        """Place the cards."""
        super().setGeometry(area)
        self._arrange(area, is_trial=False)

    def columns(self, width: int) -> int:
        """Return how many cards stand side by side in ``width``; lines are as full as can be."""
        items = self._shown()
        least = max((self._least(item) for item in items), default=0)
        fitting = max(1, (width + self.spacing()) // max(1, least + self.spacing()))
        lines = -(-len(items) // min(fitting, max(1, len(items)))) if items else 1
        return max(1, -(-len(items) // lines))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _least(self, item: QLayoutItem) -> int:
        return max(self._least_width_px, item.minimumSize().width())

    def _arrange(self, area: QRect, *, is_trial: bool) -> int:
        items, gap = self._shown(), self.spacing()
        count = self.columns(area.width())
        width = (area.width() - gap * (count - 1)) / count
        lines = [items[first : first + count] for first in range(0, len(items), count)]
        heights = [max(_height(item, int(width)) for item in line) for line in lines]
        top = area.top()
        for line, height in zip(lines, heights, strict=True):
            for number, item in enumerate(line):
                left = area.left() + round(number * (width + gap))
                right = area.left() + round(number * (width + gap) + width)
                if not is_trial:
                    item.setGeometry(QRect(left, top, right - left, height))
            top += height + gap
        return max(0, top - gap - area.top())


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return max(item.heightForWidth(width), item.minimumSize().height())
    return item.sizeHint().height()
