"""Why: what services tell reaches the windows on their own thread, each event by its signal."""

import threading

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from qpost.models.account import ShopId
from qpost.models.events import (
    ChargeLapsing,
    ConversionReminder,
    Event,
    ListingNoted,
    PointsChanged,
    QcashChanged,
)
from qpost.models.qcash import Charge, ChargeId, ChargeState, MethodId
from qpost.services.publisher import Publisher
from qpost.ui.event_bridge import EventBridge

SHOP = ShopId("s1")
CHARGE = Charge(ChargeId("h1"), 1_000, MethodId.CARD, ChargeState.PENDING)


@pytest.mark.parametrize(
    ("event", "signal"),
    [
        (PointsChanged(SHOP), "points_changed"),
        (ListingNoted(SHOP), "listing_noted"),
        (QcashChanged(SHOP), "qcash_changed"),
        (ConversionReminder(SHOP, "2026-11", 3, 12_300), "reminded"),
        (ChargeLapsing(SHOP, CHARGE), "reminded"),
    ],
)
def test_an_event_of_another_thread_arrives_on_the_windows_thread(
    qtbot: QtBot, event: Event, signal: str
) -> None:
    publisher = Publisher()
    bridge = EventBridge(publisher)
    threads: list[bool] = []
    getattr(bridge, signal).connect(lambda _: threads.append(QThread.currentThread() is bridge.thread()))
    with qtbot.waitSignal(getattr(bridge, signal)) as told:
        threading.Thread(target=publisher.publish, args=(event,)).start()
    assert told.args == [event]
    assert threads == [True]
    bridge.close()
