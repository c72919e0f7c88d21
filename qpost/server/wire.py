"""Why: bodies of contract.md that the desktop's models do not already describe, with their limits."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from qpost.models.account import Account, Shop
from qpost.models.inquiry import Inquiry
from qpost.models.reply import BODY_LIMIT, TITLE_LIMIT
from qpost.models.template import Template

NO_NUL = "^[^\x00]*$"


def _trimmed(limit: int) -> str:
    """Return the pattern of a text of 1 to ``limit`` code points after trimming, without U+0000."""
    return f"^[{_SPACE}]*[^{_SPACE}\x00]([^\x00]{{0,{limit - 2}}}[^{_SPACE}\x00])?[{_SPACE}]*$"


EMAIL = r"^[A-Za-z0-9!#$%&'*+/=?^_{|}~.-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+$"
_SPACE = "\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""What ``str.strip`` removes; spelled out, for regular expressions differ on it."""
TEMPLATE_BODY_LIMIT = 4000
ATTACHMENTS_LIMIT = 10

Title = Annotated[str, Meta(pattern=_trimmed(TITLE_LIMIT), description=f"1 to {TITLE_LIMIT} after trimming")]
Body = Annotated[str, Meta(pattern=_trimmed(BODY_LIMIT), description=f"1 to {BODY_LIMIT} after trimming")]
Version = Annotated[int, Meta(ge=1, le=2**62)]
AttachmentIds = Annotated[list[str], Meta(max_length=ATTACHMENTS_LIMIT)]


class SignInBody(Struct, frozen=True):
    """``POST /v1/sessions``."""

    login: Annotated[str, Meta(min_length=1, max_length=254)]
    password: Annotated[str, Meta(min_length=1, max_length=1024)]
    device: Annotated[str, Meta(max_length=200, pattern=NO_NUL)]
    extension: Annotated[str, Meta(max_length=50, pattern=NO_NUL)] | None = None

    def __repr__(self) -> str:
        """Keep the password out of logs."""
        return f"SignInBody(login={self.login!r})"


class RefreshBody(Struct, frozen=True):
    """``POST /v1/sessions/refresh``."""

    refresh_token: Annotated[str, Meta(min_length=1, max_length=200)]

    def __repr__(self) -> str:
        """Keep the token out of logs."""
        return "RefreshBody()"


class SessionAnswer(Struct, frozen=True):
    """The tokens of a session."""

    access_token: str
    access_expires_at: datetime
    refresh_token: str
    account: Account


class HealthAnswer(Struct, frozen=True):
    """``GET /v1/health``."""

    status: Literal["ok"]
    version: str
    capabilities: list[str]


class ShopList(Struct, frozen=True):
    """``GET /v1/shops``."""

    items: tuple[Shop, ...]


class InquiryOut(Inquiry, frozen=True, omit_defaults=True):
    """An inquiry whose absent parts are left out."""


class InquiryPage(Struct, frozen=True):
    """One page of the list; ``next_cursor`` is null at the end."""

    items: tuple[InquiryOut, ...]
    next_cursor: str | None


class ChangesAnswer(Struct, frozen=True):
    """One page of the delta feed."""

    items: tuple[InquiryOut, ...]
    deleted: tuple[str, ...]
    next_cursor: str
    has_more: bool


class InquiryAnswer(Struct, frozen=True):
    """What a write to an inquiry answers."""

    inquiry: InquiryOut


class ReplyBody(Struct, frozen=True):
    """``POST .../replies``; the text is stored as it was typed."""

    title: Title
    body: Body
    status: Literal["answering", "answered"]
    expected_version: Version
    attachment_ids: AttachmentIds = []


class AutoReplyBody(Struct, frozen=True):
    """``POST .../auto-reply``."""

    expected_version: Version


class AutoReplyText(Struct, frozen=True):
    """``GET .../auto-reply``: the text that will be sent."""

    body: str


class HideBody(Struct, frozen=True):
    """``POST .../hide``."""

    title: Title
    reason: Body
    sender_email: Annotated[str, Meta(max_length=254, pattern=EMAIL)]
    expected_version: Version
    restrict_customer: bool = False


class ConversionBody(Struct, frozen=True):
    """``POST .../service-points/conversion``: what the seller was shown, and perhaps in which month.

    With ``month`` a confirmation that arrives after midnight of the last day is refused instead of being
    taken for the next month's.
    """

    expected_convertible: Annotated[int, Meta(ge=0, le=2**53)]
    month: Annotated[str, Meta(pattern="^[0-9]{4}-[0-9]{2}$")] | None = None


class ChargeBody(Struct, frozen=True):
    """``POST .../qcash/charges``; the password is the Q account's, for methods settled in the program."""

    amount: Literal[100, 500, 1000, 3000, 5000, 10000, 30000, 50000, 100000, 300000, 500000, 1000000]
    method: Literal[
        "atone",
        "card",
        "paypal",
        "bank_transfer",
        "convenience_store",
        "paidy",
        "line_pay",
        "au",
        "net_banking",
        "q_account",
        "scheduled_settlement",
    ]
    account_password: Annotated[str, Meta(min_length=1, max_length=1024)] | None = None

    def __repr__(self) -> str:
        """Keep the password out of logs."""
        return f"ChargeBody(amount={self.amount}, method={self.method!r})"


class PresenceBody(Struct, frozen=True):
    """``PUT .../presence``."""

    state: Literal["viewing", "replying"]


class TemplateBody(Struct, frozen=True):
    """``POST`` and ``PUT`` of a template."""

    title: Title
    body: Annotated[str, Meta(pattern=_trimmed(TEMPLATE_BODY_LIMIT))]
    folder: Annotated[str, Meta(max_length=100, pattern=NO_NUL)] = ""
    shortcut: Annotated[str, Meta(max_length=50, pattern=NO_NUL)] = ""
    position: Annotated[int, Meta(ge=0, le=1_000_000)] = 0
    attachment_ids: AttachmentIds = []


class TemplateList(Struct, frozen=True):
    """One page of templates in their order."""

    items: tuple[Template, ...]
    next_cursor: str | None
