"""Why: whether a file from the network may replace the program is decided by pure rules, in one place.

A release is announced by one small file, the envelope: the manifest's exact bytes in base64, and signatures
over :func:`signed_bytes` of them. Nothing of the manifest is read before a signature was found good.
"""

import re
from base64 import b64decode
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Self

import msgspec
from msgspec import Struct

from qpost.models.errors import UpdateFault

PRODUCT = "qpost"
ENVELOPE_NAME = "release.json"
ENVELOPE_LIMIT_BYTES = 256 * 1024
FILE_LIMIT_BYTES = 512 * 1024 * 1024
"""A larger file is not downloaded, whoever signed for it."""
NOTES_LIMIT = 8_000
"""Characters of the notes in one language; what is beyond is not shown."""
CLOCK_TOLERANCE = timedelta(days=1)

_SIGNED_PREFIX = b"qpost release 1\n"
_SIGNATURE_BYTES = 64
_MOST_SIGNATURES = 8
_MOST_FILES = 32
_VERSION = re.compile(
    r"(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})(?:(a|b|rc)([0-9]{1,5}))?"
)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_RELATIVE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]*(/[A-Za-z0-9][A-Za-z0-9._+-]*)*")
_PLATFORM = re.compile(r"[a-z0-9]+-[a-z0-9_]+")
_WINDOWS = re.compile(r"([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,6})")
_STAGES = {"a": 0, "b": 1, "rc": 2}
_FINAL_STAGE = 3
_INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


