"""Money and points are exact, grouped and told apart by sign and word in every language."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpost.ui.amounts import (
    MINUS,
    NO_FIGURE,
    Amount,
    Unit,
    amount_text,
    change_ink,
    change_text,
    change_words,
    number_text,
    unit_word,
)
from qpost.ui.dates import day_text, moment_text, month_text, short_day, short_month
from qpost.ui.i18n import LANGUAGES
from qpost.ui.kit import Kit

LARGE = 123_456_789_012_345_678_901_234_567_890


WRITTEN: tuple[tuple[Amount, str], ...] = (
    (0, "0"),
    (-0, "0"),
    (Decimal("-0.0"), "0"),
    (999, "999"),
    (1000, "1,000"),
    (-1_234_567, "−1,234,567"),
    (Decimal("8421.5"), "8,421.5"),
    (Decimal("12.60"), "12.6"),
    (Decimal("-0.4"), "−0.4"),
    (Decimal("1E+4"), "10,000"),
    (Decimal("1E-7"), "0.0000001"),
    (LARGE, "123,456,789,012,345,678,901,234,567,890"),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_is_written_out_exactly(kit: Kit, language: str) -> None:
    kit.translations.choose(language)
    assert [number_text(value) for value, _ in WRITTEN] == [text for _, text in WRITTEN]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6) | st.integers())
def test_what_is_written_is_what_was_meant(value: Amount) -> None:
    text = number_text(value).replace(",", "").replace(MINUS, "-")
    assert Decimal(text) == value


def test_a_column_keeps_its_decimals_and_its_signs() -> None:
    assert number_text(Decimal("12.6"), places=2) == "12.60"
    assert number_text(7, places=1) == "7.0"
    assert number_text(Decimal("0.125"), places=1) == "0.125"
    assert [number_text(value, is_signed=True) for value in (300, 0, -300)] == ["+300", "0", "−300"]


@pytest.mark.parametrize("say", [number_text, change_text, change_words, change_ink])
@pytest.mark.parametrize("value", [1.5, True, "3"])
def test_what_is_not_exact_is_refused(say: Callable[[Any], str], value: object) -> None:
    with pytest.raises(TypeError):
        say(value)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_figure_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="finite"):
        number_text(Decimal(value))


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ("¥12,300", "−¥300", "+1,000 Qcash", "1 point", "−1.5 points", "1 transaction")),
        ("ja", ("12,300円", "−300円", "+1,000 Qcash", "1ポイント", "−1.5ポイント", "1件")),
        ("zh_CN", ("12,300 日元", "−300 日元", "+1,000 Qcash", "1 分", "−1.5 分", "1 件")),
        ("ko", ("12,300엔", "−300엔", "+1,000 Qcash", "1포인트", "−1.5포인트", "1건")),
    ],
)
def test_amounts_have_their_unit(kit: Kit, language: str, texts: tuple[str, ...]) -> None:
    kit.translations.choose(language)
    assert texts == (
        amount_text(12_300, Unit.YEN),
        amount_text(-300, Unit.YEN),
        amount_text(1000, Unit.QCASH, is_signed=True),
        amount_text(1, Unit.POINTS),
        amount_text(Decimal("-1.5"), Unit.POINTS),
        amount_text(1, Unit.TRANSACTIONS),
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["yen", "Qcash", "points", "transactions"]),
        ("ja", ["円", "Qcash", "ポイント", "件"]),
        ("zh_CN", ["日元", "Qcash", "分", "件"]),
        ("ko", ["엔", "Qcash", "포인트", "건"]),
    ],
)
def test_units_have_names(kit: Kit, language: str, words: list[str]) -> None:
    kit.translations.choose(language)
    assert [unit_word(unit) for unit in Unit] == words


@pytest.mark.parametrize(
    ("percent", "text", "ink"),
    [
        (Decimal("12.4"), "↑ +12.4%", "green"),
        (Decimal("-3.05"), "↓ −3.1%", "red"),
        (Decimal("0.05"), "↑ +0.1%", "green"),
        (Decimal("-0.04"), "0%", "2"),
        (Decimal(1) / 3 * 100, "↑ +33.3%", "green"),
        (1_234_500, "↑ +1,234,500%", "green"),
        (-100, "↓ −100%", "red"),
        (None, NO_FIGURE, "2"),
    ],
)
def test_a_change_is_told_by_arrow_and_sign(percent: Amount | None, text: str, ink: str) -> None:
    assert (change_text(percent), change_ink(percent)) == (text, ink)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["up 12.4%", "down 3%", "unchanged", "nothing to compare with"]),
        ("ja", ["12.4% 増", "3% 減", "増減なし", "比較できる数値なし"]),
        ("zh_CN", ["增加 12.4%", "减少 3%", "没有变化", "没有可比较的数据"]),
        ("ko", ["12.4% 증가", "3% 감소", "변동 없음", "비교할 수치 없음"]),
    ],
)
def test_a_change_is_heard_without_signs(kit: Kit, language: str, words: list[str]) -> None:
    kit.translations.choose(language)
    assert [change_words(percent) for percent in (Decimal("12.4"), -3, 0, None)] == words


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ("3 Nov 2026", "3 Nov", "November 2026", "Nov 2026", "1 Dec 00:30 JST")),
        ("ja", ("2026年11月3日", "11/3", "2026年11月", "2026/11", "12/1 00:30 JST")),
        ("zh_CN", ("2026年11月3日", "11/3", "2026年11月", "2026/11", "12/1 00:30 JST")),
        ("ko", ("2026년 11월 3일", "11/3", "2026년 11월", "2026/11", "12/1 00:30 JST")),
    ],
)
def test_days_are_written_in_each_order(kit: Kit, language: str, texts: tuple[str, ...]) -> None:
    kit.translations.choose(language)
    day, moment = date(2026, 11, 3), datetime(2026, 11, 30, 15, 30, tzinfo=UTC)
    assert texts == (day_text(day), short_day(day), month_text(day), short_month(day), moment_text(moment))
