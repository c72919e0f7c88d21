"""Why: a program open all day shares the machine: its list may cost little more than a bare window."""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks._filler import filled_store
from benchmarks._report import Measured, median, report


def main(arguments: Sequence[str] | None = None) -> int:
    """Weigh a bare window and the list at rest in turn; print the ratio."""
    parser = argparse.ArgumentParser(description="idle memory with a list of a million inquiries open")
    parser.add_argument("--inquiries", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--output", type=Path, default=Path("build/bench/memory.json"))
    asked = parser.parse_args(arguments)
    if not sys.platform.startswith("linux"):
        parser.error("memory is read from /proc, which only Linux has")
    made = filled_store(asked.inquiries)
    floor, ours = [], []
    with tempfile.TemporaryDirectory(prefix="qpost-bench-", dir=made.parent) as place:
        path = shutil.copy(made, place)
        for _ in range(asked.runs):
            floor.append(_weighed("floor"))
            ours.append(_weighed("list", path))
    report(
        f"idle memory, {asked.inquiries:,} inquiries",
        [
            Measured("bare window", "MiB", floor, {"x_floor": 1.0}),
            Measured("list open", "MiB", ours, {"x_floor": median(ours) / median(floor)}),
        ],
        packages=("PySide6-Essentials", "apsw-sqlite3mc", "msgspec"),
        output=asked.output,
    )
    return 0


def _weighed(*words: str) -> float:
    command = [sys.executable, "-m", "benchmarks._memory", *words]
    answer = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    return int(answer.stdout.split()[-1]) / 1024


if __name__ == "__main__":
    raise SystemExit(main())
