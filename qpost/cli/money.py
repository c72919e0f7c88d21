"""Why: scripts look at points and Qcash as the pages do; converting and charging stay with the seller."""

from collections.abc import Callable, Sequence

from qpost.cli.lines import print_line
from qpost.models.account import Shop, ShopId
from qpost.models.errors import Offline, QpostError, ServerFault, TryLater
from qpost.services.workspace import Workspace


def print_points(workspace: Workspace, shops: Sequence[Shop]) -> int:
    """Print grade, conversion and full months of each shop; offline as last read, then raise."""
    points = workspace.points

    def line(shop: ShopId) -> dict[str, object]:
        return {
            "grade": points.grade(shop),
            "conversion": points.conversion(shop),
            "months": points.months(shop),
            "in_doubt_since": points.doubt(shop),
        }

    return _print(shops, points.refresh, line)


def print_qcash(workspace: Workspace, shops: Sequence[Shop]) -> int:
    """Print balance, wallet and pending charges of each shop; offline as last read, then raise."""
    qcash = workspace.qcash

    def line(shop: ShopId) -> dict[str, object]:
        return {
            "qcash": qcash.account(shop),
            "pending": qcash.pending(shop),
            "in_doubt_since": qcash.doubt(shop),
        }

    return _print(shops, qcash.refresh, line)


def _print(
    shops: Sequence[Shop], refresh: Callable[[ShopId], None], line: Callable[[ShopId], dict[str, object]]
) -> int:
    fault: QpostError | None = None
    for shop in shops:
        try:
            refresh(shop.id)
        except (Offline, TryLater, ServerFault) as error:
            fault = error
        print_line({"shop": shop.id, **line(shop.id)})
    if fault is not None:
        raise fault
    return 0
