"""The notice of a new version, and its settings."""
