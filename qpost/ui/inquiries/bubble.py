"""Why: one message, or one reply still on its way, with who, when, files and links."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QWidget

from qpost.models.inquiry import Attachment, Author, Message, is_elsewhere
from qpost.models.outbox import OutboxFile, OutboxKind, OutboxRow, OutboxState
from qpost.ui.fonts import make_font, tabular
from qpost.ui.inquiries.file_chips import size_text
from qpost.ui.inquiries.plain_text import SHOWN_LIMIT, PlainText, WholeText, links
from qpost.ui.inquiries.words import (
    author_word,
    elsewhere_words,
    local_time_hint,
    message_time,
    one_line,
    write_sentence,
    write_text,
)
from qpost.ui.kit import Kit
from qpost.ui.tokens import SPACE_M, SPACE_S, SPACE_XS, TYPE_TINY
from qpost.ui.widgets.layouts import column, row, wrapped
from qpost.ui.widgets.plain_tip import plain_tip

_SHARE = 0.74
_SHORTEST_LINK = 48


class _Balloon(QWidget):
    """A head line and a rounded frame, at the left or the right."""

    link_asked = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None, *, kind: str, at_right: bool) -> None:
        super().__init__(parent)
        self._kit = kit
        self._side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        self._lines = column(self, gap=SPACE_XS)
        self.head = QLabel()
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setProperty("ink", "2")
        self.head.setFont(tabular(make_font(kit.theme.language, size_px=TYPE_TINY)))
        self._lines.addWidget(self.head, 0, self._side)
        self._frame = QFrame()
        self._frame.setProperty("bubble", kind)
        self._inner = column(self._frame, gap=SPACE_S)
        self._inner.setContentsMargins(SPACE_M, SPACE_S + 1, SPACE_M, SPACE_S + 1)
        self._lines.addWidget(self._frame, 0, self._side)
        self._texts: list[PlainText] = []
        self._remarks: list[QLabel] = []

    def fit(self, width: int) -> None:
        """Lay the texts out for a thread ``width`` pixels wide, in as many lines as they need."""
        for text in self._texts:
            text.fit(int(width * _SHARE))
        for remark in self._remarks:
            remark.ensurePolished()
            needed = remark.fontMetrics().horizontalAdvance(remark.text()) + SPACE_S
            room = min(needed, int(width * _SHARE))
            remark.setFixedSize(room, remark.heightForWidth(room))

    def mark(self, words: Sequence[str]) -> None:
        """Mark ``words`` in the texts."""
        for text in self._texts:
            text.mark(words, QColor(self._kit.theme.tokens.mark))

    def _add_text(self, body: str) -> None:
        text = PlainText(body)
        self._texts.append(text)
        self._inner.addWidget(text)
        if text.is_cut:
            more = self._link_button(self.tr("Show the whole text"))
            more.clicked.connect(lambda: self._on_more(body))
        for address in links(body[:SHOWN_LIMIT]):
            short = address if len(address) <= _SHORTEST_LINK else address[: _SHORTEST_LINK - 1] + "…"
            button = self._link_button(short, icon="link")
            button.setToolTip(plain_tip(address))
            button.clicked.connect(lambda _=False, address=address: self.link_asked.emit(address))

    def _link_button(self, text: str, *, icon: str = "") -> QPushButton:
        button = QPushButton(text.replace("&", "&&"))
        button.setProperty("role", "link")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        if icon:
            button.setIcon(self._kit.assets.icon(icon, ink="accent", size_px=14))
            button.setIconSize(QSize(14, 14))
        self._inner.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _on_more(self, body: str) -> None:
        dialog = WholeText(body, title=self.head.text(), parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


class MessageBubble(_Balloon):
    """A message of the history."""

    file_asked = Signal(object)

    def __init__(self, message: Message, kit: Kit, parent: QWidget | None = None, *, now: datetime) -> None:
        is_ours = message.author is Author.SHOP
        is_quiet = message.author in (Author.SYSTEM, Author.QOO10) or is_elsewhere(message)
        super().__init__(
            kit, parent, kind="notice" if is_quiet else "ours" if is_ours else "theirs", at_right=is_ours
        )
        self.message = message
        facts = (one_line(author_word(message)), message_time(message.at, now=now))
        self.head.setText(" · ".join(fact for fact in facts if fact))
        self.head.setToolTip(local_time_hint(message.at))
        if is_elsewhere(message):
            self._add_remark(elsewhere_words())
            return
        self._add_text(message.body)
        for attachment in message.attachments:
            self._add_attachment(attachment)
        self.setAccessibleName(f"{self.head.text()}: {message.body[:200]}")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)

    def _add_remark(self, words: str) -> None:
        """Show a sentence of the program's own, where nobody's words are known."""
        remark = wrapped(QLabel(words))
        remark.setTextFormat(Qt.TextFormat.PlainText)
        remark.setProperty("ink", "2")
        self._inner.addWidget(remark)
        self._remarks.append(remark)
        self.setAccessibleName(f"{self.head.text()}: {words}")

    def _add_attachment(self, attachment: Attachment) -> None:
        button = self._link_button(
            f"{one_line(attachment.file_name)} ({size_text(attachment.size)})", icon="attach"
        )
        button.setToolTip(self.tr("Save this file…"))
        button.clicked.connect(lambda: self.file_asked.emit(attachment))

    def _on_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy message"))
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(self.message.body))
        menu.popup(self.cursor().pos())


class OutboxBubble(_Balloon):
    """A write that is not confirmed yet: its text, its state, and what can still be done."""

    undo_asked = Signal(str)
    retry_asked = Signal(str)
    discard_asked = Signal(str)

    def __init__(self, write: OutboxRow, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent, kind="ours", at_right=True)
        self.write = write
        self.head.setText(self._title())
        self._add_text(write_text(write))
        for file in write.files:
            self._add_file(file)
        self._state = QLabel()
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setWordWrap(True)
        self._state.setFont(make_font(kit.theme.language, size_px=TYPE_TINY))
        self._remarks.append(self._state)
        self._actions = row(gap=SPACE_M)
        self._actions.addStretch(1)
        self._lines.addWidget(self._state, 0, self._side)
        self._lines.addLayout(self._actions)
        self._show_state()

    def _title(self) -> str:
        return {
            OutboxKind.REPLY: self.tr("Your reply"),
            OutboxKind.AUTO_REPLY: self.tr("Auto-reply"),
            OutboxKind.HIDE: self.tr("Hide from the item page"),
        }[self.write.kind]

    def _add_file(self, file: OutboxFile) -> None:
        label = QLabel(f"{file.file_name} ({size_text(file.size)})")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("ink", "2")
        self._inner.addWidget(label)

    def _show_state(self) -> None:
        state = self.write.state
        words = write_sentence(self.write)
        self._state.setText(words)
        self._state.setProperty("ink", "red" if state is OutboxState.FAILED else "2")
        if state in (OutboxState.HELD, OutboxState.QUEUED):
            self._action(self.tr("Undo"), self.undo_asked)
        if state is OutboxState.FAILED:
            self._action(self.tr("Try again"), self.retry_asked)
            self._action(self.tr("Edit"), self.discard_asked)
        self.setAccessibleName(f"{self.head.text()}: {words}")

    def _action(self, text: str, signal: SignalInstance) -> None:
        button = QPushButton(text)
        button.setProperty("role", "link")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        outbox_id = str(self.write.id)
        button.clicked.connect(lambda: signal.emit(outbox_id))
        self._actions.addWidget(button)
