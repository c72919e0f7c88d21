"""Why: a file that takes a while shows how far it is and can be stopped, without a box in the way."""

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from qpost.services.export import Course
from qpost.ui.i18n import Retranslated
from qpost.ui.tokens import SPACE_L, SPACE_M, SPACE_S
from qpost.ui.widgets.announce import announce
from qpost.ui.widgets.elided import ElidedLabel
from qpost.ui.widgets.layouts import column, row, surface

_SHOWN_AFTER_MS = 300
_LOOK_EVERY_MS = 100
_STEPS = 1000


class ExportProgress(Retranslated):
    """A line with name, progress and Cancel; it appears when the work takes longer than a moment.

    The work says how far it is through its ``Course``; this looks at it ten times a second.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course: Course | None = None
        self._name = ""
        self._counts_inquiries = True
        frame = surface("panel", edge="bottom")
        column(self).addWidget(frame)
        line = row(frame, gap=SPACE_M)
        line.setContentsMargins(SPACE_L, SPACE_S, SPACE_L, SPACE_S)
        self._label = ElidedLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel_button = QPushButton()
        self.cancel_button.clicked.connect(self.cancelled)
        line.addWidget(self._label, 2)
        line.addWidget(self.bar, 1)
        line.addWidget(self.cancel_button)
        self._show_timer = QTimer(self, singleShot=True, interval=_SHOWN_AFTER_MS)
        self._show_timer.timeout.connect(self._on_slow)
        self._look_timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._look_timer.timeout.connect(self._reword)
        self.retranslate()
        self.hide()

    @property
    def text(self) -> str:
        """What the line says."""
        return self._label.text()

    def follow(self, course: Course, *, name: str, counts_inquiries: bool) -> None:
        """Show how far ``course`` is, soon; ``name`` is the file's."""
        self._course, self._name, self._counts_inquiries = course, name, counts_inquiries
        self.cancel_button.setEnabled(True)
        self._show_timer.start()

    def end(self) -> None:
        """Leave the screen."""
        self._course = None
        self._show_timer.stop()
        self._look_timer.stop()
        self.hide()

    def retranslate(self) -> None:
        """Set all words."""
        self.cancel_button.setText(self.tr("Cancel"))
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self._reword()

    def _on_slow(self) -> None:
        self._reword()
        self._look_timer.start()
        self.show()
        announce(self, self.text)

    def _reword(self) -> None:
        course = self._course
        if course is None:
            return
        done, total = course.done, course.total
        self.bar.setRange(0, _STEPS if total else 0)
        self.bar.setValue(min(_STEPS, done * _STEPS // total) if total else 0)
        if course.is_cancelled:
            self.cancel_button.setEnabled(False)
            text = self.tr("Stopping…")
        elif not total:
            text = self.tr("Preparing {name}…").format(name=self._name)
        elif self._counts_inquiries:
            number = QLocale().toString
            text = self.tr("Writing {name}: {done} of {total} inquiries").format(
                name=self._name, done=number(done), total=number(total)
            )
        else:
            percent = min(100, done * 100 // total)
            text = self.tr("Writing {name}: {percent} %").format(name=self._name, percent=percent)
        self._label.setText(text)
