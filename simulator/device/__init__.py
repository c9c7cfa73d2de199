"""One Echo: its session, what it sends and hears back, and what a turn with it brings."""
