"""Why: the past of a very large demo: a library of conversations is replayed inside the database.

Composing and binding every text one by one limits the speed, so for the past the texts are composed
once, with marks for what differs, and one statement for each batch fills them in for other customers,
orders and days.
"""

from bisect import bisect_right
from typing import NamedTuple

from sqlalchemy import BigInteger, Boolean, Column, Integer, MetaData, Table, Text

from qpost.server.simulator.bulk import Loader, Rows
from qpost.server.simulator.catalogue import Draw
from qpost.server.simulator.people import JAPANESE, Buyer
from qpost.server.simulator.phrases.manners import PLACES
from qpost.server.simulator.threads import Conversation
from qpost.server.simulator.timeline import DAY_US
from qpost.server.simulator.wording import short_date

MARKS = {"order": "{order}", "tracking": "{tracking}", "date": "{date}"}
MARKED_BUYERS = tuple(
    Buyer("{name}", "{mail}", f"03-0000-{number:04d}", place, number % 3 == 0, JAPANESE)
    for number, place in enumerate(PLACES * 6)
)
"""Stand-ins for the buyers of the library."""

_NO_MARK, _NAME_ONLY, _SEVERAL = 0, 1, 2
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
    Column("body", Text),
    Column("marks", Integer),
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
    Column("number", Text),
    Column("received_us", BigInteger),
    Column("seq", BigInteger),
    Column("customer", Text),
    Column("mail", Text),
    Column("order_no", Text),
    Column("cart_no", Text),
    Column("tracking_no", Text),
    Column("paid_on", Text),
    prefixes=["TEMPORARY"],
)
TABLES = (_scripts, _notes, _files, _arrivals)


def _filled(column: str, marks: str) -> str:
    """Return SQL that fills in ``column``; ``marks`` is the column that tells how much there is to do."""
    name = f"replace({column}, '{{name}}', a.customer)"
    whole = name
    for mark, value in (
        ("order", "a.order_no"),
        ("tracking", "a.tracking_no"),
        ("date", "a.paid_on"),
        ("mail", "a.mail"),
    ):
        whole = f"replace({whole}, '{{{mark}}}', {value})"
    return f"CASE {marks} WHEN {_NO_MARK} THEN {column} WHEN {_NAME_ONLY} THEN {name} ELSE {whole} END"


def _marks_in(text: str) -> int:
    rest = text.replace("{name}", "")
    return _SEVERAL if "{" in rest else _NO_MARK if rest == text else _NAME_ONLY


_JOIN = "FROM demo_arrivals a JOIN demo_scripts s ON s.script = a.script"
_TITLE = "replace({}, '{{order}}', a.order_no)"
_FOR_CUSTOMERS = "CASE s.source WHEN 'customer' THEN {} ELSE {} END"
_CENTRE = "'Qoo10カスタマーセンター'"
_INQUIRY = ", ".join(
    (
        "a.id, s.shop_id, a.number, s.source, s.visibility, s.kind, s.category, s.status, s.hidden",
        _TITLE.format("s.title"),
        _FOR_CUSTOMERS.format("a.customer", _CENTRE),
        _FOR_CUSTOMERS.format("a.mail", "''"),
        "s.restricted, s.item_no",
        "CASE WHEN s.order_lines IS NOT NULL THEN a.order_no END",
        "CASE WHEN s.order_lines IS NOT NULL THEN a.cart_no END",
        "a.received_us, a.received_us + s.replied_us, a.received_us + s.updated_us",
        "s.version, s.handled_by, s.message_count",
        f"substr({_filled('s.preview', 's.preview_marks')}, 1, 100)",
        "a.seq",
    )
)
_MESSAGE = ", ".join(
    (
        "a.id, n.position, n.author",
        "CASE n.author_name WHEN '{name}' THEN a.customer ELSE n.author_name END",
        _TITLE.format("n.title"),
        _filled("n.body", "n.marks"),
        "a.received_us + n.at_us, n.auto, n.extension",
    )
)
_NOTES_JOIN = "FROM demo_arrivals a JOIN demo_notes n ON n.script = a.script"
_STATEMENTS = (
    f"""INSERT INTO orders SELECT s.shop_id, a.order_no, s.order_lines, a.received_us + s.paid_us,
    a.received_us + s.shipped_us, a.received_us + s.delivered_us, s.carrier, a.tracking_no, s.on_time
    {_JOIN} WHERE s.order_lines IS NOT NULL ORDER BY a.id""",
    f"INSERT INTO inquiries SELECT {_INQUIRY} {_JOIN} ORDER BY a.id",
    f"INSERT INTO messages SELECT {_MESSAGE} {_NOTES_JOIN} ORDER BY a.id, n.position",
    """INSERT INTO message_attachments SELECT a.id, f.position, f.ordinal, f.attachment_id
    FROM demo_arrivals a JOIN demo_files f ON f.script = a.script ORDER BY a.id, f.position, f.ordinal""",
    "DELETE FROM demo_arrivals",
)


