"""Why: desks and a service with a clock of its own, for the tests of points and Qcash."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qpost.server.database import create_schema, open_engine, sqlite_url
from tests.server.staging import Seller, Staged, running
from tests.services.money_desk import KEY, MakeMoneyDesk, MoneyDesk


@pytest.fixture(scope="module")
def till(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Staged]:
    """A running service for this module; every seller has nothing to do with the others."""
    engine = open_engine(sqlite_url(tmp_path_factory.mktemp("till") / "qpost.db"))
    create_schema(engine)
    with running(engine) as staged:
        yield staged
    engine.dispose()


@pytest.fixture
def own_till(tmp_path: Path) -> Iterator[Staged]:
    """A running service of the test's own, whose clock it may turn."""
    engine = open_engine(sqlite_url(tmp_path / "qpost.db"))
    create_schema(engine)
    with running(engine) as staged:
        yield staged
    engine.dispose()


@pytest.fixture
def make_money_desk(tmp_path: Path) -> Iterator[MakeMoneyDesk]:
    """A maker of desks of new sellers; all are closed at the end."""
    made: list[MoneyDesk] = []

    def make(
        staged: Staged,
        *,
        folder: Path | None = None,
        url: str | None = None,
        seller: Seller | None = None,
        key: bytes | None = KEY,
    ) -> MoneyDesk:
        place = folder or tmp_path / f"desk{len(made)}"
        place.mkdir(exist_ok=True)
        desk = MoneyDesk(staged, place, url=url, seller=seller, key=key)
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.close()
