"""Why: what a connection can do whose service keeps no inquiries for us, only lists of messages by time."""

from datetime import datetime
from typing import Protocol

from qpost.models.account import Certificate, ShopId
from qpost.models.listing import ListedWindow, ListingStatus


class ListingBackend(Protocol):
    """Calls of a connection like those of ``Backend``; one without them raises ``Unsupported``."""

    def listed(self, shop: ShopId, *, status: ListingStatus, start: datetime, end: datetime) -> ListedWindow:
        """Read what arrived from ``start`` to ``end``, both included and to the second, in any zone.

        The service may hold rows back without saying so; their number never tells.
        """

    def answer(self, shop: ShopId, *, type: str, question_no: str, seq_no: str, text: str) -> None:
        """Answer a message, which settles its inquiry; sent once, and sent again it arrives twice."""

    def certificate(self, *, login: str, password: str, api_key: str = "") -> Certificate:
        """Have a key made by ID and password, and use it from now on; the password is not kept.

        Another ``api_key`` takes the place of the one in use, if it is accepted.
        """
