"""Why: news about the program itself is said at the top of the window, without taking the work away."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from qpost.ui.tokens import SPACE_M, SPACE_XL
from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.layouts import set_role

_WIDEST_PX = 640


class FloatingBanner(Banner):
    """A banner that floats over the top edge of ``host`` until it is closed."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        set_role(self, "floating", True)
        host.installEventFilter(self)

    def say(self, text: str, *, tone: str = "amber", details: str = "") -> None:
        """Show ``text`` above everything else, with a button that closes it."""
        self.tell(text, tone=tone, action=self.tr("Close"), chosen=self.hide, details=details)
        self._place()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the host's top edge."""
        if watched is self._host and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Grow and shrink with what is said."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def _place(self) -> None:
        width = min(_WIDEST_PX, self._host.width() - 2 * SPACE_XL)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else self.sizeHint().height()
        self.setGeometry((self._host.width() - width) // 2, SPACE_M, width, max(height, 1))
