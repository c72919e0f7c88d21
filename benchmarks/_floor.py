"""Why: every benchmark measures against the same bare window (the floor)."""

from PySide6.QtWidgets import QMainWindow, QPlainTextEdit, QSplitter, QTableWidget


def bare_window() -> QMainWindow:
    """Return a window with a table, a text field and a splitter, of Qpost's size, and show it."""
    window = QMainWindow()
    splitter = QSplitter()
    splitter.addWidget(QTableWidget(20, 3))
    splitter.addWidget(QPlainTextEdit())
    window.setCentralWidget(splitter)
    window.resize(1360, 860)
    window.show()
    return window
