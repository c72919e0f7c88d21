"""Why: whether, where and when new versions are looked for is the seller's choice, and its state is plain."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget

from qpost import __version__
from qpost.models.errors import QpostError, UpdateFault
from qpost.models.events import UpdateChanged, UpdatePhase
from qpost.ui.dates import moment_text
from qpost.ui.errors import describe
from qpost.ui.i18n import Retranslated
from qpost.ui.kit import Kit
from qpost.ui.settings.section import Explained, Section
from qpost.ui.tokens import SPACE_S
from qpost.ui.updating.words import state_words
from qpost.ui.widgets.field import Field
from qpost.ui.widgets.layouts import column, row, wrapped

_BOX_INDENT_PX = 24
_OF_THE_ADDRESS = frozenset({"address-invalid", UpdateFault.INSECURE, UpdateFault.MISSING})


class UpdatesSection(Retranslated):
    """On or off, "Check now", what came of it, and the address behind a disclosure."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._status: UpdateChanged | None = None
        self._section = Section()
        column(self).addWidget(self._section)
        self.wanted = QCheckBox()
        self._wanted = Explained(self.wanted, indent_px=_BOX_INDENT_PX)
        self._state = wrapped(QLabel())
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self.check = QPushButton()
        self.disclosure = QPushButton()
        self.disclosure.setCheckable(True)
        self.disclosure.setProperty("role", "link")
        self.address = QLineEdit()
        self.address.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self.address_field = Field(self.address)
        line = row(gap=SPACE_S)
        line.addWidget(self._state, 1)
        line.addWidget(self.check, 0, Qt.AlignmentFlag.AlignTop)
        self._section.lines.addWidget(self._wanted)
        self._section.lines.addLayout(line)
        self._section.lines.addWidget(self.disclosure, 0, Qt.AlignmentFlag.AlignLeft)
        self._section.lines.addWidget(self.address_field)
        self.address_field.hide()
        self._connect()
        self.address.setText(kit.settings.load().updates.address)
        self.retranslate()

    @property
    def state(self) -> str:
        """What is said about versions."""
        return self._state.text()

    def retranslate(self) -> None:
        """Set every text."""
        self._section.set_heading(self.tr("Updates"))
        self.wanted.setText(self.tr("Look for new versions once a day"))
        self.check.setText(self.tr("Check now"))
        self.address_field.set_label(self.tr("Address for updates"))
        self.address.setPlaceholderText("https://")
        self._reword()

    def _connect(self) -> None:
        self._kit.bridge.update_changed.connect(self._on_changed)
        self.wanted.clicked.connect(self._configure)
        self.check.clicked.connect(self._on_check)
        self.disclosure.toggled.connect(self._on_disclosed)
        self.address.editingFinished.connect(self._on_address)
        updates = self._kit.updates()
        self._status = None if updates is None else updates.status

    def _reword(self) -> None:
        updates = self._kit.updates()
        reason = None if updates is None else updates.impossible
        has_key = updates is not None and (reason is None or reason.code != UpdateFault.NO_KEY)
        self.wanted.setEnabled(has_key)
        self.wanted.setChecked(has_key and self._kit.settings.load().updates.is_wanted)
        self.address.setEnabled(has_key)
        self.check.setEnabled(reason is None and has_key and not self._is_busy)
        if reason is not None:
            self._wanted.explain(describe(reason).whole)
        else:
            self._wanted.explain(self.tr("Nothing is downloaded or installed before you choose it."))
        self._state.setText(self._state_words())
        mark = "\N{BLACK UP-POINTING SMALL TRIANGLE}"
        if not self.disclosure.isChecked():
            mark = "\N{BLACK DOWN-POINTING SMALL TRIANGLE}"
        words = self.tr("Address")
        self.disclosure.setText(f"{words} {mark}")
        self.disclosure.setAccessibleName(self.tr("Address for updates"))
        error = None if self._status is None else self._status.error
        is_of_address = isinstance(error, QpostError) and error.code in _OF_THE_ADDRESS
        self.address_field.tell_fault(describe(error).whole if error is not None and is_of_address else "")

    @property
    def _is_busy(self) -> bool:
        return self._status is not None and self._status.phase in {
            UpdatePhase.CHECKING,
            UpdatePhase.DOWNLOADING,
        }

    def _state_words(self) -> str:
        here = self.tr("This is Qpost {version}.").format(version=__version__)
        status = self._status
        if status is None:
            return here
        if status.phase is UpdatePhase.CHECKING:
            looking = self.tr("Looking for a new version…")
            return f"{here}\n{looking}"
        said = state_words(status)
        if not said and status.error is not None:
            said = describe(status.error).whole
        elif not said and status.checked_at is not None:
            said = self.tr("There is no newer version.")
        lines = [here, said]
        if status.checked_at is not None:
            moment = moment_text(status.checked_at)
            lines.append(self.tr("Last checked: {moment}").format(moment=moment))
        return "\n".join(line for line in lines if line)

    @Slot(object)
    def _on_changed(self, status: UpdateChanged) -> None:
        self._status = status
        self._reword()

    def _on_disclosed(self, is_open: bool) -> None:
        self.address_field.setVisible(is_open)
        self._reword()

    def _on_check(self) -> None:
        updates = self._kit.updates()
        if updates is not None:
            updates.check()

    def _on_address(self) -> None:
        if self.address.text().strip() != self._kit.settings.load().updates.address:
            self._configure()

    def _configure(self) -> None:
        updates = self._kit.updates()
        if updates is not None:
            updates.configure(is_wanted=self.wanted.isChecked(), address=self.address.text().strip())
