"""Start-up entry and links are values of the registry, which is real here, below keys of the test's own."""

import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from qpost.services import autostart, link_handler
from qpost.services.autostart import Autostart
from qpost.services.link_handler import LinkHandler

if sys.platform == "win32":
    import winreg

    from qpost.services import registry

    PROGRAM = (r"C:\Program Files\Qpost\Qpost.exe", "--minimised")

    def _forget(key: str) -> None:
        """Delete ``key`` with all below it."""
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                while True:
                    _forget(rf"{key}\{winreg.EnumKey(opened, 0)}")
        except OSError:
            pass  # no more, or never made
        try:
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
        except FileNotFoundError:
            return

    @pytest.fixture(autouse=True)
    def _own_keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        key = rf"Software\Qpost tests\{uuid4()}"
        monkeypatch.setattr(autostart, "RUN_KEY", rf"{key}\Run")
        monkeypatch.setattr(autostart, "APPROVED_KEY", rf"{key}\Approved")
        monkeypatch.setattr(link_handler, "CLASS_KEY", rf"{key}\Class")
        yield
        _forget(key)

    def _say(first_byte: int) -> None:
        """Write what Windows' own settings write."""
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, autostart.APPROVED_KEY) as key:
            value = bytes([first_byte]) + bytes(11)
            winreg.SetValueEx(key, "Qpost", 0, winreg.REG_BINARY, value)

    def _program(path: Path) -> str:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"MZ")
        return str(path)

    def test_switching_on_and_off_is_read_back() -> None:
        entry = Autostart(command=PROGRAM)
        assert not entry.is_enabled()
        entry.set_enabled(True)
        entry.set_enabled(True)
        assert entry.is_enabled()
        assert autostart._registered() == r'"C:\Program Files\Qpost\Qpost.exe" --minimised'
        entry.set_enabled(False)
        entry.set_enabled(False)
        assert not entry.is_enabled()

    @pytest.mark.parametrize(("first_byte", "is_on"), [(2, True), (6, True), (3, False), (7, False)])
    def test_what_windows_itself_switched_off_is_off_and_can_be_switched_on(
        first_byte: int, is_on: bool
    ) -> None:
        entry = Autostart(command=PROGRAM)
        entry.set_enabled(True)
        _say(first_byte)
        assert entry.is_enabled() is is_on
        entry.set_enabled(True)
        assert entry.is_enabled()

    def test_an_empty_word_of_windows_is_consent() -> None:
        entry = Autostart(command=PROGRAM)
        entry.set_enabled(True)
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, autostart.APPROVED_KEY) as key:
            winreg.SetValueEx(key, "Qpost", 0, winreg.REG_BINARY, b"")
        assert entry.is_enabled()

    def test_a_moved_program_corrects_its_entry_and_stays_off(tmp_path: Path) -> None:
        Autostart(command=(str(tmp_path / "gone" / "Qpost.exe"), "--minimised")).set_enabled(True)
        _say(3)
        moved = Autostart(command=(_program(tmp_path / "new place" / "Qpost.exe"), "--minimised"))
        assert moved.repair()
        assert autostart._registered() == f'"{tmp_path}\\new place\\Qpost.exe" --minimised'
        assert not moved.is_enabled()
        assert not moved.repair()

    def test_where_no_entry_is_none_is_made_and_a_second_program_touches_nothing(tmp_path: Path) -> None:
        second = Autostart(command=(_program(tmp_path / "second" / "Qpost.exe"), "--minimised"))
        assert not second.repair()
        first = Autostart(command=(_program(tmp_path / "first" / "Qpost.exe"), "--minimised"))
        first.set_enabled(True)
        assert not second.repair()

    def test_links_are_registered_as_windows_wants_them(tmp_path: Path) -> None:
        program = _program(tmp_path / "my programs" / "Qpost.exe")
        assert LinkHandler(command=(program, "--")).register()
        assert not LinkHandler(command=(program, "--")).register()
        assert registry.read(link_handler.CLASS_KEY, "URL Protocol") == ""
        assert registry.read(link_handler.CLASS_KEY, "") == "URL:Qpost"
        command = registry.read(rf"{link_handler.CLASS_KEY}\shell\open\command", "")
        assert command == f'"{program}" -- "%1"'

    def test_links_follow_the_program_and_stay_with_one_that_works(tmp_path: Path) -> None:
        assert LinkHandler(command=(str(tmp_path / "gone.exe"), "--")).register()
        assert LinkHandler(command=(_program(tmp_path / "here.exe"), "--")).register()
        assert not LinkHandler(command=(_program(tmp_path / "too.exe"), "--")).register()
else:
    pytest.skip("the registry is Windows' own", allow_module_level=True)
