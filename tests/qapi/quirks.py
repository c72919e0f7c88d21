"""Why: what is uncertain about Qoo10's answers is a switch, so that tests can turn each the other way."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Any


class Wrapping(Enum):
    """How the rows lie in the result."""

    ARRAY = "array"
    INFO = "InquiryInfo"
    MESSAGE = "InquiryMessage"
    EACH = "each row in InquiryInfo"
    TEXT = "JSON in a text"
    WHOLE_TEXT = "the whole answer in a text"


class Empty(Enum):
    """What the result is when there are no rows."""

    ARRAY = "array"
    NULL = "null"
    TEXT = "text"
    MISSING = "missing"


class Order(Enum):
    """In which order rows come, and so which ones a cap cuts off."""

    OLDEST = "oldest"
    NEWEST = "newest"
    NUMBER = "number"
    SHUFFLED = "shuffled"


@dataclass(frozen=True)
class Quirks:
    """Every switch; ``StandIn.quirks`` may be assigned while it runs. The defaults are the plain reading.

    ``row_cap``: so many rows a window at most, cut off silently, duplicates counted in. ``lists_single``:
    one row comes as an object, not in an array. ``has_status``: rows carry ``STATUS``.
    ``thread_status``: a follow-up or an answer changes the whole thread, not its own row only.
    ``linger_reads``: for so many reads a row is listed under its old status as well. ``duplicate_every``:
    each so-many-th row comes twice. ``slow_s``: wait before each answer. ``failing``: share of requests
    that end with status 500, before or after they took effect. ``reaches_back_days``, ``longest_days``: an
    older or longer window is refused.
    """

    row_cap: int | None = None
    order: Order = Order.OLDEST
    duplicate_every: int = 0
    field_case: str = "upper"
    envelope_case: str = "mixed"
    wrapping: Wrapping = Wrapping.ARRAY
    lists_single: bool = False
    empty: Empty = Empty.ARRAY
    text_codes: bool = False
    errors_as_error: bool = False
    has_status: bool = True
    thread_status: bool = True
    linger_reads: int = 0
    slow_s: float = 0.0
    failing: float = 0.0
    reaches_back_days: int | None = None
    longest_days: int | None = None
    void_key_code: int = 10005
    api_key_code: int = 10003
    password_code: int = 10006

    def but(self, **changes: Any) -> "Quirks":
        """Return the switches with some turned; enums also by their value."""
        kinds = {"order": Order, "wrapping": Wrapping, "empty": Empty}
        turned: dict[str, Any] = {
            name: kinds[name](value) if name in kinds else value for name, value in changes.items()
        }
        return replace(self, **turned)


def cased(name: str, case: str) -> str:
    """Return a field's name in ``upper``, ``lower`` or ``mixed`` case (``mixed`` leaves ``ResultCode``)."""
    if case == "upper":
        return name.upper()
    if case == "lower":
        return name.lower()
    return name if name != name.upper() else name.title()
