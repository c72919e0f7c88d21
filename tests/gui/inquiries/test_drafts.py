"""Why: nothing typed is ever lost: not by switching, sending, failing, undoing or closing."""

import threading
import time
from typing import cast

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qpost.models.errors import QpostError, StoreFault
from qpost.models.inbox import Thread
from qpost.models.inquiry import Inquiry, InquiryId, Status
from qpost.models.outbox import Draft, OutboxRow
from qpost.services.replies import Replies
from qpost.ui.inquiries.draft_keeper import DraftKeeper
from qpost.ui.jobs import Lane
from qpost.ui.kit import Kit
from tests.gui.inquiries.conftest import MakeDesk, Pick
from tests.gui.inquiries.desk import PATIENCE_MS, Desk, make_inquiry

LATEST_S = 1.0


def _type(desk: Desk, text: str) -> None:
    QTest.keyClicks(desk.reply.editor, text)


def _two(desk: Desk) -> tuple[Inquiry, Inquiry]:
    return desk.put(make_inquiry()), desk.put(make_inquiry(number="900002"))


def test_typing_is_on_disk_within_a_second_while_it_goes_on(quiet_desk: Desk) -> None:
    desk = quiet_desk
    inquiry = desk.put(make_inquiry())
    desk.open(inquiry.id)
    began = time.monotonic()
    _type(desk, "a")
    while desk.draft_body(inquiry.id) is None:
        _type(desk, "b")
        desk.qtbot.wait(20)
        assert time.monotonic() - began < LATEST_S
    typed = desk.reply.editor.body
    desk.wait(lambda: desk.draft_body(inquiry.id) == typed)
    desk.wait(lambda: desk.reply.is_saved)


def test_each_inquiry_keeps_its_own_draft_through_quick_switching(quiet_desk: Desk) -> None:
    desk = quiet_desk
    first, second = _two(desk)
    desk.open(first.id)
    _type(desk, "first")
    desk.conversation.open(second.id)
    desk.conversation.open(first.id)
    _type(desk, " more")
    desk.conversation.open(second.id)
    desk.wait(lambda: desk.reply.inquiry is not None and desk.reply.inquiry.id == second.id)
    assert desk.reply.editor.body == ""
    _type(desk, "second")
    desk.open(first.id)
    assert desk.reply.editor.body == "first more"
    desk.open(second.id)
    assert desk.reply.editor.body == "second"
    assert (desk.draft_body(first.id), desk.draft_body(second.id)) == ("first more", "second")


def test_title_and_status_belong_to_the_draft(quiet_desk: Desk) -> None:
    desk = quiet_desk
    first, second = _two(desk)
    desk.open(first.id)
    desk.reply.title.setText("別の件名")
    desk.reply.status.button(Status.ANSWERING).click()
    desk.open(second.id)
    assert str(desk.reply.status.value) == Status.ANSWERED.value
    desk.open(first.id)
    assert desk.reply.title.text() == "別の件名"
    assert str(desk.reply.status.value) == Status.ANSWERING.value


def test_an_emptied_reply_leaves_no_draft(quiet_desk: Desk) -> None:
    desk = quiet_desk
    inquiry = desk.put(make_inquiry())
    desk.open(inquiry.id)
    _type(desk, "a")
    desk.wait(lambda: desk.draft_body(inquiry.id) == "a")
    desk.reply.editor.clear()
    desk.wait(lambda: desk.draft_body(inquiry.id) is None)


def test_closing_the_window_at_once_keeps_the_draft(quiet_desk: Desk) -> None:
    desk = quiet_desk
    inquiry = desk.put(make_inquiry())
    desk.open(inquiry.id)
    _type(desk, "kept")
    desk.shell.close()
    desk.kit.jobs.close()
    desk.kit.jobs.finish_writes()
    assert desk.draft_body(inquiry.id) == "kept"


