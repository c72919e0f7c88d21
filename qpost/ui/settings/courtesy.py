"""Why: where no service keeps the text of auto-replies, the seller writes it here."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from qpost.models.account import ShopId
from qpost.models.errors import QpostError
from qpost.models.reply import BODY_LIMIT, body_length
from qpost.services.replies import Replies
from qpost.ui.errors import describe
from qpost.ui.fonts import make_font, tabular
from qpost.ui.i18n import Retranslated
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit
from qpost.ui.tokens import SPACE_S, SPACE_XS, TYPE_BODY, TYPE_SMALL
from qpost.ui.widgets.field import Field
from qpost.ui.widgets.layouts import column, row, set_role

_HEIGHT_PX = 96


class CourtesyEdit(Retranslated):
    """The text with its counter and Save; hidden until it was read."""

    def __init__(self, kit: Kit, courtesy: Replies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._courtesy = courtesy
        self._shop: ShopId | None = None
        self._kept = ""
        self.text = QPlainTextEdit()
        self.text.setFont(make_font("ja", size_px=TYPE_BODY))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_HEIGHT_PX)
        self.field = Field(self.text)
        self.counter = QLabel()
        self.counter.setFont(tabular(make_font(kit.theme.language, size_px=TYPE_SMALL)))
        self.save = QPushButton()
        lines = column(self, gap=SPACE_XS)
        lines.addWidget(self.field)
        below = row(gap=SPACE_S)
        below.addWidget(self.counter, 1)
        below.addWidget(self.save, 0, Qt.AlignmentFlag.AlignRight)
        lines.addLayout(below)
        self.text.textChanged.connect(self._on_edited)
        self.save.clicked.connect(self._on_save)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        self.field.set_label(self.tr("Text of auto-replies"))
        self.save.setText(self.tr("Save"))
        self._count()

    def show_shop(self, shop: ShopId) -> None:
        """Show the text of ``shop``; what was typed for another is left behind."""
        self._shop = shop
        self._kit.jobs.run(
            partial(self._courtesy.auto_reply_text, shop),
            owner=self,
            done=partial(self._on_read, shop),
            failed=lambda _: None,  # there is nothing to change, then
            lane=Lane.NET,
        )

    def _on_read(self, shop: ShopId, text: str) -> None:
        if shop == self._shop:
            self._kept = text
            self.text.setPlainText(text)
            self.show()

    def _on_edited(self) -> None:
        length = body_length(self.text.toPlainText())
        fault = ""
        if length == 0:
            fault = self.tr("Write at least one character.")
        elif length > BODY_LIMIT:
            fault = self.tr("This is longer than Qoo10 takes.")
        self.field.tell_fault(fault)
        self._count()

    def _count(self) -> None:
        text = self.text.toPlainText()
        length = body_length(text)
        self.counter.setText(f"{length}/{BODY_LIMIT}")
        set_role(self.counter, "ink", "2" if 0 < length <= BODY_LIMIT else "red")
        self.save.setEnabled(0 < length <= BODY_LIMIT and text != self._kept)

    def _on_save(self) -> None:
        if self._shop is None:
            return
        text = self.text.toPlainText()
        self.save.setEnabled(False)
        self._kit.jobs.run(
            partial(self._courtesy.set_auto_reply_text, self._shop, text),
            owner=self,
            done=lambda _: self._on_kept(text),
            failed=self._on_failed,
            lane=Lane.WRITE,
        )

    def _on_kept(self, text: str) -> None:
        self._kept = text
        self._count()

    def _on_failed(self, error: QpostError) -> None:
        self._count()
        self.field.tell_fault(describe(error).whole)
