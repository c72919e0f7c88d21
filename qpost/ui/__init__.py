"""Windows."""

from qpost.ui.immortal import keep_constants_alive

keep_constants_alive()
