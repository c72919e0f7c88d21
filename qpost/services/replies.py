"""Why: what a seller decides is on disk before anything is said to the service (architecture.md, Sending)."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from msgspec import structs

from qpost.models.account import ShopId
from qpost.models.errors import FieldFault, FileFault, Refused
from qpost.models.events import InquiriesChanged, OutboxChanged
from qpost.models.inquiry import InquiryId, Status, Visibility
from qpost.models.outbox import OPEN_STATES, Draft, OutboxFile, OutboxId, OutboxKind, OutboxRow, OutboxState
from qpost.models.outbox_rules import DISCARDABLE, RECALLABLE, Entry, returned_draft
from qpost.models.reply import ATTACHMENT_LIMIT_BYTES, HideRequest, ReplyFault, ReplyText, reply_faults
from qpost.models.text import whole
from qpost.services.link import Link
from qpost.services.publisher import Publisher
from qpost.store.account_store import AccountStore
from qpost.store.inquiries import Stored

TOO_LATE = "too-late"
"""The code of a refusal to take back or give up a write that is beyond that."""

_COURTESY = "auto-reply"
DEFAULT_COURTESY = (
    "お問い合わせいただき、ありがとうございます。\n"
    "ご連絡の件は対応いたしました。ほかにご不明な点がございましたら、いつでもお問い合わせください。"
)
"""Where neither the service nor the seller has one (domain.md 2)."""


class Replies:
    """Drafts and the outbox; durable when a call returns, raises ``StoreFault`` when it is not.

    ``has_own_courtesy``: the text of auto-replies is kept here, for the service has none.
    """

    def __init__(
        self,
        *,
        store: AccountStore,
        link: Link,
        publisher: Publisher,
        now: Callable[[], datetime],
        extension: str,
        queued: Callable[[], None] = lambda: None,
        has_own_courtesy: bool = False,
    ) -> None:
        self._store = store
        self._link = link
        self._publisher = publisher
        self._now = now
        self._extension = extension
        self._queued = queued
        self._has_own_courtesy = has_own_courtesy

    def save_draft(self, draft: Draft) -> None:
        """Keep what is being written; it survives a crash."""
        self._store.drafts.save(structs.replace(draft, title=whole(draft.title), body=whole(draft.body)))

    def discard_draft(self, inquiry_id: InquiryId) -> None:
        """Forget the draft."""
        self._store.drafts.discard(inquiry_id)

    def drafts(self) -> tuple[Draft, ...]:
        """Return every draft, the newest first; also of inquiries that are no longer stored."""
        return self._store.drafts.all()

    def attach(self, content: bytes, file_name: str) -> OutboxFile:
        """Keep a file's bytes in the store; raises ``FileFault`` when it is empty or over 10 MiB."""
        if not content:
            raise FileFault(FileFault.EMPTY, file_name=file_name)
        if len(content) > ATTACHMENT_LIMIT_BYTES:
            raise FileFault(FileFault.TOO_LARGE, file_name=file_name)
        return self._store.files.add(content, whole(file_name), now=self._now())

    def send(
        self,
        *,
        key: OutboxId,
        shop: ShopId,
        inquiry_id: InquiryId,
        expected_version: int,
        title: str,
        body: str,
        status: Status,
        files: tuple[OutboxFile, ...] = (),
        hold_s: float = 0.0,
        keeps_draft: bool = False,
    ) -> OutboxRow:
        """Queue a reply and clear its draft, in one step; the same key again returns the same row.

        ``keeps_draft`` is for a text that was never the draft: what is written elsewhere stays.

        Raises ``Refused("validation")`` for ``reply_faults`` and ``Refused("not-found")`` for an
        inquiry that is not stored.
        """
        text = ReplyText(title=whole(title), body=whole(body), status=status)
        faults = reply_faults(text.title, text.body, status)
        if faults:
            raise Refused("validation", fields=_fields(faults))

        def fill(row: OutboxRow, _: Stored) -> OutboxRow:
            return structs.replace(row, reply=text, files=files)

        target = (shop, inquiry_id, expected_version)
        return self._add(key, OutboxKind.REPLY, target, hold_s, fill, clears_draft=not keeps_draft)

    def auto_reply(
        self,
        *,
        key: OutboxId,
        shop: ShopId,
        inquiry_id: InquiryId,
        expected_version: int,
        hold_s: float = 0.0,
    ) -> OutboxRow:
        """Queue the courtesy reply, or return the one still on its way; the draft, if any, is kept."""

        def fill(row: OutboxRow, _: Stored) -> OutboxRow:
            if not self._has_own_courtesy:
                return row
            text = ReplyText(title="", body=self.auto_reply_text(shop), status=Status.ANSWERED)
            return structs.replace(row, reply=text)

        return self._add(key, OutboxKind.AUTO_REPLY, (shop, inquiry_id, expected_version), hold_s, fill)

    def hide(
        self,
        *,
        key: OutboxId,
        shop: ShopId,
        inquiry_id: InquiryId,
        request: HideRequest,
        expected_version: int,
        hold_s: float = 0.0,
    ) -> OutboxRow:
        """Queue hiding a public, replied inquiry; raises ``Refused`` when it is neither.

        Title and reason are required (domain.md 2): ``Refused("validation")``.
        """
        missing = [name for name in ("title", "reason") if not getattr(request, name).strip()]
        if missing:
            raise Refused("validation", fields=[FieldFault(name, "missing", "") for name in missing])
        wanted = structs.replace(request, title=whole(request.title), reason=whole(request.reason))

        def fill(row: OutboxRow, stored: Stored) -> OutboxRow:
            if stored.inquiry.visibility is not Visibility.PUBLIC:
                raise Refused("not-public")
            if stored.inquiry.replied_at is None:
                raise Refused("not-replied")
            return structs.replace(row, hide=wanted)

        return self._add(key, OutboxKind.HIDE, (shop, inquiry_id, expected_version), hold_s, fill)

    def undo(self, outbox_id: OutboxId) -> Draft | None:
        """Take back a held or queued write; a reply's text returns as the draft, which is returned.

        Raises ``Refused("too-late")`` when it is on its way already. A draft written since is kept
        and the text is appended below it.
        """
        return self._take_out(outbox_id, RECALLABLE)

    def discard(self, outbox_id: OutboxId) -> Draft | None:
        """Give up a failed or unconfirmed write; a reply's text returns as the draft."""
        return self._take_out(outbox_id, DISCARDABLE)

    def delete(self, outbox_id: OutboxId) -> None:
        """Give up a write that is not on its way just now, its text as well: only when asked to."""
        self._take_out(outbox_id, RECALLABLE | DISCARDABLE, keeps_text=False)

    def retry(self, outbox_id: OutboxId) -> OutboxRow:
        """Try a failed or unconfirmed write again now, from what the seller sees now."""

        def work(_: object) -> Entry:
            entry = self._known(outbox_id)
            if entry.row.state is OutboxState.FAILED:
                after = self._renewed(entry)
            elif entry.row.state is OutboxState.UNCONFIRMED and not self._link.honours_idempotency:
                after = entry.moved(
                    OutboxState.QUEUED, sent_version=None, round=entry.round + 1, not_before=self._now()
                )
            else:  # the same request follows at once; a write not stuck at all is merely hastened
                after = structs.replace(entry, row=structs.replace(entry.row, not_before=self._now()))
            self._store.outbox.move(entry, after)
            return after

        row = self._store.database.write(work).row
        self._publisher.publish(OutboxChanged(row=row))
        self._queued()
        return row

    def row(self, outbox_id: OutboxId) -> OutboxRow | None:
        """Return a write in any state; None when it was taken back."""
        entry = self._store.outbox.get(outbox_id)
        return None if entry is None else entry.row

    def waiting(self) -> tuple[OutboxRow, ...]:
        """Return every write that is not confirmed, failed ones included, oldest first."""
        return tuple(entry.row for entry in self._store.outbox.unfinished())

    def auto_reply_text(self, shop: ShopId) -> str:
        """Return the very text an auto-reply sends; raises ``Offline`` when it was never read."""
        kept = self._store.documents.get(_COURTESY, shop, str)
        if self._has_own_courtesy:
            return DEFAULT_COURTESY if kept is None else kept[0]
        return self.refresh_auto_reply_text(shop) if kept is None else kept[0]

    def refresh_auto_reply_text(self, shop: ShopId) -> str:
        """Read the courtesy text from the service and keep it."""
        text = self._link.call(lambda backend: backend.auto_reply_text(shop))
        self._store.documents.put(_COURTESY, shop, text, read_at=self._now())
        return text

    def set_auto_reply_text(self, shop: ShopId, text: str) -> None:
        """Send ``text`` as auto-reply from now on; ``Refused("validation")`` when it cannot be sent."""
        faults = reply_faults("-", text, Status.ANSWERED)
        if faults:
            raise Refused("validation", fields=_fields(faults))
        self._store.documents.put(_COURTESY, shop, whole(text), read_at=self._now())

    def _add(
        self,
        key: OutboxId,
        kind: OutboxKind,
        target: tuple[ShopId, InquiryId, int],
        hold_s: float,
        fill: Callable[[OutboxRow, Stored], OutboxRow],
        *,
        clears_draft: bool = False,
    ) -> OutboxRow:
        shop, inquiry_id, expected_version = target

        def work(_: object) -> tuple[Entry, bool]:
            known = self._store.outbox.get(key) or self._already_asked(kind, inquiry_id)
            if known is not None:
                return known, False
            stored = self._store.inquiries.get(inquiry_id)
            if stored is None or stored.shop_id != shop:
                raise Refused("not-found")
            now = self._now()
            row = OutboxRow(
                id=key,
                shop_id=shop,
                inquiry_id=inquiry_id,
                kind=kind,
                expected_version=expected_version,
                state=OutboxState.HELD if hold_s > 0 else OutboxState.QUEUED,
                created_at=now,
                not_before=now + timedelta(seconds=max(hold_s, 0.0)),
                inquiry_number=stored.inquiry.number,
                customer_name=stored.inquiry.customer.name,
            )
            entry = Entry(
                seq=0,
                row=fill(row, stored),
                seen=stored.seen_at(expected_version),
                extension=self._extension,
            )
            placed = self._store.outbox.add(entry)  # before the draft goes: the files never lack an owner
            if clears_draft:
                self._store.drafts.discard(inquiry_id)
            return placed, True

        entry, is_new = self._store.database.write(work)
        if is_new:
            self._tell(entry.row)
            self._queued()
        return entry.row

    def _already_asked(self, kind: OutboxKind, inquiry_id: InquiryId) -> Entry | None:
        """Return an auto-reply or a hiding still on its way: asking once more means the same one."""
        if kind is OutboxKind.REPLY:
            return None
        waiting = self._store.outbox.unfinished_of(inquiry_id)
        return next((e for e in waiting if e.row.kind is kind and e.row.state in OPEN_STATES), None)

    def _take_out(
        self, outbox_id: OutboxId, states: frozenset[OutboxState], *, keeps_text: bool = True
    ) -> Draft | None:
        def work(_: object) -> tuple[Entry, Draft | None]:
            entry = self._known(outbox_id)
            if entry.row.state not in states:
                raise Refused(TOO_LATE)
            current = self._store.drafts.get(entry.row.inquiry_id)
            draft = returned_draft(entry.row, current, now=self._now()) if keeps_text else None
            if draft is not None:  # before the row goes: the files never lack an owner
                self._store.drafts.save(draft)
            self._store.outbox.remove(entry)
            return entry, draft

        entry, draft = self._store.database.write(work)
        self._publisher.publish(
            InquiriesChanged(shop_id=entry.row.shop_id, ids=frozenset({entry.row.inquiry_id}))
        )
        self._queued()  # what stood behind it may go now
        return draft

    def _renewed(self, entry: Entry) -> Entry:
        stored = self._store.inquiries.get(entry.row.inquiry_id)
        seen, version = entry.seen, entry.row.expected_version
        if stored is not None:
            version = stored.inquiry.version
            seen = stored.seen_at(version)
        return entry.moved(
            OutboxState.QUEUED,
            seen=seen,
            sent_version=None,
            round=entry.round + 1,
            expected_version=version,
            not_before=self._now(),
            attempts=0,
            reason=None,
        )

    def _known(self, outbox_id: OutboxId) -> Entry:
        entry = self._store.outbox.get(outbox_id)
        if entry is None:
            raise Refused("not-found")
        return entry

    def _tell(self, row: OutboxRow) -> None:
        self._publisher.publish(OutboxChanged(row=row))
        self._publisher.publish(InquiriesChanged(shop_id=row.shop_id, ids=frozenset({row.inquiry_id})))


def _fields(faults: Sequence[ReplyFault]) -> list[FieldFault]:
    return [FieldFault(fault.value.split("_")[0], fault.value, "") for fault in faults]
