"""Why: the program ``qpost-service``: one command from nothing to a service that answers."""

import argparse
import logging
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from qpost.server.administration import AdministrationError, create_seller
from qpost.server.database import create_schema, open_engine, sqlite_url
from qpost.server.running import LIVE_PER_S, StartOptions, serve

OK, FAILED, REFUSED = 0, 1, 2
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the service; returns 0 after a clean end, 1 when it could not start, 2 for a refused request."""
    parser = _parser()
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    if options.host not in _LOOPBACK and options.tls is None:
        parser.error(
            f"plain HTTP is only spoken on this computer (127.0.0.1): give --tls CERT KEY to listen on "
            f"{options.host}"
        )
    if options.live_rate <= 0:
        parser.error("--live-rate takes a number above 0")
    if options.inquiries is not None and not 0 <= options.inquiries <= 1_000_000:
        parser.error("--inquiries takes 0 to 1000000")
    if options.items is not None and not 300 <= options.items <= 50_000:
        parser.error("--items takes 300 to 50000")
    if options.ledger is not None and not 20 <= options.ledger <= 100_000:
        parser.error("--ledger takes 20 to 100000")
    if options.data is None and options.database is None:
        with tempfile.TemporaryDirectory(prefix="qpost-service-") as folder:
            return _run(options, f"{sqlite_url(Path(folder) / 'qpost.db')}")
    if options.database is not None:
        return _run(options, options.database)
    options.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    return _run(options, sqlite_url(options.data.resolve() / "qpost.db"))


def _run(options: argparse.Namespace, url: str) -> int:
    try:
        engine = open_engine(url)
        create_schema(engine)
        if options.create_account is not None:
            create_seller(
                engine,
                login=options.create_account,
                email=options.email,
                shop_names=options.shop,
                password=sys.stdin.readline().rstrip("\r\n"),
            )
            return OK
        return serve(
            engine,
            StartOptions(
                host=options.host,
                port=options.port,
                seed=options.seed,
                inquiries=options.inquiries,
                live_per_s=options.live_rate if options.live else None,
                tls=None if options.tls is None else (options.tls[0], options.tls[1]),
                with_parent=options.with_parent,
                requests_per_s=options.rate,
                items=options.items,
                ledger=options.ledger,
            ),
        )
    except AdministrationError as error:
        print(f"qpost-service: {error}", file=sys.stderr)
        return REFUSED
    except (SQLAlchemyError, OSError) as error:
        print(f"qpost-service: cannot start: {type(error).__name__}: {error}", file=sys.stderr)
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="qpost-service", description="The service the Qpost desktop speaks to."
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument(
        "--port", type=int, default=8443, help="port; 0 takes a free one (default: %(default)s)"
    )
    parser.add_argument("--data", type=Path, help="folder of the SQLite database; without it nothing is kept")
    parser.add_argument("--database", help="URL of another database, such as postgresql://user@host/name")
    parser.add_argument(
        "--seed", type=int, default=1, help="which demo seller is made (default: %(default)s)"
    )
    parser.add_argument("--inquiries", type=int, help="fill an empty database with a demo seller's inquiries")
    parser.add_argument("--items", type=int, help="items of the demo's first shop (default: 600)")
    parser.add_argument("--ledger", type=int, help="Qcash entries of the demo's first shop (default: 260)")
    parser.add_argument("--live", action="store_true", help="let demo customers write and react")
    parser.add_argument(
        "--live-rate", type=float, default=LIVE_PER_S, help="new inquiries a second (default: 2 a minute)"
    )
    parser.add_argument(
        "--tls", nargs=2, type=Path, metavar=("CERT", "KEY"), help="certificate and key (PEM)"
    )
    parser.add_argument("--rate", type=float, help="requests a second for each account; 0 is no limit")
    parser.add_argument("--with-parent", action="store_true", help="end when standard input is closed")
    admin = parser.add_argument_group("accounts of a team")
    admin.add_argument(
        "--create-account", metavar="LOGIN", help="store an account; password on standard input"
    )
    admin.add_argument("--email", default="", help="the account's e-mail address")
    admin.add_argument(
        "--shop", action="append", default=[], metavar="NAME", help="a shop of it (repeatable)"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
