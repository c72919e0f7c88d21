"""Why: a window on the Points page of a real service, and points as a test tells them."""

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from msgspec import structs
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from qpost.api.rest.client import RestBackend
from qpost.models.account import Shop, ShopId
from qpost.models.conversion import ConversionState
from qpost.models.errors import Offline, OfflineCause, QpostError
from qpost.models.links import Page
from qpost.models.points import (
    CategoryTree,
    Conversion,
    ConversionResult,
    Grade,
    ItemPoints,
    ItemPointsPage,
    PointsTotals,
    complaints,
    reviews,
    service_score,
)
from qpost.models.settings import Connection, Settings, SignInForm
from qpost.models.shipping_score import ItemShipping
from qpost.paths import Paths
from qpost.services.kept import Kept
from qpost.services.publisher import Publisher
from qpost.services.service_points import ItemQuery, MonthPoints, ServicePoints
from qpost.services.session import SessionService
from qpost.store.credentials import Credentials
from qpost.ui.event_bridge import EventBridge
from qpost.ui.kit import Kit
from qpost.ui.points.page import PointsPage
from qpost.ui.shell import Shell
from tests.gui.staging import MemoryRing
from tests.service_fixtures import RunningService

PATIENCE_MS = 30_000
SHOP = Shop(id=ShopId("s1"), name="あかり雑貨店", code="akari", country="JP", inquiry_email="", unanswered=0)
OFFLINE = Offline(OfflineCause.UNREACHABLE, may_have_arrived=False)


def now() -> datetime:
    """Return the moment, as the services ask for it."""
    return datetime.now(UTC)


