"""Why: a new version asks once, quietly, in a line above the work, and covers nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from qpost.models.events import UpdateChanged, UpdatePhase
from qpost.ui.i18n import Retranslated
from qpost.ui.kit import Kit
from qpost.ui.tokens import SPACE_L, SPACE_M, SPACE_S
from qpost.ui.updating.notes_dialog import NotesDialog
from qpost.ui.updating.words import state_words
from qpost.ui.widgets.announce import announce
from qpost.ui.widgets.elided import ElidedLabel
from qpost.ui.widgets.layouts import column, row, surface

if TYPE_CHECKING:
    from qpost.models.release import Manifest
    from qpost.services.updates import Updates

_BAR_PX = 160


class UpdateNotice(Retranslated):
    """A line about a new version: what is new, install it on quitting, later, never; or how far it is."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._status: UpdateChanged | None = None
        self._put_off = ""
        self._said = ""
        frame = surface("panel", edge="bottom")
        column(self).addWidget(frame)
        line = row(frame, gap=SPACE_M)
        line.setContentsMargins(SPACE_L, SPACE_S, SPACE_L, SPACE_S)
        self._label = ElidedLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR_PX)
        self.notes = QPushButton()
        self.install = QPushButton()
        self.show_place = QPushButton()
        self.later = QPushButton()
        self.skip = QPushButton()
        self.cancel = QPushButton()
        line.addWidget(self._label, 1)
        line.addWidget(self.bar)
        for button in (self.notes, self.install, self.show_place, self.later, self.skip, self.cancel):
            button.setProperty("role", "link")
            line.addWidget(button)
        self._connect()
        self.retranslate()
        updates = kit.updates()
        if updates is not None:
            self.show_status(updates.status)

    @property
    def text(self) -> str:
        """What the line says; empty when it is gone."""
        return "" if self.isHidden() else self._label.text()

    def retranslate(self) -> None:
        """Set all words."""
        self.notes.setText(self.tr("What is new"))
        self.show_place.setText(self.tr("Show it"))
        self.show_place.setToolTip(self.tr("Open the page of the release in the browser"))
        self.later.setText(self.tr("Later"))
        self.skip.setText(self.tr("Not this version"))
        self.bar.setAccessibleName(self.tr("Progress of the download"))
        self._reword()

    @Slot(object)
    def show_status(self, status: UpdateChanged) -> None:
        """Show where the new version stands; a check that is under way changes nothing here."""
        if status.phase is not UpdatePhase.CHECKING:
            self._status = status
            self._reword()

    def _connect(self) -> None:
        self._kit.bridge.update_changed.connect(self.show_status)
        self.notes.clicked.connect(self._on_notes)
        self.later.clicked.connect(self._on_later)
        asked: dict[QPushButton, Callable[[Updates], object]] = {
            self.install: lambda updates: updates.choose(),
            self.show_place: lambda updates: QDesktopServices.openUrl(QUrl(updates.page)),
            self.skip: lambda updates: updates.skip(),
            self.cancel: lambda updates: updates.cancel(),
        }
        for button, act in asked.items():
            button.clicked.connect(partial(self._ask, act))

    def _reword(self) -> None:
        status = self._status
        release = None if status is None else status.release
        if status is None or release is None or self._is_unwanted(status, release):
            self._said = ""
            self.hide()
            return
        is_loading = status.phase is UpdatePhase.DOWNLOADING
        is_ready = status.phase is UpdatePhase.READY
        is_asking = not is_loading and not is_ready
        self._label.setText(state_words(status))
        self.bar.setRange(0, 100)
        self.bar.setValue(status.received * 100 // max(status.size, 1))
        self.bar.setVisible(is_loading)
        self.notes.setVisible(not is_loading and status.error is None)
        self.install.setText(self.tr("Install when I quit") if status.error is None else self.tr("Try again"))
        self.install.setVisible(is_asking and status.can_install)
        self.show_place.setVisible(is_asking and not status.can_install)
        self.later.setVisible(is_asking and not status.is_chosen)
        self.skip.setVisible(is_asking and not status.is_chosen)
        self.cancel.setText(self.tr("Do not install") if is_ready else self.tr("Cancel"))
        self.cancel.setVisible(not is_asking or status.is_chosen)
        self.show()
        self._announce(f"{status.phase} {status.error!r}")

    def _announce(self, state: str) -> None:
        """Tell a screen reader of every state once, and not of every percent."""
        self.setAccessibleName(self._label.text())
        if state != self._said:
            self._said = state
            announce(self, self._label.text())

    def _is_unwanted(self, status: UpdateChanged, release: Manifest) -> bool:
        if status.is_chosen:
            return False
        return status.is_skipped or release.version == self._put_off

    def _on_notes(self) -> None:
        if self._status is not None and self._status.release is not None:
            language = self._kit.translations.language
            NotesDialog(self._status.release, language=language, parent=self.window()).open()

    def _on_later(self) -> None:
        if self._status is not None and self._status.release is not None:
            self._put_off = self._status.release.version
            self._reword()

    def _ask(self, act: Callable[[Updates], object], *_: object) -> None:
        updates = self._kit.updates()
        if updates is not None:
            act(updates)
