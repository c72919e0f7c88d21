"""Windows says only after its question whether the session ends; the program hears that, and no more."""

import ctypes
import sys
from collections.abc import Iterator
from ctypes import wintypes

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qpost.ui.foreground import Foreground
from qpost.ui.session_end import SessionEnd
from qpost.ui.session_verdict import SessionVerdict
from tests.gui.staging import Manager

QUERY_END, END = 0x0011, 0x0016


@pytest.fixture
def told() -> list[bool]:
    return []


@pytest.fixture
def verdict(qapp: QApplication, told: list[bool]) -> Iterator[SessionVerdict]:
    verdict = SessionVerdict(lambda: told.append(True))
    yield verdict
    qapp.removeNativeEventFilter(verdict)


def say(
    verdict: SessionVerdict, message: int, parameter: int, *, kind: bytes = b"windows_generic_MSG"
) -> None:
    told = wintypes.MSG(message=message, wParam=parameter)
    assert verdict.nativeEventFilter(QByteArray(kind), ctypes.addressof(told)) == (False, 0)


def test_a_session_that_goes_on_is_told_once(verdict: SessionVerdict, told: list[bool]) -> None:
    verdict.listen()
    say(verdict, QUERY_END, 0)
    assert told == []
    say(verdict, END, 0)
    say(verdict, END, 0)
    assert told == [True]


def test_a_session_that_ends_is_not_called_off(verdict: SessionVerdict, told: list[bool]) -> None:
    verdict.listen()
    say(verdict, END, 1)
    say(verdict, END, 0)
    assert told == []


def test_every_question_has_its_verdict(verdict: SessionVerdict, told: list[bool], qtbot: QtBot) -> None:
    for count in (1, 2):
        verdict.listen()
        say(verdict, END, 0)
        qtbot.wait(1)
        assert told == [True] * count


def test_nothing_is_heard_that_was_not_asked_for(verdict: SessionVerdict, told: list[bool]) -> None:
    say(verdict, END, 0)
    verdict.listen()
    say(verdict, END, 0, kind=b"xcb_generic_event_t")
    assert told == []


@pytest.mark.skipif(sys.platform == "win32", reason="there the system's word counts")
def test_our_own_no_is_the_verdict_elsewhere(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    front = Foreground(qapp)
    front.window = window
    ending, told = SessionEnd(qapp, front, keeps_texts=lambda: False), list[bool]()
    ending.called_off.connect(lambda: told.append(True))
    ending.answer(Manager())
    assert told == [True]
    front.deleteLater()


@pytest.mark.skipif(
    sys.platform != "win32" or QApplication.platformName() == "offscreen",
    reason="takes Windows' messages",
)
def test_windows_own_messages_are_heard(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    front = Foreground(qapp)
    front.window = window
    ending, told = SessionEnd(qapp, front, keeps_texts=lambda: True), list[str]()
    ending.asked.connect(lambda: told.append("asked"))
    ending.called_off.connect(lambda: told.append("called off"))
    send = ctypes.CDLL("user32").SendMessageW
    send.argtypes = (wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)
    assert send(int(window.winId()), QUERY_END, 0, 0) == 1
    assert send(int(window.winId()), END, 0, 0) == 0
    assert told == ["asked", "called off"]
    front.deleteLater()
