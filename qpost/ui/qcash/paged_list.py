"""Why: ledger and history read, go on, fail and say that they are empty in the same way."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from qpost.models.errors import Offline, QpostError
from qpost.models.qcash import ChargePage, LedgerPage
from qpost.services.kept import Kept
from qpost.ui.errors import describe
from qpost.ui.i18n import Retranslated
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit
from qpost.ui.qcash.paged_model import Column, PagedModel
from qpost.ui.qcash.table import FigureTable
from qpost.ui.qcash.words import age_text
from qpost.ui.tokens import SPACE_XS
from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.layouts import column
from qpost.ui.widgets.notice import Notice

ReadPage = Callable[[str | None], Kept[LedgerPage] | Kept[ChargePage]]
"""Reads the page at a cursor; None is the first. Blocks, and raises as the services do."""

ReadKept = Callable[[], Kept[LedgerPage] | Kept[ChargePage] | None]
"""Reads the first page as it was last read, without the network."""

_LEAST_LINES = 9
"""Room for some rows, in heights of a line of text; without it the tallest notice would take its own."""


class PagedList(Retranslated):
    """A table over pages read off-thread; ``changed`` tells that its rows are others or more.

    What is kept is shown at once, what the service says takes its place. Nothing goes on from a first page
    that is being read anew, and an answer to an earlier question is dropped.
    """

    changed = Signal()

    def __init__(
        self,
        columns: Sequence[Column],
        kit: Kit,
        *,
        icon: str,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._now = now
        self._read: ReadPage | None = None
        self._cursor: str | None = None
        self._turn = 0
        self._asked_at = now()
        self._is_more_wanted = False
        self._is_first_lost = False
        self._error: QpostError | None = None
        self._read_at: datetime | None = None
        self._nothing = ("", "")
        self._is_reading = False
        self.model = PagedModel(columns, self)
        self._icon = icon
        self._faces = QStackedWidget(self)
        self.table = FigureTable(self.model, kit.theme, self._faces)
        self.notice = Notice(kit.assets, icon, self._faces)
        self.banner = Banner(self)
        self.age = QLabel(self)
        self.age.setTextFormat(Qt.TextFormat.PlainText)
        self.age.setProperty("ink", "amber")
        self.age.setContentsMargins(0, SPACE_XS, 0, 0)
        self.age.setProperty("type", "small")
        self._faces.addWidget(self.table)
        self._faces.addWidget(self.notice)
        self._faces.setMinimumHeight(_LEAST_LINES * self.fontMetrics().height())
        lines = column(self, gap=0)
        lines.addWidget(self.banner)
        lines.addWidget(self._faces, 1)
        lines.addWidget(self.age)
        self.model.more_asked.connect(self._on_more_asked)
        kit.theme.changed.connect(self.retranslate)

    @property
    def is_complete(self) -> bool:
        """True when everything asked for was read."""
        return self._read_at is not None and not self.model.has_more

    def word(self, *, name: str, nothing: str, advice: str = "") -> None:
        """Name the table, and say what it means when it is empty."""
        self.table.setAccessibleName(name)
        self._nothing = (nothing, advice)
        self.retranslate()

    def ask(self, read: ReadPage, kept: ReadKept) -> None:
        """Show what ``kept``, then what ``read`` brings, in place of what was asked before."""
        self._read, self._read_at, self._error = read, None, None
        self.model.clear()
        self.changed.emit()
        self.refresh()
        self._kit.jobs.run(kept, owner=self, done=partial(self._on_kept, self._turn))

    def refresh(self) -> None:
        """Read the first page again; what is shown stays until the answer differs."""
        if self._read is None:
            return
        self._turn += 1
        self._asked_at = self._now()
        self.model.ask_again()
        self._is_reading, self._is_more_wanted = True, False
        self._run(None, self._on_first)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        self.model.reword()
        self.table.fit()
        self._show_state()

    def _run(self, cursor: str | None, done: Callable[[Kept[LedgerPage] | Kept[ChargePage]], None]) -> None:
        turn = self._turn
        if self._read is not None:
            self._kit.jobs.run(
                partial(self._read, cursor),
                owner=self,
                done=lambda page: done(page) if turn == self._turn else None,
                failed=lambda error: self._on_failed(turn, error, is_first=cursor is None),
                lane=Lane.NET,
            )

    def _on_kept(self, turn: int, kept: Kept[LedgerPage] | Kept[ChargePage] | None) -> None:
        is_waiting = self._is_reading or self._read_at is None
        if turn == self._turn and kept is not None and is_waiting:
            self._show_first(kept)

    def _on_first(self, kept: Kept[LedgerPage] | Kept[ChargePage]) -> None:
        self._is_reading, self._error = False, None
        self._show_first(kept)
        if self._is_more_wanted:
            self._is_more_wanted = False
            self.model.fetchMore()

    def _show_first(self, kept: Kept[LedgerPage] | Kept[ChargePage]) -> None:
        page = kept.value
        self._read_at = kept.read_at
        goes_on = self.model.show_first(page.items, has_more=page.next_cursor is not None)
        if not goes_on:
            self._cursor = page.next_cursor
        self._show_state()
        self.changed.emit()

    def _on_more_asked(self) -> None:
        if self._is_reading:
            self._is_more_wanted = True
            self.model.ask_again()
        else:
            self._run(self._cursor, self._on_more)

    def _on_more(self, kept: Kept[LedgerPage] | Kept[ChargePage]) -> None:
        page = kept.value
        self._error, self._cursor = None, page.next_cursor
        self.model.append(page.items, has_more=page.next_cursor is not None)
        self._show_state()
        self.changed.emit()

    def _on_failed(self, turn: int, error: QpostError, *, is_first: bool) -> None:
        if turn == self._turn:
            self._is_reading, self._error, self._is_first_lost = False, error, is_first
            self._show_state()

    def _retry(self) -> None:
        if self.model.has_more and not self._is_first_lost:
            self._error = None
            self.model.ask_again()
            self.model.fetchMore()
            self._show_state()
        else:
            self.refresh()

    def _show_state(self) -> None:
        error, has_rows = self._error, self.model.rowCount() > 0
        self._faces.setCurrentWidget(self.table if has_rows else self.notice)
        read_at = self._read_at
        is_old = not self._is_reading and read_at is not None and read_at < self._asked_at
        self.age.setVisible(has_rows and error is None and is_old)
        self.age.setText("" if read_at is None else age_text(read_at, now=self._now()))
        self.banner.setVisible(has_rows and error is not None)
        if error is not None:
            self._tell_error(error, has_rows=has_rows)
        elif self._is_reading and not has_rows:
            self.notice.tell(self.tr("Reading…"), "", icon=self._icon)
        elif not has_rows:
            self.notice.tell(*self._nothing, icon=self._icon)

    def _tell_error(self, error: QpostError, *, has_rows: bool) -> None:
        words, again = describe(error), self.tr("Try again")
        is_offline = isinstance(error, Offline)
        if not has_rows:
            icon = "offline" if is_offline else "warning"
            self.notice.tell(words.text, words.advice, icon=icon, action=again, chosen=self._retry)
            return
        text = words.whole
        if self._read_at is not None:
            text = f"{text} {age_text(self._read_at, now=self._now())}"
        tone = "amber" if is_offline else "red"
        self.banner.tell(text, tone=tone, action=again, chosen=self._retry, details=words.details)
