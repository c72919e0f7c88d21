"""Why: a Wine prefix is a computer of its own; here it is made, spoken to and switched off."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.screen import screen_in_memory

PACKAGES = (
    *("wine64", "wine", "gcc-mingw-w64-x86-64", "mingw-w64-tools", "nsis", "osslsigncode"),
    *("xvfb", "xdotool", "openbox", "libnss-wrapper", "locales"),
)
"""What building for Windows takes on Debian and Ubuntu; all of it 64-bit, without a foreign architecture."""

SOURCES = Path(__file__).resolve().parents[2] / "packaging" / "wine"
COMPILER = "x86_64-w64-mingw32-gcc"
_WINE_PLACES = ("/usr/lib/wine/wine64", "/opt/wine-stable/bin/wine64")
_LINGER_S = 300
_DESKTOP = "1600x1000"
_UNIX_PATHS = ("PIP_CERT", "PIP_FIND_LINKS", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")
_HIDDEN = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PYTHONDONTWRITEBYTECODE", "DISPLAY", "WAYLAND_DISPLAY")


class WineFailed(Exception):
    """A step under Wine went wrong; the text says which, and what it wrote."""


class Ended(NamedTuple):
    """How a program ended; ``output`` is what it wrote to both of its streams."""

    code: int
    output: str


def wine_program() -> str | None:
    """Return Wine's loader, or None when there is no Wine."""
    for place in _WINE_PLACES:
        if Path(place).exists():
            return place
    return shutil.which("wine64")


