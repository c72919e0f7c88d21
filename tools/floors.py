"""Why: every part of the program keeps its own share of tested branches, so no part lives off another's."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def floors() -> dict[str, float]:
    """Return the least tested share in percent for each folder named in pyproject.toml."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {
        str(folder): float(least) for folder, least in settings["tool"]["qpost"]["coverage-floors"].items()
    }


def shares(report: Path) -> dict[str, float]:
    """Return the tested share of lines and branches in percent for each floor's folder or file."""
    files = json.loads(report.read_text(encoding="utf-8"))["files"]
    result = {}
    for folder in floors():
        summaries = [
            entry["summary"]
            for name, entry in files.items()
            if Path(name).as_posix() == folder or Path(name).as_posix().startswith(f"{folder}/")
        ]
        reached = sum(each["covered_lines"] + each.get("covered_branches", 0) for each in summaries)
        possible = sum(each["num_statements"] + each.get("num_branches", 0) for each in summaries)
        result[folder] = 100.0 * reached / possible if possible else 100.0
    return result


def below(report: Path) -> list[str]:
    """Return one sentence for each folder under its floor."""
    least = floors()
    return [
        f"{folder}: {share:.1f} % tested, the floor is {least[folder]:.0f} %"
        for folder, share in shares(report).items()
        if share < least[folder]
    ]
