"""Why: everything one account keeps on this machine, opened and closed together."""

from datetime import datetime
from pathlib import Path

from qpost.store.blobs import FileBytes
from qpost.store.database import Database
from qpost.store.documents import Documents
from qpost.store.drafts import DraftStore
from qpost.store.inquiries import InquiryStore
from qpost.store.inquiry_writes import InquiryWrites
from qpost.store.outbox import OutboxStore
from qpost.store.shops import ShopStore
from qpost.store.templates import TemplateStore


class AccountStore:
    """One account's encrypted database and the repositories in it.

    ``path`` None keeps everything in memory for this run. Raises ``StoreFault``.
    """

    def __init__(self, path: Path | None, key: bytes | None, *, now: datetime) -> None:
        self.database = Database(path, key)
        self.files = FileBytes(self.database)
        self.shops = ShopStore(self.database)
        self.documents = Documents(self.database)
        self.inquiries = InquiryStore(self.database)
        self.inquiry_writes = InquiryWrites(self.database)
        self.drafts = DraftStore(self.database, self.files)
        self.outbox = OutboxStore(self.database, self.files)
        self.templates = TemplateStore(self.database)
        self.files.remove_orphans(now=now)

    @property
    def is_kept(self) -> bool:
        """True when it outlives the program."""
        return self.database.path is not None

    def close(self) -> None:
        """Close the database; later calls raise ``StoreFault``."""
        self.database.close()
