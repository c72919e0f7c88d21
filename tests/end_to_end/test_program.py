"""The real program and a real service as processes of their own, on a screen, with a keyring."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.start import fill_account, times_of

_PATIENCE_S = 1_200
_PLATFORM = "windows" if os.name == "nt" else "xcb"


@pytest.mark.parametrize(("theme", "language"), [("light", "ja"), ("dark", "zh_CN")])
def test_the_tour_reaches_every_step(
    tmp_path: Path, surroundings: dict[str, str], theme: str, language: str
) -> None:
    pictures, data = tmp_path / "pictures", tmp_path / "data"
    words = ("--tour", str(pictures), "--data", str(data), "--theme", theme, "--language", language)
    ended = subprocess.run(
        [sys.executable, "-m", "qpost", *words],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
        check=False,
    )
    report = json.loads((pictures / "tour.json").read_bytes())
    failed = [(step["name"], step["checks"]) for step in report["steps"] if not step["ok"]]
    assert not failed
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert (report["theme"], report["language"], report["platform"]) == (theme, language, _PLATFORM)
    assert report["is_kept"], "the keyring was not used"
    assert len(report["steps"]) > 50
    for step in report["steps"]:
        assert (pictures / step["picture"]).stat().st_size > 5_000, step["name"]
    written = [path for path in data.rglob("*") if path.is_file()]
    assert any(path.suffix == ".db" for path in written)
    for path in written:
        content = path.read_bytes()
        assert b"akari-demo-2019" not in content, f"the password is in {path.name}"
        if path.suffix == ".db":
            assert not content.startswith(b"SQLite format 3"), "the store is not encrypted"
            assert "お問い合わせ".encode() not in content


def test_a_saved_sign_in_shows_its_list_while_the_service_is_away(
    tmp_path: Path, surroundings: dict[str, str]
) -> None:
    desk = tmp_path / "desk"
    fill_account(tmp_path / "service", desk, 200, surroundings)
    times = times_of(("qpost", str(desk)), surroundings)
    assert times["filled"] >= times["painted"] > 0
