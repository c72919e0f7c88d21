"""Why: what a network or a tired server does to one request, before or after it took effect."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What the client gets instead of its answer."""

    PAGE = "a page for people"
    CUT = "a reset connection"
    CUT_HALFWAY = "half of the answer"
    HANG = "nothing, until the fault is lifted"
    GARBLED = "bytes that are no answer"


@dataclass(frozen=True)
class Fault:
    """``acts``: the request takes effect all the same. ``status`` is that of a page or of the garble."""

    kind: Kind
    acts: bool = False
    status: int = 200


PAGE_200 = Fault(Kind.PAGE)
PAGE_523 = Fault(Kind.PAGE, status=523)
PAGE_500 = Fault(Kind.PAGE, status=500)
CUT_BEFORE = Fault(Kind.CUT)
CUT_AFTER = Fault(Kind.CUT, acts=True)
CUT_HALFWAY = Fault(Kind.CUT_HALFWAY, acts=True)
HANG_BEFORE = Fault(Kind.HANG)
HANG_AFTER = Fault(Kind.HANG, acts=True)


@dataclass
class Armed:
    """A fault, or something to do, for coming requests of ``method`` (None: of any)."""

    method: str | None
    fault: Fault | None
    action: Callable[[], object] | None
    times: int | None
    skip: int

    def strikes(self, method: str) -> bool:
        """Tell whether it is this request's turn, and count it."""
        if self.times == 0 or (self.method is not None and not method.endswith(self.method)):
            return False
        if self.skip:
            self.skip -= 1
            return False
        self.times = None if self.times is None else self.times - 1
        return True
