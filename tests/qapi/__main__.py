"""Why: a benchmark starts the stand-in in another process: ``python -m tests.qapi --rows 100000``."""

import argparse
import json
import sys
from datetime import UTC, datetime

from tests.qapi.market import Market
from tests.qapi.quirks import Quirks
from tests.qapi.rows import seeded_rows
from tests.qapi.stand_in import StandIn


def main() -> int:
    """Serve until standard input ends; the first line of output is JSON with the address and the keys."""
    parser = argparse.ArgumentParser(prog="python -m tests.qapi", description=main.__doc__)
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--days", type=int, default=365, help="over how many days the rows are spread")
    parser.add_argument("--burst", type=int, default=0, help="so many rows fall into one hour")
    parser.add_argument("--until", help="when the newest row came (ISO 8601 with offset; else: now)")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--quirks", type=json.loads, default={}, help='JSON, such as {"row_cap": 500}')
    options = parser.parse_args()
    until = datetime.fromisoformat(options.until) if options.until else datetime.now(UTC)
    rows = seeded_rows(options.rows, seed=options.seed, until=until, days=options.days, burst=options.burst)
    with StandIn(Market(rows), quirks=Quirks().but(**options.quirks), port=options.port) as stand_in:
        market = stand_in.market
        known = {"url": stand_in.url, "login": market.login, "password": market.password}
        print(json.dumps({**known, "api_key": market.api_key, "until": until.isoformat()}), flush=True)
        sys.stdin.read()
    return 0


if __name__ == "__main__":
    sys.exit(main())
