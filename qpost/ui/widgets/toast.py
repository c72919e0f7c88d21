"""Why: a confirmation nobody has to click away, with the one action that still makes sense."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from qpost.ui.tokens import SPACE_L, SPACE_M, SPACE_XL, SPACE_XS
from qpost.ui.widgets.announce import announce
from qpost.ui.widgets.layouts import row


class Toast(QFrame):
    """A line in the middle of ``host`` that leaves by itself after a while; it covers only ``ground``.

    The header's middle is empty on every page, so no message and no button is ever covered.
    """

    def __init__(self, host: QWidget, *, ground: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("toast")
        self._host = host
        self._ground = ground
        line = row(self, gap=SPACE_L)
        line.setContentsMargins(SPACE_M, SPACE_XS, SPACE_M, SPACE_XS)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._action = QPushButton()
        self._action.setCursor(Qt.CursorShape.PointingHandCursor)
        self._action.clicked.connect(self._on_action)
        line.addWidget(self._label, 1)
        line.addWidget(self._action)
        self._on_chosen: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        ground.installEventFilter(self)
        self.hide()

    def tell(
        self,
        text: str,
        *,
        duration_s: float = 4.0,
        action: str = "",
        chosen: Callable[[], object] | None = None,
    ) -> None:
        """Show ``text``; with ``action``, a button that calls ``chosen`` and closes the toast."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._on_chosen = chosen
        self.show()
        self._place()
        self.raise_()
        self._timer.start(int(duration_s * 1000))
        announce(self, text)

    @property
    def text(self) -> str:
        """What the toast says now; empty when it is gone."""
        return self._label.text() if self.isVisible() else ""

    @property
    def action(self) -> QPushButton:
        """The toast's button."""
        return self._action

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes size."""
        if watched is self._ground and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        free = QRect(self._ground.mapTo(self._host, QPoint()), self._ground.size())
        width = min(self.width(), self._host.width() - 2 * SPACE_XL)
        left = min(max((self._host.width() - width) // 2, free.left()), free.right() + 1 - width)
        place = QRect(max(left, SPACE_XL), free.center().y() - self.height() // 2, width, self.height())
        self.setGeometry(place)

    def _on_action(self) -> None:
        chosen, self._on_chosen = self._on_chosen, None
        self.hide()
        if chosen is not None:
            chosen()
