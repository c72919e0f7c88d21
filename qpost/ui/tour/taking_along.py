"""Why: what a seller takes along is written to a file: the list as a table, a thread as a PDF."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from qpost.ui.shell import Shell
from qpost.ui.tour.guide import Guide

_MARK_OF_UTF8 = b"\xef\xbb\xbf"


def export(guide: Guide, shell: Shell, place: Path) -> None:
    """The menu, the list as CSV, the open thread as PDF."""
    exports = shell.inquiries.exports
    with guide.step("export-menu", lambda: shell):
        exports.show_menu()
        guide.wait(exports.list_menu.isVisible, "the menu")
        guide.check("the list can be taken along", exports.list_action.isEnabled())
        guide.check("and the thread", exports.pdf_action.isEnabled())
    with guide.step("export-list", lambda: shell):
        exports.list_menu.close()
        table = place / "inquiries.csv"
        exports.list_action.trigger()
        _choose(guide, shell, table)
        written = table.read_bytes()
        guide.check("in UTF-8, for Excel", written.startswith(_MARK_OF_UTF8))
        first = shell.inquiries.list.model.row_at(0)
        number = "" if first is None else first.inquiry.number
        guide.check_in("with the first inquiry", number, written.decode())
    with guide.step("export-thread", lambda: shell):
        paper = place / "thread.pdf"
        exports.pdf_action.trigger()
        _choose(guide, shell, paper)
        guide.check("as a PDF", paper.read_bytes().startswith(b"%PDF-"))


def _choose(guide: Guide, shell: Shell, target: Path) -> None:
    """Answer the dialog that asks where to, and wait for the file."""
    exports = shell.inquiries.exports
    guide.wait(lambda: exports.findChildren(QFileDialog), "the dialog that asks where to")
    for dialog in exports.findChildren(QFileDialog):
        dialog.fileSelected.emit(str(target))
        dialog.reject()
    guide.wait(lambda: target.exists() and not exports.is_busy, f"{target.name} to be written")
