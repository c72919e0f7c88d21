"""Why: a fresh checkout makes itself runnable: system libraries, ``.venv``, dependencies, catalogues."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from tools import catalogues

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements.lock"
CANNOT_SET_UP = 3
"""Exit code when a person has to run the printed command first."""

WINDOW_LIBRARIES = (
    "libgl1",
    "libegl1",
    "libfontconfig1",
    "libdbus-1-3",
    "libglib2.0-0",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
)
"""What Qt's wheels expect from Debian and Ubuntu."""
SCREEN_IN_MEMORY = ("xvfb", "openbox", "fonts-noto-cjk")
SECRET_SERVICE = ("dbus", "gnome-keyring")
TRAY = ("trayer", "xdotool")
"""What shows the icon on a screen in memory, and clicks on it."""
FREEZING = ("binutils",)
"""With it PyInstaller finds out what a library needs."""
TEST_SERVICES = (*SECRET_SERVICE, *TRAY, *FREEZING, "postgresql")
BENCH_FLOORS = ("sqlite3",)
"""What the program is measured against."""


class SetUpRefused(Exception):
    """Setting up needs a person; the text says what to run."""


def set_up(*, packages: Sequence[str] = WINDOW_LIBRARIES, with_translations: bool = True) -> None:
    """Make the checkout runnable; the second time this takes a moment."""
    needed = list(packages)
    if not _has_usable_venv() and not _can_make_venv():
        needed.append(f"python3.{sys.version_info.minor}-venv")
    if _is_debian():
        install_system_packages(missing_system_packages(needed))
    if not _has_usable_venv():
        _make_venv()
    _install_locked()
    if with_translations:
        catalogues.compile_all(scripts=SCRIPTS)


def missing_system_packages(names: Iterable[str]) -> list[str]:
    """Return those of ``names`` that are not installed, be it under Ubuntu's name with ``t64``."""
    candidates = [candidate for name in names for candidate in (name, f"{name}t64")]
    command = ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\\n", *candidates]
    answer = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    installed = {line.split()[0] for line in answer.splitlines() if line.endswith(" installed")}
    return [name for name in names if name not in installed and f"{name}t64" not in installed]


def install_system_packages(names: Sequence[str]) -> None:
    """Install ``names`` through apt when this user may; otherwise raise with the one command to run."""
    if not names:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *names]
    prefix = _root_prefix()
    if prefix is None:
        raise SetUpRefused(
            "Some system packages are missing. Run this once, then start again:\n"
            f"  sudo apt-get update && sudo {' '.join(install)}"
        )
    _say(f"installing system packages: {' '.join(names)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "--quiet"], install):
        if subprocess.run(
            [*prefix, *command], env=environment, stdout=subprocess.DEVNULL, check=False
        ).returncode:
            raise SetUpRefused(f"apt failed. See the message above; the command was:\n  {' '.join(command)}")


def run(*command: object, environment: dict[str, str] | None = None) -> int:
    """Run a program in the checkout and return its exit code."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=environment, check=False).returncode


def script(name: str) -> str:
    """Return the path of a program installed in ``.venv``."""
    return str(SCRIPTS / (f"{name}.exe" if os.name == "nt" else name))


def _root_prefix() -> list[str] | None:
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def _is_debian() -> bool:
    if not sys.platform.startswith("linux") or shutil.which("dpkg-query") is None:
        return False
    release = platform.freedesktop_os_release()
    return "debian" in f"{release.get('ID', '')} {release.get('ID_LIKE', '')}".split()


def _can_make_venv() -> bool:
    return (
        subprocess.run(
            [sys.executable, "-c", "import ensurepip, venv"], check=False, capture_output=True
        ).returncode
        == 0
    )


def _has_usable_venv() -> bool:
    """Tell whether ``.venv`` runs and is of the Python that runs this."""
    if not PYTHON.exists():
        return False
    question = "import pip, sys; print('%d.%d' % sys.version_info[:2])"
    answer = subprocess.run([PYTHON, "-c", question], capture_output=True, text=True, check=False)
    return answer.stdout.strip() == "{}.{}".format(*sys.version_info[:2])


def _make_venv() -> None:
    _say(f"making .venv with Python {platform.python_version()}")
    if run(sys.executable, "-m", "venv", "--clear", VENV):
        raise SetUpRefused("Python could not make .venv; the message above says why.")


def _install_locked() -> None:
    stamp = VENV / "qpost-stamp"
    wanted = _fingerprint()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    _say("installing the locked dependencies")
    pip = [PYTHON, "-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--no-deps"]
    for arguments in (
        ["--require-hashes", "--requirement", LOCK],
        ["--no-build-isolation", "--editable", ROOT],
    ):
        if run(*pip, *arguments):
            raise SetUpRefused("pip could not install the locked dependencies; the message above says why.")
    stamp.write_text(wanted, encoding="utf-8")


def _fingerprint() -> str:
    digest = hashlib.sha256(f"{platform.python_version()} {platform.machine()} {ROOT}".encode())
    for path in (LOCK, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _say(text: str) -> None:
    print(f"set-up: {text}", file=sys.stderr, flush=True)
