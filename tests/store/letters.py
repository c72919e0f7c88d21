"""Why: damage, crashes and migrations are tried on stores that hold the same known letters."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from qpost.models.account import ShopId
from qpost.models.inquiry import Customer, Inquiry, InquiryId, Source, Status, Visibility
from qpost.models.outbox import Draft, OutboxId, OutboxKind, OutboxRow, OutboxState
from qpost.models.outbox_rules import Entry
from qpost.models.reply import ReplyText
from qpost.store.account_store import AccountStore

KEY = bytes(range(32))
START = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
SHOP = ShopId("s1")


def open_store(path: Path) -> AccountStore:
    """Open the store as a start of the program does."""
    return AccountStore(path, KEY, now=START)


def make_draft(number: int, *, text: str = "") -> Draft:
    """Return a draft whose text tells which it is; every fifth spills over several pages."""
    body = text or f"下書き {number} " + "あ" * (6000 if number % 5 == 0 else 40)
    return Draft(
        inquiry_id=InquiryId(f"i{number}"),
        title=f"[Re] {number}",
        body=body,
        status="answered",
        files=(),
        updated_at=START + timedelta(seconds=number),
    )


def make_entry(number: int, *, state: OutboxState = OutboxState.QUEUED) -> Entry:
    """Return an outbox entry whose text tells which it is."""
    row = OutboxRow(
        id=OutboxId(f"00000000-0000-4000-8000-{number:012}"),
        shop_id=SHOP,
        inquiry_id=InquiryId(f"i{1000 + number}"),
        kind=OutboxKind.REPLY,
        expected_version=1,
        state=state,
        created_at=START,
        not_before=START,
        reply=ReplyText(title=f"[Re] {number}", body=f"返信 {number} " + "い" * 60, status=Status.ANSWERED),
    )
    return Entry(seq=0, row=row)


def make_inquiry(number: int) -> Inquiry:
    """Return an inquiry for the cache."""
    return Inquiry(
        id=InquiryId(f"i{number}"),
        number=f"{900000 + number}",
        source=Source.CUSTOMER,
        visibility=Visibility.PRIVATE,
        kind="item",
        category="size",
        status=Status.UNANSWERED,
        hidden=False,
        title="サイズについて",
        customer=Customer(name="田中 花子"),
        received_at=START + timedelta(minutes=number),
        updated_at=START + timedelta(minutes=number),
        version=1,
        message_count=0,
        last_message_preview="サイズを教えてください。" * 20,
        messages=(),
    )


def fill(store: AccountStore, *, drafts: int, replies: int, inquiries: int) -> None:
    """Write known letters, a sent reply, and a cache around them."""
    store.inquiry_writes.put(SHOP, [make_inquiry(number) for number in range(inquiries)])
    for number in range(drafts):
        store.drafts.save(make_draft(number))
    for number in range(replies):
        store.outbox.add(make_entry(number))
    sent = store.outbox.add(make_entry(999))
    sending = sent.moved(OutboxState.SENDING, sent_version=1)
    store.outbox.move(sent, sending)
    store.outbox.move(sending, sending.moved(OutboxState.SENT))


def draft_bodies(store: AccountStore) -> dict[str, str]:
    """Return the text of every draft by inquiry."""
    return {draft.inquiry_id: draft.body for draft in store.drafts.all()}


def reply_bodies(store: AccountStore) -> dict[str, str]:
    """Return the text of every unsent reply by id."""
    return {
        entry.row.id: entry.row.reply.body
        for entry in store.outbox.unfinished()
        if entry.row.reply is not None
    }
