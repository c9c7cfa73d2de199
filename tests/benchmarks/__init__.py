"""Tests of the benchmarks: the table is right, and what is measured is what it says."""
