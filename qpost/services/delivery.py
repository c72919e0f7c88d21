"""Why: an outbox row reaches the service once, whatever happens on the way (architecture.md, Sending)."""

from qpost.models.outbox import OutboxRow


class Delivery:
    """Works through the outbox, first in first out for each inquiry."""

    def start(self) -> None:
        """Deliver on an own thread from now on."""
        raise NotImplementedError

    def stop(self) -> None:
        """End the thread within a second."""
        raise NotImplementedError

    def wake(self) -> None:
        """Look at the outbox now."""
        raise NotImplementedError

    def deliver_due(self) -> tuple[OutboxRow, ...]:
        """Make one pass over what is due and return the rows it moved."""
        raise NotImplementedError
