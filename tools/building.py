"""Why: ``dev.py build`` freezes the program and makes Windows' setup, on Windows and Linux alike."""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from qpost import APP_ID, __version__
from tools import checkout, signing
from tools.checkout import PYTHON, ROOT, run
from tools.freeze.version_info import COMPANY, COPYRIGHT, four_numbers

DIST = ROOT / "dist"
SCRIPT = ROOT / "packaging" / "windows" / "qpost.nsi"
PROGRAMS = ("Qpost.exe", "qpost-cli.exe")
_SOURCES = (
    *("qpost", "resources", "translations", "packaging", "tools/freeze", "tools/wine"),
    *("tools/building.py", "installer.spec", "pyproject.toml", "requirements.lock", "LICENSE"),
)
_MADE = frozenset({".pyc", ".qm"})
"""What comes of others of them."""


class BuildFailed(Exception):
    """A step of the build went wrong; the text says which."""


def build(arguments: Sequence[str]) -> int:
    """Freeze into dist/Qpost; ``build windows`` makes the setup too. More arguments go to PyInstaller."""
    if arguments[:1] != ["windows"] and not {"-h", "--help"} & set(arguments):
        return freeze(arguments)
    options = argparse.ArgumentParser(prog="dev.py build windows", description=build.__doc__)
    options.add_argument("--certificate", type=Path, metavar="FILE.p12", help="sign programs and setup")
    options.add_argument("--password-env", metavar="NAME", help="the variable that opens the certificate")
    options.add_argument("--timestamp", metavar="URL", default="", help="a time-stamping server (RFC 3161)")
    options.add_argument("--verify", action="store_true", help="then install, try and remove it")
    chosen, passed_on = options.parse_known_args([word for word in arguments if word != "windows"])
    certificate = signing.certificate_of(os.environ)
    if chosen.certificate is not None:
        password = os.environ.get(chosen.password_env or signing.PASSWORD, "")
        certificate = signing.Certificate(chosen.certificate, password, chosen.timestamp)
    try:
        setup = build_for_windows(certificate, passed_on)
    except (BuildFailed, signing.NotSigned) as error:
        print(error, file=sys.stderr)
        return 1
    if chosen.verify:
        from tools.verifying import verify_windows  # only who asks for it needs it

        return verify_windows(setup)
    return 0


def freeze(more: Sequence[object] = (), *, dist: Path = DIST) -> int:
    """Freeze the program for this system into ``dist``/Qpost, with the list of its parts beside it."""
    checkout.set_up(packages=(*checkout.WINDOW_LIBRARIES, *checkout.FREEZING))
    work = ["--distpath", dist, "--workpath", ROOT / "build" / "pyinstaller", "--log-level", "WARN"]
    code = run(PYTHON, "-m", "PyInstaller", "--noconfirm", *work, *more, ROOT / "installer.spec")
    if code:
        return code
    print(f"{dist / 'Qpost'}: {size_of(dist / 'Qpost') / 1e6:.1f} MB", flush=True)
    return run(PYTHON, "-m", "tools.sbom", dist / f"{_name()}-{sys.platform}.cdx.json")


def build_for_windows(certificate: signing.Certificate | None, more: Sequence[object] = ()) -> Path:
    """Return the finished setup, with checksum and parts list beside it; raises ``BuildFailed``."""
    made_of = sources()  # as they are now: what is changed meanwhile may or may not come along
    if os.name == "nt":
        if freeze(more):
            raise BuildFailed("the program could not be frozen; the message above says why")
        folder = DIST / "Qpost"
    else:
        from tools.wine.building import freeze_under_wine

        folder = freeze_under_wine(DIST / "windows", more)
    if certificate is not None:
        for name in PROGRAMS:
            signing.sign(folder / name, certificate)
    setup = make_setup(folder, DIST / f"{_name()}-setup.exe", certificate=certificate)
    stamp_of(setup).write_text(f"{made_of}\n", encoding="ascii")
    print(f"{setup}: {setup.stat().st_size / 1e6:.1f} MB, {checksum(setup)}", flush=True)
    return setup


def make_setup(
    folder: Path,
    output: Path,
    *,
    certificate: signing.Certificate | None = None,
    version: str = __version__,
    is_quick: bool = False,
) -> Path:
    """Pack the frozen ``folder`` into the setup ``output``, loosely when quick; raises ``BuildFailed``."""
    makensis = _makensis()
    with tempfile.TemporaryDirectory(prefix="qpost-setup-") as place:
        icon = Path(place) / "qpost.ico"
        if run(PYTHON, "-m", "tools.freeze.icon", icon):
            raise BuildFailed("the icon could not be drawn")
        facts = {
            "VERSION": version,
            "VERSION_4": ".".join(map(str, four_numbers(version))),
            "SOURCE": folder,
            "OUTPUT": output,
            "ICON": icon,
            "SIZE_KB": size_of(folder) // 1024,
            "EXE_BYTES": (folder / "Qpost.exe").stat().st_size,
            "APP_ID": APP_ID,
            "PUBLISHER": COMPANY,
            "COPYRIGHT": COPYRIGHT,
        }
        if _knows_64_bit(makensis):
            facts["TARGET"] = "amd64-unicode"
        if is_quick:
            facts["QUICK"] = "yes"
        environment = dict(os.environ)
        if certificate is not None:
            facts["SIGN"] = f'"{sys.executable}" "{ROOT / "tools" / "signing.py"}"'
            environment |= certificate.environment()
        output.parent.mkdir(parents=True, exist_ok=True)
        output.unlink(missing_ok=True)
        words = [f"-D{name}={value}" for name, value in facts.items()]
        command = [makensis, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, str(SCRIPT)]
        code = subprocess.run(command, env=environment, check=False).returncode
    if code or not output.exists():
        raise BuildFailed(f"makensis ended with exit code {code}; the message above says why")
    return output


def sources() -> str:
    """Return a fingerprint of everything in this checkout that decides what the setup holds."""
    digest = hashlib.sha256()
    for place in _SOURCES:
        found = (ROOT / place,) if (ROOT / place).is_file() else sorted((ROOT / place).rglob("*"))
        for path in found:
            if path.is_file() and path.suffix not in _MADE:
                digest.update(f"{path.relative_to(ROOT).as_posix()}\0{path.stat().st_size}\0".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def stamp_of(setup: Path) -> Path:
    """Return the file beside ``setup`` that names the sources it was made of."""
    return setup.with_name(f"{setup.name}.sources")


def checksum(file: Path) -> str:
    """Write ``file``'s SHA-256 beside it, as sha256sum reads it, and return it."""
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    file.with_name(f"{file.name}.sha256").write_text(f"{digest}  {file.name}\n", encoding="ascii")
    return digest


def size_of(folder: Path) -> int:
    """Return the bytes of all files below ``folder``."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _name() -> str:
    return f"Qpost-{__version__}"


def _makensis() -> str:
    found = shutil.which("makensis")
    if found is None and os.name == "nt":
        usual = Path(os.environ.get("PROGRAMFILES(X86)", r"C:\Program Files (x86)")) / "NSIS" / "makensis.exe"
        found = str(usual) if usual.exists() else None
    if found is None:
        raise BuildFailed("NSIS is missing: https://nsis.sourceforge.io (Debian: apt-get install nsis)")
    return found


def _knows_64_bit(makensis: str) -> bool:
    """Debian's NSIS makes 64-bit setups; its own site's makes 32-bit ones, which Windows runs as well."""
    places = (Path("/usr/share/nsis"), Path(makensis).resolve().parent)
    return any((place / "Stubs" / "lzma_solid-amd64-unicode").exists() for place in places)
