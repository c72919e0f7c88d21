"""What is frozen is decided by name, on every system; a list that no longer fits is seen here."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_selftest import SCREEN
from tools.checkout import ROOT
from tools.freeze import parts
from tools.freeze.version_info import four_numbers, version_info


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/lib/libQt6Gui.so.6",
        "PySide6/Qt6Svg.dll",
        "PySide6/translations/qtbase_zh_CN.qm",
        "qpost/ui/translations/qpost_ko.qm",
        "python311.dll",
        "libssl-3.dll",
        "libxcb-xkb.so.1",
        "libX11.so.6",
        "_cffi_backend.cp311-win_amd64.pyd",
        "keyring-25.7.0.dist-info/entry_points.txt",
    ],
)
def test_what_is_used_stays(name: str) -> None:
    assert parts.is_wanted((name, "", "BINARY"))


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/plugins/platforms/qdirect2d.dll",
        "PySide6/plugins/imageformats/qtiff.dll",
        "PySide6/plugins/tls/qopensslbackend.dll",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6\\opengl32sw.dll",
        "PySide6/Qt6QmlModels.dll",
        "PySide6/Qt/lib/libQt6VirtualKeyboard.so.6",
        "PySide6/translations/qtbase_de.qm",
        "PySide6/translations/assistant_ja.qm",
        "libpangocairo-1.0.so.0",
        "certifi/cacert.pem",
        "litestar-2.25.0.dist-info\\RECORD",
        "libXi.so.6",
    ],
)
def test_what_is_idle_goes(name: str) -> None:
    assert not parts.is_wanted((name, "", "BINARY"))


def test_every_part_has_a_reason() -> None:
    for listed in (
        parts.KEPT_PLUGINS,
        parts.LEFT_OUT_LIBRARIES,
        parts.LEFT_OUT_MODULES,
        parts.LEFT_OUT_FILES,
    ):
        assert all(listed.values())


def test_no_keyring_back_end_is_forgotten() -> None:
    found = importlib.util.find_spec("keyring.backends")
    assert found is not None
    for name in parts.KEYRING_BACK_ENDS:
        assert importlib.util.find_spec(name) is not None, name


def test_the_command_line_has_no_windows() -> None:
    assert not parts.is_of_command_line(("qpost.ui.shell", "", "PYMODULE"))
    assert not parts.is_of_command_line(("PySide6", "", "PYMODULE"))
    assert parts.is_of_command_line(("qpost.cli.program", "", "PYMODULE"))
    assert parts.is_of_command_line(("qpost.uiless", "", "PYMODULE"))


@pytest.mark.parametrize(
    ("version", "numbers"),
    [
        ("1.2.3", (1, 2, 3, 0)),
        ("0.10", (0, 10, 0, 0)),
        ("1.2.3rc1", (1, 2, 3, 0)),
        ("2.0.dev4", (2, 0, 0, 0)),
        ("1.2.3.4.5", (1, 2, 3, 0)),
    ],
)
def test_windows_counts_in_four_numbers(version: str, numbers: tuple[int, int, int, int]) -> None:
    assert four_numbers(version) == numbers


def test_a_release_is_told_from_what_comes_before() -> None:
    assert "flags=0x0" in version_info("1.2.3", name="Qpost", description="Qpost")
    assert "flags=0x2" in version_info("1.2.3rc1", name="Qpost", description="Qpost")
    assert "'ProductVersion', '1.2.3rc1'" in version_info("1.2.3rc1", name="Qpost", description="Qpost")


def test_the_service_runs_without_what_is_left_out(tmp_path: Path) -> None:
    """Only a frozen program shows that a module is missing; this is the same, sooner."""
    command = [
        sys.executable,
        "-c",
        _WITHOUT,
        "qpost.server",
        "--port",
        "0",
        "--data",
        str(tmp_path),
        "--inquiries",
        "5",
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as service:
        try:
            line = service.stdout.readline() if service.stdout else b""
        finally:
            service.terminate()
        assert line, service.stderr.read().decode() if service.stderr else ""
    address = json.loads(line)
    assert address["url"]


_WITHOUT = """
import runpy, sys
from tools.freeze.parts import LEFT_OUT_MODULES
class Missing:
    def find_spec(self, name, path=None, target=None):
        if any(name == left_out or name.startswith(left_out + ".") for left_out in LEFT_OUT_MODULES):
            raise ModuleNotFoundError(name, name=name)
sys.meta_path.insert(0, Missing())
runpy.run_module(sys.argv.pop(1), run_name="__main__")
"""


def test_the_desktop_runs_without_what_is_left_out(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    command = [sys.executable, "-c", _WITHOUT, "qpost", "--selftest", str(report)]
    environment = os.environ | SCREEN
    subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=120, check=False)
    found = json.loads(report.read_bytes())
    assert [check for check in found["checks"] if not check["ok"] and check["name"] != "keyring"] == []


def test_every_module_of_the_program_is_found_as_a_file() -> None:
    found = set(parts.own_modules(ROOT / "qpost"))
    assert {"qpost", "qpost.app", "qpost.ui.tour.walk", "qpost.server.__main__"} <= found
    assert not [name for name in found if name.endswith("__init__") or "/" in name]
