"""Why: where the sign-in goes is set once, so it stays folded away behind one line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from qpost.models.account import LoginLocation
from qpost.models.settings import Connection, ConnectionKind
from qpost.ui.i18n import Retranslated
from qpost.ui.tokens import SPACE_M
from qpost.ui.widgets.field import Field
from qpost.ui.widgets.layouts import column, row, wrapped
from qpost.ui.widgets.segments import Segments

_KINDS = (ConnectionKind.REST, ConnectionKind.DEMO)


class ConnectionBox(Retranslated):
    """Kind and address of the connection; every login location keeps an address of its own."""

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
        self._demo_words = wrapped(QLabel())
        self._demo_words.setProperty("ink", "2")
        self._demo_words.setProperty("type", "small")
        self._build()
        self.disclosure.toggled.connect(self._on_disclosed)
        self.demo_link.clicked.connect(self.demo_requested)
        self.kinds.chosen.connect(self._on_kind_chosen)
        self.address.textEdited.connect(self._on_address_edited)
        self._on_disclosed(False)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        self.kinds.set_text(ConnectionKind.REST, self.tr("Qpost service"))
        self.kinds.set_text(ConnectionKind.DEMO, self.tr("Demo"))
        self.kinds.setAccessibleName(self.tr("Connection"))
        self.address_field.set_label(self.tr("Service address"))
        self.address.setPlaceholderText("https://qpost.example.com")
        self.demo_link.setText(self.tr("Try the demo"))
        self._demo_words.setText(
            self.tr("A made-up shop on this computer. It needs no ID and nothing leaves the computer.")
        )
        self._show_kind()

    @property
    def kind(self) -> ConnectionKind:
        """The chosen kind."""
        return ConnectionKind(str(self.kinds.value))

    @property
    def connection(self) -> Connection:
        """What is chosen and typed."""
        return Connection(kind=self.kind, address=self.address.text().strip())

    @property
    def addresses(self) -> dict[str, str]:
        """The address of every login location that has one."""
        return {place: address for place, address in self._addresses.items() if address}

    def fill(self, connection: Connection, *, addresses: dict[str, str], location: LoginLocation) -> None:
        """Show a saved connection."""
        self._addresses = dict(addresses)
        if connection.address:
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
        below.addWidget(self._demo_words)
        lines.addWidget(self._inside)

    def _show_kind(self) -> None:
        is_demo = self.kind is ConnectionKind.DEMO
        self.address_field.setVisible(not is_demo)
        self._demo_words.setVisible(is_demo)
        name = self.tr("Demo") if is_demo else self.tr("Qpost service")
        mark = "\N{BLACK UP-POINTING SMALL TRIANGLE}"
        if not self.disclosure.isChecked():
            mark = "\N{BLACK DOWN-POINTING SMALL TRIANGLE}"
        words = self.tr("Connection: {name}").format(name=name)
        self.disclosure.setText(f"{words} {mark}")
        self.disclosure.setAccessibleName(words)

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
