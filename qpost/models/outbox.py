"""Why: a write the seller decided on, kept until the service has confirmed it (architecture.md, Sending)."""

from datetime import datetime
from enum import StrEnum
from typing import NewType

from msgspec import Struct

from qpost.models.account import ShopId
from qpost.models.inquiry import InquiryId
from qpost.models.reply import HideRequest, ReplyText

OutboxId = NewType("OutboxId", str)
"""A UUID; it is also the idempotency key."""


class OutboxKind(StrEnum):
    """What is to be done."""

    REPLY = "reply"
    AUTO_REPLY = "auto_reply"
    HIDE = "hide"


class OutboxState(StrEnum):
    """Where it stands: ``held`` > ``queued`` > ``sending`` > ``sent`` | ``failed`` | ``unconfirmed``."""

    HELD = "held"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNCONFIRMED = "unconfirmed"


OPEN_STATES = frozenset({OutboxState.HELD, OutboxState.QUEUED, OutboxState.SENDING, OutboxState.UNCONFIRMED})
"""States that still may lead to a delivery."""


class OutboxFile(Struct, frozen=True):
    """A file as it was when Send was pressed; ``attachment_id`` once it was uploaded."""

    file_name: str
    size: int
    sha256: str
    attachment_id: str | None = None


class OutboxRow(Struct, frozen=True):
    """An immutable snapshot of the write plus its progress.

    ``reply`` is set for replies, ``hide`` for hiding, and for an auto-reply neither, unless its text is kept
    here and not at the service. ``reason`` is the
    code of the error that failed it (a slug of contract.md or ``changed``: the inquiry moved on).
    """

    id: OutboxId
    shop_id: ShopId
    inquiry_id: InquiryId
    kind: OutboxKind
    expected_version: int
    state: OutboxState
    created_at: datetime
    not_before: datetime
    attempts: int = 0
    reason: str | None = None
    reply: ReplyText | None = None
    hide: HideRequest | None = None
    files: tuple[OutboxFile, ...] = ()
    inquiry_number: str = ""
    customer_name: str = ""


class Draft(Struct, frozen=True):
    """What the seller is writing; one for each inquiry."""

    inquiry_id: InquiryId
    title: str
    body: str
    status: str
    files: tuple[OutboxFile, ...]
    updated_at: datetime
