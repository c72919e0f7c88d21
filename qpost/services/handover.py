"""Why: the setup runs when the program is gone, so only the next start can see what became of it."""

import logging
from pathlib import Path

from qpost.models.errors import UpdateFault
from qpost.models.release import ReleaseFile, Version
from qpost.services.setup import Setup

_log = logging.getLogger(__name__)


class Handover:
    """Hands a new version to its setup when ``version``, which runs, is left; the next start looks back.

    ``failed`` is a version whose setup changed nothing, until it is asked for again; ``is_under_way`` while
    its setup still works.
    """

    def __init__(self, setup: Setup | None, *, version: str) -> None:
        self._setup = setup
        self._version = version
        self.failed = ""
        self.is_under_way = False

    def start(self, path: Path, file: ReleaseFile, version: str) -> bool:
        """Start the setup of ``version``, which lies at ``path``; a failure is told at the next start."""
        if self._setup is None:
            return False
        try:
            self._setup.start(path, file)
        except UpdateFault as error:
            _log.warning("version %s was not installed: %s %s", version, error.code, error.detail)
            return False
        _log.info("the setup of version %s was started", version)
        return True

    def look_back(self, handed_over: str) -> UpdateFault | None:
        """Tell what is wrong with the setup of version ``handed_over`` that an earlier run started.

        Whoever starts the program while that setup still works does not read that it failed. A word that is
        no version was not written by us, and means nothing.
        """
        if not handed_over:
            return None
        try:
            is_still_older = Version.parse(handed_over) > Version.parse(self._version)
        except ValueError:
            _log.warning("the settings name the setup of no version at all: %.40r", handed_over)
            return None
        self.is_under_way = is_still_older and self._setup is not None and self._setup.is_running()
        if not is_still_older or self.is_under_way:
            return None
        self.failed = handed_over
        return UpdateFault(UpdateFault.NOT_INSTALLED, handed_over)
