"""Why: sync and delivery are the same for a service that keeps inquiries and one that only lists messages."""

from collections.abc import Callable
from typing import Protocol

from qpost.models.account import ShopId
from qpost.models.inquiry import Inquiry, InquiryId
from qpost.models.outbox_rules import Entry


class Exchange(Protocol):
    """How inquiries come into the store and answers leave; raises what the connection raises."""

    def follow(self, shop: ShopId, *, told: Callable[[float], None]) -> None:
        """Read what is new; ``told`` hears how far a long reading is (0 to 1). What was read is kept."""

    def complete(self, shop: ShopId, inquiry_id: InquiryId) -> None:
        """Read one inquiry with its messages, which a first reading has listed but not reached yet."""

    def read(self, shop: ShopId, inquiry_id: InquiryId) -> Inquiry:
        """Return an inquiry with its messages as the service has it now."""

    def post(self, entry: Entry) -> Inquiry:
        """Make the very request ``entry`` stands for; return the inquiry with what it became."""

    def pause_s(self, *, has_events: bool) -> float:
        """Return the seconds until it is time to read again; ``has_events``: an event stream is alive."""
