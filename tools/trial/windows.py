"""Why: a setup's exit code proves little; this installs, runs, updates, removes, and looks at effects."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from qpost import APP_ID
from tools.trial.computer import (
    Computer,
    ThisWindows,
    files_below,
    registry,
    variable,
    whole_registry,
)

RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
UNINSTALL_KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Qpost"
LINK_KEY = r"Software\Classes\qpost\shell\open\command"
_PARENTS = frozenset(
    f"HKEY_CURRENT_USER\\{key}" for key in ("Software\\Classes", UNINSTALL_KEY.rpartition("\\")[0], RUN_KEY)
)
"""Keys of Windows itself, which a fresh user may not have yet."""
_NOTED_BY_WINDOWS = re.compile(
    r"\\Software\\(Wine|Policies)|SystemCertificates|QtProject|MuiCache|AppCompatFlags|FeatureUsage|UserAssist"
    "|Notifications|RecentDocs|TrayNotify|NotifyIconSettings"
)
"""What Windows writes down by itself: what was started or shown, and stores of certificates once opened.

And one note that all programs made with Qt share: where a file dialog was last.
"""
NO_LONGER_SHIPPED = "_internal/no-longer-shipped.txt"
OLDER_VERSION = "0.0.1"
_GONE_WITHIN_S = 60.0
_LOOK_EVERY_S = 0.5


class TrialFailed(Exception):
    """Something is not as it should be; the text says what was expected and what was seen."""


class Trial:
    """One setup on one computer; every step is timed, told as it ends, and kept for the report."""

    def __init__(self, computer: Computer, setup: Path, frozen: Path, *, place: Path) -> None:
        self.computer = computer
        self.setup = setup
        self.frozen = frozen
        self.place = place
        self.steps: list[dict[str, object]] = []
        self.local = computer.local_path(variable(computer, "LOCALAPPDATA"))
        self.start_menu = (
            computer.local_path(variable(computer, "APPDATA")) / "Microsoft/Windows/Start Menu/Programs"
        )
        self.folder = self.local / "Programs" / "Qpost"
        self.data = self.local / "Qpost"
        self.program = computer.windows_path(self.local) + r"\Programs\Qpost\Qpost.exe"
        self.command_line = self.program.replace("Qpost.exe", "qpost-cli.exe")

    @property
    def is_ok(self) -> bool:
        """True while no step failed."""
        return all(step["ok"] for step in self.steps)

    @contextmanager
    def step(self, name: str) -> Iterator[list[str]]:
        """Time a step; what it adds to the yielded list is told. A failed step ends the trial."""
        begun, said = time.monotonic(), list[str]()
        ok = False
        try:
            yield said
            ok = True
        except TrialFailed as error:
            said.append(str(error))
            raise
        finally:
            seconds = round(time.monotonic() - begun, 1)
            self.steps.append({"name": name, "ok": ok, "s": seconds, "detail": "; ".join(said)})
            print(f"{'ok    ' if ok else 'FAILED'} {name} ({seconds} s) {'; '.join(said)}", flush=True)

    # -- what is done

    def install(self, setup: Path, *flags: str) -> None:
        """Install silently."""
        ended = self.computer.run(self.computer.windows_path(setup), "/S", *flags)
        expect(ended.code == 0, f"the setup ended with {ended.code}: {ended.output}")

    def uninstall(self, *flags: str) -> None:
        """Remove silently, and wait until it is done: the uninstaller goes on in a copy of itself."""
        path = self.program.replace("Qpost.exe", "uninstall.exe")
        ended = self.computer.run(path, "/S", *flags)
        expect(ended.code == 0, f"the uninstaller ended with {ended.code}: {ended.output}")
        wait_until(lambda: not self.folder.exists(), f"{self.folder} goes away", _GONE_WITHIN_S)
        wait_until(
            lambda: not registry(self.computer, UNINSTALL_KEY), "the uninstall entry goes", _GONE_WITHIN_S
        )

    def selftest(self) -> str:
        """Run the installed program's own test; return the slowest checks."""
        report = self.place / "selftest.json"
        report.unlink(missing_ok=True)
        ended = self.computer.run(self.program, "--selftest", self.computer.windows_path(report))
        expect(report.exists(), f"--selftest wrote nothing and ended with {ended.code}")
        found = json.loads(report.read_bytes())
        bad = [f"{check['name']}: {check['detail']}" for check in found["checks"] if not check["ok"]]
        expect(not bad and found["ok"] and ended.code == 0, f"--selftest ended with {ended.code}: {bad}")
        expect(bool(found["is_frozen"]), "it is not the frozen program")
        return f"{len(found['checks'])} checks"

    def tour(self, keeper: str, *, limit_s: float = 1200) -> str:
        """Have the installed program drive itself through every window."""
        pictures = self.place / "tour"
        shutil.rmtree(pictures, ignore_errors=True)
        words = ("--tour", self.computer.windows_path(pictures), "--tour-service", keeper, "--language", "ja")
        ended = self.computer.run(self.program, *words, limit_s=limit_s)
        report = pictures / "tour.json"
        expect(report.exists(), f"the tour wrote nothing and ended with {ended.code}")
        found = json.loads(report.read_bytes())
        failed = [step["name"] for step in found["steps"] if not step["ok"]]
        expect(not failed and ended.code == 0, f"the tour ended with {ended.code}; failed: {failed}")
        expect(found["platform"] == "windows", f"Qt ran on {found['platform']}")
        return f"{len(found['steps'])} steps, the sign-in kept: {found['is_kept']}"

    # -- what is looked at

    def look_at_installation(self, version: str, frozen: Path, *, starts: bool) -> str:
        """Compare folder, Start menu and registry with what a setup of ``version`` should leave."""
        wanted, seen = files_below(frozen), files_below(self.folder)
        seen.pop("uninstall.exe", None)
        expect(bool(wanted) and seen == wanted, f"other files than shipped: {_difference(wanted, seen)}")
        expect((self.folder / "uninstall.exe").exists(), "no uninstaller")
        shortcut = (self.start_menu / "Qpost.lnk").read_bytes()
        expect(bool(shortcut), "nothing in the Start menu")
        if isinstance(self.computer, ThisWindows):  # Wine's shortcuts keep no properties
            expect(APP_ID.encode("utf-16-le") in shortcut, "the Start menu's entry has no AppUserModelID")
        entry = registry(self.computer, UNINSTALL_KEY)
        expect(entry.get("DisplayVersion") == version, f"the uninstall entry says {entry}")
        size_kb = int(entry.get("EstimatedSize", "0"), 16)
        real_kb = sum(wanted.values()) // 1024
        expect(abs(size_kb - real_kb) < real_kb * 0.02, f"{size_kb} KB told, {real_kb} KB there")
        for name in ("DisplayName", "Publisher", "DisplayIcon", "QuietUninstallString", "InstallLocation"):
            expect(bool(entry.get(name)), f"the uninstall entry has no {name}")
        opened_by = registry(self.computer, LINK_KEY)
        expect(any(self.program in command for command in opened_by.values()), f"qpost:// opens {opened_by}")
        started = registry(self.computer, RUN_KEY).get("Qpost", "")
        expect(starts == bool(started), f"the Run entry is {started!r}")
        expect(not starts or started == f'"{self.program}" --minimised', f"the Run entry is {started!r}")
        return f"{len(wanted)} files, {real_kb / 1000:.1f} MB"

    def version(self) -> str:
        """Return the version that Windows' list of programs names; empty when there is none."""
        return registry(self.computer, UNINSTALL_KEY).get("DisplayVersion", "")

    def remains(self) -> set[str]:
        """Return what of the user's folders and registry a later look is compared with."""
        profile = self.local.parents[1]
        files = {name for name in files_below(profile) if not _is_passing(name)}
        keys = whole_registry(self.computer, "Software")
        found = files | {line for line in keys if line not in _PARENTS and not _NOTED_BY_WINDOWS.search(line)}
        if isinstance(self.computer, ThisWindows):  # it never stands still; what is ours bears our name
            found = {each for each in found if "qpost" in each.lower()}
        return found

    def runs(self) -> bool:
        """Tell whether the program runs."""
        return self.computer.runs("Qpost.exe")

    def log(self) -> str:
        """Return what the program wrote to its log."""
        return "".join(file.read_text(encoding="utf-8") for file in sorted(self.data.glob("**/*.log")))

    def expect_nothing_but_data(self, before: set[str]) -> str:
        """Compare with ``before``: files of Qpost's data folder may have come, nothing else."""
        data = self.data.relative_to(self.local.parents[1]).as_posix()
        left = {name for name in self.remains() - before if not name.startswith(f"{data}/")}
        expect(not left, f"left behind: {sorted(left)[:10]}")
        return "nothing but data is left"


