"""Why: the pages of points and Qcash open at once and scroll, however much a shop has sold and moved.

Against a real service: a shop with 600 items, and one with 50 000 items and 100 000 entries in its ledger.
A page opens twice: with nothing kept yet, and with what was kept from before. The floor is the time a bare
window takes from being made to its first paint.
"""

import argparse
import contextlib
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QTableView, QWidget

from benchmarks._account import KEY
from benchmarks._floor import bare_window
from benchmarks._report import Measured, median, report
from benchmarks._window import some_kit, wait
from qpost.api.rest.client import RestBackend
from qpost.models.account import Account, Shop
from qpost.models.periods import Period
from qpost.services.link import Link
from qpost.services.publisher import Publisher
from qpost.services.workspace import Workspace
from qpost.store.account_store import AccountStore
from qpost.ui.kit import Kit
from qpost.ui.points.page import PointsPage
from qpost.ui.qcash.page import QcashPage
from qpost.ui.widgets.toast import Toast

_Page = TypeVar("_Page", PointsPage, QcashPage)
_SIZE_PX = (1296, 808)
_FRAMES = 30
_ALL_DAYS = Period(date(2019, 1, 1), date(2099, 12, 31))
_SHOPS = {"small": (600, 300), "large": (50_000, 100_000)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Open and scroll both pages of both shops, print the ratios."""
    parser = argparse.ArgumentParser(description="the pages of points and Qcash")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--output", type=Path, default=Path("build/bench/points.json"))
    asked = parser.parse_args(arguments)
    cases: list[Measured] = []
    with some_kit() as (kit, publisher):
        floor = [_floor() for _ in range(asked.runs + 1)][1:]
        base = median(floor)
        cases.append(Measured("bare window", "ms", floor, {"x_floor": 1.0}))
        for size, (items, entries) in _SHOPS.items():
            for name, values in _measured(kit, publisher, items, entries, asked.runs).items():
                label = f"{name}, {items:,} items, {entries:,} entries"
                extra = {} if "frame" in name else {"x_floor": median(values) / base}
                cases.append(Measured(label, "ms", values, extra))
            print(f"{size} shop measured", file=sys.stderr)
    report(
        "points and Qcash",
        cases,
        packages=("PySide6-Essentials", "apsw-sqlite3mc", "msgspec", "httpx"),
        output=asked.output,
    )
    return 0


def _floor() -> float:
    start = time.perf_counter()
    window = bare_window()
    window.repaint()
    took_ms = (time.perf_counter() - start) * 1000
    window.close()
    window.deleteLater()
    return took_ms


def _measured(kit: Kit, publisher: Publisher, items: int, entries: int, runs: int) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {}
    with (
        tempfile.TemporaryDirectory(prefix="qpost-bench-", ignore_cleanup_errors=True) as place,
        _service(Path(place), items, entries) as access,
    ):
        for run in range(runs):
            with _workspace(Path(place) / f"desk{run}", access, publisher) as (workspace, shop):
                for name, values in _one_run(kit, workspace, shop).items():
                    times.setdefault(name, []).extend(values)
    return times


def _one_run(kit: Kit, workspace: Workspace, shop: Shop) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for visit in ("nothing kept", "kept"):
        points = _opened(partial(PointsPage, workspace, kit), shop, found, f"points, {visit}", _has_figures)
        wait(partial(_has_rows, points.items.table))
        if visit == "kept":
            found["points, page-scroll frame"] = _scrolled(points.items.table)
        _close(kit, points)
        qcash = _opened(partial(_qcash_page, workspace, kit), shop, found, f"Qcash, {visit}", _has_balance)
        qcash.ledger.periods.choose(_ALL_DAYS)
        wait(partial(_has_rows, qcash.ledger.list.table))
        if visit == "kept":
            found["Qcash, page-scroll frame"] = _scrolled(qcash.ledger.list.table)
        _close(kit, qcash)
    return found


def _qcash_page(workspace: Workspace, kit: Kit) -> QcashPage:
    ground = QWidget()
    return QcashPage(workspace, kit, Toast(ground, ground=ground))


def _opened(
    make: Callable[[], _Page],
    shop: Shop,
    found: dict[str, list[float]],
    name: str,
    is_filled: Callable[[_Page], bool],
) -> _Page:
    start = time.perf_counter()
    page = make()
    page.resize(*_SIZE_PX)
    page.show_shop(shop)
    page.show()
    page.repaint()
    wait(lambda: is_filled(page))
    page.repaint()
    found.setdefault(name, []).append((time.perf_counter() - start) * 1000)
    return page


def _has_figures(page: PointsPage) -> bool:
    return page.reader.held.grade is not None


def _has_balance(page: QcashPage) -> bool:
    return page.reader.held.account is not None


def _has_rows(table: QTableView) -> bool:
    return table.model().rowCount() > 0


def _scrolled(table: QTableView) -> list[float]:
    """Return how long the interface is busy with each next page of rows, those being read included."""
    frames: list[float] = []
    bar = table.verticalScrollBar()
    for _ in range(_FRAMES):
        start = time.perf_counter()
        bar.setValue(bar.value() + bar.pageStep())
        table.viewport().repaint()
        frames.append((time.perf_counter() - start) * 1000)
        QApplication.processEvents()
    return frames


def _close(kit: Kit, page: QWidget) -> None:
    wait(lambda: kit.jobs.is_idle)
    page.close()
    page.deleteLater()
    QApplication.processEvents()


@contextlib.contextmanager
def _service(place: Path, items: int, entries: int) -> Iterator[dict[str, str]]:
    command = (
        *(sys.executable, "-m", "qpost.server", "--port", "0", "--data", str(place / "service")),
        *("--seed", "1", "--inquiries", "50", "--rate", "0"),
        *("--items", str(items), "--ledger", str(entries)),
    )
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as service:
        try:
            yield json.loads(service.stdout.readline() if service.stdout else "{}")
        finally:
            service.terminate()


@contextlib.contextmanager
def _workspace(
    folder: Path, access: dict[str, str], publisher: Publisher
) -> Iterator[tuple[Workspace, Shop]]:
    def now() -> datetime:
        return datetime.now(UTC)

    folder.mkdir(parents=True)
    backend = RestBackend(access["url"], now=now)
    account: Account = backend.sign_in(
        login=access["login"], password=access["password"], extension="", device="bench"
    )
    link = Link(
        open_backend=lambda: backend, sign_in=lambda _: None, publisher=publisher, now=now, backend=backend
    )
    workspace = Workspace(
        account=account,
        store=AccountStore(folder / "account.db", KEY, now=now()),
        link=link,
        publisher=publisher,
        cache=folder / "cache",
        now=now,
        extension="",
        chance=random.random,
    )
    workspace.sync.sync_once()
    try:
        yield workspace, workspace.shops()[0]
    finally:
        workspace.close()


if __name__ == "__main__":
    raise SystemExit(main())
