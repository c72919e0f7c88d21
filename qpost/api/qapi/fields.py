"""Why: the same field comes in any case, as text or number or not at all; it is read in one way."""

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache

from qpost.models.jst import JST

Members = dict[str, object]
"""An object's members by their names in lower case and without underscores."""

_MOMENT = re.compile(
    r"(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:[ T]?(\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d{1,9})?)?)?", re.ASCII
)
_FIRST_YEAR = 1970
"""Databases say "no time" with a day in 1900 or in year 1."""


def members_of(row: dict[str, object]) -> Members:
    """Return ``row`` under names without case; of two with one name the first that is not null counts."""
    members: Members = {}
    for name, value in row.items():
        plain = plain_name(name)
        if members.get(plain) is None:
            members[plain] = value
    return members


@lru_cache(maxsize=1024)
def plain_name(name: str) -> str:
    """Return a member's name in lower case, without underscores; pages repeat the same few."""
    return name.lower().replace("_", "")


def has_any(row: Iterable[str], names: frozenset[str]) -> bool:
    """Tell whether one of the plain ``names`` is among those of ``row``."""
    return any(plain_name(name) in names for name in row)


def text_of(value: object) -> str:
    """Return text as it was sent, a number as its digits, null as "" and anything else as JSON."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    return as_json(value)


def number_of(value: object) -> str:
    """Return what names something (a thread, an order), without spaces around; "" when it names nothing."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return text_of(value).strip()


def first_number(members: Members, *names: str) -> str | None:
    """Return the first of ``names`` that names something."""
    for name in names:
        number = number_of(members.get(name))
        if number:
            return number
    return None


def moment_of(value: object) -> datetime | None:
    """Return a time of Japan, ``YYYYMMDDHHMMSS`` with or without separators, as UTC; None when it is none."""
    found = _MOMENT.fullmatch(number_of(value))
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.group(1, 3, 4, 5, 6, 7))
    try:
        moment = datetime(year, month, day, hour, minute, second, tzinfo=JST)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.year >= _FIRST_YEAR else None


def as_json(value: object) -> str:
    """Return ``value`` as JSON; "" for what is nested too deeply to be written."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    except (RecursionError, ValueError):
        return ""
