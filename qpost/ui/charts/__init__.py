"""Figures over days and months, drawn, moved over by keyboard, and as a table."""
