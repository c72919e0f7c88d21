"""Why: the files that will go with a reply are seen, with their size, and can be taken out again."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from qpost.models.outbox import OutboxFile
from qpost.ui.assets import Assets
from qpost.ui.tokens import SPACE_S
from qpost.ui.widgets.layouts import row
from qpost.ui.widgets.plain_tip import plain_tip


def size_text(size: int) -> str:
    """Return a file size in KB or MB, as sellers read it."""
    return f"{max(1, round(size / 1024))} KB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"


class FileChips(QWidget):
    """One button for each file; a click takes it out and sends ``removed`` with its hash."""

    removed = Signal(str)

    def __init__(self, assets: Assets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assets = assets
        self._line = row(self, gap=SPACE_S)
        self._line.addStretch(1)
        self._chips: dict[tuple[str, str], QPushButton] = {}
        self.hide()

    def show_files(self, files: tuple[OutboxFile, ...]) -> None:
        """Show ``files``; nothing takes no room. The button of a file that stays is left alone."""
        wanted = {(file.sha256, file.file_name): file for file in files}
        for key in self._chips.keys() - wanted.keys():
            chip = self._chips.pop(key)
            chip.hide()
            self._line.removeWidget(chip)
            chip.deleteLater()
        self._chips = {key: self._chips.get(key) or self._chip(file) for key, file in wanted.items()}
        self.setVisible(bool(files))
        for place, chip in enumerate(self._chips.values()):
            self._line.insertWidget(place, chip)
            chip.show()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons on screen, in order."""
        return tuple(self._chips.values())

    def _chip(self, file: OutboxFile) -> QPushButton:
        name = file.file_name if len(file.file_name) <= 28 else file.file_name[:27] + "…"
        chip = QPushButton(f"{name}  {size_text(file.size)}".replace("&", "&&"))
        chip.setIcon(self._assets.icon("cross", size_px=12))
        chip.setIconSize(QSize(12, 12))
        chip.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        words = self.tr("Take {name} out").format(name=file.file_name)
        chip.setToolTip(plain_tip(words))
        chip.setAccessibleName(words)
        chip.clicked.connect(lambda: self.removed.emit(file.sha256))
        return chip
