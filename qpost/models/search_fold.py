"""Why: search compares texts as a seller reads them: width, case, kana and punctuation make no difference."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from operator import add

_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)} | {0x30FD: 0x309D, 0x30FE: 0x309E}
_KATAKANA_RUN = re.compile("[\u30a1-\u30f6\u30fd\u30fe]+")
_PUNCTUATION = re.compile(
    "[\x00-\x08\x0e-\x1b!-/:-@\\[-`{-\x84\x86-\x9f\xa1-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf\u061c"
    "\u200b-\u200f\u2010-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u206f\u3001-\u3004\u3008-\u3020\u3030"
    "\u303d\u30fb\ufeff\ud800-\udfff]+"
)
"""What no word consists of: ASCII and CJK punctuation, controls, marks of direction, lone surrogates."""

_SEPARATOR = "\ue000"
"""For private use and by Unicode never part of a word."""


def fold(text: str) -> str:
    """Return ``text`` as search compares it.

    Compatibility forms, case, katakana and hiragana are one; punctuation is gone; every gap is one space.
    """
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    kept = " ".join(_PUNCTUATION.sub("", text.casefold()).split())
    folded = _KATAKANA_RUN.sub(_hiragana, kept)
    if not unicodedata.is_normalized("NFKC", folded):  # a mark may stand beside another letter by now
        folded = unicodedata.normalize("NFKC", folded)
    return folded


def fold_lines(lines: Iterable[str]) -> str:
    """Return several texts folded in one go, a line for each; no word of one runs into the next."""
    return fold(_SEPARATOR.join(lines)).replace(_SEPARATOR, "\n")


def grams(folded: str) -> str:
    """Return each pair of neighbouring characters of a folded text once, divided by spaces.

    Before a space and at the end a character stands alone (and after a space once more), so that every
    character begins one of them.
    """
    text = folded.replace("\n", " ")
    return " ".join(set(map(add, text, f"{text[1:]} ")))


def hits(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Return where ``words`` stand in ``text`` as ``[start, end)``, in order and merged.

    Positions count the characters of ``text`` as it is, however differently it is folded.
    """
    wanted = [folded for word in words if (folded := fold(word))]
    if not wanted or not text:
        return []
    folded, origin = _folded_with_origin(text)
    found: list[tuple[int, int]] = []
    for word in wanted:
        start = folded.find(word)
        while start >= 0:
            found.append((origin[start][0], origin[start + len(word) - 1][1]))
            start = folded.find(word, start + len(word))
    return _merged(found)


def snippet(text: str, words: Iterable[str], *, before: int = 12, length: int = 100) -> str:
    """Return the part of ``text`` around its first hit, on one line; empty when there is none."""
    found = hits(text, words)
    if not found:
        return ""
    start = max(0, found[0][0] - before)
    part = " ".join(text[start : start + length].split())
    return f"…{part}" if start else part


def _hiragana(run: "re.Match[str]") -> str:
    return run[0].translate(_KATAKANA)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield ranges that normalise independently: a character with the marks that combine with it."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not _joins(text[place]):
            yield start, place
            start = place


def _joins(character: str) -> bool:
    return (
        unicodedata.combining(character) != 0
        or character in "\uff9e\uff9f"
        or "\u1160" <= character <= "\u11ff"
    )


def _folded_with_origin(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return ``text`` folded, and for each character of it the range it came from."""
    pieces: list[str] = []
    origin: list[tuple[int, int]] = []
    for start, end in _clusters(text):
        cluster = text[start:end]
        piece = " " if cluster.isspace() else fold(cluster)
        if piece == " " and (not pieces or pieces[-1] == " "):
            continue
        if piece:
            pieces.append(piece)
            origin += [(start, end)] * len(piece)
    return "".join(pieces), origin


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
