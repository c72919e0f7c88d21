"""Why: the shape one subject of inquiries is written in."""

from typing import NamedTuple


class Subject(NamedTuple):
    """Sentence parts that combine freely within one subject.

    ``weight`` is its share among customers' inquiries; ``public_share`` how many of them are asked on
    the item page (0 to 1); ``has_order`` whether the buyer has already ordered. ``polite`` and
    ``casual`` are the opening facts, ``details`` may follow either, then a request in the same tone.
    ``answers`` are the shop's first replies, ``follow_ups`` what the buyer writes then, ``further``
    the shop's later replies. ``settled`` subjects (thanks) need no answer in substance.
    """

    key: str
    category: str
    weight: int
    public_share: float
    has_order: bool
    titles: tuple[str, ...]
    polite: tuple[str, ...]
    casual: tuple[str, ...]
    details: tuple[str, ...]
    polite_requests: tuple[str, ...]
    casual_requests: tuple[str, ...]
    answers: tuple[str, ...]
    follow_ups: tuple[str, ...]
    further: tuple[str, ...]
    settled: bool = False
