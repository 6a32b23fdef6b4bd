"""Makers of what tests need; one module per app."""