class Prefix:
    """One Wine prefix; ``environment`` leads every program into it.

    With a ``user`` it is a Japanese Windows (code page 932) of that user; Wine would take the name of ours.
    Windows' programs get /dev/null and pipes as their streams: with anything else console programs fail.
    """

    def __init__(self, folder: Path, *, user: str = "") -> None:
        self._user = user
        self.folder = folder.resolve()
        self.drive = self.folder / "drive_c"
        hidden = ("QT_", *_HIDDEN)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
        self.environment = kept | {
            "WINEPREFIX": str(self.folder),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscms=n,b;mscoree,mshtml=;winemenubuilder.exe=d",
        }
        for name in _UNIX_PATHS:
            if self.environment.get(name, "").startswith("/"):
                self.environment[name] = f"Z:{self.environment[name]}"

    def make(self) -> None:
        """Make the prefix, as Windows 10, with the two libraries Qt needs and Wine 8 lacks."""
        self.folder.mkdir(parents=True)
        if self._user:
            self.environment |= _japanese_user(self._user, self.folder.with_name(f"{self.folder.name}-user"))
        _checked(["wineboot", "--init"], self.environment)
        self.settle()
        self.run("winecfg", "-v", "win10")
        system = self.drive / "windows" / "system32"
        for name in ("icuuc", "mscms"):
            # in Wine's own folder, never beside a program: a frozen folder would take them along
            target = system / f"{name}.dll"
            target.unlink(missing_ok=True)
            _checked([COMPILER, "-shared", "-O2", "-s", "-o", target, SOURCES / f"{name}.c"], None)

    @contextlib.contextmanager
    def switched_on(self) -> Iterator[None]:
        """Keep the prefix running, on a screen in memory; everything in it is ended with the block."""
        with screen_in_memory() as display:
            self.environment["DISPLAY"] = display
            try:
                self._begin()
                yield
            finally:
                self.switch_off()
                self.environment.pop("DISPLAY", None)

    def switch_off(self) -> None:
        """End every program of the prefix, as pulling the plug does."""
        subprocess.run(["wineserver", "-k"], env=self.environment, check=False)
        self.settle()

    def sign_in_anew(self) -> None:
        """Switch off and sign in again: what is to start with the user starts."""
        self.switch_off()
        self._begin()
        _quietly(["wineboot"], self.environment).wait()

    def end_session(self) -> int:
        """Sign out as a user does: every program is asked first (WM_QUERYENDSESSION); 0 when all agreed."""
        return self.run("wineboot", "--end-session", "--shutdown", limit_s=60).code

    def settle(self) -> None:
        """Wait until no program of the prefix runs any more."""
        subprocess.run(["wineserver", "-w"], env=self.environment, check=False)

    def _begin(self) -> None:
        """Have Wine's desktop started by a program without pipes: whatever starts it hands its own on to it.

        It would go a second after its last program, and come back with the next. A second desktop that nobody
        uses keeps it; it is as large as the screen, for every program is told its size.
        """
        subprocess.run(["wineserver", f"-p{_LINGER_S}"], env=self.environment, check=False)
        _quietly([_wine(), "explorer.exe", f"/desktop=keeper,{_DESKTOP}"], self.environment)
        _quietly([_wine(), "winecfg.exe", "-v", "win10"], self.environment).wait()

    def run(
        self,
        *command: object,
        folder: Path | None = None,
        limit_s: float = 600.0,
        said: str = "",
        shown: bool = False,
    ) -> Ended:
        """Run a Windows program to its end, ``said`` to its input; ``shown`` prints what it writes."""
        process = subprocess.Popen(
            [_wine(), *map(str, command)],
            env=self.environment,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        overdue = threading.Timer(limit_s, process.kill)
        overdue.start()
        written: list[str] = []
        try:
            if process.stdin is not None:
                process.stdin.write(said.encode())
                process.stdin.close()
            for line in process.stdout or ():
                written.append(_text(line).replace("\r\n", "\n"))
                if shown:
                    print(written[-1], end="", flush=True)
            code = process.wait()
        finally:
            is_overdue = not overdue.is_alive()
            overdue.cancel()
        if is_overdue:
            raise WineFailed(f"{command[0]} did not end within {limit_s:g} s")
        return Ended(code, "".join(written))

    def start(self, *command: object) -> subprocess.Popen[bytes]:
        """Start a Windows program and do not wait for it."""
        return _quietly([_wine(), *map(str, command)], self.environment)

    def runs(self, program: str) -> bool:
        """Tell whether a program of that file name runs in this prefix; Wine 8's tasklist lists nothing."""
        return any(self._is_ours(process, program) for process in Path("/proc").glob("[0-9]*"))

    def _is_ours(self, process: Path, program: str) -> bool:
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
            names = (process / "environ").read_bytes().split(b"\0")
        except OSError:  # it ended meanwhile, or is somebody else's
            return False
        is_named = words[0].replace(b"\\", b"/").lower().endswith(f"/{program}".lower().encode())
        return is_named and f"WINEPREFIX={self.folder}".encode() in names

    def windows_path(self, path: Path) -> str:
        """Return how a program of the prefix calls ``path``."""
        resolved = path.resolve() if path.exists() else path.absolute()
        if resolved.is_relative_to(self.drive):
            return "C:\\" + str(resolved.relative_to(self.drive)).replace("/", "\\")
        return "Z:" + str(resolved).replace("/", "\\")

    def local_path(self, path: str) -> Path:
        """Return where the file a program of the prefix calls ``path`` lies."""
        drive, rest = path[:2].upper(), path[2:].replace("\\", "/").lstrip("/")
        return self.drive / rest if drive == "C:" else Path("/") / rest


def _japanese_user(name: str, folder: Path) -> Mapping[str, str]:
    """Return the variables that make us the user ``name`` of a Japanese system, from files in ``folder``."""
    folder.mkdir()
    _checked(["localedef", "-i", "ja_JP", "-f", "UTF-8", folder / "ja_JP.UTF-8"], None)
    users, groups = folder / "passwd", folder / "group"
    users.write_text(f"{name}:x:{os.getuid()}:{os.getgid()}::/:/bin/sh\n", encoding="utf-8")
    groups.write_text(f"users:x:{os.getgid()}:\n", encoding="ascii")
    return {
        "LC_ALL": "ja_JP.UTF-8",
        "LOCPATH": str(folder),
        "LD_PRELOAD": "libnss_wrapper.so",
        "NSS_WRAPPER_PASSWD": str(users),
        "NSS_WRAPPER_GROUP": str(groups),
    }


def _text(written: bytes) -> str:
    """Decode what a program wrote: UTF-8, or as Windows' own commands do on a Japanese system."""
    try:
        return written.decode()
    except UnicodeDecodeError:
        return written.decode("cp932", errors="replace")


def _wine() -> str:
    found = wine_program()
    if found is None:
        raise WineFailed("there is no Wine on this computer (apt-get install wine64 wine)")
    return found


def _quietly(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, env=environment, stdin=quiet, stdout=quiet, stderr=quiet)


def _checked(command: Sequence[object], environment: Mapping[str, str] | None) -> None:
    ended = subprocess.run(
        [str(part) for part in command],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if ended.returncode:
        raise WineFailed(f"{command[0]} ended with {ended.returncode}: {ended.stdout}{ended.stderr}")
