"""Why: news is heard as well, by what each system has for it; Qt's sounds are in a part we do not ship."""

import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

_PLAYERS = (("pw-play",), ("paplay",), ("afplay",), ("aplay", "-q"), ("canberra-gtk-play", "-f"))
"""What PipeWire, PulseAudio, macOS, ALSA and GTK bring; the first that is there plays."""


def play(path: Path) -> None:
    """Play a WAV file and return at once; beep when nothing here can play it."""
    if sys.platform == "win32":
        import winsound

        try:
            winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
        except RuntimeError:  # no sound card, or it is taken
            QApplication.beep()
    elif not any(_play_by(player, path) for player in _PLAYERS):
        QApplication.beep()


def _play_by(player: tuple[str, ...], path: Path) -> bool:
    program = shutil.which(player[0])
    if program is None:
        return False
    started = QProcess()
    started.setProgram(program)
    started.setArguments([*player[1:], str(path)])
    for stream in (started.setStandardOutputFile, started.setStandardErrorFile):
        stream(QProcess.nullDevice())
    is_started: tuple[bool, int] | bool = started.startDetached()
    return is_started if isinstance(is_started, bool) else is_started[0]
