"""Why: what a seller decides is on disk before anything is said to the service (architecture.md, Sending)."""

from qpost.models.account import ShopId
from qpost.models.inquiry import InquiryId, Status
from qpost.models.outbox import Draft, OutboxFile, OutboxId, OutboxRow
from qpost.models.reply import HideRequest


class Replies:
    """Drafts and the outbox; durable when a call returns, raises ``StoreFault`` when it is not."""

    def save_draft(self, draft: Draft) -> None:
        """Keep what is being written; it survives a crash."""
        raise NotImplementedError

    def discard_draft(self, inquiry_id: InquiryId) -> None:
        """Forget the draft."""
        raise NotImplementedError

    def attach(self, content: bytes, file_name: str) -> OutboxFile:
        """Keep a file's bytes in the store; raises ``FileFault`` when it is empty or over 10 MiB."""
        raise NotImplementedError

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
    ) -> OutboxRow:
        """Queue a reply and clear its draft, in one step; the same key again returns the same row.

        Raises ``Refused("validation")`` for ``reply_faults`` and ``Refused("not-found")`` for an
        inquiry that is not stored.
        """
        raise NotImplementedError

    def auto_reply(
        self,
        *,
        key: OutboxId,
        shop: ShopId,
        inquiry_id: InquiryId,
        expected_version: int,
        hold_s: float = 0.0,
    ) -> OutboxRow:
        """Queue the courtesy reply; the draft, if any, is kept."""
        raise NotImplementedError

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
        """Queue hiding a public, replied inquiry; raises ``Refused`` when it is neither."""
        raise NotImplementedError

    def undo(self, outbox_id: OutboxId) -> Draft | None:
        """Take back a held or queued write; a reply's text returns as the draft, which is returned.

        Raises ``Refused("too-late")`` when it is on its way already. A draft written since is kept
        and the text is appended below it.
        """
        raise NotImplementedError

    def retry(self, outbox_id: OutboxId) -> OutboxRow:
        """Try a failed or unconfirmed write again now, from what the seller sees now."""
        raise NotImplementedError

    def discard(self, outbox_id: OutboxId) -> Draft | None:
        """Give up a failed or unconfirmed write; a reply's text returns as the draft."""
        raise NotImplementedError

    def waiting(self) -> tuple[OutboxRow, ...]:
        """Return every write that is not confirmed, failed ones included, oldest first."""
        raise NotImplementedError

    def auto_reply_text(self, shop: ShopId) -> str:
        """Return the very text an auto-reply sends; raises ``Offline`` when it was never read."""
        raise NotImplementedError
