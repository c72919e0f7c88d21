"""Why: whatever becomes of a conversion, the seller reads it, and it is never asked for twice."""

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qpost.models.errors import Offline, OfflineCause, QpostError, Refused, Unclear
from qpost.ui.kept_reader import KeptReader
from qpost.ui.kit import Kit
from qpost.ui.points.convert_dialog import ConvertDialog, Stage
from qpost.ui.points.converting import Converting
from qpost.ui.points.figures import FRESH_FOR, Figures, read_figures
from tests.gui.points.desk import OFFLINE, SHOP, ToldPoints, make_conversion, now


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def ask(converting: Converting) -> ConvertDialog:
    converting.open(SHOP.id, make_conversion())
    dialog = converting.dialog
    assert dialog is not None
    return dialog


@pytest.mark.parametrize(
    ("error", "is_doubtful", "said"),
    [
        (Unclear("cut"), True, "not known yet whether the points were converted"),
        (Refused("conversion-closed"), False, "The time for converting last month's points is over."),
        (Refused("points-changed"), False, "There are other points now than were shown."),
        (
            Offline(OfflineCause.CUT, may_have_arrived=True),
            False,
            "The connection broke off. Nothing was converted",
        ),
        (QpostError("a bug after it left"), True, "not known yet whether the points were converted"),
    ],
)
def test_a_failure_is_told_where_it_was_asked(
    qtbot: QtBot, kit: Kit, over: QWidget, error: QpostError, is_doubtful: bool, said: str
) -> None:
    points = ToldPoints()
    points.refusal = error
    points.doubt_told = now() if is_doubtful else None
    converting = Converting(points, kit, over)
    dialog = ask(converting)
    dialog.convert_button.click()
    qtbot.waitUntil(lambda: dialog.stage is Stage.FAILED)
    assert said in dialog.text
    assert dialog.convert_button.isHidden()
    assert not converting.is_busy(SHOP.id)
    assert points.month_asked == make_conversion().month
    assert "Your text" not in dialog.text
    dialog.close()


def test_a_second_question_waits_for_the_end_of_the_first(qtbot: QtBot, kit: Kit, over: QWidget) -> None:
    points = ToldPoints()
    points.gate.clear()
    converting = Converting(points, kit, over)
    dialog = ask(converting)
    dialog.convert_button.click()
    dialog.close()
    qtbot.waitUntil(lambda: converting.dialog is None)
    converting.open(SHOP.id, make_conversion())
    assert converting.dialog is None
    with qtbot.waitSignal(converting.untold) as told:
        points.gate.set()
    assert told.args is not None
    assert told.args[0].points == 12_300
    assert not converting.is_busy(SHOP.id)


def test_nothing_is_converted_by_closing_the_question(qtbot: QtBot, kit: Kit, over: QWidget) -> None:
    converting = Converting(ToldPoints(), kit, over)
    dialog = ask(converting)
    with qtbot.assertNotEmitted(converting.settled):
        dialog.cancel_button.click()
    assert not converting.is_busy(SHOP.id)


def test_figures_are_read_again_only_when_they_may_have_changed(
    qtbot: QtBot, kit: Kit, over: QWidget
) -> None:
    moments, points = [now()], ToldPoints()
    points.conversion_told = make_conversion()
    reader = KeptReader(
        kit.jobs,
        read=partial(read_figures, points),
        ask=points.refresh,
        nothing=Figures(),
        fresh_for=FRESH_FOR,
        parent=over,
        now=lambda: moments[0],
    )
    reader.show_shop(SHOP.id)
    reader.refresh(is_urgent=False)
    qtbot.waitUntil(lambda: kit.jobs.is_idle)
    assert reader.held.conversion is not None
    points.refusal = OFFLINE
    reader.refresh(is_urgent=False)
    assert not reader.is_refreshing
    moments[0] += FRESH_FOR + timedelta(seconds=1)
    with qtbot.waitSignal(reader.failed):
        reader.refresh(is_urgent=False)
    assert reader.error is OFFLINE
    assert reader.held.conversion is not None
