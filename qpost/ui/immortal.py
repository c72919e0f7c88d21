"""Why: PySide6 6.12 loses a reference to ``True`` with every ``emit``, fatal before Python 3.12.

From 3.12 on ``True`` and ``False`` are immortal and nothing happens. Before, their counts (about 600 at the
start) reach zero after as many signals: "Fatal Python error: deallocating True or False".
"""

import sys

_ENOUGH = 1 << 60
"""More signals than any process can emit; half of what the counter holds."""


def keep_booleans_alive() -> None:
    """Give ``True`` and ``False`` so many references that losing one per signal does not matter."""
    if sys.version_info >= (3, 12):
        return
    import ctypes  # only where it is needed: it is not free to import

    for constant in (True, False):
        count = ctypes.c_ssize_t.from_address(id(constant))
        if count.value < _ENOUGH:
            count.value += _ENOUGH
