"""Why: what Qoo10 knows and does for one seller, apart from how it says so."""

import bisect
import random
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.qapi.quirks import Order, Quirks
from tests.qapi.rows import STATUSES, Row

KEY_LASTS = timedelta(days=365)


class Denied(Exception):
    """An error of the service's own, with its number."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True)
class Reply:
    """An answer the service took in, with the moment it did."""

    type: str
    question_no: str
    seq_no: str
    text: str
    at: datetime


class Market:
    """One seller's inquiries, keys and the replies received; thread-safe. ``now`` is the service's clock."""

    def __init__(
        self,
        rows: Iterable[Row] = (),
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        api_key: str = "api-key-K3y0fTheSeller",
        login: str = "akari_shop",
        password: str = "pass&word＝秘密",  # noqa: S107 - the stand-in's own
    ) -> None:
        self.now = now
        self.api_key = api_key
        self.login = login
        self.password = password
        self.replies: list[Reply] = []
        self.orders: dict[str, list[dict[str, object]]] = {}
        self.items: dict[str, dict[str, object]] = {}
        self.rows: list[Row] = []
        self.lock = threading.RLock()
        self._listed: dict[str, list[tuple[int, int]]] = {status: [] for status in STATUSES}
        self._lingering: dict[str, dict[int, int]] = {status: {} for status in STATUSES}
        self._threads: dict[tuple[str, str], list[int]] = {}
        self._keys: dict[str, datetime] = {}
        self._keys_made = 0
        for row in rows:
            self._keep(row)
        for status in STATUSES:
            self._listed[status].sort()

    # what a test does to the service

    def add(
        self, row: Row | None = None, *, question_no: str = "", at: datetime | None = None, **changes: Any
    ) -> Row:
        """Let a customer write: ``row``, or one with ``changes``, now or ``at``. A known thread goes on.

        ``type``, ``seq_no``, ``status``, ``title``, ``body`` and all else of ``Row`` may be in ``changes``.
        """
        with self.lock:
            if row is None:
                row = self._new_row(question_no, at or self.now(), changes)
            self._keep(row)
            self._listed[row.status].sort()  # nearly sorted, which takes a moment
            return row

    def follow_up(self, row: Row, body: str, *, quirks: Quirks, at: datetime | None = None) -> Row:
        """Let the customer ask again in ``row``'s thread; by ``thread_status`` all of it is unprocessed."""
        with self.lock:
            asked = self.add(question_no=row.question_no, type=row.type, body=body, at=at)
            if quirks.thread_status:
                self.set_status(row, "S1", quirks=quirks)
            return asked

    def set_status(self, row: Row, status: str, *, quirks: Quirks) -> None:
        """Change the status of ``row``, or by ``thread_status`` of its whole thread."""
        with self.lock:
            numbers = self._threads[row.thread]
            if not quirks.thread_status:
                numbers = [number for number in numbers if self.rows[number].seq_no == row.seq_no]
            for number in numbers:
                self._move(number, status, linger_reads=quirks.linger_reads)

    def change_password(self, password: str) -> None:
        """Change the password, which voids every key made."""
        with self.lock:
            self.password = password
            self._keys.clear()

    def change_api_key(self, api_key: str) -> None:
        """Replace the API key: the old one has expired."""
        with self.lock:
            self.api_key = api_key

    # what the service does

    def new_key(self, *, api_key: str, login: str, password: str, quirks: Quirks) -> str:
        """Make a certification key."""
        with self.lock:
            if api_key != self.api_key:
                raise Denied(quirks.api_key_code, "The API key is not valid or has expired.")
            if (login, password) != (self.login, self.password):
                raise Denied(quirks.password_code, "IDまたはパスワードが正しくありません。")
            self._keys_made += 1
            key = f"SAK{self._keys_made:04d}_g_1_certificate-secret"
            self._keys[key] = self.now()
            return key

    def check_key(self, key: str, *, quirks: Quirks) -> None:
        """Raise ``Denied`` unless ``key`` was made, is not a year old and the password is still the same."""
        with self.lock:
            made_at = self._keys.get(key)
            if made_at is None or self.now() - made_at >= KEY_LASTS:
                raise Denied(quirks.void_key_code, f"Certification key {key} is not valid.")

    def found(self, *, status: str, start: int, end: int, quirks: Quirks, seed: int) -> list[Row]:
        """List rows from ``start`` to ``end`` (seconds, both included), as the quirks order and cut them."""
        with self.lock:
            listed = self._listed.get(status, [])
            low, high = bisect.bisect_left(listed, (start, 0)), bisect.bisect_left(listed, (end + 1, 0))
            numbers = [number for _, number in listed[low:high]]
            numbers += self._lingering_in(status, start, end)
            rows = [self.rows[number] for number in numbers]
        _put_in_order(rows, quirks.order, seed)
        if quirks.duplicate_every:
            step = quirks.duplicate_every
            rows = [each for place, row in enumerate(rows, 1) for each in (row,) * (1 + (place % step == 0))]
        return rows[: quirks.row_cap]

    def take_reply(self, *, type: str, question_no: str, seq_no: str, text: str, quirks: Quirks) -> None:
        """Keep a reply, however often it comes, and settle the inquiry."""
        with self.lock:
            numbers = self._threads.get((type, question_no), [])
            meant = [number for number in numbers if self.rows[number].seq_no == seq_no]
            if not meant or not text:
                raise Denied(-10001, "There is no such inquiry.")
            self.replies.append(Reply(type, question_no, seq_no, text, self.now()))
            self.set_status(self.rows[meant[0]], "S3", quirks=quirks)

    # inside

    def _new_row(self, question_no: str, at: datetime, changes: dict[str, Any]) -> Row:
        number = question_no or str(900_000_000 + len(self.rows))
        known: dict[str, Any] = {
            "type": "MSG", "question_no": number, "seq_no": "", "second": int(at.timestamp()), "status": "S1",
            "title": "質問", "body": "いつ届きますか。", "customer": "山田", "item_name": "傘",
        }  # fmt: skip
        known |= changes
        known["seq_no"] = known["seq_no"] or str(len(self._threads.get((str(known["type"]), number), ())) + 1)
        return Row(**known)

    def _keep(self, row: Row) -> None:
        number = len(self.rows)
        self.rows.append(row)
        self._listed[row.status].append((row.second, number))
        self._threads.setdefault(row.thread, []).append(number)

    def _move(self, number: int, status: str, *, linger_reads: int) -> None:
        row = self.rows[number]
        if row.status == status:
            return
        entry = (row.second, number)
        old = self._listed[row.status]
        del old[bisect.bisect_left(old, entry)]
        if linger_reads:
            self._lingering[row.status][number] = linger_reads
        self._lingering[status].pop(number, None)
        bisect.insort(self._listed[status], entry)
        row.status = status

    def _lingering_in(self, status: str, start: int, end: int) -> list[int]:
        lingering = self._lingering.get(status, {})
        shown = [number for number in lingering if start <= self.rows[number].second <= end]
        for number in shown:
            lingering[number] -= 1
            if lingering[number] == 0:
                del lingering[number]
        return shown


def _put_in_order(rows: list[Row], order: Order, seed: int) -> None:
    if order is Order.NEWEST:
        rows.sort(key=lambda row: row.second, reverse=True)
    elif order is Order.NUMBER:
        rows.sort(key=lambda row: (row.question_no, row.seq_no))
    elif order is Order.SHUFFLED:
        random.Random(seed).shuffle(rows)  # noqa: S311 - repeatable
    else:
        rows.sort(key=lambda row: row.second)
