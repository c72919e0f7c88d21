"""Why: the end of a key is told above the work, on its day, and not again the same day."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qpost.ui.foreground import Foreground
from qpost.ui.key_watch import KeyWatch
from tests.gui.qapi.desk import KeyDesk


class Front:
    """A window with its notices, beside the desk's own."""

    def __init__(self, desk: KeyDesk, qtbot: QtBot) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        self.desk = desk
        self.front = Foreground(window, window=window)
        assert desk.sessions.seller_keys is not None
        self.keys = desk.sessions.seller_keys
        self.watch = KeyWatch(desk.kit, self.keys, self.front, now=desk.now, parent=window)

    def look(self) -> str:
        """Look, and return what is said then."""
        self.watch.look()
        self.desk.settle()
        assert self.front.notice is not None
        text = self.front.notice.text
        self.front.notice.hide()
        return text


def test_each_key_is_told_at_its_time_and_once_a_day(key_desk: KeyDesk, qtbot: QtBot) -> None:
    front = Front(key_desk, qtbot)
    assert front.look() == ""
    key_desk.forward(200)
    front.keys.renew(key_desk.market.password)
    assert front.look() == ""
    key_desk.forward(158)
    text = front.look()
    assert text.startswith("Your Qoo10 API key ends on ")
    assert "in 7 days. Ask for a new one in QSM" in text
    assert "certification" not in text
    assert front.look() == ""
    key_desk.forward(6)
    assert "in 1 day. " in front.look()
    key_desk.forward(1)
    assert "Your Qoo10 API key ended on" in front.look()
    assert front.look() == ""
    key_desk.forward(170)
    assert "Your certification key for Qoo10 ends on" in front.look()
    renewed = front.keys.renew(key_desk.market.password)
    assert renewed.certificate is not None
    key_desk.forward(1)
    assert "certification" not in front.look()
