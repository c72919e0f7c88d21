"""The icon in the tray, what it tells, and the window that stays behind it."""
