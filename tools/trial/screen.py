"""Why: under Wine the trial sees and closes windows as somebody before the screen does."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator, Mapping

Environment = Mapping[str, str]


def xdotool(environment: Environment, *words: str) -> str:
    """Ask the screen, or press and click on it; return what was answered."""
    ended = subprocess.run(
        ["xdotool", *words], env=dict(environment), capture_output=True, text=True, check=False
    )
    return ended.stdout


def shown_windows(environment: Environment) -> list[str]:
    """Return the windows on the screen that bear the program's name."""
    return xdotool(environment, "search", "--onlyvisible", "--name", "Qpost").split()


def close_window(environment: Environment) -> None:
    """Close the program's window by the keyboard."""
    for window in shown_windows(environment)[:1]:
        xdotool(environment, "windowfocus", "--sync", window, "key", "alt+F4")


@contextlib.contextmanager
def framed(environment: Environment) -> Iterator[None]:
    """Let windows have frames and the keyboard, as long as the block lasts."""
    quiet = subprocess.DEVNULL
    frames = subprocess.Popen(["openbox"], env=dict(environment), stdout=quiet, stderr=quiet)
    try:
        yield
    finally:
        frames.terminate()
        frames.wait()
