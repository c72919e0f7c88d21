"""Why: the list changes under the seller's eyes without moving what the seller looks at."""

from array import array
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QTableView

from qpost.models.events import InquiriesChanged
from qpost.models.inbox import InboxRow
from qpost.models.inquiry import Presence, Status, Visibility
from qpost.ui.inquiries.list_model import ROW_ROLE, InquiryListModel
from tests.gui.inquiries.desk import Desk, make_inquiry


def _ids(*values: int) -> "array[int]":
    return array("q", values)


def _row(row_id: int, **changes: object) -> InboxRow:
    return InboxRow(
        row_id=row_id,
        inquiry=make_inquiry(**changes),
        has_draft=False,
        has_attachments=False,
        pending=None,
    )


def _shown(model: InquiryListModel) -> list[int]:
    return [model.row_id(place) for place in range(model.rowCount())]


def test_the_model_keeps_qts_rules(qapp: QApplication, qtmodeltester: Any) -> None:
    model = InquiryListModel()
    model.replace(_ids(*range(1, 300)))
    qtmodeltester.check(model)
    model.show(_ids(0, *range(1, 250)))
    _fill(model, _row(1), _row(2))
    model.show(_ids())


_lists = st.lists(st.integers(1, 40), unique=True, max_size=30)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(_lists, min_size=1, max_size=6))
def test_any_change_keeps_selection_current_row_and_qts_rules(
    qapp: QApplication, steps: list[list[int]]
) -> None:
    model = InquiryListModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view = QTableView()
    view.setModel(model)
    for ids in steps:
        held = {row_id: QPersistentModelIndex(model.index(p, 0)) for p, row_id in enumerate(_shown(model))}
        if model.rowCount():
            middle = model.index(model.rowCount() // 2, 0)
            view.selectionModel().setCurrentIndex(middle, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        current = model.row_id(view.currentIndex().row()) if view.currentIndex().isValid() else None
        model.show(_ids(*ids))
        assert _shown(model) == ids
        for row_id, index in held.items():
            assert index.isValid() is (row_id in ids)
            if index.isValid():
                assert model.row_id(index.row()) == row_id
        if current in ids:
            assert model.row_id(view.currentIndex().row()) == current
            assert [model.row_id(i.row()) for i in view.selectionModel().selectedRows()] == [current]
        assert view.verticalHeader().count() == len(ids)
    assert tester.model() is model
    view.deleteLater()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((1, 2, 3, 4, 5), (5, 1, 2, 3, 4)),
        ((1, 2, 3, 4, 5), (1, 3, 4, 5)),
        ((1, 2, 3, 4, 5), (9, 1, 2, 3, 4, 5)),
        ((1, 2, 3, 4, 5), (9, 2, 3, 1, 7)),
        ((), (1, 2)),
        ((1, 2), ()),
    ],
)
def test_news_never_resets_the_list(
    qapp: QApplication, before: tuple[int, ...], after: tuple[int, ...]
) -> None:
    model = InquiryListModel()
    model.replace(_ids(*before))
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.show(_ids(*after))
    assert tuple(_shown(model)) == after
    assert resets == []


def _wishes(model: InquiryListModel) -> list["array[int]"]:
    wishes: list[array[int]] = []
    model.rows_wanted.connect(wishes.append)
    return wishes


def _wish(model: InquiryListModel, wishes: list["array[int]"]) -> "array[int]":
    count = len(wishes)
    model._ask_timer.stop()
    model._on_ask()
    assert len(wishes) == count + 1
    return wishes[-1]


def _fill(model: InquiryListModel, *rows: InboxRow) -> None:
    model._wanted = {row.row_id for row in rows}
    model.take_rows(_wish(model, _wishes(model)), rows)


def test_rows_are_asked_for_by_window_once(qapp: QApplication) -> None:
    model = InquiryListModel()
    wishes = _wishes(model)
    model.replace(_ids(*range(1, 251)))
    assert model.index(120, 0).data(ROW_ROLE) is None
    assert list(_wish(model, wishes)) == list(range(101, 201))
    assert model.index(121, 0).data(ROW_ROLE) is None
    model._on_ask()
    assert len(wishes) == 1
    model.take_rows(wishes[0], [_row(121)])
    assert isinstance(model.index(120, 0).data(ROW_ROLE), InboxRow)
    assert model.row_at(120) is not None
    assert model.row_at(900) is None


def test_a_late_answer_never_covers_a_newer_one(qapp: QApplication) -> None:
    model = InquiryListModel()
    wishes = _wishes(model)
    model.replace(_ids(1))
    model.index(0, 0).data(ROW_ROLE)
    old = _wish(model, wishes)
    model.forget_rows([1])
    new = _wish(model, wishes)
    model.take_rows(new, [_row(1, title="new")])
    model.take_rows(old, [_row(1, title="old")])
    row = model.row_at(0)
    assert row is not None
    assert row.inquiry.title == "new"


