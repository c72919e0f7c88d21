"""Why: who works by Qoo10's own API sees here how long its keys last, and has them renewed."""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDateEdit, QLabel, QPushButton

from qpost.models.account import Shop
from qpost.models.api_keys import ApiKeys, lives_of
from qpost.models.errors import QpostError
from qpost.models.events import ListingNoted
from qpost.models.jst import JST, business_date
from qpost.models.key_life import STEPS_DAYS, days_left
from qpost.models.listing import ListingNotes
from qpost.models.settings import KeyKind, KeyLife
from qpost.services.seller_keys import SellerKeys
from qpost.services.workspace import Workspace
from qpost.ui.dates import day_text
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit
from qpost.ui.settings.courtesy import CourtesyEdit
from qpost.ui.settings.renew_dialog import RenewDialog
from qpost.ui.settings.section import Explained, Section
from qpost.ui.tokens import SPACE_M, SPACE_XS
from qpost.ui.widgets.field import Field
from qpost.ui.widgets.layouts import column, row, set_role, wrapped

_FIELD_PX = 160
_YEARS_BACK = 2


class KeysSection(Section):
    """Both keys with their days, renewing, the text of auto-replies, and rows nobody could read."""

    def __init__(
        self, kit: Kit, keys: SellerKeys, workspace: Workspace, *, now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._kit, self._keys, self._workspace, self._now = kit, keys, workspace, now
        self._known: ApiKeys | None = None
        self._shop: Shop | None = None
        self._odd = 0
        self.certification, self.api = wrapped(QLabel()), wrapped(QLabel())
        self.renew = QPushButton()
        self.issued_on = QDateEdit()
        self.odd = wrapped(QLabel())
        self.courtesy = CourtesyEdit(kit, workspace.replies)
        self._build()
        self.retranslate()
        self.renew.clicked.connect(self._on_renew)
        self.issued_on.dateChanged.connect(self._on_dated)
        kit.bridge.listing_noted.connect(self._on_noted)

    def showEvent(self, event: QShowEvent) -> None:
        """Show how many days are left by now."""
        super().showEvent(event)
        self._read()

    def show_shop(self, shop: Shop) -> None:
        """Show what belongs to ``shop``."""
        self._shop = shop
        self.courtesy.show_shop(shop.id)
        self._read_notes()

    def retranslate(self) -> None:
        """Set every text."""
        self.set_heading(self.tr("Qoo10 API"))
        self._certification_label.setText(self.tr("Certification key"))
        self.renew.setText(self.tr("Renew…"))
        self._renew.explain(self.tr("Takes your Qoo10 password. What you are doing goes on meanwhile."))
        self._issued_field.set_label(self.tr("API key, issued by Qoo10 on"))
        self._show()

    def _build(self) -> None:
        self._certification_label = QLabel()
        self._certification_label.setProperty("ink", "2")
        self._certification_label.setProperty("type", "small")
        self._renew = Explained(self.renew)
        certification = column(gap=SPACE_XS)
        certification.addWidget(self._certification_label)
        certification.addWidget(self.certification)
        self.lines.addLayout(certification)
        self.lines.addWidget(self._renew)
        self.issued_on.setCalendarPopup(True)
        self.issued_on.setKeyboardTracking(False)
        self.issued_on.setDisplayFormat("yyyy/MM/dd")
        self.issued_on.setFixedWidth(_FIELD_PX)
        self._issued_field = Field(self.issued_on)
        api = row(gap=SPACE_M)
        api.addWidget(self._issued_field)
        self.issued_on.ensurePolished()
        self.api.setMinimumHeight(self.issued_on.sizeHint().height())  # its words stand beside the day
        api.addWidget(self.api, 1, Qt.AlignmentFlag.AlignBottom)
        self.lines.addLayout(api)
        self.lines.addWidget(self.courtesy)
        self.lines.addWidget(self.odd)

    def _read(self) -> None:
        self._kit.jobs.run(self._keys.read, owner=self, done=self._on_keys, lane=Lane.NET)

    def _read_notes(self) -> None:
        if self._shop is not None:
            work = partial(self._workspace.listing_notes, self._shop.id)
            self._kit.jobs.run(work, owner=self, done=self._on_notes)

    def _on_noted(self, event: ListingNoted) -> None:
        if self._shop is not None and event.shop_id == self._shop.id:
            self._read_notes()

    def _on_notes(self, notes: ListingNotes) -> None:
        self._odd = notes.odd
        self._show()

    def _on_keys(self, keys: ApiKeys | None) -> None:
        self._known = keys
        self._show()

    def _show(self) -> None:
        self.odd.setText(self.tr("%n row(s) could not be read: kept for diagnostics.", "", self._odd))
        self.odd.setVisible(self._odd > 0)
        keys = self._known
        self.renew.setEnabled(keys is not None)
        self.issued_on.setEnabled(keys is not None)
        if keys is None:
            self.certification.setText(self.tr("No keys are kept."))
            self.api.clear()
            return
        lives = {life.kind: life for life in lives_of(keys, login="")}
        self._tell_end(self.api, lives[KeyKind.API])
        certification = lives.get(KeyKind.CERTIFICATION)
        if certification is not None:
            self._tell_end(self.certification, certification)
        self._show_date(business_date(keys.entered_at))

    def _tell_end(self, label: QLabel, life: KeyLife) -> None:
        left = days_left(life, self._now())
        words = self.tr("Ends on {day}, in %n day(s)", "", left) if left > 0 else self.tr("Ended on {day}")
        label.setText(words.format(day=day_text(life.ends_on)))
        set_role(label, "ink", "red" if left <= 0 else "amber" if left <= STEPS_DAYS[0] else "")

    def _show_date(self, day: date) -> None:
        today = business_date(self._now())
        self.issued_on.blockSignals(True)
        first = min(day, date(today.year - _YEARS_BACK, 1, 1))
        self.issued_on.setDateRange(_shown(first), _shown(max(day, today)))
        self.issued_on.setDate(_shown(day))
        self.issued_on.blockSignals(False)

    def _on_dated(self, shown: QDate) -> None:
        day = date(shown.year(), shown.month(), shown.day())
        self._kit.jobs.run(
            partial(self._keys.date_api_key, datetime.combine(day, time.min, JST)),
            owner=self,
            done=self._on_keys,
            failed=self._on_not_dated,
            lane=Lane.NET,
        )

    def _on_not_dated(self, error: QpostError) -> None:
        self._kit.jobs.unhandled.emit(error)
        self._read()

    def _on_renew(self) -> None:
        if self._known is not None:
            dialog = RenewDialog(self._kit, self._keys, self, api_key=self._known.api_key)
            dialog.renewed.connect(self._read)
            dialog.open()


def _shown(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
