"""The list of parts follows CycloneDX' schema and names what is shipped, with versions and locked hashes."""

import json
import sys
from importlib import metadata, resources
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from tools import sbom


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The list, as it is written beside a build."""
    target = tmp_path_factory.mktemp("parts") / "qpost.cdx.json"
    count = sbom.write_parts_list(target)
    found: dict[str, Any] = json.loads(target.read_bytes())
    assert len(found["components"]) == count
    return found


def test_it_follows_the_schema(parts: dict[str, Any]) -> None:
    folder = resources.files("cyclonedx.schema") / "_res"
    schemas = {name: json.loads((folder / name).read_bytes()) for name in _SCHEMAS}
    registry = jsonschema_rs.Registry([(f"{_HOME}{name}", schema) for name, schema in schemas.items()])
    validator = jsonschema_rs.validator_for(schemas[_SCHEMAS[0]], registry=registry)
    assert [str(error) for error in validator.iter_errors(parts)] == []
    assert not validator.is_valid(parts | {"components": [{"name": "nameless kind"}]})


_HOME = "http://cyclonedx.org/schema/"
_SCHEMAS = ("bom-1.6.SNAPSHOT.schema.json", "spdx.SNAPSHOT.schema.json", "jsf-0.82.SNAPSHOT.schema.json")


def test_it_names_what_is_shipped_and_nothing_else(parts: dict[str, Any]) -> None:
    versions = {part["name"]: part["version"] for part in parts["components"]}
    assert versions["pyside6-essentials"] == metadata.version("pyside6-essentials")
    assert {"httpx", "msgspec", "litestar", "python", "qt"} <= versions.keys()
    assert not {"pytest", "mypy", "faker", "polyfactory", "rich", "qpost"} & versions.keys()


def test_every_package_has_the_hashes_of_the_lock(parts: dict[str, Any]) -> None:
    packages = [part for part in parts["components"] if part["purl"].startswith("pkg:pypi/")]
    assert len(packages) > 20
    assert [part["name"] for part in packages if not part.get("hashes")] == []


def test_a_package_of_another_system_is_left_out(tmp_path: Path) -> None:
    assert ("pywin32-ctypes" in sbom.shipped("keyring", ())) == (sys.platform == "win32")
