"""Hostile requests against the running server, over real sockets, and what the SDK's own verifier makes of them."""
