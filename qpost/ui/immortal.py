"""Why: PySide6 6.12 loses references to ``None`` and ``True``, which is fatal before Python 3.12.

Nearly every call without a result loses one to ``None``, every ``emit`` one to ``True``. From 3.12 on both
are immortal and nothing happens. Before, their counts reach zero after some thousand calls: "Fatal Python
error: deallocating None".
"""

import sys

_ENOUGH = sys.maxsize // 4
"""More calls than any process can make; a quarter of what the counter holds."""


def keep_constants_alive() -> None:
    """Give the constants so many references that losing one with every call does not matter."""
    if sys.version_info >= (3, 12):
        return
    import ctypes  # only where it is needed: it is not free to import

    for constant in (None, True, False, NotImplemented, Ellipsis):
        count = ctypes.c_ssize_t.from_address(id(constant))
        if count.value < _ENOUGH:
            count.value += _ENOUGH
