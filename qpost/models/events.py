"""Why: what services tell whoever listens; frozen, and without a trace of widgets."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from qpost.models.account import ShopId
from qpost.models.inquiry import InquiryId
from qpost.models.notices import Alarm, Notice
from qpost.models.outbox import OutboxRow
from qpost.models.qcash import Charge

if TYPE_CHECKING:  # what releases are made of is not needed before the first painted window
    from qpost.models.release import Manifest


class Event(Struct, frozen=True):
    """The root of all events."""


class InquiriesChanged(Event, frozen=True):
    """Rows of the local store changed; ``ids`` lists them, ``arrived`` those seen for the first time."""

    shop_id: ShopId
    ids: frozenset[InquiryId]
    arrived: frozenset[InquiryId] = frozenset()


class PresenceChanged(Event, frozen=True):
    """Colleagues opened or left an inquiry."""

    shop_id: ShopId
    inquiry_id: InquiryId


class OutboxChanged(Event, frozen=True):
    """A write moved to another state; ``row`` is its newest form."""

    row: OutboxRow


class ListingNoted(Event, frozen=True):
    """What a listing is known to lack changed: gaps, or rows that could not be read."""

    shop_id: ShopId


class TemplatesChanged(Event, frozen=True):
    """The shop's templates were read again."""

    shop_id: ShopId


class PointsChanged(Event, frozen=True):
    """The shop's grade and service points were read again, or converted."""

    shop_id: ShopId


class QcashChanged(Event, frozen=True):
    """The shop's Qcash was read again, or something was charged."""

    shop_id: ShopId


class ConversionReminder(Event, frozen=True):
    """Points can be converted in ``month`` ("2026-11"), which has ``days_left`` after today in Japan."""

    shop_id: ShopId
    month: str
    days_left: int
    convertible: int


class ChargeLapsing(Event, frozen=True):
    """A charge is cancelled within a day unless it is paid."""

    shop_id: ShopId
    charge: Charge


class NewsArrived(Event, frozen=True):
    """Customers wrote; told once, in one ``notice`` for all that came together."""

    notice: Notice


class AlarmDue(Event, frozen=True):
    """Customers still wait, and the time between two reminders of it is over."""

    alarm: Alarm


class LinkState(StrEnum):
    """How the connection is doing."""

    OFFLINE = "offline"
    SYNCING = "syncing"
    ONLINE = "online"
    SIGNED_OUT = "signed_out"


class LinkChanged(Event, frozen=True):
    """The connection changed: ``since`` when, ``progress`` 0 to 1 while syncing, ``error`` why not.

    ``refusals`` are the shops that the service does not let us read, though it answers.
    """

    state: LinkState
    since: datetime
    progress: float | None = None
    error: Exception | None = None
    refusals: dict[ShopId, Exception] = {}


class SignedOut(Event, frozen=True):
    """The service no longer accepts this session; ``error`` tells why."""

    error: Exception


class StoreDamaged(Event, frozen=True):
    """The local file proved damaged while in use; the next start makes it anew (see ``StoreRecovered``)."""

    file: str


class StoreRecovered(Event, frozen=True):
    """A damaged local file was made anew: ``drafts`` and unsent ``replies`` are how many were saved.

    ``is_complete`` is False when some may be missing. ``kept_as`` is where the damaged file was put aside;
    empty when the file itself is sound and only its second copy was not.
    """

    file: str
    kept_as: str
    drafts: int
    replies: int
    is_complete: bool


class UpdatePhase(StrEnum):
    """Where the search for a new version of the program stands."""

    OFF = "off"
    IDLE = "idle"
    CHECKING = "checking"
    AVAILABLE = "available"
    DOWNLOADING = "downloading"
    READY = "ready"


class UpdateChanged(Event, frozen=True, kw_only=True):
    """All there is to know about a new version of the program.

    ``release`` is the newer one, if any; ``received`` of ``size`` bytes of it are here; ``can_install`` is
    False where the program only shows the place. ``is_chosen``: it is installed when the program is left;
    ``is_skipped``: the seller does not want it. ``error`` is what went wrong last.
    """

    phase: UpdatePhase
    release: "Manifest | None" = None
    received: int = 0
    size: int = 0
    can_install: bool = False
    is_chosen: bool = False
    is_skipped: bool = False
    checked_at: datetime | None = None
    error: Exception | None = None
