"""The state of a reply on its way is read in full, in every language."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qpost.models.account import ShopId
from qpost.models.inquiry import InquiryId, Status
from qpost.models.outbox import OutboxId, OutboxKind, OutboxRow, OutboxState
from qpost.models.reply import ReplyText
from qpost.ui.i18n import LANGUAGES
from qpost.ui.inquiries.bubble import OutboxBubble
from qpost.ui.inquiries.plain_text import PlainText
from qpost.ui.kit import Kit
from tests.gui.inquiries.desk import Desk, make_inquiry, make_message

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
THREAD_PX = 580


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", ["unreachable", "changed", "keyring-missing"])
def test_the_whole_state_is_shown(qtbot: QtBot, kit: Kit, language: str, reason: str) -> None:
    kit.translations.choose(language)
    kit.theme.set_language(language)
    write = OutboxRow(
        id=OutboxId("o1"),
        shop_id=ShopId("s1"),
        inquiry_id=InquiryId("i1"),
        kind=OutboxKind.REPLY,
        expected_version=1,
        state=OutboxState.FAILED,
        created_at=NOW,
        not_before=NOW,
        reason=reason,
        reply=ReplyText(title="[Re] 配送", body="発送しました。", status=Status.ANSWERED),
    )
    thread = QWidget()
    qtbot.addWidget(thread)
    lines = QVBoxLayout(thread)
    bubble = OutboxBubble(write, kit)
    lines.addWidget(bubble)
    lines.addStretch(1)
    bubble.fit(THREAD_PX)
    thread.resize(THREAD_PX + 40, 400)
    thread.show()
    qtbot.waitExposed(thread)
    wrapped = [label for label in bubble.findChildren(QLabel) if label.wordWrap()]
    assert wrapped
    for label in wrapped:
        assert label.height() >= label.heightForWidth(label.width()), label.text()
        assert label.width() <= THREAD_PX


def test_a_long_message_is_whole_when_it_is_opened(quiet_desk: Desk) -> None:
    lines = [
        "付属品の充電ケーブルが入っていないようです。",
        "",
        *["・希望：できれば交換、難しければ返金"] * 12,
    ]
    quiet_desk.open(quiet_desk.put(make_inquiry()).id)  # the thread has its width from now on
    inquiry = quiet_desk.put(make_inquiry(make_message("\n".join(lines))))
    quiet_desk.open(inquiry.id)
    text = quiet_desk.conversation.findChildren(PlainText)[-1]
    assert text.toPlainText().startswith(lines[0])
    quiet_desk.wait(lambda: not text.visibleRegion().isEmpty())
    assert text.height() >= text.document().size().height()
