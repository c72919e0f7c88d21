"""Service points: grade and figures, their conversion into Qcash, and points by item."""
