"""Why: a score that is a tenth off is one a seller cannot check against the guide."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpost.models.decimals import total
from qpost.models.periods import Period
from qpost.models.shipping_score import (
    Era,
    GoodsKind,
    ItemShipping,
    ScoreLine,
    ShippingGrade,
    ShippingTable,
    era_of,
    eras_in,
    grades_of,
    lines_total,
    score,
    score_lines,
    shipping_table,
    weight_of,
)
from tests.models.golden import golden

_GOLDEN = golden("shipping_score.json")
G = ShippingGrade
counts = st.dictionaries(st.sampled_from(list(G)), st.integers(min_value=0, max_value=10**6))
days = st.dates(min_value=date(2018, 1, 1), max_value=date(2021, 1, 1))


def test_the_item_of_the_guide_has_the_guides_scores() -> None:
    period = Period(date.fromisoformat(_GOLDEN["date_from"]), date.fromisoformat(_GOLDEN["date_to"]))
    [(era, part)] = eras_in(period)
    assert part == period
    tables = {}
    for goods in GoodsKind:
        sides = _GOLDEN[goods.value]
        tables[goods] = shipping_table(
            goods, local={era: _counts(sides["local"])}, overseas={era: _counts(sides["overseas"])}
        )
        assert str(tables[goods].total) == sides["total"]
        assert tables[goods].total == tables[goods].sum_of_lines
        assert [line.grade.value for line in tables[goods].local] == list(sides["local"])
    assert str(total(table.total for table in tables.values())) == _GOLDEN["total"]


@pytest.mark.parametrize(
    ("goods", "era", "weights"),
    [
        (GoodsKind.GENERAL, Era.UNTIL_2019_08, "- 1 0.5 0.1 2 1 0 -1 -2 -0.2"),
        (GoodsKind.GENERAL, Era.FROM_2019_09, "1.5 1 0.5 0.1 2 1 0 -1 -2 -2"),
        (GoodsKind.PREORDER, Era.UNTIL_2019_08, "- - - - 0 0 0 -2 -3 -"),
        (GoodsKind.PREORDER, Era.FROM_2019_09, "- - - - 0 0 0 -2 -3 -"),
    ],
)
def test_the_weights_are_those_of_the_table(goods: GoodsKind, era: Era, weights: str) -> None:
    found = [weight_of(goods, grade, era) for grade in G]
    assert ["-" if weight is None else str(weight) for weight in found] == weights.split()
    assert grades_of(goods, era) == tuple(g for g, w in zip(G, found, strict=True) if w is not None)


def test_a_range_across_the_change_has_a_line_for_each_weight() -> None:
    before = {G.AUTO_COMPLETED: 3, G.QUICK_START: 1}
    after = {G.AUTO_COMPLETED: 2, G.QUICK_START: 4, G.QUICK_START_FAST: 1}
    lines = score_lines(GoodsKind.GENERAL, {Era.UNTIL_2019_08: before, Era.FROM_2019_09: after})
    assert [(line.grade, str(line.weight), line.count) for line in lines if line.count] == [
        (G.QUICK_START_FAST, "1.5", 1),
        (G.QUICK_START, "1", 5),
        (G.AUTO_COMPLETED, "-0.2", 3),
        (G.AUTO_COMPLETED, "-2", 2),
    ]
    assert str(lines_total(lines)) == "1.9"
    assert len(lines) == 11


@given(days, st.integers(min_value=-1, max_value=900))
def test_every_day_has_the_weights_of_its_era(first: date, length: int) -> None:
    period = Period(first, first + timedelta(days=length))
    parts = eras_in(period)
    assert sum(part.days for _, part in parts) == period.days
    for era, part in parts:
        assert era_of(part.first) is era
        assert era_of(part.last) is era


@given(counts, counts, st.sampled_from(list(GoodsKind)))
def test_totals_are_the_sum_of_their_parts(
    older: dict[G, int], newer: dict[G, int], goods: GoodsKind
) -> None:
    both = {Era.UNTIL_2019_08: older, Era.FROM_2019_09: newer}
    lines = score_lines(goods, both)
    parts = [score(goods, era, found) for era, found in both.items()]
    assert lines_total(lines) == sum(parts, Decimal(0))
    by_hand = sum(
        (
            (weight_of(goods, grade, era) or Decimal(0)) * number
            for era, found in both.items()
            for grade, number in found.items()
        ),
        Decimal(0),
    )
    assert lines_total(lines) == by_hand
    table = shipping_table(goods, local=both, overseas={era: {} for era in both})
    assert table.total == table.sum_of_lines == by_hand


def test_a_grade_of_tomorrow_is_read_and_kept_and_scores_what_it_says() -> None:
    table = msgspec.json.decode(
        b'{"local":[{"grade":"teleported","weight":"3.5","count":2}],"overseas":[],"total":"7"}',
        type=ShippingTable,
    )
    [line] = table.local
    assert not line.grade.is_known
    assert line.score == table.sum_of_lines == Decimal(7)
    assert weight_of(GoodsKind.GENERAL, line.grade, Era.FROM_2019_09) is None
    assert score(GoodsKind.GENERAL, Era.FROM_2019_09, {line.grade: 5}) == 0
    assert msgspec.json.decode(msgspec.json.encode(table), type=ShippingTable) == table


def test_an_item_travels_as_contract_md_has_it() -> None:
    table = ShippingTable(
        local=(ScoreLine(G.GOOD_START, Decimal("0.5"), 1),), overseas=(), total=Decimal("0.5")
    )
    item = ItemShipping("501876938", "ohj", total=Decimal("0.5"), general=table)
    assert msgspec.json.decode(msgspec.json.encode(item)) == {
        "item_no": "501876938",
        "item_name": "ohj",
        "total": "0.5",
        "general": {
            "local": [{"grade": "good_start", "weight": "0.5", "count": 1}],
            "overseas": [],
            "total": "0.5",
        },
    }


@pytest.mark.parametrize(
    "line", ['"weight":"1","count":-1', '"weight":"NaN","count":1', '"weight":"1E+500","count":1']
)
def test_what_no_line_can_say_is_refused(line: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode('{"grade":"best",' + line + "}", type=ScoreLine)


def _counts(found: dict[str, Any]) -> dict[G, int]:
    return {G(name): int(number) for name, number in found.items()}
