"""Why: releases are signed by the tests' own key and served by a real server that misbehaves when told to."""

import hashlib
import json
import re
from base64 import b64encode
from datetime import UTC, datetime, timedelta

from nacl.signing import SigningKey

from qpost.models.release import ENVELOPE_NAME, ReleaseKey, signed_bytes
from tests.api.staging import Act, Received, Stage, answer

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
SETUP = b"MZ this is the setup " * 20_000
PLATFORM = "windows-x86_64"


class Signer:
    """A release key: ``known`` is what a program is built with."""

    def __init__(self, name: str = "2026", *, expires: datetime = NOW + timedelta(days=300)) -> None:
        self._key = SigningKey.generate()
        self.known = ReleaseKey(id=name, public=bytes(self._key.verify_key).hex(), expires=expires)

    def sign(self, manifest: bytes) -> dict[str, str]:
        signature = self._key.sign(signed_bytes(manifest)).signature
        return {"key": self.known.id, "signature": b64encode(signature).decode()}


def manifest(**changes: object) -> dict[str, object]:
    """The manifest of version 1.1.0; ``changes`` replace its members."""
    return {
        "product": "qpost",
        "version": "1.1.0",
        "published": (NOW - timedelta(days=1)).isoformat(),
        "notes": {"en": "Faster.\nCalmer.", "ja": "速くなりました。"},
        "files": [file_of()],
        **changes,
    }


def file_of(**changes: object) -> dict[str, object]:
    """The manifest's line about the setup."""
    return {
        "platform": PLATFORM,
        "url": "Qpost-1.1.0-setup.exe",
        "size": len(SETUP),
        "sha256": hashlib.sha256(SETUP).hexdigest(),
        **changes,
    }


def envelope(members: dict[str, object], *signers: Signer, tampered: bytes | None = None) -> bytes:
    """What is published; ``tampered`` takes the manifest's place after signing."""
    content = json.dumps(members, ensure_ascii=False).encode()
    return json.dumps(
        {
            "format": "qpost-release-1",
            "manifest": b64encode(tampered or content).decode(),
            "signatures": [signer.sign(content) for signer in signers],
        }
    ).encode()


class ReleaseHost:
    """Plays a web server with an envelope and a setup.

    ``cuts`` are the byte counts after which answers break off; ``instead`` answers requests for the path it
    names; ``etag`` names the file, empty for a server that has none.
    """

    def __init__(self, published: bytes, *, setup: bytes = SETUP) -> None:
        self.published = published
        self.setup = setup
        self.etag = '"one"'
        self.takes_ranges = True
        self.cuts: list[int] = []
        self.instead: dict[str, Act | bytes] = {}

    def __call__(self, request: Received) -> Act | bytes:
        if request.path in self.instead:
            return self.instead[request.path]
        if request.path.endswith(ENVELOPE_NAME):
            return answer(raw=self.published)
        return self._file(request)

    def _file(self, request: Received) -> Act | bytes:
        offset, status = self._offset(request), 200
        headers = {"ETag": self.etag} if self.etag else {}
        if offset >= len(self.setup):
            return answer(416)
        if offset:
            status = 206
            headers["Content-Range"] = f"bytes {offset}-{len(self.setup) - 1}/{len(self.setup)}"
        whole = answer(
            status, raw=self.setup[offset:], headers=headers, media_type="application/octet-stream"
        )
        if not self.cuts:
            return whole
        kept = len(whole) - len(self.setup) + offset + self.cuts.pop(0)

        def break_off(stage: Stage) -> None:
            stage.send(whole[:kept])
            stage.close()

        return break_off

    def _offset(self, request: Received) -> int:
        found = re.fullmatch(r"bytes=([0-9]+)-", request.headers.get("range", ""))
        if found is None or not self.takes_ranges or request.headers.get("if-range") != self.etag:
            return 0
        return int(found.group(1))
