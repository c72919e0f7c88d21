"""Why: a service that dies in the middle of writing has written each reply once or not at all."""

import threading
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

from tests.server.staging import keyed, reply_body
from tests.service_fixtures import MakeService, RunningService

REPLIES = 40
CHARGES = 24


@contextmanager
def signed_in(service: RunningService) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=service.url, timeout=60) as client:
        body = {"login": service.login, "password": service.password, "device": "test"}
        token = client.post("/v1/sessions", json=body).json()["access_token"]
        client.headers["Authorization"] = f"Bearer {token}"
        yield client


@pytest.mark.parametrize("database", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def test_replies_survive_a_kill_at_most_once(make_service: MakeService, database: str) -> None:
    service = make_service(database=database, inquiries=3 * REPLIES)
    path = f"/v1/shops/{service.shops[0].id}/inquiries"
    with signed_in(service) as client:
        inquiries = client.get(path, params={"limit": REPLIES}).json()["items"]
        keys = {inquiry["id"]: str(uuid.uuid4()) for inquiry in inquiries}
        some_done = threading.Semaphore(0)

        def send(inquiry: dict[str, Any]) -> int | None:
            body = reply_body(inquiry["version"], body=f"返信 {keys[str(inquiry['id'])]}")
            try:
                answer = client.post(
                    f"{path}/{inquiry['id']}/replies", json=body, headers=keyed(keys[str(inquiry["id"])])
                )
            except httpx.TransportError:
                return None
            some_done.release()
            return answer.status_code

        with ThreadPoolExecutor(4) as pool:
            running = [pool.submit(send, inquiry) for inquiry in inquiries]
            for _ in range(5):
                assert some_done.acquire(timeout=60)
            service.kill()
            first = [task.result() for task in running]
    assert None in first
    service.restart()
    with signed_in(service) as client:
        assert [send(inquiry) for inquiry in inquiries] == [201] * len(inquiries)
        for inquiry_id, key in keys.items():
            thread = client.get(f"{path}/{inquiry_id}").json()["messages"]
            assert [message["body"] for message in thread].count(f"返信 {key}") == 1


@pytest.mark.parametrize("database", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def test_money_survives_a_kill_and_moves_once(make_service: MakeService, database: str) -> None:
    service = make_service(database=database, inquiries=0)
    shop = f"/v1/shops/{service.shops[0].id}"
    with signed_in(service) as client:
        convertible = client.get(f"{shop}/service-points/conversion").json()["convertible"]
        opening = books(client, shop)
        charge = {"amount": 100, "method": "q_account", "account_password": service.account_password}
        writes = [(str(uuid.uuid4()), f"{shop}/qcash/charges", charge) for _ in range(CHARGES)]
        conversion = f"{shop}/service-points/conversion"
        writes.insert(3, (str(uuid.uuid4()), conversion, {"expected_convertible": convertible}))
        some_done = threading.Semaphore(0)

        def send(write: tuple[str, str, dict[str, Any]]) -> int | None:
            key, path, body = write
            try:
                answer = client.post(path, json=body, headers=keyed(key))
            except httpx.TransportError:
                return None
            some_done.release()
            return answer.status_code

        with ThreadPoolExecutor(4) as pool:
            running = [pool.submit(send, write) for write in writes]
            for _ in range(6):
                assert some_done.acquire(timeout=60)
            service.kill()
            first = [task.result() for task in running]
    assert None in first
    service.restart()
    with signed_in(service) as client:
        books(client, shop)  # whole after the kill, before anything is sent again
        assert [send(write) for write in writes] == [201] * len(writes)
        assert books(client, shop) - opening == convertible + 100 * CHARGES
        assert client.get(f"{shop}/service-points/conversion").json()["state"] == "converted"


def books(client: httpx.Client, shop: str) -> int:
    """Return the Qcash balance after checking it against the whole ledger."""
    rows: list[dict[str, Any]] = []
    cursor = ""
    while True:
        page = client.get(f"{shop}/qcash/ledger", params={"limit": 500, "cursor": cursor}).json()
        rows += page["items"]
        if page["next_cursor"] is None:
            break
        cursor = page["next_cursor"]
    balance = int(client.get(f"{shop}/qcash").json()["balance"])
    assert balance == sum(row["amount"] for row in rows) == rows[0]["balance_after"]
    return balance
