"""Windows."""

from qpost.ui.immortal import keep_booleans_alive

keep_booleans_alive()
