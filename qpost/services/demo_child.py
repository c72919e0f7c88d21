"""Why: the demo service must end with the program that started it, even when that is killed."""

import os
import runpy
import signal
import sys
import threading

LAST_RESORT_S = 4.0


def end_with_parent() -> None:
    """Wait for standard input to end, ask the service to stop, and leave in any case soon after."""
    while os.read(sys.stdin.fileno(), 1024):
        pass
    timer = threading.Timer(LAST_RESORT_S, os._exit, (0,))
    timer.daemon = True
    timer.start()
    signal.raise_signal(signal.SIGINT)


def main() -> None:
    """Run the service with this process's arguments until the parent is gone."""
    threading.Thread(target=end_with_parent, name="qpost-parent", daemon=True).start()
    runpy.run_module("qpost.server", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
