"""The REST connection of contract.md."""
