"""Why: a store with a million inquiries is made once and kept, so that a benchmark only measures."""

import random
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import structs

from benchmarks._account import FOLDER, KEY, SHOP
from qpost.models.inquiry import Inquiry, InquiryId, MessageId
from qpost.server.callers import Caller
from qpost.server.database import create_schema, inquiries, open_engine, reading, sqlite_url
from qpost.server.inquiry_rows import select_inquiries, to_inquiries
from qpost.server.simulator.population import populate
from qpost.store.account_store import AccountStore

_PAGE = 500
_MADE_AT = datetime(2026, 9, 1, tzinfo=UTC)
_NEAR = 500
_DIFFERENT = 20_000
"""Exchanges the simulator writes; further ones repeat these at other times, by other customers."""


def filled_store(count: int) -> Path:
    """Return an encrypted store with ``count`` inquiries of one shop, making it when there is none.

    Its key is ``KEY``, its shop ``SHOP``. Who writes to it works on a copy.
    """
    path = FOLDER / f"store-{count}.db"
    if not path.exists():
        being_made = path.with_suffix(".part")
        for name in (being_made, Path(f"{being_made}-wal"), Path(f"{being_made}-shm")):
            name.unlink(missing_ok=True)
        fill(being_made, demo_pages(count))
        being_made.rename(path)
    return path


def fill(path: Path, pages: Iterator[Sequence[Inquiry]]) -> float:
    """Fill a new store at ``path`` by the program's own write path; return the seconds it was written."""
    store = AccountStore(path, KEY, now=datetime.now(UTC))
    written_s, done = 0.0, 0
    for page in pages:
        start = time.perf_counter()
        store.inquiry_writes.put(SHOP, page)
        written_s += time.perf_counter() - start
        done += len(page)
        if done % 50_000 == 0:
            print(f"{path.name}: {done:,} inquiries", file=sys.stderr)
    start = time.perf_counter()
    store.close()
    return written_s + time.perf_counter() - start


def demo_pages(count: int) -> Iterator[list[Inquiry]]:
    """Yield ``count`` inquiries with their messages, oldest first, a page of the change feed at a time."""
    written = _exchanges(min(count, _DIFFERENT))
    names = [inquiry.customer for inquiry in written]
    draw = random.Random(1)  # noqa: S311 - a benchmark, not a secret
    rounds = -(-count // len(written))
    step = (written[-1].received_at - written[0].received_at) / max(1, count)
    page: list[Inquiry] = []
    for number in range(count):
        inquiry = written[number // rounds] if rounds > 1 else written[number]
        if rounds > 1:  # neighbours in time, so that what is open stays new, but not the same one in a row
            near = number // rounds + draw.randrange(-_NEAR, _NEAR)
            inquiry = written[min(max(near, 0), len(written) - 1)]
            received_at = written[0].received_at + step * number
            inquiry = _again(inquiry, number, by=received_at - inquiry.received_at)
            inquiry = structs.replace(inquiry, customer=names[draw.randrange(len(names))])
        page.append(inquiry)
        if len(page) == _PAGE:
            yield page
            page = []
    if page:
        yield page


def _again(inquiry: Inquiry, number: int, *, by: timedelta) -> Inquiry:
    """Return ``inquiry`` as another one that came ``by`` later."""
    order_no = None if inquiry.order_no is None else str(int(inquiry.order_no) + 17 * number)
    return structs.replace(
        inquiry,
        id=InquiryId(f"q{number + 1}"),
        number=str(30_000_000 + number),
        order_no=order_no,
        received_at=inquiry.received_at + by,
        updated_at=inquiry.updated_at + by,
        replied_at=None if inquiry.replied_at is None else inquiry.replied_at + by,
        messages=tuple(
            structs.replace(message, id=MessageId(f"m{number + 1}-{place}"), at=message.at + by)
            for place, message in enumerate(inquiry.messages or ())
        ),
    )


def _exchanges(count: int) -> list[Inquiry]:
    path = FOLDER / f"service-{count}.db"
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = open_engine(sqlite_url(path))
    create_schema(engine)
    populate(engine, seed=1, inquiries=count, now=_MADE_AT)
    caller = Caller(account_id=1, family="", extension="", access_expires_at=_MADE_AT)
    found: list[Inquiry] = []
    with reading(engine) as connection:
        while True:
            last = int(found[-1].id[1:]) if found else 0
            wanted = select_inquiries(inquiries.c.id > last).order_by(inquiries.c.id).limit(_PAGE)
            rows = connection.execute(wanted).all()
            if not rows:
                break
            found += to_inquiries(connection, rows, caller=caller, now=_MADE_AT, with_messages=True)
    engine.dispose()
    return [Inquiry(**{name: getattr(one, name) for name in Inquiry.__struct_fields__}) for one in found]
