"""Qpost: answer customers and look after points on Qoo10 Japan, from the desktop."""

__version__ = "0.1.0"
