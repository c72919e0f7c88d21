"""Why: every test of the Qcash page has a window of its own; who charges has a service of its own as well."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qpost.ui.kit import Kit
from tests.gui.inquiries.desk import Desk
from tests.gui.qcash.counter import Counter
from tests.service_fixtures import MakeService, RunningService

MakeCounter = Callable[..., Counter]


@pytest.fixture(scope="session")
def quiet_service(make_shared_service: MakeService) -> RunningService:
    """A service whose money nobody touches."""
    return make_shared_service(inquiries=20)


@pytest.fixture(scope="session")
def bank(make_shared_service: MakeService) -> RunningService:
    """A service at which everybody charges; what one did before is there for the next."""
    return make_shared_service(inquiries=20)


@pytest.fixture
def own_bank(make_service: MakeService) -> RunningService:
    """A service of one's own, for those who stop it or lock its password."""
    return make_service(inquiries=20)


@pytest.fixture(autouse=True)
def _collected_here(collected_here: None) -> None:
    """Hold every test of this folder to it."""


@pytest.fixture
def make_counter(kit: Kit, tmp_path: Path, qtbot: QtBot) -> Iterator[MakeCounter]:
    """A maker of pages: ``make_counter(service)``."""
    made: list[Desk] = []

    def make(service: RunningService) -> Counter:
        desk = Desk(service, tmp_path / f"desk{len(made)}", kit, qtbot, undo_s=0.0, starts=False)
        made.append(desk)
        return Counter(desk)

    yield make
    for desk in made:
        desk.close()
        assert not desk.bugs


@pytest.fixture
def counter(make_counter: MakeCounter, quiet_service: RunningService) -> Counter:
    """A page to look at."""
    return make_counter(quiet_service)
