"""Why: margins and gaps come from the tokens, so that every screen has the same rhythm."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qpost.ui.tokens import SPACE_S


def column(parent: QWidget | None = None, *, margin: int = 0, gap: int = SPACE_S) -> QVBoxLayout:
    """Return a vertical layout for ``parent``."""
    layout = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(gap)
    return layout


def row(parent: QWidget | None = None, *, margin: int = 0, gap: int = SPACE_S) -> QHBoxLayout:
    """Return a horizontal layout for ``parent``."""
    layout = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(gap)
    return layout


def surface(kind: str, *, edge: str = "") -> QFrame:
    """Return a frame painted as ``panel``, ``card`` or ``background``, with one line at ``edge``."""
    frame = QFrame()
    frame.setProperty("surface", kind)
    if edge:
        frame.setProperty("edge", edge)
    return frame


def set_role(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet looks at, and let it look again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))  # padding is measured anew only on this
    widget.updateGeometry()


def wrapped(label: QLabel) -> QLabel:
    """Let ``label`` break its text into lines instead of widening the window."""
    label.setWordWrap(True)
    return label
