"""Why: the local store follows the service (architecture.md, Sync)."""


class Sync:
    """Follows every shop's change feed and the event stream."""

    def start(self) -> None:
        """Follow on own threads from now on."""
        raise NotImplementedError

    def stop(self) -> None:
        """End the threads within a second."""
        raise NotImplementedError

    def wake(self) -> None:
        """Read the changes now (the seller pressed Query, or the machine woke up)."""
        raise NotImplementedError

    def sync_once(self) -> None:
        """Read shops and changes to the end; raises what the connection raises."""
        raise NotImplementedError
