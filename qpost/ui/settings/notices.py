"""Why: a seller decides how loudly, how often and when she hears of customers."""

from collections.abc import Callable

from msgspec import structs
from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QWidget

from qpost.models.settings import MINUTES_A_DAY, NoticeSettings
from qpost.ui.choices import choose_notices
from qpost.ui.kit import Kit
from qpost.ui.settings.section import Explained, Section
from qpost.ui.tokens import SPACE_M, SPACE_S, SPACE_XS
from qpost.ui.widgets.field import Field
from qpost.ui.widgets.layouts import column, row

_TIME_PX = 120
_FIELD_PX = 280
_BOX_INDENT_PX = 24
_TIME_STEP_MIN = 30
_REPEATS_MIN = (0, 15, 30, 60, 120, 240)


class NoticesSection(Section):
    """Toast, sound, quiet hours, the alarm about who waits, and a try.

    ``changed`` is emitted when a choice is on disk, ``test_asked`` for a notice that says nothing new.
    """

    changed = Signal()
    test_asked = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.toast = QCheckBox()
        self.sound = QCheckBox()
        self.quiet = QCheckBox()
        self.quiet_from = QComboBox()
        self.quiet_to = QComboBox()
        self.repeat = QComboBox()
        self.test = QPushButton()
        self._build()
        self.retranslate()
        self.show_settings(NoticeSettings())
        self._connect()

    def retranslate(self) -> None:
        """Set every text."""
        self.set_heading(self.tr("Notifications"))
        self.toast.setText(self.tr("Show a notice when customers write"))
        self.sound.setText(self.tr("Play a sound"))
        self.quiet.setText(self.tr("Quiet hours"))
        self._quiet.explain(self.tr("What comes meanwhile is told afterwards, in one notice."))
        self._from_label.setText(self.tr("From"))
        self._to_label.setText(self.tr("to"))
        self.quiet_from.setAccessibleName(self.tr("Quiet hours begin"))
        self.quiet_to.setAccessibleName(self.tr("Quiet hours end"))
        self._repeat_field.set_label(self.tr("Remind of customers who wait"))
        self.test.setText(self.tr("Test"))
        self._test.explain(self.tr("Shows a notice and plays the sound, as they are chosen above."))
        for times in (self.quiet_from, self.quiet_to):
            for number in range(times.count()):
                times.setItemText(number, _time_text(int(times.itemData(number))))
        for number in range(self.repeat.count()):
            self.repeat.setItemText(number, self._repeat_text(int(self.repeat.itemData(number))))

    def show_settings(self, settings: NoticeSettings) -> None:
        """Show what is chosen, even where it is none of the usual choices."""
        self.toast.setChecked(settings.toast)
        self.sound.setChecked(settings.sound)
        self.quiet.setChecked(settings.is_quiet_kept)
        _choose(self.quiet_from, settings.quiet_from, _time_text)
        _choose(self.quiet_to, settings.quiet_to, _time_text)
        _choose(self.repeat, settings.repeat_min, self._repeat_text)
        self._enable_hours()

    def _build(self) -> None:
        for times in (self.quiet_from, self.quiet_to):
            times.setFixedWidth(_TIME_PX)
            for minute in range(0, MINUTES_A_DAY, _TIME_STEP_MIN):
                times.addItem("", minute)
        for minutes in _REPEATS_MIN:
            self.repeat.addItem("", minutes)
        self.repeat.setFixedWidth(_FIELD_PX)
        self._repeat_field = Field(self.repeat)
        self._quiet = Explained(self.quiet, indent_px=_BOX_INDENT_PX)
        self._test = Explained(self.test)
        self._from_label, self._to_label = QLabel(), QLabel()
        boxes = column(gap=SPACE_S)
        boxes.addWidget(self.toast)
        boxes.addWidget(self.sound)
        self.lines.addLayout(boxes)
        hours = QWidget()
        across = row(hours, gap=SPACE_S)
        across.setContentsMargins(_BOX_INDENT_PX, SPACE_XS, 0, 0)
        for widget in (self._from_label, self.quiet_from, self._to_label, self.quiet_to):
            across.addWidget(widget)
        across.addStretch(1)
        quiet = column(gap=SPACE_M)
        quiet.addWidget(self._quiet)
        quiet.addWidget(hours)
        self.lines.addLayout(quiet)
        self.lines.addWidget(self._repeat_field)
        self.lines.addWidget(self._test)

    def _connect(self) -> None:
        self.toast.clicked.connect(lambda on: self._choose(lambda it: structs.replace(it, toast=on)))
        self.sound.clicked.connect(lambda on: self._choose(lambda it: structs.replace(it, sound=on)))
        self.quiet.clicked.connect(lambda on: self._choose(lambda it: structs.replace(it, is_quiet_kept=on)))
        self.quiet.toggled.connect(self._enable_hours)
        self.quiet_from.activated.connect(self._on_hours_chosen)
        self.quiet_to.activated.connect(self._on_hours_chosen)
        self.repeat.activated.connect(self._on_repeat_chosen)
        self.test.clicked.connect(self.test_asked)

    def _choose(self, change: Callable[[NoticeSettings], NoticeSettings]) -> None:
        choose_notices(self._kit, change, owner=self, done=self.changed.emit)

    def _on_hours_chosen(self) -> None:
        first, end = int(self.quiet_from.currentData()), int(self.quiet_to.currentData())
        self._choose(lambda it: structs.replace(it, quiet_from=first, quiet_to=end))

    def _on_repeat_chosen(self) -> None:
        minutes = int(self.repeat.currentData())
        self._choose(lambda it: structs.replace(it, repeat_min=minutes))

    def _enable_hours(self) -> None:
        for widget in (self._from_label, self.quiet_from, self._to_label, self.quiet_to):
            widget.setEnabled(self.quiet.isChecked())

    def _repeat_text(self, minutes: int) -> str:
        if minutes == 0:
            return self.tr("Never")
        if minutes % 60 == 0:
            return self.tr("Every %n hour(s)", "", minutes // 60)
        return self.tr("Every %n minute(s)", "", minutes)


def _choose(box: QComboBox, value: int, word: Callable[[int], str]) -> None:
    if box.findData(value) < 0:
        box.addItem(word(value), value)
    box.setCurrentIndex(box.findData(value))


def _time_text(minute: int) -> str:
    return QLocale().toString(QTime(minute // 60, minute % 60), QLocale.FormatType.ShortFormat)
