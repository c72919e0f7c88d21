"""Why: texts become searchable piece by piece behind everything else, so that no writer waits for it."""

import logging

from qpost.models.errors import StoreFault
from qpost.services.background import Background
from qpost.store.account_store import AccountStore

PAUSE_S = 0.05
RETRY_S = 60.0

_log = logging.getLogger(__name__)


class Indexing(Background):
    """Works off what the search index has not taken up yet, again whenever it is woken."""

    def __init__(self, store: AccountStore) -> None:
        super().__init__("qpost-search")
        self._store = store

    def wake(self) -> None:
        """Look now: many inquiries were read."""
        self._loop.wake()

    def _turn(self) -> float | None:
        """Take the next step; the writers come in between."""
        try:
            return PAUSE_S if self._store.search_backlog.work_off() else None
        except StoreFault as error:
            _log.warning("the search index waits after %s: %s", error.code, error.detail)
            return RETRY_S
