"""Why: a search must answer between two keys, whatever the word, in a store with a million inquiries.

Each case types a text into the search field of the real window and waits until its first rows are
painted; the floor is the same window painting the same list again. Nothing is written to the store.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks._filler import filled_store
from benchmarks._report import Measured, median, report
from benchmarks._window import window_on
from qpost.models.search import InquiryQuery

CASES = {
    "1 character, everywhere": ("の", "い", "1", "す"),
    "1 character, rare": ("傘", "靴", "鞄", "龍"),
    "2 characters": ("配送", "返品", "さい", "色味"),
    "3 and more": ("サイズ", "キャンセル", "ありがとう", "しまじろう"),
    "several words": ("サイズ 返品", "配送 いつ", "色 在庫"),
    "operators": ("from:田中", "status:unprocessed サイズ", "after:2026-08 返品", "item:サンダル"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Type every text in turn, again and again, and print what it took."""
    parser = argparse.ArgumentParser(description="search as you type, from the key to the painted list")
    parser.add_argument("--inquiries", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--output", type=Path, default=Path("build/bench/search.json"))
    asked = parser.parse_args(arguments)
    store = filled_store(asked.inquiries)
    times: dict[str, list[float]] = {name: [] for name in ("floor", *CASES)}
    whole: dict[str, list[float]] = {name: [] for name in CASES}
    with window_on(store) as window:
        for run in range(asked.runs + 1):
            for name, texts in CASES.items():
                text = texts[run % len(texts)]
                took_ms = window.ask(InquiryQuery(text=text))
                floor_ms = window.repaint()
                window.settle()
                if run:  # the first round fills the page caches
                    times[name].append(took_ms)
                    times["floor"].append(floor_ms)
                    whole[name].append(window.whole_ms)
    base = median(times["floor"])
    cases = [
        Measured(name, "ms", values, {"x_floor": median(values) / base} | _whole(whole.get(name)))
        for name, values in times.items()
    ]
    report(
        f"search, key to paint, {asked.inquiries:,} inquiries",
        cases,
        packages=("PySide6-Essentials", "apsw-sqlite3mc", "msgspec"),
        output=asked.output,
    )
    return 0


def _whole(values: Sequence[float] | None) -> dict[str, float]:
    """Return how long it took until the last hit was counted; nobody waits for it."""
    return {} if not values else {"whole_list_ms": median(values)}


if __name__ == "__main__":
    raise SystemExit(main())
