"""Why: whose store it is, known without importing what fills it, which would count as memory of the list."""

from pathlib import Path

from qpost.models.account import ShopId

FOLDER = Path("build/bench")
SHOP = ShopId("s1")
KEY = bytes(range(32))
