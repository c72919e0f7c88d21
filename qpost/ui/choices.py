"""Why: a choice takes effect at once and is remembered without the interface waiting for the disk."""

from collections.abc import Callable

from msgspec import structs
from PySide6.QtCore import QObject

from qpost.models.errors import QpostError
from qpost.models.settings import NoticeSettings, Settings, Theme
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit


def remember(kit: Kit, change: Callable[[Settings], Settings]) -> None:
    """Save ``change`` of the settings, in the order in which choices were made."""
    kit.jobs.run(lambda: kit.settings.update(change), owner=kit.jobs, lane=Lane.WRITE)


def choose_language(kit: Kit, language: str) -> None:
    """Show the whole interface in ``language`` from now on."""
    kit.translations.choose(language)
    kit.theme.set_language(language)
    remember(kit, lambda settings: structs.replace(settings, language=language))


def choose_theme(kit: Kit, theme: Theme) -> None:
    """Show the whole interface in ``theme`` from now on."""
    kit.theme.choose(theme)
    remember(kit, lambda settings: structs.replace(settings, theme=theme))


def choose_notices(
    kit: Kit,
    change: Callable[[NoticeSettings], NoticeSettings],
    *,
    owner: QObject,
    done: Callable[[], object],
) -> None:
    """Tell of news as ``change`` says from now on; ``done`` is called when that is on disk."""

    def work() -> None:
        kit.settings.update(lambda settings: structs.replace(settings, notices=change(settings.notices)))

    kit.jobs.run(work, owner=owner, done=lambda _: done(), lane=Lane.WRITE)


def choose_autostart(
    kit: Kit, is_enabled: bool, *, owner: QObject, failed: Callable[[QpostError], None] | None = None
) -> None:
    """Let the system start Qpost, or no longer; a refusal goes to ``failed`` or ``Jobs.unhandled``."""
    autostart = kit.autostart
    if autostart is None:
        return

    def work() -> None:
        if autostart.is_enabled() is not is_enabled:
            autostart.set_enabled(is_enabled)

    kit.jobs.run(work, owner=owner, failed=failed, lane=Lane.WRITE)


def read_autostart(kit: Kit, owner: QObject, show: Callable[[bool], None]) -> None:
    """Call ``show`` with what the system really does, which may differ from what was once chosen."""
    if kit.autostart is not None:
        kit.jobs.run(kit.autostart.is_enabled, owner=owner, done=show)
