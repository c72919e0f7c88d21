"""Why: PySide reads the source of every module imported after it, for a feature Qpost does not use."""

import builtins


def import_plainly() -> None:
    """Give Python back its own ``__import__``, which PySide replaces when it is loaded.

    PySide's one looks for ``from __feature__ import snake_case``, and for that finds and reads each
    further module a second time: a seventh of the time until the list is filled.
    """
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
