"""The service of contract.md, shipped with the project."""
