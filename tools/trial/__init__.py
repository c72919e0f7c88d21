"""Trying a built program as its users get it: installed, updated, removed, with effects looked at."""
