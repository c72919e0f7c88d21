"""Why: desktops hear of every change, also of those made while they were away."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import httpx
import msgspec
import pytest
from sqlalchemy import Engine

from tests.server.staging import Seller, Staged, keyed, reply_body, running


def notices(stream: httpx.Response) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield id, type and data of the events of an open stream."""
    fields: dict[str, str] = {}
    for line in stream.iter_lines():
        if line and not line.startswith(":"):
            name, _, value = line.partition(": ")
            fields[name] = value
        elif not line and fields:
            yield fields["id"], fields["event"], msgspec.json.decode(fields["data"])
            fields = {}


def test_changes_reach_the_stream_and_resume(staged: Staged, seller: Seller, stranger: Seller) -> None:
    with seller.client.stream("GET", "/v1/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        lines = notices(stream)
        inquiry = staged.new_inquiry(seller)
        first_id, kind, data = next(lines)
        assert (kind, data) == (
            "inquiry.created",
            {"shop": seller.shop, "inquiry_id": inquiry, "version": 1},
        )
        assert next(lines)[1] == "summary"
        staged.new_inquiry(stranger)
        colleague = staged.sign_in(seller.login, extension="E2")
        colleague.post(f"{seller.path}/inquiries/{inquiry}/replies", json=reply_body(), headers=keyed())
        assert next(lines)[1:] == (
            "inquiry.updated",
            {"shop": seller.shop, "inquiry_id": inquiry, "version": 2},
        )
    with colleague.stream("GET", "/v1/events", headers={"Last-Event-ID": first_id}) as stream:
        again = notices(stream)
        assert [next(again)[1] for _ in range(3)] == ["summary", "inquiry.updated", "summary"]


def test_presence_is_seen_by_others_and_lapses(staged: Staged, seller: Seller) -> None:
    inquiry = staged.new_inquiry(seller)
    path = f"{seller.path}/inquiries/{inquiry}"
    colleague = staged.sign_in(seller.login, extension="E2")
    with colleague.stream("GET", "/v1/events") as stream:
        lines = notices(stream)
        for state in ("viewing", "viewing", "replying"):
            assert seller.client.put(f"{path}/presence", json={"state": state}).status_code == 204
        assert [next(lines)[1] for _ in range(2)] == ["presence", "presence"]
        watcher = staged.sign_in(seller.login, extension="E3")
        assert watcher.get(path).json()["presence"] == [{"extension": "E1", "state": "replying"}]
        assert "presence" not in seller.client.get(path).json()
        staged.clock.ahead += timedelta(seconds=61)
        assert next(lines)[1:] == (
            "presence",
            {"shop": seller.shop, "inquiry_id": inquiry, "version": None},
        )
    assert "presence" not in staged.sign_in(seller.login).get(path).json()


def test_leaving_takes_the_mark_away(staged: Staged, seller: Seller) -> None:
    path = f"{seller.path}/inquiries/{staged.new_inquiry(seller)}"
    seller.client.put(f"{path}/presence", json={"state": "viewing"})
    colleague = staged.sign_in(seller.login)
    assert len(colleague.get(path).json()["presence"]) == 1
    assert seller.client.delete(f"{path}/presence").status_code == 204
    assert "presence" not in colleague.get(path).json()


@pytest.mark.parametrize("signs_out", [False, True])
def test_stream_pings_until_the_session_ends(engine: Engine, signs_out: bool) -> None:
    with running(engine, ping_s=0.2) as staged:
        seller = staged.new_seller()
        other = staged.new_client()
        other.headers["Authorization"] = seller.client.headers["Authorization"]
        with seller.client.stream("GET", "/v1/events") as stream:
            lines = (line for line in stream.iter_lines() if line)
            assert [next(lines), next(lines)] == [": connected", ": ping"]
            if signs_out:
                other.delete("/v1/sessions/current")
                assert set(lines) <= {": ping"}
