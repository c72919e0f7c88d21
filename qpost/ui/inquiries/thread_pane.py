"""Why: the middle of the page: whose inquiry this is, what can be done with it, and the exchange."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QStackedWidget, QWidget

from qpost.models.account import Capability
from qpost.models.inbox import Thread
from qpost.models.inquiry import Author, Inquiry, Presence, Visibility
from qpost.models.qoo10 import QsmPage
from qpost.ui.fonts import make_font, text_language
from qpost.ui.i18n import Retranslated
from qpost.ui.inquiries.thread_view import ThreadView
from qpost.ui.inquiries.words import asked_where, duration_text, is_waiting, one_line, status_word
from qpost.ui.kit import Kit
from qpost.ui.qsm import open_qsm
from qpost.ui.tokens import SPACE_L, SPACE_M, SPACE_S, TYPE_TITLE
from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.elided import ElidedLabel
from qpost.ui.widgets.layouts import column, row, surface
from qpost.ui.widgets.notice import Notice

_ICON = QSize(16, 16)


class ThreadPane(Retranslated):
    """Header with auto-reply and hide, a banner for what just happened, and the history."""

    auto_reply_asked = Signal()
    hide_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._thread: Thread | None = None
        self._now = datetime.now().astimezone()
        self._words: Sequence[str] = ()
        self._presence: tuple[Presence, ...] = ()
        self._capabilities: frozenset[Capability] = frozenset(Capability)
        self._stack = QStackedWidget(self)
        column(self).addWidget(self._stack)
        self._nothing = Notice(kit.assets, "inquiries", self._stack)
        self._stack.addWidget(self._nothing)
        page = QWidget(self._stack)
        self._stack.addWidget(page)
        lines = column(page, gap=0)
        header = surface("panel", edge="bottom")
        lines.addWidget(header)
        self._fill_header(header)
        self.banner = Banner(page)
        holder = column()
        holder.setContentsMargins(SPACE_L, SPACE_S, SPACE_L, 0)
        holder.addWidget(self.banner)
        lines.addLayout(holder)
        self.view = ThreadView(kit, page)
        lines.addWidget(self.view, 1)
        kit.theme.changed.connect(self._on_theme_changed)
        self.retranslate()
        self._paint_icons()

    def _fill_header(self, frame: QFrame) -> None:
        line = row(frame, gap=SPACE_S)
        line.setContentsMargins(SPACE_L + 4, SPACE_M, SPACE_L, SPACE_M)
        words = column(gap=2)
        line.addLayout(words, 1)
        self._title, self._about = ElidedLabel(), ElidedLabel()
        self._about.setProperty("ink", "2")
        words.addWidget(self._title)
        words.addWidget(self._about)
        self._colleagues = QLabel()
        self._colleagues.setTextFormat(Qt.TextFormat.PlainText)
        self._colleagues.setProperty("chip", "accent")
        self._colleagues.hide()
        self.auto_reply_button, self.hide_button = QPushButton(), QPushButton()
        for button in (self.auto_reply_button, self.hide_button):
            button.setIconSize(_ICON)
        self.auto_reply_button.clicked.connect(self.auto_reply_asked)
        self.hide_button.clicked.connect(self._on_hide_clicked)
        for widget in (self._colleagues, self.auto_reply_button, self.hide_button):
            line.addWidget(widget)
        self._header_line = line

    def add_tool(self, button: QPushButton) -> None:
        """Place a button at the end of the header."""
        self._header_line.addWidget(button)

    def show_thread(
        self,
        thread: Thread,
        *,
        now: datetime,
        capabilities: frozenset[Capability],
        colleagues: tuple[Presence, ...] = (),
    ) -> None:
        """Show ``thread`` and who else is on it; what the connection cannot do is greyed with its reason."""
        self._presence = colleagues
        is_other = self._thread is None or self._thread.inquiry.id != thread.inquiry.id
        self._thread, self._now, self._capabilities = thread, now, capabilities
        if is_other:
            self.banner.hide()
        self._stack.setCurrentIndex(1)
        self._reword()
        self.view.show_thread(thread, now=now)

    def mark(self, words: Sequence[str]) -> None:
        """Mark what a search found in title and texts, now and in the threads shown from now on."""
        self._words = words
        self._title.mark(words, QColor(self._kit.theme.tokens.mark))
        self.view.mark(words)

    def show_nothing(self) -> None:
        """Say that no inquiry is chosen."""
        self._thread = None
        self.view.clear()
        self._stack.setCurrentIndex(0)

    @property
    def colleague_text(self) -> str:
        """Who else is on the inquiry; empty when nobody is."""
        return "" if self._colleagues.isHidden() else self._colleagues.text()

    @property
    def title_text(self) -> str:
        """The title in the header."""
        return self._title.text()

    @property
    def about_text(self) -> str:
        """Customer, audience and waiting time in the header."""
        return self._about.text()

    def retranslate(self) -> None:
        """Set all words."""
        self._nothing.tell(
            self.tr("No inquiry is open"),
            self.tr("Choose one on the left; J and K or the arrows walk the list."),
        )
        self.auto_reply_button.setText(self.tr("Auto-reply"))
        self.auto_reply_button.setToolTip(
            self.tr("Send the courtesy text and settle the inquiry (Ctrl+Shift+A)")
        )
        self.view.rebuild()
        self._reword()

    def _reword(self) -> None:
        if self._thread is None:
            return
        inquiry = self._thread.inquiry
        self._title.setFont(make_font(text_language(inquiry.title), size_px=TYPE_TITLE, bold=True))
        self._title.setText(inquiry.title)
        facts = [one_line(inquiry.customer.name), asked_where(inquiry), status_word(inquiry.status)]
        if is_waiting(inquiry):
            waited = duration_text(self._now - inquiry.received_at)
            facts[2] = self.tr("{status}, waiting {time}").format(status=facts[2], time=waited)
        self._about.setText(" · ".join(facts))
        self._colleagues.setVisible(bool(self._presence))
        if self._presence:
            mark = self._presence[0]
            words = (
                self.tr("{name} is replying")
                if mark.state == "replying"
                else self.tr("{name} is reading this")
            )
            self._colleagues.setText(words.format(name=one_line(mark.extension)))
        self._offer_actions(inquiry)

    def _offer_actions(self, inquiry: Inquiry) -> None:
        self.auto_reply_button.setEnabled(Capability.AUTO_REPLY in self._capabilities)
        self.hide_button.setVisible(inquiry.visibility is not Visibility.PRIVATE)
        is_replied = inquiry.replied_at is not None or any(
            message.author is Author.SHOP for message in inquiry.messages or ()
        )
        reason = self.tr("Mail the reason to the customer and hide the question")
        if inquiry.hidden:
            reason = self.tr("This question is hidden already.")
        elif not self._can_hide:
            reason = self.tr("This connection cannot hide questions; QSM can.")
        elif not is_replied:
            reason = self.tr("Reply first: only an answered question can be hidden.")
        self.hide_button.setText(self.tr("Hide") if self._can_hide else self.tr("Hide in QSM"))
        self.hide_button.setEnabled(not inquiry.hidden and (is_replied or not self._can_hide))
        self.hide_button.setToolTip(reason)

    @property
    def _can_hide(self) -> bool:
        return Capability.HIDE in self._capabilities

    def _on_hide_clicked(self) -> None:
        if self._can_hide:
            self.hide_asked.emit()
        else:
            open_qsm(QsmPage.INQUIRIES)

    def _on_theme_changed(self) -> None:
        self._paint_icons()
        self._title.mark(self._words, QColor(self._kit.theme.tokens.mark))
        self.view.rebuild()

    def _paint_icons(self) -> None:
        self.auto_reply_button.setIcon(self._kit.assets.icon("check", size_px=16))
        self.hide_button.setIcon(self._kit.assets.icon("hide", size_px=16))
