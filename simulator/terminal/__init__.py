"""The talk at a terminal: the console, and one JSON object a line for programs."""
