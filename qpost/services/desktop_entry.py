"""Why: Linux desktops keep what starts a program in small files that others edit as well."""

import os
from collections.abc import Iterator
from pathlib import Path

_GROUP = "[Desktop Entry]"


def xdg_config_home() -> Path:
    """Return where this user's desktop keeps what was chosen."""
    return _home("XDG_CONFIG_HOME", Path(".config"))


def xdg_data_home() -> Path:
    """Return where this user's desktop keeps the programs it knows."""
    return _home("XDG_DATA_HOME", Path(".local", "share"))


def read_group(text: str, group: str = _GROUP) -> dict[str, str]:
    """Return the keys of ``group``; the last one counts where a key stands twice."""
    return {key: value for _, key, value in _pairs(text.splitlines(), group)}


def with_value(text: str, key: str, value: str, *, group: str = _GROUP) -> str:
    """Return ``text`` with ``key`` of ``group`` set, and every other line as it was."""
    lines = text.splitlines()
    line = f"{key}={value}"
    places = [number for number, found, _ in _pairs(lines, group) if found == key]
    if places:
        for place in places:
            lines[place] = line
    elif group in (stripped := [each.strip() for each in lines]):
        lines.insert(stripped.index(group) + 1, line)
    else:
        lines += [group, line]
    return "\n".join(lines) + "\n"


def read_text(path: Path) -> str | None:
    """Return a small text file; None when there is none or it is not text."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _home(variable: str, otherwise: Path) -> Path:
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else Path.home() / otherwise


def _pairs(lines: list[str], group: str) -> Iterator[tuple[int, str, str]]:
    is_inside = False
    for number, line in enumerate(lines):
        if line.startswith("["):
            is_inside = line.strip() == group
        elif is_inside and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            yield number, key.strip(), value.strip()
