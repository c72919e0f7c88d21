"""Why: figures of points and Qcash travel exactly, and as contract.md words them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpost.models.conversion import ConversionState
from qpost.models.decimals import change_percent, check_scores, plain, times, total
from qpost.models.periods import LedgerPeriod
from qpost.models.points import (
    Category,
    CategoryId,
    Conversion,
    ItemPoints,
    ItemPointsPage,
    Points,
    PointsPeriod,
    allowed_days,
    complaints,
    reviews,
    service_score,
    with_descendants,
)
from qpost.models.qcash import (
    CHARGE_AMOUNTS,
    PAYMENT_TIME,
    Charge,
    ChargeId,
    ChargeMethod,
    ChargeState,
    EntryKind,
    LedgerEntry,
    MethodId,
    SettledIn,
    lapses_soon,
)
from tests.models.golden import golden

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
numbers = st.integers(min_value=0, max_value=10**6)
scores = st.decimals(min_value=-(10**9), max_value=10**9, places=1)


@pytest.mark.parametrize(
    ("now", "before", "percent"),
    [
        (35, 59, "-40.68"),
        (13, 21, "-38.1"),
        (97_500, 196_340, "-50.34"),
        (0, 59, "-100"),
        (7, 7, "0"),
        (8, 3, "166.67"),
        (2, 1, "100"),
    ],
)
def test_a_change_is_in_percent_of_before_as_the_guides_show_it(now: int, before: int, percent: str) -> None:
    assert str(change_percent(now, before)) == percent


def test_a_change_from_nothing_has_no_percentage() -> None:
    assert change_percent(5, 0) is None
    assert change_percent(0, 0) is None
    assert change_percent(-1, -2) == 50
    assert change_percent(10**60, 1) is None


@given(st.lists(scores))
def test_sums_are_exact_and_written_out(parts: list[Decimal]) -> None:
    found = total(parts)
    assert found == sum(parts, Decimal(0))
    assert "E" not in str(found)
    assert str(found) == str(plain(found))
    assert not str(found).endswith(".0")


@pytest.mark.parametrize(
    ("value", "text"), [("12.60", "12.6"), ("1E+2", "100"), ("-0", "0"), ("-0.0", "0"), ("-5.00", "-5")]
)
def test_a_decimal_string_is_the_shortest(value: str, text: str) -> None:
    assert str(plain(Decimal(value))) == text
    assert times(Decimal("0.1"), 3) == Decimal("0.3")


@pytest.mark.parametrize(
    "text", ["NaN", "Infinity", "-Infinity", "1E+400", "1E-400", "1" * 19, "0.0000001", "0E+99"]
)
def test_what_no_score_can_be_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="score"):
        check_scores(Decimal(text))
    body = msgspec.json.encode({"from": "2026-11-01", "to": "2026-11-21", "points": text})
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(body, type=Points)


@given(shipping=scores, figures=st.tuples(*[numbers] * 5))
def test_a_rows_score_is_the_sum_of_its_parts(shipping: Decimal, figures: tuple[int, ...]) -> None:
    cancelled, lost, good, neutral, bad = figures
    complained = complaints(cancel_return=cancelled, not_received=lost)
    reviewed = reviews(recommended=good, neutral=neutral, not_recommended=bad)
    assert complained.score == -3 * cancelled - 2 * lost
    assert reviewed.score == good - bad
    assert service_score(shipping, complained, reviewed) == shipping + complained.score + reviewed.score


def test_a_row_travels_as_decimal_strings() -> None:
    complained, reviewed = (
        complaints(cancel_return=1, not_received=2),
        reviews(recommended=3, neutral=1, not_recommended=1),
    )
    score = service_score(Decimal("12.6"), complained, reviewed)
    row = ItemPoints("1", "茶碗", 4, 5_120, score, Decimal("12.6"), complained, reviewed, score)
    assert msgspec.json.decode(msgspec.json.encode(ItemPointsPage((row,), None))) == {
        "items": [
            {
                "item_no": "1",
                "item_name": "茶碗",
                "transactions": 4,
                "amount": 5_120,
                "service_score": "7.6",
                "shipping_score": "12.6",
                "complaints": {"cancel_return": 1, "not_received": 2, "score": "-7"},
                "reviews": {"recommended": 3, "neutral": 1, "not_recommended": 1, "score": "2"},
                "total": "7.6",
            }
        ],
        "next_cursor": None,
    }


def test_each_page_knows_its_side_of_the_border() -> None:
    current = allowed_days(PointsPeriod.CURRENT, today=TODAY)
    past = allowed_days(PointsPeriod.PAST, today=TODAY)
    assert (current.first, current.last) == (date(2019, 7, 1), TODAY)
    assert (past.first, past.last) == (None, date(2019, 6, 30))
    assert current.allows(date(2019, 7, 1), TODAY)
    assert not current.allows(date(2019, 6, 30), TODAY)
    assert not current.allows(TODAY, TODAY + timedelta(days=1))
    assert past.allows(date(2019, 6, 1), date(2019, 6, 30))
    assert not past.allows(date(2019, 6, 30), date(2019, 7, 1))


def test_a_category_is_asked_for_with_all_below_it() -> None:
    small = Category(CategoryId("c3"), "食器")
    tree = (
        Category(CategoryId("c1"), "雑貨", (Category(CategoryId("c2"), "キッチン", (small,)),)),
        Category(CategoryId("c4"), "服"),
    )
    assert with_descendants(tree, CategoryId("c1")) == {"c1", "c2", "c3"}
    assert with_descendants(tree, CategoryId("c2")) == {"c2", "c3"}
    assert with_descendants(tree, CategoryId("c9")) == frozenset()


def test_a_state_of_tomorrow_is_read() -> None:
    body = (
        b'{"month":"2026-11","last_month_points":"12352","convertible":0,"remainder":"52",'
        b'"state":"paused","closes_at":"2026-11-30T23:59:59+09:00"}'
    )
    found = msgspec.json.decode(body, type=Conversion)
    assert not found.state.is_known
    assert found.last_month_points == 12_352
    assert ConversionState("open") is ConversionState.OPEN


def test_amounts_periods_and_entries_are_those_of_the_guides() -> None:
    known = golden("qcash.json")
    assert list(CHARGE_AMOUNTS) == known["charge_amounts"]
    assert [choice.value for choice in LedgerPeriod] == known["ledger_periods_days_months"]
    entries = [known["conversion_entry"], known["advertising_entry"]]
    kinds = [EntryKind.CONVERSION, EntryKind.ADVERTISING]
    for kind, entry in zip(kinds, entries, strict=True):
        body = {
            "id": "l1",
            "at": f"{entry['date']}T12:00:00+09:00",
            "amount": entry["amount"],
            "balance_after": 120_730,
            "kind": kind,
            "description": entry.get("what", ""),
        }
        read = msgspec.json.decode(msgspec.json.encode(body), type=LedgerEntry)
        assert read.amount == entry["amount"]
        assert read.kind is kind
        assert read.related is None


def test_money_is_never_a_float() -> None:
    body = b'{"id":"h1","amount":100.5,"method":"card","state":"pending"}'
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(body, type=Charge)


def test_a_method_with_money_of_its_own_can_pay_up_to_it() -> None:
    account = ChargeMethod(MethodId.Q_ACCOUNT, "Q account", SettledIn.APP, usable_amount=500)
    assert account.needs_account_password
    assert account.can_pay(500)
    assert not account.can_pay(501)
    card = ChargeMethod(MethodId.CARD, "VISA", SettledIn.BROWSER)
    assert not card.needs_account_password
    assert card.can_pay(1_000_000)


def test_a_pending_charge_lapses_soon_on_its_last_day_and_its_address_is_not_logged() -> None:
    charge = _charge(ChargeState.PENDING)
    assert not lapses_soon(charge, NOW)
    assert lapses_soon(charge, NOW + timedelta(days=4))
    assert not lapses_soon(charge, NOW + PAYMENT_TIME)
    assert not lapses_soon(_charge(ChargeState.COMPLETED), NOW + timedelta(days=4))
    assert "secret" not in repr(charge)


def _charge(state: ChargeState) -> Charge:
    return Charge(
        ChargeId("h1"),
        500,
        MethodId.CARD,
        state,
        created_at=NOW,
        payment_url="https://pay.example/secret",
        expires_at=NOW + PAYMENT_TIME,
    )
