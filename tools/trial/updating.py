"""Why: that a program updates itself is proved only by an older one that fetches and runs the real setup."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from qpost import __version__
from tools.checkout import PYTHON, ROOT
from tools.trial.screen import close_window, framed
from tools.trial.windows import NO_LONGER_SHIPPED, OLDER_VERSION, Trial, TrialFailed, expect, wait_until
from tools.wine.building import freeze_under_wine
from tools.wine.prefix import Prefix

_LANGUAGES = ("ja", "zh_CN", "ko", "en")
_KEY_LINE = re.compile(r"^\s*(ReleaseKey\(.*\)),$", re.MULTILINE)
_FETCHED_WITHIN_S, _INSTALLED_WITHIN_S = 180.0, 180.0
_LEFT_WITHIN_S, _LOOKED_BACK_WITHIN_S = 60.0, 90.0


class Maker:
    """Signs releases with a key of the trial's own, in ``folder``; no released program believes it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._key = folder / "trial.key"
        folder.mkdir(parents=True)
        made = _release("key", "trial", "--years", "1", "--out", self._key)
        found = _KEY_LINE.search(made)
        expect(found is not None, f"no key was made: {made}")
        self._known = "" if found is None else found[1]

    def freeze_older(self, dist: Path) -> Path:
        """Freeze into ``dist`` an older version of this checkout that believes the key; return its folder."""
        frozen = freeze_under_wine(dist, change=self.make_older)
        (frozen / NO_LONGER_SHIPPED).write_text("an older version had this\n", encoding="ascii")
        return frozen

    @contextlib.contextmanager
    def announced(self, setup: Path) -> Iterator[str]:
        """Announce ``setup`` as this checkout's version; yield the address below which it is served."""
        served, notes = self.folder / "served", self.folder / "notes"
        for folder in (served, notes):
            folder.mkdir()
        for language in _LANGUAGES:
            (notes / f"{language}.txt").write_text("A trial.\n", encoding="ascii")
        shutil.copy2(setup, served)
        file = f"windows-x86_64={served / setup.name}"
        words = ("--key", self._key, "--notes", notes, "--file", file)
        _release("sign", *words, "--out", served / "release.json")
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(served))) as server:
            thread = threading.Thread(target=server.serve_forever, name="releases", daemon=True)
            thread.start()
            yield f"http://127.0.0.1:{server.server_address[1]}"
            server.shutdown()
            thread.join()

    def make_older(self, project: Path) -> None:
        """Make the checkout ``project`` an older version, which believes the key."""
        package = project / "qpost"
        text = (package / "__init__.py").read_text(encoding="utf-8")
        older = text.replace(f'"{__version__}"', f'"{OLDER_VERSION}"')
        expect(older != text, "the version is written elsewhere by now")
        (package / "__init__.py").write_text(older, encoding="utf-8")
        path = package / "models" / "release_keys.py"
        text = path.read_text(encoding="utf-8")
        keys = f"RELEASE_KEYS: tuple[ReleaseKey, ...] = ({self._known},)"
        trusting = re.sub(r"^RELEASE_KEYS: .*?\)$", keys, text, flags=re.MULTILINE | re.DOTALL)
        expect(trusting.count(self._known) == 1, "the keys are written elsewhere by now")
        import_line = "from qpost.models.release import ReleaseKey\n"
        path.write_text(
            trusting.replace(import_line, f"from datetime import UTC, datetime\n\n{import_line}"),
            encoding="utf-8",
        )


def update_itself(trial: Trial, computer: Prefix, maker: Maker, older_setup: Path) -> str:
    """Install the older version and have it fetch ``trial.setup`` and install it on quitting.

    The newer version is left running. Returns what was seen.
    """
    trial.install(older_setup, "/NOAUTOSTART")
    with maker.announced(trial.setup) as address:
        trial.data.mkdir(parents=True, exist_ok=True)
        settings = trial.data / "settings.json"
        chosen = {"language": "en", "updates": {"address": address, "chosen": __version__}}
        settings.write_text(json.dumps(chosen), encoding="utf-8")
        computer.start(trial.program)
        proved = f"version {__version__} is here and proved"
        wait_until(lambda: proved in trial.log(), "the new version is fetched and proved", _FETCHED_WITHIN_S)
        expect(trial.version() == OLDER_VERSION, "it was installed before the program was left")
        with framed(computer.environment):
            wait_until(partial(_closes, trial, computer), "the program is left", _LEFT_WITHIN_S)
        wait_until(
            lambda: trial.version() == __version__, "the new version is installed", _INSTALLED_WITHIN_S
        )
    wait_until(lambda: not computer.runs(trial.setup.name), "the setup is done", _INSTALLED_WITHIN_S)
    told = trial.look_at_installation(__version__, trial.frozen, starts=False)
    expect(_handed_over(settings) == __version__, "the older version did not write down what it handed over")
    computer.start(trial.program)
    wait_until(lambda: not _handed_over(settings), "the new version looks back", _LOOKED_BACK_WITHIN_S)
    expect(trial.runs(), "the new version does not run")
    return f"{OLDER_VERSION} became {__version__}, {told}"


def _closes(trial: Trial, computer: Prefix) -> bool:
    close_window(computer.environment)
    return not trial.runs()


def _handed_over(settings: Path) -> str:
    kept = json.loads(settings.read_bytes())["updates"]
    return str(kept.get("handed_over", ""))


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing about it."""

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


def _release(*words: object) -> str:
    python = PYTHON if PYTHON.exists() else sys.executable  # tests may run in an environment of their own
    command = [str(python), "-m", "tools.release", *map(str, words)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise TrialFailed(f"tools.release {words[0]} ended with {ended.returncode}: {ended.stderr}")
    return ended.stdout
