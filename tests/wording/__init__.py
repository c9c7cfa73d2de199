"""Acts to words, in every language."""
