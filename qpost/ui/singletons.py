"""Why: PySide6 6.12 takes ``None`` for immortal, which it is from Python 3.12 on only.

Built against newer headers, it gives up a reference to ``None`` (and ``True``) it does not own on nearly
every call. Python 3.11 counts those references and aborts ("deallocating None") after some thousand calls.
"""

import ctypes
import sys

_RESERVE = sys.maxsize // 4
"""References nobody will ever use up."""


def keep_singletons_alive() -> None:
    """Give the constants a reserve of references where Python still counts them."""
    if sys.version_info >= (3, 12):
        return
    for constant in (None, True, False, NotImplemented, Ellipsis):
        count = ctypes.c_ssize_t.from_address(id(constant))
        if count.value < _RESERVE:
            count.value += _RESERVE
