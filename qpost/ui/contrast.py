"""Why: who chose a contrast theme in the system needs its colours, not ours (ux.md, accessibility).

Luminance and ratio after WCAG 2.2.
"""

from PySide6.QtGui import QColor, QPalette

from qpost.ui.tokens import Tokens

_READ_RATIO, _CLEAR_RATIO = 4.5, 7.0
_STEPS = 10
_TINT = 0.15


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb``, 0 (black) to 1 (white)."""
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(first: str, second: str) -> float:
    """Return the contrast of two colours, 1 (none) to 21."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def contrast_tokens(system: QPalette) -> Tokens:
    """Return the theme made of the colours the system has set for a contrast theme.

    What is told by colour alone elsewhere has a word or a sign beside it, so the inks can be one.
    """
    role = QPalette.ColorRole
    ground, ink = _name(system, role.Window), _name(system, role.WindowText)
    chosen, on_chosen = _name(system, role.Highlight), _name(system, role.HighlightedText)
    faint = _name(system, role.WindowText, QPalette.ColorGroup.Disabled)
    accent = next(
        (each for each in (chosen, _name(system, role.Link)) if ratio(each, ground) >= _READ_RATIO), ink
    )
    tint = _mixed(ground, ink, _TINT)
    soft = _tinted(ground, accent, ink)
    return Tokens(
        is_dark=luminance(ground) < luminance(ink),
        is_contrast=True,
        background=ground,
        panel=ground,
        sunken=tint,
        hover=tint,
        line=ink,
        line_strong=ink,
        ink=ink,
        ink2=ink,
        ink3=faint if ratio(faint, ground) >= _READ_RATIO else ink,
        accent=accent,
        accent_hover=accent,
        accent_soft=soft,
        on_accent=max((on_chosen, ground, ink), key=lambda each: ratio(each, accent)),
        red=ink,
        red_soft=ground,
        amber=ink,
        amber_soft=ground,
        green=ink,
        green_soft=ground,
        mark=soft,
    )


def _name(palette: QPalette, role: QPalette.ColorRole, group: QPalette.ColorGroup | None = None) -> str:
    return palette.color(group or QPalette.ColorGroup.Active, role).name()


def _mixed(ground: str, colour: str, share: float) -> str:
    pairs = zip(_channels(ground), _channels(colour), strict=True)
    return QColor.fromRgbF(*(low + (high - low) * share for low, high in pairs)).name()


def _channels(colour: str) -> tuple[float, float, float]:
    shades = QColor(colour)
    return shades.redF(), shades.greenF(), shades.blueF()


def _tinted(ground: str, colour: str, ink: str) -> str:
    """Return ``ground`` with as much of ``colour`` as leaves ``ink`` clear on it."""
    aim = min(_CLEAR_RATIO, ratio(ink, ground) * 0.8)
    shades = [_mixed(ground, colour, step / _STEPS) for step in range(_STEPS, 0, -1)]
    return next((shade for shade in shades if ratio(ink, shade) >= aim), ground)