def test_a_row_stays_on_screen_while_it_is_read_again(qapp: QApplication) -> None:
    model = InquiryListModel()
    wishes = _wishes(model)
    model.replace(_ids(1))
    model.index(0, 0).data(ROW_ROLE)
    model.take_rows(_wish(model, wishes), [_row(1, title="before")])
    model.forget_rows([1, 77])
    row = model.row_at(0)
    assert row is not None
    assert row.inquiry.title == "before"
    asked = _wish(model, wishes)
    assert list(asked) == [1]
    model.take_rows(asked, [_row(1, title="after")])
    row = model.row_at(0)
    assert row is not None
    assert row.inquiry.title == "after"


def test_a_row_that_is_gone_is_not_asked_for_for_ever(qapp: QApplication) -> None:
    model = InquiryListModel()
    wishes = _wishes(model)
    model.replace(_ids(1))
    model.index(0, 0).data(ROW_ROLE)
    painted: list[int] = []
    model.dataChanged.connect(lambda *_: painted.append(1))
    model.take_rows(_wish(model, wishes), [])
    assert painted == []


def test_only_so_many_rows_are_kept(qapp: QApplication) -> None:
    model = InquiryListModel()
    ids = _ids(*range(1, 2_501))
    model.replace(ids)
    inquiry = make_inquiry()
    rows = [
        InboxRow(row_id=i, inquiry=inquiry, has_draft=False, has_attachments=False, pending=None) for i in ids
    ]
    _fill(model, *rows)
    assert model.row_at(0) is None
    assert model.row_at(2_499) is not None


def test_a_screen_reader_hears_the_row(qapp: QApplication) -> None:
    model = InquiryListModel()
    model.replace(_ids(1))
    row = InboxRow(
        row_id=1,
        inquiry=make_inquiry(status=Status.UNANSWERED, visibility=Visibility.PUBLIC),
        has_draft=True,
        has_attachments=False,
        pending=None,
    )
    _fill(model, row)
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for word in ("Unprocessed", "waiting 3 h", "田中 花子", "Public", "サイズについて", "draft"):
        assert word in spoken
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Inquiries"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_colleagues_come_and_go(qapp: QApplication) -> None:
    model = InquiryListModel()
    row = _row(1)
    model.replace(_ids(1))
    _fill(model, row)
    painted: list[int] = []
    model.dataChanged.connect(lambda *_: painted.append(1))
    model.show_colleagues(row.inquiry.id, (Presence(extension="B7", state="viewing"),))
    assert model.colleague(row.inquiry.id) == "B7"
    model.show_colleagues(row.inquiry.id, ())
    assert model.colleague(row.inquiry.id) == ""
    assert len(painted) == 2


def test_the_chosen_rows_of_a_long_list_are_found_without_searching_for_each(
    quiet_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = quiet_desk.shell.inquiries.list
    model, shown = pane.model, _shown(pane.model)
    read = [row.row_id for place in range(len(shown)) if (row := model.row_at(place)) is not None]
    assert len(read) > 2
    pane.view.selectAll()
    monkeypatch.setattr(model, "position", lambda _: pytest.fail("one search through all ids for each row"))
    assert pane.view.selected_row_ids() == shown
    assert [row.row_id for row in pane.selected()] == read
    flags = QItemSelectionModel.SelectionFlag.Deselect
    pane.view.selectionModel().select(model.index(1, 0), flags)
    assert pane.view.selected_row_ids() == [shown[0], *shown[2:]]
    assert [row.row_id for row in pane.selected()] == [read[0], *read[2:]]


def test_what_changed_while_another_shop_was_on_screen_is_read_anew(quiet_desk: Desk) -> None:
    desk = quiet_desk
    pane, place = desk.shell.inquiries.list, 30
    pane.view.scrollTo(pane.model.index(place, 0))
    desk.wait(lambda: pane.model.row_at(place) is not None)
    before = pane.model.row_at(place)
    assert before is not None
    desk.shell.show_shop(desk.workspace.shops()[1].id)
    desk.settle()
    renamed = structs.replace(before.inquiry, title="書き直した件名", version=before.inquiry.version + 1)
    desk.put(renamed)
    desk.publisher.publish(InquiriesChanged(shop_id=desk.shop.id, ids=frozenset({renamed.id})))
    desk.settle()
    desk.shell.show_shop(desk.shop.id)
    desk.wait(lambda: place < pane.model.rowCount() and pane.model.row_id(place) == before.row_id)
    desk.settle()
    pane.view.scrollTo(pane.model.index(place, 0))
    desk.wait(lambda: pane.model.row_at(place) is not None)
    after = pane.model.row_at(place)
    assert after is not None
    assert after.inquiry.title == renamed.title
