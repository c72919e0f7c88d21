"""Windows."""

from qpost.ui.immortal import keep_booleans_alive

keep_booleans_alive()

from qpost.ui.singletons import keep_singletons_alive

keep_singletons_alive()
