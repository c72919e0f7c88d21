"""Why: before deciding about a write one reads it whole, and why it did not go."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget

from qpost.models.outbox import OutboxKind, OutboxRow, OutboxState
from qpost.models.outbox_rules import CHANGED
from qpost.ui.fonts import make_font, text_language
from qpost.ui.i18n import Retranslated
from qpost.ui.inquiries.words import write_sentence
from qpost.ui.outbox.model import Entry, customer_of, kind_word, number_of, text_of
from qpost.ui.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, TYPE_BODY, TYPE_TITLE
from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.elided import ElidedLabel
from qpost.ui.widgets.layouts import column, row, set_role, surface, wrapped

_TEXT_PX = 640


class Act(StrEnum):
    """What can be done with an entry."""

    RETRY = "retry"
    EDIT = "edit"
    SHOW = "show"
    COPY = "copy"
    DELETE = "delete"


def acts_of(entry: Entry, *, is_gone: bool) -> frozenset[Act]:
    """Return what may be done; ``is_gone``: its inquiry is not stored any more.

    What may have arrived is not offered for editing: sent once more it would arrive twice.
    """
    where = frozenset() if is_gone else frozenset({Act.SHOW})
    if not isinstance(entry, OutboxRow):
        return where | {Act.COPY, Act.DELETE}
    acts = where if entry.kind is OutboxKind.AUTO_REPLY else where | {Act.COPY}
    if entry.state is OutboxState.SENDING:
        return acts
    acts |= {Act.DELETE}
    if entry.state in (OutboxState.QUEUED, OutboxState.UNCONFIRMED, OutboxState.FAILED):
        acts |= {Act.RETRY}
    if entry.state is not OutboxState.UNCONFIRMED and entry.reply is not None:
        acts |= {Act.EDIT}
    return acts


class OutboxDetail(Retranslated):
    """One entry with its text, its state, the reason, and a button for each thing that can be done."""

    asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: Entry | None = None
        self._is_gone = False
        area = QScrollArea()
        area.setWidgetResizable(True)
        page = surface("background")
        area.setWidget(page)
        column(self).addWidget(area)
        lines = column(page, margin=SPACE_XL, gap=SPACE_M)
        self._title, self._about = ElidedLabel(), ElidedLabel()
        self._title.setProperty("type", "title")
        self._about.setProperty("ink", "2")
        self.banner = Banner()
        card = surface("card")
        inside = column(card, margin=SPACE_L, gap=SPACE_S)
        self._text = wrapped(QLabel())
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._files = wrapped(QLabel())
        self._files.setTextFormat(Qt.TextFormat.PlainText)
        self._files.setProperty("ink", "2")
        inside.addWidget(self._text)
        inside.addWidget(self._files)
        actions = row(gap=SPACE_S)
        self.buttons: dict[Act, QPushButton] = {}
        for act in Act:
            button = QPushButton()
            button.clicked.connect(lambda _=False, act=act: self.asked.emit(act, self._entry))
            self.buttons[act] = button
            if act is Act.DELETE:
                actions.addStretch(1)
            actions.addWidget(button)
        for part in (self._title, self._about, self.banner, card):
            part.setMaximumWidth(_TEXT_PX)
            lines.addWidget(part)
        bar = QWidget()
        bar.setMaximumWidth(_TEXT_PX)
        bar.setLayout(actions)
        lines.addWidget(bar)
        lines.addStretch(1)
        self.retranslate()

    def show_entry(self, entry: Entry, *, is_gone: bool) -> None:
        """Show ``entry`` as it is now."""
        self._entry, self._is_gone = entry, is_gone
        self.retranslate()

    @property
    def text(self) -> str:
        """What is shown of the seller's text."""
        return self._text.text()

    def retranslate(self) -> None:
        """Set all words."""
        entry = self._entry
        was_overtaken = isinstance(entry, OutboxRow) and entry.reason == CHANGED
        for act, text in (
            (Act.RETRY, self.tr("Send anyway") if was_overtaken else self.tr("Try again now")),
            (Act.EDIT, self.tr("Edit")),
            (Act.SHOW, self.tr("Show inquiry")),
            (Act.COPY, self.tr("Copy text")),
            (Act.DELETE, self.tr("Delete…")),
        ):
            self.buttons[act].setText(text)
        set_role(self.buttons[Act.RETRY], "role", "" if was_overtaken else "primary")
        set_role(self.buttons[Act.SHOW], "role", "primary" if was_overtaken else "")  # read it first
        set_role(self.buttons[Act.DELETE], "role", "danger")
        if entry is None:
            return
        customer, text = customer_of(entry), text_of(entry)
        self._title.setFont(make_font(text_language(customer), size_px=TYPE_TITLE, bold=True))
        self._title.setText(customer)
        number = self.tr("Inquiry {number}").format(number=number_of(entry)) if number_of(entry) else ""
        self._about.setText(" · ".join(part for part in (kind_word(entry), number) if part))
        self._text.setFont(make_font(text_language(text), size_px=TYPE_BODY))
        self._text.setText(text)
        files = entry.files if isinstance(entry, OutboxRow) else entry.draft.files
        self._files.setText("\n".join(file.file_name for file in files))
        self._files.setVisible(bool(files))
        self._tell_state(entry)
        possible = acts_of(entry, is_gone=self._is_gone)
        for act, button in self.buttons.items():
            button.setVisible(act in possible)

    def _tell_state(self, entry: Entry) -> None:
        gone = self.tr("The inquiry is not on this computer any more. Copy the text if you still need it.")
        if not isinstance(entry, OutboxRow):
            self.banner.setVisible(self._is_gone)
            if self._is_gone:
                self.banner.tell(gone)
            return
        words = write_sentence(entry)
        tones = {OutboxState.FAILED: "red", OutboxState.UNCONFIRMED: "amber"}
        self.banner.tell(
            f"{words}\n{gone}" if self._is_gone else words, tone=tones.get(entry.state, "accent")
        )