def test_the_store_is_closed_only_after_the_last_draft(quiet_desk: Desk) -> None:
    desk = quiet_desk
    inquiry = desk.put(make_inquiry())
    desk.open(inquiry.id)
    gate = threading.Event()
    desk.kit.jobs.run(lambda: gate.wait(30), owner=desk.shell, lane=Lane.WRITE)
    _type(desk, "kept")
    desk.shell.close()
    kept: list[str | None] = []
    after = desk.kit.jobs.after_writes(lambda: kept.append(desk.draft_body(inquiry.id)))
    worker = threading.Thread(target=after)
    worker.start()
    assert kept == []
    gate.set()
    worker.join(10)
    assert kept == ["kept"]


def test_a_draft_comes_back_in_a_new_window(quiet_desk: Desk) -> None:
    desk = quiet_desk
    inquiry = desk.put(make_inquiry())
    desk.open(inquiry.id)
    _type(desk, "kept")
    desk.shell.close()
    desk.settle()
    desk.shell.deleteLater()
    desk.shell = desk.open_window()
    desk.open(inquiry.id)
    assert desk.reply.editor.body == "kept"


def test_what_was_sent_does_not_come_back_as_a_draft(desk: Desk, pick: Pick) -> None:
    inquiry = pick(desk)
    other = pick(desk)
    desk.open(inquiry.id)
    _type(desk, "thanks")
    desk.reply.send_button.click()
    desk.conversation.open(other.id)
    desk.conversation.open(inquiry.id)
    desk.wait(lambda: not desk.outbox_of(inquiry.id) and desk.kit.jobs.is_idle)
    desk.conversation.drafts.save()
    desk.settle()
    assert desk.reply.editor.body == ""
    assert desk.draft_body(inquiry.id) is None
    assert desk.delivered(inquiry.id) == ["thanks"]


def test_nothing_typed_during_a_send_is_mixed_into_it(make_desk: MakeDesk) -> None:
    desk = make_desk(undo_s=60.0, starts=False)
    inquiry = desk.put(make_inquiry())
    desk.open(inquiry.id)
    _type(desk, "thanks")
    gate = threading.Event()
    desk.kit.jobs.run(lambda: gate.wait(30), owner=desk.shell, lane=Lane.WRITE)
    desk.reply.send_button.click()
    assert desk.reply.editor.isReadOnly()
    _type(desk, "zzz")
    desk.reply.editor.insert("a template")
    desk.reply.status.button(Status.ANSWERING).click()
    desk.conversation.drafts.save()
    gate.set()
    desk.wait(lambda: bool(desk.outbox_of(inquiry.id)) and desk.kit.jobs.is_idle)
    assert not desk.reply.editor.isReadOnly()
    assert desk.reply.editor.body == ""
    assert desk.draft_body(inquiry.id) is None


