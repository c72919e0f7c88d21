"""Why: who may come in, for how long, and what an old token is worth."""

import threading
from http import HTTPStatus

import httpx
import pytest

from qpost.models.errors import QpostError, SignInRejected
from tests.contract.ground import Ground


def sign_in(ground: Ground, login: str, password: str) -> str:
    account = ground.connect().sign_in(login=login, password=password, extension="", device="test")
    return account.login


def test_the_service_tells_what_it_offers(ground: Ground) -> None:
    health = ground.connect().health()
    assert health.status == "ok"
    assert {each.value for each in health.capabilities} == {
        *("inquiries", "reply", "auto_reply", "hide", "attachments", "templates", "events", "presence"),
        *("orders", "points", "points_convert", "qcash", "qcash_charge"),
    }


def test_the_account_signs_in_by_its_id(ground: Ground) -> None:
    assert sign_in(ground, ground.service.login, ground.service.password) == ground.service.login


def test_the_account_signs_in_by_its_email_address(ground: Ground) -> None:
    from qpost.server.simulator.population import EMAIL

    assert sign_in(ground, EMAIL, ground.service.password) == ground.service.login
    assert sign_in(ground, EMAIL.upper(), ground.service.password) == ground.service.login


@pytest.mark.parametrize("login", ["nobody", "nobody@example.jp", "' or 1=1 --", "", "\0"])
def test_a_stranger_is_rejected_like_a_wrong_password(ground: Ground, login: str) -> None:
    with pytest.raises(QpostError) as caught:
        sign_in(ground, login, ground.service.password)
    assert caught.value.code in ("invalid-credentials", *(["validation"] if login in ("", "\0") else []))


def test_five_wrong_passwords_lock_the_account_even_for_the_right_one(own_ground: Ground) -> None:
    login, password = own_ground.service.login, own_ground.service.password
    codes = []
    for guess in ("a", "b", "c", "d", "e", "f", password):
        with pytest.raises(SignInRejected) as caught:
            sign_in(own_ground, login, guess)
        codes.append(caught.value.code)
    assert codes[:4] == ["invalid-credentials"] * 4
    assert codes[4] in ("invalid-credentials", "account-locked")
    assert codes[5:] == ["account-locked"] * 2
    own_ground.backend.shops()


def test_a_right_password_forgets_the_wrong_ones(own_ground: Ground) -> None:
    login, password = own_ground.service.login, own_ground.service.password
    for _ in range(2):
        for guess in ("a", "b", "c", "d"):
            with pytest.raises(SignInRejected) as caught:
                sign_in(own_ground, login, guess)
            assert caught.value.code == "invalid-credentials"
        assert sign_in(own_ground, login, password) == login


def test_refresh_tokens_rotate_and_the_reuse_of_an_old_one_ends_the_family(ground: Ground) -> None:
    with ground.raw() as raw:
        body = {"login": ground.service.login, "password": ground.service.password, "device": "raw"}
        first = raw.post("/v1/sessions", json=body).json()
        second = _refreshed(raw, first["refresh_token"])
        assert second.status_code == HTTPStatus.OK
        fresh = second.json()
        assert fresh["refresh_token"] != first["refresh_token"]
        assert _shops_status(raw, fresh["access_token"]) == HTTPStatus.OK
        reused = _refreshed(raw, first["refresh_token"])
        assert reused.status_code == HTTPStatus.UNAUTHORIZED
        assert reused.headers["content-type"].startswith("application/problem+json")
        assert _shops_status(raw, fresh["access_token"]) == HTTPStatus.UNAUTHORIZED
        assert _refreshed(raw, fresh["refresh_token"]).status_code == HTTPStatus.UNAUTHORIZED


def test_two_refreshes_at_once_do_not_both_win(ground: Ground) -> None:
    with ground.raw() as raw:
        body = {"login": ground.service.login, "password": ground.service.password, "device": "raw"}
        token = raw.post("/v1/sessions", json=body).json()["refresh_token"]
        statuses: list[int] = []
        start = threading.Barrier(4)

        def refresh() -> None:
            start.wait(10)
            statuses.append(_refreshed(raw, token).status_code)

        threads = [threading.Thread(target=refresh) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
    assert sorted(statuses) == [200, 401, 401, 401]


def test_signing_out_ends_the_session_and_only_this_one(ground: Ground) -> None:
    desk = ground.signed_in()
    assert desk.shops()
    desk.sign_out()
    with pytest.raises(SignInRejected):
        desk.shops()
    assert ground.backend.shops()


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer nonsense", "Basic eDp5", "Bearer \x7f"])
def test_nothing_is_served_without_a_token(ground: Ground, header: str) -> None:
    shop = ground.shops[0]
    with httpx.Client(base_url=ground.service.url, trust_env=False) as client:
        for path in ("/v1/shops", f"/v1/shops/{shop}/inquiries", "/v1/events", f"/v1/shops/{shop}/templates"):
            answer = client.get(path, headers={"Authorization": header} if header else {})
            assert answer.status_code == HTTPStatus.UNAUTHORIZED
            assert answer.headers["content-type"].startswith("application/problem+json")
            assert answer.json()["status"] == HTTPStatus.UNAUTHORIZED


def test_shops_carry_their_counters(ground: Ground) -> None:
    shops = ground.backend.shops()
    assert [shop.id for shop in shops] == ground.shops
    for shop in shops:
        assert shop.name
        assert "@" in shop.inquiry_email


def _refreshed(raw: httpx.Client, token: str) -> httpx.Response:
    return raw.post("/v1/sessions/refresh", json={"refresh_token": token})


def _shops_status(raw: httpx.Client, token: str) -> int:
    return raw.get("/v1/shops", headers={"Authorization": f"Bearer {token}"}).status_code
