"""The connection to Qoo10's own seller API."""
