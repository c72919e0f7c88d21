"""Why: Qoo10 has no sandbox, so tests talk to a real HTTP server that answers as its seller API does."""

import http.server
import json
import random
import socket
import struct
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

from qpost.models.jst import JST
from tests.qapi import wire
from tests.qapi.faults import Armed, Fault, Kind
from tests.qapi.market import Denied, Market
from tests.qapi.quirks import Quirks

PREFIX = "/GMKT.INC.Front.QAPIService/ebayjapan.qapi"
CONTROL = "/stand-in"
KEY, LIST, ANSWER = "CreateCertificationKey", "GetInquiryMessage", "SetInquiryMessage"
ORDER, ITEM = "GetShippingAndClaimInfoByOrderNo_V2", "GetItemDetailInfo"
_UNKNOWN = -90001
_HANG_LIMIT_S = 30.0


@dataclass(frozen=True)
class Asked:
    """A request as it came: the last part of its method's name, its form, and when it began (its number)."""

    number: int
    method: str
    form: dict[str, str]
    headers: dict[str, str]
    path: str


class StandIn:
    """Serves ``market`` on this computer at :attr:`url` until :meth:`close`.

    ``quirks`` may be assigned at any time. ``counts`` tells how often each method was asked, faulty
    requests included; ``most_at_once`` how many requests were under way together.
    """

    def __init__(
        self, market: Market | None = None, *, quirks: Quirks | None = None, port: int = 0, seed: int = 1
    ) -> None:
        self.market = market or Market()
        self.quirks = quirks or Quirks()
        self.counts: Counter[str] = Counter()
        self.asked: list[Asked] = []
        self.most_at_once = 0
        self._under_way = 0
        self._chance = random.Random(seed)  # noqa: S311 - repeatable
        self._armed: list[Armed] = []
        self._lock = threading.Lock()
        self._lifted = threading.Event()
        self._over = threading.Event()
        self._server = _Server(self, port)
        self.port = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}{PREFIX}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True, name="stand-in"
        )
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def arm(self, fault: Fault, method: str | None = None, *, times: int | None = 1, skip: int = 0) -> None:
        """Do ``fault`` to the next ``times`` requests of ``method`` (None: of any) after ``skip`` of them."""
        self._lifted.clear()
        with self._lock:
            self._armed.append(Armed(method, fault, None, times, skip))

    def before(
        self, method: str | None, action: Callable[[], object], *, times: int | None = 1, skip: int = 0
    ) -> None:
        """Run ``action`` right before such a request is served: a password changes, a customer writes."""
        with self._lock:
            self._armed.append(Armed(method, None, action, times, skip))

    def lift(self) -> None:
        """Take every fault and action away; what hangs is cut."""
        with self._lock:
            self._armed.clear()
        self._lifted.set()

    def close(self) -> None:
        """Cut every connection and end the threads."""
        self._over.set()
        self.lift()
        self._server.shutdown()
        self._server.cut()
        self._server.server_close()
        self._thread.join(10)

    # inside: called by the handlers, on their threads

    def serve(self, path: str, headers: dict[str, str], form: dict[str, str]) -> "Served":
        """Answer one request."""
        parts = urlsplit(path)
        method = parts.path.removeprefix(f"{PREFIX}/")
        with self._lock:
            self._under_way += 1
            self.most_at_once = max(self.most_at_once, self._under_way)
            self.counts[method.rpartition(".")[2]] += 1
            number = sum(self.counts.values())
            self.asked.append(Asked(number, method.rpartition(".")[2], form, headers, path))
            struck = [each for each in self._armed if each.strikes(method)]
        try:
            return self._served(method, headers, form, number=number, struck=struck)
        finally:
            with self._lock:
                self._under_way -= 1

    def _served(
        self, method: str, headers: dict[str, str], form: dict[str, str], *, number: int, struck: list[Armed]
    ) -> "Served":
        quirks = self.quirks
        if quirks.slow_s:
            self._over.wait(quirks.slow_s)
        for each in struck:
            if each.action is not None:
                each.action()
        fault = next((each.fault for each in struck if each.fault is not None), None) or self._by_chance()
        acts = fault is None or fault.acts
        body = self._answer(method, headers, form, number) if acts else b""
        if fault is None or fault.kind is Kind.CUT_HALFWAY:
            return Served(200, "application/json; charset=utf-8", body, None if fault is None else fault.kind)
        if fault.kind is Kind.HANG:
            self._lifted.wait(_HANG_LIMIT_S)
        if fault.kind is Kind.GARBLED:
            return Served(fault.status, "application/json", b"\xff\xfe{nope", None)
        return Served(fault.status, "text/html; charset=utf-8", wire.PAGE.encode(), fault.kind)

    def _by_chance(self) -> Fault | None:
        if not self.quirks.failing or self._chance.random() >= self.quirks.failing:
            return None
        return Fault(Kind.PAGE, acts=self._chance.random() < 0.5, status=500)

    def _answer(self, method: str, headers: dict[str, str], form: dict[str, str], number: int) -> bytes:
        quirks, market = self.quirks, self.market
        key = headers.get("giosiscertificationkey", "")
        calls: dict[str, Callable[[], object]] = {
            f"CertificationAPI.{KEY}": lambda: self._new_key(key, form),
            f"CSCenter.{LIST}": lambda: self._listed(form, number),
            f"CSCenter.{ANSWER}": lambda: self._take_reply(form),
            f"ShippingBasic.{ORDER}": lambda: market.orders.get(form.get("OrderNo", ""), []),
            f"ItemsLookup.{ITEM}": lambda: market.items.get(form.get("ItemCode", "")),
        }
        call = {name.lower(): each for name, each in calls.items()}.get(method.lower())
        try:
            if call is None:
                raise Denied(_UNKNOWN, "存在しないAPIです。")
            if not method.lower().endswith(KEY.lower()):
                market.check_key(key, quirks=quirks)
            found = call()
        except Denied as denied:
            return wire.failure(denied, quirks)
        return found if isinstance(found, bytes) else wire.success(found, quirks)

    def _new_key(self, api_key: str, form: dict[str, str]) -> str:
        login, password = form.get("user_id", ""), form.get("pwd", "")
        return self.market.new_key(api_key=api_key, login=login, password=password, quirks=self.quirks)

    def _listed(self, form: dict[str, str], number: int) -> bytes:
        status = form.get("proc_status", "")
        start = _second(form.get("search_start_dt", ""), is_end=False)
        end = _second(form.get("search_end_dt", ""), is_end=True)
        self._check_span(start, end)
        rows = self.market.found(status=status, start=start, end=end, quirks=self.quirks, seed=number)
        return wire.listed(rows, status=status, quirks=self.quirks)

    def _check_span(self, start: int, end: int) -> None:
        quirks, now = self.quirks, int(self.market.now().timestamp())
        if quirks.reaches_back_days is not None and start < now - quirks.reaches_back_days * 86400:
            raise Denied(-20001, "The search period is too long ago.")
        if quirks.longest_days is not None and end - start > quirks.longest_days * 86400:
            raise Denied(-20002, "The search period is too long.")

    def _take_reply(self, form: dict[str, str]) -> None:
        self.market.take_reply(
            type=form.get("inq_type", ""),
            question_no=form.get("question_no", ""),
            seq_no=form.get("seq_no", ""),
            text=form.get("contents", ""),
            quirks=self.quirks,
        )

    def control(self, content: bytes) -> object:
        """Answer another process: ``GET /stand-in`` for the counts, ``POST`` with JSON to turn quirks."""
        if content:
            self.quirks = self.quirks.but(**json.loads(content))
        replies = [[each.type, each.question_no, each.seq_no, each.text] for each in self.market.replies]
        return {"counts": self.counts, "rows": len(self.market.rows), "replies": replies}


