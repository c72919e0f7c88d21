"""Why: what was asked to be sent stays as it was, whatever is typed while it is on its way to the disk."""

from msgspec import Struct

from qpost.models.inquiry import Inquiry, Status
from qpost.models.outbox import Draft, OutboxFile, OutboxId


class Composition(Struct, frozen=True):
    """What the seller asked to send, with the key that makes a second click harmless."""

    key: OutboxId
    inquiry: Inquiry
    title: str
    body: str
    status: Status
    files: tuple[OutboxFile, ...]

    def draft(self) -> Draft:
        """Return the same as a draft, for when it could not be queued."""
        return Draft(
            inquiry_id=self.inquiry.id,
            title=self.title,
            body=self.body,
            status=str(self.status),
            files=self.files,
            updated_at=self.inquiry.updated_at,
        )
