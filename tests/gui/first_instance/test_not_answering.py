"""A first instance that gives no answer is said in a sentence, and may be tried again."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from qpost.ui.not_answering import NotAnswering


@pytest.mark.parametrize("is_retried", [True, False])
def test_the_seller_decides_whether_it_is_tried_again(qtbot: QtBot, is_retried: bool) -> None:
    box = NotAnswering()
    qtbot.addWidget(box)
    assert "does not answer" in box.text()
    button = box.retry_button if is_retried else box.close_button
    QTimer.singleShot(0, button.click)
    assert box.ask() is is_retried
