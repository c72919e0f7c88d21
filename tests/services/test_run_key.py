"""Starting with Windows is one value of the Run key; real registry, under a key of the test's own."""

import sys
from collections.abc import Iterator
from uuid import uuid4

import pytest

from qpost.services import autostart
from qpost.services.autostart import Autostart

if sys.platform == "win32":
    import winreg

    @pytest.fixture(autouse=True)
    def _own_key(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        key = rf"Software\Qpost tests\{uuid4()}"
        monkeypatch.setattr(autostart, "RUN_KEY", key)
        yield
        winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)

    def test_switching_on_and_off_is_read_back() -> None:
        entry = Autostart(command=(r"C:\Program Files\Qpost\Qpost.exe", "--minimised"))
        assert not entry.is_enabled()
        entry.set_enabled(True)
        entry.set_enabled(True)
        assert entry.is_enabled()
        assert autostart._registered() == r'"C:\Program Files\Qpost\Qpost.exe" --minimised'
        entry.set_enabled(False)
        entry.set_enabled(False)
        assert not entry.is_enabled()
else:
    pytest.skip("the registry is Windows' own", allow_module_level=True)
