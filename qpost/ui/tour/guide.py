"""Why: every step of the tour waits, acts, checks what is shown and takes a picture in the same way."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TypeVar

import msgspec
from msgspec import Struct
from PySide6.QtCore import QEventLoop, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from qpost.models.errors import QpostError
from qpost.ui.jobs import Jobs, Lane
from qpost.ui.stall_watch import Stall, StallWatch

_POLL_MS = 15
_PATIENCE_S = 20.0
_SETTLE_MS = 120
_log = logging.getLogger(__name__)
Answer = TypeVar("Answer")


class Check(Struct, frozen=True):
    """One thing a person would look for; ``seen`` is what was there instead or as well."""

    what: str
    ok: bool
    seen: str


class Step(Struct):
    """One state of the program; ``picture`` is its file, empty when it was not reached."""

    name: str
    ok: bool = True
    ms: float = 0.0
    picture: str = ""
    checks: list[Check] = []


class Report(Struct):
    """What ``tour.json`` holds; ``stalls`` lists those over 50 ms.

    ``is_kept``: a keyring was there, so the store was an encrypted file and not only memory.
    """

    ok: bool
    theme: str
    language: str
    platform: str
    is_kept: bool
    longest_stall: Stall
    stalls: list[Stall]
    steps: list[Step]


class NotReachedError(Exception):
    """A step waited in vain."""


class Guide(QObject):
    """Drives widgets by real mouse and key events and keeps the record."""

    def __init__(self, folder: Path, jobs: Jobs) -> None:
        super().__init__()
        self._folder = folder
        self._jobs = jobs
        self.steps: list[Step] = []
        self.is_kept = False
        self.watch = StallWatch(self)
        folder.mkdir(parents=True, exist_ok=True)

    # -- the record

    @contextmanager
    def step(self, name: str, picture_of: Callable[[], QWidget]) -> Iterator[None]:
        """Run one step; whatever it raises is its failure, and the tour goes on."""
        step = Step(name=name, checks=[])
        self.steps.append(step)
        self.watch.during = name
        start = perf_counter()
        try:
            yield
            step.ms = round((perf_counter() - start) * 1000, 1)
            self.settle()
        except (NotReachedError, QpostError, AssertionError, AttributeError, LookupError) as error:
            _log.exception("the tour did not reach %s", name)
            step.checks.append(Check("reached", ok=False, seen=f"{type(error).__name__}: {error}"))
        step.picture = self._picture(f"{len(self.steps):02d}-{name}.png", picture_of())
        step.ok = all(check.ok for check in step.checks)

    def check(self, what: str, seen: object, expected: object = True) -> None:
        """Record whether ``seen`` is what a person should see."""
        self.steps[-1].checks.append(Check(what, ok=seen == expected, seen=str(seen)[:300]))

    def check_in(self, what: str, part: str, whole: str) -> None:
        """Record whether ``part`` can be read in ``whole``."""
        self.steps[-1].checks.append(Check(what, ok=bool(part) and part in whole, seen=whole[:300]))

    def report(self, *, theme: str, language: str) -> Report:
        """Write ``tour.json`` and return it."""
        report = Report(
            ok=bool(self.steps) and all(step.ok for step in self.steps),
            theme=theme,
            language=language,
            platform=QApplication.platformName(),
            is_kept=self.is_kept,
            longest_stall=self.watch.longest,
            stalls=self.watch.reported,
            steps=self.steps,
        )
        text = msgspec.json.format(msgspec.json.encode(report), indent=2)
        (self._folder / "tour.json").write_bytes(text)
        return report

    # -- waiting

    def wait(self, condition: Callable[[], object], what: str, *, patience_s: float = _PATIENCE_S) -> None:
        """Let the program run until ``condition`` holds."""
        deadline = perf_counter() + patience_s
        while not condition():
            if perf_counter() > deadline:
                raise NotReachedError(what)
            self.pass_time(_POLL_MS)

    def settle(self) -> None:
        """Let pending answers arrive and be painted."""
        self.pass_time(_SETTLE_MS)
        self.wait(lambda: self._jobs.is_idle, "the answers that were asked for")
        self.pass_time(_POLL_MS)

    def pass_time(self, ms: int) -> None:
        """Run the event loop for ``ms``."""
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def off_thread(self, work: Callable[[], Answer]) -> Answer:
        """Run ``work`` on a worker while the windows go on, and return its answer."""
        answers: list[Answer] = []
        faults: list[QpostError] = []
        self._jobs.run(work, owner=self, done=answers.append, failed=faults.append, lane=Lane.NET)
        self.wait(lambda: answers or faults, "the other desktop's answer", patience_s=60)
        if faults:
            raise faults[0]
        return answers[0]

    # -- acting

    def click(self, widget: QWidget) -> None:
        """Press the left button in the middle of ``widget``, as soon as that is possible."""
        self.wait(lambda: widget.isVisible() and widget.isEnabled(), f"{widget.objectName()} to be clickable")
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def click_at(self, widget: QWidget, place: QPoint) -> None:
        """Press the left button at ``place`` of ``widget``."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)

    def key(
        self,
        widget: QWidget,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key while ``widget`` has the focus, in the window that is in front."""
        if not widget.isActiveWindow():
            widget.window().activateWindow()
            self.wait(widget.isActiveWindow, "the window to be in front")
        widget.setFocus()
        QTest.keyClick(widget, key, modifier)

    def write(self, widget: QWidget, text: str) -> None:
        """Type ``text`` by keys, or as an input method hands it over when no key has it."""
        widget.setFocus()
        if text.isascii():
            QTest.keyClicks(widget, text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(widget, event)

    # -- pictures

    def _picture(self, name: str, widget: QWidget) -> str:
        self.watch.pause()
        picture = widget.grab()
        for other in QApplication.topLevelWidgets():
            is_above = other is not widget and not isinstance(other, QMainWindow)
            if is_above and other.isVisible() and isinstance(other, QWidget):
                picture = _with_overlay(picture, widget, other)
        picture.save(str(self._folder / name))
        self.watch.start()
        return name


def _with_overlay(picture: QPixmap, below: QWidget, above: QWidget) -> QPixmap:
    painter = QPainter(picture)
    place = below.mapFromGlobal(above.mapToGlobal(QPoint(0, 0)))
    painter.drawPixmap(place, above.grab())
    painter.setPen(above.palette().mid().color())
    painter.drawRect(QRect(place, above.size()).adjusted(-1, -1, 0, 0))
    painter.end()
    return picture
