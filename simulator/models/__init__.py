"""Interaction models: read, checked, and asked for what they declare."""
