"""The screen in memory outlives its clients: one that only asks something must not end the next."""

import os
import shutil
import subprocess

import pytest

from tools.screen import screen_in_memory

pytestmark = pytest.mark.skipif(
    shutil.which("Xvfb") is None or shutil.which("xdotool") is None, reason="takes Xvfb and xdotool"
)


def test_what_one_client_left_the_next_one_finds() -> None:
    with screen_in_memory() as display:
        environment = os.environ | {"DISPLAY": display}
        subprocess.run(["xdotool", "mousemove", "17", "23"], env=environment, check=True)
        command = ["xdotool", "getmouselocation"]
        found = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        assert found.stdout.startswith("x:17 y:23 ")
