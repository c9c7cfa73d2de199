"""The explorer: small skills with planted faults, somebody else's skill, and our own."""
