"""Why: who is first is decided between real processes."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from qpost.models.call import Call, Verb
from qpost.ui.first_instance.address import known_address
from qpost.ui.first_instance.calling import Reply, call_first

START_LIMIT_S = 60.0
_LOOK_AGAIN_S = 0.05


class Desktops:
    """Starts desktops on ``folder``, each a process of its own without a display."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.started: list[subprocess.Popen[str]] = []

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Start one, and return at once."""
        process = subprocess.Popen(
            [sys.executable, "-m", "qpost", "--data", str(self.folder), "--language", "en", *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        )
        self.started.append(process)
        return process

    def run(self, *words: str) -> tuple[int, str]:
        """Start one that is to end by itself; return its exit code and what it said."""
        process = self.start(*words)
        _, said = process.communicate(timeout=START_LIMIT_S)
        return process.returncode, said

    def first(self) -> subprocess.Popen[str]:
        """Start one and wait until it takes calls."""
        process = self.start()
        self.wait(self.answers)
        return process

    def answers(self) -> bool:
        """Tell whether an instance takes calls."""
        address = known_address(self.folder / "data")
        return address is not None and call_first(address, Call(Verb.GREET), within_s=5.0) is Reply.DONE

    def log(self) -> str:
        """Return what the first instance wrote into its log."""
        path = self.folder / "logs" / "qpost.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait until ``condition`` holds; raises ``TimeoutError``."""
        deadline = time.monotonic() + START_LIMIT_S
        while not condition():
            if time.monotonic() >= deadline:
                raise TimeoutError(self.log()[-2000:])
            time.sleep(_LOOK_AGAIN_S)

    def close(self) -> None:
        """End all of them, at once."""
        for process in self.started:
            if process.poll() is None:
                process.kill()
            process.communicate()
