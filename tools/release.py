"""Why: whoever releases makes keys and signs what is announced with one command, and cannot sign nonsense.

    python -m tools.release key 2026 --out ~/qpost-2026.key
    python -m tools.release sign --key ~/qpost-2026.key --notes notes --file windows-x86_64=dist/SETUP

docs/updates.md tells the whole way.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from base64 import b64encode
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from nacl.signing import SigningKey

from qpost import __version__
from qpost.models.errors import UpdateFault
from qpost.models.release import (
    ENVELOPE_LIMIT_BYTES,
    ENVELOPE_NAME,
    FILE_LIMIT_BYTES,
    PRODUCT,
    Envelope,
    Manifest,
    ReleaseFile,
    ReleaseKey,
    Signature,
    check_manifest,
    signed_bytes,
)
from qpost.models.release_keys import RELEASE_KEYS
from qpost.services.release_signature import verified_manifest

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("ja", "zh_CN", "ko", "en")
_KEY_YEARS = 2
_DAYS_A_YEAR = 365


class Refused(Exception):
    """What was asked for must not be done; the text says why."""


class PrivateKey(msgspec.Struct, frozen=True):
    """What a key file holds. ``private`` is the seed as hex digits."""

    id: str
    private: str
    expires: datetime

    @property
    def known(self) -> ReleaseKey:
        """The public half, as the program is built with it."""
        return ReleaseKey(id=self.id, public=bytes(self._key.verify_key).hex(), expires=self.expires)

    def sign(self, manifest: bytes) -> Signature:
        """Sign ``manifest``."""
        signature = self._key.sign(signed_bytes(manifest)).signature
        return Signature(key=self.id, signature=b64encode(signature).decode("ascii"))

    def __repr__(self) -> str:
        """Show no secret."""
        return f"PrivateKey({self.id!r})"

    @property
    def _key(self) -> SigningKey:
        return SigningKey(bytes.fromhex(self.private))


def make_key(name: str, path: Path, *, now: datetime, years: int = _KEY_YEARS) -> ReleaseKey:
    """Write a new private key to ``path``, which only this user may read; return what the program must know.

    Raises ``Refused`` for a place inside the checkout, or one that is taken.
    """
    place = path.expanduser().resolve()
    if place.is_relative_to(ROOT):
        raise Refused(f"{place} is inside the checkout; keep a private key where it cannot be committed.")
    expires = (now + timedelta(days=years * _DAYS_A_YEAR)).replace(microsecond=0)
    key = PrivateKey(id=name, private=bytes(SigningKey.generate()).hex(), expires=expires)
    try:
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Refused(f"{place} exists; a key is never overwritten.") from None
    with os.fdopen(handle, "wb") as stream:
        stream.write(msgspec.json.encode(key))
    return key.known


def read_key(path: Path) -> PrivateKey:
    """Read a private key; raises ``Refused`` when others may read it too, or it is none."""
    place = path.expanduser()
    if os.name != "nt" and place.stat().st_mode & 0o077:
        raise Refused(f"{place} can be read by others; allow it to its owner only (chmod 600).")
    try:
        return msgspec.json.decode(place.read_bytes(), type=PrivateKey)
    except msgspec.DecodeError as error:
        raise Refused(f"{place} is no release key: {error}") from None


def make_envelope(manifest: Manifest, keys: Sequence[PrivateKey], *, now: datetime) -> bytes:
    """Sign ``manifest`` with every key; raises ``Refused`` for what no program would take."""
    try:
        check_manifest(manifest)
    except ValueError as error:
        raise Refused(f"the manifest is wrong: {error}") from None
    content = msgspec.json.format(msgspec.json.encode(manifest), indent=2)
    signatures = tuple(key.sign(content) for key in keys)
    envelope = msgspec.json.encode(
        Envelope(manifest=b64encode(content).decode("ascii"), signatures=signatures)
    )
    if len(envelope) > ENVELOPE_LIMIT_BYTES:
        raise Refused("the notes are too long")
    for key in keys:
        try:
            verified_manifest(envelope, keys=[key.known], now=now)
        except UpdateFault as error:
            raise Refused(f"no program would take this: {error.code} {error.detail}") from None
    return envelope


def read_notes(folder: Path) -> dict[str, str]:
    """Return the notes of every language; raises ``Refused`` when one is missing."""
    files = {language: folder / f"{language}.txt" for language in LANGUAGES}
    missing = [language for language, path in files.items() if not path.is_file()]
    if missing:
        raise Refused(f"{folder} has no notes in: {', '.join(missing)} (one text file each, such as ja.txt)")
    return {language: path.read_text(encoding="utf-8").strip() for language, path in files.items()}


def describe_file(text: str) -> ReleaseFile:
    """Measure the file of ``PLATFORM=PATH``; its address is its name, beside the announcement."""
    platform, _, name = text.partition("=")
    path = Path(name)
    if not name or not path.is_file():
        raise Refused(f"{text}: write PLATFORM=PATH, such as windows-x86_64=dist/Qpost-1.0.0-setup.exe")
    if path.stat().st_size > FILE_LIMIT_BYTES:
        raise Refused(f"{path} is larger than any program would download")
    with path.open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    return ReleaseFile(platform=platform, url=path.name, size=path.stat().st_size, sha256=sha256)


def _key(options: argparse.Namespace, now: datetime) -> None:
    known = make_key(options.name, options.out, now=now, years=options.years)
    print(f"The private key is in {options.out}. Keep it, and a copy, away from this checkout.")
    print("Put this into RELEASE_KEYS in qpost/models/release_keys.py:")
    day = known.expires
    when = f"datetime({day.year}, {day.month}, {day.day}, tzinfo=UTC)"
    print(f"    ReleaseKey(id={json.dumps(known.id)}, public={json.dumps(known.public)}, expires={when}),")


def _sign(options: argparse.Namespace, now: datetime) -> None:
    keys = [read_key(path) for path in options.key]
    manifest = Manifest(
        product=PRODUCT,
        version=options.version,
        published=now.replace(microsecond=0),
        notes=read_notes(options.notes),
        files=tuple(describe_file(text) for text in options.file),
        minimum_windows=options.minimum_windows,
        page=options.page,
    )
    options.out.write_bytes(make_envelope(manifest, keys, now=now))
    print(f"{options.out}: version {manifest.version}, signed by {', '.join(key.id for key in keys)}")
    known = {key.public for key in RELEASE_KEYS}
    for key in keys:
        if key.known.public not in known:
            print(f"The program built from this checkout does not know the key {key.id}.")


def main(arguments: Sequence[str] | None = None, *, now: datetime | None = None) -> int:
    """Make a key, or sign an announcement; 1 when that must not be done."""
    parser = argparse.ArgumentParser(prog="python -m tools.release", description=main.__doc__)
    commands = parser.add_subparsers(required=True)
    key = commands.add_parser("key", help="make a release key")
    key.add_argument("name", help="its name, such as the year it begins")
    key.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to keep the private key")
    key.add_argument("--years", type=int, default=_KEY_YEARS, help="how long it is accepted (%(default)s)")
    key.set_defaults(work=_key)
    sign = commands.add_parser("sign", help="write and sign the announcement of a version")
    sign.add_argument("--key", type=Path, action="append", required=True, metavar="FILE")
    sign.add_argument("--file", action="append", required=True, metavar="PLATFORM=PATH")
    sign.add_argument(
        "--notes", type=Path, required=True, metavar="DIR", help="ja.txt zh_CN.txt ko.txt en.txt"
    )
    sign.add_argument("--version", default=__version__, help="(%(default)s)")
    sign.add_argument("--minimum-windows", default="", metavar="10.0.17763")
    sign.add_argument("--page", default="", metavar="URL", help="a page for people")
    sign.add_argument("--out", type=Path, default=ROOT / "dist" / ENVELOPE_NAME, metavar="FILE")
    sign.set_defaults(work=_sign)
    options = parser.parse_args(arguments)
    try:
        options.work(options, now or datetime.now(UTC))
    except (Refused, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
