"""Why: a service without paging, total or cursor is read by time, in windows small enough to be whole.

Nobody knows how many rows it hands out at most (qapi.md): that is found out by splitting what looks cut off.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from msgspec import Struct, structs

from qpost.models.listing import Gap, ListingStatus

SECOND = timedelta(seconds=1)
_LEAST_CAP = 20
"""Nobody would cut a list below this."""
_LONGEST_S = 30 * 24 * 3600
_SHORTEST_S = 60
_MOST_CHANGE = 4.0
_BOLD, _CAREFUL = 1.5, 0.8
"""How much of the limit to aim at: more while it is not known, less once it is."""


class Stretch(Struct, frozen=True):
    """What arrived from ``start`` to ``end``, both included and whole seconds, under one status."""

    status: ListingStatus
    start: datetime
    end: datetime

    @property
    def is_shortest(self) -> bool:
        """True when it cannot be split any more."""
        return self.start >= self.end

    def halves(self) -> "tuple[Stretch, Stretch]":
        """Return the newer and the older half, without a second between or in both."""
        seconds = int((self.end - self.start).total_seconds())
        middle = self.start + (seconds // 2) * SECOND
        return structs.replace(self, start=middle + SECOND), structs.replace(self, end=middle)


class Limits(Struct, frozen=True):
    """How many rows the service hands out for a window: ``proven`` came whole, ``cap`` was seen to be cut."""

    proven: int = _LEAST_CAP
    cap: int | None = None

    def is_suspect(self, count: int) -> bool:
        """True when a window with ``count`` rows may have held more: it is to be split and compared."""
        return count >= (self.proven if self.cap is None else self.cap)

    def split(self, count: int, *, was_cut: bool) -> "Limits":
        """Learn from a suspect window with ``count`` rows; ``was_cut``: its halves held more than it did."""
        if was_cut:
            return structs.replace(self, cap=count if self.cap is None else min(self.cap, count))
        if self.cap is not None and count > self.cap:
            return Limits(proven=count)
        return structs.replace(self, proven=max(self.proven, count))

    def next_length_s(self, length_s: int, count: int) -> int:
        """Return how long the next window should be, after one of ``length_s`` held ``count`` rows."""
        aim = self.proven * _BOLD if self.cap is None else self.cap * _CAREFUL
        change = min(max(aim / max(count, 1), 1 / _MOST_CHANGE), _MOST_CHANGE)
        return min(max(int(length_s * change), _SHORTEST_S), _LONGEST_S)


def gaps_after(known: Iterable[Gap], read: Stretch, found: Iterable[Gap]) -> tuple[Gap, ...]:
    """Return what is missing once ``read`` was read and ``found`` in it; neighbours are one gap."""
    parts = [part for gap in known for part in _outside(gap, read)]
    gaps: list[Gap] = []
    for gap in sorted((*parts, *found), key=lambda each: (each.status, each.start)):
        last = gaps[-1] if gaps else None
        if last is not None and last.status is gap.status and gap.start <= last.end + SECOND:
            gaps[-1] = structs.replace(last, end=max(last.end, gap.end))
        else:
            gaps.append(gap)
    return tuple(gaps)


def _outside(gap: Gap, read: Stretch) -> list[Gap]:
    """Return what of ``gap`` is not in ``read``."""
    if gap.status is not read.status or gap.end < read.start or read.end < gap.start:
        return [gap]
    parts = []
    if gap.start < read.start:
        parts.append(structs.replace(gap, end=read.start - SECOND))
    if read.end < gap.end:
        parts.append(structs.replace(gap, start=read.end + SECOND))
    return parts
