"""Why: the store keeps instants as whole milliseconds since 1970 in UTC, which sort and index cheaply."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def to_ms(moment: datetime) -> int:
    """Return milliseconds since 1970 (UTC), rounded down; a naive ``moment`` is a ``TypeError``."""
    return (moment - _EPOCH) // _MILLISECOND


def from_ms(milliseconds: int) -> datetime:
    """Return the instant in UTC."""
    return _EPOCH + timedelta(milliseconds=milliseconds)
