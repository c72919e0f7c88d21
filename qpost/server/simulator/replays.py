"""Why: the past of a very large demo: a library of conversations is replayed inside the database.

Composing and binding every text one by one limits the speed, so for the past the texts are composed
once, with marks for what differs, and one statement for each batch fills them in for other customers,
orders and days.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import BigInteger, Boolean, Column, Integer, MetaData, Table, Text

from qpost.server.changes import PREVIEW_LENGTH
from qpost.server.simulator.bulk import Loader, Rows
from qpost.server.simulator.catalogue import FIRST_INQUIRY_NO, PLANS, Draw, some_shop
from qpost.server.simulator.people import JAPANESE, Buyer
from qpost.server.simulator.phrases.manners import PLACES
from qpost.server.simulator.threads import Conversation
from qpost.server.simulator.timeline import DAY_US, HOUR_US
from qpost.server.simulator.wording import short_date

MARKS = {"order": "{order}", "tracking": "{tracking}", "date": "{date}"}
MARKED_BUYERS = tuple(
    Buyer("{name}", "{mail}", f"03-0000-{number:04d}", place, number % 3 == 0, JAPANESE)
    for number, place in enumerate(PLACES * 6)
)
"""Stand-ins for the buyers of the library."""

_FIRST_ORDER_NO = 250_000_000
_JST_OFFSET_US = 9 * HOUR_US
_metadata = MetaData()

_scripts = Table(
    "demo_scripts",
    _metadata,
    Column("script", Integer, primary_key=True),
    Column("shop_id", BigInteger),
    Column("source", Text),
    Column("visibility", Text),
    Column("kind", Text),
    Column("category", Text),
    Column("status", Text),
    Column("hidden", Boolean),
    Column("restricted", Boolean),
    Column("title", Text),
    Column("title_marks", Integer),
    Column("item_no", Text),
    Column("order_lines", Text),  # NULL: not about an order
    Column("carrier", Text),
    Column("paid_us", BigInteger),  # this and the next four: from the arrival
    Column("shipped_us", BigInteger),
    Column("delivered_us", BigInteger),
    Column("replied_us", BigInteger),
    Column("updated_us", BigInteger),
    Column("on_time", Boolean),
    Column("version", Integer),
    Column("handled_by", Text),
    Column("message_count", Integer),
    Column("preview", Text),
    Column("preview_marks", Integer),
    prefixes=["TEMPORARY"],
)
_notes = Table(
    "demo_notes",
    _metadata,
    Column("script", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("author", Text),
    Column("author_name", Text),
    Column("title", Text),
    Column("title_marks", Integer),
    Column("body", Text),
    Column("body_marks", Integer),
    Column("at_us", BigInteger),  # from the arrival
    Column("auto", Boolean),
    Column("extension", Text),
    prefixes=["TEMPORARY"],
    sqlite_with_rowid=False,
)
_files = Table(
    "demo_files",
    _metadata,
    Column("script", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("attachment_id", BigInteger),
    prefixes=["TEMPORARY"],
)
_arrivals = Table(
    "demo_arrivals",
    _metadata,
    Column("id", Integer, primary_key=True),
    Column("script", Integer),
    Column("received_us", BigInteger),
    Column("seq", BigInteger),
    Column("customer", Text),
    Column("mail", Text),
    Column("order_no", Text),  # nine digits, from which cart and tracking number are made
    Column("paid_on", Text),
    prefixes=["TEMPORARY"],
)
TABLES = (_scripts, _notes, _files, _arrivals)


_TRACKING_NO = (
    "CAST(1000 + a.received_us % 9000 AS TEXT) || '-' || substr(a.order_no, 2, 4)"
    " || '-' || substr(a.order_no, 6, 4)"
)
_CART_NO = "CAST(CAST(a.order_no AS BIGINT) / 3 AS TEXT)"
_VALUES = (
    ("{name}", "a.customer"),
    ("{order}", "a.order_no"),
    ("{date}", "a.paid_on"),
    ("{tracking}", _TRACKING_NO),
    ("{mail}", "a.mail"),
)
"""Each mark and the SQL of what takes its place; a text's marks are bits in this order."""


def _marks_in(text: str) -> int:
    return sum(1 << bit for bit, (mark, _) in enumerate(_VALUES) if mark in text)


def _filled(column: str) -> str:
    """Return SQL that fills in ``column``, looking only for the marks that ``<column>_marks`` tells."""
    cases = [f"CASE {column}_marks WHEN 0 THEN {column}"]
    for marks in sorted(range(1, 1 << len(_VALUES)), key=int.bit_count):
        text = column
        for bit, (mark, value) in enumerate(_VALUES):
            if marks & 1 << bit:
                text = f"replace({text}, '{mark}', {value})"
        cases.append(f"WHEN {marks} THEN {text}")
    return " ".join([*cases, "END"])


