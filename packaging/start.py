"""Why: a frozen program starts from a file, not from a module."""

import sys

from qpost.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
