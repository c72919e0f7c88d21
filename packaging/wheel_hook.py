"""Why: a wheel carries compiled translations and resources, which the repository keeps elsewhere."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ProgramData(BuildHookInterface[Any]):
    """Fills the package with what is not Python, before a wheel is made."""

    def dependencies(self) -> list[str]:
        """Return what an isolated build needs for it: the Qt tools of the very PySide6 the program uses."""
        return [name for name in self.metadata.core.dependencies if name.startswith("pyside6-essentials")]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues and add the resources; an editable install finds both in the checkout."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from tools import catalogues

        catalogues.compile_all(scripts=catalogues.running_scripts(), folder=Path(self.root) / "translations")
        build_data["force_include"][str(Path(self.root) / "resources")] = "qpost/resources"
