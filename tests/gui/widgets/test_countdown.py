"""The deadline in Japan is counted by the minute, only while it is seen."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from qpost.models.jst import JST
from qpost.ui.kit import Kit
from qpost.ui.widgets.countdown import Countdown

END = datetime(2026, 12, 1, tzinfo=JST)


class Clock:
    """A clock that stands until it is set."""

    def __init__(self, left: timedelta) -> None:
        self.now = END.astimezone(UTC) - left

    def __call__(self) -> datetime:
        return self.now

    def go(self, duration: timedelta) -> None:
        self.now += duration


def started(left: timedelta, qtbot: QtBot) -> tuple[Countdown, Clock]:
    clock = Clock(left)
    label = Countdown(now=clock)
    qtbot.addWidget(label)
    label.count_to(END)
    return label, clock


def timer_of(label: Countdown) -> QTimer:
    return label.findChildren(QTimer)[0]


@pytest.mark.parametrize(
    ("left", "text"),
    [
        (timedelta(days=3, hours=4, minutes=59), "3 days 4 h left, until 30 Nov 23:59 JST"),
        (timedelta(days=1), "1 day 0 h left, until 30 Nov 23:59 JST"),
        (timedelta(hours=23, minutes=59, seconds=59), "23 h 59 min left, until 30 Nov 23:59 JST"),
        (timedelta(minutes=59), "59 min left, until 30 Nov 23:59 JST"),
        (timedelta(seconds=59), "Less than a minute left, until 30 Nov 23:59 JST"),
        (timedelta(0), "Ended 30 Nov 23:59 JST"),
        (timedelta(days=-3), "Ended 30 Nov 23:59 JST"),
    ],
)
def test_what_is_left_is_told_in_its_largest_units(
    kit: Kit, qtbot: QtBot, left: timedelta, text: str
) -> None:
    label, _ = started(left, qtbot)
    assert label.text() == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "残り 3 日 4 時間（11/30 23:59 JST まで）"),
        ("zh_CN", "剩余 3 天 4 小时，截至 11/30 23:59 JST"),
        ("ko", "3일 4시간 남음 (11/30 23:59 JST까지)"),
    ],
)
def test_words_follow_the_language(kit: Kit, qtbot: QtBot, language: str, text: str) -> None:
    label, _ = started(timedelta(days=3, hours=4), qtbot)
    kit.translations.choose(language)
    qtbot.waitUntil(lambda: label.text() == text)


def test_an_end_named_to_the_second_reads_the_same(kit: Kit, qtbot: QtBot) -> None:
    label, _ = started(timedelta(days=2), qtbot)
    label.count_to(END - timedelta(seconds=1))
    assert "30 Nov 23:59 JST" in label.text()


@pytest.mark.parametrize(
    ("left", "ink"),
    [(timedelta(days=8), "2"), (timedelta(days=7), "amber"), (timedelta(0), "2")],
)
def test_the_last_week_is_amber(kit: Kit, qtbot: QtBot, left: timedelta, ink: str) -> None:
    label, _ = started(left, qtbot)
    assert label.property("ink") == ink


def test_it_wakes_once_a_minute_and_only_while_it_is_seen(kit: Kit, qtbot: QtBot) -> None:
    label, clock = started(timedelta(days=3, minutes=1, seconds=30), qtbot)
    timer = timer_of(label)
    assert not timer_of(label).isActive()
    label.show()
    qtbot.waitExposed(label)
    assert timer_of(label).isActive()
    assert 30_000 <= timer.interval() <= 30_100, "it wakes when the minute changes"
    clock.go(timedelta(seconds=30))
    label.retranslate()
    assert 60_000 <= timer.interval() <= 60_100
    label.hide()
    assert not timer_of(label).isActive()
    clock.go(timedelta(days=2))
    label.show()
    assert label.text().startswith("1 day 0 h left"), "it catches up"


def test_the_end_is_told_once(kit: Kit, qtbot: QtBot) -> None:
    label, clock = started(timedelta(seconds=30), qtbot)
    told: list[bool] = []
    label.ended.connect(lambda: told.append(True))
    label.retranslate()
    assert told == []
    clock.go(timedelta(seconds=30))
    label.retranslate()
    label.retranslate()
    assert told == [True]
    assert not timer_of(label).isActive()
    label.count_to(END - timedelta(days=1))
    assert told == [True], "what had ended before is no news"


def test_the_timer_moves_the_text_by_itself(kit: Kit, qtbot: QtBot) -> None:
    label, clock = started(timedelta(minutes=2, milliseconds=1), qtbot)
    label.show()
    qtbot.waitExposed(label)
    clock.go(timedelta(minutes=1))
    qtbot.waitUntil(lambda: label.text().startswith("1 min left"))


def test_nothing_is_counted_without_an_end(kit: Kit, qtbot: QtBot) -> None:
    label, _ = started(timedelta(days=1), qtbot)
    label.count_to(None)
    assert label.text() == ""
    assert not timer_of(label).isActive()
