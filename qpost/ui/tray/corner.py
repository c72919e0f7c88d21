"""Why: where a system has no tray, news is told in a small window that takes nobody's keyboard away."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QLabel, QLayout, QPushButton

from qpost.ui.i18n import Retranslated
from qpost.ui.kit import Kit
from qpost.ui.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from qpost.ui.tray.words import Words
from qpost.ui.widgets.announce import announce
from qpost.ui.widgets.layouts import column, row, surface, wrapped

_WIDTH_PX = 372
_CROSS_PX = 26
_STAY_MS = 10_000
_EDGE_PX = 16


class CornerNotice(Retranslated):
    """Shows one notice in the lower right corner of the screen; a click leads on, the cross closes it.

    It stays while the pointer is on it.
    """

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._clicked: Callable[[], object] | None = None
        self.setWindowFlags(
            Qt.WindowType.ToolTip
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        frame = surface("panel")
        frame.setObjectName("corner")
        column(self).addWidget(frame)
        across = row(frame, gap=SPACE_M)
        across.setContentsMargins(SPACE_L, SPACE_L, SPACE_S, SPACE_L)
        self._mark = QLabel()
        across.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        lines = column(gap=SPACE_XS)
        self._heading, self._text = wrapped(QLabel()), wrapped(QLabel())
        self._heading.setProperty("type", "large")
        self._text.setProperty("ink", "2")
        for label in (self._heading, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            lines.addWidget(label)
        across.addLayout(lines, 1)
        self.close_button = QPushButton()
        self.close_button.setProperty("role", "quiet")
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.setFixedSize(_CROSS_PX, _CROSS_PX)
        self.close_button.clicked.connect(self.hide)
        across.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self, singleShot=True, interval=_STAY_MS)
        self._timer.timeout.connect(self.hide)
        kit.theme.changed.connect(self._repaint)
        self._repaint()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        self.close_button.setAccessibleName(self.tr("Close this notice"))
        self.close_button.setToolTip(self.tr("Close this notice"))

    def tell(self, words: Words, *, clicked: Callable[[], object]) -> None:
        """Show ``words`` instead of what was shown before."""
        self._clicked = clicked
        self._heading.setText(words.heading)
        self._text.setText(words.text)
        self.setAccessibleName(f"{words.heading}\n{words.text}")
        self._fit()
        screen = QGuiApplication.primaryScreen()
        if screen is not None:
            corner = screen.availableGeometry().bottomRight()
            self.move(corner - QPoint(self.width() + _EDGE_PX, self.height() + _EDGE_PX))
        self.show()
        self._timer.start()
        announce(self, self.accessibleName())

    @property
    def words(self) -> Words:
        """What it says."""
        return Words(self._heading.text(), self._text.text())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lead on to what was told."""
        clicked, self._clicked = self._clicked, None
        self.hide()
        if clicked is not None and event.button() == Qt.MouseButton.LeftButton:
            clicked()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while it is being read."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go a while after it was read."""
        self._timer.start()
        super().leaveEvent(event)

    def _fit(self) -> None:
        """Be as high as these words need, also after longer ones."""
        self.ensurePolished()
        layout = self.layout()
        if layout is not None:
            for part in (*self.findChildren(QLayout), layout):
                part.invalidate()
            self.setFixedSize(_WIDTH_PX, layout.totalHeightForWidth(_WIDTH_PX))

    def _repaint(self) -> None:
        ratio = self.devicePixelRatioF()
        mark = self._kit.assets.drawing("qpost", size_px=round(24 * ratio))
        mark.setDevicePixelRatio(ratio)
        self._mark.setPixmap(mark)
        self.close_button.setIcon(self._kit.assets.icon("cross", size_px=14))
