"""Why: a place in a list travels as an opaque word that only this service can read."""

import base64
import binascii
from typing import TypeVar

import msgspec

from qpost.server.problems import Problem, invalid

_Shape = TypeVar("_Shape", tuple[int, int], tuple[str, int], tuple[str, int, int])
_LARGEST = 2**63 - 1


def encode_cursor(*parts: int | str) -> str:
    """Return an opaque cursor."""
    return base64.urlsafe_b64encode(msgspec.json.encode(parts)).rstrip(b"=").decode("ascii")


def decode_place(cursor: str) -> tuple[int, int]:
    """Return the sort key and row of a list's cursor; one we never made is ``validation``."""
    return _list_place(cursor, tuple[int, int])


def decode_feed_place(cursor: str) -> tuple[str, int]:
    """Return the feed and the sequence number of a cursor; one we never made is ``cursor-expired``.

    So a client whose cursor was damaged heals itself: it reads from the beginning.
    """
    place = _decode(cursor, tuple[str, int])
    if place is None:
        raise Problem("cursor-expired")
    return place


def decode_template_place(cursor: str) -> tuple[str, int, int]:
    """Return folder, position and row of a cursor; one we never made is ``validation``."""
    return _list_place(cursor, tuple[str, int, int])


def decode_number(cursor: str) -> str:
    """Return the item's number of a cursor; one we never made is ``validation``."""
    return _list_place(cursor, tuple[str, int])[0].replace("\x00", "")


def _list_place(cursor: str, shape: type[_Shape]) -> _Shape:
    place = _decode(cursor, shape)
    if place is None:
        raise invalid("cursor", "invalid", "This cursor is not one of this list.")
    return place


def _decode(cursor: str, shape: type[_Shape]) -> _Shape | None:
    try:
        raw = base64.b64decode(
            cursor.encode("ascii") + b"=" * (-len(cursor) % 4), altchars=b"-_", validate=True
        )
        place = msgspec.json.decode(raw, type=shape)
    except (UnicodeEncodeError, binascii.Error, msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return place if all(isinstance(part, str) or abs(part) <= _LARGEST for part in place) else None
