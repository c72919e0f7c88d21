"""Why: an inquiry or a page of the program can be named in one line of text, by us and by strangers."""

from enum import StrEnum
from urllib.parse import quote, unquote

from msgspec import Struct

SCHEME = "qpost"
LONGEST_LINK = 1000
"""In characters; whatever is longer was not written by :func:`link_of`."""
LONGEST_NAME = 64

_INQUIRY = "inquiry"
_PAGE = "page"


class Page(StrEnum):
    """The pages of the main window, in the order of Ctrl+1 to Ctrl+6; a link can lead to each.

    The value is the icon's name as well.
    """

    INQUIRIES = "inquiries"
    POINTS = "points"
    QCASH = "qcash"
    TEMPLATES = "templates"
    SETTINGS = "settings"
    OUTBOX = "outbox"


class InquiryLink(Struct, frozen=True):
    """Leads to one inquiry: by the shop's code and the inquiry's number, which sellers know it by."""

    shop_code: str
    number: str


class PageLink(Struct, frozen=True):
    """Leads to a page."""

    page: Page


class WindowLink(Struct, frozen=True):
    """Leads to the window, wherever in the program that is."""


Link = InquiryLink | PageLink | WindowLink


def link_of(link: Link) -> str:
    """Write ``link`` as text that :func:`parse_link` reads back."""
    match link:
        case InquiryLink():
            return f"{SCHEME}://{_INQUIRY}/{quote(link.shop_code, safe='')}/{quote(link.number, safe='')}"
        case PageLink():
            return f"{SCHEME}://{_PAGE}/{link.page}"
        case WindowLink():
            return f"{SCHEME}://"


def parse_link(text: str) -> Link | None:
    """Read a link; None for anything that :func:`link_of` would not have written.

    A browser's liberties are allowed: capitals in scheme and kind, and a slash at the end.
    """
    scheme, colon, rest = text.strip().partition(":")
    if len(text) > LONGEST_LINK or not colon or scheme.lower() != SCHEME:
        return None
    parts = rest.removeprefix("//").removesuffix("/").split("/")
    match [parts[0].lower(), *parts[1:]]:
        case [""]:
            return WindowLink()
        case ["page", name]:
            return PageLink(Page(name)) if name in frozenset(Page) else None
        case ["inquiry", shop, inquiry]:
            shop_code, number = _name(shop), _name(inquiry)
            return InquiryLink(shop_code, number) if shop_code and number else None
    return None


def _name(part: str) -> str:
    """Undo the percent signs; nothing when a person could not have meant what comes out."""
    if "?" in part or "#" in part:
        return ""
    try:
        name = unquote(part, errors="strict")
    except UnicodeDecodeError:
        return ""
    return name if len(name) <= LONGEST_NAME and name.isprintable() and name == name.strip() else ""
