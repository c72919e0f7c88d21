"""Why: who is signed in, through which connection, and for which shops."""

from datetime import datetime
from enum import StrEnum
from typing import NewType

from msgspec import Struct

from qpost.models.open_enum import OpenEnum

AccountId = NewType("AccountId", str)
ShopId = NewType("ShopId", str)


class Capability(OpenEnum):
    """What a connection can do (contract.md, ``GET /v1/health``), and what it cannot do otherwise."""

    INQUIRIES = "inquiries"
    REPLY = "reply"
    AUTO_REPLY = "auto_reply"
    HIDE = "hide"
    ATTACHMENTS = "attachments"
    TEMPLATES = "templates"
    EVENTS = "events"
    POINTS = "points"
    POINTS_CONVERT = "points_convert"
    QCASH = "qcash"
    QCASH_CHARGE = "qcash_charge"
    PRESENCE = "presence"
    ORDERS = "orders"
    SETTLES_ONLY = "settles_only"
    """A limit, of Qoo10's own API: a reply has no title of its own, and settles the inquiry."""


class LoginLocation(StrEnum):
    """Where the seller signs in from; it selects the endpoint (domain.md 1)."""

    CHINA = "china"
    OTHER = "other"


class Health(Struct, frozen=True):
    """The answer to ``GET /v1/health``."""

    status: str
    version: str
    capabilities: frozenset[Capability]


class Account(Struct, frozen=True):
    """A seller's account; ``login`` is the ID, never the e-mail address it was reached by."""

    id: AccountId
    login: str
    display_name: str


class Session(Struct, frozen=True):
    """Tokens of a signed-in desktop; they live in memory only."""

    access_token: str
    access_expires_at: datetime
    refresh_token: str
    account: Account

    def __repr__(self) -> str:
        """Show whose session it is and nothing that could be replayed from a log."""
        return f"Session(account={self.account.login!r})"


class Certificate(Struct, frozen=True):
    """A key made by signing in once, and when; it lasts until the password is changed, a year at most."""

    key: str
    made_at: datetime

    def __repr__(self) -> str:
        """Show its age and not the key."""
        return f"Certificate(made_at={self.made_at.isoformat()!r})"


class Shop(Struct, frozen=True):
    """One of the account's shops; ``unanswered`` counts its open customer inquiries."""

    id: ShopId
    name: str
    code: str
    country: str
    inquiry_email: str
    unanswered: int
