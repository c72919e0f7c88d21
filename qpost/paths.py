"""Why: the one place that knows where the program's files belong on each system."""

from pathlib import Path
from typing import Self

from msgspec import Struct


class Paths(Struct, frozen=True):
    """The program's folders; none of them is created here."""

    config: Path
    data: Path
    cache: Path
    logs: Path

    @classmethod
    def for_user(cls) -> Self:
        """Return the folders the system sets aside for this user."""
        from platformdirs import PlatformDirs  # costs time that only the first call should pay

        folders = PlatformDirs(appname="Qpost", appauthor=False)
        return cls(
            config=Path(folders.user_config_dir),
            data=Path(folders.user_data_dir),
            cache=Path(folders.user_cache_dir),
            logs=Path(folders.user_log_dir),
        )

    @classmethod
    def under(cls, root: Path) -> Self:
        """Return the same folders gathered below ``root``."""
        return cls(config=root / "config", data=root / "data", cache=root / "cache", logs=root / "logs")
