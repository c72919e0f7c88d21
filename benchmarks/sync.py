"""Why: the first synchronisation decides whether a seller gives the program a second day.

The same inquiries are read three ways in turn: by ``sqlite3 .import`` into one table without indexes
(the floor), by the desktop's own path into the encrypted, indexed, searchable store, pages at hand,
and by that path from a service process. While the second runs, a 10 ms timer on the interface thread
tells how late it is.
"""

import argparse
import csv
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks._account import KEY
from benchmarks._report import Measured, median, percentile, report
from qpost.api.rest.client import RestBackend
from qpost.models.account import Shop, ShopId
from qpost.models.inquiry import ChangesPage, RecentPage
from qpost.services.feed import PAGE_SIZE, FeedReader
from qpost.services.link import Link
from qpost.services.publisher import Publisher
from qpost.store.account_store import AccountStore

_TICK_MS = 10


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the same inquiries each way ``--runs`` times and print the ratios."""
    parser = argparse.ArgumentParser(description="first synchronisation against a bare import")
    parser.add_argument("--inquiries", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--output", type=Path, default=Path("build/bench/sync.json"))
    asked = parser.parse_args(arguments)
    if shutil.which("sqlite3") is None:
        parser.error("the floor needs the sqlite3 program: install it, then start again")
    sys.setswitchinterval(0.001)
    qt = QApplication(["bench", "-platform", "offscreen"])
    floor, local, whole = list[float](), list[float](), list[float]()
    idle, busy = _lateness(partial(time.sleep, 2)), list[float]()
    with tempfile.TemporaryDirectory(prefix="qpost-sync-") as place:
        folder = Path(place)
        command = [sys.executable, "-m", "qpost.server", "--port", "0", "--data", str(folder / "service")]
        command += ["--inquiries", str(asked.inquiries), "--rate", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as service:
            access = json.loads(service.stdout.readline() if service.stdout else "{}")
            try:
                replay = _Replay(_signed_in(access))
                table = _as_csv(folder, replay.pages)
                for number in range(asked.runs):
                    floor.append(_import(folder / f"floor{number}.db", table))
                    path = folder / f"local{number}.db"
                    busy += _lateness(partial(_timed, local, path, replay))
                    whole.append(_first_sync(folder / f"whole{number}.db", _signed_in(access)))
            finally:
                service.terminate()
    base = median(floor)
    report(
        f"first synchronisation of {sum(len(page.items) for page in replay.pages.values()):,} inquiries",
        [
            Measured("sqlite3 .import", "s", floor, {"x_floor": 1.0}),
            Measured("into the store, pages at hand", "s", local, {"x_floor": median(local) / base}),
            Measured("from the service", "s", whole, {"x_floor": median(whole) / base}),
            Measured("10 ms timer late, idle", "ms", idle, _tail(idle)),
            Measured("10 ms timer late, storing", "ms", busy, _tail(busy)),
        ],
        packages=("PySide6-Essentials", "apsw-sqlite3mc", "msgspec", "httpx"),
        output=asked.output,
    )
    qt.quit()
    return 0


class _Replay(RestBackend):
    """A connection that has already heard every answer."""

    def __init__(self, heard: RestBackend) -> None:
        super().__init__(heard.address, now=_now)
        self._shops = heard.shops()
        self.pages: dict[tuple[ShopId, str | None], ChangesPage] = {}
        for shop in self._shops:
            cursor: str | None = None
            has_more = True
            while has_more:
                page = heard.changes(shop.id, cursor=cursor, limit=PAGE_SIZE)
                self.pages[shop.id, cursor] = page
                cursor, has_more = page.next_cursor, page.has_more

    def shops(self) -> tuple[Shop, ...]:
        return self._shops

    def changes(self, shop: ShopId, *, cursor: str | None, limit: int) -> ChangesPage:
        return self.pages[shop, cursor]

    def recent(self, shop: ShopId, *, date_from: date, cursor: str | None, limit: int) -> RecentPage:
        return RecentPage((), None)


def _now() -> datetime:
    return datetime.now(UTC)


def _signed_in(access: dict[str, str]) -> RestBackend:
    backend = RestBackend(access["url"], now=_now)
    backend.sign_in(login=access["login"], password=access["password"], extension="", device="bench")
    return backend


def _first_sync(path: Path, backend: RestBackend) -> float:
    """Return the seconds until all shops are in a new encrypted store and it is closed."""
    begun = time.perf_counter()
    store = AccountStore(path, KEY, now=_now())
    link = Link(
        open_backend=lambda: backend,
        sign_in=lambda _: None,
        publisher=Publisher(),
        now=_now,
        backend=backend,
    )
    reader = FeedReader(store=store, link=link, publisher=Publisher(), now=_now, is_stopping=lambda: False)
    for shop in backend.shops():
        reader.follow(shop.id, told=lambda _: None)
    store.close()
    return time.perf_counter() - begun


def _as_csv(folder: Path, pages: Mapping[tuple[ShopId, str | None], ChangesPage]) -> Path:
    """Write what the store keeps of each inquiry, its thread as JSON, for the bare import."""
    path = folder / "inquiries.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for (shop, _), page in pages.items():
            for row in page.items:
                bodies = json.dumps([message.body for message in row.messages or ()], ensure_ascii=False)
                facts = (shop, row.id, row.number, row.source, row.status, row.visibility, row.title)
                times = (row.received_at, row.replied_at, row.updated_at)
                item = row.item.number if row.item else ""
                writer.writerow([*facts, *times, item, row.order_no, row.customer.name, row.version, bodies])
    return path


def _import(path: Path, table: Path) -> float:
    begun = time.perf_counter()
    columns = ", ".join(f"c{number}" for number in range(15))
    statements = f"CREATE TABLE inquiry ({columns});\n.import --csv {table} inquiry\n"
    subprocess.run(["sqlite3", str(path)], input=statements, text=True, check=True)
    return time.perf_counter() - begun


def _timed(into: list[float], path: Path, backend: RestBackend) -> None:
    into.append(_first_sync(path, backend))


def _lateness(work: Callable[[], object]) -> list[float]:
    """Run ``work`` on a thread and return how many ms late each tick of the interface's timer came."""
    late: list[float] = []
    last = [time.perf_counter()]

    def tick() -> None:
        now = time.perf_counter()
        late.append(max(0.0, (now - last[0]) * 1000 - _TICK_MS))
        last[0] = now
        if not worker.is_alive():
            QApplication.quit()

    worker = threading.Thread(target=work)
    timer = QTimer(interval=_TICK_MS)
    timer.timeout.connect(tick)
    worker.start()
    timer.start()
    QApplication.exec()
    timer.stop()
    worker.join()
    return late[1:]


def _tail(values: Sequence[float]) -> dict[str, float]:
    return {"p99": percentile(values, 0.99), "max": max(values)}


if __name__ == "__main__":
    raise SystemExit(main())
