"""Why: one running service for each database, shared by the tests; sellers are new for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from qpost.server.database import create_schema, open_engine, sqlite_url
from tests.server.staging import Seller, Staged, running


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """A fresh SQLite database for a service of the test's own."""
    engine = open_engine(sqlite_url(tmp_path / "qpost.db"))
    create_schema(engine)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def staged(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Staged]:
    """A running service on each kind of database."""
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres").new_database()
    else:
        url = sqlite_url(tmp_path_factory.mktemp("database") / "qpost.db")
    engine = open_engine(url)
    create_schema(engine)
    with running(engine) as service:
        yield service
    engine.dispose()


@pytest.fixture
def seller(staged: Staged) -> Seller:
    """A new account with an empty shop."""
    return staged.new_seller()


@pytest.fixture
def stranger(staged: Staged) -> Seller:
    """Another account, which must see nothing of the first."""
    return staged.new_seller()
