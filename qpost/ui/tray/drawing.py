"""Why: how many customers wait is read off the icon itself, at every size a tray shows it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPixmap

from qpost.ui.assets import Assets
from qpost.ui.fonts import families
from qpost.ui.tokens import LIGHT

ICON_SIZES_PX = (16, 20, 24, 32, 40, 48, 64)
"""The small icons of Windows at 100 to 400 %, and what other trays ask for."""
MOST_SHOWN = 99

_HEIGHT = 0.66
_TALLEST_TEXT = {1: 0.60, 2: 0.56, 3: 0.46}
_RING = 0.055
"""What stays empty around the badge, so that it stands out from the icon on a light and on a dark bar."""

_PIXELS_UP_TO_PX = 20
"""Up to here figures are set pixel by pixel: a font is grey mist at seven pixels."""
_PIXELS = {
    "0": ".##. #..# #..# #..# #..# #..# .##.",
    "1": "..#. .##. ..#. ..#. ..#. ..#. .###",
    "2": ".##. #..# ...# ..#. .#.. #... ####",
    "3": ".##. #..# ...# .##. ...# #..# .##.",
    "4": "..#. .##. .##. #.#. #### ..#. ..#.",
    "5": "#### #... ###. ...# ...# #..# .##.",
    "6": ".##. #... #... ###. #..# #..# .##.",
    "7": "#### ...# ..#. ..#. .#.. .#.. .#..",
    "8": ".##. #..# #..# .##. #..# #..# .##.",
    "9": ".##. #..# #..# .### ...# ...# .##.",
    "+": "... ... .#. ### .#. ... ...",
}
_PIXEL_ROWS = 7
_PIXEL_ROUND_PX = {1: 5.5, 2: 4.0, 3: 2.5}


def badge_text(count: int) -> str:
    """Return what stands in the badge: nothing for none, "99+" for a hundred and more."""
    if count <= 0:
        return ""
    return str(count) if count <= MOST_SHOWN else f"{MOST_SHOWN}+"


def tray_icon(assets: Assets, count: int) -> QIcon:
    """Return the program's icon with ``count`` in its corner, drawn for each size."""
    icon = QIcon()
    for size_px in ICON_SIZES_PX:
        icon.addPixmap(tray_pixmap(assets, count, size_px))
    return icon


def tray_pixmap(assets: Assets, count: int, size_px: int) -> QPixmap:
    """Return the icon at ``size_px`` device pixels."""
    pixmap = QPixmap(QSize(size_px, size_px))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawPixmap(0, 0, assets.drawing("qpost", size_px=size_px))
    text = badge_text(count)
    if text and size_px <= _PIXELS_UP_TO_PX:
        _draw_pixel_badge(painter, text, size_px)
    elif text:
        _draw_badge(painter, text, size_px)
    painter.end()
    return pixmap


def _draw_pixel_badge(painter: QPainter, text: str, size_px: int) -> None:
    glyphs = [_PIXELS[char].split() for char in text]
    text_width = sum(len(glyph[0]) for glyph in glyphs) + len(glyphs) - 1
    height = _PIXEL_ROWS + 4
    width = min(max(text_width + 4, height), size_px)
    _draw_ground(painter, size_px, width=width, height=height, round_px=_PIXEL_ROUND_PX[len(text)])
    left = size_px - width + (width - text_width) // 2
    top = size_px - height + (height - _PIXEL_ROWS) // 2
    for glyph in glyphs:
        for y, line in enumerate(glyph):
            for x, dot in enumerate(line):
                if dot == "#":
                    painter.fillRect(left + x, top + y, 1, 1, Qt.GlobalColor.white)
        left += len(glyph[0]) + 1


def _draw_badge(painter: QPainter, text: str, size_px: int) -> None:
    font = QFont()
    font.setFamilies(families("en"))
    font.setWeight(QFont.Weight.Bold)
    font.setPixelSize(round(size_px * _TALLEST_TEXT[len(text)]))
    outline = QPainterPath()
    outline.addText(0, 0, font, text)
    shape = outline.boundingRect()
    height = round(size_px * _HEIGHT)
    width = min(max(height, round(shape.width() + size_px * 0.24)), size_px)
    place = _draw_ground(painter, size_px, width=width, height=height, round_px=height / 2)
    scale = min(1.0, (width - size_px * 0.10) / shape.width())
    painter.translate(place.center())
    painter.scale(scale, scale)
    painter.translate(-shape.center())
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawPath(outline)
    painter.resetTransform()


def _draw_ground(painter: QPainter, size_px: int, *, width: int, height: int, round_px: float) -> QRectF:
    """Paint the badge into the lower right corner, with air around it; return its place."""
    place = QRectF(size_px - width, size_px - height, width, height)
    ring = max(1.0, size_px * _RING)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.drawRoundedRect(place.adjusted(-ring, -ring, ring, ring), round_px + ring, round_px + ring)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setBrush(QColor(LIGHT.red))
    painter.drawRoundedRect(place, round_px, round_px)
    return place
