"""Why: what looks the same to a seller is the same to search, and is marked exactly where it stands."""

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qpost.models import search_fold
from qpost.models.search_fold import fold, fold_lines, grams, hits, snippet

TEXTS = st.text(st.sampled_from("aA１1ｱアあがｶﾞ゛・、。 　\n-ー配送한국é\u0301😀"), max_size=40)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ｻｲｽﾞ", "サイズ"),
        ("サイズ", "さいず"),
        ("ＡＢＣ　１２", "abc 12"),
        ("はい、そうです。", "はいそうです"),
        ("Mr. Smith", "MR SMITH"),
        ("123-456", "１２３４５６"),
        ("カ\u3099", "が"),
        ("a\u200bb", "ab"),
        ("バッグ・財布", "ばっぐ財布"),
    ],
)
def test_these_are_one(first: str, second: str) -> None:
    assert fold(first) == fold(second) != ""


def test_what_is_written_differently_stays_different() -> None:
    assert len({fold(word) for word in ("は", "ば", "ぱ", "か", "ー", "配", "々", "ハングル", "한")}) == 9


def test_no_punctuation_of_everyday_writing_is_left() -> None:
    everyday = "、。・！？「」『』（）［］【】〈〉…‥“”‘’,.!?()[]{}:;-–—/\\'\"#%&*@_~〜"
    assert fold(everyday) == ""


def test_letters_of_every_script_are_kept() -> None:
    letters = [
        character
        for code in range(0x20, 0xFFFF)
        if unicodedata.category(character := chr(code)) in ("Ll", "Lo", "Nd")
        and unicodedata.normalize("NFKC", character) == character
    ]
    assert len(letters) > 40_000
    assert [letter for letter in letters if not fold(letter)] == []


@given(TEXTS)
@example("\u0301、\uff9e")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text() | TEXTS)
@example("\u1100\u1161\u11a8 가")
@example("´e\ue001\ud800")
def test_folding_character_by_character_is_folding_the_whole(text: str) -> None:
    assert fold(text) == search_fold._fold_whole(text)


@given(st.lists(TEXTS, max_size=4))
def test_lines_are_folded_each_by_itself(texts: list[str]) -> None:
    assert [line.strip() for line in fold_lines(texts).split("\n")] == [
        fold(text) for text in texts
    ] or not texts


@given(TEXTS)
def test_every_character_begins_a_gram_and_every_pair_is_one(text: str) -> None:
    folded = fold(text)
    found = set(grams(folded).split())
    for word in folded.split():
        assert all(any(gram.startswith(character) for gram in found) for character in word)
        assert {word[place : place + 2] for place in range(len(word) - 1)} <= found
    assert {character for gram in found for character in gram} == set(folded) - {" "}


@given(TEXTS, st.integers(0, 40), st.integers(1, 6))
def test_a_part_of_a_text_is_found_in_it(text: str, start: int, length: int) -> None:
    word = fold(text)[start : start + length].strip()
    if not word or word not in fold(text):
        return
    for first, last in hits(text, [word]):
        assert 0 <= first < last <= len(text)
        assert word[0] in fold(text[first:last])


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("ｻｲｽﾞについて", ["サイズ"], [(0, 4)]),
        ("この サイズ、サイズ表", ["さいず"], [(3, 6), (7, 10)]),
        ("はい、そう", ["いそ"], [(1, 4)]),
        ("abcabc", ["ab", "bc"], [(0, 6)]),
        ("😀 size", ["SIZE"], [(2, 6)]),
        ("㌔", ["ろ"], [(0, 1)]),
        ("nothing", ["サイズ"], []),
        ("nothing", [], []),
        ("x", ["、"], []),
    ],
)
def test_hits_stand_where_the_reader_sees_them(
    text: str, words: list[str], expected: list[tuple[int, int]]
) -> None:
    assert hits(text, words) == expected


def test_a_snippet_shows_the_hit_on_one_line() -> None:
    text = "一行目です。\n" * 20 + "ここにサイズの話\nがあります"
    assert "サイズの話 が" in snippet(text, ["サイズ"])
    assert snippet(text, ["サイズ"]).startswith("…")
    assert snippet("サイズ", ["サイズ"]) == "サイズ"
    assert snippet(text, ["靴"]) == ""


@given(st.text(st.characters(max_codepoint=sys.maxunicode), max_size=30), st.text(max_size=4))
def test_no_text_breaks_it(text: str, word: str) -> None:
    for start, end in hits(text, [word]):
        assert 0 <= start < end <= len(text)
    assert isinstance(snippet(text, [word]), str)
