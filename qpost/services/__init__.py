"""What the program does, without a window: sign in, sync, read, reply, deliver."""
