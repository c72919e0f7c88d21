"""Why: a connection in memory that keeps the contract and stages what no real service can be made to do."""

import hashlib
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import BinaryIO
from uuid import UUID

from msgspec import structs

from qpost.api.lacking import NoListing, NoMoney
from qpost.models.account import Account, AccountId, Capability, Health, Shop, ShopId
from qpost.models.errors import (
    Conflict,
    CursorExpired,
    Offline,
    OfflineCause,
    QpostError,
    Refused,
    SignInRejected,
)
from qpost.models.inquiry import (
    Attachment,
    AttachmentId,
    Author,
    ChangesPage,
    Customer,
    CustomerCounts,
    Inquiry,
    InquiryId,
    Item,
    ItemRef,
    Message,
    MessageId,
    Order,
    OrderItem,
    PresenceState,
    Qoo10Counts,
    RecentPage,
    ServerEvent,
    Source,
    Status,
    Summary,
    Visibility,
)
from qpost.models.jst import day_bounds
from qpost.models.outbox import OutboxId
from qpost.models.reply import HideRequest, ReplyText
from qpost.models.template import Template, TemplateId

MONEY = frozenset({Capability.POINTS, Capability.POINTS_CONVERT, Capability.QCASH, Capability.QCASH_CHARGE})
SHOP = ShopId("s1")
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class When(Enum):
    """Where a staged fault strikes: before the service acts, or after it did."""

    BEFORE = "before"
    AFTER = "after"


def inquiry(number: int, **changes: object) -> Inquiry:
    """Return a customer's public inquiry with one message."""
    at = START + timedelta(minutes=number)
    message = Message(
        id=MessageId(f"m{number}-1"),
        author=Author.CUSTOMER,
        author_name="山田",
        title="サイズについて",
        body=f"質問 {number} です。",
        at=at,
    )
    basic = Inquiry(
        id=InquiryId(f"i{number}"),
        number=str(1000 + number),
        source=Source.CUSTOMER,
        visibility=Visibility.PUBLIC,
        kind="item",
        category="size",
        status=Status.UNANSWERED,
        hidden=False,
        title="サイズについて",
        customer=Customer(name="山田"),
        received_at=at,
        updated_at=at,
        version=1,
        message_count=1,
        last_message_preview=message.body,
        item=ItemRef(number=f"55{number:04d}", name="ワンピース", category="fashion", url="https://x.test/1"),
        order_no=f"77{number:04d}",
        messages=(message,),
    )
    return structs.replace(basic, **changes)


