"""Why: the figures read off the guides are kept once, beside the tests that every layer holds to them."""

from pathlib import Path
from typing import Any

import msgspec

_FOLDER = Path(__file__).parents[1] / "golden"


def golden(name: str) -> dict[str, Any]:
    """Return a file of ``tests/golden``."""
    found: dict[str, Any] = msgspec.json.decode((_FOLDER / name).read_bytes())
    return found
