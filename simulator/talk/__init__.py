"""A talk line by line: who speaks to which device, what they say, and what else they do."""
