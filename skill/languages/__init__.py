"""Words, one folder a language: what is said, what is written on cards, what is heard."""
