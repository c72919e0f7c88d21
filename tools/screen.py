"""Why: windows can be driven on a machine without a display, on a screen in memory."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator

SCREEN_SIZE = "1600x1000x24"


def has_display() -> bool:
    """Tell whether windows opened now would be seen by somebody."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextlib.contextmanager
def screen_in_memory() -> Iterator[str]:
    """Run Xvfb on a free display number and yield its name, such as ``:3``; it ends with the block."""
    reader, writer = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writer),
        "-screen",
        "0",
        SCREEN_SIZE,
        "-nolisten",
        "tcp",
        "-dpi",
        "96",
        "-noreset",  # else it begins anew whenever its last client goes, which ends one that just comes
    ]
    server = subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError(f"Xvfb ended with exit code {server.wait()} before it had a display")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
