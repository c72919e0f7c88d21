"""The icon file holds a picture for every size Windows shows, each drawn for it."""

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QImageReader

from tools.checkout import ROOT
from tools.freeze.icon import SIZES_PX, write_ico

DRAWING = ROOT / "resources" / "icons" / "qpost.svg"


def test_every_size_is_there_and_shows_the_same_drawing(tmp_path: Path) -> None:
    target = tmp_path / "made" / "qpost.ico"
    write_ico(DRAWING, target)
    reader = QImageReader(str(target))
    assert reader.imageCount() == len(SIZES_PX)
    for place, side in enumerate(SIZES_PX):
        assert reader.jumpToImage(place)
        image = reader.read()
        assert (image.width(), image.height()) == (side, side)
        assert image.pixelColor(0, 0).alpha() == 0, "the corner is transparent"
        assert _is_near(image.pixelColor(side // 2, side // 10), QColor("#3457d5")), "the ground is above"
        assert _white_share(image) > 0.1


def test_the_directory_tells_where_each_picture_lies(tmp_path: Path) -> None:
    target = tmp_path / "qpost.ico"
    write_ico(DRAWING, target)
    content = target.read_bytes()
    kind, count = struct.unpack_from("<2H", content, 2)
    assert (kind, count) == (1, len(SIZES_PX))
    ends = [sum(struct.unpack_from("<2I", content, 6 + 16 * place + 8)) for place in range(count)]
    assert ends == sorted(ends)
    assert ends[-1] == len(content)


def test_what_is_no_drawing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.svg").write_text("nothing", encoding="utf-8")
    with pytest.raises(ValueError, match="cannot be drawn"):
        write_ico(tmp_path / "x.svg", tmp_path / "x.ico")


def _is_near(one: QColor, other: QColor) -> bool:
    return (
        abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue()) < 40
    )


def _white_share(image: QImage) -> float:
    side = image.width()
    white = sum(
        image.pixelColor(x, y).lightness() > 220 and image.pixelColor(x, y).alpha() > 220
        for x in range(side)
        for y in range(side)
    )
    return white / side**2
