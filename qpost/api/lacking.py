"""Why: what a kind of service does not have is refused in one place for each part of a connection."""

from collections.abc import Callable
from typing import NoReturn

from qpost.models.account import Capability
from qpost.models.errors import Unsupported

LISTING = "listing"
FEED = "feed"


def _refusing(what: str) -> Callable[..., NoReturn]:
    """Return a method for a class below, which takes any arguments and raises ``Unsupported(what)``."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise Unsupported(what)

    return refuse


class NoMoney:
    """The ``MoneyBackend`` part of a connection without points and Qcash."""

    grade = conversion = item_points = item_shipping = categories = picture = _refusing(Capability.POINTS)
    convert = _refusing(Capability.POINTS_CONVERT)
    qcash = ledger = charges = _refusing(Capability.QCASH)
    charge = charge_options = _refusing(Capability.QCASH_CHARGE)


class NoListing:
    """The ``ListingBackend`` part of a connection whose service keeps the inquiries."""

    listed = answer = certificate = _refusing(LISTING)


class NoFeed:
    """The calls on kept inquiries, for a connection whose service only lists messages by time."""

    summary = changes = recent = inquiry = reply = auto_reply = auto_reply_text = _refusing(FEED)
    hide = _refusing(Capability.HIDE)
    upload = download = _refusing(Capability.ATTACHMENTS)
    templates = _refusing(Capability.TEMPLATES)
    set_presence = clear_presence = _refusing(Capability.PRESENCE)
    events = _refusing(Capability.EVENTS)
