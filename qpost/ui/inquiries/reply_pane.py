"""Why: everything about an answer in one place: to whom, who will see it, what, how long, and Send."""

from collections.abc import Collection
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from qpost.models.account import Capability
from qpost.models.inquiry import REPLY_STATUSES, Inquiry, InquiryId, Status, Visibility
from qpost.models.outbox import Draft, OutboxFile, OutboxId
from qpost.models.reply import BODY_LIMIT, TITLE_LIMIT, body_length, reply_faults, reply_title
from qpost.models.template_text import unfilled
from qpost.ui.fonts import make_font, tabular
from qpost.ui.i18n import Retranslated
from qpost.ui.inquiries.composition import Composition
from qpost.ui.inquiries.file_chips import FileChips
from qpost.ui.inquiries.reply_editor import ReplyEditor, is_send_key
from qpost.ui.inquiries.reply_offer import Lack, ReplyOffer
from qpost.ui.inquiries.reply_words import fault_word
from qpost.ui.inquiries.words import one_line, status_word, visibility_word
from qpost.ui.kit import Kit
from qpost.ui.tokens import SPACE_L, SPACE_M, SPACE_S, TYPE_BODY, TYPE_SMALL
from qpost.ui.widgets.banner import Banner
from qpost.ui.widgets.elided import ElidedLabel
from qpost.ui.widgets.layouts import column, row, set_role, surface
from qpost.ui.widgets.segments import Segments

_ICON = QSize(16, 16)
_EDITOR_HEIGHT_PX = 84


