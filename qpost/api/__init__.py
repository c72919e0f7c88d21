"""Connections to a Qpost service: one protocol, one transport, one client for each kind."""
