"""Why: what Qcash there is, how it came and went, and how more is bought, on one page (ux.md 6)."""