class Marketplace(NoMoney, NoListing):
    """The service: what it knows, what it was asked, and which faults are staged."""

    password = "right"

    def __init__(self, *, inquiries: int = 3, honours_idempotency: bool = True) -> None:
        self.honours_idempotency = honours_idempotency
        self.capabilities = frozenset(Capability) - MONEY - {Capability.SETTLES_ONLY}
        self.lock = threading.RLock()
        self.inquiries: dict[InquiryId, Inquiry] = {}
        self.log: list[InquiryId] = []
        self.first_cursor = 0
        self.feed_is_stuck = False
        self.deleted: dict[int, InquiryId] = {}
        self.answers: dict[str, tuple[object, Inquiry]] = {}
        self.uploads: dict[str, Attachment] = {}
        self.content: dict[AttachmentId, bytes] = {}
        self.calls: list[str] = []
        self.faults: list[tuple[str, When, BaseException]] = []
        self.is_down = False
        self.hooks: dict[str, Callable[[], None]] = {}
        self.sign_ins = 0
        self.session_ends_at_call: int | None = None
        self.is_closed = threading.Event()
        self.events_queue: list[ServerEvent] = []
        self.events_ready = threading.Condition()
        self.clock = START + timedelta(days=1)
        for number in range(1, inquiries + 1):
            self.put(inquiry(number))

    # what a test does to the service

    def put(self, fresh: Inquiry) -> None:
        """Set an inquiry as it is from now on."""
        with self.lock:
            self.inquiries[fresh.id] = fresh
            self.log.append(fresh.id)

    def delete(self, inquiry_id: InquiryId) -> None:
        """Take an inquiry away."""
        with self.lock:
            del self.inquiries[inquiry_id]
            self.log.append(inquiry_id)
            self.deleted[len(self.log)] = inquiry_id

    def say(self, inquiry_id: InquiryId, body: str, author: Author, *, extension: str | None = None) -> None:
        """Let somebody write into an inquiry."""
        with self.lock:
            self._grow(self.inquiries[inquiry_id], body, author, extension=extension)

    def reset(self) -> None:
        """Start anew, as a service restored from nothing."""
        with self.lock:
            self.inquiries.clear()
            self.log.clear()
            self.deleted.clear()

    def stage(self, call: str, error: BaseException, when: When = When.BEFORE) -> None:
        """Let the next ``call`` not yet spoken for fail with ``error``, before or after it took effect."""
        self.faults.append((call, when, error))

    def shop_messages(self, inquiry_id: InquiryId) -> list[str]:
        """Return the texts the customer got from the shop."""
        messages = self.inquiries[inquiry_id].messages or ()
        return [message.body for message in messages if message.author is Author.SHOP]

    def announce(self, event: ServerEvent) -> None:
        """Send a notice down the event stream."""
        with self.events_ready:
            self.events_queue.append(event)
            self.events_ready.notify_all()

    # the connection

    def health(self) -> Health:
        return Health(status="ok", version="1", capabilities=self.capabilities)

    def sign_in(self, *, login: str, password: str, extension: str, device: str) -> Account:
        self._fault("sign_in", When.BEFORE)
        self.calls.append("sign_in")
        if password != self.password:
            raise SignInRejected("invalid-credentials")
        self.sign_ins += 1
        self.session_ends_at_call = None
        return Account(id=AccountId("a1"), login=login, display_name="あかり")

    def sign_out(self) -> None:
        self._begin("sign_out")

    def shops(self) -> tuple[Shop, ...]:
        self._begin("shops")
        return (
            Shop(id=SHOP, name="雑貨店", code="AK", country="JP", inquiry_email="a@x.test", unanswered=1),
        )

    def summary(self, shop: ShopId) -> Summary:
        return Summary(customer=CustomerCounts(0, 0), qoo10=Qoo10Counts(0, 0), window_days=30)

    def changes(self, shop: ShopId, *, cursor: str | None, limit: int) -> ChangesPage:
        self._begin("changes")
        with self.lock:
            place = 0 if cursor is None else int(cursor)
            if self.feed_is_stuck:
                return ChangesPage((), (), cursor or "", has_more=True)
            if cursor is not None and (place < self.first_cursor or place > len(self.log)):
                raise CursorExpired
            end = min(place + limit, len(self.log))
            ids = dict.fromkeys(self.log[place:end])
            items = tuple(self.inquiries[name] for name in ids if name in self.inquiries)
            deleted = tuple(name for at, name in self.deleted.items() if place < at <= end and cursor)
            return ChangesPage(items, deleted, str(end), end < len(self.log))

    def recent(self, shop: ShopId, *, date_from: date, cursor: str | None, limit: int) -> RecentPage:
        self._begin("recent")
        with self.lock:
            start, _ = day_bounds(date_from, None)
            rows = [row for row in self.inquiries.values() if start is None or row.received_at >= start]
            rows.sort(key=lambda row: row.received_at, reverse=True)
            place = 0 if cursor is None else int(cursor)
            page = tuple(structs.replace(row, messages=None) for row in rows[place : place + limit])
            return RecentPage(page, str(place + limit) if place + limit < len(rows) else None)

    def inquiry(self, shop: ShopId, inquiry_id: InquiryId) -> Inquiry:
        self._begin("inquiry")
        return self._found(inquiry_id)

    def reply(
        self,
        shop: ShopId,
        inquiry_id: InquiryId,
        text: ReplyText,
        *,
        expected_version: int,
        key: OutboxId,
    ) -> Inquiry:
        def act(before: Inquiry) -> Inquiry:
            for attachment_id in text.attachment_ids:
                if attachment_id not in self.content:
                    raise Refused("validation")
            return self._grow(before, text.body, Author.SHOP, extension="A", status=text.status)

        return self._write("reply", (inquiry_id, text, expected_version), key, act)

    def auto_reply(
        self, shop: ShopId, inquiry_id: InquiryId, *, expected_version: int, key: OutboxId
    ) -> Inquiry:
        def act(before: Inquiry) -> Inquiry:
            return self._grow(
                before, "対応済みです。", Author.SHOP, extension="A", status=Status.ANSWERED, auto=True
            )

        return self._write("auto_reply", (inquiry_id, None, expected_version), key, act)

    def auto_reply_text(self, shop: ShopId) -> str:
        self._begin("auto_reply_text")
        return "対応済みです。"

    def hide(
        self,
        shop: ShopId,
        inquiry_id: InquiryId,
        request: HideRequest,
        *,
        expected_version: int,
        key: OutboxId,
    ) -> Inquiry:
        def act(before: Inquiry) -> Inquiry:
            self.put(structs.replace(before, hidden=True, version=before.version + 1))
            return self.inquiries[before.id]

        return self._write("hide", (inquiry_id, request, expected_version), key, act)

    def upload(self, shop: ShopId, *, file_name: str, content: bytes, key: str) -> Attachment:
        self._begin("upload")
        UUID(key)
        if key not in self.uploads:
            stored = Attachment(
                id=AttachmentId(f"f{len(self.uploads)}"),
                file_name=file_name,
                media_type="text/plain",
                size=len(content),
                sha256=hashlib.sha256(content).hexdigest(),
            )
            self.uploads[key] = stored
            self.content[stored.id] = content
        self._fault("upload", When.AFTER)
        return self.uploads[key]

    def download(self, shop: ShopId, attachment_id: AttachmentId, sink: BinaryIO) -> None:
        self._begin("download")
        sink.write(self.content[attachment_id])

    def templates(self, shop: ShopId) -> tuple[Template, ...]:
        self._begin("templates")
        return (Template(TemplateId("t1"), "", "挨拶", "こんにちは", "hi", 0, (), START),)

    def order(self, shop: ShopId, order_no: str) -> Order:
        self._begin("order")
        if not order_no.startswith("77"):
            raise Refused("not-found")
        return Order(number=order_no, items=(OrderItem("1", "ワンピース", 1),), paid_at=START)

    def item(self, shop: ShopId, item_no: str) -> Item:
        self._begin("item")
        return Item(item_no, "ワンピース", "fashion", 2980, "https://x.test/1", 3)

    def set_presence(self, shop: ShopId, inquiry_id: InquiryId, state: PresenceState) -> None:
        self._begin(f"set_presence {inquiry_id} {state}")

    def clear_presence(self, shop: ShopId, inquiry_id: InquiryId) -> None:
        self._begin(f"clear_presence {inquiry_id}")

    def events(self, *, last_event_id: str | None) -> Iterator[ServerEvent]:
        self._begin(f"events {last_event_id}")
        while True:
            with self.events_ready:
                self.events_ready.wait_for(lambda: self.events_queue or self.is_closed.is_set())
                if self.is_closed.is_set():
                    raise offline(may_have_arrived=False)
                event = self.events_queue.pop(0)
            yield event

    def close(self) -> None:
        self.is_closed.set()
        with self.events_ready:
            self.events_ready.notify_all()

    # inside

    def _begin(self, call: str) -> None:
        with self.lock:
            self.calls.append(call)
            if self.session_ends_at_call is not None and len(self.calls) >= self.session_ends_at_call:
                raise SignInRejected("token-expired")
        hook = self.hooks.pop(call, None)
        if hook is not None:
            hook()
        self._fault(call, When.BEFORE)

    def _fault(self, call: str, when: When) -> None:
        if self.is_down and when is When.BEFORE:
            raise offline(may_have_arrived=False)
        with self.lock:
            staged = next((fault for fault in self.faults if fault[0] == call), None)
            if staged is not None and staged[1] is when:
                self.faults.remove(staged)
                raise staged[2]

    def _found(self, inquiry_id: InquiryId) -> Inquiry:
        with self.lock:
            if inquiry_id not in self.inquiries:
                raise Refused("not-found")
            return self.inquiries[inquiry_id]

    def _write(
        self,
        call: str,
        payload: tuple[InquiryId, object, int],
        key: OutboxId,
        act: Callable[[Inquiry], Inquiry],
    ) -> Inquiry:
        UUID(key)
        self._begin(call)
        with self.lock:
            if self.honours_idempotency and key in self.answers:
                if self.answers[key][0] != payload:
                    raise Refused("idempotency-mismatch")
                answer = self.answers[key][1]
            else:
                before = self._found(payload[0])
                if before.version != payload[2]:
                    raise Conflict(current_version=before.version)
                answer = act(before)
                self.answers[key] = (payload, answer)
        self._fault(call, When.AFTER)
        return answer

    def _grow(
        self,
        before: Inquiry,
        body: str,
        author: Author,
        *,
        extension: str | None = None,
        status: Status | None = None,
        auto: bool = False,
    ) -> Inquiry:
        self.clock += timedelta(seconds=1)
        messages = before.messages or ()
        message = Message(
            id=MessageId(f"{before.id}-{len(messages) + 1}"),
            author=author,
            author_name="誰か",
            title="",
            body=body.strip(),
            at=self.clock,
            auto=auto,
            extension=extension,
        )
        self.put(
            structs.replace(
                before,
                messages=(*messages, message),
                message_count=len(messages) + 1,
                version=before.version + 1,
                updated_at=self.clock,
                status=status or before.status,
                replied_at=self.clock if author is Author.SHOP else before.replied_at,
                last_message_preview=message.body,
            )
        )
        return self.inquiries[before.id]


def offline(*, may_have_arrived: bool) -> QpostError:
    """Return the error of a request that got no answer."""
    cause = OfflineCause.CUT if may_have_arrived else OfflineCause.UNREACHABLE
    return Offline(cause, may_have_arrived=may_have_arrived)
