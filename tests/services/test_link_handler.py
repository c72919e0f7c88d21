"""The system opens links of ours with this program, and what else it opens with which stays as it was."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from qpost.models.errors import StoreFault
from qpost.services.desktop_entry import read_group
from qpost.services.link_handler import LINK_HANDLER_FAILED, LinkHandler

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="desktop entries are not Windows' way")

MIME = "x-scheme-handler/qpost"


def _handler(folder: Path, *command: str) -> LinkHandler:
    return LinkHandler(command=command, data_home=folder / "data", config_home=folder / "config")


def _entry(folder: Path) -> dict[str, str]:
    path = folder / "data" / "applications" / "qpost-links.desktop"
    return read_group(path.read_text(encoding="utf-8"))


def test_links_are_registered_once(tmp_path: Path) -> None:
    handler = _handler(tmp_path, "/bin/sh", "--")
    assert handler.register()
    assert not handler.register()
    entry = _entry(tmp_path)
    assert entry["Exec"] == "/bin/sh -- %u"
    assert entry["MimeType"] == f"{MIME};"
    defaults = (tmp_path / "config" / "mimeapps.list").read_text(encoding="utf-8")
    assert defaults == f"[Default Applications]\n{MIME}=qpost-links.desktop\n"


def test_what_else_was_chosen_stays(tmp_path: Path) -> None:
    path = tmp_path / "config" / "mimeapps.list"
    path.parent.mkdir()
    kept = tmp_path / "dotfiles.list"
    text = "# mine\n[Added Associations]\na/b=c.desktop;\n\n[Default Applications]\ntext/html=f.desktop\n"
    kept.write_text(text, encoding="utf-8")
    path.symlink_to(kept)
    assert _handler(tmp_path, "/bin/sh", "--").register()
    assert path.is_symlink()
    found = kept.read_text(encoding="utf-8")
    assert found.replace(f"{MIME}=qpost-links.desktop\n", "") == text


def test_the_users_own_choice_for_links_is_respected(tmp_path: Path) -> None:
    path = tmp_path / "config" / "mimeapps.list"
    path.parent.mkdir()
    path.write_text(f"[Default Applications]\n{MIME}=mine.desktop\n", encoding="utf-8")
    _handler(tmp_path, "/bin/sh", "--").register()
    assert "qpost-links" not in path.read_text(encoding="utf-8")


def test_a_list_nobody_can_read_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "config" / "mimeapps.list"
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\x00")
    _handler(tmp_path, "/bin/sh", "--").register()
    assert path.read_bytes() == b"\xff\xfe\x00"


def test_links_follow_the_program_and_stay_with_one_that_works(tmp_path: Path) -> None:
    assert _handler(tmp_path, str(tmp_path / "gone"), "--").register()
    assert _handler(tmp_path, "/bin/sh", "--").register()
    assert not _handler(tmp_path, "/bin/ls", "--").register()
    assert _entry(tmp_path)["Exec"] == "/bin/sh -- %u"


def test_a_folder_that_cannot_be_written_is_a_fault_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(StoreFault) as caught:
        _handler(tmp_path, "/bin/sh", "--").register()
    assert caught.value.code == LINK_HANDLER_FAILED


@pytest.mark.skipif(shutil.which("gio") is None, reason="the desktop's own tool is not here")
def test_the_desktop_finds_the_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _handler(tmp_path, "/bin/sh", "--").register()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("LC_ALL", "C")
    told = subprocess.run(["gio", "mime", MIME], capture_output=True, text=True, check=True)
    assert "qpost-links.desktop" in told.stdout
