"""Why: Windows tells who made a program only when it is signed; this signs files and checks signatures.

Stands alone, so that makensis can run it for the uninstaller and the setup: ``python tools/signing.py FILE``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

CERTIFICATE = "QPOST_CERTIFICATE"
PASSWORD = "QPOST_CERTIFICATE_PASSWORD"  # noqa: S105 - the name of a variable
TIMESTAMP = "QPOST_TIMESTAMP_URL"
_ABOUT = ("Qpost", "https://qpost.example/")


class NotSigned(Exception):
    """A file could not be signed, or its signature does not hold; the text says why."""


class Certificate(NamedTuple):
    """A PKCS #12 file and what opens it; ``timestamp`` is a server that notes when the file was signed."""

    file: Path
    password: str
    timestamp: str = ""

    def environment(self) -> dict[str, str]:
        """Return the variables by which a process further down finds the certificate again."""
        return {CERTIFICATE: str(self.file.resolve()), PASSWORD: self.password, TIMESTAMP: self.timestamp}


def certificate_of(environment: Mapping[str, str]) -> Certificate | None:
    """Return the certificate an environment names, None when it names none."""
    file = environment.get(CERTIFICATE, "")
    if not file:
        return None
    return Certificate(Path(file), environment.get(PASSWORD, ""), environment.get(TIMESTAMP, ""))


def sign(file: Path, certificate: Certificate) -> None:
    """Sign ``file`` in place; raises ``NotSigned``."""
    signtool = shutil.which("signtool") if os.name == "nt" else None
    if signtool is not None:
        _sign_by_signtool(signtool, file, certificate)
    else:
        _sign_by_osslsigncode(file, certificate)


def verify(file: Path, *, trusted: Path) -> None:
    """Raise ``NotSigned`` unless ``file`` is, byte for byte, what a key under ``trusted`` (PEM) signed."""
    _run(["osslsigncode", "verify", "-CAfile", trusted, "-in", file])


def _sign_by_signtool(signtool: str, file: Path, certificate: Certificate) -> None:
    stamp = ("/tr", certificate.timestamp, "/td", "sha256") if certificate.timestamp else ()
    words = ["/f", certificate.file, "/p", certificate.password, "/fd", "sha256", "/d", _ABOUT[0], *stamp]
    _run([signtool, "sign", "/q", *words, file])


def _sign_by_osslsigncode(file: Path, certificate: Certificate) -> None:
    stamp = ("-ts", certificate.timestamp) if certificate.timestamp else ()
    with tempfile.TemporaryDirectory(prefix="qpost-signing-") as place:
        password, signed = Path(place) / "password", Path(place) / file.name
        password.touch(mode=0o600)
        password.write_text(certificate.password, encoding="utf-8")  # not a word that everybody's ps shows
        words = ["-pkcs12", certificate.file, "-readpass", password, "-h", "sha256", "-n", _ABOUT[0], *stamp]
        _run(["osslsigncode", "sign", *words, "-in", file, "-out", signed])
        shutil.copyfile(signed, file)


def _run(command: Sequence[object]) -> None:
    words = [str(part) for part in command]
    try:
        ended = subprocess.run(words, capture_output=True, text=True, errors="replace", check=False)
    except OSError as error:
        raise NotSigned(f"{words[0]}: {error.strerror}") from error
    if ended.returncode:
        raise NotSigned(f"{words[0]} {words[1]}: {ended.stdout.strip()} {ended.stderr.strip()}")


def main() -> int:
    """Sign the files named on the command line by the certificate the environment names."""
    certificate = certificate_of(os.environ)
    if certificate is None:
        print(f"{CERTIFICATE} names no certificate", file=sys.stderr)
        return 2
    try:
        for name in sys.argv[1:]:
            sign(Path(name), certificate)
    except NotSigned as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
