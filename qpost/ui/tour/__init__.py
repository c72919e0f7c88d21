"""A walk through the real windows on a real service; a test that leaves pictures."""
