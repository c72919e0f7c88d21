"""Why: a label, its control and the fault that belongs to it stay together on every form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from qpost.ui.tokens import SPACE_XS
from qpost.ui.widgets.layouts import column, set_role, wrapped


class Field(QWidget):
    """A control below its label; a hint and a fault appear under it when there is something to say."""

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._label = QLabel()
        self._label.setProperty("ink", "2")
        self._label.setProperty("type", "small")
        self._label.setBuddy(control)
        self._hint = self._line("amber")
        self._fault = self._line("red")
        lines = column(self, gap=SPACE_XS)
        lines.addWidget(self._label)
        lines.addWidget(control)
        lines.addWidget(self._hint)
        lines.addWidget(self._fault)

    def set_label(self, text: str) -> None:
        """Name the control, for eyes and for screen readers."""
        self._label.setText(text)
        self.control.setAccessibleName(text.replace("&", ""))

    def tell_hint(self, text: str) -> None:
        """Show a hint; an empty text takes it away."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def tell_fault(self, text: str) -> None:
        """Show what is wrong with the control's content; an empty text takes it away."""
        self._fault.setText(text)
        self._fault.setVisible(bool(text))
        self.control.setAccessibleDescription(text)
        set_role(self.control, "fault", bool(text))

    @property
    def fault(self) -> str:
        """What is wrong; empty when nothing is."""
        return self._fault.text()

    @property
    def hint(self) -> str:
        """The hint shown; empty when there is none."""
        return self._hint.text()

    @property
    def label(self) -> QLabel:
        """The label; its buddy is the control."""
        return self._label

    @staticmethod
    def _line(ink: str) -> QLabel:
        line = wrapped(QLabel())
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setProperty("ink", ink)
        line.setProperty("type", "small")
        line.hide()
        return line
