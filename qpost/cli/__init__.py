"""Why: qpost-cli, the desktop's services without a window; :mod:`qpost.cli.program` tells its rules."""

from qpost.cli.program import main

__all__ = ["main"]