class Version(Struct, frozen=True, order=True):
    """``x.y.z``, or before it ``x.y.zaN``, ``x.y.zbN``, ``x.y.zrcN``; ordered as PEP 440 orders them."""

    major: int
    minor: int
    patch: int
    stage: int = _FINAL_STAGE
    serial: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a version; raises ``ValueError`` for any other text."""
        found = _VERSION.fullmatch(text)
        if found is None:
            raise ValueError("not a version")
        major, minor, patch, stage, serial = found.groups()
        if stage is None:
            return cls(int(major), int(minor), int(patch))
        return cls(int(major), int(minor), int(patch), _STAGES[stage], int(serial))

    @property
    def is_final(self) -> bool:
        """True for a release that is no trial."""
        return self.stage == _FINAL_STAGE


class ReleaseKey(Struct, frozen=True):
    """A public key: 32 bytes as hex digits. It is not accepted from ``expires`` on."""

    id: str
    public: str
    expires: datetime


class Signature(Struct, frozen=True):
    """64 bytes in base64, made with the private key of ``key``."""

    key: str
    signature: str


class Envelope(Struct, frozen=True, tag="qpost-release-1", tag_field="format"):
    """What is published: ``manifest`` is the signed bytes in base64."""

    manifest: str
    signatures: tuple[Signature, ...]


class ReleaseFile(Struct, frozen=True):
    """One file; ``url`` is a path below the address of the envelope, or a whole https address."""

    platform: str
    url: str
    size: int
    sha256: str


class Manifest(Struct, frozen=True, kw_only=True):
    """What is new and where it is. ``notes`` are plain text by language (ja, zh_CN, ko, en).

    ``minimum_windows`` is a version such as 10.0.17763, empty when any will do; ``page`` an https address for
    people.
    """

    product: str
    version: str
    published: datetime
    notes: dict[str, str]
    files: tuple[ReleaseFile, ...]
    minimum_windows: str = ""
    page: str = ""

    def notes_in(self, language: str) -> str:
        """Return the notes in ``language``, else in English, else in any, fit to be shown as plain text."""
        text = self.notes.get(language) or self.notes.get("en") or next(iter(self.notes.values()), "")
        shown = _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    "))
        return shown[:NOTES_LIMIT].strip()

    def file_for(self, platform: str) -> ReleaseFile:
        """Return the file for ``platform``; raises ``UpdateFault(NO_FILE)`` when there is none."""
        for file in self.files:
            if file.platform == platform:
                return file
        raise UpdateFault(UpdateFault.NO_FILE, platform)


def signed_bytes(manifest: bytes) -> bytes:
    """Return what is signed for ``manifest``: never a message that could mean anything else."""
    return _SIGNED_PREFIX + manifest


def open_envelope(content: bytes) -> tuple[bytes, tuple[tuple[str, bytes], ...]]:
    """Return the manifest's bytes and (key id, signature) of every signature.

    Raises ``UpdateFault(UNREADABLE)`` for what is no envelope.
    """
    try:
        envelope = msgspec.json.decode(content, type=Envelope)
        manifest = b64decode(envelope.manifest, validate=True)
        signatures = tuple(
            (each.key, b64decode(each.signature, validate=True)) for each in envelope.signatures
        )
    except (ValueError, RecursionError) as error:
        raise UpdateFault(UpdateFault.UNREADABLE, type(error).__name__) from None
    if not 1 <= len(signatures) <= _MOST_SIGNATURES or any(
        len(signature) != _SIGNATURE_BYTES for _, signature in signatures
    ):
        raise UpdateFault(UpdateFault.UNREADABLE, "signatures")
    return manifest, signatures


def read_manifest(content: bytes) -> Manifest:
    """Read a manifest whose signature is good; raises ``UpdateFault(UNREADABLE)`` for nonsense."""
    try:
        manifest = msgspec.json.decode(content, type=Manifest)
        check_manifest(manifest)
    except (ValueError, RecursionError) as error:
        raise UpdateFault(UpdateFault.UNREADABLE, str(error)[:200]) from None
    return manifest


def check_manifest(manifest: Manifest) -> None:
    """Raise ``ValueError`` unless every member is what it should be."""
    if manifest.product != PRODUCT:
        raise ValueError("another product")
    Version.parse(manifest.version)
    if manifest.published.tzinfo is None:
        raise ValueError("published without a time zone")
    if manifest.minimum_windows and not _WINDOWS.fullmatch(manifest.minimum_windows):
        raise ValueError("minimum_windows")
    if manifest.page and not manifest.page.startswith("https://"):
        raise ValueError("page")
    platforms = [file.platform for file in manifest.files]
    if not platforms or len(platforms) > _MOST_FILES or len(set(platforms)) != len(platforms):
        raise ValueError("files")
    for file in manifest.files:
        _check_file(file)


def check_key(key: ReleaseKey, *, manifest: Manifest, now: datetime) -> None:
    """Raise ``UpdateFault(KEY_EXPIRED)`` when ``key`` may no longer speak for a release."""
    if now >= key.expires or manifest.published >= key.expires:
        raise UpdateFault(UpdateFault.KEY_EXPIRED, key.id)


def check_date(manifest: Manifest, *, last_published: datetime | None, now: datetime) -> None:
    """Raise ``UpdateFault`` for a manifest older than one seen before (REPLAYED) or of the future (CLOCK)."""
    if manifest.published > now + CLOCK_TOLERANCE:
        raise UpdateFault(UpdateFault.CLOCK, manifest.published.isoformat())
    if last_published is not None and manifest.published < last_published:
        raise UpdateFault(UpdateFault.REPLAYED, manifest.published.isoformat())


def check_system(manifest: Manifest, *, windows: Sequence[int] | None) -> None:
    """Raise ``UpdateFault(SYSTEM_OLD)`` when ``windows`` (major, minor, build) is too old for the release."""
    needed = _WINDOWS.fullmatch(manifest.minimum_windows)
    if windows is not None and needed is not None and tuple(windows) < tuple(map(int, needed.groups())):
        raise UpdateFault(UpdateFault.SYSTEM_OLD, manifest.minimum_windows)


def is_newer(offered: str, current: str) -> bool:
    """Tell whether ``offered`` replaces ``current``: not the same, no older one, a trial only for a trial."""
    new, old = Version.parse(offered), Version.parse(current)
    return new > old and (new.is_final or not old.is_final)


def keys_by_id(keys: Sequence[ReleaseKey]) -> Mapping[str, ReleaseKey]:
    """Return ``keys`` under their names."""
    return {key.id: key for key in keys}


def _check_file(file: ReleaseFile) -> None:
    if not _PLATFORM.fullmatch(file.platform):
        raise ValueError("platform")
    if not (_RELATIVE.fullmatch(file.url) or file.url.startswith(("https://", "http://"))):
        raise ValueError("url")
    if file.size < 1 or not _SHA256.fullmatch(file.sha256):
        raise ValueError("size or sha256")