def test_a_reading_from_before_a_save_does_not_cover_what_was_saved(
    quiet_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = quiet_desk
    first, second = _two(desk)
    desk.open(first.id)
    may_save, has_read, may_answer = threading.Event(), threading.Event(), threading.Event()
    desk.kit.jobs.run(lambda: may_save.wait(30), owner=desk.shell, lane=Lane.WRITE)
    _type(desk, "kept")
    desk.conversation.open(second.id)
    desk.wait(lambda: desk.reply.inquiry is not None and desk.reply.inquiry.id == second.id)
    saved: list[str] = []
    desk.conversation.drafts.saved.connect(saved.append)
    real = desk.workspace.inbox.thread

    def slow(inquiry_id: InquiryId) -> Thread | None:
        thread = real(inquiry_id)
        has_read.set()
        may_answer.wait(30)
        return thread

    monkeypatch.setattr(desk.workspace.inbox, "thread", slow)
    desk.conversation.open(first.id)
    desk.wait(has_read.is_set)
    may_save.set()
    desk.wait(lambda: saved == [first.id])
    may_answer.set()
    desk.settle()
    assert desk.reply.inquiry is not None
    assert desk.reply.inquiry.id == first.id
    assert desk.reply.editor.body == "kept"


def _full(*_: object, **__: object) -> OutboxRow:
    raise StoreFault(StoreFault.FULL)


def test_a_failed_send_keeps_the_text_and_says_why(quiet_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = quiet_desk
    inquiry = desk.put(make_inquiry())
    desk.open(inquiry.id)
    _type(desk, "kept")
    with monkeypatch.context() as patch:
        patch.setattr(desk.workspace.replies, "send", _full)
        desk.reply.send_button.click()
        desk.settle()
    assert desk.reply.banner.text
    assert desk.reply.editor.body == "kept"
    assert desk.reply.send_button.isEnabled()
    desk.wait(lambda: desk.draft_body(inquiry.id) == "kept")
    desk.reply.send_button.click()
    desk.wait(lambda: len(desk.outbox_of(inquiry.id)) == 1)


def test_a_send_that_fails_behind_the_sellers_back_keeps_the_text(
    quiet_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = quiet_desk
    first, second = _two(desk)
    desk.open(first.id)
    _type(desk, "kept")
    with monkeypatch.context() as patch:
        patch.setattr(desk.workspace.replies, "send", _full)
        desk.reply.send_button.click()
        desk.conversation.open(second.id)
        desk.settle()
    desk.wait(lambda: desk.draft_body(first.id) == "kept")
    desk.open(first.id)
    assert desk.reply.editor.body == "kept"


def test_a_full_disk_and_a_hasty_switch_together_lose_nothing(
    quiet_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = quiet_desk
    first, second = _two(desk)
    desk.open(first.id)
    _type(desk, "kept")
    with monkeypatch.context() as patch:
        patch.setattr(desk.workspace.replies, "send", _full)
        patch.setattr(desk.workspace.replies, "save_draft", _full)
        gate = threading.Event()
        desk.kit.jobs.run(lambda: gate.wait(30), owner=desk.shell, lane=Lane.WRITE)
        desk.reply.send_button.click()
        desk.conversation.open(second.id)
        desk.wait(lambda: desk.reply.inquiry is not None and desk.reply.inquiry.id == second.id)
        gate.set()
        desk.settle()
    desk.open(first.id)
    assert desk.reply.editor.body == "kept"
    desk.wait(lambda: desk.draft_body(first.id) == "kept")


def test_a_draft_that_cannot_be_saved_is_told_and_tried_again(
    quiet_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = quiet_desk
    inquiry = desk.put(make_inquiry())
    desk.open(inquiry.id)
    with monkeypatch.context() as patch:
        patch.setattr(desk.workspace.replies, "save_draft", _full)
        _type(desk, "a")
        desk.wait(lambda: bool(desk.reply.banner.text))
        desk.settle()
    assert not desk.reply.is_saved
    desk.conversation.drafts.save()
    desk.wait(lambda: desk.draft_body(inquiry.id) == "a")


def test_undo_brings_the_text_back(make_desk: MakeDesk) -> None:
    desk = make_desk(undo_s=60.0, starts=False)
    inquiry = desk.put(make_inquiry())
    desk.open(inquiry.id)
    _type(desk, "wait")
    desk.reply.status.button(Status.ANSWERING).click()
    desk.reply.send_button.click()
    desk.wait(lambda: bool(desk.shell.toast.text) and bool(desk.outbox_of(inquiry.id)))
    assert desk.reply.editor.body == ""
    desk.shell.toast.action.click()
    desk.wait(lambda: desk.reply.editor.body == "wait")
    desk.settle()
    assert desk.reply.status.value is Status.ANSWERING
    assert desk.outbox_of(inquiry.id) == []
    assert desk.conversation.exchange.view.write_bubbles() == []
    assert desk.draft_body(inquiry.id) == "wait"
    assert desk.reply.send_button.isEnabled()


def test_undo_puts_the_text_below_a_newer_one(make_desk: MakeDesk) -> None:
    desk = make_desk(undo_s=60.0, starts=False)
    inquiry = desk.put(make_inquiry())
    desk.open(inquiry.id)
    _type(desk, "older")
    desk.reply.send_button.click()
    desk.wait(lambda: bool(desk.outbox_of(inquiry.id)) and not desk.reply.editor.body)
    desk.settle()
    _type(desk, "newer")
    desk.shell.toast.action.click()
    desk.wait(lambda: desk.reply.editor.body == "newer\n\nolder")
    desk.settle()
    assert desk.draft_body(inquiry.id) == "newer\n\nolder"


def test_undo_from_another_inquiry_leaves_that_one_alone(make_desk: MakeDesk) -> None:
    desk = make_desk(undo_s=60.0, starts=False)
    first, second = _two(desk)
    desk.open(first.id)
    _type(desk, "first")
    desk.reply.send_button.click()
    desk.wait(lambda: bool(desk.outbox_of(first.id)))
    desk.open(second.id)
    _type(desk, "second")
    desk.shell.toast.action.click()
    desk.wait(lambda: desk.draft_body(first.id) == "first")
    desk.settle()
    assert desk.reply.editor.body == "second"
    desk.open(first.id)
    assert desk.reply.editor.body == "first"


def test_undo_that_comes_too_late_is_said(desk: Desk, pick: Pick) -> None:
    inquiry = pick(desk)
    desk.open(inquiry.id)
    _type(desk, "gone")
    desk.reply.send_button.click()
    rows: list[OutboxRow] = []
    desk.bridge.outbox_changed.connect(lambda event: rows.append(event.row))
    desk.wait(lambda: desk.delivered(inquiry.id) == ["gone"] and bool(rows))
    desk.settle()
    desk.conversation.posting.undo(rows[0].id)
    desk.wait(lambda: desk.shell.toast.text == "Too late to undo: the reply is on its way.")
    assert not desk.reply.editor.isReadOnly()


class _Writes:
    """A store whose writes wait for the test, some of which fail."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.gate = threading.Event()
        self.faults = 0

    def save_draft(self, draft: Draft) -> None:
        self.gate.wait(30)
        if self.faults:
            self.faults -= 1
            raise StoreFault(StoreFault.FULL)
        self.kept.append(draft.body)

    def discard_draft(self, inquiry_id: InquiryId) -> None:
        self.kept.append(f"no {inquiry_id}")


def _draft(body: str) -> Draft:
    inquiry = make_inquiry()
    return Draft(
        inquiry_id=InquiryId("i1"),
        title="t",
        body=body,
        status="answered",
        files=(),
        updated_at=inquiry.updated_at,
    )


def _keeper(kit: Kit, writes: _Writes) -> DraftKeeper:
    return DraftKeeper(cast(Replies, writes), kit.jobs, kit.jobs)


def test_an_older_text_that_failed_never_covers_a_newer_one(kit: Kit, qtbot: QtBot) -> None:
    writes = _Writes()
    writes.faults = 1
    keeper = _keeper(kit, writes)
    errors: list[QpostError] = []
    keeper.failed.connect(errors.append)
    keeper.put(InquiryId("i1"), _draft("old"))
    keeper.save()
    keeper.put(InquiryId("i1"), _draft("new"))
    keeper.save()
    writes.gate.set()
    qtbot.waitUntil(lambda: bool(errors) and kit.jobs.is_idle, timeout=PATIENCE_MS)
    keeper.save()
    qtbot.waitUntil(lambda: kit.jobs.is_idle, timeout=PATIENCE_MS)
    assert writes.kept == ["new"]


def test_a_forgotten_text_that_failed_is_not_written_again(kit: Kit, qtbot: QtBot) -> None:
    writes = _Writes()
    writes.faults = 1
    keeper = _keeper(kit, writes)
    keeper.put(InquiryId("i1"), _draft("sent"))
    keeper.save()
    keeper.forget(InquiryId("i1"))
    writes.gate.set()
    qtbot.waitUntil(lambda: kit.jobs.is_idle, timeout=PATIENCE_MS)
    keeper.save()
    qtbot.waitUntil(lambda: kit.jobs.is_idle, timeout=PATIENCE_MS)
    assert writes.kept == []


def test_the_newest_text_is_known_before_it_is_on_disk(kit: Kit, qtbot: QtBot) -> None:
    writes = _Writes()
    keeper = _keeper(kit, writes)
    stored = _draft("stored")
    assert keeper.newest(InquiryId("i1"), stored) is stored
    keeper.put(InquiryId("i1"), _draft("typed"))
    newest = keeper.newest(InquiryId("i1"), stored)
    assert newest is not None
    assert newest.body == "typed"
    keeper.put(InquiryId("i1"), None)
    assert keeper.newest(InquiryId("i1"), stored) is None
    writes.gate.set()
    keeper.save()
    qtbot.waitUntil(lambda: kit.jobs.is_idle, timeout=PATIENCE_MS)
    assert writes.kept == ["no i1"]
