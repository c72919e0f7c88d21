"""Why: a choice takes effect at once and is remembered without the interface waiting for the disk."""

from collections.abc import Callable

from msgspec import structs

from qpost.models.settings import Settings, Theme
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
