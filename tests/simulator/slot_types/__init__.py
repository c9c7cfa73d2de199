"""Tests of the slot types, each by its own reading."""
