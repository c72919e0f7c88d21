"""Colours: readable in both themes, and live."""

import itertools

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qpost.models.settings import Theme as ThemeChoice
from qpost.ui import contrast, theme
from qpost.ui.contrast import contrast_tokens, luminance, ratio
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


SYSTEM_THEMES = {  # Windows 11: ground, text, link, switched off, chosen ground, chosen text
    "aquatic": ("#202020", "#ffffff", "#75e9fc", "#a6a6a6", "#8ee3f0", "#263b50"),
    "desert": ("#fffaef", "#3d3d3d", "#1c5e75", "#676767", "#903909", "#fff5e3"),
    "dusk": ("#2d3236", "#ffffff", "#70ebde", "#a6a6a6", "#a1bfde", "#212d3b"),
    "night sky": ("#000000", "#ffffff", "#8080ff", "#a6a6a6", "#d6b4fd", "#2b2b2b"),
    "made by hand": ("#ffffff", "#000000", "#0000ff", "#600000", "#ffff00", "#000000"),
}
CLEAR_RATIO = 7.0


def system_palette(name: str) -> QPalette:
    """The palette Qt makes of a contrast theme."""
    ground, text, link, off, chosen, on_chosen = map(QColor, SYSTEM_THEMES[name])
    role, palette = QPalette.ColorRole, QPalette()
    for each, colour in (
        (role.Window, ground),
        (role.WindowText, text),
        (role.Link, link),
        (role.Highlight, chosen),
        (role.HighlightedText, on_chosen),
    ):
        palette.setColor(each, colour)
    palette.setColor(QPalette.ColorGroup.Disabled, role.WindowText, off)
    return palette


def test_the_ratio_is_that_of_the_guidelines() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert ratio("#3457d5", "#3457d5") == 1


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "surface"), list(itertools.product(("ink", "ink2"), SURFACES)))
def test_text_can_be_read_on_every_surface(tokens: Tokens, ink: str, surface: str) -> None:
    assert ratio(getattr(tokens, ink), getattr(tokens, surface)) >= READ_RATIO


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "surface"), SOFT_PAIRS)
def test_coloured_text_can_be_read_on_its_ground(tokens: Tokens, ink: str, surface: str) -> None:
    assert ratio(getattr(tokens, ink), getattr(tokens, surface)) >= READ_RATIO


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


@pytest.mark.parametrize("name", SYSTEM_THEMES)
def test_a_contrast_theme_of_the_system_is_readable(name: str) -> None:
    tokens = contrast_tokens(system_palette(name))
    ground, text, *_ = SYSTEM_THEMES[name]
    assert (tokens.background, tokens.panel, tokens.ink) == (ground, ground, text)
    for ink, surface in itertools.product(("ink", "ink2"), (*SURFACES, "accent_soft", "mark")):
        assert ratio(getattr(tokens, ink), getattr(tokens, surface)) >= CLEAR_RATIO, (ink, surface)
    for ink, surface in (*SOFT_PAIRS, ("accent", "panel"), ("ink3", "panel"), ("line", "panel")):
        if (ink, surface) != ("accent", "accent_soft"):  # a contrast theme writes nothing in its own shade
            assert ratio(getattr(tokens, ink), getattr(tokens, surface)) >= READ_RATIO, (ink, surface)
    assert tokens.accent_soft != tokens.panel, "what is chosen is told apart"
    assert tokens.is_dark == (luminance(ground) < luminance(text))


def test_a_contrast_theme_goes_before_the_choice_and_away_again(
    kit: Kit, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = QGuiApplication.styleHints()
    changed = hints.accessibility().contrastPreferenceChanged
    monkeypatch.setattr(theme, "_wants_contrast", lambda: True)
    changed.emit(Qt.ContrastPreference.HighContrast)
    assert kit.theme.tokens.is_contrast
    assert qapp.palette().color(QPalette.ColorRole.WindowText) == QColor(kit.theme.tokens.ink)
    assert f"border: 2px solid {kit.theme.tokens.accent}" in qapp.styleSheet()
    kit.theme.choose(ThemeChoice.DARK)
    assert kit.theme.tokens.is_contrast
    monkeypatch.setattr(theme, "_wants_contrast", lambda: False)
    changed.emit(Qt.ContrastPreference.NoPreference)
    assert kit.theme.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.background)


def test_another_contrast_theme_of_the_same_lightness_is_followed(
    kit: Kit, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    worn = "aquatic"
    monkeypatch.setattr(theme, "_wants_contrast", lambda: True)
    monkeypatch.setattr(contrast, "contrast_tokens", lambda _: contrast_tokens(system_palette(worn)))
    kit.theme.choose(ThemeChoice.SYSTEM)
    before = kit.theme.tokens
    worn = "dusk"
    with qtbot.waitSignal(kit.theme.changed):
        tell_windows(qapp)
    assert before.is_dark
    assert kit.theme.tokens == contrast_tokens(system_palette("dusk")) != before


def test_without_a_contrast_theme_the_systems_colours_are_not_ours(
    kit: Kit, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "_wants_contrast", lambda: True)
    kit.theme.choose(ThemeChoice.DARK)
    monkeypatch.setattr(theme, "_wants_contrast", lambda: False)
    kit.theme.choose(ThemeChoice.DARK)
    with qtbot.assertNotEmitted(kit.theme.changed, wait=50):
        tell_windows(qapp)


def tell_windows(qapp: QApplication) -> None:
    """Say what Qt says to every window when the system's theme is another."""
    for window in qapp.allWindows():
        QApplication.sendEvent(window, QEvent(QEvent.Type.ThemeChange))
