"""Why: the parts of a desktop under test that the system would provide."""

import ssl
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

from keyring.errors import KeyringLocked, NoKeyringError


class MemoryRing:
    """A keyring in memory; ``fault`` makes it missing, locked or silent (until ``over``)."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.fault = ""
        self.over = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self._suffer()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._suffer()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._suffer()
        del self.kept[service, username]

    def _suffer(self) -> None:
        if self.fault == "missing":
            raise NoKeyringError
        if self.fault == "locked":
            raise KeyringLocked
        if self.fault == "silent":
            self.over.wait(30)


def untrusted_context(folder: Path) -> ssl.SSLContext:
    """A server's side of TLS with a certificate nobody signed."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    today = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=2))
        .not_valid_after(today + timedelta(days=2))
        .sign(key, hashes.SHA256())
    )
    file, key_file = folder / "server.pem", folder / "server.key"
    file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    key_file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, key_file)
    return context
