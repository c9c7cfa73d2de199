"""The tests: sentences that say what the skill does."""
