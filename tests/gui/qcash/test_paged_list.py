"""Why: a list shows the answer to the question asked last, what was kept before it, and how old that is."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from qpost.models.errors import QpostError, TryLater
from qpost.models.qcash import LedgerPage
from qpost.services.kept import Kept
from qpost.ui.kit import Kit
from qpost.ui.qcash.columns import ledger_columns
from qpost.ui.qcash.paged_list import PagedList
from tests.gui.qcash.test_paged_table import entries

NOW = datetime(2026, 11, 14, 3, tzinfo=UTC)
Wait = Callable[[], None]
ROWS = 60
"""So many in a page, which is more than there is room for: no view asks for a second one by itself."""


@pytest.fixture
def pages(qtbot: QtBot, kit: Kit) -> PagedList:
    """A list that was asked nothing yet."""
    made = PagedList(ledger_columns(), kit, icon="qcash", now=lambda: NOW)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def settle(qtbot: QtBot, kit: Kit) -> Wait:
    """Wait for every answer."""
    return lambda: qtbot.waitUntil(lambda: kit.jobs.is_idle)


class Told:
    """Pages of ``ROWS`` entries each, counted down from ``newest``; none comes while the gate is shut."""

    def __init__(self, newest: int, *, read_at: datetime = NOW) -> None:
        self.newest = newest
        self.read_at = read_at
        self.gate = threading.Event()
        self.gate.set()
        self.error: QpostError | None = None
        self.asked: list[str | None] = []

    def __call__(self, cursor: str | None) -> Kept[LedgerPage]:
        assert self.gate.wait(30)
        self.asked.append(cursor)
        if self.error is not None:
            raise self.error
        start = int(cursor or 0)
        rows = tuple(entries(self.newest - start, ROWS))
        return Kept(LedgerPage(rows, str(start + ROWS)), self.read_at)


def shown(pages: PagedList) -> list[int]:
    """Return the numbers of the entries on screen."""
    return [int(row.id[1:]) for row in pages.model.rows]


def down_from(newest: int, pages: int = 1) -> list[int]:
    """Return the numbers that so many pages have."""
    return list(range(newest, newest - pages * ROWS, -1))


def test_no_answer_to_an_earlier_question_is_shown(pages: PagedList, settle: Wait) -> None:
    old, new = Told(9_000), Told(500)
    pages.ask(old, lambda: None)
    settle()
    old.gate.clear()
    pages.refresh()
    pages.model.fetchMore()
    pages.ask(new, lambda: None)
    old.gate.set()
    settle()
    assert shown(pages) == down_from(500)


def test_the_list_goes_on_from_the_page_that_was_read_anew(pages: PagedList, settle: Wait) -> None:
    told = Told(9_000)
    pages.ask(told, lambda: None)
    settle()
    told.gate.clear()
    told.newest = 9_500
    pages.refresh()
    pages.model.fetchMore()
    told.gate.set()
    settle()
    assert shown(pages) == down_from(9_500, pages=2)


def test_what_is_kept_is_shown_at_once_and_its_age_when_nothing_newer_comes(
    pages: PagedList, settle: Wait, qtbot: QtBot
) -> None:
    yesterday = NOW - timedelta(days=1)
    told = Told(520, read_at=yesterday)
    told.gate.clear()
    pages.ask(told, lambda: Kept(LedgerPage(tuple(entries(500, ROWS)), None), yesterday))
    qtbot.waitUntil(lambda: shown(pages) == down_from(500))
    assert not pages.age.isVisible()
    told.gate.set()
    settle()
    assert shown(pages) == list(range(520, 500 - ROWS, -1))
    assert pages.age.isVisible()
    assert "13 Nov" in pages.age.text()
    told.read_at = NOW
    pages.refresh()
    settle()
    assert not pages.age.isVisible()


def test_what_is_kept_is_shown_also_when_the_service_fails_first(
    pages: PagedList, settle: Wait, qtbot: QtBot
) -> None:
    told, shut = Told(9_000), threading.Event()
    told.error = TryLater("rate-limited", retry_after_s=1.0)

    def kept() -> Kept[LedgerPage]:
        assert shut.wait(30)
        return Kept(LedgerPage(tuple(entries(500, ROWS)), None), NOW - timedelta(days=1))

    pages.ask(told, kept)
    qtbot.waitUntil(lambda: pages.notice.text.startswith("The service asks"))
    shut.set()
    settle()
    assert shown(pages) == down_from(500)
    assert pages.banner.isVisible()


def test_another_try_after_a_refresh_that_failed_is_a_refresh(pages: PagedList, settle: Wait) -> None:
    told = Told(9_000)
    pages.ask(told, lambda: None)
    settle()
    told.error = TryLater("rate-limited", retry_after_s=1.0)
    pages.refresh()
    settle()
    assert pages.banner.isVisible()
    told.error = None
    pages.banner.action.click()
    settle()
    assert told.asked == [None, None, None]
    assert not pages.banner.isVisible()
