"""Why: tells how many requests a second the service answers: list, open, reply at 1, 8 and 64 clients."""

import argparse
import json
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

from benchmarks._report import Measured, report

CLIENTS = (1, 8, 64)
PAGE = 100
_START_S = 120.0
_WORDS = "お問い合わせありがとうございます。確認のうえ、改めてご連絡いたします。"


class Target:
    """A running service, signed in, with enough inquiries to open and answer."""

    def __init__(self, url: str, *, token: str, shop: str, inquiries: list[tuple[str, int]]) -> None:
        self.url = url
        self.headers = {"Authorization": f"Bearer {token}"}
        self.base = f"/v1/shops/{shop}/inquiries"
        self.inquiries = inquiries
        self.versions = dict(inquiries)


Call = Callable[[httpx.Client, int], float]
"""Makes the request with this number and returns the seconds it took."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; returns 0, or 1 when a request failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--inquiries", type=int, default=4_000, help="size of the demo (default: %(default)s)"
    )
    parser.add_argument("--requests", type=int, default=400, help="requests a case (default: %(default)s)")
    parser.add_argument("--seconds", type=float, default=15.0, help="limit for a case (default: %(default)s)")
    parser.add_argument("--database", help="URL of an empty database instead of a new SQLite file")
    parser.add_argument("--output", type=Path, default=Path("build/bench/serve.json"))
    options = parser.parse_args(arguments)
    cases = []
    with service(inquiries=options.inquiries, database=options.database) as announced:
        target = sign_in(announced)
        for clients in CLIENTS:
            for name, call in (("list", lister), ("open", opener), ("reply", replier)):
                case = measure(
                    f"{name}, {clients} clients",
                    call(target),
                    target,
                    clients=clients,
                    requests=options.requests,
                    limit_s=options.seconds,
                )
                cases.append(case)
    title = f"qpost-service, {options.inquiries} inquiries, pages of {PAGE}"
    report(title, cases, packages=("litestar", "uvicorn", "sqlalchemy", "httpx"), output=options.output)
    return 0 if all(case.extra["failed"] == 0 for case in cases) else 1


@contextmanager
def service(*, inquiries: int, database: str | None = None) -> Iterator[dict[str, str]]:
    """Start the service as a process of its own and yield what it announced; it ends with the block."""
    with tempfile.TemporaryDirectory(prefix="qpost-bench-") as folder:
        place = ["--database", database] if database else ["--data", folder]
        command = [sys.executable, "-m", "qpost.server", "--port", "0", "--seed", "1", "--rate", "0", *place]
        command += ["--inquiries", str(inquiries)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
            try:
                yield _announcement(process)
            finally:
                process.terminate()
                process.wait(timeout=30)


def _announcement(process: subprocess.Popen[str]) -> dict[str, str]:
    """Read the line the service prints when ready; raises ``RuntimeError`` when none comes in time."""
    guard = threading.Timer(_START_S, process.kill)
    guard.start()
    try:
        line = process.stdout.readline() if process.stdout else ""
    finally:
        guard.cancel()
    if not line:
        raise RuntimeError("the service did not start")
    announced: dict[str, str] = json.loads(line)
    return announced


def sign_in(announced: dict[str, str]) -> Target:
    """Sign in and read which inquiries the first shop has."""
    url = announced["url"]
    body = {"login": announced["login"], "password": announced["password"], "device": "benchmark"}
    with httpx.Client(base_url=url, timeout=30, trust_env=False) as client:
        answer = client.post("/v1/sessions", json=body).raise_for_status().json()
        client.headers["Authorization"] = f"Bearer {answer['access_token']}"
        shop = client.get("/v1/shops").raise_for_status().json()["items"][0]["id"]
        found: list[tuple[str, int]] = []
        cursor: str | None = None
        while len(found) < 1_000:
            query = {"limit": "500"} | ({"cursor": cursor} if cursor else {})
            page = client.get(f"/v1/shops/{shop}/inquiries", params=query).raise_for_status().json()
            found += [(item["id"], item["version"]) for item in page["items"]]
            cursor = page["next_cursor"]
            if cursor is None:
                break
    return Target(url, token=answer["access_token"], shop=shop, inquiries=found)


def lister(target: Target) -> Call:
    """Read a page of the list, with the filters in turn."""
    filters: tuple[dict[str, str], ...] = ({}, {"source": "customer"}, {"status": "answered"})

    def call(client: httpx.Client, number: int) -> float:
        query = {"limit": str(PAGE), **filters[number % len(filters)]}
        return _timed(lambda: client.get(target.base, params=query))

    return call


def opener(target: Target) -> Call:
    """Read one inquiry with its messages."""

    def call(client: httpx.Client, number: int) -> float:
        inquiry_id, _version = target.inquiries[number * 7 % len(target.inquiries)]
        return _timed(lambda: client.get(f"{target.base}/{inquiry_id}"))

    return call


def replier(target: Target) -> Call:
    """Answer an inquiry nobody else answers at the same time, at its right version."""
    free = [inquiry_id for inquiry_id, _version in target.inquiries]
    lock = threading.Lock()

    def call(client: httpx.Client, number: int) -> float:
        with lock:
            inquiry_id = free.pop(0)
        body = {
            "title": "[Re] お問い合わせ",
            "body": f"{_WORDS} ({number})",
            "status": "answered",
            "attachment_ids": [],
            "expected_version": target.versions[inquiry_id],
        }
        key = {"Idempotency-Key": str(uuid.uuid4())}
        try:
            took_s = _timed(
                lambda: client.post(f"{target.base}/{inquiry_id}/replies", json=body, headers=key)
            )
            target.versions[inquiry_id] += 1
        finally:
            with lock:
                free.append(inquiry_id)
        return took_s

    return call


def _timed(request: Callable[[], httpx.Response]) -> float:
    started = time.perf_counter()
    request().raise_for_status()
    return time.perf_counter() - started


def measure(
    name: str, call: Call, target: Target, *, clients: int, requests: int, limit_s: float
) -> Measured:
    """Let ``clients`` threads make ``requests`` requests together, for at most ``limit_s`` seconds."""
    numbers = iter(range(requests))
    lock = threading.Lock()
    took_ms: list[float] = []
    failures: list[str] = []
    gate = threading.Barrier(clients + 1)

    def work() -> None:
        with httpx.Client(base_url=target.url, headers=target.headers, timeout=60, trust_env=False) as client:
            client.get("/v1/health").raise_for_status()
            gate.wait()
            deadline = time.perf_counter() + limit_s
            while time.perf_counter() < deadline:
                with lock:
                    number = next(numbers, None)
                if number is None:
                    return
                try:
                    took_ms.append(call(client, number) * 1_000)
                except httpx.HTTPError as error:
                    failures.append(str(error))

    threads = [threading.Thread(target=work, name=f"client-{place}") for place in range(clients)]
    for thread in threads:
        thread.start()
    gate.wait()
    started = time.perf_counter()
    for thread in threads:
        thread.join()
    elapsed_s = time.perf_counter() - started
    if failures:
        print(f"{name}: {len(failures)} failed, the first: {failures[0]}", file=sys.stderr)
    extra = {"requests_per_s": len(took_ms) / elapsed_s, "failed": float(len(failures))}
    return Measured(name, "ms", took_ms, extra)


if __name__ == "__main__":
    sys.exit(main())
