"""Why: one service, one proxy and one synchronised folder for all faults; each case works on a copy."""

import itertools
import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from qpost.models.account import ShopId
from qpost.models.inquiry import Inquiry, Source, Visibility
from tests.faults.bench import PATIENT, Bench
from tests.faults.desk import Desk, Office, Ring
from tests.faults.fault_proxy import FaultProxy
from tests.money_fixtures import make_money_desk, own_till, till
from tests.service_fixtures import MakeService, RunningService

__all__ = ["make_money_desk", "own_till", "till"]

PAGE_ROWS = 40


@pytest.fixture(scope="module")
def shared(make_shared_service: MakeService) -> RunningService:
    """A service of 220 inquiries, of which each case takes its own."""
    return make_shared_service(inquiries=220)


@pytest.fixture(scope="module")
def the_proxy(shared: RunningService) -> Iterator[FaultProxy]:
    """The proxy before the service."""
    proxy = FaultProxy(int(shared.url.rpartition(":")[2]), page_rows=PAGE_ROWS)
    yield proxy
    proxy.close()


@pytest.fixture
def proxy(the_proxy: FaultProxy) -> Iterator[FaultProxy]:
    """The proxy, with no fault armed before or after."""
    yield the_proxy
    the_proxy.lift()


@pytest.fixture(scope="module")
def office(shared: RunningService) -> Iterator[Office]:
    """The service as it is."""
    office = Office(shared)
    yield office
    office.close()


@pytest.fixture(scope="module")
def shop(office: Office) -> ShopId:
    """The shop with the most inquiries."""
    return max(office.shops, key=lambda shop: len(office.inquiries(shop.id))).id


@pytest.fixture(scope="module")
def some(office: Office, shop: ShopId) -> Iterator[Inquiry]:
    """Customers' inquiries, one after the other."""
    found = [each for each in office.inquiries(shop).values() if each.source is Source.CUSTOMER]
    return itertools.cycle(found)


@pytest.fixture(scope="module")
def public(office: Office, shop: ShopId) -> Iterator[Inquiry]:
    """Customers' public inquiries that are not hidden, each once."""
    found = office.inquiries(shop).values()
    return iter([each for each in found if each.visibility is Visibility.PUBLIC and not each.hidden])


@pytest.fixture(scope="module")
def synced(shared: RunningService, the_proxy: FaultProxy, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk that has signed in and read everything through the proxy, and was closed."""
    desk = Desk(tmp_path_factory.mktemp("desk") / "data", Ring()).sign_in(shared, the_proxy.url)
    desk.workspace.sync.sync_once()
    desk.close()
    return desk


StartBench = Callable[[], Bench]


class Benches:
    """Hands the same started program to one case after the other, as long as it is as good as new."""

    def __init__(self, synced: Desk, folder: Path) -> None:
        self._synced = synced
        self._folder = folder
        self._count = 0
        self._desk: Desk | None = None

    def ready(self) -> Desk:
        """Return a started program that is in touch and has nothing left to send."""
        desk = self._desk
        if desk is None or not desk.is_online() or desk.workspace.replies.waiting():
            self.close()
            self._count += 1
            desk = self._desk = self._synced.copied(self._folder / str(self._count))
            desk.workspace.start()
            desk.until(desk.is_online)
        desk.wait_at_most(PATIENT)
        desk.heard.clear()
        return desk

    def close(self) -> None:
        """End the program."""
        desk, self._desk = self._desk, None
        if desk is not None:
            desk.close()


@pytest.fixture(scope="module")
def benches(synced: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Benches]:
    """The started program of this module."""
    benches = Benches(synced, tmp_path_factory.mktemp("benches"))
    yield benches
    benches.close()


@pytest.fixture
def start_bench(benches: Benches, proxy: FaultProxy, office: Office, shop: ShopId) -> StartBench:
    """A maker of started programs before the proxy."""

    def start() -> Bench:
        return Bench(benches.ready(), proxy, office, shop)

    return start


@pytest.fixture(autouse=True)
def no_bugs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Nothing may end in the log as a bug."""
    yield
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []
