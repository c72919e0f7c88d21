"""Why: a warning that comes late, or every hour, is worse than none."""

from datetime import UTC, date, datetime, timedelta

import pytest

from qpost.models.account import Certificate
from qpost.models.api_keys import ApiKeys, is_key, lives_of
from qpost.models.jst import JST
from qpost.models.key_life import STEPS_DAYS, days_left, due, life_of, still_told
from qpost.models.settings import KeyKind, KeyLife, KeyTold

MADE = datetime(2025, 11, 22, 15, 30, tzinfo=UTC)  # the 23rd in Japan
LIFE = life_of(KeyKind.CERTIFICATION, login="akari", made_at=MADE)


def at(left: int) -> datetime:
    """Return noon in Japan, so many days before the end."""
    return datetime(2026, 11, 23, 12, 0, tzinfo=JST) - timedelta(days=left)


def test_a_key_ends_a_year_after_it_was_made_by_days_in_japan() -> None:
    assert KeyLife("akari", KeyKind.CERTIFICATION, date(2026, 11, 23)) == LIFE
    assert days_left(LIFE, datetime(2026, 11, 22, 14, 59, tzinfo=UTC)) == 1
    assert days_left(LIFE, datetime(2026, 11, 22, 15, 0, tzinfo=UTC)) == 0


@pytest.mark.parametrize(
    ("left", "step"),
    [
        (365, None),
        (31, None),
        (30, 30),
        (15, 30),
        (14, 14),
        (8, 14),
        (7, 7),
        (4, 7),
        (3, 3),
        (2, 3),
        (1, 1),
        (0, 0),
        (-9, 0),
    ],
)
def test_the_step_that_is_due(left: int, step: int | None) -> None:
    told = due([LIFE], told=(), now=at(left))
    assert [each.step for each in told] == ([] if step is None else [step])


def test_day_by_day_each_step_is_told_once_and_the_end_daily() -> None:
    told: tuple[KeyTold, ...] = ()
    days: list[int] = []
    for left in range(60, -4, -1):
        for hour in range(-11, 12, 5):
            fresh = due([LIFE], told=told, now=at(left) + timedelta(hours=hour))
            told += fresh
            days += [left] * len(fresh)
    assert days == [*STEPS_DAYS, 0, -1, -2, -3]


def test_a_program_that_was_off_tells_the_nearest_step_only() -> None:
    told = due([LIFE], told=(), now=at(30))
    (late,) = due([LIFE], told=told, now=at(2))
    assert late.step == 3
    assert due([LIFE], told=(*told, late), now=at(20)) == ()  # the clock was set back


def test_a_renewed_key_and_another_seller_are_told_by_themselves() -> None:
    told = due([LIFE], told=(), now=at(1))
    renewed = life_of(KeyKind.CERTIFICATION, login="akari", made_at=at(1))
    other = life_of(KeyKind.CERTIFICATION, login="mori", made_at=MADE)
    assert due([renewed], told=told, now=at(1)) == ()
    assert [each.life for each in due([LIFE, other], told=told, now=at(1))] == [other]
    assert due([renewed], told=told, now=at(1) + timedelta(days=335))


def test_what_was_told_of_old_keys_is_forgotten() -> None:
    told = due([LIFE], told=(), now=at(0))
    assert still_told(told, now=at(-29)) == told
    assert still_told(told, now=at(-30)) == ()


def test_both_keys_have_an_end() -> None:
    keys = ApiKeys("k", MADE - timedelta(days=5), Certificate("c", MADE))
    assert [(life.kind, life.ends_on.day) for life in lives_of(keys, login="akari")] == [
        (KeyKind.API, 18),
        (KeyKind.CERTIFICATION, 23),
    ]
    assert len(lives_of(ApiKeys("k", MADE), login="akari")) == 1


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("S5bnbfynQvN", True),
        ("a" * 500, True),
        ("", False),
        ("a b", False),
        ("a" * 501, False),
        ("鍵", False),
        ("a\n", False),
    ],
)
def test_what_can_be_a_key(text: str, is_one: bool) -> None:
    assert is_key(text) is is_one
