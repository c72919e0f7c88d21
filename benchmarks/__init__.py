"""Scripts that measure Qpost; `python3 dev.py bench NAME` runs them."""
