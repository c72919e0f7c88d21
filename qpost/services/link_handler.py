"""Why: a click on a qpost:// link, in a mail or a browser, opens Qpost."""

import logging
import sys
from pathlib import Path

from qpost.models.errors import StoreFault
from qpost.models.links import SCHEME
from qpost.services.desktop_entry import (
    read_group,
    read_text,
    with_value,
    xdg_config_home,
    xdg_data_home,
)
from qpost.services.start_command import desktop_line, is_outdated, start_command, windows_line
from qpost.store.files import write_atomically

LINK_HANDLER_FAILED = "link-handler-failed"
CLASS_KEY = rf"Software\Classes\{SCHEME}"
_ENTRY_FILE = "qpost-links.desktop"
_MIME_TYPE = f"x-scheme-handler/{SCHEME}"
_DEFAULTS = "[Default Applications]"

_log = logging.getLogger(__name__)


class LinkHandler:
    """What the system starts for links of ours: a key of Windows' user classes, or a desktop entry.

    ``command`` is followed by the link. After ``--`` nothing that a link contains is taken for an option.
    """

    def __init__(
        self, *, command: tuple[str, ...] = (), data_home: Path | None = None, config_home: Path | None = None
    ) -> None:
        self._command = command or start_command("--")
        self._entry_path = (data_home or xdg_data_home()) / "applications" / _ENTRY_FILE
        self._defaults_path = (config_home or xdg_config_home()) / "mimeapps.list"

    def register(self) -> bool:
        """Have links opened by this program; True when that was news to the system.

        Another Qpost that is there and works keeps them. Raises ``StoreFault("link-handler-failed")``.
        """
        try:
            if sys.platform == "win32":
                line = windows_line(self._command) + ' "%1"'
                kept = _registered()
                if kept is not None and not is_outdated(kept, line):
                    return False
                _register(line, icon=f'"{self._command[0]}",0')
            else:
                line = f"{desktop_line(self._command)} %u"
                kept = read_group(read_text(self._entry_path) or "").get("Exec")
                is_news = kept is None or is_outdated(kept, line)
                if is_news:
                    write_atomically(self._entry_path, _entry(line).encode())
                if not self._claim_links() and not is_news:
                    return False
        except OSError as error:
            raise StoreFault(LINK_HANDLER_FAILED, error.strerror or type(error).__name__) from error
        _log.info("links are opened by this program from now on")
        return True

    def _claim_links(self) -> bool:
        """Name our entry for the links unless the user named another; True when that was needed."""
        text = read_text(self._defaults_path)
        if text is None and self._defaults_path.exists():  # not ours to judge
            return False
        if read_group(text or "", _DEFAULTS).get(_MIME_TYPE):
            return False
        path = self._defaults_path.resolve()  # some keep it elsewhere, behind a link
        write_atomically(path, with_value(text or "", _MIME_TYPE, _ENTRY_FILE, group=_DEFAULTS).encode())
        return True


def _entry(line: str) -> str:
    return (
        "[Desktop Entry]\nType=Application\nName=Qpost\nIcon=qpost\n"
        f"Exec={line}\nTerminal=false\nNoDisplay=true\nMimeType={_MIME_TYPE};\n"
    )


if sys.platform == "win32":
    from qpost.services import registry

    def _registered() -> str | None:
        value = registry.read(rf"{CLASS_KEY}\shell\open\command", "")
        return value if isinstance(value, str) else None

    def _register(line: str, *, icon: str) -> None:
        registry.write(CLASS_KEY, "", "URL:Qpost")
        registry.write(CLASS_KEY, "URL Protocol", "")
        registry.write(rf"{CLASS_KEY}\DefaultIcon", "", icon)
        registry.write(rf"{CLASS_KEY}\shell\open\command", "", line)
