"""Why: services publish on their own threads; views hear of it on the interface thread."""

from PySide6.QtCore import QObject, Qt, Signal, Slot

from qpost.models.events import (
    AlarmDue,
    ChargeLapsing,
    ConversionReminder,
    Event,
    InquiriesChanged,
    LinkChanged,
    ListingNoted,
    NewsArrived,
    OutboxChanged,
    PointsChanged,
    PresenceChanged,
    QcashChanged,
    SignedOut,
    StoreDamaged,
    StoreRecovered,
    TemplatesChanged,
    UpdateChanged,
)
from qpost.services.publisher import Publisher
from qpost.ui.doorway import Doorway


class EventBridge(QObject):
    """Re-emits every event as a signal of its kind, always on the interface thread."""

    inquiries_changed = Signal(object)
    presence_changed = Signal(object)
    outbox_changed = Signal(object)
    listing_noted = Signal(object)
    templates_changed = Signal(object)
    points_changed = Signal(object)
    qcash_changed = Signal(object)
    reminded = Signal(object)
    news_arrived = Signal(object)
    alarm_due = Signal(object)
    link_changed = Signal(object)
    signed_out = Signal(object)
    store_damaged = Signal(object)
    store_recovered = Signal(object)
    update_changed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, publisher: Publisher, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._signals = {
            InquiriesChanged: self.inquiries_changed,
            PresenceChanged: self.presence_changed,
            OutboxChanged: self.outbox_changed,
            ListingNoted: self.listing_noted,
            TemplatesChanged: self.templates_changed,
            PointsChanged: self.points_changed,
            QcashChanged: self.qcash_changed,
            ConversionReminder: self.reminded,
            ChargeLapsing: self.reminded,
            NewsArrived: self.news_arrived,
            AlarmDue: self.alarm_due,
            LinkChanged: self.link_changed,
            SignedOut: self.signed_out,
            StoreDamaged: self.store_damaged,
            StoreRecovered: self.store_recovered,
            UpdateChanged: self.update_changed,
        }
        self._doorway = Doorway(self._arrived.emit)
        self._unsubscribe = publisher.subscribe(self._doorway.send)

    def close(self) -> None:
        """Stop listening."""
        self._unsubscribe()
        self._doorway.close()

    @Slot(object)
    def _on_arrived(self, event: Event) -> None:
        self._signals[type(event)].emit(event)
