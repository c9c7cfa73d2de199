"""The room that knows Amazon."""
