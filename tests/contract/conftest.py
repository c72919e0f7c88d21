"""Why: the same tests for every service and connection; here, the shipped one on both its databases."""

from collections.abc import Callable, Iterator

import pytest

from tests.contract.ground import Ground
from tests.service_fixtures import MakeService

DATABASES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(scope="session")
def grounds(make_shared_service: MakeService) -> Iterator[Callable[[str], Ground]]:
    """One service for each database, started when first asked for."""
    made: dict[str, Ground] = {}

    def ground_on(database: str) -> Ground:
        if database not in made:
            made[database] = Ground(make_shared_service(database=database, inquiries=400))
        return made[database]

    yield ground_on
    for ground in made.values():
        ground.close()


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest) -> str:
    """Each database the service runs on."""
    name = request.param
    assert isinstance(name, str)
    return name


@pytest.fixture
def ground(grounds: Callable[[str], Ground], database: str) -> Ground:
    """The shared service on this database."""
    return grounds(database)


@pytest.fixture
def own_ground(make_service: MakeService, database: str) -> Iterator[Ground]:
    """A service for this test alone, for what would disturb others."""
    made = Ground(make_service(database=database, inquiries=60))
    yield made
    made.close()
