"""Why: what waits to be sent is known to the badge and the page alike, read once for both."""

from PySide6.QtCore import QObject, QTimer, Signal

from qpost.models.inbox import Unsent
from qpost.services.inbox import Inbox
from qpost.ui.event_bridge import EventBridge
from qpost.ui.jobs import Jobs

_DELAY_MS = 150


class OutboxReader(QObject):
    """Reads writes and drafts after every change, at most once in ``_DELAY_MS``; ``changed`` brings them."""

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, inbox: Inbox, jobs: Jobs, bridge: EventBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._inbox = inbox
        self._jobs = jobs
        self.unsent = Unsent()
        self._timer = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._timer.timeout.connect(self._on_timeout)
        bridge.outbox_changed.connect(self.refresh)
        bridge.inquiries_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Read again soon."""
        if not self._timer.isActive():
            self._timer.start()

    def _on_timeout(self) -> None:
        self._jobs.run(self._inbox.unsent, owner=self, done=self._on_read, failed=self.failed.emit)

    def _on_read(self, unsent: Unsent) -> None:
        if unsent != self.unsent:
            self.unsent = unsent
            self.changed.emit(unsent)