@dataclass(frozen=True)
class Served:
    """What goes out; ``kind`` names what is done to it on the way."""

    status: int
    media_type: str
    body: bytes
    kind: Kind | None


def _second(text: str, *, is_end: bool) -> int:
    """Read ``YYYYMMDD`` (the whole day) or ``YYYYMMDDHHMMSS`` in Japan."""
    try:
        if len(text) == 8:
            day = datetime.strptime(text, "%Y%m%d").replace(tzinfo=JST)
            return int((day + timedelta(days=1) if is_end else day).timestamp()) - is_end
        return int(datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=JST).timestamp())
    except ValueError:
        raise Denied(-10002, f"{text} is not a date.") from None


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, owner: StandIn, port: int) -> None:
        self.owner = owner
        self._open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", port), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of clients that went away."""

    def cut(self) -> None:
        for each in list(self._open):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        if self.path.startswith(CONTROL):
            return self._write(200, "application/json", json.dumps(self.server.owner.control(b"")))
        return self._serve(urlsplit(self.path).query)

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        if self.path.startswith(CONTROL):
            found = self.server.owner.control(content)
            return self._write(200, "application/json", json.dumps(found))
        return self._serve(content.decode("ascii"))

    def _serve(self, form: str) -> None:
        fields = dict(parse_qsl(form, keep_blank_values=True, errors="strict"))
        headers = {name.lower(): value for name, value in self.headers.items()}
        served = self.server.owner.serve(self.path, headers, fields)
        if served.kind is None or served.kind is Kind.PAGE:
            return self._write(served.status, served.media_type, served.body)
        if served.kind is Kind.CUT_HALFWAY:
            self._write(served.status, served.media_type, served.body, sends=len(served.body) // 2)
        self._cut()
        return None

    def _write(self, status: int, media_type: str, body: bytes | str, *, sends: int | None = None) -> None:
        content = body.encode() if isinstance(body, str) else body
        size = f"Content-Length: {len(content)}"
        head = f"HTTP/1.1 {status} Stand-in\r\nContent-Type: {media_type}\r\n{size}\r\n\r\n"
        self.wfile.write(head.encode("ascii") + content[:sends])  # in one piece: nothing waits for an ACK

    def _cut(self) -> None:
        """Close so that the peer sees a reset."""
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""