class _Script(NamedTuple):
    number: int
    shop_index: int
    lasts_us: int
    paid_us: int


class Library:
    """The conversations that may be replayed; add them all, then :meth:`open`."""

    def __init__(self, loader: Loader, draw: Draw, *, now_us: int) -> None:
        self._loader = loader
        self._draw = draw
        self._now_us = now_us
        self._scripts: dict[int, list[_Script]] = {}
        self._durations: dict[int, list[int]] = {}
        self._rows: dict[Table, Rows] = {table: [] for table in TABLES}
        self._next_order = 250_000_000
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
                talk.restricted, talk.title, row[13], order.lines_json if order else None,
                order.carrier if order else None, *offsets,
                replied - start if isinstance(replied, int) else None, updated,
                order.on_time if order else None, row[19], row[20], len(talk.notes),
                last_line,
                _marks_in(last_line),
            )
        )  # fmt: skip
        for position, note in enumerate(talk.notes, 1):
            self._rows[_notes].append(
                (number, position, *note[:4], _marks_in(note.body), note.at_us - start, *note[5:7])
            )
        self._rows[_files] += [(number, *place) for place in attached]
        lasts_us = max(updated, *(offset for offset in offsets if offset is not None), 0)
        script = _Script(number, shop_index, lasts_us, offsets[0] or -2 * DAY_US)
        self._scripts.setdefault(shop_index, []).append(script)

    def open(self) -> None:
        """Store the library; shorter conversations come first."""
        for table in (_scripts, _notes, _files):
            self._loader.write(table, self._rows[table])
        for shop_index, scripts in self._scripts.items():
            scripts.sort(key=lambda script: script.lasts_us)
            self._durations[shop_index] = [script.lasts_us for script in scripts]

    def cast(
        self, *, number: str, row_id: int, shop_index: int, received_us: int, seq: int, buyer: Buyer
    ) -> None:
        """Replay a conversation that was over by now as one received at ``received_us``."""
        draw = self._draw
        ended = bisect_right(self._durations[shop_index], self._now_us - received_us)
        script = self._scripts[shop_index][int(draw() * ended)]
        self._next_order += 1 + int(draw() * 9)
        order = self._next_order
        tracking = f"{int(1000 + 9000 * draw())}-{order // 10_000 % 10_000:04d}-{order % 10_000:04d}"
        self._rows[_arrivals].append(
            (row_id, script.number, number, received_us, seq, buyer.name, buyer.mail, str(order),
             str(order // 3), tracking, short_date(received_us + script.paid_us))
        )  # fmt: skip

    def flush(self) -> None:
        """Turn the arrivals into inquiries, orders and messages."""
        self._loader.write(_arrivals, self._rows[_arrivals])
        self._rows[_arrivals].clear()
        for statement in _STATEMENTS:
            self._loader.run(statement)

    @property
    def waiting(self) -> int:
        """How many arrivals were cast since the last flush."""
        return len(self._rows[_arrivals])
