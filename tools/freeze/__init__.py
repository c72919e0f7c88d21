"""What goes into a frozen program: its parts, its icon and what Windows says of it."""
