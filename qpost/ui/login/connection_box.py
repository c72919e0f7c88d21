"""Why: where the sign-in goes is set once, so it stays folded away behind one line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from qpost.models.account import LoginLocation
from qpost.models.qoo10 import QsmPage
from qpost.models.settings import Connection, ConnectionKind
from qpost.ui.i18n import Retranslated
from qpost.ui.qsm import open_qsm
from qpost.ui.tokens import SPACE_M
from qpost.ui.widgets.field import Field
from qpost.ui.widgets.layouts import column, row, wrapped
from qpost.ui.widgets.segments import Segments

_KINDS = (ConnectionKind.REST, ConnectionKind.QAPI, ConnectionKind.DEMO)


class ConnectionBox(Retranslated):
    """Kind of the connection and a service's address; every login location keeps an address of its own."""

    changed = Signal()
    demo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._addresses: dict[str, str] = {}
        self._location = LoginLocation.OTHER
        self.disclosure = QPushButton()
        self.disclosure.setCheckable(True)
        self.demo_link = QPushButton()
        for button in (self.disclosure, self.demo_link):
            button.setProperty("role", "link")
            button.setProperty("type", "small")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.disclosure.setProperty("ink", "2")
        self.kinds = Segments(_KINDS, stretch=True)
        self.address = QLineEdit()
        self.address.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self.address_field = Field(self.address)
        self._words = wrapped(QLabel())
        self._words.setProperty("ink", "2")
        self._words.setProperty("type", "small")
        self.key_link = QPushButton()
        self.key_link.setProperty("role", "link")
        self.key_link.setProperty("type", "small")
        self.key_link.setCursor(Qt.CursorShape.PointingHandCursor)
        self._build()
        self.disclosure.toggled.connect(self._on_disclosed)
        self.demo_link.clicked.connect(self.demo_requested)
        self.key_link.clicked.connect(lambda: open_qsm(QsmPage.API_KEY))
        self.kinds.chosen.connect(self._on_kind_chosen)
        self.address.textEdited.connect(self._on_address_edited)
        self._on_disclosed(False)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        for kind, name in self._names().items():
            self.kinds.set_text(kind, name)
        self.kinds.setAccessibleName(self.tr("Connection"))
        self.address_field.set_label(self.tr("Service address"))
        self.address.setPlaceholderText("https://qpost.example.com")
        self.demo_link.setText(self.tr("Try the demo"))
        self.key_link.setText(self.tr("Where Qoo10 issues API keys (QSM)"))
        self._show_kind()

    @property
    def kind(self) -> ConnectionKind:
        """The chosen kind."""
        return ConnectionKind(str(self.kinds.value))

    @property
    def connection(self) -> Connection:
        """What is chosen and typed, without what only ``KeyFields`` ask for."""
        address = self.address.text().strip() if self.kind is ConnectionKind.REST else ""
        return Connection(kind=self.kind, address=address)

    @property
    def addresses(self) -> dict[str, str]:
        """The address of every login location that has one."""
        return {place: address for place, address in self._addresses.items() if address}

    def fill(self, connection: Connection, *, addresses: dict[str, str], location: LoginLocation) -> None:
        """Show a saved connection."""
        self._addresses = dict(addresses)
        if connection.address and connection.kind is ConnectionKind.REST:
            self._addresses[location] = connection.address
        self.kinds.choose(connection.kind)
        self.choose_location(location)

    def choose_location(self, location: LoginLocation) -> None:
        """Show the address kept for ``location``; it opens by itself when there is none yet."""
        self._location = location
        self.address.setText(self._addresses.get(location, ""))
        self.address_field.tell_fault("")
        self._show_kind()
        if self.kind is ConnectionKind.REST and not self.address.text():
            self.open()

    def open(self) -> None:
        """Unfold."""
        self.disclosure.setChecked(True)

    def _build(self) -> None:
        lines = column(self, gap=SPACE_M)
        head = row(gap=4)
        head.addStretch(1)
        head.addWidget(self.disclosure)
        dot = QLabel("·")
        dot.setProperty("ink", "2")
        head.addWidget(dot)
        head.addWidget(self.demo_link)
        head.addStretch(1)
        lines.addLayout(head)
        self._inside = QWidget()
        below = column(self._inside, gap=SPACE_M)
        below.addWidget(self.kinds)
        below.addWidget(self.address_field)
        below.addWidget(self._words)
        below.addWidget(self.key_link, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self._inside)

    def _show_kind(self) -> None:
        kind = self.kind
        self.address_field.setVisible(kind is ConnectionKind.REST)
        self._words.setVisible(kind is not ConnectionKind.REST)
        self._words.setText(self._explained(kind))
        self.key_link.setVisible(kind is ConnectionKind.QAPI)
        mark = "\N{BLACK UP-POINTING SMALL TRIANGLE}"
        if not self.disclosure.isChecked():
            mark = "\N{BLACK DOWN-POINTING SMALL TRIANGLE}"
        words = self.tr("Connection: {name}").format(name=self._names()[kind])
        self.disclosure.setText(f"{words} {mark}")
        self.disclosure.setAccessibleName(words)

    def _names(self) -> dict[ConnectionKind, str]:
        return {
            ConnectionKind.REST: self.tr("Qpost service"),
            ConnectionKind.QAPI: self.tr("Qoo10 API key"),
            ConnectionKind.DEMO: self.tr("Demo"),
        }

    def _explained(self, kind: ConnectionKind) -> str:
        if kind is ConnectionKind.QAPI:
            return self.tr(
                "Straight to Qoo10: read inquiries and answer them. Hiding, files, the state “answering”, "
                "points and Qcash stay in QSM."
            )
        return self.tr("A made-up shop on this computer. It needs no ID and nothing leaves the computer.")

    def _on_disclosed(self, is_open: bool) -> None:
        self._inside.setVisible(is_open)
        self._show_kind()

    def _on_kind_chosen(self) -> None:
        self._show_kind()
        self.changed.emit()

    def _on_address_edited(self, text: str) -> None:
        self._addresses[self._location] = text.strip()
        self.address_field.tell_fault("")
        self.changed.emit()
