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
