"""Why: everything one account keeps on this machine, opened and closed together."""

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from qpost.models.errors import StoreFault
from qpost.models.events import StoreRecovered
from qpost.store.blobs import FileBytes
from qpost.store.database import Database
from qpost.store.documents import Documents
from qpost.store.drafts import DraftStore
from qpost.store.inquiries import InquiryStore
from qpost.store.inquiry_writes import InquiryWrites
from qpost.store.notices import NoticeStore
from qpost.store.opening import open_database
from qpost.store.outbox import OutboxStore
from qpost.store.process_lock import OpenMark
from qpost.store.rebuild import suspect_path
from qpost.store.search_index import SearchBacklog
from qpost.store.shops import ShopStore
from qpost.store.templates import TemplateStore

_log = logging.getLogger(__name__)


class AccountStore:
    """One account's encrypted database and the repositories in it.

    ``path`` None keeps everything in memory for this run. A damaged file is put aside and made anew:
    ``recovered`` tells then what was saved. ``is_check_due``: the last program did not end properly, so that
    :meth:`check` should be called on the side. Raises ``StoreFault``.
    """

    def __init__(self, path: Path | None, key: bytes | None, *, now: datetime) -> None:
        self.recovered: StoreRecovered | None = None
        self.is_check_due = False
        self._mark: OpenMark | None = None
        if path is None:
            self.database = Database(None, None)
        else:
            opened = open_database(path, key, now=now)
            self.database, self._mark = opened.database, opened.mark
            self.recovered, self.is_check_due = opened.recovered, opened.is_check_due
        self.on_damage(lambda: None)
        self.files = FileBytes(self.database)
        self.shops = ShopStore(self.database)
        self.documents = Documents(self.database)
        self.inquiries = InquiryStore(self.database)
        self.inquiry_writes = InquiryWrites(self.database)
        self.notices = NoticeStore(self.database)
        self.search_backlog = SearchBacklog(self.database)
        self.drafts = DraftStore(self.database, self.files)
        self.outbox = OutboxStore(self.database, self.files)
        self.templates = TemplateStore(self.database)
        try:
            self.files.remove_orphans(now=now)
        except StoreFault as error:  # what only tidies up keeps nobody from starting
            _log.warning("files nobody refers to stay for now: %s", error.code)

    @property
    def is_kept(self) -> bool:
        """True when it outlives the program."""
        return self.database.path is not None

    def on_damage(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` once when the file proves damaged; the next start makes it anew in any case."""

        def met() -> None:
            self._suspect()
            listener()

        self.database.on_damage(met)

    def check(self) -> bool:
        """Read the whole file and return whether it is sound; takes long, and ends with :meth:`close`."""
        is_sound = self.database.quick_check()
        self.is_check_due = False
        return is_sound

    def close(self) -> None:
        """Close the database; later calls raise ``StoreFault``."""
        self.database.close()
        mark, self._mark = self._mark, None
        if mark is not None:
            mark.close()

    def _suspect(self) -> None:
        path = self.database.path
        if path is None:
            return
        try:
            suspect_path(path).touch()
        except OSError as error:
            _log.warning("the damage cannot be marked: %s", error.strerror)
