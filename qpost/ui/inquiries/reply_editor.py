"""Why: the text box that never sends in the middle of composing, and gives text back as typed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qpost.ui.fonts import make_font
from qpost.ui.tokens import TYPE_BODY

_PARAGRAPH_ENDS = str.maketrans({"\u2029": "\n", "\u2028": "\n"})


def is_send_key(event: QKeyEvent) -> bool:
    """True for Ctrl+Enter on either Enter key; Ctrl with Alt (AltGr) or Shift is something else."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and modifiers == Qt.KeyboardModifier.ControlModifier


class ReplyEditor(QPlainTextEdit):
    """Plain text in Japanese glyph forms; files and pictures dropped or pasted become attachments."""

    send_asked = Signal()
    files_given = Signal(object)
    picture_given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFont(make_font("ja", size_px=TYPE_BODY))

    @property
    def body(self) -> str:
        """The text as typed: no-break spaces kept, paragraphs ended by a line feed."""
        return self.document().toRawText().translate(_PARAGRAPH_ENDS)

    @property
    def is_composing(self) -> bool:
        """True while an input method shows text that is not committed yet."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def insert(self, text: str) -> None:
        """Put ``text`` at the cursor, as one step to undo; nothing while the box is locked."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.insertText(text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setFocus()

    def select(self, text: str) -> None:
        """Select the first occurrence of ``text``."""
        place = self.body.find(text)
        if place >= 0:
            start, length = _units(self.body[:place]), _units(text)
            cursor = self.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter sends, unless a composition is under way."""
        if is_send_key(event):
            if not self.is_composing and not event.isAutoRepeat():
                self.send_asked.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take files and pictures besides text."""
        return source.hasUrls() or source.hasImage() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Attach local files and pictures; everything else is pasted as plain text."""
        paths = _local_files(source)
        if paths:
            self.files_given.emit(paths)
        elif source.hasImage() and not source.hasText():
            picture = source.imageData()
            if isinstance(picture, QImage) and not picture.isNull():
                self.picture_given.emit(picture)
        else:
            self.insertPlainText(source.text())


def _local_files(source: QMimeData) -> Sequence[Path]:
    urls = source.urls() if source.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _units(text: str) -> int:
    """Return the length of ``text`` as Qt counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
