"""Why: the Points page is driven in the real window, on a real service or on points told by the test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qpost.ui.kit import Kit
from tests.gui.points.desk import PointsDesk
from tests.service_fixtures import MakeService, RunningService

MakePointsDesk = Callable[..., PointsDesk]


@pytest.fixture(scope="session")
def points_service(make_shared_service: MakeService) -> RunningService:
    """A service with 600 items whose points no test converts."""
    return make_shared_service(inquiries=20)


@pytest.fixture(autouse=True)
def _collected_here(collected_here: None) -> None:
    """Hold every test of this folder to it."""


@pytest.fixture
def make_points_desk(
    points_service: RunningService, kit: Kit, tmp_path: Path, qtbot: QtBot
) -> Iterator[MakePointsDesk]:
    """A maker of desks that look at the Points page."""
    made: list[PointsDesk] = []

    def make(service: RunningService | None = None, *, root: str = "") -> PointsDesk:
        folder = tmp_path / (root or f"desk{len(made)}")
        desk = PointsDesk(service or points_service, folder, kit, qtbot)
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.close()
        assert not desk.bugs


@pytest.fixture
def points_desk(make_points_desk: MakePointsDesk) -> PointsDesk:
    """A desk with the first shop's points read."""
    desk = make_points_desk()
    desk.wait_read()
    return desk
