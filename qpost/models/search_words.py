"""Why: what a seller types into the search field means words, and facts such as ``from:`` or ``before:``.

``item:`` is part of an item's number or name, ``order:`` begins an order number, ``from:`` is part of a
customer's name, ``status:`` is one of the statuses (several: any of them), ``before:`` and
``after:`` are days, months or years in Japan: received before it began, or since it began.
"""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct, structs

from qpost.models.inquiry import Status
from qpost.models.search_fold import fold

OPERATORS = ("item", "order", "from", "status", "before", "after")
STATUS_NAMES = {
    name: status
    for status, names in (
        (Status.UNANSWERED, ("unanswered", "unprocessed", "未処理", "未处理", "미처리")),
        (Status.ANSWERING, ("answering", "回答中", "回复中", "답변중")),
        (Status.ANSWERED, ("answered", "回答完了", "回复完成", "답변완료")),
    )
    for name in names
}
"""What may follow ``status:``: the words of the contract and of every interface (domain.md 5)."""

_QUOTED = '"\u201c\u201d\uff02'
_PART = re.compile(
    rf"(?:(?P<name>{'|'.join(OPERATORS)})[:\uff1a])?"
    rf"(?:[{_QUOTED}](?P<quoted>[^{_QUOTED}]*)[{_QUOTED}]?|(?P<bare>\S*))\s*",
    re.IGNORECASE,
)
_DAY = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")


class Problem(StrEnum):
    """Why a part of the text cannot be looked for."""

    VALUE_MISSING = "value-missing"
    NO_DAY = "no-day"
    NO_STATUS = "no-status"
    ONLY_PUNCTUATION = "only-punctuation"


class Hint(Struct, frozen=True):
    """One part that cannot be looked for; ``operator`` is empty for a word."""

    problem: Problem
    operator: str
    value: str


class SearchWords(Struct, frozen=True):
    """What is looked for; everything must hold. ``since`` is the first day in, ``before`` the first out."""

    words: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    senders: tuple[str, ...] = ()
    statuses: frozenset[Status] = frozenset()
    before: date | None = None
    since: date | None = None
    hints: tuple[Hint, ...] = ()

    @property
    def can_be_asked(self) -> bool:
        """False while a part makes no sense, and when nothing but punctuation was written."""
        harmless = all(hint.problem is Problem.ONLY_PUNCTUATION and not hint.operator for hint in self.hints)
        return harmless and (not self.hints or structs.replace(self, hints=()) != SearchWords())


def search_words(text: str) -> SearchWords:
    """Return the meaning of ``text``; never raises: what makes no sense is in ``hints``."""
    found = SearchWords()
    for operator, value in _parts(text):
        try:
            found = _with(found, operator, value)
        except _Unusable as reason:
            found = structs.replace(found, hints=(*found.hints, Hint(reason.problem, operator, value)))
    return found


class _Unusable(ValueError):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def _parts(text: str) -> Iterator[tuple[str, str]]:
    place, text = 0, text.strip()
    while place < len(text):
        part = _PART.match(text, place)
        if part is None or part.end() == place:  # every character begins a part
            raise AssertionError(f"no part begins at {place}")
        place = part.end()
        quoted = part["quoted"]
        yield (part["name"] or "").lower(), (part["bare"] if quoted is None else quoted).strip()


def _with(found: SearchWords, operator: str, value: str) -> SearchWords:
    if operator and not value:
        raise _Unusable(Problem.VALUE_MISSING)
    match operator:
        case "status":
            status = STATUS_NAMES.get(fold(value))
            if status is None:
                raise _Unusable(Problem.NO_STATUS)
            return structs.replace(found, statuses=found.statuses | {status})
        case "before":
            day = _first_day(value)
            return structs.replace(found, before=day if found.before is None else min(day, found.before))
        case "after":
            day = _first_day(value)
            return structs.replace(found, since=day if found.since is None else max(day, found.since))
    if not fold(value):
        raise _Unusable(Problem.ONLY_PUNCTUATION)
    match operator:
        case "item":
            return structs.replace(found, items=(*found.items, value))
        case "order":
            return structs.replace(found, orders=(*found.orders, value))
        case "from":
            return structs.replace(found, senders=(*found.senders, value))
    return structs.replace(found, words=(*found.words, value))


def _first_day(value: str) -> date:
    """Return the day itself, or the first one of a month or a year."""
    parts = _DAY.fullmatch(_ascii(value))
    if parts is None:
        raise _Unusable(Problem.NO_DAY)
    year, month, day = (int(part or 1) for part in parts.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise _Unusable(Problem.NO_DAY) from None


def _ascii(value: str) -> str:
    """Return full-width digits and separators as ASCII."""
    return value.translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})
