"""dev.py is honest: it sets up once, asks when it may not install, and keeps exit codes."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tools import checkout, floors, screen

ON_LINUX = sys.platform.startswith("linux")
linux_only = pytest.mark.skipif(not ON_LINUX, reason="system packages and Xvfb exist on Linux only")


def ordered(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run dev.py as a user does."""
    command = [sys.executable, str(checkout.ROOT / "dev.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_without_a_command_it_lists_them() -> None:
    result = ordered()
    assert result.returncode == 2
    assert all(f"  {name} " in result.stdout for name in dev.COMMANDS)


def test_an_older_python_can_read_far_enough_to_be_told() -> None:
    text = (checkout.ROOT / "dev.py").read_text(encoding="utf-8")
    ast.parse(text, feature_version=(3, 7))
    assert "__future__" not in text
    assert text.index("sys.exit(") < text.index("import argparse")


def test_an_unknown_benchmark_is_refused() -> None:
    assert dev.bench(["no-such-benchmark"]) == 2


def test_a_refused_set_up_prints_the_command_and_exits_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(**_: object) -> None:
        raise checkout.SetUpRefused("sudo apt-get install libgl1")

    monkeypatch.setattr(checkout, "set_up", refuse)
    assert dev.main(["check"]) == checkout.CANNOT_SET_UP
    assert "sudo apt-get install libgl1" in capsys.readouterr().err


@linux_only
def test_missing_packages_are_told_as_one_command_without_root(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(checkout.SetUpRefused, match=r"sudo apt-get install --yes .* libgl1 xvfb$"):
        checkout.install_system_packages(["libgl1", "xvfb"])


def test_nothing_missing_needs_nobody() -> None:
    checkout.install_system_packages([])


def dpkg_query(folder: Path, answer: str) -> None:
    """Put a dpkg-query into ``folder`` that knows the packages of ``answer`` only."""
    program = folder / "dpkg-query"
    program.write_text(f"#!/bin/sh\ncat <<'END'\n{answer}\nEND\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)


@linux_only
def test_packages_are_found_under_either_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    dpkg_query(tmp_path, "libglib2.0-0t64 installed\nlibgl1 installed\nxvfb config-files")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert checkout.missing_system_packages(["libglib2.0-0", "libgl1", "xvfb", "dbus"]) == ["xvfb", "dbus"]


def test_the_exit_code_and_the_last_line_are_those_of_the_program() -> None:
    program = "print('first'); print('== 1 failed =='); print(); raise SystemExit(7)"
    assert dev._run_and_keep_last_line([sys.executable, "-c", program], dict(os.environ)) == (
        7,
        "== 1 failed ==",
    )


def test_tests_see_neither_the_display_nor_the_session_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":77")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    with dev._quiet_environment() as environment:
        assert "DISPLAY" not in environment
        assert "DBUS_SESSION_BUS_ADDRESS" not in environment
        assert Path(environment["XDG_RUNTIME_DIR"]).is_dir()


@linux_only
def test_a_screen_in_memory_lives_as_long_as_its_block() -> None:
    with screen.screen_in_memory() as display:
        socket = Path(f"/tmp/.X11-unix/X{display.removeprefix(':')}")  # noqa: S108 - where X servers listen
        assert socket.exists()
    assert not socket.exists()


def test_the_floors_look_at_each_folder_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def summary(covered: int) -> dict[str, dict[str, int]]:
        return {
            "summary": {
                "covered_lines": covered,
                "num_statements": 10,
                "covered_branches": 0,
                "num_branches": 0,
            }
        }

    report = tmp_path / "coverage.json"
    files = {
        "qpost/models/a.py": summary(10),
        "qpost/store/b.py": summary(4),
        "qpost/storefront.py": summary(0),
    }
    report.write_text(json.dumps({"files": files}), encoding="utf-8")
    monkeypatch.setattr(floors, "floors", lambda: {"qpost/models": 90.0, "qpost/store": 50.0})
    assert floors.below(report) == ["qpost/store: 40.0 % tested, the floor is 50 %"]


def test_every_floor_names_a_part_of_the_program() -> None:
    assert [folder for folder in floors.floors() if not (checkout.ROOT / folder).exists()] == []


def test_the_lock_is_whole_and_names_no_registry() -> None:
    text = checkout.LOCK.read_text(encoding="utf-8")
    assert "://" not in text
    entries = [line for line in text.splitlines() if line[:1].isalnum()]
    assert len(entries) == text.count("    # via")
    assert all(line.endswith("\\") for line in entries)


def test_readme_and_continuous_integration_name_the_same_test_command() -> None:
    command = "python3 dev.py test"
    assert command in (checkout.ROOT / "README.md").read_text(encoding="utf-8")
    assert (checkout.ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1] == command