def older_copy(frozen: Path, target: Path) -> Path:
    """Make ``target`` what an older version could be: another program, and a file no longer shipped."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(frozen, target)
    with (target / "Qpost.exe").open("ab") as program:
        program.write(b"\0" * 16)  # what follows a program's own data is not read
    (target / NO_LONGER_SHIPPED).write_text("an older version had this\n", encoding="ascii")
    return target


def expect(is_so: bool, otherwise: str) -> None:
    """Raise ``TrialFailed`` unless it is so."""
    if not is_so:
        raise TrialFailed(otherwise)


def wait_until(is_so: Callable[[], bool], what: str, limit_s: float) -> None:
    """Wait for an effect; raise ``TrialFailed`` when it does not come."""
    deadline = time.monotonic() + limit_s
    while not is_so():
        if time.monotonic() > deadline:
            raise TrialFailed(f"waited {limit_s:g} s in vain until {what}")
        time.sleep(_LOOK_EVERY_S)


def _difference(wanted: dict[str, int], seen: dict[str, int]) -> str:
    missing = sorted(wanted.keys() - seen.keys())[:5]
    foreign = sorted(seen.keys() - wanted.keys())[:5]
    other = sorted(name for name in wanted.keys() & seen.keys() if wanted[name] != seen[name])[:5]
    return f"missing {missing}, foreign {foreign}, changed {other}"


def _is_passing(name: str) -> bool:
    """What Windows itself writes and rewrites is nobody's remains."""
    parts = name.lower().split("/")
    return "temp" in parts or "microsoft" in parts or name.lower().startswith("ntuser")
