"""Why: the few objects every screen needs are built once in ``app.py`` and handed down together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qpost.services.autostart import Autostart
from qpost.store.settings import SettingsFile
from qpost.ui.assets import Assets
from qpost.ui.event_bridge import EventBridge
from qpost.ui.i18n import Translations
from qpost.ui.jobs import Jobs
from qpost.ui.theme import Theme

if TYPE_CHECKING:  # comes when the first window has long been painted
    from qpost.services.updates import Updates


def _not_yet() -> Updates | None:
    return None


class Kit(NamedTuple):
    """What a screen may use besides its own services."""

    jobs: Jobs
    bridge: EventBridge
    theme: Theme
    assets: Assets
    translations: Translations
    settings: SettingsFile
    autostart: Autostart | None = None
    data_folder: Path | None = None
    updates: Callable[[], Updates | None] = _not_yet
