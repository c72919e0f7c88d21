"""The frozen program, as users get it: what was left out of it is missed here and not by them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from qpost import __version__
from tools import building
from tools.checkout import ROOT
from tools.trial.windows import Trial
from tools.verifying import setup_in_dist, wine_path_lacks
from tools.wine.prefix import Prefix

pytestmark = pytest.mark.frozen

SETUP = setup_in_dist()
WINE_PATH_LACKS = wine_path_lacks()
SHIPPED = building.DIST / "windows" / "Qpost"


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere dev.py verify tries what was built"
)
def test_a_frozen_program_tests_itself(tmp_path: Path, surroundings: dict[str, str]) -> None:
    words = ["--distpath", tmp_path, "--workpath", tmp_path / "work", "--log-level", "ERROR"]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", *map(str, words), "installer.spec"]
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    subprocess.run(command, cwd=ROOT, env=unmeasured, check=True, timeout=900)
    report = tmp_path / "report.json"
    program = tmp_path / "Qpost" / "Qpost"
    ended = subprocess.run(
        [program, "--selftest", report], env=surroundings, capture_output=True, timeout=120, check=False
    )
    found = json.loads(report.read_bytes())
    assert [check for check in found["checks"] if not check["ok"]] == []
    assert found["is_frozen"]
    assert ended.returncode == 0
    assert json.loads(ended.stdout) == found
    asked = subprocess.run([tmp_path / "Qpost" / "qpost-cli"], capture_output=True, timeout=60, check=False)
    assert asked.returncode == 2
    assert json.loads(asked.stderr)["error"] == "usage"


@pytest.mark.skipif(bool(WINE_PATH_LACKS), reason=f"the Wine path is left out: {WINE_PATH_LACKS}")
def test_the_setup_installs_and_removes_under_wine(tmp_path: Path) -> None:
    computer = Prefix(tmp_path / "prefix")
    computer.make()
    with computer.switched_on():
        trial = Trial(computer, SETUP, SHIPPED, place=tmp_path)
        before = trial.remains()
        trial.install(SETUP)
        trial.look_at_installation(__version__, SHIPPED, starts=True)
        trial.selftest()
        trial.uninstall()
        trial.expect_nothing_but_data(before)
