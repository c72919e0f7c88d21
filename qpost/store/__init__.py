"""What is kept on this desktop, and nothing else."""
