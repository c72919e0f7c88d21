"""Why: what went wrong, what was kept and what to do belong where the seller is looking, not in a box."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from qpost.ui.errors import Wording
from qpost.ui.tokens import SPACE_M, SPACE_S
from qpost.ui.widgets.announce import announce
from qpost.ui.widgets.layouts import column, row, set_role, wrapped


class Banner(QFrame):
    """One sentence with an action and, behind "Details", the technical words with Copy.

    ``stacked`` puts the buttons below the sentence, for narrow places.
    """

    def __init__(self, parent: QWidget | None = None, *, stacked: bool = False) -> None:
        super().__init__(parent)
        lines = column(self, gap=4)
        lines.setContentsMargins(SPACE_M, SPACE_S, SPACE_S, SPACE_S)
        line = row(gap=SPACE_S)
        self._label = wrapped(QLabel())
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._action = QPushButton()
        self._details_button = QPushButton()
        self._copy = QPushButton()
        self._close = QPushButton()
        for button in (self._action, self._details_button, self._copy, self._close):
            button.setProperty("role", "link")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._details_button.setCheckable(True)
        if stacked:
            lines.addWidget(self._label)
        else:
            line.addWidget(self._label, 1)
        line.addWidget(self._action)
        line.addWidget(self._details_button)
        line.addWidget(self._close)
        if stacked:
            line.addStretch(1)
        lines.addLayout(line)
        below = row(gap=SPACE_S)
        self._details = wrapped(QLabel())
        self._details.setTextFormat(Qt.TextFormat.PlainText)
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        below.addWidget(self._details, 1)
        below.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(below)
        self._chosen: Callable[[], object] | None = None
        self._action.clicked.connect(self._on_action)
        self._details_button.toggled.connect(self._on_details)
        self._copy.clicked.connect(self._on_copy)
        self._close.clicked.connect(self.hide)
        self.hide()

    def tell(
        self,
        text: str,
        *,
        tone: str = "amber",
        action: str = "",
        chosen: Callable[[], object] | None = None,
        details: str = "",
        close: str = "",
    ) -> None:
        """Show ``text`` in ``tone`` (amber, red or accent); ``close`` names a button that hides it."""
        set_role(self, "banner", tone)
        set_role(self._label, "tone", tone)
        self._label.setText(text)
        self.setAccessibleName(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._chosen = chosen
        self._details.setText(details)
        self._details_button.setText(self.tr("Details"))
        self._copy.setText(self.tr("Copy"))
        self._details_button.setVisible(bool(details))
        self._close.setText(close)
        self._close.setVisible(bool(close))
        self._details_button.setChecked(False)
        self._on_details(False)
        self.show()
        announce(self, text)

    def tell_fault(self, words: Wording, *, close: str) -> None:
        """Say what went wrong until the seller closes it; ``close`` names the button."""
        self.tell(words.whole, tone="red", details=words.details, action=close, chosen=self.hide)

    @property
    def text(self) -> str:
        """What the banner says now; empty when it is hidden."""
        return "" if self.isHidden() else self._label.text()

    @property
    def action(self) -> QPushButton:
        """The banner's action."""
        return self._action

    @property
    def close_button(self) -> QPushButton:
        """The button that hides the banner."""
        return self._close

    def _on_action(self) -> None:
        if self._chosen is not None:
            self._chosen()

    def _on_details(self, is_open: bool) -> None:
        self._details.setVisible(is_open)
        self._copy.setVisible(is_open)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._label.text()}\n{self._details.text()}")