_JOIN = "FROM demo_arrivals a JOIN demo_scripts s ON s.script = a.script"
_FOR_CUSTOMERS = "CASE s.source WHEN 'customer' THEN {} ELSE {} END"
_CENTRE = "'Qoo10カスタマーセンター'"
_INQUIRY = ", ".join(
    (
        f"a.id, s.shop_id, CAST({FIRST_INQUIRY_NO} + a.id AS TEXT), s.source, s.visibility, s.kind",
        "s.category, s.status, s.hidden",
        _filled("s.title"),
        _FOR_CUSTOMERS.format("a.customer", _CENTRE),
        _FOR_CUSTOMERS.format("a.mail", "''"),
        "s.restricted, s.item_no",
        "CASE WHEN s.order_lines IS NOT NULL THEN a.order_no END",
        f"CASE WHEN s.order_lines IS NOT NULL THEN {_CART_NO} END",
        "a.received_us, a.received_us + s.replied_us, a.received_us + s.updated_us",
        "s.version, s.handled_by, s.message_count",
        f"substr({_filled('s.preview')}, 1, {PREVIEW_LENGTH})",
        "a.seq",
    )
)
_MESSAGE = ", ".join(
    (
        "a.id, n.position, n.author",
        "CASE n.author_name WHEN '{name}' THEN a.customer ELSE n.author_name END",
        _filled("n.title"),
        _filled("n.body"),
        "a.received_us + n.at_us, n.auto, n.extension",
    )
)
_NOTES_JOIN = "FROM demo_arrivals a JOIN demo_notes n ON n.script = a.script"
_STATEMENTS = (
    f"""INSERT INTO orders SELECT s.shop_id, a.order_no, s.order_lines, a.received_us + s.paid_us,
    a.received_us + s.shipped_us, a.received_us + s.delivered_us, s.carrier, {_TRACKING_NO}, s.on_time
    {_JOIN} WHERE s.order_lines IS NOT NULL ORDER BY a.id""",
    f"INSERT INTO inquiries SELECT {_INQUIRY} {_JOIN} ORDER BY a.id",
    f"INSERT INTO messages SELECT {_MESSAGE} {_NOTES_JOIN} ORDER BY a.id, n.position",
    """INSERT INTO message_attachments SELECT a.id, f.position, f.ordinal, f.attachment_id
    FROM demo_arrivals a JOIN demo_files f ON f.script = a.script ORDER BY a.id, f.position, f.ordinal""",
    "DELETE FROM demo_arrivals",
)


class _Script(NamedTuple):
    number: int
    lasts_us: int
    paid_us: int  # from the arrival


class Library:
    """The conversations that may be replayed; add them all, then :meth:`open`."""

    def __init__(self, loader: Loader, draw: Draw, *, now_us: int) -> None:
        self._loader = loader
        self._draw = draw
        self._now_us = now_us
        self._scripts: list[list[_Script]] = [[] for _ in PLANS]
        self._durations: list[list[int]] = []
        self._rows: dict[Table, Rows] = {table: [] for table in TABLES}
        self._order_no = _FIRST_ORDER_NO
        self._dates: dict[int, str] = {}
        for table in TABLES:
            loader.create(table)

    def add(self, shop_index: int, row: tuple[object, ...], talk: Conversation, *, attached: Rows) -> None:
        """Take a conversation; ``row`` is what ``inquiries`` would hold.

        ``attached`` lists (position, ordinal, attachment) of its files.
        """
        number = len(self._rows[_scripts]) + 1
        start = talk.notes[0].at_us
        order = talk.order
        moments = (order.paid_us, order.shipped_us, order.delivered_us) if order else (None, None, None)
        offsets = [None if moment is None else moment - start for moment in moments]
        replied = row[17]
        last_line = " ".join(talk.notes[-1].body[:400].split())
        updated = talk.notes[-1].at_us - start
        self._rows[_scripts].append(
            (
                number, row[1], talk.source, row[4], talk.kind, talk.category, talk.status, talk.hidden,
                talk.restricted, talk.title, _marks_in(talk.title), row[13],
                order.lines_json if order else None, order.carrier if order else None, *offsets,
                replied - start if isinstance(replied, int) else None, updated,
                order.on_time if order else None, row[19], row[20], len(talk.notes),
                last_line,
                _marks_in(last_line),
            )
        )  # fmt: skip
        for position, note in enumerate(talk.notes, 1):
            self._rows[_notes].append(
                (number, position, *note[:3], _marks_in(note.title), note.body, _marks_in(note.body),
                 note.at_us - start, *note[5:7])
            )  # fmt: skip
        self._rows[_files] += [(number, *place) for place in attached]
        lasts_us = max(updated, *(offset for offset in offsets if offset is not None), 0)
        self._scripts[shop_index].append(_Script(number, lasts_us, offsets[0] or -2 * DAY_US))

    def open(self) -> None:
        """Store the library; shorter conversations come first."""
        for table in (_scripts, _notes, _files):
            self._loader.write(table, self._rows[table])
        for scripts in self._scripts:
            scripts.sort(key=lambda script: script.lasts_us)
        self._durations = [[script.lasts_us for script in scripts] for scripts in self._scripts]

    def replay(
        self, times: Sequence[int], *, first_id: int, last_seqs: list[int], people: Sequence[Buyer]
    ) -> None:
        """Store an inquiry for each of ``times``: a conversation that was over by now, for other people.

        ``last_seqs`` holds each shop's last ``seq`` and is moved on.
        """
        arrivals: Rows = []
        draw, dates, order_no = self._draw, self._dates, self._order_no
        for row_id, received_us in enumerate(times, first_id):
            shop_index = some_shop(draw)
            last_seqs[shop_index] += 1
            ended = bisect_right(self._durations[shop_index], self._now_us - received_us)
            script, _, paid_us = self._scripts[shop_index][int(draw() * ended)]
            luck = draw()
            buyer = people[int(luck * luck * len(people))]
            order_no += 1 + int(draw() * 9)
            paid_us += received_us
            day = (paid_us + _JST_OFFSET_US) // DAY_US
            paid_on = dates.get(day) or dates.setdefault(day, short_date(paid_us))
            seq = last_seqs[shop_index]
            arrivals.append(
                (row_id, script, received_us, seq, buyer.name, buyer.mail, str(order_no), paid_on)
            )
        self._order_no = order_no
        self._loader.write(_arrivals, arrivals)
        for statement in _STATEMENTS:
            self._loader.run(statement)
