"""Why: a seller takes a list or a thread away by mouse or keys, sees how far it is, and can stop."""

import csv
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from qpost.models.inquiry import Inquiry, Source
from qpost.ui.export.exports import Exports
from tests.gui.export.pdf_text import PdfText, squeezed
from tests.gui.inquiries.conftest import MakeDesk
from tests.gui.inquiries.desk import Desk, make_inquiry, make_message


def exports_of(desk: Desk) -> Exports:
    """Return the page's exports."""
    return desk.shell.inquiries.exports


def ask(desk: Desk, action: QAction) -> None:
    """Open the menu, as far as its words and offers go, and take an entry."""
    exports_of(desk).list_menu.aboutToShow.emit()
    assert action.isEnabled()
    action.trigger()


def choose_file(desk: Desk, target: Path) -> str:
    """Answer the dialog that asks where to; returns the name it proposed."""
    exports = exports_of(desk)
    desk.wait(lambda: any(box.isVisible() for box in exports.findChildren(QFileDialog)))
    (dialog,) = (box for box in exports.findChildren(QFileDialog) if box.isVisible())
    proposed = Path(dialog.selectedFiles()[0]).name
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    return proposed


def numbers_in(path: Path) -> list[str]:
    """Return the inquiry numbers of a table, top to bottom."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row["Inquiry no."] for row in csv.DictReader(file)]


def numbers_shown(desk: Desk) -> list[str]:
    """Return the inquiry numbers of the list, top to bottom."""
    model = desk.shell.inquiries.list.model
    ids = [model.row_id(place) for place in range(model.rowCount())]
    return [row.inquiry.number for row in desk.workspace.inbox.rows(ids)]


def select(desk: Desk, places: Sequence[int]) -> None:
    """Choose rows, one after the other."""
    view, model = desk.shell.inquiries.list.view, desk.shell.inquiries.list.model
    view.clearSelection()
    for place in places:
        flag = QItemSelectionModel.SelectionFlag.Select
        view.selectionModel().select(model.index(place, 0), flag)


def wait_saved(desk: Desk, target: Path) -> None:
    """Wait until the toast names the file."""
    desk.wait(lambda: desk.shell.toast.text == f"Saved as {target.name}")


def test_the_list_is_written_as_it_is_filtered_and_ordered(
    quiet_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, target = quiet_desk, tmp_path / "list.csv"
    shown = numbers_shown(desk)
    assert 0 < len(shown) < len(desk.inquiries())
    exports = exports_of(desk)
    exports.list_menu.aboutToShow.emit()
    assert exports.list_action.text() == f"Export list ({len(shown)})…"
    ask(desk, exports.list_action)
    assert choose_file(desk, target).startswith("qpost-")
    wait_saved(desk, target)
    assert numbers_in(target) == shown
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    desk.shell.toast.action.click()
    assert [Path(folder) for folder in opened] == [tmp_path]


def test_chosen_rows_are_written_top_to_bottom(quiet_desk: Desk, tmp_path: Path) -> None:
    desk, target = quiet_desk, tmp_path / "rows.csv"
    shown = numbers_shown(desk)
    select(desk, [9, 2, 3, 4])
    exports = exports_of(desk)
    exports.list_menu.aboutToShow.emit()
    assert exports.selected_action.text() == "Export selected (4)…"
    ask(desk, exports.selected_action)
    choose_file(desk, target)
    wait_saved(desk, target)
    assert numbers_in(target) == [shown[2], shown[3], shown[4], shown[9]]


def test_everything_chosen_is_the_list(quiet_desk: Desk, tmp_path: Path) -> None:
    desk, target = quiet_desk, tmp_path / "all.csv"
    desk.shell.inquiries.list.view.selectAll()
    ask(desk, exports_of(desk).selected_action)
    choose_file(desk, target)
    wait_saved(desk, target)
    assert numbers_in(target) == numbers_shown(desk)


def test_a_thread_is_saved_as_it_is_on_screen(quiet_desk: Desk, tmp_path: Path) -> None:
    desk, target = quiet_desk, tmp_path / "thread.pdf"
    body = "入荷は<b>来週</b>です。😀"
    inquiry = desk.put(make_inquiry(make_message(body), number="900017"))
    exports = exports_of(desk)
    exports.refresh_actions()
    assert not exports.pdf_action.isEnabled()
    desk.open(inquiry.id)
    exports.refresh_actions()
    ask(desk, exports.pdf_action)
    assert choose_file(desk, target) == f"900017 {inquiry.customer.name}.pdf"
    wait_saved(desk, target)
    paper = PdfText(target.read_bytes()).whole
    assert squeezed("入荷は<b>来週</b>です。") in paper
    assert squeezed(desk.shop.name) in paper


def test_the_menu_opens_by_keys_and_can_be_walked(quiet_desk: Desk) -> None:
    desk = quiet_desk
    desk.shell.activateWindow()
    view = desk.shell.inquiries.list.view
    view.setFocus()
    select(desk, [0])
    QTest.keyClick(view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    exports = exports_of(desk)
    desk.wait(exports.list_menu.isVisible)
    assert exports.list_menu.activeAction() is exports.selected_action
    QTest.keyClick(exports.list_menu, Qt.Key.Key_Down)
    assert exports.list_menu.activeAction() is exports.list_action
    QTest.keyClick(exports.list_menu, Qt.Key.Key_Escape)
    assert not exports.list_menu.isVisible()


def test_the_list_has_a_context_menu_and_the_thread_a_button(quiet_desk: Desk) -> None:
    desk = quiet_desk
    exports, view = exports_of(desk), desk.shell.inquiries.list.view
    view.customContextMenuRequested.emit(view.viewport().rect().center())
    assert exports.list_menu.isVisible()
    exports.list_menu.close()
    desk.open(desk.inquiries()[0].id)
    assert exports.thread_button.isVisible()
    assert exports.list_button.isVisible()
    assert exports.thread_button.accessibleName()
    assert exports.pdf_action in exports.thread_button.menu().actions()


def test_an_empty_list_offers_nothing(quiet_desk: Desk) -> None:
    desk = quiet_desk
    desk.shell.inquiries.filters.search("これはどこにもない文字列")
    desk.wait(lambda: desk.shell.inquiries.list.model.rowCount() == 0)
    exports = exports_of(desk)
    exports.list_menu.aboutToShow.emit()
    assert not exports.list_action.isEnabled()
    assert not exports.selected_action.isEnabled()


class Hold:
    """Lets a reading of the store begin and not end until told; then it is slow no more."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()
        self._read = desk.workspace.inbox.with_messages
        monkeypatch.setattr(desk.workspace.inbox, "with_messages", self._slowly)

    def _slowly(self, row_ids: Sequence[int]) -> Iterator[Inquiry]:
        for place, inquiry in enumerate(self._read(row_ids)):
            if place == 5:
                self.begun.set()
                self.go_on.wait(30)
            yield inquiry


