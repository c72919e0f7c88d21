"""On a screen with a real tray the icon is there, its click brings the window, the balloon's leads on."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from queue import Queue

import pytest

from tools.screen import screen_in_memory

_NEEDED = ("Xvfb", "openbox", "trayer", "xdotool")
_MISSING = [program for program in _NEEDED if shutil.which(program) is None]
_LIMIT_S = 40.0
_CHILD = Path(__file__).with_name("on_a_real_tray.py")

pytestmark = pytest.mark.skipif(
    bool(_MISSING), reason=f"{', '.join(_MISSING)} not installed; python3 dev.py test does that on Debian"
)


class RealTray:
    """The program on the screen in memory; ``said`` waits for one of its lines."""

    def __init__(self, program: "subprocess.Popen[str]", environment: dict[str, str]) -> None:
        self._lines: Queue[str] = Queue()
        self._environment = environment
        self._reader = threading.Thread(target=self._read, args=(program,), daemon=True)
        self._reader.start()

    def _read(self, program: "subprocess.Popen[str]") -> None:
        assert program.stdout is not None
        for line in program.stdout:
            self._lines.put(line.strip())

    def said(self, what: str) -> str:
        """Return what comes after ``what`` in the next line that begins with it."""
        while True:
            word, _, rest = self._lines.get(timeout=_LIMIT_S).partition(" ")
            if word == what:
                return rest

    def click(self, place: str) -> None:
        """Press the left button at ``place``."""
        command = ["xdotool", "mousemove", *place.split(), "click", "1"]
        subprocess.run(command, env=self._environment, check=True, timeout=_LIMIT_S)


@pytest.fixture
def real_tray(tmp_path: Path) -> Iterator[RealTray]:
    hidden = ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    with ExitStack() as stack:
        display = stack.enter_context(screen_in_memory())
        environment = {
            **kept,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(tmp_path),
            "XDG_RUNTIME_DIR": str(tmp_path),
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
            "PYTHONPATH": os.pathsep.join([str(Path.cwd()), kept.get("PYTHONPATH", "")]),
        }

        def begin(*command: str) -> "subprocess.Popen[str]":
            started = stack.enter_context(
                subprocess.Popen(
                    command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
                )
            )
            stack.callback(started.kill)
            return started

        begin("openbox")
        begin("trayer", "--edge", "bottom", "--align", "right", "--width", "200", "--widthtype", "pixel")
        yield RealTray(begin(sys.executable, str(_CHILD)), environment)


def test_clicks_on_icon_and_balloon_arrive(real_tray: RealTray) -> None:
    assert real_tray.said("window") == "visible"
    icon = real_tray.said("icon")
    real_tray.click(icon)
    assert real_tray.said("window") == "hidden"
    real_tray.click(icon)
    assert real_tray.said("window") == "visible"
    real_tray.click(real_tray.said("balloon"))
    assert real_tray.said("clicked") == "yes"
