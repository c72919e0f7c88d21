"""Starting with the computer leaves exactly one entry, shows what the system does, and follows a move."""

import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from qpost.models.errors import StoreFault
from qpost.services.autostart import AUTOSTART_FAILED, Autostart
from qpost.services.start_command import start_command

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="XDG autostart is not Windows' way")

AWKWARD = ("/opt/my $apps/100%/py`thon", "-m", "qpost")


class _Exact(ConfigParser):
    """Keeps the case of keys, as desktop entries do."""

    def optionxform(self, optionstr: str) -> str:
        return optionstr


def _entry(folder: Path) -> ConfigParser:
    parser = _Exact(interpolation=None)
    parser.read(folder / "autostart" / "qpost.desktop", encoding="utf-8")
    return parser


def _program(path: Path) -> str:
    """Put a program at ``path``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_switching_on_and_off_is_read_back(tmp_path: Path) -> None:
    autostart = Autostart(config_home=tmp_path)
    assert not autostart.is_enabled()
    autostart.set_enabled(True)
    autostart.set_enabled(True)
    assert autostart.is_enabled()
    assert [path.name for path in (tmp_path / "autostart").iterdir()] == ["qpost.desktop"]
    autostart.set_enabled(False)
    autostart.set_enabled(False)
    assert not autostart.is_enabled()


def test_entry_starts_the_program_minimised(tmp_path: Path) -> None:
    Autostart(config_home=tmp_path).set_enabled(True)
    entry = _entry(tmp_path)["Desktop Entry"]
    assert entry["Type"] == "Application"
    assert entry["Exec"].endswith("--minimised")
    assert start_command("--minimised")[-1] == "--minimised"


def test_awkward_paths_are_quoted_as_the_specification_says(tmp_path: Path) -> None:
    Autostart(command=AWKWARD, config_home=tmp_path).set_enabled(True)
    assert _entry(tmp_path)["Desktop Entry"]["Exec"] == '"/opt/my \\\\$apps/100%%/py\\\\`thon" -m qpost'


@pytest.mark.parametrize("off", ["Hidden=true", "Hidden = true", "X-GNOME-Autostart-enabled=false"])
def test_an_entry_the_desktop_switched_off_counts_as_off_and_can_be_switched_on(
    tmp_path: Path, off: str
) -> None:
    autostart = Autostart(config_home=tmp_path)
    autostart.set_enabled(True)
    path = tmp_path / "autostart" / "qpost.desktop"
    path.write_text(path.read_text(encoding="utf-8") + off + "\n", encoding="utf-8")
    assert not autostart.is_enabled()
    autostart.set_enabled(True)
    assert autostart.is_enabled()


def test_what_stands_in_another_group_switches_nothing_off(tmp_path: Path) -> None:
    autostart = Autostart(config_home=tmp_path)
    autostart.set_enabled(True)
    path = tmp_path / "autostart" / "qpost.desktop"
    path.write_text(path.read_text(encoding="utf-8") + "[Desktop Action x]\nHidden=true\n", encoding="utf-8")
    assert autostart.is_enabled()


def test_a_folder_that_cannot_be_written_is_a_fault_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(StoreFault) as caught:
        Autostart(config_home=tmp_path).set_enabled(True)
    assert caught.value.code == AUTOSTART_FAILED


def test_a_moved_program_corrects_its_entry_and_nothing_else_in_it(tmp_path: Path) -> None:
    before = Autostart(
        command=(_program(tmp_path / "old $place" / "Qpost"), "--minimised"), config_home=tmp_path
    )
    before.set_enabled(True)
    path = tmp_path / "autostart" / "qpost.desktop"
    path.write_text(path.read_text(encoding="utf-8") + "Hidden=true\nX-Mine=1\n", encoding="utf-8")
    (tmp_path / "old $place" / "Qpost").rename(tmp_path / "Qpost")
    after = Autostart(command=(str(tmp_path / "Qpost"), "--minimised"), config_home=tmp_path)
    assert after.repair()
    entry = _entry(tmp_path)["Desktop Entry"]
    assert entry["Exec"] == f"{tmp_path / 'Qpost'} --minimised"
    assert (entry["Hidden"], entry["X-Mine"]) == ("true", "1")
    assert not after.is_enabled(), "what was switched off stays off"
    assert not after.repair()


def test_an_updated_program_corrects_how_it_is_started(tmp_path: Path) -> None:
    program = _program(tmp_path / "my 100% $apps" / "Qpost")
    Autostart(command=(program, "--icon"), config_home=tmp_path).set_enabled(True)
    updated = Autostart(command=(program, "--minimised"), config_home=tmp_path)
    assert updated.repair()
    assert _entry(tmp_path)["Desktop Entry"]["Exec"].endswith(" --minimised")
    assert not updated.repair()


def test_a_second_program_leaves_the_entry_of_the_first_alone(tmp_path: Path) -> None:
    Autostart(command=(_program(tmp_path / "first" / "Qpost"),), config_home=tmp_path).set_enabled(True)
    assert not Autostart(command=(_program(tmp_path / "second"),), config_home=tmp_path).repair()
    assert _entry(tmp_path)["Desktop Entry"]["Exec"] == str(tmp_path / "first" / "Qpost")


def test_where_no_entry_is_none_is_made(tmp_path: Path) -> None:
    assert not Autostart(config_home=tmp_path).repair()
    assert list(tmp_path.iterdir()) == []
