"""Why: a field one searches with is emptied by one click, and shows the cross only when it holds text."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit, QWidget

from qpost.ui.assets import Assets

_ICON_PX = 14


class ClearableEdit(QLineEdit):
    """A line edit with a cross of the theme's own at its end."""

    def __init__(self, assets: Assets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assets = assets
        self._cross = self.addAction(QIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self._cross.setVisible(False)
        self._cross.triggered.connect(self.clear)
        self.textChanged.connect(lambda text: self._cross.setVisible(bool(text)))
        self.repaint_icon()

    def repaint_icon(self) -> None:
        """Draw the cross in the theme's ink."""
        self._cross.setIcon(self._assets.icon("cross", size_px=_ICON_PX))
