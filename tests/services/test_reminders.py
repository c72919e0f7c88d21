"""Why: each reminder is told once, in time by Japan's calendar, over restarts, and never without reason."""

from datetime import datetime, timedelta

import pytest

from qpost.models.events import ChargeLapsing, ConversionReminder
from qpost.models.jst import JST, business_date
from qpost.models.periods import month_of
from qpost.models.qcash import PAYMENT_TIME, MethodId
from qpost.services.reminders import Reminders
from tests.server.staging import Staged
from tests.services.money_desk import MakeMoneyDesk, MoneyDesk


def set_clock(till: Staged, *, days_before_end: int, hour: int = 12) -> None:
    """Turn the clock of service and desk to a day before the end of the next month in Japan."""
    now = till.clock()
    end = month_of(month_of(business_date(now)).last + timedelta(days=1)).last
    day = end - timedelta(days=days_before_end)
    wanted = datetime(day.year, day.month, day.day, hour, tzinfo=JST)
    till.clock.ahead += wanted - now


@pytest.fixture
def desk(own_till: Staged, make_money_desk: MakeMoneyDesk) -> MoneyDesk:
    """A desk of a seller with 12 352 points, ten days before the month's end."""
    set_clock(own_till, days_before_end=10)
    seller = own_till.new_seller()
    own_till.open_books(seller)
    own_till.earn(seller, 12_352)
    desk = make_money_desk(own_till, seller=seller)
    desk.workspace.sync.sync_once()
    return desk


def look(desk: MoneyDesk) -> list[ConversionReminder | ChargeLapsing]:
    """Have the reminders look once, and return what they told."""
    desk.events.clear()
    reminders = Reminders(
        store=desk.store,
        points=desk.points,
        qcash=desk.qcash,
        offered=desk.workspace.capabilities,
        publisher=desk.publisher,
        now=desk.staged.clock,
    )
    reminders.look()
    return [each for each in desk.events if isinstance(each, ConversionReminder | ChargeLapsing)]


def days_told(desk: MoneyDesk) -> list[int]:
    return [each.days_left for each in look(desk) if isinstance(each, ConversionReminder)]


def test_points_are_mentioned_seven_three_and_one_day_before_the_end(
    desk: MoneyDesk, own_till: Staged
) -> None:
    told = {}
    for left in range(10, -1, -1):
        told[left] = [*days_told(desk), *days_told(desk)]
        desk.reopen()
        told[left] += days_told(desk)
        own_till.clock.ahead += timedelta(days=1)
    assert {left: days for left, days in told.items() if days} == {7: [7], 3: [3], 1: [1]}


def test_the_day_begins_at_midnight_in_japan(desk: MoneyDesk, own_till: Staged) -> None:
    own_till.clock.ahead += timedelta(days=2, hours=11, minutes=50)
    assert business_date(own_till.clock()).day == month_of(business_date(own_till.clock())).last.day - 8
    assert days_told(desk) == []
    own_till.clock.ahead += timedelta(minutes=20)
    assert days_told(desk) == [7]


def test_a_program_that_did_not_run_says_it_once_when_it_starts(desk: MoneyDesk, own_till: Staged) -> None:
    own_till.clock.ahead += timedelta(days=8)
    [reminder] = look(desk)
    assert isinstance(reminder, ConversionReminder)
    assert (reminder.shop_id, reminder.days_left, reminder.convertible) == (desk.shop, 2, 12_300)
    desk.reopen()
    assert look(desk) == []
    own_till.clock.ahead += timedelta(days=1)
    assert days_told(desk) == [1]


def test_the_last_day_is_still_a_reason_and_the_next_month_another(desk: MoneyDesk, own_till: Staged) -> None:
    own_till.clock.ahead += timedelta(days=10)
    assert days_told(desk) == [0]
    own_till.clock.ahead += timedelta(days=1)
    assert look(desk) == []  # last month's points were none


def test_a_colleague_who_converted_silences_it(desk: MoneyDesk, own_till: Staged) -> None:
    desk.points.refresh(desk.shop)
    own_till.clock.ahead += timedelta(days=3)
    body = {"expected_convertible": 12_300}
    key = {"Idempotency-Key": "7d444840-9dc0-11d1-b245-5ffdce74fad2"}
    colleague = own_till.sign_in(desk.seller.login)
    path = f"{desk.seller.path}/service-points/conversion"
    assert colleague.post(path, json=body, headers=key).status_code == 201
    assert look(desk) == []


def test_offline_it_is_told_by_what_was_read_last_this_month(desk: MoneyDesk, own_till: Staged) -> None:
    desk.points.refresh(desk.shop)
    desk.go_offline()
    own_till.clock.ahead += timedelta(days=3)
    assert days_told(desk) == [7]
    assert look(desk) == []


def test_offline_an_earlier_months_figure_is_no_reason(desk: MoneyDesk, own_till: Staged) -> None:
    desk.points.refresh(desk.shop)
    desk.go_offline()
    set_clock(own_till, days_before_end=3)
    assert look(desk) == []


def test_a_charge_about_to_lapse_is_mentioned_once(desk: MoneyDesk, own_till: Staged) -> None:
    made = desk.qcash.charge(desk.shop, 5_000, MethodId.CONVENIENCE_STORE)
    assert look(desk) == []
    own_till.clock.ahead += PAYMENT_TIME - timedelta(hours=23)
    told = [each for each in look(desk) if isinstance(each, ChargeLapsing)]
    assert [(each.shop_id, each.charge.id) for each in told] == [(desk.shop, made.id)]
    desk.reopen()
    assert not any(isinstance(each, ChargeLapsing) for each in look(desk))


def test_a_charge_that_was_dropped_meanwhile_is_not_mentioned(desk: MoneyDesk, own_till: Staged) -> None:
    made = desk.qcash.charge(desk.shop, 5_000, MethodId.CONVENIENCE_STORE)
    own_till.clock.ahead += PAYMENT_TIME - timedelta(hours=23)
    assert made.payment_url is not None
    own_till.new_client().post(
        f"{made.payment_url}/cancel", headers={"Content-Type": "application/x-www-form-urlencoded"}
    )
    assert not any(isinstance(each, ChargeLapsing) for each in look(desk))


def test_the_workspace_looks_by_itself(desk: MoneyDesk, own_till: Staged) -> None:
    own_till.clock.ahead += timedelta(days=9)
    desk.workspace.start()
    told = desk.heard(ConversionReminder)
    assert told.days_left == 1
    assert desk.workspace.reminders.so_far() == (told,)
