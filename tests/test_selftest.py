"""The self-test finds what is missing, says so in words and by its exit code, and reports even in death."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from qpost import __version__, selftest
from qpost.selftest import CheckFailed

SCREEN = {"QT_QPA_PLATFORM": "windows" if sys.platform == "win32" else "offscreen"}
"""Windows always has one, and without it Qt finds no fonts there."""
NO_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}


def run(file: Path, environment: Mapping[str, str]) -> tuple[int, dict[str, Any]]:
    """Run the program's self-test; return its exit code and what it wrote."""
    command = [sys.executable, "-m", "qpost", "--selftest", str(file)]
    ended = subprocess.run(command, env=dict(environment), capture_output=True, timeout=120, check=False)
    return ended.returncode, json.loads(file.read_bytes())


def outcomes(report: Mapping[str, Any]) -> dict[str, bool]:
    """Return which check went well."""
    return {check["name"]: check["ok"] for check in report["checks"]}


def only(monkeypatch: pytest.MonkeyPatch, **checks: object) -> None:
    """Have the self-test run these checks only."""
    monkeypatch.setattr(selftest, "_all_checks", lambda url: iter(checks.items()))


def test_all_is_well_but_for_a_keyring_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (SCREEN | NO_KEYRING).items():
        monkeypatch.setenv(name, value)
    code, report = run(tmp_path / "report.json", os.environ)
    found = outcomes(report)
    assert [name for name, ok in found.items() if not ok] == ["keyring"]
    assert code == 1
    assert not report["ok"]
    assert report["version"] == __version__
    assert {"store", "tls", "service", "qt", "images", "translations"} <= found.keys()


def test_a_program_that_dies_leaves_the_name_of_the_check(tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    dying = (
        "import os; from qpost import selftest; "
        "selftest._all_checks = lambda url: iter({'store': str, 'qt': os.abort}.items()); "
        f"selftest.run_selftest({str(file)!r})"
    )
    ended = subprocess.run([sys.executable, "-c", dying], capture_output=True, timeout=120, check=False)
    assert ended.returncode != 0
    report = json.loads(file.read_bytes())
    assert report["checks"][-1] == {"name": "qt", "ok": False, "ms": 0, "detail": selftest.NOT_ENDED}


def test_good_checks_make_a_good_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    only(monkeypatch, first=lambda: "seen", second=lambda: "seen too")
    file = tmp_path / "r.json"
    assert selftest.run_selftest(str(file)) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(file.read_bytes())
    assert json.loads(file.read_bytes())["ok"] is True


def test_a_failed_check_does_not_keep_the_next_from_running(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> str:
        raise CheckFailed("broken")

    only(monkeypatch, first=fail, second=lambda: "seen")
    assert selftest.run_selftest(None) == 1
    report = json.loads(capsys.readouterr().out)
    assert [(check["ok"], check["detail"]) for check in report["checks"]] == [
        (False, "CheckFailed:  broken"),
        (True, "seen"),
    ]


def test_without_a_standard_output_the_file_is_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(monkeypatch, one=lambda: "seen")
    monkeypatch.setattr(sys, "stdout", None)
    assert selftest.run_selftest(str(tmp_path / "r.json")) == 0
    assert json.loads((tmp_path / "r.json").read_bytes())["ok"]


def test_a_handshake_wants_an_encrypted_address() -> None:
    assert selftest.check_handshake(None).startswith("skipped")
    with pytest.raises(CheckFailed, match="https"):
        selftest.check_handshake("http://127.0.0.1:1/")
