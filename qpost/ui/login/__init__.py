"""Signing in and choosing a shop."""
