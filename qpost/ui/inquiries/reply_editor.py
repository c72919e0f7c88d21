"""Why: the text box that never sends in the middle of composing, and gives text back as typed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import QImage, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qpost.ui.fonts import make_font
from qpost.ui.tokens import TYPE_BODY

_PARAGRAPH_ENDS = str.maketrans({"\u2029": "\n", "\u2028": "\n"})


class ReplyEditor(QPlainTextEdit):
    """Plain text in Japanese glyph forms; files and pictures dropped or pasted become attachments."""

    send_asked = Signal()
    files_given = Signal(object)
    picture_given = Signal(bytes)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_composing = False
        self.setTabChangesFocus(True)
        self.setFont(make_font("ja", size_px=TYPE_BODY))

    @property
    def body(self) -> str:
        """The text as typed: no-break spaces kept, paragraphs ended by a line feed."""
        return self.document().toRawText().translate(_PARAGRAPH_ENDS)

    @property
    def is_composing(self) -> bool:
        """True while an input method shows text that is not committed yet."""
        return self._is_composing

    def insert(self, text: str) -> None:
        """Put ``text`` at the cursor, as one step to undo."""
        cursor = self.textCursor()
        cursor.insertText(text)
        self.setTextCursor(cursor)
        self.setFocus()

    def select(self, text: str) -> None:
        """Select the first occurrence of ``text``."""
        place = self.body.find(text)
        if place >= 0:
            start = len(self.body[:place].encode("utf-16-le")) // 2
            length = len(text.encode("utf-16-le")) // 2
            cursor = self.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.setFocus()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know whether a composition is under way."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter sends, unless a composition is under way."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not self._is_composing and not event.isAutoRepeat():
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
            picture = _png(source.imageData())
            if picture:
                self.picture_given.emit(picture)
        else:
            self.insertPlainText(source.text())


def _local_files(source: QMimeData) -> Sequence[Path]:
    urls = source.urls() if source.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _png(image: object) -> bytes:
    if not isinstance(image, QImage):
        return b""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    return bytes(buffer.data().data())
