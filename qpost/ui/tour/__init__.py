"""A walk through the real windows on a real service; a test that leaves pictures."""

from qpost.ui.tour.walk import run_tour

__all__ = ["run_tour"]
