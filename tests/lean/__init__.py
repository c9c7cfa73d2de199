"""Amazon's SDK made light: the same as the stock one in everything but its cost."""
