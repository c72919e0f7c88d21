"""Why: damage to the local file is told the moment it is met, and looked for after a crash."""

import logging

from qpost.models.errors import StoreFault
from qpost.models.events import StoreDamaged
from qpost.services.background import Background
from qpost.services.publisher import Publisher
from qpost.store.account_store import AccountStore

_log = logging.getLogger(__name__)


class StoreWatch(Background):
    """Publishes ``StoreDamaged`` once; the file is made anew by the next start."""

    def __init__(self, *, store: AccountStore, publisher: Publisher) -> None:
        super().__init__("qpost-store-check")
        self._store = store
        self._publisher = publisher
        store.on_damage(self._on_damage)

    def start(self) -> None:
        """Check the whole file on an own thread when the program did not end properly the last time."""
        if self._store.is_check_due:
            super().start()

    def stop(self, *, within_s: float = 1.0) -> None:
        """Begin no check, and wait for none: closing the store ends it."""
        self.ask_to_stop()

    def _turn(self) -> float | None:
        try:
            is_sound = self._store.check()
            _log.info("the store was checked after an unclean end; sound: %s", is_sound)
        except StoreFault as error:  # cut short by the end of the program, or not readable just now
            _log.info("the store was not checked: %s", error.code)
        return None

    def _on_damage(self) -> None:
        path = self._store.database.path
        self._publisher.publish(StoreDamaged(file="" if path is None else str(path)))
