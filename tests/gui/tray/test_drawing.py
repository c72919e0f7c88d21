"""The number is on the icon at every size, and only when there is one."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from qpost.ui.assets import Assets
from qpost.ui.tokens import LIGHT
from qpost.ui.tray.drawing import ICON_SIZES_PX, badge_text, tray_icon, tray_pixmap


def _share(count: int, size_px: int, colour: QColor) -> float:
    """Return the share of the icon's pixels that have this very colour."""
    image = tray_pixmap(Assets(), count, size_px).toImage()
    hits = sum(image.pixelColor(x, y) == colour for x in range(size_px) for y in range(size_px))
    return hits / size_px**2


@pytest.mark.parametrize(
    ("count", "text"), [(-1, ""), (0, ""), (1, "1"), (99, "99"), (100, "99+"), (12_345, "99+")]
)
def test_badges_say_no_more_than_fits(count: int, text: str) -> None:
    assert badge_text(count) == text


@pytest.mark.parametrize("size_px", ICON_SIZES_PX)
@pytest.mark.parametrize("count", [1, 8, 47, 99, 100])
def test_figures_stand_white_on_red_at_every_size(qapp: QApplication, size_px: int, count: int) -> None:
    assert _share(count, size_px, QColor(LIGHT.red)) > 0.08
    without = _share(0, size_px, QColor("white"))
    assert _share(count, size_px, QColor("white")) > (0.04 if without == 0 else 0.02)


@pytest.mark.parametrize("size_px", ICON_SIZES_PX)
def test_nobody_waiting_leaves_the_icon_as_it_is(qapp: QApplication, size_px: int) -> None:
    assert _share(0, size_px, QColor(LIGHT.red)) == 0


@pytest.mark.parametrize("size_px", ICON_SIZES_PX)
def test_numbers_of_one_length_differ(qapp: QApplication, size_px: int) -> None:
    pictures = [tray_pixmap(Assets(), count, size_px).toImage() for count in range(10)]
    assert all(a != b for number, a in enumerate(pictures) for b in pictures[number + 1 :])


def test_the_icon_brings_a_drawing_for_each_size(qapp: QApplication) -> None:
    sizes = sorted(size.width() for size in tray_icon(Assets(), 5).availableSizes())
    assert sizes == list(ICON_SIZES_PX)
