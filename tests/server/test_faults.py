"""Why: a service that cannot answer says so, when to come again, and nothing about its inside."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, event, text, update

from qpost.server.database import orders, writing
from tests.server.staging import Seller, Staged, keyed, reply_body, running, slug


@pytest.fixture
def hasty(engine: Engine) -> Iterator[Staged]:
    """A service of the test's own that waits a second for a locked database, as its staging does."""

    def wait_briefly(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA busy_timeout=1000")

    event.listen(engine, "connect", wait_briefly)
    with running(engine) as staged:
        yield staged


def test_locked_database_is_unavailable_and_nothing_is_written(hasty: Staged) -> None:
    seller = hasty.new_seller()
    inquiry = hasty.new_inquiry(seller)
    path, key = f"{seller.path}/inquiries/{inquiry}", keyed()
    with writing(hasty.engine):
        answer = seller.client.post(f"{path}/replies", json=reply_body(), headers=key)
        assert (answer.status_code, slug(answer)) == (503, "unavailable")
        assert seller.client.get(path).json()["version"] == 1
    assert seller.client.post(f"{path}/replies", json=reply_body(), headers=key).status_code == 201
    assert seller.client.get(path).json()["version"] == 2


def test_ending_service_is_unavailable(engine: Engine) -> None:
    with running(engine) as staged:
        seller = staged.new_seller()
        staged.service.hub.close()
        answer = seller.client.get(f"{seller.path}/inquiries")
        assert (answer.status_code, slug(answer)) == (503, "unavailable")


def test_missing_table_is_a_fault_of_the_service_not_a_pause(hasty: Staged) -> None:
    seller = hasty.new_seller()
    with writing(hasty.engine) as connection:
        connection.execute(text("DROP TABLE templates"))
    answer = seller.client.get(f"{seller.path}/templates")
    assert (answer.status_code, slug(answer)) == (500, "internal")
    assert "templates" not in answer.text.replace(seller.path, "")


def test_damaged_data_is_internal_and_tells_only_the_request(
    staged: Staged, seller: Seller, caplog: pytest.LogCaptureFixture
) -> None:
    staged.new_order(seller, "77")
    with writing(staged.engine) as connection:
        damage = update(orders).where(orders.c.shop_id == seller.shop_row, orders.c.number == "77")
        connection.execute(damage.values(lines_json="{very secret"))
    with caplog.at_level(logging.ERROR, logger="qpost.server.problems"):
        answer = seller.client.get(f"{seller.path}/orders/77")
    assert (answer.status_code, slug(answer)) == (500, "internal")
    request_id = answer.headers["x-request-id"]
    assert answer.json() == {
        "type": "internal",
        "title": "The service failed",
        "status": 500,
        "detail": "The service failed.",
        "instance": f"urn:uuid:{request_id}",
    }
    assert [request_id in record.getMessage() for record in caplog.records] == [True]
    assert seller.client.get(f"{seller.path}/inquiries").status_code == 200
