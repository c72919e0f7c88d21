"""Why: a service that only lists messages by time hands them over row by row, odd ones included."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

ODD_ROW_LIMIT_CHARS = 4000
"""So much of an odd row's text is kept."""


class ListingStatus(StrEnum):
    """How far an inquiry is, in the service's words; rows are listed by one of them at a time."""

    UNPROCESSED = "S1"
    ANSWERING = "S2"
    ANSWERED = "S3"


class ListedRow(Struct, frozen=True):
    """One message of a thread, which ``type`` and ``question_no`` name together.

    ``type`` and ``status`` are the service's words, unknown ones as well; ``status`` is the one asked for
    where the row has none. ``at`` is UTC. Texts are as sent, "" when there are none.
    """

    type: str
    question_no: str
    seq_no: str
    at: datetime
    status: str
    title: str
    body: str
    customer: str
    item_name: str
    item_no: str | None = None
    order_no: str | None = None


class OddRow(Struct, frozen=True):
    """A row that could not be read: its JSON, cut at ``ODD_ROW_LIMIT_CHARS``, and a code for why.

    ``reason``: ``no-row`` (no object at all), ``no-number``, ``no-sequence`` or ``bad-time``.
    """

    raw: str
    reason: str


class ListedWindow(Struct, frozen=True):
    """What a window of time holds, in the service's order, duplicates too.

    ``count`` is how many rows came, odd ones included: by it the caller judges whether some were held back.
    """

    rows: tuple[ListedRow, ...]
    odd: tuple[OddRow, ...]
    count: int


class Gap(Struct, frozen=True):
    """A span of which the service lists more under ``status`` than it hands out; both ends are UTC."""

    status: ListingStatus
    start: datetime
    end: datetime


class ListingNotes(Struct, frozen=True):
    """What is known to be missing: the ``gaps``, and how many ``odd`` rows could not be read."""

    gaps: tuple[Gap, ...] = ()
    odd: int = 0
