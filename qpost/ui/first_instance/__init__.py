"""Why: one desktop works on one data folder, and every later start reaches it."""
