"""Why: nothing a seller wrote may wait, fail or be forgotten out of sight."""
