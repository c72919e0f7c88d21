"""Why: whoever gets the program can see what is inside: a CycloneDX list of parts, with versions and hashes.

Run as ``python -m tools.sbom FILE`` by the Python that froze it, so that the list is that system's.
"""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.checkout import LOCK
from tools.freeze.parts import LEFT_OUT_MODULES

PROGRAM = "qpost"
EXTRAS = ("server",)
"""What is frozen beside the desktop: the demo's service."""

_licenses = LicenseFactory()


def write_parts_list(target: Path) -> int:
    """Write the list to ``target`` and return how many parts it names."""
    bom = Bom()
    bom.metadata.component = Component(
        name="Qpost",
        type=ComponentType.APPLICATION,
        version=metadata.version(PROGRAM),
        bom_ref="qpost",
        licenses=[_licenses.make_from_string("Apache-2.0")],
    )
    bom.metadata.properties.add(Property(name="qpost:system", value=sys.platform))
    parts = [*_interpreter_and_qt(), *(_component(name) for name in sorted(shipped(PROGRAM, EXTRAS)))]
    for part in parts:
        bom.components.add(part)
    bom.register_dependency(bom.metadata.component, parts)
    target.write_text(JsonV1Dot6(bom).output_as_string(indent=2) + "\n", encoding="utf-8")
    return len(parts)


def shipped(program: str, extras: tuple[str, ...]) -> set[str]:
    """Return the names of all distributions ``program`` needs on this system and that are not left out."""
    left_out = {canonicalize_name(name) for name in LEFT_OUT_MODULES}
    found: set[str] = set()
    waiting = [(program, extras)]
    while waiting:
        name, wanted = waiting.pop()
        for text in metadata.requires(name) or ():
            requirement = Requirement(text)
            needed = canonicalize_name(requirement.name)
            if needed in found | left_out or not _applies(requirement, wanted):
                continue
            found.add(needed)
            waiting.append((needed, tuple(requirement.extras)))
    return found


def _applies(requirement: Requirement, extras: tuple[str, ...]) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))


def _component(name: str) -> Component:
    about = metadata.metadata(name)
    version = metadata.version(name)
    licence = _first(about, "License-Expression") or _first(about, "License")
    return Component(
        name=name,
        version=version,
        purl=PackageURL("pypi", name=name, version=version),
        bom_ref=f"pkg:pypi/{name}@{version}",
        description=_first(about, "Summary"),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in _locked_hashes(name)],
        licenses=[_licenses.make_from_string(licence)] if licence and "\n" not in licence else None,
    )


def _first(about: metadata.PackageMetadata, name: str) -> str:
    return next(iter(about.get_all(name) or ()), "")


def _interpreter_and_qt() -> Iterator[Component]:
    """What lies in the folder and is no Python package."""
    qt = metadata.version("PySide6-Essentials")
    for name, version, licence in (
        ("python", platform.python_version(), "PSF-2.0"),
        ("qt", qt, "LGPL-3.0-only"),
        ("pyinstaller-bootloader", metadata.version("pyinstaller"), "Apache-2.0"),
    ):
        yield Component(
            name=name,
            version=version,
            type=ComponentType.FRAMEWORK,
            bom_ref=f"{name}@{version}",
            purl=PackageURL("generic", name=name, version=version),
            licenses=[_licenses.make_from_string(licence)],
        )


def _locked_hashes(name: str) -> list[str]:
    """Return the hashes the lock admits for a package: those of its files for all systems."""
    entry = re.search(
        rf"^{re.escape(name)}==[^\n]*\\\n((?:    --hash=[^\n]*\n)+)",
        LOCK.read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    return re.findall(r"sha256:([0-9a-f]{64})", entry[1]) if entry else []


if __name__ == "__main__":
    count = write_parts_list(Path(sys.argv[1]))
    print(f"{sys.argv[1]}: {count} parts")
