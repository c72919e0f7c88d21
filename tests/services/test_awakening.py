"""Why: a laptop opened in the morning shows the night's inquiries at once, not at the next poll."""

import pytest

from qpost.services.awakening import SLEPT_S, TICK_S, Awakening


@pytest.mark.parametrize(
    ("steps_s", "wakings"),
    [
        ((TICK_S, TICK_S, TICK_S + 20), 0),
        ((TICK_S, SLEPT_S + 1, TICK_S), 1),
        ((8 * 3600.0, 8 * 3600.0), 2),
        ((TICK_S, -86_400.0, TICK_S), 1),
        ((TICK_S, -1.0), 0),
    ],
)
def test_a_jump_of_the_clock_is_an_awakening(steps_s: tuple[float, ...], wakings: int) -> None:
    clock = [1_000_000.0]
    heard: list[float] = []
    watch = Awakening(wall_s=lambda: clock[0], woke=lambda: heard.append(clock[0]))
    watch.look()
    for step_s in steps_s:
        clock[0] += step_s
        watch.look()
    assert len(heard) == wakings


def test_it_starts_looks_and_stops() -> None:
    looked: list[float] = []

    def wall_s() -> float:
        looked.append(0.0)
        return 0.0

    watch = Awakening(wall_s=wall_s, woke=lambda: None)
    watch.start()
    watch.stop()
    assert len(looked) <= 1
