"""Why: a frozen or installed program proves by itself that every part it needs came along and works here."""

from __future__ import annotations

import json
import platform
import secrets
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from qpost import __version__

NOT_ENDED = "did not come to its end"
"""What a report says of the check during which the program died."""

Checks = Sequence[tuple[str, Callable[[], str]]]


class CheckFailed(Exception):
    """Something the program needs is missing or wrong; the text says what."""


class Check(Struct, frozen=True):
    """One finding; ``detail`` is what was seen, or what went wrong, or why it was skipped."""

    name: str
    ok: bool
    ms: int
    detail: str


class Report(Struct, frozen=True):
    """All findings, and what they were found on."""

    ok: bool
    version: str
    system: str
    is_frozen: bool
    checks: tuple[Check, ...]


def run_selftest(file: str | None, *, url: str | None = None) -> int:
    """Run every check, print the report as JSON and write it to ``file``; return 0 when all is well.

    A windowed program on Windows has no standard output: ``file`` is the only way to read it there. It is
    written from the first check on: a program that dies leaves the name of the check it died in.
    """
    done: list[Check] = []
    for name, check in _all_checks(url):
        _write(file, _report([*done, Check(name, ok=False, ms=0, detail=NOT_ENDED)]))
        done.append(_outcome(name, check))
    report = _report(done)
    _write(file, report)
    if sys.stdout is not None:  # None in a windowed program on Windows
        print(_text(report), flush=True)
    return 0 if report.ok else 1


def _all_checks(url: str | None) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield the checks; those of Qt last, for without a screen Qt ends the whole program."""
    yield from (
        ("store", check_store),
        ("keyring", check_keyring),
        ("tls", check_tls),
        ("handshake", lambda: check_handshake(url)),
        ("service", check_service),
    )
    from qpost.ui.selftest import window_checks

    yield from window_checks()


def _outcome(name: str, check: Callable[[], str]) -> Check:
    begun = time.perf_counter()
    try:
        ok, detail = True, check()
    except Exception as error:  # whatever it is, it is the finding
        ok, detail = False, f"{type(error).__name__}: {getattr(error, 'code', '')} {error}"
    return Check(name, ok=ok, ms=round((time.perf_counter() - begun) * 1000), detail=detail)


def _report(checks: Sequence[Check]) -> Report:
    return Report(
        ok=all(check.ok for check in checks),
        version=__version__,
        system=platform.platform(),
        is_frozen=bool(getattr(sys, "frozen", False)),
        checks=tuple(checks),
    )


def _text(report: Report) -> str:
    return json.dumps(msgspec.to_builtins(report), indent=2)  # ASCII, which every console can show


def _write(file: str | None, report: Report) -> None:
    if file is not None:
        Path(file).write_text(_text(report) + "\n", encoding="utf-8")


def check_store() -> str:
    """Write a draft into an encrypted store, open it again, read it; nothing of it is plain on the disk."""
    from qpost.models.inquiry import InquiryId
    from qpost.models.outbox import Draft
    from qpost.store.account_store import AccountStore

    now, key, body = datetime.now(UTC), secrets.token_bytes(32), "自己診断 self-test 자가진단"
    draft = Draft(InquiryId("selftest"), "", body, "", (), now)
    with tempfile.TemporaryDirectory(prefix="qpost-selftest-", ignore_cleanup_errors=True) as place:
        path = Path(place) / "probe.db"
        store = AccountStore(path, key, now=now)
        try:
            store.drafts.save(draft)
        finally:
            store.close()
        store = AccountStore(path, key, now=now)
        try:
            kept = store.drafts.get(draft.inquiry_id)
            is_sound = store.check()
        finally:
            store.close()
        for written in Path(place).rglob("*"):
            if written.is_file() and body.encode() in written.read_bytes():
                raise CheckFailed(f"{written.name} holds plain text")
    if kept is None or kept.body != body or not is_sound:
        raise CheckFailed("what was written was not read back")
    return "encrypted, written, read and checked"


def check_keyring() -> str:
    """Keep, read and remove an entry in the system's keyring, each within the usual limit."""
    from qpost.store.credentials import Credentials

    credentials, name, secret = Credentials(), f"selftest-{secrets.token_hex(8)}", secrets.token_hex(16)
    credentials.save_password(name, "selftest", secret)
    kept = credentials.password(name, "selftest")
    credentials.forget_password(name, "selftest")
    if kept != secret:
        raise CheckFailed("the keyring gave back something else")
    if credentials.password(name, "selftest") is not None:
        raise CheckFailed("the keyring kept what was removed")
    return "kept, read and removed an entry"


def check_tls() -> str:
    """Open the system's own certificate store."""
    from qpost.api.transport import trusted_roots

    count = trusted_roots()
    if not count and sys.platform == "win32":
        raise CheckFailed("the system's certificate store is empty")
    return f"{count} root certificates shown by the system"


def check_handshake(url: str | None) -> str:
    """Reach ``url`` over TLS, verified; skipped without one, for it needs a network."""
    if url is None:
        return "skipped: no address was given (--selftest-url)"
    parts = urlsplit(url)
    if parts.scheme != "https":
        raise CheckFailed("the address must begin with https://")
    status = _status_of(f"{parts.scheme}://{parts.netloc}", parts.path or "/")
    return f"{parts.netloc} answered with status {status}"


def check_service() -> str:
    """Start the demo's service as the program does, ask it something, and end it."""
    from qpost.services.demo import DemoService, service_command

    with tempfile.TemporaryDirectory(prefix="qpost-selftest-", ignore_cleanup_errors=True) as place:
        service = DemoService(service_command(Path(place) / "service", inquiries=5))
        try:
            status = _status_of(service.start().url, "/v1/openapi.json")
        finally:
            service.close()
    if status != 200:
        raise CheckFailed(f"the demo's service answered with status {status}")
    return "the demo's service started, answered and ended"


def _status_of(address: str, path: str) -> int:
    from qpost.api.transport import Transport

    with Transport(address) as transport:
        return transport.send("GET", path).status
