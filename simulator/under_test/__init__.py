"""The skill that is talked to: which one, where its requests go, and what it lets be seen."""
