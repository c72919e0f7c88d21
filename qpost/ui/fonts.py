"""Why: the same Han character looks different in Japanese, Chinese and Korean, so text picks its own font."""

import re

from PySide6.QtGui import QFont

from qpost.ui.tokens import TYPE_BODY

_FAMILIES = {
    "ja": ("Yu Gothic UI", "Meiryo UI", "Hiragino Sans", "Noto Sans CJK JP"),
    "zh_CN": ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC"),
    "ko": ("Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans CJK KR"),
    "en": ("Segoe UI", "SF Pro Text", "Inter", "Noto Sans"),
}
_FALLBACK_ORDER = ("ja", "zh_CN", "ko")
_POINTS_PER_PIXEL = 0.75
_LOOKED_AT = 2_000
_HANGUL = re.compile("[\uac00-\ud7a3\u3131-\u318e]")
_LOCALIZED_FORMS = QFont.Tag("locl")
"""The OpenType feature by which a font shows the glyph forms of the default locale instead of its own."""


def families(language: str) -> list[str]:
    """Return the font families for text in ``language``, the right glyph forms first."""
    own = list(_FAMILIES.get(language, _FAMILIES["en"]))
    for other in _FALLBACK_ORDER:
        own += [family for family in _FAMILIES[other] if family not in own]
    return own


def text_language(text: str) -> str:
    """Guess the language of a buyer's or seller's text: Hangul is Korean, all else Japanese.

    Buyers on Qoo10 Japan write Japanese; a text of Han characters alone is theirs too.
    """
    return "ko" if _HANGUL.search(text, 0, _LOOKED_AT) else "ja"


def make_font(language: str, *, size_px: int = TYPE_BODY, bold: bool = False) -> QFont:
    """Return a font of ``size_px`` at 96 dpi; it follows the system's text scaling.

    Its glyph forms are those of ``language`` whatever language the interface speaks.
    """
    font = QFont()
    font.setFamilies(families(language))
    font.setPointSizeF(size_px * _POINTS_PER_PIXEL)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setFeature(_LOCALIZED_FORMS, 0)
    return font


def tabular(font: QFont) -> QFont:
    """Return ``font`` with figures of equal width, for columns and counters."""
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
