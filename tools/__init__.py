"""What dev.py, the tests and the packaging share; standard library only."""
