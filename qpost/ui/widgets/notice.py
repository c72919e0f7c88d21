"""Why: an empty, failed or offline place says what it is and what to do, instead of being blank."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from qpost.ui.assets import Assets
from qpost.ui.tokens import SPACE_M, SPACE_S, SPACE_XL
from qpost.ui.widgets.layouts import column, wrapped

_ICON_PX = 40
_WIDTH_PX = 320


class Notice(QWidget):
    """An icon, a sentence, an advice and at most one action, in the middle."""

    def __init__(self, assets: Assets, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assets = assets
        lines = column(self, margin=SPACE_XL, gap=SPACE_S)
        lines.addStretch(1)
        self._icon, self._text, self._advice = QLabel(), wrapped(QLabel()), wrapped(QLabel())
        self._action = QPushButton()
        self._advice.setProperty("ink", "2")
        self._text.setStyleSheet("font-weight: 600;")
        for part in (self._icon, self._text, self._advice):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            part.setTextFormat(Qt.TextFormat.PlainText)
            part.setMaximumWidth(_WIDTH_PX)
            lines.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        for part in (self._text, self._advice):
            part.setFixedWidth(_WIDTH_PX)
        lines.addSpacing(SPACE_M - SPACE_S)
        lines.addWidget(self._action, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch(2)
        self._action.clicked.connect(self._on_action)
        self._chosen: Callable[[], object] | None = None
        self._name = icon
        self.tell("", "")

    def tell(
        self,
        text: str,
        advice: str,
        *,
        icon: str = "",
        action: str = "",
        chosen: Callable[[], object] | None = None,
    ) -> None:
        """Show the sentences, and a button when ``action`` names one."""
        self._name = icon or self._name
        size = QSize(_ICON_PX, _ICON_PX)
        self._icon.setPixmap(
            self._assets.icon(self._name, ink="ink3", size_px=_ICON_PX).pixmap(size, self.devicePixelRatio())
        )
        self._text.setText(text)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._chosen = chosen
        for part in (self._text, self._advice):
            part.setFixedHeight(max(0, part.heightForWidth(_WIDTH_PX)))

    @property
    def text(self) -> str:
        """The sentence on screen."""
        return self._text.text()

    def _on_action(self) -> None:
        if self._chosen is not None:
            self._chosen()
