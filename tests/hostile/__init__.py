"""What nobody should say, said at every question."""
