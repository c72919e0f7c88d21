"""Why: a shop's whole past comes through a service that cuts its lists, and should cost few requests more.

The stand-in of Qoo10 serves the rows from another process; they reach an encrypted, searchable store. The
least possible is every request answered to the brim; ``sqlite3 .import`` of the same rows is the floor.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks._account import KEY
from benchmarks._memory import own_kib
from benchmarks._report import Measured, report
from qpost.api.qapi.client import QapiBackend
from qpost.models.account import ShopId
from qpost.models.listing import ListedWindow, ListingStatus
from qpost.models.search import InquiryQuery
from qpost.services.link import Link
from qpost.services.listing import ListingReader
from qpost.services.publisher import Publisher
from qpost.store.account_store import AccountStore
from tests.qapi.rows import seeded_rows


class _Counting(QapiBackend):
    requests = 0

    def listed(self, shop: ShopId, *, status: ListingStatus, start: datetime, end: datetime) -> ListedWindow:
        self.requests += 1
        return super().listed(shop, status=status, start=start, end=end)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the same shop ``--runs`` times into a new store and print what it took."""
    parser = argparse.ArgumentParser(description="first reading of a shop at Qoo10")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--cap", type=int, default=500)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--output", type=Path, default=Path("build/bench/qapi.json"))
    asked = parser.parse_args(arguments)
    until = datetime.now(UTC).replace(microsecond=0)
    command = [sys.executable, "-m", "tests.qapi", "--rows", str(asked.rows), "--until", until.isoformat()]
    command += ["--quirks", json.dumps({"row_cap": asked.cap})]
    by_status = Counter(row.status for row in seeded_rows(asked.rows, until=until))
    least = sum(-(-count // asked.cap) for count in by_status.values())
    seconds, requests, threads = list[float](), list[float](), 0
    before_kib = own_kib()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as service:
        access = json.loads(service.stdout.readline() if service.stdout else "{}")
        folder = Path(tempfile.mkdtemp(prefix="qpost-qapi-"))
        try:
            for number in range(asked.runs):
                backend = _Counting(access["url"], now=_now, api_key=access["api_key"])
                backend.certificate(login=access["login"], password=access["password"])
                took_s, threads = _first_reading(folder / f"{number}.db", backend)
                seconds.append(took_s)
                requests.append(float(backend.requests))
                backend.close()
        finally:
            service.terminate()
            shutil.rmtree(folder)
    grown_mb = (own_kib() - before_kib) / 1024
    report(
        f"first reading of {asked.rows:,} rows ({threads:,} threads), at most {asked.cap} a window",
        [
            Measured("requests", "", requests, {"x_least": requests[-1] / least}),
            Measured("seconds", "s", seconds, {"rows_per_s": asked.rows / seconds[-1]}),
            Measured("memory grown", "MB", [grown_mb]),
        ],
        packages=("apsw-sqlite3mc", "msgspec", "httpx"),
        output=asked.output,
    )
    return 0


def _first_reading(path: Path, backend: _Counting) -> tuple[float, int]:
    """Return the seconds until all is in a new store and that is closed, and how many threads there are."""
    begun = time.perf_counter()
    store = AccountStore(path, KEY, now=_now())
    publisher = Publisher()
    link = Link(
        open_backend=lambda: backend, sign_in=lambda _: None, publisher=publisher, now=_now, backend=backend
    )
    reader = ListingReader(store=store, link=link, publisher=publisher, now=_now, is_stopping=lambda: False)
    (shop,) = backend.shops()
    reader.follow(shop.id, told=lambda _: None)
    threads = len(store.inquiries.ids(shop.id, InquiryQuery()))
    store.close()
    return time.perf_counter() - begun, threads


def _now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    raise SystemExit(main())
