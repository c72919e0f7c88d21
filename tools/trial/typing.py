"""Why: that a draft survives an update is proved only by one that was typed into the running window."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from functools import partial

from tools.trial.screen import shown_windows, xdotool
from tools.trial.windows import Trial, expect, wait_until

_WINDOW_WITHIN_S = 90.0
_DRAFT_WITHIN_S = 30.0
_FIRST_ROW = (270, 200)
"""Where in a window of the program's usual size the first inquiry of the list lies."""


class Desk:
    """The installed program, signed in to a service, with a window on an X screen.

    The sign-in is made by ``qpost-cli``, which wants a folder of its own, and moved to the program's; what it
    wrote is read from a copy.
    """

    def __init__(self, trial: Trial, access: Mapping[str, str], environment: Mapping[str, str]) -> None:
        self._trial = trial
        self._environment = environment
        self._folder = trial.place / "desk"
        data = trial.computer.windows_path(self._folder)
        self._sign_in = ("--data", data, "--url", access["url"], "--login", access["login"])
        self._password = access["password"]

    def sign_in(self) -> None:
        """Sign in without a window, and have the program show the first shop when it starts."""
        self._command("login", said=f"{self._password}\n")
        self._command("sync")
        newest = json.loads(self._command("list", "--limit", "1").splitlines()[0])
        shop = json.loads(self._command("show", str(newest["number"])))["shop"]
        kept = json.loads((self._folder / "config" / "settings.json").read_bytes())
        chosen = kept | {"shop_id": shop, "language": "en"}
        shutil.copytree(self._folder / "data", self._trial.data, dirs_exist_ok=True)
        (self._trial.data / "settings.json").write_text(json.dumps(chosen), encoding="utf-8")

    def open(self) -> None:
        """Start the program and wait for its window."""
        self._trial.computer.start(self._trial.program)
        wait_until(lambda: bool(self._windows()), "the window is there", _WINDOW_WITHIN_S)

    def type_draft(self, text: str) -> None:
        """Choose the first inquiry and type ``text`` into its answer; done when it is on the disk."""
        wait_until(partial(self._typed, text), "the typed draft is kept", _DRAFT_WITHIN_S)

    def draft(self) -> str:
        """Return the first draft there is in the program's store; nothing when there is none."""
        shutil.rmtree(self._folder / "data")
        shutil.copytree(self._trial.data / "accounts", self._folder / "data" / "accounts")
        for line in self._command("list").splitlines():
            row = json.loads(line)
            if row.get("has_draft"):  # a notice about the copied store has none
                return str(json.loads(self._command("show", str(row["number"])))["draft"]["body"])
        return ""

    def _typed(self, text: str) -> bool:
        window = self._windows()[0]
        x, y = _FIRST_ROW
        self._xdotool("windowfocus", "--sync", window, "mousemove", "--window", window, str(x), str(y))
        self._xdotool("click", "1", "sleep", "1", "key", "Return", "sleep", "1", "type", text)
        return text in self.draft()

    def _windows(self) -> list[str]:
        return shown_windows(self._environment)

    def _xdotool(self, *words: str) -> str:
        return xdotool(self._environment, *words)

    def _command(self, *words: str, said: str = "") -> str:
        ended = self._trial.computer.run(self._trial.command_line, *self._sign_in, *words, said=said)
        expect(ended.code == 0, f"qpost-cli {words[0]} ended with {ended.code}: {ended.output}")
        return ended.output
