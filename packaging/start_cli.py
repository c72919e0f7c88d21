"""Why: ``qpost-cli`` beside the windowed program: a script needs a console and an exit code."""

import sys

from qpost.cli.program import main

if __name__ == "__main__":
    sys.exit(main())
