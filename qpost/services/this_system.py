"""Why: a release has a file for each kind of system; which one this is, is asked here."""

import sys
import sysconfig

_SYSTEMS = {"win": "windows", "macosx": "macos"}
_MACHINES = {"amd64": "x86_64", "aarch64": "arm64"}


def platform_name(built_for: str = "") -> str:
    """Return what the program was built for, as releases name it, such as windows-x86_64.

    ``built_for`` is in Python's words (win-amd64, linux-x86_64, macosx-11.0-arm64), by default this Python's.
    """
    system, _, rest = (built_for or sysconfig.get_platform()).lower().partition("-")
    machine = rest.rpartition("-")[2]
    return f"{_SYSTEMS.get(system, system)}-{_MACHINES.get(machine, machine)}"


def windows_version() -> tuple[int, int, int] | None:
    """Return Windows' major version, minor version and build; None elsewhere."""
    if sys.platform == "win32":
        found = sys.getwindowsversion()
        return found.major, found.minor, found.build
    else:
        return None
