"""Why: search compares texts as a seller reads them: width, case, kana and punctuation make no difference."""

import re
import sys
import unicodedata
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache

_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)} | {0x30FD: 0x309D, 0x30FE: 0x309E}
_PUNCTUATION = re.compile(
    "[\x00-\x08\x0e-\x1b!-/:-@\\[-`{-\x84\x86-\x9f\xa1-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf\u061c"
    "\u200b-\u200f\u2010-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u206f\u3001-\u3004\u3008-\u3020\u3030"
    "\u303d\u30fb\ufeff\ud800-\udfff]+"
)
"""What no word consists of: ASCII and CJK punctuation, controls, marks of direction, lone surrogates."""

_SEPARATOR = "\ue000"
"""For private use and by Unicode never part of a word."""
_CHANGING = re.compile("[^ぁ-ゖ一-鿿가-힣a-z0-9 ]+")
"""What may look different folded: all but hiragana, kanji, Hangul, small letters and digits."""
_MOST_REMEMBERED = 50_000
_LONGEST_REMEMBERED = 32
"""The words in katakana, and what stands between others, of a seller's day."""
_CODES = "I"
_CODES_CODEC = f"utf-32-{sys.byteorder[0]}e"
"""How a text becomes an array of its characters' numbers and back."""


def fold(text: str) -> str:
    """Return ``text`` as search compares it.

    Compatibility forms, case, katakana and hiragana are one; punctuation is gone; every gap is one space.
    """
    try:
        return " ".join(_CHANGING.sub(_fold_run, text).split())
    except _DependsError:
        return _fold_whole(text)


def _fold_whole(text: str) -> str:
    """Fold a text whose characters depend on each other."""
    kept = " ".join(_PUNCTUATION.sub("", unicodedata.normalize("NFKC", text).casefold()).split())
    # normalised again: a mark may stand beside another letter by now
    return unicodedata.normalize("NFKC", kept.translate(_KATAKANA))


class _DependsError(Exception):
    """Characters of a text fold together, or with what is beside them."""


class _FoldedRuns(dict[str, str]):
    """What runs of characters that may change become, each character for itself; the same ones come again."""

    def __missing__(self, run: str) -> str:
        folded = "".join(map(_fold_character, run))
        if len(run) <= _LONGEST_REMEMBERED and len(self) < _MOST_REMEMBERED:
            self[run] = folded
        return folded


_folded_runs = _FoldedRuns()


def _fold_run(match: re.Match[str]) -> str:
    return _folded_runs[match[0]]


@lru_cache(maxsize=_MOST_REMEMBERED)
def _fold_character(character: str) -> str:
    normal = unicodedata.normalize("NFKC", character)
    if character.isspace():
        return " "
    if " " in normal or any(map(_joins, normal)):
        raise _DependsError
    return _fold_whole(character)


def fold_lines(lines: Iterable[str]) -> str:
    """Return several texts folded in one go, a line for each; no word of one runs into the next."""
    return fold(_SEPARATOR.join(lines)).replace(_SEPARATOR, "\n")


def grams(folded: str) -> str:
    """Return each pair of neighbouring characters of a folded text, divided by spaces.

    Before a space and at the end a character stands alone (and after a space once more), so that every
    character begins one of them.
    """
    codes = array(_CODES, folded.replace("\n", " ").encode(_CODES_CODEC))
    pairs = array(_CODES, (ord(" "),)) * (3 * len(codes))
    pairs[0::3] = codes
    pairs[1:-3:3] = codes[1:]
    return pairs.tobytes().decode(_CODES_CODEC)


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


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield ranges that normalise independently: a character with the marks that combine with it."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not _joins(text[place]):
            yield start, place
            start = place


def _joins(character: str) -> bool:
    """True for what may become one with the character before it: marks, and the latter parts of Hangul."""
    return (
        unicodedata.category(character).startswith("M")
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
