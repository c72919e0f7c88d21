"""Why: what every case at the proxy does: suffer visibly, settle by itself, and compare with the service."""

from dataclasses import dataclass

from qpost.api.transport import Timeouts
from qpost.models.account import ShopId
from qpost.models.outbox import OutboxRow, OutboxState
from tests.faults.desk import Desk, Office
from tests.faults.fault_proxy import FaultProxy

PATIENT = Timeouts(connect_s=5.0, read_s=15.0, whole_s=30.0)
OPEN = (OutboxState.QUEUED, OutboxState.UNCONFIRMED)


def assert_same(desk: Desk, office: Office) -> None:
    """The local store is what the service has, every message of it."""
    desk.workspace.sync.sync_once()
    for shop in office.shops:
        assert desk.stored(shop.id) == office.inquiries(shop.id)


@dataclass
class Bench:
    """A started program, and what the customer got before anything is sent."""

    desk: Desk
    proxy: FaultProxy
    office: Office
    shop: ShopId

    def suffer(self, row: OutboxRow, code: str) -> OutboxRow:
        """Wait until the row tells of the trouble; it is still there, and so is its content."""
        self.desk.until(lambda: self.desk.row(row).reason == code)
        waiting = self.desk.row(row)
        assert waiting.state in (*OPEN, OutboxState.SENDING)
        assert (waiting.reply, waiting.hide) == (row.reply, row.hide)
        return waiting

    def settle(self, row: OutboxRow) -> None:
        """Take the fault away and wait for the row to arrive by itself."""
        self.desk.wait_at_most(PATIENT)
        self.proxy.lift()
        self.desk.until(lambda: self.desk.is_sent(row))
        assert self.desk.workspace.replies.waiting() == ()
        self.desk.until(self.desk.is_online)
        assert_same(self.desk, self.office)
