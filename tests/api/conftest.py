"""Why: staged servers and certificates for the tests of connections."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings

from tests.api.staging import Play, StagedServer

settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")


@pytest.fixture
def stage() -> Iterator[Callable[..., StagedServer]]:
    """Start staged servers; all are stopped and joined at the end."""
    servers: list[StagedServer] = []

    def start(play: Play | bytes, **options: object) -> StagedServer:
        server = StagedServer(play if callable(play) else lambda _: play, **options)  # type: ignore[arg-type]
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.stop()
