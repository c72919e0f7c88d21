"""Why: the program starts, says where it is, refuses what is unsafe, and ends cleanly."""

import json
import os
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.certificates import make_certificate
from tests.service_fixtures import STOPPED, MakeService, RunningService


def run_service(*arguments: str, password: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "qpost.server", *arguments],
        input=password,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@contextmanager
def signed_in(service: RunningService, login: str, password: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=service.url, timeout=30) as client:
        answer = client.post("/v1/sessions", json={"login": login, "password": password, "device": "test"})
        assert answer.status_code == 201, answer.text
        client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
        yield client


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_announced_login_opens_the_announced_shops(make_service: MakeService, database: str) -> None:
    service = make_service(database=database, inquiries=30)
    with signed_in(service, service.login, service.password) as client:
        shops = client.get("/v1/shops").json()["items"]
    assert [(shop["id"], shop["name"]) for shop in shops] == [(shop.id, shop.name) for shop in service.shops]
    assert len(shops) == 3


def test_plain_http_beyond_loopback_is_refused() -> None:
    done = run_service("--host", "192.0.2.1", "--port", "0")
    assert done.returncode == 2
    assert "--tls" in done.stderr
    assert done.stdout == ""


def test_termination_is_quick_with_an_open_event_stream(service: RunningService) -> None:
    with (
        signed_in(service, service.login, service.password) as client,
        client.stream("GET", "/v1/events") as stream,
    ):
        lines = stream.iter_lines()
        assert next(lines) == ": connected"
        begun = time.monotonic()
        service.process.terminate()
        assert service.process.wait(10) == STOPPED
        assert time.monotonic() - begun < 2
        if os.name != "nt":  # where a process is ended in the middle of a word
            assert list(lines) == [""]


def test_service_ends_with_its_parent(make_service: MakeService) -> None:
    service = make_service(inquiries=5, with_parent=True)
    assert service.process.stdin is not None
    service.process.stdin.close()
    assert service.process.wait(10) == 0


def test_team_account_signs_in_and_is_stored_once(make_service: MakeService, tmp_path: Path) -> None:
    arguments = ("--data", str(tmp_path), "--create-account", "team", "--email", "team@example.jp")
    assert run_service(*arguments, "--shop", "第一店", password="short\n").returncode == 2
    assert run_service(*arguments, "--shop", "第一店", password="a long enough one\n").returncode == 0
    again = run_service(*arguments, "--shop", "第一店", password="another long one\n")
    assert again.returncode == 2
    assert "already" in again.stderr
    demo = make_service(inquiries=None, data=tmp_path)
    with signed_in(demo, "TEAM@example.jp", "a long enough one") as client:
        assert [shop["name"] for shop in client.get("/v1/shops").json()["items"]] == ["第一店"]


def test_the_demo_is_as_large_as_asked_for_and_its_passwords_are_announced(make_service: MakeService) -> None:
    service = make_service(inquiries=0, items=700, ledger=500)
    with signed_in(service, service.login, service.password) as client:
        shop = f"/v1/shops/{service.shops[0].id}"
        totals = client.get(f"{shop}/service-points/items", params={"limit": 1}).json()["totals"]
        assert totals["rows"] == 700
        ledger = client.get(f"{shop}/qcash/ledger", params={"limit": 500}).json()
        assert len(ledger["items"]) >= 450
        body = {"amount": 100, "method": "q_account", "account_password": service.account_password}
        key = {"Idempotency-Key": "5d2ff9f7-6d4e-4be0-9c0d-3f1f1f1f1f1f"}
        assert client.post(f"{shop}/qcash/charges", json=body, headers=key).status_code == 201
    with signed_in(service, service.second_login, service.password) as client:
        [outlet] = client.get("/v1/shops").json()["items"]
        conversion = client.get(f"/v1/shops/{outlet['id']}/service-points/conversion").json()
        assert (conversion["last_month_points"], conversion["state"]) == ("99", "nothing")


@pytest.mark.parametrize("option", [("--items", "299"), ("--items", "50001"), ("--ledger", "19")])
def test_a_demo_beyond_the_limits_is_refused(option: tuple[str, str]) -> None:
    done = run_service("--port", "0", "--inquiries", "0", *option)
    assert (done.returncode, done.stdout) == (2, "")
    assert option[0] in done.stderr


def test_demo_data_is_not_put_into_a_teams_database(tmp_path: Path) -> None:
    arguments = ("--data", str(tmp_path), "--create-account", "team", "--email", "team@example.jp")
    assert run_service(*arguments, "--shop", "第一店", password="a long enough one\n").returncode == 0
    done = run_service("--data", str(tmp_path), "--port", "0", "--inquiries", "5")
    assert (done.returncode, done.stdout) == (2, "")
    assert "another seller" in done.stderr


def test_encrypted_service_answers_over_https(make_service: MakeService, tmp_path: Path) -> None:
    certificate = make_certificate(tmp_path, "localhost")
    service = make_service(inquiries=5, options=["--tls", str(certificate.file), str(certificate.key)])
    assert service.url.startswith("https://")
    trust = ssl.create_default_context(cafile=certificate.file)
    url = service.url.replace("127.0.0.1", "localhost")
    with httpx.Client(base_url=url, verify=trust, timeout=30) as client:
        assert client.get("/v1/health").json()["status"] == "ok"


def test_demo_customers_live_and_the_program_still_ends(make_service: MakeService) -> None:
    service = make_service(inquiries=5, live=True)
    with signed_in(service, service.login, service.password) as client:
        assert client.get("/v1/shops").status_code == 200
    assert service.stop() == STOPPED


def test_request_that_is_not_http_gets_a_problem(service: RunningService) -> None:
    port = int(service.url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(b"\x16\x03\x01 what\r\n\r\n")
        answer = b"".join(iter(lambda: connection.recv(4096), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 422 ")
    assert b"application/problem+json" in head
    assert json.loads(body)["type"] == "validation"
