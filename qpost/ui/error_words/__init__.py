"""The sentences ``ui/errors.py`` chooses from, by kind of error."""
