"""Starting with the computer leaves exactly one entry, and none when it is switched off."""

import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from qpost.models.errors import StoreFault
from qpost.services.autostart import AUTOSTART_FAILED, Autostart, program_command

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="XDG autostart is not Windows' way")


class _Exact(ConfigParser):
    """Keeps the case of keys, as desktop entries do."""

    def optionxform(self, optionstr: str) -> str:
        return optionstr


def _entry(folder: Path) -> ConfigParser:
    parser = _Exact(interpolation=None)
    parser.read(folder / "autostart" / "qpost.desktop", encoding="utf-8")
    return parser


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
    assert program_command()[-1] == "--minimised"


def test_awkward_paths_are_quoted_as_the_specification_says(tmp_path: Path) -> None:
    command = ("/opt/my $apps/100%/py`thon", "-m", "qpost")
    Autostart(command=command, config_home=tmp_path).set_enabled(True)
    assert _entry(tmp_path)["Desktop Entry"]["Exec"] == '"/opt/my \\\\$apps/100%%/py\\\\`thon" -m qpost'


def test_an_entry_the_desktop_hid_counts_as_off(tmp_path: Path) -> None:
    autostart = Autostart(config_home=tmp_path)
    autostart.set_enabled(True)
    path = tmp_path / "autostart" / "qpost.desktop"
    path.write_text(path.read_text(encoding="utf-8") + "Hidden=true\n", encoding="utf-8")
    assert not autostart.is_enabled()


def test_a_folder_that_cannot_be_written_is_a_fault_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(StoreFault) as caught:
        Autostart(config_home=tmp_path).set_enabled(True)
    assert caught.value.code == AUTOSTART_FAILED
