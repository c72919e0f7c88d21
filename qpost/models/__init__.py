"""Plain values and pure rules shared by the desktop and the service: no I/O, no Qt, no clock."""
