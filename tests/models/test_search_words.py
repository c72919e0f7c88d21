"""Why: every part of a search is looked for or said to make no sense; none is passed over."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpost.models.inquiry import Status
from qpost.models.search_fold import fold
from qpost.models.search_words import OPERATORS, Hint, Problem, SearchWords, search_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", SearchWords()),
        ("サイズ　返品", SearchWords(words=("サイズ", "返品"))),
        ('"next day" size', SearchWords(words=("next day", "size"))),
        ("\u201cnext day", SearchWords(words=("next day",))),
        ("from:山田", SearchWords(senders=("山田",))),
        ("FROM：\uff02山田 花子\uff02 色", SearchWords(senders=("山田 花子",), words=("色",))),
        ("item:550001 item:靴", SearchWords(items=("550001", "靴"))),
        ("order:77", SearchWords(orders=("77",))),
        ("status:answered", SearchWords(statuses=frozenset({Status.ANSWERED}))),
        ("status:未処理", SearchWords(statuses=frozenset({Status.UNANSWERED}))),
        (
            "status:回复中 status:답변완료",
            SearchWords(statuses=frozenset({Status.ANSWERING, Status.ANSWERED})),
        ),
        (
            "status:Unprocessed status:answering",
            SearchWords(statuses=frozenset({Status.UNANSWERED, Status.ANSWERING})),
        ),
        ("before:2026-03-31", SearchWords(before=date(2026, 3, 31))),
        ("after:２０２６/3/1", SearchWords(since=date(2026, 3, 1))),
        ("after:2026-03 before:2027", SearchWords(since=date(2026, 3, 1), before=date(2027, 1, 1))),
        ("before:2026-03 before:2026-02", SearchWords(before=date(2026, 2, 1))),
        ("after:2026-03 after:2026-02", SearchWords(since=date(2026, 3, 1))),
        ("https://example.jp/x 注意:靴", SearchWords(words=("https://example.jp/x", "注意:靴"))),
    ],
)
def test_what_a_text_means(text: str, expected: SearchWords) -> None:
    assert search_words(text) == expected
    assert search_words(text).can_be_asked is True


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("before:xyz", Hint(Problem.NO_DAY, "before", "xyz")),
        ("靴 after:2026-02-30", Hint(Problem.NO_DAY, "after", "2026-02-30")),
        ("after:0000", Hint(Problem.NO_DAY, "after", "0000")),
        ("from:", Hint(Problem.VALUE_MISSING, "from", "")),
        ('from:""', Hint(Problem.VALUE_MISSING, "from", "")),
        ("before: 2026", Hint(Problem.VALUE_MISSING, "before", "")),
        ("status:done", Hint(Problem.NO_STATUS, "status", "done")),
        ("item:、", Hint(Problem.ONLY_PUNCTUATION, "item", "、")),
        ("？", Hint(Problem.ONLY_PUNCTUATION, "", "？")),
    ],
)
def test_what_makes_no_sense_is_said_and_not_asked(text: str, hint: Hint) -> None:
    found = search_words(text)
    assert hint in found.hints
    assert found.can_be_asked is False


def test_punctuation_beside_a_word_is_said_and_the_word_is_asked() -> None:
    found = search_words("サイズ ？")
    assert found.words == ("サイズ",)
    assert found.hints == (Hint(Problem.ONLY_PUNCTUATION, "", "？"),)
    assert found.can_be_asked is True


PARTS = st.one_of(
    st.text(max_size=8),
    st.builds("{}{}{}".format, st.sampled_from(OPERATORS), st.sampled_from(":："), st.text(max_size=8)),
    st.builds('{}:"{}"'.format, st.sampled_from(OPERATORS), st.text(max_size=8)),
)


@given(st.lists(PARTS, max_size=5).map(" ".join))
def test_nothing_is_passed_over(text: str) -> None:
    found = search_words(text)
    looked_for = "".join(
        (*found.words, *found.items, *found.orders, *found.senders, *(hint.value for hint in found.hints))
    )
    if not (found.statuses or found.before or found.since):
        kept = set(fold(text))
        for operator in OPERATORS:
            kept -= set(operator)
        assert kept - {" "} <= set(fold(looked_for)) | set(looked_for.casefold())
