"""Why: every benchmark prints the same kind of table and leaves the same kind of JSON behind."""

import json
import os
import platform
import sqlite3
import statistics
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import NamedTuple


class Measured(NamedTuple):
    """What one case gave: ``values`` in ``unit``, and further figures such as requests a second."""

    name: str
    unit: str
    values: Sequence[float]
    extra: Mapping[str, float] = {}


def median(values: Sequence[float]) -> float:
    """Return the median; 0 without values."""
    return statistics.median(values) if values else 0.0


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which ``share`` (0 to 1) of ``values`` lie; 0 without values."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def report(
    title: str, cases: Sequence[Measured], *, packages: Sequence[str] = (), output: Path | None = None
) -> None:
    """Print a table and, when ``output`` is given, write the figures there as JSON."""
    rows = [_row(case) for case in cases]
    columns = list(dict.fromkeys(key for row in rows for key in row))
    texts = [[_text(row.get(column, "")) for column in columns] for row in rows]
    widths = [max(map(len, cells)) for cells in zip(columns, *texts, strict=True)]
    print(title)
    for cells in (columns, ["-" * width for width in widths], *texts):
        print("  ".join(_aligned(cell, widths[place], place) for place, cell in enumerate(cells)).rstrip())
    if output is not None:
        facts = {"title": title, "at": datetime.now(UTC).isoformat(), "machine": machine()}
        document = {**facts, "versions": versions(packages), "results": rows}
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        print(f"figures: {output}")


def machine() -> dict[str, object]:
    """Return what the figures were taken on."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    system = f"{platform.system()} {platform.release()}"
    return {"system": system, "processor": platform.machine(), "cores": os.cpu_count(), "load_1min": load}


def versions(packages: Sequence[str]) -> dict[str, str]:
    """Return the versions of Python, SQLite and the named packages."""
    found = {"python": sys.version.split()[0], "sqlite": sqlite3.sqlite_version}
    return found | {package: metadata.version(package) for package in packages}


def _row(case: Measured) -> dict[str, str | float | int]:
    middle, high = median(case.values), percentile(case.values, 0.95)
    row: dict[str, str | float | int] = {"case": case.name, "n": len(case.values)}
    row |= {f"median_{case.unit}": round(middle, 2), f"p95_{case.unit}": round(high, 2)}
    return row | {name: round(value, 1) for name, value in case.extra.items()}


def _text(value: str | float) -> str:
    return f"{value:,}" if isinstance(value, int | float) else value


def _aligned(cell: str, width: int, place: int) -> str:
    return cell.ljust(width) if place == 0 else cell.rjust(width)
