"""Why: the card says how the conversion stands in every state, and offers only what can be done."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from qpost.models.conversion import ConversionState
from qpost.models.points import Conversion, Converted
from qpost.ui.kit import Kit
from qpost.ui.points.conversion_card import ConversionCard, Phase
from tests.gui.points.desk import make_conversion, now

DONE = structs.replace(
    make_conversion(state=ConversionState.CONVERTED),
    convertible=0,
    converted=Converted(points=12_300, qcash=12_300, at=now()),
)
NOTHING = make_conversion("99", state=ConversionState.NOTHING)
MINUS = make_conversion("-7.2", state=ConversionState.NOTHING)
OVER = structs.replace(make_conversion(), closes_at=now() - timedelta(seconds=2))


@pytest.mark.parametrize(
    ("conversion", "given", "phase", "figure", "said"),
    [
        (None, {}, Phase.UNREAD, "-", "Not read yet"),
        (make_conversion(), {}, Phase.OPEN, "12,300", "52 points below the next 100 are lost"),
        (make_conversion("13500"), {}, Phase.OPEN, "13,500", ""),
        (make_conversion(), {"is_online": False}, Phase.OFFLINE, "12,300", "needs the network"),
        (make_conversion(), {"is_offered": False}, Phase.NOT_OFFERED, "12,300", "cannot convert"),
        (make_conversion(), {"doubt": now()}, Phase.DOUBT, "12,300", "read back"),
        (DONE, {}, Phase.CONVERTED, "0", "12,300 Qcash received for 12,300 points"),
        (NOTHING, {}, Phase.NOTHING, "0", "Last month: 99 points. It takes 100 at least."),
        (MINUS, {}, Phase.NOTHING, "0", "Last month: −7.2 points. A minus is not carried over."),
        (OVER, {}, Phase.CLOSED, "0", "is lost"),
    ],
)
def test_each_state_says_what_it_is(
    qtbot: QtBot,
    kit: Kit,
    conversion: Conversion | None,
    given: dict[str, Any],
    phase: Phase,
    figure: str,
    said: str,
) -> None:
    card = ConversionCard(kit.theme)
    qtbot.addWidget(card)
    state: dict[str, Any] = {"doubt": None, "is_online": True, "is_offered": True} | given
    card.show_conversion(conversion, **state)
    assert (card.phase, card.figure) == (phase, figure)
    assert said in card.accessibleName()
    assert card.button.isEnabled() is (phase in (Phase.OPEN, Phase.DOUBT, Phase.NOT_OFFERED))
    is_offered = phase not in (Phase.UNREAD, Phase.CONVERTED, Phase.NOTHING, Phase.CLOSED)
    assert card.button.isHidden() is not is_offered


def test_a_conversion_under_way_cannot_be_asked_for_again(qtbot: QtBot, kit: Kit) -> None:
    card = ConversionCard(kit.theme)
    qtbot.addWidget(card)
    card.show_conversion(make_conversion(), doubt=None, is_online=True, is_offered=True)
    card.show_converting(True)
    assert (card.phase, card.button.isEnabled()) == (Phase.CONVERTING, False)
    card.show_converting(False)
    assert card.phase is Phase.OPEN


def test_the_end_of_the_window_is_noticed(qtbot: QtBot, kit: Kit) -> None:
    moments = [now()]
    card = ConversionCard(kit.theme, now=lambda: moments[0])
    qtbot.addWidget(card)
    card.show_conversion(make_conversion(), doubt=None, is_online=True, is_offered=True)
    assert "left, until" in card.countdown.text()
    moments[0] += timedelta(days=11)
    with qtbot.waitSignal(card.closed):
        card.countdown.retranslate()
    assert (card.phase, card.figure) == (Phase.CLOSED, "0")
