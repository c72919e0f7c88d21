"""Why: only who may comes in, and nobody guesses a way in."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import Engine, select

from qpost.server.database import accounts, reading, sessions
from qpost.server.rates import Rate
from tests.server.staging import PASSWORD, Seller, Staged, running, slug


def attempt(staged: Staged, login: str, password: str = PASSWORD) -> httpx.Response:
    body = {"login": login, "password": password, "device": "test"}
    return staged.new_client().post("/v1/sessions", json=body)


def renew(staged: Staged, token: str) -> httpx.Response:
    return staged.new_client().post("/v1/sessions/refresh", json={"refresh_token": token})


def bearer(staged: Staged, token: str) -> httpx.Response:
    return staged.new_client().get("/v1/shops", headers={"Authorization": f"Bearer {token}"})


def test_id_and_address_open_the_same_account(staged: Staged, seller: Seller) -> None:
    answers = [attempt(staged, login) for login in (seller.login, seller.email, seller.email.upper())]
    assert [answer.status_code for answer in answers] == [201, 201, 201]
    assert {answer.json()["account"]["login"] for answer in answers} == {seller.login}
    assert answers[0].json()["account"]["display_name"] == "店主"


@pytest.mark.parametrize("login", ["nobody", "nobody@example.jp", "a\x00b"])
def test_unknown_login_reads_like_a_wrong_password(staged: Staged, seller: Seller, login: str) -> None:
    unknown, wrong = attempt(staged, login), attempt(staged, seller.login, "wrong")
    assert slug(unknown) == slug(wrong) == "invalid-credentials"
    assert unknown.json()["detail"] == wrong.json()["detail"]


def test_fifth_wrong_password_locks_for_fifteen_minutes(staged: Staged, seller: Seller) -> None:
    with ThreadPoolExecutor(5) as pool:
        slugs = sorted(pool.map(lambda _n: slug(attempt(staged, seller.login, "wrong")), range(5)))
    assert slugs == ["account-locked"] + ["invalid-credentials"] * 4
    locked = attempt(staged, seller.email)
    assert slug(locked) == "account-locked"
    assert 890 <= int(locked.headers["retry-after"]) <= 900
    staged.clock.ahead += timedelta(minutes=15, seconds=1)
    assert attempt(staged, seller.login).status_code == 201


def test_right_password_forgets_wrong_ones(staged: Staged, seller: Seller) -> None:
    for _ in range(2):
        for _ in range(4):
            assert slug(attempt(staged, seller.login, "wrong")) == "invalid-credentials"
        assert attempt(staged, seller.login).status_code == 201


def test_refresh_token_works_once_and_its_reuse_ends_the_family(staged: Staged, seller: Seller) -> None:
    first = attempt(staged, seller.login).json()
    second = renew(staged, first["refresh_token"]).json()
    assert bearer(staged, second["access_token"]).status_code == 200
    assert slug(renew(staged, first["refresh_token"])) == "token-expired"
    assert slug(bearer(staged, second["access_token"])) == "token-expired"
    assert slug(renew(staged, second["refresh_token"])) == "token-expired"
    assert seller.client.get("/v1/shops").status_code == 200


def test_access_token_ends_in_time_and_can_be_renewed(staged: Staged, seller: Seller) -> None:
    first = attempt(staged, seller.login).json()
    staged.clock.ahead += timedelta(minutes=31)
    assert slug(bearer(staged, first["access_token"])) == "token-expired"
    second = renew(staged, first["refresh_token"]).json()
    assert bearer(staged, second["access_token"]).status_code == 200


def test_signing_out_ends_the_session(staged: Staged, seller: Seller) -> None:
    assert seller.client.delete("/v1/sessions/current").status_code == 204
    answer = seller.client.get("/v1/shops")
    assert slug(answer) == "token-expired"
    assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("header", [{}, {"Authorization": "Basic eA=="}, {"Authorization": "Bearer"}])
def test_call_without_a_token_is_refused(staged: Staged, header: dict[str, str]) -> None:
    assert slug(staged.new_client().get("/v1/shops", headers=header)) == "invalid-credentials"


def test_nothing_secret_is_stored(staged: Staged, seller: Seller) -> None:
    tokens = attempt(staged, seller.login).json()
    with reading(staged.engine) as connection:
        account = connection.execute(select(accounts).where(accounts.c.login == seller.login)).one()
        rows = connection.execute(select(sessions)).all()
    assert account.password_hash.startswith("$argon2id$")
    stored = repr([tuple(account), *(tuple(row) for row in rows)])
    for secret in (PASSWORD, tokens["access_token"], tokens["refresh_token"]):
        assert secret not in stored


def test_too_many_requests_are_asked_to_wait(engine: Engine) -> None:
    with running(engine, requests=Rate(per_s=0.5, burst=3)) as staged:
        client = staged.new_seller().client
        answers = [client.get("/v1/shops") for _ in range(5)]
        assert [answer.status_code for answer in answers[:3]] == [200] * 3
        assert slug(answers[-1]) == "rate-limited"
        staged.clock.ahead += timedelta(seconds=10)
        assert client.get("/v1/shops").status_code == 200


def test_too_many_sign_ins_are_asked_to_wait(engine: Engine) -> None:
    with running(engine, sign_ins=Rate(per_s=0.01, burst=2)) as staged:
        assert [attempt(staged, "nobody").status_code for _ in range(3)] == [401, 401, 429]
