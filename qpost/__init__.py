"""Qpost: answer customers and look after points on Qoo10 Japan, from the desktop."""

__version__ = "0.1.0"

APP_ID = "Qpost.Qpost"
"""Windows' name for the program (AppUserModelID): the Start menu's entry and the running program share it."""