class ReplyPane(Retranslated):
    """Title, body with counter, files, status and Send for one inquiry at a time."""

    changed = Signal()
    send_asked = Signal(object)
    templates_asked = Signal()
    files_given = Signal(object)
    picture_given = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._inquiry: Inquiry | None = None
        self._files: tuple[OutboxFile, ...] = ()
        self._key = OutboxId(str(uuid4()))
        self._is_loading = False
        self._is_locked = False
        self._can_send = True
        self._adding: frozenset[InquiryId] = frozenset()
        self._is_title_composing = False
        self._is_fault_told = False
        frame = surface("panel")
        column(self).addWidget(frame)
        lines = column(frame, gap=SPACE_S)
        lines.setContentsMargins(SPACE_L + 4, SPACE_M, SPACE_L + 4, SPACE_M)
        self.banner = Banner(frame)
        self._chips = FileChips(kit.assets, frame)
        self._box = QFrame(frame)
        buttons = row(gap=SPACE_S)
        lines.addWidget(self.banner)
        lines.addWidget(self._box, 1)
        lines.addWidget(self._chips)
        lines.addLayout(buttons)
        self._fill_editor()
        self._fill_buttons(buttons)
        self._connect()
        self.retranslate()
        self._paint_icons()
        self.show_inquiry(None, None)

    def _fill_editor(self) -> None:
        self._box.setProperty("editor", True)
        lines = column(self._box, gap=0)
        top = surface("", edge="bottom")
        lines.addWidget(top)
        head = row(top, gap=SPACE_S)
        head.setContentsMargins(2, 2, SPACE_M, 2)
        self._title = QLineEdit()
        self._title.setFont(make_font("ja", size_px=TYPE_BODY))
        self._receiver = ElidedLabel()
        self._receiver.setProperty("ink", "2")
        self._receiver.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._seen_by = QLabel()
        head.addWidget(self._title, 3)
        head.addWidget(self._receiver, 2)
        head.addWidget(self._seen_by, 0, Qt.AlignmentFlag.AlignVCenter)
        self._body = ReplyEditor()
        self._body.setMinimumHeight(_EDITOR_HEIGHT_PX)
        lines.addWidget(self._body, 1)
        for field in (self._title, self._body):
            field.installEventFilter(self)

    def _fill_buttons(self, line: QHBoxLayout) -> None:
        self._templates, self._attach, self._send = QPushButton(), QPushButton(), QPushButton()
        self._settled = QPushButton()
        self._offer = ReplyOffer(
            self.banner,
            {Lack.TEMPLATES: self._templates, Lack.FILES: self._attach, Lack.ANSWERING: self._settled},
        )
        self._send.setProperty("role", "primary")
        for button in (self._templates, self._attach):
            button.setIconSize(_ICON)
        self._counter = QLabel()
        self._counter.setFont(tabular(make_font(self._kit.theme.language, size_px=TYPE_SMALL)))
        self._saved = ElidedLabel()
        self._saved.setProperty("ink", "2")
        self._status = Segments([Status.ANSWERING, Status.ANSWERED])
        self._status.choose(Status.ANSWERED)
        for widget in (self._templates, self._attach, self._counter):
            line.addWidget(widget)
        line.addWidget(self._saved, 1)
        line.addWidget(self._status)
        line.addWidget(self._settled)
        line.addWidget(self._send)

    def _connect(self) -> None:
        self._kit.theme.changed.connect(self._paint_icons)
        self._title.textChanged.connect(self._on_edited)
        self._body.textChanged.connect(self._on_edited)
        self._status.chosen.connect(self._on_edited)
        self._chips.removed.connect(self._on_file_removed)
        self._templates.clicked.connect(self.templates_asked)
        self._attach.clicked.connect(self._on_attach)
        self._send.clicked.connect(self.send)
        self._body.send_asked.connect(self.send)
        self._body.files_given.connect(partial(self._on_given, self.files_given))
        self._body.picture_given.connect(partial(self._on_given, self.picture_given))

    # -- what the page uses

    @property
    def inquiry(self) -> Inquiry | None:
        """The inquiry that is being answered."""
        return self._inquiry

    @property
    def editor(self) -> ReplyEditor:
        """The text box."""
        return self._body

    @property
    def title(self) -> QLineEdit:
        """The title field."""
        return self._title

    @property
    def status(self) -> Segments:
        """The choice between answering and answered."""
        return self._status

    @property
    def send_button(self) -> QPushButton:
        """The Send button."""
        return self._send

    @property
    def templates_button(self) -> QPushButton:
        """The button the template list opens at."""
        return self._templates

    @property
    def files(self) -> tuple[OutboxFile, ...]:
        """The files that go with the reply."""
        return self._files

    @property
    def counter_text(self) -> str:
        """What the counter says."""
        return self._counter.text()

    def draft(self) -> Draft | None:
        """Return what is written, None when there is nothing of the seller's own in it."""
        inquiry = self._inquiry
        if inquiry is None:
            return None
        title, body = self._title.text(), self._body.body
        if not body and not self._files and title == reply_title(inquiry.title):
            return None
        return Draft(
            inquiry_id=inquiry.id,
            title=title,
            body=body,
            status=str(self._status.value),
            files=self._files,
            updated_at=inquiry.updated_at,
        )

    def offer(self, capabilities: frozenset[Capability]) -> None:
        """Grey what the connection does not do, with its reason; a title nobody gets is not asked for."""
        if not self._offer.take(capabilities):
            return
        settles = self._offer.settles
        side = Qt.AlignmentFlag.AlignLeft if settles else Qt.AlignmentFlag.AlignRight
        self._title.setVisible(not settles)
        self._receiver.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._receiver.setContentsMargins(SPACE_S if settles else 0, 0, 0, 0)
        self._receiver.setMinimumHeight(self._title.sizeHint().height() if settles else 0)
        self._status.setVisible(not settles)
        if settles:
            self._status.choose(Status.ANSWERED)
        self.retranslate()

    def explain(self, lack: Lack) -> bool:
        """Say why the connection does without ``lack``; False when it does not have to."""
        return self._offer.explain(lack)

    def show_inquiry(self, inquiry: Inquiry | None, draft: Draft | None) -> None:
        """Start answering ``inquiry`` from ``draft``; None shows an empty, disabled pane."""
        self._inquiry = inquiry
        self._is_loading = True
        self._is_title_composing = False
        self._key = OutboxId(str(uuid4()))
        self._title.setText(draft.title if draft else reply_title(inquiry.title) if inquiry else "")
        self._body.setPlainText(draft.body if draft else "")
        status = Status(draft.status) if draft else Status.ANSWERED
        is_choice = status in REPLY_STATUSES and not self._offer.settles
        self._status.choose(status if is_choice else Status.ANSWERED)
        self._set_files(draft.files if draft else ())
        self._is_loading = False
        self.banner.hide()
        self.set_saved(bool(draft))
        self.update_inquiry(inquiry)
        self.setEnabled(inquiry is not None)
        self._offer_send()
        self._count()

    def update_inquiry(self, inquiry: Inquiry | None) -> None:
        """Show who the reply goes to, leaving what is written alone."""
        self._inquiry = inquiry
        if inquiry is None:
            self._receiver.setText("")
            self._seen_by.hide()
            return
        facts = [self.tr("To {customer}").format(customer=one_line(inquiry.customer.name))]
        facts.append(one_line(inquiry.order_no or ""))
        self._receiver.setText(" · ".join(fact for fact in facts if fact))
        is_public = inquiry.visibility is Visibility.PUBLIC
        set_role(self._seen_by, "chip", "amber" if is_public else "plain")
        self._seen_by.setText(visibility_word(inquiry.visibility))
        self._seen_by.setToolTip(
            self.tr("Everybody can read this reply on the item page.")
            if is_public
            else self.tr("Only you and the customer can read this reply.")
        )
        self._seen_by.show()

    def add_file(self, file: OutboxFile) -> None:
        """Let ``file`` go with the reply; the same content only once."""
        if file.sha256 not in {known.sha256 for known in self._files}:
            self._set_files((*self._files, file))
            self._on_edited()

    @property
    def is_saved(self) -> bool:
        """True when what is written is on disk."""
        return bool(self._saved.text())

    def set_saved(self, is_saved: bool) -> None:
        """Say that the draft is on disk."""
        self._saved.setText(self.tr("Saved") if is_saved else "")

    @property
    def is_locked(self) -> bool:
        """True while the text is on its way to or from the outbox."""
        return self._is_locked

    def set_locked(self, is_locked: bool) -> None:
        """Let nothing be changed or sent while the text goes to the outbox or comes back from it."""
        self._is_locked = is_locked
        self._title.setReadOnly(is_locked)
        self._body.setReadOnly(is_locked)
        for part in (self._chips, self._status, self._settled, self._templates, self._attach):
            part.setEnabled(not is_locked)
        self._offer_send()

    def set_adding(self, inquiry_ids: Collection[InquiryId]) -> None:
        """Hold Send back where files are still being read: they would be missing from the reply."""
        self._adding = frozenset(inquiry_ids)
        self._offer_send()

    def _offer_send(self) -> None:
        is_adding = self._inquiry is not None and self._inquiry.id in self._adding
        self._can_send = not self._is_locked and not is_adding
        self._send.setEnabled(self._can_send)

    def send(self) -> None:
        """Check the reply and ask for it to be sent; what forbids it is said instead."""
        inquiry = self._inquiry
        if inquiry is None or not self._can_send or self._is_composing:
            return
        title, body, status = self._title.text(), self._body.body, Status(str(self._status.value))
        faults = reply_faults(title, body, status)
        holes = unfilled(body) + (() if self._title.isHidden() else unfilled(title))
        self._is_fault_told = bool(faults or holes)
        if faults:
            self.banner.tell(" ".join(fault_word(fault) for fault in faults), tone="red")
            return
        if holes:
            self.banner.tell(
                self.tr("{names} is not filled in yet.").format(names="  ".join(holes)),
                tone="red",
                action=self.tr("Show"),
                chosen=lambda: self._body.select(holes[0]),
            )
            return
        self.banner.hide()
        self.send_asked.emit(Composition(self._key, inquiry, title, body, status, self._files))

    def retranslate(self) -> None:
        """Set all words."""
        self._templates.setText(self.tr("Templates"))
        self._templates.setToolTip(self.tr("Insert a frequently used reply (Ctrl+T)"))
        self._attach.setText(self.tr("Attach"))
        self._attach.setToolTip(self.tr("Attach files; you can also drop or paste them (10 MB each at most)"))
        self._offer.reword()
        self._send.setText(self.tr("Send"))
        self._send.setToolTip(self.tr("Send the reply (Ctrl+Enter)"))
        self._title.setPlaceholderText(self.tr("Title"))
        self._title.setAccessibleName(self.tr("Title of the reply"))
        self._body.setAccessibleName(self.tr("Text of the reply"))
        self._body.setPlaceholderText(
            self.tr(
                "Write your reply. Leave out personal data: names, addresses, payment details, "
                "IDs and passwords, e-mail addresses and phone numbers."
            )
        )
        for status in (Status.ANSWERING, Status.ANSWERED):
            self._status.set_text(status, status_word(status))
        self._status.button(Status.ANSWERING).setToolTip(self.tr("Further replies will follow"))
        self._status.button(Status.ANSWERED).setToolTip(self.tr("Settled with this reply"))
        self._status.setAccessibleName(self.tr("Status after this reply"))
        self.update_inquiry(self._inquiry)
        self._count()

    # -- inside

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the focus around title and text together; Ctrl+Enter sends from the title too."""
        if watched is self._title and isinstance(event, QInputMethodEvent):
            self._is_title_composing = bool(event.preeditString())
        is_press = watched is self._title and event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and is_send_key(event):
            if not event.isAutoRepeat():
                self.send()
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            set_role(self._box, "active", event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    @property
    def _is_composing(self) -> bool:
        return self._body.is_composing or self._is_title_composing

    def _set_files(self, files: tuple[OutboxFile, ...]) -> None:
        self._files = files
        self._chips.show_files(files)
        before: QWidget = self._body
        for chip in self._chips.buttons:  # new widgets come last in the whole window otherwise
            QWidget.setTabOrder(before, chip)
            before = chip

    def _count(self) -> None:
        length = body_length(self._body.body)
        self._counter.setText(f"{length}/{BODY_LIMIT}")
        set_role(self._counter, "ink", "red" if length > BODY_LIMIT else "2")
        is_title_too_long = len(self._title.text().strip()) > TITLE_LIMIT
        set_role(self._title, "fault", is_title_too_long)

    def _paint_icons(self) -> None:
        self._templates.setIcon(self._kit.assets.icon("templates", size_px=16))
        self._settled.setIcon(self._kit.assets.icon("check", size_px=16))
        self._attach.setIcon(self._kit.assets.icon("attach", size_px=16))

    def _on_edited(self) -> None:
        if self._is_loading:
            return
        if self._is_fault_told:  # it was about the text as it stood
            self._is_fault_told = False
            self.banner.hide()
        self._count()
        self.set_saved(False)
        self.changed.emit()

    def _on_file_removed(self, sha256: str) -> None:
        self._set_files(tuple(file for file in self._files if file.sha256 != sha256))
        self._on_edited()

    def _on_given(self, signal: SignalInstance, given: object) -> None:
        if not self.explain(Lack.FILES):
            signal.emit(given)

    def _on_attach(self) -> None:
        if self.explain(Lack.FILES):
            return
        if names := QFileDialog.getOpenFileNames(self, self.tr("Attach files"))[0]:
            self.files_given.emit([Path(name) for name in names])
