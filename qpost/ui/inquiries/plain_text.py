"""Why: a message is text and nothing else: never HTML, never a picture from afar, never a live link."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from qpost.ui.fonts import make_font, text_language
from qpost.ui.tokens import TYPE_BODY

SHOWN_LIMIT = 20_000
"""Characters of one message laid out at first; the rest after a click."""
_LINK = re.compile(r"https?://[^\s<>\"'、。「」『』（）]+", re.IGNORECASE)
_LINK_LIMIT = 10


def links(text: str) -> list[str]:
    """Return the http(s) addresses in ``text``, each once, at most ten."""
    found = dict.fromkeys(match.group().rstrip(".,;:!?)") for match in _LINK.finditer(text))
    return list(found)[:_LINK_LIMIT]


class PlainText(QTextEdit):
    """Selectable, copyable plain text as tall as it needs to be; it never scrolls by itself."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setFont(make_font(text_language(text), size_px=TYPE_BODY))
        self._text = text
        self.setPlainText(text[:SHOWN_LIMIT])

    @property
    def is_cut(self) -> bool:
        """True while the end of a very long text is not shown."""
        return len(self._text) > SHOWN_LIMIT and len(self.toPlainText()) <= SHOWN_LIMIT

    def show_all(self) -> None:
        """Show a very long text to its end."""
        self.setPlainText(self._text)

    def fit(self, limit_px: int) -> None:
        """Take the width the text needs, at most ``limit_px``, and the height that follows."""
        document = self.document()
        document.setTextWidth(-1)
        width = min(int(document.idealWidth()) + 2, limit_px)
        document.setTextWidth(width)
        self.setFixedSize(width, int(document.size().height()) + 1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the thread scroll."""
        event.ignore()
