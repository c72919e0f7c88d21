"""Why: icons are one family of SVG files, drawn in the theme's ink at the screen's own resolution."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPixmap

from qpost.ui.tokens import LIGHT, Tokens

_STEPS = (1, 2, 3)


def _resource_folder() -> Path:
    """Return ``resources/`` of the checkout, or its copy inside an installed package."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "resources", package.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("the program's resources folder is missing; install Qpost again")


class Assets:
    """Reads icons by name and paints them in a colour of the current theme."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or _resource_folder()
        self._tokens = LIGHT
        self._icons: dict[tuple[str, str, int], QIcon] = {}
        self._drawings: dict[tuple[str, int], QPixmap] = {}

    def set_tokens(self, tokens: Tokens) -> None:
        """Paint icons asked for from now on with ``tokens``."""
        self._tokens = tokens

    def path(self, name: str) -> Path:
        """Return the file of icon ``name``."""
        return self._folder / "icons" / f"{name}.svg"

    def icon(self, name: str, *, ink: str = "ink2", size_px: int = 20) -> QIcon:
        """Return icon ``name`` in the colour role ``ink``, at most ``size_px`` logical pixels."""
        colour = str(getattr(self._tokens, ink))
        key = (name, colour, size_px)
        if key not in self._icons:
            self._icons[key] = self._draw(self.path(name), colour, size_px)
        return self._icons[key]

    def pixmap(self, name: str, *, ink: str = "ink2", size_px: int = 20, ratio: float = 1.0) -> QPixmap:
        """Return icon ``name`` for painting at device pixel ratio ``ratio``."""
        return self.icon(name, ink=ink, size_px=size_px).pixmap(QSize(size_px, size_px), ratio)

    def drawing(self, name: str, *, size_px: int) -> QPixmap:
        """Return icon ``name`` in its own colours at exactly ``size_px`` device pixels."""
        key = (name, size_px)
        if key not in self._drawings:
            drawing = self.path(name).read_text(encoding="utf-8")
            scaled = drawing.replace("<svg ", f'<svg width="{size_px}" height="{size_px}" ', 1)
            self._drawings[key] = QPixmap.fromImage(QImage.fromData(scaled.encode()))
        return QPixmap(self._drawings[key])

    def sound(self, name: str) -> Path:
        """Return the file of sound ``name``."""
        return self._folder / "sounds" / f"{name}.wav"

    @staticmethod
    def _draw(path: Path, colour: str, size_px: int) -> QIcon:
        drawing = path.read_text(encoding="utf-8").replace("currentColor", colour)
        icon = QIcon()
        for step in _STEPS:
            scaled = drawing.replace("<svg ", f'<svg width="{size_px * step}" height="{size_px * step}" ', 1)
            image = QImage.fromData(scaled.encode())
            pixmap = QPixmap.fromImage(image, Qt.ImageConversionFlag.AutoColor)
            pixmap.setDevicePixelRatio(step)
            icon.addPixmap(pixmap)
        return icon
