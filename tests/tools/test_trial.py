"""The trial of a setup sees what is wrong: it would be worth nothing if it only ever said yes."""

import json
import os
import shutil
import urllib.error
import urllib.request
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from qpost import APP_ID, __version__
from qpost.models.errors import UpdateFault
from qpost.models.release_keys import RELEASE_KEYS
from qpost.services.release_signature import verified_manifest
from qpost.ui.tour.ground import ServiceElsewhere
from tools import building, verifying
from tools.checkout import ROOT
from tools.trial.computer import registry, whole_registry
from tools.trial.keeper import demo_service, keeper_of
from tools.trial.updating import Maker
from tools.trial.windows import (
    NO_LONGER_SHIPPED,
    OLDER_VERSION,
    UNINSTALL_KEY,
    Trial,
    TrialFailed,
    older_copy,
    wait_until,
)
from tools.wine.prefix import Ended, Prefix

VERSION = "1.2.3"
PROGRAM = r"C:\users\akari\AppData\Local\Programs\Qpost\Qpost.exe"


class PaperComputer(Prefix):
    """A prefix in which nothing runs: its registry is a table, its drive a folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.keys: dict[str, dict[str, tuple[str, str]]] = {}

    def run(
        self,
        *command: object,
        folder: Path | None = None,
        limit_s: float = 600.0,
        said: str = "",
        shown: bool = False,
    ) -> Ended:
        """Answer as cmd.exe and reg.exe do."""
        words = [str(part) for part in command]
        if words[0] == "cmd.exe":
            place = "Local" if "LOCALAPPDATA" in words[-1] else "Roaming"
            return Ended(0, f"C:\\users\\akari\\AppData\\{place}\n")
        key = words[2].removeprefix("HKCU\\")
        found = {name: values for name, values in self.keys.items() if name.startswith(key)}
        exact = found if "/s" in words else {name: values for name, values in found.items() if name == key}
        lines = [
            f"\nHKEY_CURRENT_USER\\{name}\n"
            + "\n".join(f"    {entry}    {kind}    {data}" for entry, (kind, data) in values.items())
            for name, values in exact.items()
        ]
        return Ended(0 if exact else 1, "\n".join(lines))


@pytest.fixture
def computer(tmp_path: Path) -> PaperComputer:
    """A computer on which the setup did all it should."""
    computer = PaperComputer(tmp_path / "prefix")
    local = computer.drive / "users/akari/AppData/Local"
    menu = computer.drive / "users/akari/AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
    frozen, installed = tmp_path / "frozen", local / "Programs" / "Qpost"
    for folder in (frozen, installed):
        (folder / "_internal").mkdir(parents=True)
        (folder / "Qpost.exe").write_bytes(b"p" * 200_000)
        (folder / "_internal" / "part.dll").write_bytes(b"d" * 300_000)
    (installed / "uninstall.exe").write_bytes(b"u")
    menu.mkdir(parents=True)
    (menu / "Qpost.lnk").write_bytes(APP_ID.encode("utf-16-le"))
    text = "REG_SZ"
    computer.keys = {
        UNINSTALL_KEY: {
            "DisplayName": (text, "Qpost"),
            "DisplayVersion": (text, VERSION),
            "DisplayIcon": (text, f"{PROGRAM},0"),
            "Publisher": (text, "The Qpost project"),
            "InstallLocation": (text, PROGRAM.removesuffix(r"\Qpost.exe")),
            "QuietUninstallString": (text, "x"),
            "EstimatedSize": ("REG_DWORD", hex(500_000 // 1024)),
        },
        r"Software\Classes\qpost\shell\open\command": {"(Default)": (text, f'"{PROGRAM}" "%1"')},
        r"Software\Microsoft\Windows\CurrentVersion\Run": {"Qpost": (text, f'"{PROGRAM}" --minimised')},
    }
    return computer


@pytest.fixture
def trial(computer: PaperComputer, tmp_path: Path) -> Trial:
    """A trial on that computer."""
    return Trial(computer, tmp_path / "setup.exe", tmp_path / "frozen", place=tmp_path)


def look(trial: Trial) -> str:
    return trial.look_at_installation(VERSION, trial.frozen, starts=True)


def test_a_good_installation_passes(trial: Trial) -> None:
    assert look(trial) == "2 files, 0.5 MB"


def test_an_old_program_left_in_place_is_seen(trial: Trial) -> None:
    (trial.folder / "Qpost.exe").write_bytes(b"p" * 199_999)
    with pytest.raises(TrialFailed, match=r"changed \['Qpost.exe'\]"):
        look(trial)


def test_a_file_no_longer_shipped_is_seen(trial: Trial) -> None:
    (trial.folder / NO_LONGER_SHIPPED).write_text("old")
    with pytest.raises(TrialFailed, match="no-longer-shipped"):
        look(trial)


@pytest.mark.parametrize("entry", ["DisplayVersion", "EstimatedSize", "Publisher", "QuietUninstallString"])
def test_a_missing_part_of_the_uninstall_entry_is_seen(
    trial: Trial, computer: PaperComputer, entry: str
) -> None:
    del computer.keys[UNINSTALL_KEY][entry]
    with pytest.raises(TrialFailed):
        look(trial)


def test_what_stays_behind_is_seen(trial: Trial, computer: PaperComputer) -> None:
    before = trial.remains()
    (trial.data / "data").mkdir(parents=True)
    (trial.data / "data" / "store.db").write_bytes(b"kept")
    assert trial.expect_nothing_but_data(before)
    computer.keys[r"Software\Classes\forgotten"] = {"x": ("REG_SZ", "y")}
    with pytest.raises(TrialFailed, match="forgotten"):
        trial.expect_nothing_but_data(before)


def test_a_failed_step_is_kept_for_the_report(trial: Trial) -> None:
    with pytest.raises(TrialFailed), trial.step("a step"):
        raise TrialFailed("because")
    assert not trial.is_ok
    assert (trial.steps[0]["name"], trial.steps[0]["detail"]) == ("a step", "because")


def test_waiting_ends() -> None:
    wait_until(lambda: True, "it is so", 0.0)
    with pytest.raises(TrialFailed, match="it never is"):
        wait_until(lambda: False, "it never is", 0.0)


def test_an_older_version_differs(trial: Trial, tmp_path: Path) -> None:
    older = older_copy(trial.frozen, tmp_path / "older")
    assert (older / "Qpost.exe").stat().st_size > (trial.frozen / "Qpost.exe").stat().st_size
    assert (older / NO_LONGER_SHIPPED).exists()


def test_an_older_program_believes_what_the_trial_announces(tmp_path: Path) -> None:
    maker, project, setup = Maker(tmp_path / "maker"), tmp_path / "project", tmp_path / "Qpost-setup.exe"
    for name in ("qpost/__init__.py", "qpost/models/release_keys.py"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, project / name)
    maker.make_older(project)
    spoken: dict[str, Any] = {}
    exec((project / "qpost/__init__.py").read_text(encoding="utf-8"), spoken)  # noqa: S102 - our own
    believed: dict[str, Any] = {}
    exec((project / "qpost/models/release_keys.py").read_text(encoding="utf-8"), believed)  # noqa: S102
    assert spoken["__version__"] == OLDER_VERSION
    setup.write_bytes(b"MZ")
    with maker.announced(setup) as address:
        with urllib.request.urlopen(f"{address}/release.json") as answer:  # noqa: S310 - our own
            envelope = answer.read()
        with urllib.request.urlopen(f"{address}/{setup.name}") as answer:  # noqa: S310 - our own
            assert answer.read() == b"MZ"
    release = verified_manifest(envelope, keys=believed["RELEASE_KEYS"], now=datetime.now(UTC))
    assert release.version == __version__
    assert release.file_for("windows-x86_64").size == 2
    with pytest.raises(UpdateFault):
        verified_manifest(envelope, keys=RELEASE_KEYS, now=datetime.now(UTC))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no Wine")
def test_a_setup_of_other_sources_is_not_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    setup = tmp_path / "setup.exe"
    monkeypatch.setattr(verifying, "setup_in_dist", lambda: setup)
    monkeypatch.setattr(verifying, "wine_program", lambda: "wine64")
    assert "no setup" in verifying.wine_path_lacks()
    setup.write_bytes(b"MZ")
    assert "other sources" in verifying.wine_path_lacks(), "of nobody knows which"
    building.stamp_of(setup).write_text("0" * 64 + "\n", encoding="ascii")
    assert "other sources" in verifying.wine_path_lacks()
    building.stamp_of(setup).write_text(building.sources() + "\n", encoding="ascii")
    assert verifying.wine_path_lacks() == ""


def test_every_source_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module, made = tmp_path / "qpost" / "ui" / "x.py", tmp_path / "qpost" / "x.qm"
    module.parent.mkdir(parents=True)
    monkeypatch.setattr(building, "ROOT", tmp_path)
    seen = [building.sources()]
    for path, content in ((module, b"1"), (module, b"2"), (tmp_path / "installer.spec", b"")):
        path.write_bytes(content)
        seen.append(building.sources())
    assert len(set(seen)) == len(seen)
    made.write_bytes(b"compiled")
    assert building.sources() == seen[-1]


def test_the_registry_is_read_as_reg_prints_it(computer: PaperComputer) -> None:
    assert registry(computer, UNINSTALL_KEY)["DisplayVersion"] == VERSION
    assert registry(computer, r"Software\Nothing") == {}
    assert any(
        "DisplayVersion" in line and UNINSTALL_KEY in line for line in whole_registry(computer, "Software")
    )


def test_paths_of_both_sides_lead_to_the_same_file(computer: PaperComputer, tmp_path: Path) -> None:
    inside = computer.drive / "users" / "x.txt"
    assert computer.windows_path(inside) == r"C:\users\x.txt"
    assert computer.local_path(r"C:\users\x.txt") == inside
    outside = tmp_path / "y.txt"
    assert computer.local_path(computer.windows_path(outside)) == outside


def test_a_tour_elsewhere_starts_and_stops_the_service() -> None:
    with demo_service(inquiries=5) as service, keeper_of(service) as address:
        elsewhere = ServiceElsewhere(address)
        first = elsewhere.start()
        with urllib.request.urlopen(f"{first.url}/v1/openapi.json") as answer:  # noqa: S310 - our own
            assert json.load(answer)["openapi"]
        elsewhere.stop()
        with pytest.raises(urllib.error.URLError):
            urllib.request.urlopen(f"{first.url}/v1/openapi.json")  # noqa: S310 - our own
        again = elsewhere.start()
        assert (again.url, again.password) == (first.url, first.password)
