"""Why: an inquiry, its thread and its counters, as contract.md words them."""

from datetime import datetime
from enum import StrEnum
from typing import NewType

from msgspec import Struct

from qpost.models.open_enum import OpenEnum

InquiryId = NewType("InquiryId", str)
MessageId = NewType("MessageId", str)
AttachmentId = NewType("AttachmentId", str)


class Source(OpenEnum):
    """Who wrote the note that opened the inquiry."""

    CUSTOMER = "customer"
    QOO10 = "qoo10"


class Visibility(OpenEnum):
    """Public: asked on the item page. Private: only shop and customer see it."""

    PUBLIC = "public"
    PRIVATE = "private"


class Status(OpenEnum):
    """How far the inquiry is; a reply may set the last two only (domain.md 2)."""

    UNANSWERED = "unanswered"
    ANSWERING = "answering"
    ANSWERED = "answered"


REPLY_STATUSES = (Status.ANSWERING, Status.ANSWERED)


class Author(OpenEnum):
    """The side a message comes from."""

    CUSTOMER = "customer"
    SHOP = "shop"
    QOO10 = "qoo10"
    SYSTEM = "system"


class PresenceState(StrEnum):
    """What a colleague is doing with an inquiry right now."""

    VIEWING = "viewing"
    REPLYING = "replying"


class Customer(Struct, frozen=True):
    """The buyer; ``restricted`` once the shop restricted them for the item."""

    name: str
    restricted: bool = False


class ItemRef(Struct, frozen=True):
    """The item an inquiry is about; ``url`` is its page on the marketplace."""

    number: str
    name: str
    category: str
    url: str


class Presence(Struct, frozen=True):
    """A colleague's mark on an inquiry; ``state`` is a :class:`PresenceState` value."""

    extension: str
    state: str


class Attachment(Struct, frozen=True):
    """A stored file; ``size`` in bytes, ``sha256`` in hex, ``media_type`` as the service judged it."""

    id: AttachmentId
    file_name: str
    media_type: str
    size: int
    sha256: str


class Message(Struct, frozen=True):
    """One message of a thread; ``body`` is plain text and is never interpreted."""

    id: MessageId
    author: Author
    author_name: str
    title: str
    body: str
    at: datetime
    attachments: tuple[Attachment, ...] = ()
    auto: bool = False
    extension: str | None = None


ELSEWHERE = "/elsewhere"
"""How the id of a message ends that the shop wrote at Qoo10 itself, in words nobody hands out."""


def is_elsewhere(message: Message) -> bool:
    """Tell whether the shop answered elsewhere, and only that it did is known."""
    return message.author is Author.SHOP and not message.body and message.id.endswith(ELSEWHERE)


class Inquiry(Struct, frozen=True, omit_defaults=False):
    """An inquiry without (lists) or with (``messages`` not None) its thread."""

    id: InquiryId
    number: str
    source: Source
    visibility: Visibility
    kind: str
    category: str
    status: Status
    hidden: bool
    title: str
    customer: Customer
    received_at: datetime
    updated_at: datetime
    version: int
    message_count: int
    last_message_preview: str
    item: ItemRef | None = None
    order_no: str | None = None
    cart_no: str | None = None
    replied_at: datetime | None = None
    handled_by: str | None = None
    presence: tuple[Presence, ...] = ()
    messages: tuple[Message, ...] | None = None


class ChangesPage(Struct, frozen=True):
    """One page of the delta feed, oldest change first; ``next_cursor`` continues it."""

    items: tuple[Inquiry, ...]
    deleted: tuple[InquiryId, ...]
    next_cursor: str
    has_more: bool


class RecentPage(Struct, frozen=True):
    """One page of the newest inquiries, without messages; ``next_cursor`` is None at the end."""

    items: tuple[Inquiry, ...]
    next_cursor: str | None


class CustomerCounts(Struct, frozen=True):
    """Open customer inquiries of the last ``window_days`` days."""

    unanswered: int
    answering: int


class Qoo10Counts(Struct, frozen=True):
    """Open notes from Qoo10 of the last ``window_days`` days."""

    unanswered: int
    unconfirmed: int


class HotItem(Struct, frozen=True):
    """An item asked about often in the last seven days."""

    item_no: str
    item_name: str
    inquiries_7d: int


class Summary(Struct, frozen=True):
    """The counters of domain.md 2."""

    customer: CustomerCounts
    qoo10: Qoo10Counts
    window_days: int
    hot_items: tuple[HotItem, ...] = ()


class OrderItem(Struct, frozen=True):
    """A line of an order."""

    number: str
    name: str
    quantity: int


class Order(Struct, frozen=True):
    """An order's delivery facts, as far as they are known; ``paid_at`` None where the service is silent."""

    number: str
    items: tuple[OrderItem, ...]
    paid_at: datetime | None
    shipped_at: datetime | None = None
    delivered_at: datetime | None = None
    carrier: str | None = None
    tracking_no: str | None = None
    on_time: bool | None = None


class Item(Struct, frozen=True):
    """An item of the shop; ``price`` in yen. None and "" are what the service does not tell."""

    number: str
    name: str
    category: str
    price: int | None
    url: str
    inquiries_7d: int | None
    image_url: str | None = None


class ServerEvent(Struct, frozen=True):
    """A notice from the event stream: what changed, never the data itself."""

    id: str
    type: str
    shop: str | None = None
    inquiry_id: str | None = None
    version: int | None = None
