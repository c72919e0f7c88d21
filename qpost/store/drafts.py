"""Why: what the seller types is never lost; one draft for each inquiry, durable when a call returns."""

import msgspec

from qpost.models.inquiry import InquiryId
from qpost.models.outbox import Draft
from qpost.store.blobs import FileBytes
from qpost.store.database import Connection, Database
from qpost.store.times import to_ms

_decode = msgspec.msgpack.Decoder(Draft).decode


class DraftStore:
    """Drafts by inquiry; they do not depend on the inquiry still being cached."""

    def __init__(self, database: Database, files: FileBytes) -> None:
        self._database = database
        self._files = files

    def save(self, draft: Draft) -> None:
        """Keep ``draft`` instead of the one before; raises ``FileFault`` for a file without bytes."""
        data = msgspec.msgpack.encode(draft)

        def work(connection: Connection) -> None:
            self._files.set_uses(_owner(draft.inquiry_id), draft.files)
            connection.execute(
                "INSERT OR REPLACE INTO draft VALUES (?, ?, ?)",
                (draft.inquiry_id, data, to_ms(draft.updated_at)),
            )

        self._database.write(work)

    def get(self, inquiry_id: InquiryId) -> Draft | None:
        """Return the draft of an inquiry."""

        def read(connection: Connection) -> Draft | None:
            for (data,) in connection.execute("SELECT data FROM draft WHERE inquiry_id = ?", (inquiry_id,)):
                return _decode(data)
            return None

        return self._database.read(read)

    def all(self) -> tuple[Draft, ...]:
        """Return every draft, the newest first."""
        return self._database.read(
            lambda c: tuple(
                _decode(data) for (data,) in c.execute("SELECT data FROM draft ORDER BY updated_at DESC")
            )
        )

    def discard(self, inquiry_id: InquiryId) -> None:
        """Forget the draft; one that does not exist is no error."""

        def work(connection: Connection) -> None:
            self._files.set_uses(_owner(inquiry_id), ())
            connection.execute("DELETE FROM draft WHERE inquiry_id = ?", (inquiry_id,))

        self._database.write(work)


def _owner(inquiry_id: InquiryId) -> str:
    return f"draft:{inquiry_id}"
