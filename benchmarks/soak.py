"""Why: a program that sits in the tray all day must weigh in the evening what it weighed in the morning.

A real window works on a real service whose customers write all the time: 36 000 changes, as many as
30 minutes at 20 a second bring. Reported are the slope of memory over the second half, and how many
threads and handles there were at the middle and at the end.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks._report import Measured, median, report
from benchmarks.start import surroundings


def main(arguments: Sequence[str] | None = None) -> int:
    """Let the desk and its customers work, then print what grew."""
    parser = argparse.ArgumentParser(description="memory, threads and handles of a desk at work")
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--rate", type=float, default=60.0, help="changes a second")
    parser.add_argument("--inquiries", type=int, default=4000)
    parser.add_argument("--output", type=Path, default=Path("build/bench/soak.json"))
    asked = parser.parse_args(arguments)
    if not sys.platform.startswith("linux"):
        parser.error("memory is read from /proc, which only Linux has")
    with surroundings() as environment, tempfile.TemporaryDirectory(prefix="qpost-soak-") as place:
        samples = soak(
            Path(place), environment, seconds=asked.seconds, rate=asked.rate, inquiries=asked.inquiries
        )
    late = samples[len(samples) // 2 :]
    changes = [sample["changes"] for sample in late]
    weights = [sample["pss_mb"] for sample in late]
    report(
        f"{samples[-1]['changes']:,.0f} changes and {samples[-1]['replies']:,.0f} replies "
        f"in {samples[-1]['s']:,.0f} s",
        [
            Measured("memory", "mb", weights, {"mb_per_1000_changes": 1000 * slope(changes, weights)}),
            Measured("threads", "count", [s["threads"] for s in late], _ends(late, "threads")),
            Measured("handles", "count", [s["handles"] for s in late], _ends(late, "handles")),
        ],
        packages=("PySide6-Essentials", "apsw-sqlite3mc", "httpx"),
        output=asked.output,
    )
    return 0


def soak(
    place: Path, environment: dict[str, str], *, seconds: float, rate: float, inquiries: int
) -> list[dict[str, float]]:
    """Run service and desk for ``seconds`` and return the desk's samples, one a second."""
    command = [sys.executable, "-m", "qpost.server", "--port", "0", "--data", str(place / "service")]
    command += ["--inquiries", str(inquiries), "--live", "--live-rate", str(rate), "--rate", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as service:
        access = service.stdout.readline() if service.stdout else ""
        try:
            desk = subprocess.run(
                [sys.executable, "-m", "benchmarks._soak_desk", access, str(place / "desk"), str(seconds)],
                env=environment,
                stdout=subprocess.PIPE,
                check=True,
                text=True,
            )
        finally:
            service.terminate()
    return [json.loads(line) for line in desk.stdout.splitlines()[1:]]


def slope(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Return how much ``ys`` grow for each step of ``xs``, by least squares; 0 when ``xs`` stand still."""
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - middle_x) ** 2 for x in xs)
    both = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
    return both / spread if spread else 0.0


def _ends(samples: Sequence[dict[str, float]], name: str) -> dict[str, float]:
    few = max(len(samples) // 10, 1)
    values = [sample[name] for sample in samples]
    return {"begin": median(values[:few]), "end": median(values[-few:])}


if __name__ == "__main__":
    raise SystemExit(main())
