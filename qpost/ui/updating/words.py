"""Why: notice and settings say the same about a new version."""

from PySide6.QtCore import QCoreApplication

from qpost.models.events import UpdateChanged, UpdatePhase
from qpost.ui.errors import describe

translate = QCoreApplication.translate


def state_words(status: UpdateChanged) -> str:
    """Return one line about where the new version stands; empty when there is none."""
    release = status.release
    if release is None:
        return ""
    if status.error is not None:
        return describe(status.error).whole
    version = release.version
    if status.phase is UpdatePhase.DOWNLOADING:
        percent = status.received * 100 // max(status.size, 1)
        return translate("Updates", "Downloading Qpost {version}: {percent} %").format(
            version=version, percent=percent
        )
    if status.phase is UpdatePhase.READY:
        return translate("Updates", "Qpost {version} will be installed when you quit.").format(
            version=version
        )
    return translate("Updates", "Qpost {version} is available.").format(version=version)
