"""Why: when one inquiry changes, a list of a million keeps its order without being read again."""

from array import array
from collections.abc import Callable
from struct import Struct as Packing

from qpost.models.inquiry import Status
from qpost.models.search import SortOrder
from qpost.store.database import Connection
from qpost.store.search import Question, matching

_PACKED = Packing("=q").pack
_Key = tuple[int, int, int]


class _Unordered(Exception):
    """The array does not agree with the store as it is now."""


def merged_ids(
    connection: Connection, question: Question, sort: SortOrder, ids: "array[int]", row_ids: tuple[int, ...]
) -> "array[int] | None":
    """Return ``ids`` with ``row_ids`` where they belong now; None when only a reading can tell."""
    key_of = _keys(connection, sort)
    after = array("q", ids)
    try:
        for row_id in row_ids:
            place = _find(after, row_id, key_of)
            if place is not None:
                del after[place]
        for row_id in matching(connection, question, row_ids):
            key = key_of(row_id)
            place = _bisect(after, key, key_of)
            _require_order(after, place, key, key_of)
            after.insert(place, row_id)
    except _Unordered:
        return None
    return after


def _keys(connection: Connection, sort: SortOrder) -> Callable[[int], _Key]:
    """Return what gives a row its place: lower comes first."""
    known: dict[int, _Key] = {}

    def key_of(row_id: int) -> _Key:
        if row_id not in known:
            row = connection.execute(
                "SELECT received_at, status FROM inquiry WHERE row_id = ?", (row_id,)
            ).fetchone()
            if row is None:
                raise _Unordered
            received_at, status = row
            is_done = sort is SortOrder.LONGEST_WAITING and status == Status.ANSWERED
            is_newest_first = sort is SortOrder.NEWEST or is_done
            sign = -1 if is_newest_first else 1
            known[row_id] = (int(is_done), sign * received_at, sign * row_id)
        return known[row_id]

    return key_of


def _bisect(ids: "array[int]", key: _Key, key_of: Callable[[int], _Key]) -> int:
    low, high = 0, len(ids)
    while low < high:
        middle = (low + high) // 2
        if key_of(ids[middle]) < key:
            low = middle + 1
        else:
            high = middle
    return low


def _find(ids: "array[int]", row_id: int, key_of: Callable[[int], _Key]) -> int | None:
    """Return where ``row_id`` stands: where it should, else wherever it stood before it changed."""
    place = _bisect(ids, key_of(row_id), key_of)
    if place < len(ids) and ids[place] == row_id:
        return place
    packed, searched, start = _PACKED(row_id), ids.tobytes(), 0
    while (at := searched.find(packed, start)) >= 0:
        if at % 8 == 0:
            return at // 8
        start = at + 1
    return None


def _require_order(ids: "array[int]", place: int, key: _Key, key_of: Callable[[int], _Key]) -> None:
    is_after = place == 0 or key_of(ids[place - 1]) < key
    is_before = place == len(ids) or key < key_of(ids[place])
    if not (is_after and is_before):
        raise _Unordered
