"""Whoever releases gets keys nobody else can read, and announcements every program takes, or a clear no."""

import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from qpost.models.errors import UpdateFault
from qpost.services.release_signature import verified_manifest
from tests.releases import NOW
from tools import release


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a setup and the notes of every language."""
    (tmp_path / "Qpost-9.0.0-setup.exe").write_bytes(b"MZ setup")
    (tmp_path / "notes").mkdir()
    for language in release.LANGUAGES:
        (tmp_path / "notes" / f"{language}.txt").write_text(f"New in {language}\n", encoding="utf-8")
    return tmp_path


def sign(place: Path, *more: str, key: str = "a.key") -> int:
    setup = f"windows-x86_64={place / 'Qpost-9.0.0-setup.exe'}"
    return release.main(
        [
            *("sign", "--key", str(place / key), "--notes", str(place / "notes"), "--file", setup),
            *("--version", "9.0.0", "--out", str(place / "release.json"), *more),
        ],
        now=NOW,
    )


def test_from_a_key_to_an_announcement(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert release.main(["key", "2026", "--out", str(place / "a.key")], now=NOW) == 0
    key = release.read_key(place / "a.key")
    told = capsys.readouterr().out
    assert key.known.public in told
    assert key.private not in told
    assert sign(place, "--minimum-windows", "10.0.17763", "--page", "https://example.com/") == 0
    assert "does not know the key 2026" in capsys.readouterr().out
    found = verified_manifest((place / "release.json").read_bytes(), keys=[key.known], now=NOW)
    file = found.file_for("windows-x86_64")
    assert (found.version, file.url, file.size) == ("9.0.0", "Qpost-9.0.0-setup.exe", 8)
    assert found.notes_in("ko") == "New in ko"


def test_two_keys_sign_side_by_side(place: Path) -> None:
    known = [release.make_key(name, place / f"{name}.key", now=NOW) for name in ("a", "b")]
    assert sign(place, "--key", str(place / "b.key")) == 0
    for key in known:
        found = verified_manifest((place / "release.json").read_bytes(), keys=[key], now=NOW)
        assert found.version == "9.0.0"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's files from others by their folder")
def test_a_private_key_is_its_owners_alone(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    release.make_key("2026", place / "a.key", now=NOW)
    assert stat.S_IMODE((place / "a.key").stat().st_mode) == 0o600
    (place / "a.key").chmod(0o644)
    assert sign(place) == 1
    assert "chmod 600" in capsys.readouterr().err
    assert not (place / "release.json").exists()


def test_a_private_key_is_neither_overwritten_nor_put_into_the_checkout(place: Path) -> None:
    release.make_key("2026", place / "a.key", now=NOW)
    before = (place / "a.key").read_bytes()
    with pytest.raises(release.Refused, match="never overwritten"):
        release.make_key("2027", place / "a.key", now=NOW)
    assert (place / "a.key").read_bytes() == before
    inside = release.ROOT / "dist" / "a.key"
    with pytest.raises(release.Refused, match="inside the checkout"):
        release.make_key("2026", inside, now=NOW)
    assert not inside.exists()


def test_a_key_shows_no_secret(place: Path) -> None:
    release.make_key("2026", place / "a.key", now=NOW)
    key = release.read_key(place / "a.key")
    assert key.private not in repr(key)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--version", "9.0"), "not a version"),
        (("--page", "http://example.com"), "page"),
        (("--minimum-windows", "11"), "minimum_windows"),
        (("--file", "linux-x86_64=nowhere"), "PLATFORM=PATH"),
        (("--file", "windows-x86_64"), "PLATFORM=PATH"),
        (("--notes", "nowhere"), "no notes in: ja"),
    ],
)
def test_nonsense_is_not_signed(
    place: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], words: str
) -> None:
    release.make_key("2026", place / "a.key", now=NOW)
    assert sign(place, *more) == 1
    assert words in capsys.readouterr().err
    assert not (place / "release.json").exists()


def test_a_key_that_ended_signs_nothing(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    release.make_key("2020", place / "a.key", now=NOW - timedelta(days=2000), years=1)
    assert sign(place) == 1
    assert UpdateFault.KEY_EXPIRED in capsys.readouterr().err


def test_what_is_no_key_is_refused(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "a.key").write_text("{}", encoding="utf-8")
    (place / "a.key").chmod(0o600)
    assert sign(place) == 1
    assert "no release key" in capsys.readouterr().err