def test_a_slow_one_shows_how_far_it_is_and_can_be_stopped(
    quiet_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, folder = quiet_desk, tmp_path / "out"
    folder.mkdir()
    (folder / "list.csv").write_bytes(b"before")
    hold = Hold(desk, monkeypatch)
    exports = exports_of(desk)
    ask(desk, exports.list_action)
    choose_file(desk, folder / "list.csv")
    total = desk.shell.inquiries.list.model.rowCount()
    desk.wait(lambda: exports.progress.isVisible() and hold.begun.is_set())
    desk.wait(lambda: exports.progress.text == f"Writing list.csv: 5 of {total} inquiries")
    assert exports.progress.bar.value() == 5 * 1000 // total
    exports.refresh_actions()
    assert not exports.list_action.isEnabled()
    exports.progress.cancel_button.click()
    desk.wait(lambda: exports.progress.text == "Stopping…")
    hold.go_on.set()
    desk.wait(lambda: desk.shell.toast.text == "Export cancelled. No file was written.")
    assert not exports.progress.isVisible()
    assert not exports.is_busy
    assert [path.name for path in folder.iterdir()] == ["list.csv"]
    assert (folder / "list.csv").read_bytes() == b"before"


def test_a_window_that_closes_stops_it(
    make_desk: MakeDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, folder = make_desk(starts=False), tmp_path / "out"
    folder.mkdir()
    hold = Hold(desk, monkeypatch)
    ask(desk, exports_of(desk).list_action)
    choose_file(desk, folder / "list.csv")
    desk.wait(hold.begun.is_set)
    desk.shell.close()
    hold.go_on.set()
    desk.settle()
    assert list(folder.iterdir()) == []


def test_a_fault_is_told_and_can_be_put_away(quiet_desk: Desk, tmp_path: Path) -> None:
    desk, exports = quiet_desk, exports_of(quiet_desk)
    ask(desk, exports.list_action)
    choose_file(desk, tmp_path / "gone" / "list.csv")
    desk.wait(lambda: "list.csv could not be saved there." in exports.banner.text)
    assert not exports.is_busy
    exports.banner.action.click()
    assert exports.banner.text == ""
    ask(desk, exports.list_action)
    choose_file(desk, tmp_path / "list.csv")
    wait_saved(desk, tmp_path / "list.csv")


def test_the_words_of_the_file_are_those_of_the_interface(quiet_desk: Desk, tmp_path: Path) -> None:
    desk, target = quiet_desk, tmp_path / "list.csv"
    desk.kit.translations.choose("ja")
    exports = exports_of(desk)
    ask(desk, exports.list_action)
    choose_file(desk, target)
    desk.wait(lambda: "list.csv" in desk.shell.toast.text)
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["状態"] for row in rows} <= {"未処理", "回答中", "回答完了"}
    assert {row["送信元"] for row in rows} == {"お客様"}
    assert desk.shell.inquiries.filters.query.source is Source.CUSTOMER
