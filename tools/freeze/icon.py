"""Why: Windows wants one .ico with a picture for each size it shows; it is drawn from the program's SVG."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

SIZES_PX = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
"""Small and large icons at 100 % to 400 %, and the one Explorer scales down."""

_PACKED_FROM_PX = 96
"""From this size on pictures are PNG, as Windows Vista and later read them; smaller ones every tool reads."""


def write_ico(drawing: Path, target: Path) -> None:
    """Draw the SVG ``drawing`` in every size into the icon file ``target``."""
    pictures = [_picture(drawing, side) for side in SIZES_PX]
    offset = struct.calcsize("<3H") + len(pictures) * struct.calcsize("<4B2H2I")
    directory = struct.pack("<3H", 0, 1, len(pictures))
    for side, picture in zip(SIZES_PX, pictures, strict=True):
        directory += struct.pack("<4B2H2I", side % 256, side % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(directory + b"".join(pictures))


def _picture(drawing: Path, side_px: int) -> bytes:
    text = drawing.read_text(encoding="utf-8")
    image = QImage.fromData(text.replace("<svg ", f'<svg width="{side_px}" height="{side_px}" ', 1).encode())
    if image.size().width() != side_px:
        raise ValueError(f"{drawing} cannot be drawn")
    return _png(image) if side_px >= _PACKED_FROM_PX else _bitmap(image)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _bitmap(image: QImage) -> bytes:
    """Return a bitmap as icons hold it: 32 bits, bottom row first, a mask of its own after the colours."""
    side = image.width()
    flipped = image.convertToFormat(QImage.Format.Format_ARGB32).flipped()
    colours = bytes(flipped.constBits())
    mask = bytes((side + 31) // 32 * 4 * side)  # all zero: what is transparent the colours say themselves
    header = struct.pack("<I2i2H6I", 40, side, side * 2, 1, 32, 0, len(colours) + len(mask), 0, 0, 0, 0)
    return header + colours + mask


if __name__ == "__main__":
    write_ico(Path("resources/icons/qpost.svg"), Path(sys.argv[1]))
