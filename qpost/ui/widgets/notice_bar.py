"""Why: news about the program itself stands above the work, covering nothing, until it is closed."""

from PySide6.QtWidgets import QBoxLayout, QMainWindow, QWidget

from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.layouts import column, set_role

_MOST_LINES = 3


class NoticeBar(Banner):
    """A banner across the top edge of ``window``; a second notice joins the first."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._said: list[str] = []
        set_role(self, "bar", True)
        if isinstance(window, QMainWindow):
            window.setMenuWidget(self)
            return
        layout = window.layout()
        if not isinstance(layout, QBoxLayout):
            layout = column(window)
            layout.addStretch(1)
        layout.insertWidget(0, self)

    def say(self, text: str, *, tone: str = "amber", details: str = "") -> None:
        """Show ``text`` with a button that closes the bar."""
        if self.isHidden():
            self._said.clear()
        if text not in self._said:
            self._said = [*self._said, text][-_MOST_LINES:]
        words = "\n".join(self._said)
        self.tell(words, tone=tone, action=self.tr("Close"), chosen=self.hide, details=details)
