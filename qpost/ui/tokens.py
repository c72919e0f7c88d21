"""Why: every colour, space, radius and type size of the interface is named once (ux.md, The look)."""

from msgspec import Struct

SPACE_XS, SPACE_S, SPACE_M, SPACE_L, SPACE_XL = 4, 8, 12, 16, 24
RADIUS_CONTROL, RADIUS_INPUT, RADIUS_CARD = 6, 8, 10
TYPE_TINY, TYPE_SMALL, TYPE_BODY, TYPE_LARGE = 11, 12, 13, 14
TYPE_TITLE, TYPE_HEADING, TYPE_FIGURE = 16, 20, 24


class Tokens(Struct, frozen=True):
    """The colour roles of one theme, as ``#rrggbb``.

    ``mark`` lies behind what a search found. ``ink3`` is decoration only; every other ink reaches 4.5:1
    on the surfaces it is used on. ``is_contrast``: made of the system's colours, with an edge around
    everything.
    """

    is_dark: bool
    background: str
    panel: str
    sunken: str
    hover: str
    line: str
    line_strong: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    red: str
    red_soft: str
    amber: str
    amber_soft: str
    green: str
    green_soft: str
    mark: str
    is_contrast: bool = False


LIGHT = Tokens(
    is_dark=False,
    background="#f6f7f9",
    panel="#ffffff",
    sunken="#eff1f5",
    hover="#f3f5f9",
    line="#e4e7ec",
    line_strong="#c9cfd9",
    ink="#1b2430",
    ink2="#5b6675",
    ink3="#8a94a3",
    accent="#3457d5",
    accent_hover="#2a48b8",
    accent_soft="#e9eefc",
    on_accent="#ffffff",
    red="#c8372d",
    red_soft="#fdecea",
    amber="#8a5f00",
    amber_soft="#fff4d6",
    green="#187a48",
    green_soft="#e4f5ec",
    mark="#ffe28a",
)

DARK = Tokens(
    is_dark=True,
    background="#15181d",
    panel="#1c2026",
    sunken="#262b33",
    hover="#232830",
    line="#2d333c",
    line_strong="#48515e",
    ink="#e8ebf0",
    ink2="#a6b0be",
    ink3="#7c8796",
    accent="#7d9bff",
    accent_hover="#9ab1ff",
    accent_soft="#26314f",
    on_accent="#10131a",
    red="#ff8a80",
    red_soft="#43231f",
    amber="#f0c35c",
    amber_soft="#3d3216",
    green="#6fd6a0",
    green_soft="#193627",
    mark="#4d3f12",
)
