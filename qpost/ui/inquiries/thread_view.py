"""Why: the whole exchange, oldest above, with the replies still on their way at its end."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from qpost.models.inbox import Thread
from qpost.models.inquiry import Message
from qpost.models.outbox import OutboxRow
from qpost.models.search_fold import fold
from qpost.ui.inquiries.bubble import MessageBubble, OutboxBubble
from qpost.ui.kit import Kit
from qpost.ui.tokens import SPACE_L, SPACE_XL
from qpost.ui.widgets.layouts import column

_PAGE = 50
"""Messages shown at first; "Show earlier messages" adds as many again."""
_LOOKED_THROUGH = 500
"""So many of the last messages are looked through for what a search found."""


class ThreadView(QScrollArea):
    """The history of one inquiry; what did not change is left alone, so selections stay."""

    link_asked = Signal(str)
    file_asked = Signal(object)
    undo_asked = Signal(str)
    retry_asked = Signal(str)
    discard_asked = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._inquiry_id = ""
        self._messages: tuple[Message, ...] = ()
        self._shown_from = 0
        self._words: Sequence[str] = ()
        self._bubbles: list[MessageBubble] = []
        self._writes: list[OutboxBubble] = []
        self._now = datetime.now().astimezone()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = QWidget()
        self._content.setProperty("surface", "background")
        self.setWidget(self._content)
        self._lines = column(self._content, gap=SPACE_L)
        self._lines.setContentsMargins(SPACE_XL - 4, SPACE_L, SPACE_XL - 4, SPACE_L)
        self._earlier = QPushButton()
        self._earlier.setProperty("role", "link")
        self._earlier.clicked.connect(self._on_earlier)
        self._lines.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignHCenter)
        self._lines.addStretch(1)
        self._stays_at_bottom = True
        self._aim: MessageBubble | None = None
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._on_range_changed)
        bar.actionTriggered.connect(self._on_scrolled)

    def show_thread(self, thread: Thread, *, now: datetime) -> None:
        """Show ``thread``; messages that are on screen already keep their widgets."""
        messages = thread.inquiry.messages or ()
        is_same = self._inquiry_id == thread.inquiry.id
        was_at_bottom = self._is_at_bottom()
        count = len(self._messages)
        self._now = now
        hit = None if is_same else self._last_hit(messages)
        if not (is_same and messages[:count] == self._messages):
            self._clear()
            last_page = max(0, len(messages) - _PAGE)
            self._shown_from = last_page if hit is None else min(last_page, hit)
            count = self._shown_from
        had_writes = len(self._writes)
        is_news = bool(messages[count:])
        if is_news or thread.outbox != tuple(bubble.write for bubble in self._writes):
            self._drop_writes()  # otherwise they stay: somebody may be about to press Undo
        for message in messages[count:]:
            self._add_message(message)
        self._messages, self._inquiry_id = messages, thread.inquiry.id
        for write in thread.outbox[len(self._writes) :]:
            self._add_write(write)
        self._show_earlier_button()
        if hit is not None:
            self._aim, self._stays_at_bottom = self._bubbles[hit - self._shown_from], False
            self._to_aim()
        elif not is_same or was_at_bottom or len(self._writes) > had_writes:
            self._aim, self._stays_at_bottom = None, True
            self._to_bottom()

    def mark(self, words: Sequence[str]) -> None:
        """Mark what a search found in every text, now and in the threads shown from now on."""
        self._words = words
        for bubble in (*self._bubbles, *self._writes):
            bubble.mark(words)

    def rebuild(self) -> None:
        """Build everything on screen anew: language or colours changed."""
        messages, writes = self._messages, [bubble.write for bubble in self._writes]
        self._clear()
        self._drop_writes()
        for message in messages[self._shown_from :]:
            self._add_message(message)
        for write in writes:
            self._add_write(write)
        self._show_earlier_button()

    def clear(self) -> None:
        """Show nothing."""
        self._clear()
        self._drop_writes()
        self._inquiry_id, self._messages = "", ()
        self._show_earlier_button()

    def shown_texts(self) -> list[str]:
        """Return the bodies on screen, for the tour and for tests."""
        return [bubble.message.body for bubble in self._bubbles]

    def write_bubbles(self) -> list[OutboxBubble]:
        """Return the writes on screen."""
        return list(self._writes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the texts out anew."""
        super().resizeEvent(event)
        for bubble in (*self._bubbles, *self._writes):
            bubble.fit(self._room())

    def _room(self) -> int:
        return self.viewport().width() - 2 * (SPACE_XL - 4)

    def _add_message(self, message: Message, *, at: int | None = None) -> None:
        bubble = MessageBubble(message, self._kit, self._content, now=self._now)
        bubble.link_asked.connect(self.link_asked)
        bubble.file_asked.connect(self.file_asked)
        if self._words:
            bubble.mark(self._words)
        bubble.fit(self._room())
        if at is None:
            self._bubbles.append(bubble)
            self._lines.insertWidget(self._lines.count() - 1, bubble)
        else:
            self._bubbles.insert(at, bubble)
            self._lines.insertWidget(at + 1, bubble)

    def _add_write(self, write: OutboxRow) -> None:
        bubble = OutboxBubble(write, self._kit, self._content)
        bubble.undo_asked.connect(self.undo_asked)
        bubble.retry_asked.connect(self.retry_asked)
        bubble.discard_asked.connect(self.discard_asked)
        bubble.link_asked.connect(self.link_asked)
        if self._words:
            bubble.mark(self._words)
        bubble.fit(self._room())
        self._writes.append(bubble)
        self._lines.insertWidget(self._lines.count() - 1, bubble)

    def _last_hit(self, messages: Sequence[Message]) -> int | None:
        """Return the place of the last message that says one of the words marked; None for none of them."""
        wanted = [folded for word in self._words if (folded := fold(word))]
        if not wanted:
            return None
        for place in range(len(messages) - 1, max(-1, len(messages) - 1 - _LOOKED_THROUGH), -1):
            said = fold(messages[place].body)
            if any(word in said for word in wanted):
                return place
        return None

    def _clear(self) -> None:
        self._aim = None
        for bubble in self._bubbles:
            self._lines.removeWidget(bubble)
            bubble.deleteLater()
        self._bubbles.clear()

    def _drop_writes(self) -> None:
        for bubble in self._writes:
            self._lines.removeWidget(bubble)
            bubble.hide()
            bubble.deleteLater()
        self._writes.clear()

    def _show_earlier_button(self) -> None:
        self._earlier.setVisible(self._shown_from > 0 and bool(self._messages))
        self._earlier.setText(self.tr("Show earlier messages ({count})").format(count=self._shown_from))

    def _on_earlier(self) -> None:
        start = max(0, self._shown_from - _PAGE)
        self._stays_at_bottom = False
        bar = self.verticalScrollBar()
        below = bar.maximum() - bar.value()
        for place, message in enumerate(self._messages[start : self._shown_from]):
            self._add_message(message, at=place)
        self._shown_from = start
        self._show_earlier_button()
        self._content.adjustSize()
        bar.setValue(bar.maximum() - below)

    def _is_at_bottom(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - SPACE_XL

    def _on_range_changed(self) -> None:
        if self._stays_at_bottom:
            self._to_bottom()
        elif self._aim is not None:
            self._to_aim()

    def _to_aim(self) -> None:
        """Bring the message with the hit to the top of the view."""
        if self._aim is not None:
            self._lines.activate()
            self.verticalScrollBar().setValue(self._aim.y() - SPACE_L)

    def _on_scrolled(self) -> None:
        """The seller moved: stay there, unless it is the end."""
        self._aim = None
        bar = self.verticalScrollBar()
        self._stays_at_bottom = bar.sliderPosition() >= bar.maximum() - SPACE_XL

    def _to_bottom(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())
