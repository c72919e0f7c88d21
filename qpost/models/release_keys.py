"""Why: whom the program believes a new version is fixed when it is built, and nowhere else."""

from qpost.models.release import ReleaseKey

RELEASE_ADDRESS = ""
"""Where releases are announced unless the settings say otherwise; empty: there is no such place yet."""

RELEASE_KEYS: tuple[ReleaseKey, ...] = ()
"""The current key and the next one (docs/updates.md). Empty: none exists yet, so updates stay off."""
