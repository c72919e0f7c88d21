"""The setup speaks four languages, and what it touches is what the program itself uses."""

import re
from pathlib import Path

from qpost.services.autostart import RUN_KEY
from qpost.services.setup import MUTEX
from tools.checkout import ROOT

FOLDER = ROOT / "packaging" / "windows"
TEXT = re.compile(r"^\$\{TEXT\} (\w+)((?:\s*\\?\s*\"(?:[^\"])*\")+)", re.MULTILINE)
ALIKE = frozenset({"ProgramSection"})


def texts() -> dict[str, list[str]]:
    """Return every text by its name: English, Japanese, Chinese, Korean."""
    content = (FOLDER / "strings.nsh").read_text(encoding="utf-8")
    return {name: re.findall(r"\"([^\"]*)\"", rest) for name, rest in TEXT.findall(content)}


def test_every_text_is_there_in_four_languages() -> None:
    found = texts()
    assert len(found) > 8
    for name, words in found.items():
        assert len(words) == 4, name
        assert all(words), name
        assert name in ALIKE or len(set(words)) == 4, name
        assert {word.count("$\\r$\\n") for word in words} in ({0}, {2}), name


def test_every_text_that_is_shown_exists() -> None:
    shown = set[str]()
    for path in FOLDER.glob("*.ns*"):
        content = path.read_text(encoding="utf-8")
        shown |= set(re.findall(r"\"\$\((\w+)\)\"", content))
        shown |= set(re.findall(r"!insertmacro REFUSE (\w+)", content))
    assert shown - {"${TEXT}"} == texts().keys()


def test_setup_and_program_agree_on_places() -> None:
    script = (FOLDER / "qpost.nsi").read_text(encoding="utf-8")
    assert f'!define RUN_KEY "{RUN_KEY}"' in script
    assert '"$INSTDIR\\Qpost.exe" --minimised' in script
    assert 'PlatformDirs(appname="Qpost", appauthor=False)' in Path(ROOT / "qpost" / "paths.py").read_text(
        "utf-8"
    )
    assert '!define DATA "$LOCALAPPDATA\\Qpost"' in script
    closing = (FOLDER / "closing.nsh").read_text(encoding="utf-8")
    assert f'!define MUTEX "{MUTEX}"' in closing


def test_every_exit_code_is_documented() -> None:
    script = (FOLDER / "qpost.nsi").read_text(encoding="utf-8")
    table = (ROOT / "docs" / "windows-setup.md").read_text(encoding="utf-8")
    codes = re.findall(r"^!define EXIT_\w+ (\d+)$", script, re.MULTILINE)
    assert len(codes) == len(set(codes)) > 3
    for code in codes:
        assert f"\n| {code} | " in table, code
