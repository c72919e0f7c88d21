"""Why: what a connection is, whichever marketplace service stands behind it."""

from collections.abc import Iterator
from datetime import date
from typing import BinaryIO, Protocol

from qpost.api.listing_backend import ListingBackend
from qpost.api.money_backend import MoneyBackend
from qpost.models.account import Account, Capability, Health, Shop, ShopId
from qpost.models.inquiry import (
    Attachment,
    AttachmentId,
    ChangesPage,
    Inquiry,
    InquiryId,
    Item,
    Order,
    PresenceState,
    RecentPage,
    ServerEvent,
    Summary,
)
from qpost.models.outbox import OutboxId
from qpost.models.reply import HideRequest, ReplyText
from qpost.models.template import Template


class Backend(MoneyBackend, ListingBackend, Protocol):
    """A connection. Calls block, are thread-safe, and raise only from ``models.errors``.

    An empty list means "none". A call whose capability is missing raises ``Unsupported``.
    """

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What the service offers; known after :meth:`health` or :meth:`sign_in`."""

    @property
    def honours_idempotency(self) -> bool:
        """True when the same key sent twice takes effect once, so an unclear send may be repeated."""

    def health(self) -> Health:
        """Ask the service how it is and what it offers."""

    def sign_in(self, *, login: str, password: str, extension: str, device: str) -> Account:
        """Sign in by ID or e-mail; later calls use and renew the session by themselves."""

    def sign_out(self) -> None:
        """End the session; being offline or signed out already is no error."""

    def shops(self) -> tuple[Shop, ...]:
        """List the account's shops."""

    def summary(self, shop: ShopId) -> Summary:
        """Read the 30-day counters."""

    def changes(self, shop: ShopId, *, cursor: str | None, limit: int) -> ChangesPage:
        """Read one page of the delta feed; raises ``CursorExpired`` when it must start anew."""

    def recent(self, shop: ShopId, *, date_from: date, cursor: str | None, limit: int) -> RecentPage:
        """Read a page of what was received since ``date_from`` (a day in Japan), newest first."""

    def inquiry(self, shop: ShopId, inquiry_id: InquiryId) -> Inquiry:
        """Read one inquiry with its messages."""

    def reply(
        self,
        shop: ShopId,
        inquiry_id: InquiryId,
        text: ReplyText,
        *,
        expected_version: int,
        key: OutboxId,
    ) -> Inquiry:
        """Send a reply and return the inquiry as it is now; ``Conflict`` when it moved on."""

    def auto_reply(
        self, shop: ShopId, inquiry_id: InquiryId, *, expected_version: int, key: OutboxId
    ) -> Inquiry:
        """Send the courtesy text and settle the inquiry."""

    def auto_reply_text(self, shop: ShopId) -> str:
        """Return the very text :meth:`auto_reply` will send."""

    def hide(
        self,
        shop: ShopId,
        inquiry_id: InquiryId,
        request: HideRequest,
        *,
        expected_version: int,
        key: OutboxId,
    ) -> Inquiry:
        """Mail the reason to the customer and hide the inquiry, in one step."""

    def upload(self, shop: ShopId, *, file_name: str, content: bytes, key: str) -> Attachment:
        """Store a file (at most 10 MiB) and return what the service made of it."""

    def download(self, shop: ShopId, attachment_id: AttachmentId, sink: BinaryIO) -> None:
        """Write the attachment's bytes into ``sink``."""

    def templates(self, shop: ShopId) -> tuple[Template, ...]:
        """List the shop's templates in their order."""

    def order(self, shop: ShopId, order_no: str) -> Order:
        """Read an order."""

    def item(self, shop: ShopId, item_no: str) -> Item:
        """Read an item."""

    def set_presence(self, shop: ShopId, inquiry_id: InquiryId, state: PresenceState) -> None:
        """Tell colleagues we are here; it lapses after 60 s unless repeated."""

    def clear_presence(self, shop: ShopId, inquiry_id: InquiryId) -> None:
        """Tell colleagues we left."""

    def events(self, *, last_event_id: str | None) -> Iterator[ServerEvent]:
        """Connect, and return notices until the stream ends or fails; resumes after ``last_event_id``."""

    def close(self) -> None:
        """Drop connections; a call under way may fail with ``Offline``."""
