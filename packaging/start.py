"""Why: a frozen program starts from a file; it also starts its own modules, as ``python -m`` does."""

import os
import runpy
import sys
import traceback

from qpost.__main__ import main


def start() -> int:
    """Run the desktop, or with ``-m qpost.NAME`` that module: a frozen program is its own interpreter."""
    _give_children_back_their_libraries()
    if sys.argv[1:2] == ["-m"] and len(sys.argv) > 2 and sys.argv[2].startswith("qpost."):
        module = sys.argv[2]
        del sys.argv[1:3]
        return _run(module)
    return main()


def _give_children_back_their_libraries() -> None:
    """Undo what PyInstaller sets on Linux for this process: a browser or player would load our libraries."""
    original = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if original is not None:
        os.environ["LD_LIBRARY_PATH"] = original
    elif getattr(sys, "frozen", False):
        os.environ.pop("LD_LIBRARY_PATH", None)


def _run(module: str) -> int:
    """Run a module for the program that started us; it reads how that ended, a window would wait."""
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except Exception:  # the windowed program would show it and wait
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(start())
