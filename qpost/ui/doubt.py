"""Why: whatever a write failed with, its outcome is unknown as long as the disk says so."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from qpost.models.errors import QpostError, Unclear
from qpost.ui.jobs import Jobs


def find_doubt(
    error: QpostError,
    read_doubt: Callable[[], datetime | None],
    *,
    jobs: Jobs,
    owner: QObject,
    found: Callable[[bool], None],
) -> None:
    """Call ``found`` with whether a write that failed with ``error`` may have taken effect after all.

    ``read_doubt`` says since when an outcome is unknown, off-thread; where it fails, ``error`` decides.
    """
    is_unclear = isinstance(error, Unclear)
    jobs.run(
        read_doubt,
        owner=owner,
        done=lambda doubt: found(is_unclear or doubt is not None),
        failed=lambda _: found(is_unclear),
    )
