"""Why: a desk and a marketplace for the tests of services."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.money_fixtures import make_money_desk, own_till, till
from tests.qapi.fixtures import MakeStandIn
from tests.qapi.market import Market
from tests.qapi.quirks import Quirks
from tests.qapi.rows import seeded_rows
from tests.services.desk import Desk, MakeDesk
from tests.services.marketplace import Marketplace
from tests.services.qoo10_desk import START, Clock, MakeQoo10Desk, Qoo10Desk

__all__ = ["make_money_desk", "own_till", "till"]


@pytest.fixture
def market() -> Marketplace:
    """A marketplace with three unanswered inquiries."""
    return Marketplace()


@pytest.fixture
def make_desk(tmp_path: Path) -> Iterator[MakeDesk]:
    """A maker of desks on encrypted files; all are closed at the end."""
    made: list[Desk] = []

    def make(market: Marketplace, **options: str | None) -> Desk:
        desk = Desk(market, tmp_path / f"{len(made)}.db", **options)
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.close()


@pytest.fixture
def desk(market: Marketplace, make_desk: MakeDesk) -> Desk:
    """A desk that has read the marketplace's inquiries."""
    desk = make_desk(market)
    desk.workspace.sync.sync_once()
    desk.events.clear()
    return desk


@pytest.fixture
def make_qoo10_desk(make_stand_in: MakeStandIn, tmp_path: Path) -> Iterator[MakeQoo10Desk]:
    """A maker of desks before a stand-in with ``rows``; every one is closed at the end."""
    made: list[Qoo10Desk] = []

    def make(rows: int = 0, *, quirks: Quirks | None = None, burst: int = 0) -> Qoo10Desk:
        clock = Clock()
        market = Market(seeded_rows(rows, until=START, burst=burst), now=clock)
        desk = Qoo10Desk(make_stand_in(market, quirks=quirks), clock, tmp_path / "store.db")
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.close()
