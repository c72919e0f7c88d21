"""Why: Qoo10's own addresses change without notice, so they are written down once."""

from enum import StrEnum

API = "https://api.qoo10.jp/GMKT.INC.Front.QAPIService/ebayjapan.qapi"
"""Where the seller API answers."""

KEY_VOID = "qapi-key-void"
"""Code of a ``SignInRejected``: the certification key counts no more: another password, or a year is over."""

_ENTRY = "https://qsm.qoo10.jp/GMKT.INC.Gsm.Web/Login.aspx"
"""The one address of the seller pages (QSM) that is publicly known; it asks for the sign-in first."""


class QsmPage(StrEnum):
    """What a seller does in QSM because this program, or its connection, cannot."""

    ENTRY = "entry"
    API_KEY = "api-key"
    INQUIRIES = "inquiries"
    TEMPLATES = "templates"
    POINTS = "points"
    QCASH = "qcash"


_ADDRESSES: dict[QsmPage, str] = {}
"""Pages with a known address of their own; none so far, so each is reached through the entry."""


def qsm_address(page: QsmPage) -> str:
    """Return where the browser finds ``page``, the entry while nothing closer is known."""
    return _ADDRESSES.get(page, _ENTRY)
