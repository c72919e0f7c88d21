"""Why: the whole program needs a screen and a keyring, both real and both its own."""

import os
from collections.abc import Iterator, Mapping

import pytest

from tools.screen import screen_in_memory
from tools.secret_service import secret_service


@pytest.fixture(scope="session")
def surroundings() -> Iterator[dict[str, str]]:
    """The environment of a desktop session: Windows' own, or an X screen and an unlocked Secret Service."""
    if os.name == "nt":
        yield _without_overrides(os.environ)
        return
    with secret_service() as environment, screen_in_memory() as display:
        yield _without_overrides(environment | {"DISPLAY": display})


def _without_overrides(environment: Mapping[str, str]) -> dict[str, str]:
    overrides = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "PYTHON_KEYRING_BACKEND")
    return {name: value for name, value in environment.items() if name not in overrides}
