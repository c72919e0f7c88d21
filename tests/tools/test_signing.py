"""A signature by a self-made certificate holds, and no longer once a byte was changed."""

import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pip
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID

from tools import building, signing
from tools.signing import Certificate, NotSigned

needs_tool = pytest.mark.skipif(
    shutil.which("osslsigncode") is None,
    reason="osslsigncode is not installed; dev.py build windows brings it",
)


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Certificate, Path]:
    """A certificate for signing code, made now, and the file that makes it trusted."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Qpost test")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]), critical=True)
        .sign(key, hashes.SHA256())
    )
    file, trusted = tmp_path / "made.p12", tmp_path / "made.pem"
    file.write_bytes(
        pkcs12.serialize_key_and_certificates(b"q", key, made, None, BestAvailableEncryption(b"word"))
    )
    trusted.write_bytes(made.public_bytes(Encoding.PEM))
    return Certificate(file, "word"), trusted


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A small program for Windows, which pip carries on every system."""
    found = Path(pip.__file__).parent / "_vendor" / "distlib" / "t64.exe"
    return shutil.copyfile(found, tmp_path / "program.exe")


@needs_tool
def test_what_was_signed_is_proved(certificate: tuple[Certificate, Path], program: Path) -> None:
    ours, trusted = certificate
    with pytest.raises(NotSigned):
        signing.verify(program, trusted=trusted)
    signing.sign(program, ours)
    signing.verify(program, trusted=trusted)


@needs_tool
@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_a_flipped_byte_is_found(certificate: tuple[Certificate, Path], program: Path, share: float) -> None:
    ours, trusted = certificate
    unsigned = program.stat().st_size
    signing.sign(program, ours)
    content = bytearray(program.read_bytes())
    content[int(unsigned * share)] ^= 1
    program.write_bytes(content)
    with pytest.raises(NotSigned):
        signing.verify(program, trusted=trusted)


@needs_tool
def test_a_wrong_password_signs_nothing(certificate: tuple[Certificate, Path], program: Path) -> None:
    before = program.read_bytes()
    with pytest.raises(NotSigned) as refused:
        signing.sign(program, certificate[0]._replace(password="wrong-word"))
    assert program.read_bytes() == before
    assert "wrong-word" not in str(refused.value)


@needs_tool
@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is not installed")
def test_a_setup_is_signed_while_it_is_made(
    certificate: tuple[Certificate, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "PYTHON", sys.executable)
    ours, trusted = certificate
    frozen = tmp_path / "Qpost"
    (frozen / "_internal").mkdir(parents=True)
    for name in ("Qpost.exe", "qpost-cli.exe", "_internal/base_library.zip"):
        (frozen / name).write_bytes(name.encode())
    plain = building.make_setup(frozen, tmp_path / "plain-setup.exe", is_quick=True)
    with pytest.raises(NotSigned):
        signing.verify(plain, trusted=trusted)
    setup = building.make_setup(frozen, tmp_path / "signed-setup.exe", certificate=ours, is_quick=True)
    signing.verify(setup, trusted=trusted)
    wrong = ours._replace(password="wrong-word")
    with pytest.raises(building.BuildFailed):
        building.make_setup(frozen, tmp_path / "refused-setup.exe", certificate=wrong, is_quick=True)


def test_the_checksum_is_one_that_sha256sum_reads(tmp_path: Path) -> None:
    (tmp_path / "setup.exe").write_bytes(b"abc")
    digest = building.checksum(tmp_path / "setup.exe")
    assert digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert (tmp_path / "setup.exe.sha256").read_text("ascii") == f"{digest}  setup.exe\n"


def test_the_environment_leads_to_the_certificate(tmp_path: Path) -> None:
    given = Certificate(tmp_path / "c.p12", "word", "http://stamp.example")
    assert signing.certificate_of(given.environment()) == given
    assert signing.certificate_of({}) is None
