"""Why: every test folder may talk to a stand-in of Qoo10."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.qapi.stand_in import StandIn

MakeStandIn = Callable[..., StandIn]


@pytest.fixture
def make_stand_in() -> Iterator[MakeStandIn]:
    """A starter of stand-ins that end with the test: ``make_stand_in(market, quirks=...)``."""
    started: list[StandIn] = []

    def make(*arguments: Any, **options: Any) -> StandIn:
        started.append(StandIn(*arguments, **options))
        return started[-1]

    yield make
    for each in started:
        each.close()


@pytest.fixture
def stand_in(make_stand_in: MakeStandIn) -> StandIn:
    """An empty shop without quirks."""
    return make_stand_in()
