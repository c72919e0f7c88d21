"""Why: holds everything that runs together: the web server, demo data, its customers and the parent."""

import contextlib
import os
import socket
import ssl
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import msgspec
import uvicorn
from sqlalchemy import Engine, select

from qpost.server.administration import AdministrationError
from qpost.server.app import REQUESTS, build_app, build_service, utc_now
from qpost.server.database import accounts, reading, settle_numbers, shops
from qpost.server.events import EventHub
from qpost.server.http_protocol import ProblemProtocol
from qpost.server.ids import SHOP, public_id
from qpost.server.rates import Rate

_DRAIN_S = 1
_LAST_RESORT_S = 4.0
LIVE_PER_S = 1 / 30


@dataclass(frozen=True)
class StartOptions:
    """How to serve; ``inquiries`` None leaves the database as it is, ``tls`` is certificate and key.

    ``items`` and ``ledger``: how much the demo's first shop sells and how long its Qcash ledger is; None is
    the usual. ``live_per_s``: how many new inquiries demo customers write a second; None lets them rest.
    """

    host: str = "127.0.0.1"
    port: int = 0
    seed: int = 1
    inquiries: int | None = None
    live_per_s: float | None = None
    tls: tuple[Path, Path] | None = None
    with_parent: bool = False
    requests_per_s: float | None = None
    items: int | None = None
    ledger: int | None = None


class _Server(uvicorn.Server):
    """Announces itself when it accepts, and ends event streams as soon as it is asked to stop."""

    def __init__(
        self, config: uvicorn.Config, *, hub: EventHub, announcement: dict[str, object], with_parent: bool
    ) -> None:
        super().__init__(config)
        self._hub = hub
        self._announcement = announcement
        self._with_parent = with_parent

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.should_exit:
            return
        if self._with_parent:  # from here on only: on Windows a pending read would hold a failed start's exit
            threading.Thread(target=self._watch_parent, name="parent", daemon=True).start()
        sys.stdout.buffer.write(msgspec.json.encode(self._announcement) + b"\n")
        sys.stdout.buffer.flush()

    def handle_exit(self, _signal: int, _frame: FrameType | None) -> None:
        """Stop without raising the signal again afterwards: being asked to end is no failure."""
        self.leave()

    def leave(self) -> None:
        """Stop as if a signal had asked for it; may be called from any thread."""
        self._hub.close()
        self.should_exit = True

    def _watch_parent(self) -> None:
        """End with the parent: its end of our standard input closes, however it died."""
        while os.read(sys.stdin.fileno(), 4096):
            pass
        leave_by_force = threading.Timer(_LAST_RESORT_S, os._exit, (0,))
        leave_by_force.daemon = True
        leave_by_force.start()
        self.leave()


def serve(engine: Engine, options: StartOptions) -> int:
    """Serve until a signal (or the parent) ends it; prints one JSON line when ready. Returns 0."""
    demo: dict[str, object] = {"login": None, "password": None}
    if options.inquiries is not None:
        demo = _populate(engine, options, inquiries=options.inquiries)
    per_s = REQUESTS.per_s if options.requests_per_s is None else options.requests_per_s
    service = build_service(engine, requests=Rate(per_s=per_s, burst=max(int(per_s * 5), 1)))
    with _listening(options) as listener:
        config = uvicorn.Config(
            build_app(service),
            http=ProblemProtocol,
            ws="none",
            loop="asyncio",
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="on",
            timeout_graceful_shutdown=_DRAIN_S,
            ssl_certfile=None if options.tls is None else options.tls[0],
            ssl_keyfile=None if options.tls is None else options.tls[1],
            ssl_version=ssl.PROTOCOL_TLS_SERVER,
        )
        announcement: dict[str, object] = {
            "url": _url(listener, options),
            **demo,
            "shops": _shops(engine, demo["login"]),
        }
        server = _Server(config, hub=service.hub, announcement=announcement, with_parent=options.with_parent)
        with _live_customers(engine, options, service.hub):
            server.run(sockets=[listener])
    engine.dispose()
    return 0


def _populate(engine: Engine, options: StartOptions, *, inquiries: int) -> dict[str, object]:
    """Fill an empty database with the demo and return what its announcement says of whom to sign in as."""
    from qpost.server.simulator import populate
    from qpost.server.simulator.books import ACCOUNT_PASSWORD, OUTLET_LOGIN, Plenty, fill_books

    now, usual = utc_now(), Plenty()
    plenty = Plenty(items=options.items or usual.items, entries=options.ledger or usual.entries)
    try:
        seller = populate(engine, seed=options.seed, inquiries=inquiries, now=now)
        fill_books(engine, seed=options.seed, now=now, plenty=plenty)
    except ValueError as error:
        raise AdministrationError(f"no demo data here: {error}") from error
    settle_numbers(engine)
    return {
        "login": seller.login,
        "password": seller.password,
        "account_password": ACCOUNT_PASSWORD,
        "second_login": OUTLET_LOGIN,
    }


@contextlib.contextmanager
def _live_customers(engine: Engine, options: StartOptions, hub: EventHub) -> Iterator[None]:
    if options.live_per_s is None:
        yield
        return
    from qpost.server.simulator.live import LiveShop

    customers = LiveShop(engine, seed=options.seed, now=utc_now, wake=hub.wake, rate_per_s=options.live_per_s)
    customers.start()
    try:
        yield
    finally:
        customers.stop()


@contextlib.contextmanager
def _listening(options: StartOptions) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    # the protocol is named, because asyncio switches Nagle off only where it sees TCP
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((options.host, options.port))
        yield listener


def _url(listener: socket.socket, options: StartOptions) -> str:
    scheme = "http" if options.tls is None else "https"
    host = f"[{options.host}]" if ":" in options.host else options.host
    return f"{scheme}://{host}:{listener.getsockname()[1]}"


def _shops(engine: Engine, login: object) -> list[dict[str, str]]:
    query = select(shops.c.id, shops.c.name).order_by(shops.c.id)
    if login is not None:
        query = query.join(accounts, accounts.c.id == shops.c.account_id).where(accounts.c.login == login)
    with reading(engine) as connection:
        return [{"id": public_id(SHOP, row.id), "name": row.name} for row in connection.execute(query)]
