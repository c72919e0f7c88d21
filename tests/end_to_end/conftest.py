"""Why: the whole program needs a screen and a keyring, both real and both its own."""

import sys
from collections.abc import Iterator

import pytest

from tools.screen import screen_in_memory
from tools.secret_service import secret_service


@pytest.fixture(scope="session")
def surroundings() -> Iterator[dict[str, str]]:
    """The environment of a desktop session: an X screen and an unlocked Secret Service."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the X screen and the Secret Service are Linux's; Windows has its own run")
    with secret_service() as environment, screen_in_memory() as display:
        yield {
            name: value
            for name, value in (environment | {"DISPLAY": display}).items()
            if name not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "PYTHON_KEYRING_BACKEND")
        }
