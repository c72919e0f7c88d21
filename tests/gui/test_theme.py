"""Colours: readable in both themes, and live."""

import itertools

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qpost.models.settings import Theme as ThemeChoice
from qpost.ui.kit import Kit
from qpost.ui.tokens import DARK, LIGHT, Tokens

READ_RATIO = 4.5
SURFACES = ("panel", "background", "sunken", "hover")
SOFT_PAIRS = (
    ("amber", "amber_soft"),
    ("red", "red_soft"),
    ("green", "green_soft"),
    ("accent", "accent_soft"),
    ("ink", "accent_soft"),
    ("ink", "mark"),
    ("ink2", "mark"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
)


def luminance(colour: str) -> float:
    channels = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "surface"), list(itertools.product(("ink", "ink2"), SURFACES)))
def test_text_can_be_read_on_every_surface(tokens: Tokens, ink: str, surface: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, surface)) >= READ_RATIO


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "surface"), SOFT_PAIRS)
def test_coloured_text_can_be_read_on_its_ground(tokens: Tokens, ink: str, surface: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, surface)) >= READ_RATIO


def test_choice_repaints_everything_at_once(qtbot: QtBot, qapp: QApplication, kit: Kit) -> None:
    with qtbot.waitSignal(kit.theme.changed):
        kit.theme.choose(ThemeChoice.DARK)
    assert kit.theme.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.background)
    assert DARK.panel in qapp.styleSheet()
    kit.theme.choose(ThemeChoice.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.background)


def test_icons_follow_the_theme(kit: Kit) -> None:
    light = kit.assets.pixmap("eye").toImage()
    kit.theme.choose(ThemeChoice.DARK)
    assert kit.assets.pixmap("eye").toImage() != light
