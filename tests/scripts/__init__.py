"""Whole conversations as data, run through every door."""
