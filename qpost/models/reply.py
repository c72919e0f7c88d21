"""Why: the rules of a reply (domain.md 2, contract.md), checked before anything leaves the desktop."""

from enum import StrEnum

from msgspec import Struct

from qpost.models.inquiry import REPLY_STATUSES, AttachmentId, Status

BODY_LIMIT = 1000
TITLE_LIMIT = 200
REPLY_PREFIX = "[Re] "
ATTACHMENT_LIMIT_BYTES = 10 * 1024 * 1024


class ReplyFault(StrEnum):
    """Why a reply cannot be sent as it stands."""

    TITLE_EMPTY = "title_empty"
    TITLE_TOO_LONG = "title_too_long"
    BODY_EMPTY = "body_empty"
    BODY_TOO_LONG = "body_too_long"
    STATUS_NOT_ALLOWED = "status_not_allowed"


class ReplyText(Struct, frozen=True):
    """What ``POST .../replies`` carries besides the version."""

    title: str
    body: str
    status: Status
    attachment_ids: tuple[AttachmentId, ...] = ()


class HideRequest(Struct, frozen=True):
    """What ``POST .../hide`` carries besides the version."""

    title: str
    reason: str
    sender_email: str
    restrict_customer: bool = False


def reply_title(inquiry_title: str) -> str:
    """Return the default title: "[Re] " once in front, within ``TITLE_LIMIT`` code points."""
    title = inquiry_title.strip()
    if not title.lower().startswith(REPLY_PREFIX.strip().lower()):
        title = REPLY_PREFIX + title
    return title[:TITLE_LIMIT].rstrip()


def body_length(body: str) -> int:
    """Return the number of code points that count against ``BODY_LIMIT`` (after trimming)."""
    return len(body.strip())


def reply_faults(title: str, body: str, status: Status) -> tuple[ReplyFault, ...]:
    """Return what forbids sending; empty when the service would accept it."""
    faults = []
    title_length, length = len(title.strip()), body_length(body)
    if title_length == 0:
        faults.append(ReplyFault.TITLE_EMPTY)
    if title_length > TITLE_LIMIT:
        faults.append(ReplyFault.TITLE_TOO_LONG)
    if length == 0:
        faults.append(ReplyFault.BODY_EMPTY)
    if length > BODY_LIMIT:
        faults.append(ReplyFault.BODY_TOO_LONG)
    if status not in REPLY_STATUSES:
        faults.append(ReplyFault.STATUS_NOT_ALLOWED)
    return tuple(faults)
