"""Why: every test of the inquiry page sits at a desk of its own; the service behind it is shared."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qpost.models.inquiry import Inquiry
from qpost.ui.kit import Kit
from tests.gui.inquiries.desk import Desk
from tests.service_fixtures import MakeService, RunningService

MakeDesk = Callable[..., Desk]
Pick = Callable[..., Inquiry]


@pytest.fixture(scope="session")
def busy_service(make_shared_service: MakeService) -> RunningService:
    """A service with 300 inquiries; a test changes only inquiries it picked."""
    return make_shared_service(inquiries=300)


@pytest.fixture(scope="session")
def picked() -> set[str]:
    """The inquiries tests have changed."""
    return set()


@pytest.fixture(autouse=True)
def _collected_here(collected_here: None) -> None:
    """Hold every test of this folder to it."""


@pytest.fixture
def make_desk(busy_service: RunningService, kit: Kit, tmp_path: Path, qtbot: QtBot) -> Iterator[MakeDesk]:
    """A maker of desks: ``undo_s`` 0 sends at once, ``starts=False`` leaves the network alone."""
    made: list[Desk] = []

    def make(*, undo_s: float = 0.0, starts: bool = True, service: RunningService | None = None) -> Desk:
        root = tmp_path / f"desk{len(made)}"
        desk = Desk(service or busy_service, root, kit, qtbot, undo_s=undo_s, starts=starts)
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.close()
        assert not desk.bugs


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """A desk that sends at once."""
    return make_desk()


@pytest.fixture
def quiet_desk(make_desk: MakeDesk) -> Desk:
    """A desk off line: what the store holds is what there is."""
    return make_desk(starts=False)


@pytest.fixture
def pick(picked: set[str]) -> Pick:
    """Take an inquiry nobody else takes: ``pick(desk, lambda inquiry: ..., **query)``."""

    def take(desk: Desk, suits: Callable[[Inquiry], bool] = lambda _: True, **asked: object) -> Inquiry:
        for inquiry in desk.inquiries(**asked):
            if inquiry.id not in picked and suits(inquiry):
                picked.add(inquiry.id)
                return inquiry
        raise LookupError("no inquiry like that is left")

    return take
