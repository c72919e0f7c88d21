"""Why: ids on the wire are opaque strings, rows have numbers; this is the one place that knows both.

Also the one place that turns times into the database's microseconds and back.
"""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LARGEST = 2**63 - 1

ACCOUNT, SHOP, INQUIRY, ATTACHMENT, TEMPLATE = "a", "s", "q", "f", "t"
ENTRY, CHARGE, CATEGORY = "e", "h", "c"


def public_id(letter: str, number: int) -> str:
    """Return the id of row ``number`` as clients see it."""
    return f"{letter}{number}"


def row_number(letter: str, text: str) -> int | None:
    """Return the row a public id names, None when it cannot be one of ours."""
    digits = text.removeprefix(letter)
    if digits == text or not digits.isascii() or not digits.isdigit() or digits.startswith("0"):
        return None
    number = int(digits) if len(digits) <= 19 else _LARGEST + 1
    return number if number <= _LARGEST else None


def message_id(inquiry: int, position: int) -> str:
    """Return the id of the message at ``position`` of row ``inquiry``."""
    return f"m{inquiry}-{position}"


def to_us(moment: datetime) -> int:
    """Return microseconds since 1970 in UTC."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def from_us(microseconds: int) -> datetime:
    """Return the instant in UTC."""
    return _EPOCH + timedelta(0, 0, microseconds)
