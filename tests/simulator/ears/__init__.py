"""Tests of the simulator's ears."""
