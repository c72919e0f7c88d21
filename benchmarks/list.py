"""Why: a million rows must scroll, sort and filter like a hundred, and stay put while news comes in.

All cases are taken in turn in one window on one store; the floor of painting is a list of a hundred.
"""

import argparse
import random
import shutil
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec import structs

from benchmarks._account import SHOP
from benchmarks._filler import filled_store
from benchmarks._report import Measured, report
from benchmarks._window import Window, wait, window_on
from qpost.models.events import InquiriesChanged
from qpost.models.inquiry import Source, Status
from qpost.models.search import DateField, InquiryQuery, SortOrder

_SWITCHES = {
    "filter": (
        InquiryQuery(source=Source.CUSTOMER, statuses=frozenset({Status.UNANSWERED})),
        InquiryQuery(source=Source.CUSTOMER, statuses=frozenset({Status.ANSWERED})),
        InquiryQuery(source=Source.CUSTOMER, item_no="8"),
        InquiryQuery(
            source=Source.CUSTOMER, date_field=DateField.RECEIVED, date_from=datetime(2026, 8, 1).date()
        ),
    ),
    "sort": (
        InquiryQuery(source=Source.CUSTOMER, sort=SortOrder.LONGEST_WAITING),
        InquiryQuery(source=Source.CUSTOMER, sort=SortOrder.OLDEST),
    ),
    "source": (InquiryQuery(source=Source.QOO10), InquiryQuery(source=Source.CUSTOMER)),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Scroll, jump, switch and receive news in turn; print what each took."""
    parser = argparse.ArgumentParser(description="a list of a million inquiries")
    parser.add_argument("--inquiries", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--output", type=Path, default=Path("build/bench/list.json"))
    asked = parser.parse_args(arguments)
    made = filled_store(asked.inquiries)
    with tempfile.TemporaryDirectory(prefix="qpost-bench-", dir=made.parent) as place:
        path = Path(shutil.copy(made, place))
        with window_on(path) as window:
            times = _measure(window, asked.runs)
    cases = [Measured(name, "ms", values) for name, values in times.items()]
    report(
        f"a list of {asked.inquiries:,} inquiries",
        cases,
        packages=("PySide6-Essentials", "apsw-sqlite3mc", "msgspec"),
        output=asked.output,
    )
    return 0


def _measure(window: Window, runs: int) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {
        name: []
        for name in ("page-scroll frame", "random jump", *_SWITCHES, "counters", "one change arrives")
    }
    draw = random.Random(2)  # noqa: S311 - a benchmark, not a secret
    bar = window.pane.view.verticalScrollBar()
    for run in range(runs + 1):
        found: dict[str, list[float]] = {name: [] for name in times}
        bar.setValue(draw.randrange(bar.maximum() or 1))
        window.scroll_to(bar.value())
        for _ in range(10):
            found["page-scroll frame"].append(_page_down(window))
        found["random jump"].append(window.scroll_to(draw.randrange(bar.maximum() or 1)))
        for name, queries in _SWITCHES.items():
            for query in queries:
                found[name].append(window.ask(query))
                window.settle()
        found["counters"] += [_count(window) for _ in range(10)]
        found["one change arrives"].append(_receive(window, draw.choice(window.pane.model.ids)))
        if run:  # the first round fills the page caches
            for name, values in found.items():
                times[name] += values
    return times


def _page_down(window: Window) -> float:
    """Return how long the interface is busy with the next page; rows are read ahead meanwhile."""
    bar = window.pane.view.verticalScrollBar()
    start = time.perf_counter()
    bar.setValue(bar.value() + bar.pageStep())
    window.pane.view.viewport().repaint()
    took_ms = (time.perf_counter() - start) * 1000
    window.scroll_to(bar.value())
    return took_ms


def _count(window: Window) -> float:
    start = time.perf_counter()
    window.inbox.unanswered(SHOP)
    return (time.perf_counter() - start) * 1000


def _receive(window: Window, row_id: int) -> float:
    """Return how long it takes until a changed inquiry stands in its place, waiting for more included."""
    stored = next(window.store.inquiries.with_messages([row_id]))
    moved = structs.replace(stored, received_at=datetime.now(UTC), version=stored.version + 1)
    window.put(moved)
    start = time.perf_counter()
    window.publisher.publish(InquiriesChanged(shop_id=SHOP, ids=frozenset({moved.id})))
    wait(lambda: window.pane.model.ids[:1].tolist() == [row_id])
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    raise SystemExit(main())
