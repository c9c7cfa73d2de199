"""What to say to reach each fact of the domain."""
