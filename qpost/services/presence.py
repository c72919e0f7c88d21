"""Why: two colleagues should not answer the same customer without knowing of each other."""

from qpost.models.account import ShopId
from qpost.models.inquiry import InquiryId, Presence


class PresenceService:
    """Tells colleagues where we are and knows where they are; failures are silent."""

    def viewing(self, shop: ShopId, inquiry_id: InquiryId) -> None:
        """Say we are reading it, and keep saying so every 30 s; returns at once."""
        raise NotImplementedError

    def replying(self, shop: ShopId, inquiry_id: InquiryId) -> None:
        """Say we are writing an answer, and keep saying so every 30 s; returns at once."""
        raise NotImplementedError

    def left(self) -> None:
        """Say we are gone from where we were; returns at once."""
        raise NotImplementedError

    def colleagues(self, inquiry_id: InquiryId) -> tuple[Presence, ...]:
        """Return who else is on the inquiry, as far as known."""
        raise NotImplementedError
