"""Why: lists are timed in the real widgets, from a question to the painted rows that answer it."""

import contextlib
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks._account import KEY, SHOP
from qpost.models.inquiry import Inquiry
from qpost.models.search import InquiryQuery
from qpost.models.settings import Theme as ThemeChoice
from qpost.services.autostart import Autostart
from qpost.services.inbox import Inbox
from qpost.services.publisher import Publisher
from qpost.store.account_store import AccountStore
from qpost.store.settings import SettingsFile
from qpost.ui.assets import Assets
from qpost.ui.event_bridge import EventBridge
from qpost.ui.i18n import Translations
from qpost.ui.inquiries.filter_bar import FilterBar
from qpost.ui.inquiries.list_pane import ListPane
from qpost.ui.jobs import Jobs
from qpost.ui.kit import Kit
from qpost.ui.theme import Theme

_WIDTH_PX, _HEIGHT_PX = 420, 860
_GIVE_UP_MS = 60_000
_SWITCH_INTERVAL_S = 0.001
"""As the program has it, so that workers do not hold up the interface."""


class _Painted(QObject):
    """Counts how often a view was painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


class Window:
    """The inquiry list with its filter bar on a store; every question is timed in milliseconds."""

    def __init__(self, store: AccountStore, kit: Kit, publisher: Publisher) -> None:
        self.store = store
        self.publisher = publisher
        self.inbox = Inbox(store, now=lambda: datetime.now(UTC))
        self._kit = kit
        self.bar = FilterBar(kit)
        self.pane = ListPane(self.inbox, self.bar, kit)
        self._painted = _Painted(self.pane.view.viewport())
        self.pane.model.modelReset.connect(self._on_reset)
        self.pane.listed.connect(self._on_listed)
        self._resets = 0
        self._asked_at = 0.0
        self.whole_ms = 0.0
        self.pane.resize(_WIDTH_PX, _HEIGHT_PX)
        self.pane.show()
        self.pane.show_shop(SHOP)
        wait(lambda: self._resets > 0)
        self.settle()

    def ask(self, query: InquiryQuery) -> float:
        """Ask ``query`` and return the time until its first rows are on screen."""
        resets = self._resets
        self._asked_at = time.perf_counter()
        self.bar.asked.emit(query)
        wait(lambda: self._resets > resets)
        self.pane.view.viewport().repaint()
        return (time.perf_counter() - self._asked_at) * 1000

    def repaint(self) -> float:
        """Paint the list as it is and return the time."""
        start = time.perf_counter()
        self.pane.view.viewport().repaint()
        return (time.perf_counter() - start) * 1000

    def scroll_to(self, value: int) -> float:
        """Move the scroll bar and return the time until the rows there are on screen, as rows."""
        start = time.perf_counter()
        bar, view, model = self.pane.view.verticalScrollBar(), self.pane.view, self.pane.model
        bar.setValue(value)
        view.viewport().repaint()
        top = view.rowAt(0)
        if model.row_at(top) is None:
            wait(lambda: model.row_at(top) is not None)
            view.viewport().repaint()
        return (time.perf_counter() - start) * 1000

    def settle(self) -> None:
        """Wait until the whole list is known and nothing is being read."""
        wait(lambda: self._kit.jobs.is_idle and self.pane.is_whole)

    def put(self, inquiry: Inquiry) -> None:
        """Store a change as the sync does."""
        self.store.inquiry_writes.put(SHOP, [inquiry])

    def _on_reset(self) -> None:
        self._resets += 1

    def _on_listed(self) -> None:
        self.whole_ms = (time.perf_counter() - self._asked_at) * 1000


@contextlib.contextmanager
def window_on(path: Path) -> Iterator[Window]:
    """Give a list on the store at ``path``."""
    with some_kit() as (kit, publisher):
        store = AccountStore(path, KEY, now=datetime.now(UTC))
        yield Window(store, kit, publisher)
        kit.jobs.close()
        kit.jobs.finish_writes()
        store.close()


@contextlib.contextmanager
def some_kit() -> Iterator[tuple[Kit, Publisher]]:
    """Give what screens share, in an application whose event loop never sleeps for long."""
    qt = QApplication.instance()
    qt = qt if isinstance(qt, QApplication) else QApplication([])
    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    heart = QTimer(interval=5)  # a waiting event loop looks at its condition at least so often
    heart.start()
    with tempfile.TemporaryDirectory(prefix="qpost-bench-") as place:
        assets, publisher = Assets(), Publisher()
        kit = Kit(
            jobs=Jobs(),
            bridge=EventBridge(publisher),
            theme=Theme(qt, assets, choice=ThemeChoice.LIGHT, language="en"),
            assets=assets,
            translations=Translations(qt),
            settings=SettingsFile(Path(place) / "settings.json"),
            autostart=Autostart(config_home=Path(place)),
            data_folder=Path(place),
        )
        yield kit, publisher
        kit.bridge.close()
        kit.jobs.close()


def wait(is_so: Callable[[], bool]) -> None:
    """Run the event loop until ``is_so``; raises ``TimeoutError`` after a minute."""
    give_up_at = time.monotonic() + _GIVE_UP_MS / 1000
    while not is_so():
        if time.monotonic() > give_up_at:
            raise TimeoutError("the window did not answer")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
