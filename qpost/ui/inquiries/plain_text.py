"""Why: a message is text and nothing else: never HTML, never a picture from afar, never a live link."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QTextCursor, QTextOption, QWheelEvent
from PySide6.QtWidgets import QDialog, QFrame, QPlainTextEdit, QTextEdit, QWidget

from qpost.models.search_fold import hits
from qpost.ui.fonts import make_font, text_language
from qpost.ui.tokens import TYPE_BODY
from qpost.ui.widgets.layouts import column

SHOWN_LIMIT = 4_000
"""Characters of one message laid out in the thread, four times what a reply may have."""
_LONGEST_LINE = 2_000
_LINES_AT_ONCE = 500
_WHOLE_PX = QSize(720, 560)
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
        self._is_cut = len(text) > SHOWN_LIMIT
        self.setPlainText(text[:SHOWN_LIMIT])

    @property
    def is_cut(self) -> bool:
        """True when the end of a very long text is not shown."""
        return self._is_cut

    def mark(self, words: Sequence[str], colour: QColor) -> None:
        """Lay ``colour`` behind ``words`` wherever they stand; the selection is left alone."""
        text = self.toPlainText()
        selections = []
        for start, end in hits(text, words) if words else ():
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(_utf16_length(text[:start]))
            cursor.setPosition(_utf16_length(text[:end]), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format.setBackground(colour)
            selections.append(selection)
        self.setExtraSelections(selections)

    def fit(self, limit_px: int) -> None:
        """Take the width the text needs, at most ``limit_px``, and the height that follows."""
        self.ensurePolished()  # before the style sheet reached the text, its height comes out too small
        document = self.document()
        document.setTextWidth(-1)
        width = min(int(document.idealWidth()) + 2, limit_px)
        document.setTextWidth(width)
        self.setFixedSize(width, int(document.size().height()) + 1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the thread scroll."""
        event.ignore()


class WholeText(QDialog):
    """A text of any length in a window of its own, filled part by part so that nothing stands still.

    Endless lines are broken every 2 000 characters, for the layout works line by line.
    """

    def __init__(self, text: str, *, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.view = QPlainTextEdit()
        self.view.setReadOnly(True)
        self.view.setFont(make_font(text_language(text), size_px=TYPE_BODY))
        self.view.setUndoRedoEnabled(False)
        self._rest = _parts(text)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()
        column(self).addWidget(self.view)
        self.resize(_WHOLE_PX)

    @property
    def is_complete(self) -> bool:
        """True when the text is there to its end."""
        return not self._timer.isActive()

    def _on_timeout(self) -> None:
        part = next(self._rest, None)
        if part is None:
            self._timer.stop()
        else:
            self.view.appendPlainText(part)


def _utf16_length(text: str) -> int:
    """Return how many positions a text document counts for ``text``."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _parts(text: str) -> Iterator[str]:
    lines = iter(
        line[start : start + _LONGEST_LINE]
        for line in text.split("\n")
        for start in range(0, max(len(line), 1), _LONGEST_LINE)
    )
    while part := list(islice(lines, _LINES_AT_ONCE)):
        yield "\n".join(part)
