"""Why: the connection to any service that keeps contract.md, in the shape every connection has."""

import logging
from collections.abc import Iterator, Mapping
from datetime import date
from typing import BinaryIO

from qpost.api.lacking import NoListing
from qpost.api.rest import codec
from qpost.api.rest.events import event_stream
from qpost.api.rest.money import MoneyCalls
from qpost.api.rest.requests import path_of
from qpost.models.account import Account, Capability, Health, Shop, ShopId
from qpost.models.errors import QpostError, ServerFault
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

_log = logging.getLogger(__name__)


class RestBackend(MoneyCalls, NoListing):
    """A ``Backend`` over HTTP. Thread-safe; opens nothing before the first call.

    ``address`` is what the seller typed: see ``normalised_address`` for what the constructor raises.
    ``language`` (ja, zh_CN, ko, en) asks the service for its texts in that language and may be
    assigned later. ``on_unreadable`` hears of rows that had to be left out of a list.
    """

    honours_idempotency = True

    def __repr__(self) -> str:
        return f"RestBackend({self.address!r})"

    @property
    def language(self) -> str:
        """The language asked of the service."""
        return self._requests.language

    @language.setter
    def language(self, language: str) -> None:
        self._requests.language = language

    def health(self) -> Health:
        """Ask the service how it is and what it offers."""
        answer = self._requests.open_call("GET", "/v1/health")
        health = self._read(answer, codec.health)
        self._capabilities = health.capabilities
        return health

    def sign_in(self, *, login: str, password: str, extension: str, device: str) -> Account:
        """Sign in by ID or e-mail; the password is not kept."""
        if self._capabilities is None:
            self.health()
        return self._requests.sign_in(login=login, password=password, extension=extension, device=device)

    def sign_out(self) -> None:
        """End the session; a service that cannot be told will let it lapse."""
        try:
            self._requests.call("DELETE", "/v1/sessions/current")
        except QpostError as error:
            _log.info("the service was not told of the sign-out: %s", error.code)
        finally:
            self._requests.forget()

    def shops(self) -> tuple[Shop, ...]:
        """List the account's shops."""
        return self._all_pages("/v1/shops", codec.shop_page)

    def summary(self, shop: ShopId) -> Summary:
        """Read the 30-day counters."""
        return self._get(path_of("shops", shop, "inquiries", "summary"), codec.summary)

    def changes(self, shop: ShopId, *, cursor: str | None, limit: int) -> ChangesPage:
        """Read one page of the delta feed; raises ``CursorExpired`` when it must start anew."""
        query: dict[str, str | int] = {"limit": limit}
        if cursor is not None:
            query["cursor"] = cursor
        page, unreadable = self._get(
            path_of("shops", shop, "inquiries", "changes"), codec.changes_page, query
        )
        self._report(unreadable)
        if page.has_more and page.next_cursor in ("", cursor):
            raise ServerFault(
                request_id=None, detail="the change feed does not move on", may_have_arrived=False
            )
        return page

    def recent(self, shop: ShopId, *, date_from: date, cursor: str | None, limit: int) -> RecentPage:
        """Read a page of what was received since ``date_from`` (a day in Japan), newest first."""
        query: dict[str, str | int] = {"date_from": date_from.isoformat(), "limit": limit}
        if cursor is not None:
            query["cursor"] = cursor
        page = self._get(path_of("shops", shop, "inquiries"), codec.inquiry_page, query)
        self._report(page.unreadable)
        return RecentPage(page.items, None if page.next_cursor == cursor else page.next_cursor)

    def inquiry(self, shop: ShopId, inquiry_id: InquiryId) -> Inquiry:
        """Read one inquiry with its messages."""
        return self._get(path_of("shops", shop, "inquiries", inquiry_id), codec.single_inquiry)

    def reply(
        self, shop: ShopId, inquiry_id: InquiryId, text: ReplyText, *, expected_version: int, key: OutboxId
    ) -> Inquiry:
        """Send a reply and return the inquiry as it is now; ``Conflict`` when it moved on."""
        payload = {
            "title": text.title,
            "body": text.body,
            "status": text.status.value,
            "attachment_ids": text.attachment_ids,
            "expected_version": expected_version,
        }
        return self._write(path_of("shops", shop, "inquiries", inquiry_id, "replies"), payload, key)

    def auto_reply(
        self, shop: ShopId, inquiry_id: InquiryId, *, expected_version: int, key: OutboxId
    ) -> Inquiry:
        """Send the courtesy text and settle the inquiry."""
        self._require(Capability.AUTO_REPLY)
        payload = {"expected_version": expected_version}
        return self._write(path_of("shops", shop, "inquiries", inquiry_id, "auto-reply"), payload, key)

    def auto_reply_text(self, shop: ShopId) -> str:
        """Return the very text :meth:`auto_reply` will send."""
        self._require(Capability.AUTO_REPLY)
        return self._get(path_of("shops", shop, "auto-reply"), codec.auto_reply_body)

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
        self._require(Capability.HIDE)
        payload = {
            "title": request.title,
            "reason": request.reason,
            "sender_email": request.sender_email,
            "restrict_customer": request.restrict_customer,
            "expected_version": expected_version,
        }
        return self._write(path_of("shops", shop, "inquiries", inquiry_id, "hide"), payload, key)

    def upload(self, shop: ShopId, *, file_name: str, content: bytes, key: str) -> Attachment:
        """Store a file and return what the service made of it."""
        self._require(Capability.ATTACHMENTS)
        path = path_of("shops", shop, "attachments")
        answer = self._requests.upload(path, file_name=file_name, content=content, key=key)
        return self._read(answer, codec.attachment, wrote=True)

    def download(self, shop: ShopId, attachment_id: AttachmentId, sink: BinaryIO) -> None:
        """Write the attachment's bytes into ``sink``; after an error it may hold a part of them."""
        self._require(Capability.ATTACHMENTS)
        self._requests.download(path_of("shops", shop, "attachments", attachment_id), sink)

    def templates(self, shop: ShopId) -> tuple[Template, ...]:
        """List the shop's templates in their order."""
        self._require(Capability.TEMPLATES)
        return self._all_pages(path_of("shops", shop, "templates"), codec.template_page)

    def order(self, shop: ShopId, order_no: str) -> Order:
        """Read an order."""
        self._require(Capability.ORDERS)
        return self._get(path_of("shops", shop, "orders", order_no), codec.order)

    def item(self, shop: ShopId, item_no: str) -> Item:
        """Read an item."""
        return self._get(path_of("shops", shop, "items", item_no), codec.item)

    def set_presence(self, shop: ShopId, inquiry_id: InquiryId, state: PresenceState) -> None:
        """Tell colleagues we are here; it lapses after 60 s unless repeated."""
        self._require(Capability.PRESENCE)
        path = path_of("shops", shop, "inquiries", inquiry_id, "presence")
        self._requests.call("PUT", path, payload={"state": state.value})

    def clear_presence(self, shop: ShopId, inquiry_id: InquiryId) -> None:
        """Tell colleagues we left."""
        self._require(Capability.PRESENCE)
        self._requests.call("DELETE", path_of("shops", shop, "inquiries", inquiry_id, "presence"))

    def events(self, *, last_event_id: str | None) -> Iterator[ServerEvent]:
        """Connect and return the notices; they end with the stream, or raise when it fails."""
        self._require(Capability.EVENTS)
        return event_stream(self._requests, last_event_id=last_event_id)

    def close(self) -> None:
        """Cut every connection; calls under way, the event stream's too, end with ``Offline``."""
        self._transport.close()
        self._requests.forget()

    def _write(self, path: str, payload: Mapping[str, object], key: str) -> Inquiry:
        answer = self._requests.call("POST", path, payload=payload, key=key)
        return self._read(answer, codec.written_inquiry, wrote=True)
