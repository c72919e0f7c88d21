"""Why: the program's one sound is made by this script, so that it is ours and can be made anew.

``python -m tools.sounds`` writes resources/sounds/notice.wav: two soft bell tones, a fifth apart.
"""

from __future__ import annotations

import array
import math
import sys
import wave
from pathlib import Path

NOTICE = Path(__file__).resolve().parents[1] / "resources" / "sounds" / "notice.wav"
RATE_HZ = 22_050
_LENGTH_S = 0.9
_TONES = ((0.0, 659.26), (0.13, 987.77))
"""When each tone begins (s), and its pitch (Hz)."""
_PARTIALS = ((1.0, 1.0, 5.5), (2.0, 0.28, 9.0), (3.01, 0.10, 14.0))
"""Multiple of the pitch, share of the loudness, speed at which it fades: higher ones go sooner."""
_ATTACK_S = 0.006
_LOUDEST = 0.5


def samples() -> array.array[int]:
    """Return the sound as 16-bit numbers."""
    wanted = [_at(number / RATE_HZ) for number in range(int(RATE_HZ * _LENGTH_S))]
    loudest = max(abs(value) for value in wanted)
    found = array.array("h", (round(value / loudest * _LOUDEST * 32_767) for value in wanted))
    if sys.byteorder == "big":
        found.byteswap()
    return found


def write(path: Path = NOTICE) -> None:
    """Write the sound as a WAV file (one channel, 16 bit)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(samples().tobytes())


def _at(second: float) -> float:
    value = 0.0
    for begin_s, pitch_hz in _TONES:
        age_s = second - begin_s
        if age_s < 0:
            continue
        attack = min(age_s / _ATTACK_S, 1.0)
        for multiple, share, fading in _PARTIALS:
            tone = math.sin(2 * math.pi * pitch_hz * multiple * age_s)
            value += attack * share * math.exp(-fading * age_s) * tone
    ending = min((_LENGTH_S - second) / 0.05, 1.0)
    return value * ending


if __name__ == "__main__":
    write()