class PointsDesk:
    """One window on one workspace, showing Points; ``bugs`` collects what no slot may raise."""

    def __init__(self, service: RunningService, root: Path, kit: Kit, qtbot: QtBot) -> None:
        self.service = service
        self.qtbot = qtbot
        self.publisher = Publisher()
        self.bridge = EventBridge(self.publisher)
        self.kit = kit._replace(bridge=self.bridge)
        self.kit.settings.save(Settings())
        self.bugs: list[object] = []
        kit.jobs.bug_found.connect(self.bugs.append)
        kit.jobs.unhandled.connect(self.bugs.append)
        ring = MemoryRing()
        self.sessions = SessionService(
            settings=kit.settings,
            credentials=Credentials(ring=lambda: ring),
            publisher=self.publisher,
            paths=Paths.under(root),
            connect=lambda connection: RestBackend(connection.address, now=now),
            now=now,
        )
        form = SignInForm(login=service.login, extension="Q9", connection=Connection(address=service.url))
        self.workspace = self.sessions.sign_in(form, service.password).workspace
        self.workspace.sync.sync_once()
        self.shop = self.workspace.shops()[0]
        self.shell = Shell(self.workspace, self.kit)
        self.shell.show_shop(self.shop.id)
        self.shell.show()
        qtbot.waitExposed(self.shell)
        self.shell.rail.go(Page.POINTS)
        page = self.shell.page(Page.POINTS)
        assert isinstance(page, PointsPage)
        self.page = page

    def wait_read(self) -> None:
        """Wait until figures and the first items are on screen."""
        self.wait(lambda: self.page.reader.held.grade is not None and self.page.items.model.rowCount() > 0)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing asked of the workers is still awaited."""
        self.wait(lambda: self.kit.jobs.is_idle)

    def wait(self, is_so: Callable[[], bool]) -> None:
        """Wait until ``is_so``, or fail."""
        self.qtbot.waitUntil(is_so, timeout=PATIENCE_MS)

    def backend(self) -> RestBackend:
        """Return a connection of our own, signed in."""
        backend = RestBackend(self.service.url, now=now)
        backend.sign_in(
            login=self.service.login, password=self.service.password, extension="B7", device="test"
        )
        return backend

    def close(self) -> None:
        """End as the application does."""
        self.shell.close()
        self.settle()
        self.kit.jobs.bug_found.disconnect(self.bugs.append)
        self.kit.jobs.unhandled.disconnect(self.bugs.append)
        self.shell.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.workspace.close()
        self.sessions.close()
        self.bridge.close()


class ToldPoints(ServicePoints):
    """Points as a test tells them: what ``refusal`` holds is raised by every call of the network."""

    def __init__(self, items: tuple[ItemPoints, ...] = (), *, page_rows: int = 100) -> None:
        self.all_items = items
        self.page_rows = page_rows
        self.refusal: QpostError | None = None
        self.read_at = datetime(2100, 1, 1, tzinfo=UTC)
        self.asked: list[tuple[ItemQuery, str | None]] = []
        self.pictures_asked: list[str] = []
        self.picture_bytes = b""
        self.gate = threading.Event()
        self.gate.set()
        self.shipping_told: ItemShipping | None = None
        self.conversion_told: Conversion | None = None
        self.doubt_told: datetime | None = None
        self.kept_told: Kept[ItemPointsPage] | None = None
        self.month_asked = ""

    def grade(self, shop: ShopId) -> Kept[Grade] | None:
        return None

    def conversion(self, shop: ShopId) -> Kept[Conversion] | None:
        return None if self.conversion_told is None else Kept(self.conversion_told, self.read_at)

    def months(self, shop: ShopId) -> Kept[tuple[MonthPoints, ...]] | None:
        return None

    def categories(self) -> Kept[CategoryTree] | None:
        return None

    def doubt(self, shop: ShopId) -> datetime | None:
        return self.doubt_told

    def refresh(self, shop: ShopId) -> None:
        self._network()

    def items(self, shop: ShopId, query: ItemQuery, cursor: str | None = None) -> Kept[ItemPointsPage]:
        self.asked.append((query, cursor))
        self._network()
        first = int(cursor or 0)
        rows = self.all_items[first : first + self.page_rows]
        following = first + len(rows)
        page = ItemPointsPage(
            items=rows,
            next_cursor=str(following) if following < len(self.all_items) else None,
            totals=None if cursor else totals_of(self.all_items),
        )
        return Kept(page, self.read_at)

    def shipping(self, shop: ShopId, item_no: str, first: date, last: date) -> Kept[ItemShipping]:
        self._network()
        if self.shipping_told is None:
            raise LookupError(item_no)
        return Kept(self.shipping_told, self.read_at)

    def picture(self, shop: ShopId, url: str) -> bytes:
        self.pictures_asked.append(url)
        self._network()
        return self.picture_bytes

    def kept_items(self, shop: ShopId, query: ItemQuery) -> Kept[ItemPointsPage] | None:
        return self.kept_told

    def convert(self, shop: ShopId, expected_convertible: int, *, month: str) -> ConversionResult:
        self.month_asked = month
        self._network()
        return ConversionResult(points=expected_convertible, qcash=expected_convertible, balance=1, at=now())

    def _network(self) -> None:
        if not self.gate.wait(30):
            raise TimeoutError
        if self.refusal is not None:
            raise self.refusal


def make_item(number: int, **changes: object) -> ItemPoints:
    """Return an item whose sums agree."""
    complained = complaints(cancel_return=number % 3, not_received=0)
    reviewed = reviews(recommended=number % 5, neutral=0, not_recommended=0)
    shipping = Decimal(number % 7) / 10
    score = service_score(shipping, complained, reviewed)
    item = ItemPoints(
        item_no=str(500_000_000 + number),
        item_name=f"商品 {number}",
        transactions=number % 11,
        amount=1_000 * number,
        service_score=score,
        shipping_score=shipping,
        complaints=complained,
        reviews=reviewed,
        total=score,
    )
    return structs.replace(item, **changes)


def totals_of(items: tuple[ItemPoints, ...]) -> PointsTotals:
    """Return the sums of ``items``."""
    return PointsTotals(
        rows=len(items),
        transactions=sum(item.transactions for item in items),
        amount=sum(item.amount for item in items),
        service_score=sum((item.service_score for item in items), Decimal(0)),
        shipping_score=sum((item.shipping_score for item in items), Decimal(0)),
        complaint_score=sum((item.complaints.score for item in items), Decimal(0)),
        review_score=sum((item.reviews.score for item in items), Decimal(0)),
    )


def make_conversion(points: str = "12352", *, state: ConversionState = ConversionState.OPEN) -> Conversion:
    """Return a conversion whose window ends in ten days."""
    earned = Decimal(points)
    convertible = int(earned // 100) * 100 if earned > 0 else 0
    return Conversion(
        month=f"{now():%Y-%m}",
        last_month_points=earned,
        convertible=convertible,
        remainder=earned - convertible if earned > 0 else Decimal(0),
        state=state,
        closes_at=now() + timedelta(days=10),
    )
