"""The paths of contract.md, a module for each kind of resource."""
