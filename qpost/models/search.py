"""Why: what a seller may ask of the inquiry list (domain.md 2)."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from qpost.models.inquiry import Source, Status


class DateField(StrEnum):
    """Which date a range is about."""

    RECEIVED = "received"
    REPLIED = "replied"


class SortOrder(StrEnum):
    """How the list is ordered; waiting time is counted from ``received_at`` of open inquiries."""

    NEWEST = "newest"
    OLDEST = "oldest"
    LONGEST_WAITING = "longest_waiting"


class InquiryQuery(Struct, frozen=True):
    """The filter bar. Dates are days in Japan, both ends included; empty means "all"."""

    source: Source | None = None
    date_field: DateField = DateField.RECEIVED
    date_from: date | None = None
    date_to: date | None = None
    statuses: frozenset[Status] = frozenset()
    item_no: str = ""
    order_no: str = ""
    text: str = ""
    sort: SortOrder = SortOrder.NEWEST
