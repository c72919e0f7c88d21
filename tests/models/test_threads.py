"""A row listed under two statuses counts by the one that is further along."""

from datetime import UTC, datetime

import pytest
from msgspec import structs

from qpost.models.listing import ListedRow
from qpost.models.threads import later

ROW = ListedRow("MSG", "7", "1", datetime(2026, 11, 20, tzinfo=UTC), "S1", "", "", "", "")


@pytest.mark.parametrize("statuses", [("S1", "S3"), ("S3", "S1"), ("S2", "S3", "S1"), ("S3", "S3")])
def test_the_status_that_is_further_along_wins_in_any_order(statuses: tuple[str, ...]) -> None:
    (kept,) = later([structs.replace(ROW, status=status) for status in statuses])
    assert kept.status == "S3"
