"""Why: a signed-in desk for every test of Qoo10's client."""

from collections.abc import Iterator

import pytest

from tests.api.qapi.desk import Desk
from tests.qapi.fixtures import MakeStandIn


@pytest.fixture
def desk(make_stand_in: MakeStandIn) -> Iterator[Desk]:
    made = Desk(make_stand_in)
    made.sign_in()
    yield made
    made.client.close()
