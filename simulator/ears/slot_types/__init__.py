"""One file for each slot type that the ears know; catalogue.py finds the right one."""
