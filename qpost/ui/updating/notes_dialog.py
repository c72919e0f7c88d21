"""Why: what is new is read before it is installed, as plain text, whoever wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QWidget

from qpost.ui.tokens import SPACE_M, SPACE_XL
from qpost.ui.widgets.layouts import column, wrapped

if TYPE_CHECKING:
    from qpost.models.release import Manifest

_SIZE_PX = (520, 420)


class NotesDialog(QDialog):
    """Shows the notes of ``release`` in ``language``."""

    def __init__(self, release: Manifest, *, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What is new"))
        self.resize(*_SIZE_PX)
        lines = column(self, margin=SPACE_XL, gap=SPACE_M)
        heading = wrapped(QLabel(self.tr("Qpost {version}").format(version=release.version)))
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setProperty("type", "large")
        self.notes = QPlainTextEdit()
        self.notes.setReadOnly(True)
        self.notes.setAccessibleName(self.tr("What is new"))
        self.notes.setPlainText(release.notes_in(language) or self.tr("Nothing is said about this version."))
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        lines.addWidget(heading)
        lines.addWidget(self.notes, 1)
        lines.addWidget(buttons)
        close.setFocus()
