"""Why: a template's variables are filled from the inquiry, and none is ever sent unfilled."""

import re
from collections.abc import Mapping

VARIABLES = ("customer", "item", "item_no", "order", "shop", "staff", "date")
"""Names a template may use in braces; what they stand for is filled by the caller."""

_VARIABLE = re.compile(r"\{([a-z_]{1,30})\}")


def fill(body: str, values: Mapping[str, str]) -> str:
    """Return ``body`` with every known, non-empty variable replaced; others stay in their braces."""
    return _VARIABLE.sub(lambda match: values.get(match.group(1)) or match.group(), body)


def unfilled(text: str) -> tuple[str, ...]:
    """Return the variables still in ``text``, with their braces, each once."""
    return tuple(dict.fromkeys(match.group() for match in _VARIABLE.finditer(text)))
