"""Small controls the screens share."""
